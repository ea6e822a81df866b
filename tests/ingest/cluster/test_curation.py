from datetime import date

import pytest
from own_mentions import mention

from ingest import dates
from ingest.cluster import curate, merge, parse_curation, slug
from ingest.errors import ConfigError

FIRE = mention("A fire destroyed the grain terminal in Izmail.", article="a1")
ALSO = mention("A fire destroyed the grain terminal in Izmail.", article="b1", publisher="Herald")
CALL = mention("Andrei Belousov called Lloyd Austin about drones.", article="c1")
MENTIONS = {each.id: each for each in (FIRE, ALSO, CALL)}


def curated(text):
    return curate(merge(MENTIONS.values()), MENTIONS, parse_curation(text))


def entry(act, **details):
    lines = [f"- {act}", "  reason: because", "  by: A. Librarian"]
    return "\n".join([*lines, *(f"  {key}: {value}" for key, value in details.items())])


def test_an_editor_merges_two_events_and_both_slugs_lead_to_the_one():
    result = curated(entry(f"merge: [{slug(FIRE)}, {slug(CALL)}]"))
    (event,) = result.events
    assert set(event.mentions) == set(MENTIONS)
    assert {event.slug, *event.aliases} == {slug(each) for each in MENTIONS.values()}
    assert event.reasons[-1] == "Merged by A. Librarian: because"


def test_events_that_an_editor_merged_share_the_component_of_all_their_mentions():
    apart = {event.component for event in merge(MENTIONS.values())}
    (event,) = curated(entry(f"merge: [{slug(FIRE)}, {slug(CALL)}]")).events
    assert event.component == min(apart)
    assert len(apart) == 2


def test_an_editor_splits_a_mention_off_by_the_slug_that_it_would_found():
    events = curated(entry(f"split: {slug(ALSO)}")).events
    assert {event.slug for event in events} == {slug(each) for each in MENTIONS.values()}


def test_splitting_all_mentions_of_an_event_off_is_reported_and_changes_nothing():
    result = curated(entry(f"split: {slug(CALL)}"))
    assert result.events == merge(MENTIONS.values())
    assert [each.act for each in result.unused] == ["split"]


def test_hide_retitle_redate_and_note_change_one_event_and_say_who_did():
    text = "\n".join(
        [
            entry(f"hide: {slug(CALL)}"),
            entry(f"retitle: {slug(ALSO)}", title="The fire of Izmail"),
            entry(f"redate: {slug(FIRE)}", date="2024-06"),
            entry(f"note: {slug(FIRE)}", text="see the port's own report"),
        ]
    )
    events = {event.slug: event for event in curated(text).events}
    assert events[slug(CALL)].status == "hidden"
    fire = events[slug(FIRE)]
    assert fire.title == "The fire of Izmail"
    assert fire.when == dates.month(2024, 6)
    assert fire.reasons[-1] == "Note by A. Librarian: see the port's own report; because"


def test_an_act_finds_its_event_though_the_words_of_its_slug_are_told_better_now():
    def retold(mention):
        year, last = slug(mention)[:5], slug(mention)[-7:]
        return f"{year}06-25-what-the-title-was-before{last}"

    text = "\n".join((entry(f"hide: {retold(CALL)}"), entry(f"split: {retold(ALSO)}")))
    result = curated(text)
    assert not result.unused
    assert {event.slug: event.status for event in result.events}[slug(CALL)] == "hidden"
    assert slug(ALSO) in {event.slug for event in result.events}


def test_an_entry_for_a_slug_that_is_gone_is_reported_with_its_line():
    result = curated("# kept\n" + entry("hide: 2024-gone-000000"))
    assert [(each.slugs, each.line) for each in result.unused] == [(("2024-gone-000000",), 2)]
    assert result.events == merge(MENTIONS.values())


def test_an_empty_file_decides_nothing():
    assert parse_curation("") == ()
    assert parse_curation("# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("hide: x", 1, "expected a list"),
        ("- hide: [a\n", 2, "not valid YAML"),
        ("- hide: a\n  reason: r\n  by: b\n- just words", 4, "expected an entry"),
        ("- hide: a\n  by: b", 1, "hide needs `reason`"),
        ("- hide: a\n  reason: r", 1, "hide needs `by`"),
        ("- hide: a\n  retitle: b\n  reason: r\n  by: b", 1, "expected one of"),
        ("- hide: [a, b]\n  reason: r\n  by: b", 1, "hide needs one slug"),
        ("- merge: a\n  reason: r\n  by: b", 1, "two slugs"),
        ("- hide: a\n  reason: r\n  by: b\n  wy: x", 4, "unknown key `wy`"),
        ("- retitle: a\n  reason: r\n  by: b", 1, "retitle needs `title`"),
        ("- redate: a\n  date: soon\n  reason: r\n  by: b", 2, "`soon` is no date"),
        ("- redate: a\n  date: 2024-13-01\n  reason: r\n  by: b", 2, "is no date"),
        ("- hide: a\n  reason:\n  by: b", 2, "expected a single value"),
    ],
)
def test_what_is_wrong_is_one_line_that_names_the_file_and_the_line(text, line, says):
    with pytest.raises(ConfigError) as caught:
        parse_curation(text, "curation.yml")
    message = str(caught.value)
    assert message.startswith(f"curation.yml, line {line}: ")
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2024", dates.year(2024)),
        ("2024-06", dates.month(2024, 6)),
        ("2024-22", dates.season(2024, "summer")),
        ("2024-06-25", dates.day(date(2024, 6, 25))),
        ("2014/..", dates.since(dates.year(2014))),
        ("../2014-02", dates.until(dates.month(2014, 2))),
        ("2023-03/2023-05", dates.between(dates.month(2023, 3), dates.month(2023, 5))),
    ],
)
def test_a_date_is_read_from_edtf(text, when):
    (read,) = parse_curation(entry("redate: a", date=f"'{text}'"))
    assert read.when == when

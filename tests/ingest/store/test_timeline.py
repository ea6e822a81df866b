"""timeline.db follows changes: rows, index, ties and counts, in any order and any batches."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_records import KYIV, SEEN, SOURCES, article, change_of, dump, mention

from ingest.dates import UNKNOWN, month, since
from ingest.errors import StoreError
from ingest.model import Entity
from ingest.store import Timeline, rows


@pytest.fixture
def timeline(tmp_path):
    with Timeline(tmp_path / "timeline.db") as opened:
        yield opened


def apply(timeline, number, *articles):
    return timeline.apply(change_of(timeline, number, *articles), SOURCES)


def one(timeline, sql, *values):
    return timeline._sql.execute(sql, values).fetchone()[0]


def test_a_change_brings_articles_mentions_and_events(timeline):
    new = apply(
        timeline, 7, article(1, mention(1, "June 25: Belousov called Austin on the phone."))
    )
    assert new == 1
    assert timeline.applied_change() == 7
    assert timeline.counts() == {"events": 1, "mentions": 1, "articles": 1, "sources": 2}
    assert one(timeline, "SELECT edtf || publisher || source FROM events") == "2024-06-25A NewsA"


def test_applying_the_same_again_changes_no_row(timeline):
    made = article(1, mention(1, "June 25: Belousov called Austin on the phone."))
    apply(timeline, 1, made)
    before = dump(timeline)
    assert apply(timeline, 1, made) == 0
    assert dump(timeline) == before


def test_identical_sentences_of_two_publishers_are_one_event_with_two_mentions(timeline):
    words = "On June 25 2024 Belousov called Austin to complain about an operation."
    apply(timeline, 1, article(1, mention(1, words)))
    apply(timeline, 2, article(2, mention(2, words)))
    row = timeline._sql.execute(
        "SELECT count(*), max(mention_count), max(publisher_count) FROM events"
    ).fetchone()
    assert tuple(row) == (1, 2, 2)
    assert one(timeline, "SELECT count(*) FROM event_publishers") == 2


def test_every_slug_that_an_event_ever_had_leads_to_it(timeline):
    words = "On June 25 2024 Belousov called Austin to complain about an operation."
    apply(timeline, 1, article(2, mention(2, words)))
    former = one(timeline, "SELECT slug FROM events")
    apply(timeline, 2, article(1, mention(1, words)))
    assert one(timeline, "SELECT slug FROM events") != former
    assert one(
        timeline,
        "SELECT e.slug FROM event_aliases a JOIN events e ON e.id = a.event_id WHERE a.slug = ?",
        former,
    ) == one(timeline, "SELECT slug FROM events")


def test_an_event_that_an_earlier_report_founds_anew_is_no_new_event(timeline):
    words = "On June 25 2024 Belousov called Austin to complain about an operation."
    assert apply(timeline, 1, article(2, mention(2, words))) == 1
    former = one(timeline, "SELECT id FROM events")
    assert apply(timeline, 2, article(1, mention(1, words))) == 0
    assert one(timeline, "SELECT id FROM events") != former


def test_an_event_is_found_by_its_words_and_no_longer_after_they_changed(timeline):
    first = mention(1, "June 25: Belousov called Austin on the phone.")
    apply(timeline, 1, article(1, first))
    found = "SELECT count(*) FROM events_fts WHERE events_fts MATCH ?"
    assert one(timeline, found, "belousov") == 1
    second = mention(1, "June 25: Shoigu telephoned Austin for an hour.")
    apply(timeline, 2, article(1, second))
    assert (one(timeline, found, "belousov"), one(timeline, found, "shoigu")) == (0, 1)


def test_counts_follow_what_is_there(timeline):
    apply(
        timeline,
        1,
        article(
            1,
            mention(1, "June 25: Belousov called Austin on the phone."),
            mention(
                1,
                "Parliament passed the budget for the coming year after a long night.",
                when=month(2024, 6),
            ),
        ),
    )
    counts = {
        (unit, period): n
        for unit, period, n in timeline._sql.execute("SELECT * FROM period_counts")
    }
    assert counts[("all", "")] == 2
    assert counts[("day", "2024-06-25")] == 1
    assert counts[("month", "2024-06")] == 2
    assert counts[("year", "2024")] == 2
    apply(timeline, 2, article(1, mention(1, "June 25: Belousov called Austin on the phone.")))
    assert one(timeline, "SELECT events FROM period_counts WHERE unit = 'month'") == 1


def test_an_open_date_counts_in_no_bin(timeline):
    apply(timeline, 1, article(1, mention(1, "Since 2014.", when=since(month(2014, 3)))))
    units = {
        unit for (unit,) in timeline._sql.execute("SELECT unit FROM period_counts WHERE events")
    }
    assert not units & {"day", "month", "year", "decade"}
    assert one(timeline, "SELECT sort_on FROM events") == "2014-03-01"


def test_a_hidden_withdrawn_event_is_kept_and_not_counted(timeline):
    gone = mention(1, "Words that were taken back.", withdrawn_at=datetime(2024, 7, 1, tzinfo=UTC))
    apply(timeline, 1, article(1, gone))
    assert one(timeline, "SELECT status FROM events") == "withdrawn"
    assert one(timeline, "SELECT coalesce(sum(events), 0) FROM period_counts") == 0


def test_a_new_title_of_a_source_is_told_by_its_events(timeline):
    apply(timeline, 1, article(1, mention(1, "June 25: Belousov called Austin on the phone.")))
    timeline.finish([replace(SOURCES[0], title="A, renamed"), SOURCES[1]], SEEN, {})
    assert one(timeline, "SELECT source FROM events") == "A, renamed"


def test_finishing_without_a_change_leaves_as_of_when_it_was(timeline):
    apply(timeline, 1, article(1, mention(1, "June 25: Belousov called Austin on the phone.")))
    timeline.finish(SOURCES, SEEN, {})
    timeline.finish(SOURCES, datetime(2025, 1, 1, tzinfo=UTC), {})
    assert (
        one(timeline, "SELECT value FROM build WHERE key = 'updated_at'") == "2024-06-26T00:00:00Z"
    )


def test_a_change_that_fails_half_way_leaves_no_trace(timeline):
    apply(timeline, 1, article(1, mention(1, "June 25: Belousov called Austin on the phone.")))
    before = dump(timeline)
    broken = change_of(
        timeline, 2, article(2, mention(2, "Snow fell on the mountains of Georgia."))
    )
    with pytest.raises(KeyError):
        timeline.apply(replace(broken, events=()), SOURCES)
    assert dump(timeline) == before
    assert timeline.applied_change() == 1


def test_entities_that_nothing_names_any_more_are_swept(timeline):
    apply(timeline, 1, article(1, mention(1, "Kyiv was hit.", entities=(KYIV,))))
    assert one(timeline, "SELECT event_count FROM entities") == 1
    apply(timeline, 2, article(1, mention(1, "A city was hit.")))
    assert one(timeline, "SELECT count(*) FROM entities") == 0


WORDS = (
    "On June 25 2024 Belousov called Austin to complain about an operation.",
    "Belousov called Austin on June 25 2024, the ministry said.",
    "Parliament passed the budget after a long night.",
    "An explosion shook the harbour of Odesa on Tuesday morning.",
    "A blast rocked the port of Odesa early on Tuesday.",
)


def random_article(number, generator):
    """An article of one to three of the sentences, each at one of three days."""
    days = (date(2024, 6, generator.randint(24, 26)) for _ in range(generator.randint(1, 3)))
    made = (mention(number, generator.choice(WORDS), day) for day in days)
    return article(number, *{each.id: each for each in made}.values())


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_result_does_not_depend_on_order_or_batches(tmp_path_factory, seed):
    generator = random.Random(seed)
    records = [random_article(number, generator) for number in range(1, 7)]
    results = []
    for size in (1, 2, 6):
        generator.shuffle(records)
        path = tmp_path_factory.mktemp("t") / "timeline.db"
        with Timeline(path) as timeline:
            for start in range(0, len(records), size):
                apply(timeline, start + 1, *records[start : start + size])
            results.append(dump(timeline))
    assert results[0] == results[1] == results[2]


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_what_articles_said_before_they_were_rewritten_holds_nothing_together(
    tmp_path_factory, seed
):
    generator = random.Random(seed)
    final = [random_article(number, generator) for number in range(1, 7)]
    drafts = [random_article(generator.randint(1, 6), generator) for _ in range(6)]
    paths = [tmp_path_factory.mktemp("t") / "timeline.db" for _ in range(2)]
    with Timeline(paths[0]) as rewritten, Timeline(paths[1]) as fresh:
        for change, record in enumerate([*drafts, *final], 1):
            apply(rewritten, change, record)
        apply(fresh, 1, *final)
        tables, expected = dump(rewritten), dump(fresh)
    # Its former slugs still lead to an event.
    del tables["event_aliases"], expected["event_aliases"]
    assert tables == expected


#: hypothesis adds the time zone itself.
EARLIEST = datetime(1900, 1, 1)  # noqa: DTZ001
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@settings(max_examples=50, deadline=None)
@given(
    quote=texts,
    when=st.one_of(
        st.just(UNKNOWN),
        days.map(lambda on: month(on.year, on.month)),
        days.map(lambda on: since(month(on.year, on.month))),
    ),
    published=st.one_of(st.none(), days, st.datetimes(timezones=st.just(UTC), min_value=EARLIEST)),
    speaker=st.one_of(st.none(), texts),
    withdrawn=st.booleans(),
)
def test_a_mention_comes_back_equal(tmp_path_factory, quote, when, published, speaker, withdrawn):
    entities = (Entity("Kyiv", "place", "place", country="UA", latitude=50.4, longitude=30.5),)
    made = mention(
        1,
        quote,
        when=when,
        published=published,
        speaker=speaker,
        entities=entities,
        withdrawn_at=SEEN if withdrawn else None,
    )
    with Timeline(tmp_path_factory.mktemp("t") / "timeline.db") as timeline:
        apply(timeline, 1, article(1, made))
        components = [
            c for (c,) in timeline._sql.execute("SELECT component FROM mention_components")
        ]
        assert len(components) == 1
        (held,) = timeline.held([made.id], [])
        assert held == (made, components[0])
        assert timeline.held([made.id], [made.article_id]) == ()
        assert timeline.members(components) == {made.id}
        row = timeline._sql.execute("SELECT * FROM mentions").fetchone()
        assert tuple(row)[1:] == rows.mention_row(made, row["event_id"])[1:]


def test_a_foreign_database_is_refused_and_left_alone(tmp_path):
    import sqlite3

    path = tmp_path / "timeline.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE events (mine)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Timeline(path)
    assert path.read_bytes() == before

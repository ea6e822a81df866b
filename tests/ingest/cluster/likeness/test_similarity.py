import re
from datetime import date

import pytest
from own_mentions import mention

from ingest import dates
from ingest.cluster import merge
from ingest.cluster.likeness.links import is_disputed
from ingest.cluster.likeness.similarity import SAME, reason, score
from ingest.cluster.reading.features import features
from ingest.cluster.reading.times import agreement, time_of
from ingest.model import Entity

BLAST = "An explosion at the grain terminal in Izmail on 25 June 2024 killed 11 workers."
AGAIN = "On 25 June 2024 a blast killed 11 workers at the terminal in Izmail, prosecutors said."
DAY = date(2024, 6, 25)


def alike(one, other):
    return score(features(one), features(other)) >= SAME


def dated(quote, **facts):
    found = re.search(r"\d+ (?:June|April)(?: 2024)?", quote)
    return mention(quote, date_text_start=found.start(), date_text_end=found.end(), **facts)


def test_two_tellings_in_other_words_are_one_happening_and_the_score_is_symmetric():
    one, other = features(mention(BLAST)), features(mention(AGAIN, article="b1"))
    assert score(one, other) >= SAME
    assert score(one, other) == score(other, one)


def test_an_anniversary_is_not_the_event_it_recalls():
    recalled = (
        "Dockers in Izmail marked the anniversary of the explosion that killed 11 on 25 June 2024."
    )
    assert not alike(mention(BLAST), mention(recalled, article="b1"))


def test_a_meeting_at_a_memorial_recalls_nothing():
    held = "The mayors of Izmail and Reni met at the old war museum on 25 June 2024."
    assert alike(
        mention(held), mention(held.replace("museum", "museum and memorial"), article="b1")
    )


def test_a_newsroom_that_reports_again_the_next_day_has_gone_on():
    first = "Harbour master of Izmail accused of taking bribes"
    then = "Harbour master of Izmail suspended over claims that he took bribes"

    def told(quote, day, **facts):
        facts = {"kind": "report", "basis": "published", "published": date(2024, 6, day), **facts}
        return features(mention(quote, on=date(2024, 6, day), article=quote, **facts))

    other = {"publisher": "The Gazette"}
    assert score(told(first, 25), told(then, 26)) < score(told(first, 25), told(then, 26, **other))
    same_day = score(told(first, 25), told(then, 25))
    assert score(told(first, 25), told(then, 26)) < same_day / 2


def test_a_report_begins_with_its_news_however_far_its_date_stands():
    lead = (
        "The harbour master of Izmail was arrested after a long inquiry into bribes, in which many of those who load"
        " and pay for ships came forward to give their accounts, officials said on 25 June 2024."
    )
    title = "Harbour master of Izmail arrested"
    dated_lead = dated(lead, kind="report", title=lead[:60])
    short = mention(title, kind="report", basis="published", published=DAY, article="b")
    as_passage = dated(lead, article="c", title=lead[:60])
    found = score(features(dated_lead), features(short))
    assert found > score(features(as_passage), features(short)) + 0.05


def test_a_first_and_a_second_of_one_kind_are_two():
    first = "The first strike hit the grain terminal in Izmail on 25 June 2024."
    second = "The second strike hit the grain terminal in Izmail on 25 June 2024."
    assert not alike(mention(first), mention(second, article="b1"))


def test_two_numbers_of_one_series_are_two():
    fourth = "Day 4 of the trial of the harbour master of Izmail was held on 25 June 2024."
    assert alike(mention(fourth), mention(fourth.replace("Day 4", "On day four"), article="b1"))
    assert not alike(mention(fourth), mention(fourth.replace("4", "5", 1), article="b1"))


@pytest.mark.parametrize("head", ["Reactor", "Flight", "Bill", "Resolution", "Route"])
def test_things_told_apart_by_their_numbers_are_two(head):
    told = f"{head} 12 of the harbour master of Izmail was halted on 25 June 2024."
    assert alike(
        mention(told), mention(told.replace("was halted", "was then halted"), article="b1")
    )
    assert not alike(mention(told), mention(told.replace("12", "13"), article="b1"))


def test_two_strikes_on_one_city_on_one_day_stay_two():
    strike = "A missile strike hit the port of Izmail on the {} of 25 June 2024, killing dockers."
    morning = mention(strike.format("morning"), timex="2024-06-25TMO")
    evening = mention(strike.format("evening"), article="b1", timex="2024-06-25TEV")
    again = mention(strike.format("morning") + " They burned.", article="c1", timex="2024-06-25TMO")
    assert not alike(morning, evening)
    assert alike(morning, again)


def test_updates_of_a_running_text_are_told_apart_by_their_times_of_day():
    quote = "{}: Divers search the grain terminal in Izmail after the explosion there."
    stamped = {"when": dates.instant(DAY, "minute"), "timex": "2024-06-25T10:15"}
    later = {"when": dates.instant(DAY, "minute"), "timex": "2024-06-25T18:05"}
    one = mention(quote.format("10.15"), **stamped)
    same = mention(quote.format("At 10.15"), article="b1", **stamped)
    other = mention(quote.format("18.05"), article="b1", **later)
    apart = score(features(one), features(other))
    assert apart < score(features(one), features(same))


def test_a_month_holds_more_happenings_than_a_day():
    within = {"when": dates.month(2024, 6)}
    day = score(features(mention(BLAST)), features(mention(AGAIN, article="b1")))
    month = score(
        features(mention(BLAST, **within)), features(mention(AGAIN, article="b1", **within))
    )
    assert month < day


def test_a_plan_is_linked_to_what_came_of_it_and_not_merged():
    plan = mention(
        "Denmark will hand over the frigate Esbern to the navy in Izmail on 25 June 2024.",
        article="b1", published=date(2024, 6, 20), modality="planned",
    )  # fmt: skip
    deed = mention("Denmark handed over the frigate Esbern to the navy in Izmail on 25 June 2024.")
    events = {event.lead: event for event in merge([plan, deed])}
    (link,) = events[plan.id].links
    assert (link.relation, link.other_slug) == ("plan_of", events[deed.id].slug)
    assert events[deed.id].links == ()


def test_what_is_denied_before_its_day_is_not_merged_with_what_came_of_it():
    said = "Denmark hands over the frigate Esbern to the navy in Izmail on 25 June 2024"
    before = mention(f"{said}, Kyiv denies.", published=date(2024, 6, 20), modality="denied")
    after = mention(f"{said}, Kyiv writes.", article="b1")
    assert score(features(before), features(after)) == 0.0
    again = mention(f"{said}, as Kyiv denies.", article="c1", published=date(2024, 6, 21))
    assert alike(before, again)


LATE = {"published": date(2024, 9, 1), "url": "https://example.org/"}


def told_of_another_day(**facts):
    """The blast as an article of another day tells it."""
    words = BLAST.replace("25 June", "26 June").replace("An explosion", "The explosion")
    return mention(words, **{"article": "b1", "on": date(2024, 6, 26), **LATE, **facts})


@pytest.mark.parametrize("facts", [{"publisher": "The Herald"}, {"url": None}])
def test_days_that_contradict_one_another_are_linked_and_both_events_disputed(facts):
    events = merge([mention(BLAST, **LATE), told_of_another_day(**facts)])
    assert len(events) == 2
    assert all(event.disputed for event in events)
    assert {event.links[0].relation for event in events} == {"contradicts"}


def test_one_newsroom_that_tells_of_two_days_tells_of_two_happenings():
    events = merge([mention(BLAST, **LATE), told_of_another_day()])
    assert len(events) == 2
    assert not any(event.disputed or event.links for event in events)


def test_parts_of_one_series_are_neither_one_event_nor_linked():
    plan = "Part {} of the storm report will be published in Izmail on 25 June 2024."
    deed = "Part {} of the storm report was published in Izmail on 25 June 2024."
    ahead = {"published": date(2024, 6, 20), "modality": "planned"}
    assert not any(
        e.links
        for e in merge([mention(plan.format(3), **ahead), mention(deed.format(4), article="b1")])
    )
    assert any(
        e.links
        for e in merge([mention(plan.format(3), **ahead), mention(deed.format(3), article="b1")])
    )


def test_tellings_of_one_time_that_count_differently_make_one_disputed_event():
    (event,) = merge([dated(BLAST), dated(AGAIN.replace("11", "12"), article="b1")])
    assert event.disputed


def test_a_toll_that_rises_is_no_dispute():
    later = dated(AGAIN.replace("11", "12"), article="b1", published=date(2024, 6, 29))
    (event,) = merge([dated(BLAST), later])
    assert not event.disputed


def test_at_least_so_many_contradicts_nothing():
    hedged = dated(AGAIN.replace("11", "at least 10"), article="b1")
    (event,) = merge([dated(BLAST), hedged])
    assert not event.disputed


@pytest.mark.parametrize(
    "told",
    [
        "The terminal in Izmail had 126 workers on shift when the explosion killed dockers on 25 June 2024.",
        "Families of two workers killed in the explosion at the terminal in Izmail on 25 June 2024 sued.",
        "The grain terminal in Izmail exploded on 25 June 2024; a fire there in May had killed 15 workers.",
        "On 25 June 2024 an explosion at the grain terminal in Izmail left 12 workers missing.",
    ],
)
def test_a_figure_of_something_else_is_no_dispute(told):
    quotes = [BLAST, AGAIN, BLAST.replace("11 workers", "11 dockers"), told]
    members = [features(dated(quote, article=str(number))) for number, quote in enumerate(quotes)]
    assert not is_disputed(members)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("The explosion on 25 June killed 11 workers and injured 17 others.", {("#death", "11"), ("#injury", "17")}),
        ("Two days after it caught fire on 22 April, the terminal sank.", set()),
        ("Eleven dead after blast in Izmail on 25 June", {("#death", "11")}),
        ("On 25 June Flight 103 killed 270 people.", {("#death", "270")}),
    ],
)  # fmt: skip
def test_what_is_counted_is_what_became_of_people(told, counted):
    assert set(features(dated(told)).counts) == counted


def test_one_denial_among_many_tellings_disputes_nothing_and_one_of_a_few_does():
    tellings = [mention(f"{BLAST} {number}", article=str(number)) for number in range(19)]
    denial = mention(AGAIN, article="d", modality="denied")
    assert not is_disputed([*map(features, tellings), features(denial)])
    assert is_disputed([features(tellings[0]), features(denial)])


def test_tellings_that_name_other_people_are_less_alike():
    port, navy = (Entity(name, "organisation") for name in ("Port of Izmail", "Danish Navy"))
    one, other = mention(BLAST, entities=(port,)), mention(AGAIN, article="b", entities=(navy,))
    same = mention(AGAIN, article="b", entities=(port,))
    assert score(features(one), features(other)) < score(features(one), features(same))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"when": dates.day(DAY)}, {"when": dates.day(DAY)}, "same"),
        ({"when": dates.day(DAY)}, {"when": dates.month(2024, 6)}, "within"),
        ({"when": dates.day(DAY)}, {"when": dates.month(2024, 7)}, None),
        ({"when": dates.day(DAY)}, {"when": dates.since(dates.day(DAY)), "relation": "since"}, None),
        ({"when": dates.day(DAY)}, {"when": dates.before(dates.day(DAY)), "relation": "before"}, None),
        ({"when": dates.week(date(2024, 6, 24))}, {"when": dates.month(2024, 6)}, "within"),
        ({"when": dates.week(date(2024, 7, 29))}, {"when": dates.month(2024, 7)}, None),
        ({"when": dates.day(DAY), "basis": "published"}, {"when": dates.day(date(2024, 6, 24))}, "near"),
        ({"when": dates.day(DAY), "basis": "published"}, {"when": dates.day(date(2024, 6, 26))}, None),
        ({"when": dates.UNKNOWN}, {"when": dates.day(DAY)}, None),
    ],
)  # fmt: skip
def test_times_agree_as_a_librarian_would_say(one, other, expected):
    first, second = time_of(mention("x", **one)), time_of(mention("x", **other))
    assert agreement(first, second) == expected
    assert agreement(second, first) == expected


def test_a_reason_names_words_that_the_joining_text_prints():
    told = reason(features(mention(BLAST)), features(mention(AGAIN, article="b1")), 0.9)
    named = told.partition("in common: ")[2].split(", ")
    assert {"blast", "terminal", "Izmail"} <= set(named)
    assert all(word in AGAIN for word in named)

from datetime import UTC, date, datetime

import pytest
from own_mentions import mention

from ingest import dates
from ingest.cluster import merge, slug

FIRE = "A fire destroyed the grain terminal in Izmail on 25 June 2024, the port authority said."
CALL = "On 25 June 2024 Andrei Belousov called Lloyd Austin about the drones over the Black Sea."


def test_identical_sentences_of_two_publishers_are_one_event_with_two_mentions():
    one = mention(FIRE, article="a1")
    other = mention(FIRE, article="b1", publisher="The Herald", published=date(2024, 6, 27))
    (event,) = merge([other, one])
    assert event.mentions == (one.id, other.id)
    assert (event.publisher_count, event.origin_count) == (2, 1)
    assert event.slug == slug(one)
    assert event.aliases == (slug(other),)
    assert len(event.reasons) == 1


#: Sentences around a short one, each of another happening.
STORIES = (
    "Thieves emptied a jeweller's window in broad daylight.",
    "A lorry shed forty crates of herring across both lanes.",
    "Two schoolboys rescued a swan from the frozen canal.",
    "The mayor's portrait was daubed with yellow paint.",
    "Surveyors found a Roman mosaic under the car park.",
    "A parachutist landed safely on the bandstand roof.",
)
GENERIC = (
    "It happened near the station on Tuesday.",
    "No one was hurt, police said on Tuesday.",
    "A man was arrested on Tuesday.",
    "The meeting took place on Tuesday.",
)
HOUSES = ("The Courier", "The Herald", "The Globe", "The Star", "The Mail")


def told_on_tuesday(quote, number, before, publisher):
    begins = 200 + quote.index("Tuesday")
    return mention(
        quote, start=200, date_text_start=begins, date_text_end=begins + len("Tuesday"),
        article=f"a{number}", before_text=before, publisher=publisher,
    )  # fmt: skip


@pytest.mark.parametrize("quote", GENERIC)
@pytest.mark.parametrize("houses", [HOUSES[:1], HOUSES])
def test_a_sentence_that_any_report_may_hold_is_of_the_happening_it_stands_beside(quote, houses):
    told = [
        told_on_tuesday(quote, number, before, houses[number % len(houses)])
        for number, before in enumerate(STORIES)
    ]
    assert len(merge(told)) == len(STORIES)


@pytest.mark.parametrize("quote", [*GENERIC, FIRE.replace("25 June 2024", "Tuesday")])
def test_a_sentence_that_newsrooms_carry_with_what_stands_around_it_is_one_event(quote):
    told = [
        told_on_tuesday(quote, number, STORIES[0], house) for number, house in enumerate(HOUSES)
    ]
    (event,) = merge(told)
    assert (event.publisher_count, event.origin_count) == (len(HOUSES), 1)


def test_a_telling_sentence_is_one_event_whatever_stands_around_it():
    quote = FIRE.replace("25 June 2024", "Tuesday")
    told = [
        told_on_tuesday(quote, number, STORIES[number], house)
        for number, house in enumerate(HOUSES)
    ]
    assert len(merge(told)) == 1


def test_different_happenings_of_one_day_stay_two_events():
    assert len(merge([mention(FIRE), mention(CALL, article="b1")])) == 2


def test_the_same_words_of_another_day_are_another_event():
    other = mention(FIRE, article="b1", on=date(2024, 6, 28))
    assert len(merge([mention(FIRE), other])) == 2


def test_a_day_meets_the_month_around_it():
    day = mention(FIRE)
    month = mention(
        "In June 2024 a fire destroyed the grain terminal in Izmail.",
        article="b1",
        when=dates.month(2024, 6),
    )
    (event,) = merge([day, month])
    assert event.when == day.when


def test_since_a_day_is_not_the_day():
    since = mention(
        FIRE, article="b1", when=dates.since(dates.day(date(2024, 6, 25))), relation="since"
    )
    assert len(merge([mention(FIRE), since])) == 2


def test_a_retitled_report_is_one_event_led_by_its_current_title():
    first = mention(
        "Fire in Izmail", kind="report", basis="published",
        withdrawn_at=datetime(2024, 6, 26, 15, tzinfo=UTC),
    )  # fmt: skip
    second = mention(
        "Grain terminal destroyed by fire", kind="report", basis="published",
        first_seen_at=datetime(2024, 6, 26, 15, tzinfo=UTC),
    )  # fmt: skip
    (event,) = merge([second, first])
    assert event.title == "Grain terminal destroyed by fire"
    assert event.slug == slug(first)
    assert event.status == "active"


def test_an_event_all_of_whose_mentions_were_withdrawn_is_withdrawn():
    (event,) = merge([mention(FIRE, withdrawn_at=datetime(2024, 7, 1, tzinfo=UTC))])
    assert event.status == "withdrawn"


def test_no_mentions_make_no_events():
    assert merge([]) == ()

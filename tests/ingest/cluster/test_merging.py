from datetime import UTC, date, datetime

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

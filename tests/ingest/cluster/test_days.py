from dataclasses import replace
from datetime import date, timedelta

from own_mentions import mention

from ingest.cluster import merge, pick_dates
from ingest.cluster.days import DateSupport, support
from ingest.cluster.event.significance import significance
from ingest.cluster.reading.features import features

DAY = date(2024, 6, 25)
FIRE = "A fire destroyed the grain terminal in Izmail on 25 June 2024."


def told(days_later, article, **facts):
    quote = f"{FIRE} So says {article}."
    published = DAY + timedelta(days=days_later)
    return mention(quote, **{"article": article, "published": published, **facts})


def test_a_day_counts_who_names_it_from_day_to_day_and_has_a_leading_event():
    mentions = [
        told(0, "a", kind="report"),
        told(1, "b"),
        told(1, "c"),
        told(1, "d", publisher="Herald"),
        told(40, "e"),
    ]
    events = merge(mentions)
    (day,) = support(mentions, events)
    leading = max(event.significance for event in events)
    assert day == DateSupport(DAY, references=4, reports=1, leading=leading)


def test_an_echo_is_no_reference_to_a_day():
    first = told(0, "a")
    echoes = [
        mention(first.quote, article=f"b{number}", publisher=f"Echo {number}", published=DAY)
        for number in range(9)
    ]
    assert support([*echoes, first], ())[0].references == 1


def test_a_hidden_event_speaks_for_no_day():
    mentions = [told(0, "a")]
    hidden = [replace(event, status="hidden") for event in merge(mentions)]
    assert support(mentions, hidden) == (DateSupport(DAY, references=1, leading=0.0),)


def test_the_days_that_matter_most_are_picked_within_the_range():
    supports = [DateSupport(date(2024, 6, day), references=2**day) for day in range(1, 11)]
    picked = pick_dates(supports, 3, date(2024, 6, 2), date(2024, 6, 9))
    assert picked == (date(2024, 6, 7), date(2024, 6, 8), date(2024, 6, 9))


def test_a_day_that_stands_out_goes_before_the_later_ones_of_a_busy_week():
    alone = DateSupport(date(2024, 9, 10), references=20)
    busy = [DateSupport(date(2024, 6, day), references=21) for day in range(10, 20)]
    picked = pick_dates([*busy, alone], 2, DAY - timedelta(60), DAY + timedelta(90))
    assert picked == (busy[0].on, alone.on)


def test_what_opens_a_busy_week_goes_before_what_follows_in_it():
    busy = [DateSupport(date(2024, 6, day), references=21) for day in range(10, 20)]
    range_of_all = (DAY - timedelta(60), DAY + timedelta(90))
    assert pick_dates(busy, 1, *range_of_all) == (date(2024, 6, 10),)
    greater = [*busy[:4], DateSupport(date(2024, 6, 14), references=40), *busy[5:]]
    assert pick_dates(greater, 2, *range_of_all) == (date(2024, 6, 10), date(2024, 6, 14))


def test_of_days_with_the_same_support_the_earlier_is_picked():
    supports = [DateSupport(date(2024, month, 1), references=3) for month in (9, 6)]
    assert pick_dates(supports, 1, DAY - timedelta(60), DAY + timedelta(90)) == (date(2024, 6, 1),)


def test_echoes_of_one_text_do_not_make_an_event_matter_more():
    alone = [features(mention(FIRE, article="a", publisher="Courier", published=DAY))]
    echoed = alone + [
        features(mention(FIRE, article=f"b{n}", publisher=f"Echo {n}", published=DAY))
        for n in range(9)
    ]
    assert significance(echoed) == significance(alone)
    other = FIRE.replace("A fire destroyed", "Flames ruined half of")
    independent = [*alone, features(mention(other, article="c", publisher="Herald", published=DAY))]
    assert significance(independent) > significance(alone)

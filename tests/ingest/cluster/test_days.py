from dataclasses import replace
from datetime import date, timedelta

from own_mentions import mention

from ingest.cluster import merge, pick_dates
from ingest.cluster.days import DateSupport, support
from ingest.cluster.features import features
from ingest.cluster.significance import significance

DAY = date(2024, 6, 25)
FIRE = "A fire destroyed the grain terminal in Izmail on 25 June 2024."


def told(days_later, article):
    return mention(FIRE, article=article, published=DAY + timedelta(days=days_later))


def test_a_day_counts_the_days_on_which_articles_name_it_and_has_a_leading_event():
    mentions = [told(0, "a"), told(1, "b"), told(1, "c"), told(40, "d")]
    events = merge(mentions)
    (day,) = support(mentions, events)
    assert day == DateSupport(DAY, named_on_days=3, leading=events[0].significance)


def test_a_hidden_event_speaks_for_no_day():
    mentions = [told(0, "a")]
    hidden = [replace(event, status="hidden") for event in merge(mentions)]
    assert support(mentions, hidden) == (DateSupport(DAY, named_on_days=1, leading=0.0),)


def test_the_days_that_matter_most_are_picked_within_the_range():
    supports = [DateSupport(date(2024, 6, day), named_on_days=day) for day in range(1, 11)]
    picked = pick_dates(supports, 3, date(2024, 6, 2), date(2024, 6, 9))
    assert picked == (date(2024, 6, 7), date(2024, 6, 8), date(2024, 6, 9))


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

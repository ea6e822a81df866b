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


def test_a_day_counts_the_articles_that_come_back_to_it():
    mentions = [told(0, "a"), told(1, "b"), told(2, "c"), told(40, "d"), told(40, "e")]
    (day,) = support(mentions, merge(mentions))
    assert day == DateSupport(DAY, told_later=4, told_soon=2, remembered=2)


def test_the_days_that_most_articles_come_back_to_are_picked_within_the_range():
    supports = [DateSupport(date(2024, 6, day), told_later=day) for day in range(1, 11)]
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

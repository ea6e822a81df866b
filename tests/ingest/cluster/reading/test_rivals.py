"""In one frame another sort of building or of disaster tells of another happening."""

from datetime import date

import pytest
from own_mentions import mention

from ingest.cluster import merge
from ingest.cluster.likeness.similarity import APART, SAME, score
from ingest.cluster.reading.features import features

DAY = date(2024, 6, 25)


def likeness(one, other):
    told = mention(one, article="a", published=DAY, kind="report")
    again = mention(other, article="b", published=DAY, kind="report", publisher="Herald")
    first, second = features(told), features(again)
    assert score(first, second) == score(second, first)
    return score(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fire at hotel in Leeds kills 2", "Fire at school in Leeds kills 2"),
        ("Fire at hotel in Leeds kills 2", "Robbery at hotel in Leeds kills 2"),
        ("Fire at hotel in Leeds kills 2", "Flood at hotel in Leeds kills 2"),
        ("Hotel fire leaves 23 injured in Leeds", "Church fire leaves 23 injured in Leeds"),
        ("FIRE AT HOTEL IN LEEDS KILLS 2", "EARTHQUAKE AT HOTEL IN LEEDS KILLS 2"),
        (
            "Burglary at museum in Ghent: three arrested on Tuesday",
            "Burglary at library in Ghent: three arrested on Tuesday",
        ),
    ],
)
def test_the_same_of_another_building_or_disaster_is_another_happening(one, other):
    assert likeness(one, other) == APART


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Words of one sort.
        ("Fire at hotel in Leeds kills 2", "Blaze at hotel in Leeds kills two"),
        ("Fire at college in Leeds kills 2", "Fire at university in Leeds kills 2"),
        # What one happening may be both of.
        ("Fire at hotel in Leeds kills 2", "Explosion at hotel in Leeds kills 2"),
        ("Shooting at hotel in Leeds kills 2", "Robbery at hotel in Leeds kills 2"),
        ("Fire at nightclub in Leeds kills 2", "Fire at hotel in Leeds kills 2"),
        # The other names it too.
        ("Fire at hotel in Leeds kills 2", "Fire at hotel in Leeds spreads to church, kills 2"),
        # Only the one names any.
        ("Fire in Leeds kills 2 guests", "Fire at hotel in Leeds kills 2 guests"),
    ],
)
def test_what_one_happening_may_be_keeps_nothing_apart(one, other):
    assert likeness(one, other) >= SAME


def test_what_is_told_in_other_words_is_weighed_not_kept_apart():
    one = "Thieves take three bells from a church in Hull, the vicar says"
    assert likeness(one, "Guests flee as smoke fills a hotel in Hull") > APART


def test_the_reports_of_a_town_stay_as_many_events_as_buildings_they_name():
    buildings = ["school", "hotel", "church", "warehouse", "airport", "mosque"]
    told = [
        mention(
            f"Fire at {each} in Leeds leaves 23 injured",
            article=f"{each}{newsroom}", publisher=newsroom, published=DAY, kind="report",
        )
        for each in buildings
        for newsroom in ("Courier", "Herald")
    ]  # fmt: skip
    events = merge(told)
    assert sorted(len(event.mentions) for event in events) == [2] * len(buildings)

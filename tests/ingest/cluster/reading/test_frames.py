"""One frame with other names tells of another happening."""

from datetime import date

import pytest
from own_mentions import mention

from ingest.cluster import merge
from ingest.cluster.likeness.similarity import APART, SAME, score
from ingest.cluster.reading.features import features
from ingest.model import Entity

DAY = date(2024, 6, 25)


def likeness(one, other, publisher="Courier"):
    told = mention(one, article="a", published=DAY, kind="report")
    again = mention(other, article="b", published=DAY, kind="report", publisher=publisher)
    first, second = features(told), features(again)
    assert score(first, second) == score(second, first)
    return score(first, second)


@pytest.mark.parametrize("publisher", ["Courier", "Herald"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Bus crash in Kenya kills 11 on 25 June 2024",
            "Bus crash in Peru kills 11 on 25 June 2024",
        ),
        ("Flood warning issued for Kent", "Flood warning issued for Surrey"),
        ("Two arrested after stabbing in Croydon", "Two arrested after stabbing in Luton"),
        ("Shares of Ford fall 3% in early trading", "Shares of Tesla fall 3% in early trading"),
        ("Jury finds John Smith guilty of murder", "Jury finds Paul Jones guilty of murder"),
        (
            "Missile hits homes in Izmail, officials say",
            "Missile hits homes in Odesa, officials say",
        ),
        ("Wildfire burns homes in Texas, police say", "Wildfire burns homes in Ohio, police say"),
        # A town, where no "New" stands before it.
        ("Fire at school in Leeds leaves 23 injured", "Fire at school in York leaves 23 injured"),
        # Rare words where names stand, however they are written.
        ("Fire At School In Leeds Leaves 23 Hurt", "Fire At School In Derby Leaves 23 Hurt"),
        ("fire at school in leeds leaves 23 hurt", "fire at school in derby leaves 23 hurt"),
        ("Leeds fire: 23 injured at school", "Derby fire: 23 injured at school"),
        # The next sentence is no part of the name.
        ("School fire in Leeds. A fire broke out", "School fire in Derby. A fire broke out"),
        # Half of what else is told is enough.
        ("Blaze at mill in Leeds leaves 23 injured", "Flood at mill in Derby leaves 23 injured"),
    ],
)
def test_the_same_said_of_other_names_is_another_happening(one, other, publisher):
    assert likeness(one, other, publisher) == APART


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A town stands in its nation or region.
        ("Bus crash in Nairobi kills 11", "Bus crash in Kenya kills 11"),
        ("Shooting in Uvalde kills 19 children", "Shooting in Texas kills 19 children"),
        # One name in two spellings.
        ("Missile hits apartment block in Kiev", "Missile hits apartment block in Kyiv"),
        # A name and its initials.
        (
            "Ministers gave the Environmental Protection Agency 24 hours to ban the dispersant",
            "Ministers gave the EPA 24 hours to ban the dispersant",
        ),
        # A nation in a nation, and two names of one.
        ("England to close its railways on Friday", "Britain to close its railways on Friday"),
        ("UAE general elected to lead Interpol", "Emirati general elected to lead Interpol"),
        # A region of two words.
        ("Shooting in Buffalo kills 10 shoppers", "Shooting in New York kills 10 shoppers"),
        # Who is quoted is no part of what is told.
        (
            "Blast at grain terminal kills 11 workers, Reuters says",
            "Blast at grain terminal kills 11 workers, Xinhua says",
        ),
        (
            "Blast at grain terminal kills 11 workers, according to Reuters",
            "Blast at grain terminal kills 11 workers, according to Xinhua",
        ),
        # The other has the name too, elsewhere.
        (
            "Blast in Izmail kills 11 workers at grain terminal",
            "Blast in Odesa region kills 11 workers at grain terminal in Izmail",
        ),
    ],
)
def test_names_that_can_stand_for_one_another_keep_nothing_apart(one, other):
    assert likeness(one, other, "Herald") >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ohio", "US"), ("Odesa", "UA")),
        (("Texas", "US"), ("Nairobi", "KE")),
        (("Lyon", "FR"), ("Peru", "PE")),
    ],
)
def test_a_town_does_not_stand_for_a_region_of_another_country(one, other):
    told, again = (
        mention(
            f"Fire in {name} kills 11 workers at a mill", article=name, published=DAY, kind="report",
            entities=(Entity(name, "place", "place", country=country),),
        )
        for name, country in (one, other)
    )  # fmt: skip
    assert score(features(told), features(again)) == APART


def test_a_town_may_stand_for_a_region_where_its_country_is_the_same_or_not_known():
    region = Entity("Ohio", "place", "place", country="US")
    for places in ((), (Entity("Akron", "place", "place", country="US"),)):
        told = mention("Fire in Ohio kills 11 workers at a mill", entities=(region,))
        again = mention("Fire in Akron kills 11 workers at a mill", article="b1", entities=places)
        assert score(features(told), features(again)) >= SAME


def test_a_headline_in_title_case_shows_no_names_but_nations():
    assert likeness("Netflix Lays Off 300 More Workers", "Netflix Axes Off 300 More Workers") > 0.0
    assert (
        likeness("Bus Crash In Kenya Kills 11 People", "Bus Crash In Peru Kills 11 People") == APART
    )


def test_the_reports_of_one_template_stay_as_many_events_as_places_they_name():
    places = ["Leeds", "Hull", "Bristol", "Cardiff", "Luton", "Kent"]
    told = [
        mention(f"Police appeal after burglary in {place}", article=place, published=DAY)
        for place in places
    ]
    assert len(merge(told)) == len(places)


def test_no_event_holds_two_that_say_the_same_of_other_names_whatever_ties_them():
    told = [
        mention(f"Missile hits apartment block in {place}", article=f"{place}{n}", published=DAY)
        for place in ("Odesa", "Ukraine", "Kharkiv")
        for n in range(2)
    ]
    events = merge(told)
    place_of = {each.id: each.quote.split()[-1] for each in told}
    held = [{place_of[number] for number in event.mentions} for event in events]
    assert not any({"Odesa", "Kharkiv"} <= places for places in held)

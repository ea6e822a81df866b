"""Where it happened: names as places, which place a name means, and what stays open."""

import pytest

from ingest.extract import extract
from ingest.extract.places.gazetteer import find


def places(revision, sentence: str, document: str = "") -> list[tuple[str, str | None]]:
    mention = extract(revision(f"{document}\n{sentence}", "Head")).mentions[-1]
    return [(each.name, each.country) for each in mention.entities if each.role == "place"]


def test_a_city_has_its_country_and_coordinates(revision):
    mention = extract(revision("Words.\nA bomb fell in Kyiv in 2022.", "Head")).mentions[-1]
    (kyiv,) = mention.entities
    assert (kyiv.name, kyiv.kind, kyiv.role, kyiv.country) == ("Kyiv", "place", "place", "UA")
    assert (round(kyiv.latitude), round(kyiv.longitude)) == (50, 31)


def test_a_country_is_no_point_on_a_map(revision):
    mention = extract(revision("Words.\nA bomb fell in Ukraine in 2022.", "Head")).mentions[-1]
    assert [(each.name, each.latitude) for each in mention.entities] == [("Ukraine", None)]


@pytest.mark.parametrize(
    ("document", "country"),
    [("The state of Georgia. Atlanta and the United States.", "US"), ("Georgian police in Tbilisi.", "GE")],
)  # fmt: skip
def test_the_document_decides_between_namesakes(revision, document, country):
    assert places(revision, "A dam broke in Georgia in 2008.", document) == [("Georgia", country)]


def test_what_the_document_does_not_decide_stays_open(revision):
    assert places(revision, "A plant closed in Springfield in 2008.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Secretary Austin spoke in 2014.",
        "Jordan Miles joined in 2014.",
        "The Paris Agreement was signed in 2014.",
        "It was the worst fire in US history in 2014.",
    ],
)
def test_a_name_that_is_no_place_of_the_event_gives_none(revision, sentence):
    assert places(revision, sentence) == []


def test_names_in_a_row_share_their_preposition(revision):
    found = places(
        revision, "Protests began in Cairo, Alexandria and Suez in 2011.", "Egyptian news."
    )
    assert found == [("Cairo", "EG"), ("Alexandria", "EG"), ("Suez", "EG")]


def test_the_gazetteer_finds_what_it_holds_and_nothing_else():
    assert find("Kharkiv")[0].country == find("Kharkov")[0].country == "UA"
    assert find("United States")[0].kind == find("U.S.")[0].kind == "country"
    assert find("Nowhere-on-Sea") == find("") == find("zzzz") == ()


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Lviv was shelled on 3 May 2022.", "Lviv"),
        ("Troops withdrew from Lviv on 3 May 2022.", "Lviv"),
        ("Troops left from the Lviv region on 3 May 2022.", "Lviv"),
        ("They lost control of Lviv on 3 May 2022.", "Lviv"),
        ("Troops cut off the towns of Lviv and Odesa on 3 May 2022.", "Lviv"),
        ("A tanker burnt off the Odesa shore on 3 May 2022.", "Odesa"),
        ("He came from Lviv on 3 May 2022.", None),
        ("Talks between Lviv and Odesa ended on 3 May 2022.", None),
    ],
)
def test_what_befalls_a_place_happens_there(revision, sentence, place):
    mention = extract(revision(f"Ukraine is at war.\n{sentence}", "Headline")).mentions[-1]
    found = [each.name for each in mention.entities if each.role == "place"]
    assert (found or [None])[0] == place


def test_a_name_that_several_villages_of_one_country_bear_has_the_country_and_no_point(revision):
    sentence = "A shell hit Talalaivka on 3 May 2022."
    (place,) = [
        each
        for each in extract(revision(f"Ukraine is at war.\n{sentence}")).mentions[-1].entities
        if each.role == "place"
    ]
    assert (place.name, place.country, place.latitude) == ("Talalaivka", "UA", None)


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("A bomb went off in Grand Isle, Louisiana, on 3 May 2022.", "US"),
        ("Shells hit Avdiivka on 3 May 2022 in the war in Ukraine.", "UA"),
        ("Shells hit Avdiivka on 3 May 2022.", None),
        ("Protesters from Canada met in Handsworth, Birmingham, on 3 May 2022.", None),
        ("Texans met in the Mexican state of Earth on 3 May 2022.", None),
        ("They fought for peace on Earth in Texas on 3 May 2022.", None),
    ],
)
def test_a_small_place_is_believed_where_the_text_speaks_of_its_country(
    revision, sentence, country
):
    found = [
        each.country
        for each in extract(revision(f"Opening words.\n{sentence}", "Headline")).mentions[-1].entities
        if each.role == "place" and each.latitude is not None and each.name not in ("Texas", "Birmingham", "Louisiana")
    ]  # fmt: skip
    assert found == ([country] if country else [])

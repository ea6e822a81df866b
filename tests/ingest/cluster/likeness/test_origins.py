import pytest
from own_mentions import mention

from ingest.cluster import merge
from ingest.cluster.likeness.origins import is_wire, origins, publisher_family
from ingest.cluster.reading.features import features

FIRE = (
    "A fire destroyed the grain terminal in Izmail, and forty lorries burned in the yard behind it."
)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("BBC News", "bbc"),
        ("BBC Sport", "bbc"),
        ("The Observer", "guardian"),
        ("The Guardian", "guardian"),
        ("FOXNews.com", "fox news"),
        ("A.P.", "associated press"),
        ("The Izmail Courier", "izmail courier"),
        ("Izmail Courier Online", "izmail courier"),
        ("", ""),
    ],
)
def test_names_of_one_owner_are_one_family(name, family):
    assert publisher_family(name) == family


def test_a_news_agency_is_told_from_a_newspaper():
    assert is_wire("AFP")
    assert is_wire("Thomson Reuters")
    assert not is_wire("The Guardian")


def test_feeds_of_one_publisher_are_one_publisher_and_one_origin():
    told = [mention(FIRE, article=name, publisher=name) for name in ("BBC News", "BBC World")]
    (event,) = merge(told)
    assert (event.publisher_count, event.origin_count) == (1, 1)


def test_publishers_that_name_one_agency_are_one_origin():
    told = [
        mention(FIRE, article=name, publisher=name, origin="Reuters")
        for name in ("Courier", "Herald")
    ]
    (event,) = merge(told)
    assert (event.publisher_count, event.origin_count) == (2, 1)


def test_a_publisher_with_words_of_its_own_beside_an_echo_is_an_origin():
    own = "In Izmail the grain terminal burned down; forty lorries were lost to the fire, the port said."
    members = [
        features(mention(FIRE, article="a1", publisher="Courier")),
        features(mention(FIRE.replace("A fire", "The fire"), article="b1", publisher="Herald")),
        features(mention(own, article="b2", publisher="Herald")),
    ]
    assert origins(members) == ["courier", "courier", "herald"]

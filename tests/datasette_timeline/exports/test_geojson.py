"""GeoJSON (RFC 7946): points in WGS 84, longitude first; only places that are certain."""

import json

import pytest

from datasette_timeline.exports.record import COLUMNS


def test_a_feature_is_a_point_with_longitude_first(write, make_event):
    collection = json.loads(write("geojson", make_event()))
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [-0.125, 51.5]}
    assert set(feature["properties"]) == set(COLUMNS) - {"latitude", "longitude"}


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(None, None), (1.0, None), (90.5, 0.0), (0.0, -181.0), (float("nan"), 0.0)],
)
def test_an_event_without_a_point_on_the_globe_is_left_out(write, make_event, latitude, longitude):
    document = write("geojson", make_event(latitude=latitude, longitude=longitude))
    assert json.loads(document)["features"] == []


def test_hostile_texts_come_back_exactly(write, make_event, trap):
    (feature,) = json.loads(write("geojson", make_event(title=trap, place=trap)))["features"]
    assert feature["properties"]["title"] == trap

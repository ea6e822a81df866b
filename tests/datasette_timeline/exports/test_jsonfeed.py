"""JSON Feed 1.1, against a JSON Schema written from the specification (jsonfeed.org/version/1.1)."""

import json
from datetime import datetime

import pytest

TEXT = {"type": "string"}
ADDRESS = {"type": "string", "pattern": "^https?://"}
INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
AUTHORS = {
    "type": "array",
    "items": {"type": "object", "minProperties": 1, "properties": {"name": TEXT, "url": ADDRESS}},
}
ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "url": ADDRESS,
        "external_url": ADDRESS,
        "title": TEXT,
        "content_html": TEXT,
        "content_text": TEXT,
        "date_published": INSTANT,
        "date_modified": INSTANT,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": TEXT},
        "language": TEXT,
    },
    "patternProperties": {"^_[A-Za-z]": {"type": "object"}},
    "additionalProperties": False,
}
FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "next_url": ADDRESS,
        "description": TEXT,
        "authors": AUTHORS,
        "language": TEXT,
        "items": {"type": "array", "items": ITEM},
    },
    "additionalProperties": False,
}


def validated(document: bytes) -> dict:
    jsonschema = pytest.importorskip(
        "jsonschema", reason="jsonschema (extra: validators) is not installed"
    )
    feed = json.loads(document)
    jsonschema.validate(feed, FEED)
    return feed


def test_a_feed_fulfils_the_specification(write, make_event):
    feed = validated(
        write("json", make_event(), make_event(slug="other"), next_url="https://a.example/2")
    )
    assert feed["next_url"] == "https://a.example/2"
    assert len({item["id"] for item in feed["items"]}) == 2
    item = feed["items"][0]
    assert item["url"] == make_event().permalink
    assert item["external_url"] == "https://echo.example/rates?a=1&b=2"
    assert datetime.fromisoformat(item["date_published"]).year == 1998
    assert item["_timeline"]["edtf"] == "1998-05-12"
    assert item["_timeline"]["precision"] == "day"


def test_an_empty_feed_fulfils_it_too(write):
    assert validated(write("json"))["items"] == []


def test_hostile_texts_come_back_as_texts(write, make_event, trap):
    feed = validated(write("json", make_event(quote=trap, title=trap, publisher=trap, url=trap)))
    (item,) = feed["items"]
    assert item["content_text"].startswith(trap)
    assert "external_url" not in item

"""TimelineJS 3: partial dates, words for vague ones, texts that are HTML there and nothing but texts."""

import json
import re
from html.parser import HTMLParser

import pytest


def slides(document: bytes) -> list[dict]:
    return json.loads(document)["events"]


class TagNames(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        assert all(value.startswith("http") for name, value in attrs if name == "href")


@pytest.mark.parametrize(
    ("facts", "start", "end"),
    [
        ({}, {"year": 1998, "month": 5, "day": 12}, None),
        (
            {
                "edtf": "1998-05",
                "date_start": "1998-05-01",
                "date_end": "1998-05-31",
                "precision": "month",
            },
            {"year": 1998, "month": 5},
            None,
        ),
        (
            {
                "edtf": "199X",
                "date_start": "1990-01-01",
                "date_end": "1999-12-31",
                "precision": "decade",
            },
            {"year": 1990},
            {"year": 1999},
        ),
        (
            {"edtf": "1998/..", "date_start": "1998-01-01", "date_end": None, "precision": "open"},
            {"year": 1998},
            None,
        ),
        (
            {"edtf": "1998-05-12/1998-05-14", "date_end": "1998-05-14"},
            {"year": 1998, "month": 5, "day": 12},
            {"year": 1998, "month": 5, "day": 14},
        ),
    ],
)
def test_a_slide_has_the_parts_that_the_source_gave(write, make_event, facts, start, end):
    (slide,) = slides(write("timelinejs.json", make_event(**facts)))
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide["display_date"]


def test_an_event_without_a_start_has_no_slide(write, make_event):
    assert slides(write("timelinejs.json", make_event(edtf="../1998", date_start=None))) == []


def test_no_event_makes_an_empty_timeline_with_a_title(write):
    timeline = json.loads(write("timelinejs.json"))
    assert timeline["events"] == []
    assert timeline["title"]["text"]["headline"] == "Harbour timeline: May 1998"


def test_the_limit_is_told_on_the_title_slide(write):
    assert (
        "200 most widely"
        in json.loads(write("timelinejs.json", limited_to=200))["title"]["text"]["text"]
    )


def test_texts_bring_no_element_of_their_own(write, make_event, trap):
    document = write(
        "timelinejs.json",
        make_event(
            title=trap, quote=trap, speaker=trap, publisher=trap, url=trap, edtf=trap, slug=trap
        ),
        title=trap,
    )
    timeline = json.loads(document)
    for slide in (*timeline["events"], timeline["title"]):
        tags = TagNames()
        tags.feed(slide["text"]["headline"] + slide["text"]["text"] + slide.get("display_date", ""))
        assert tags.found <= {"p", "a", "blockquote"}
    assert re.fullmatch(r"[a-z0-9-]+", timeline["events"][0]["unique_id"])

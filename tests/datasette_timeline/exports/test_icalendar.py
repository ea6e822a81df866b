"""iCalendar: lines, folding, exclusive ends, stable names; no date finer than its source gave."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.exports.icalendar import escape, fold


def parse(document: bytes):
    icalendar = pytest.importorskip(
        "icalendar", reason="icalendar (extra: validators) is not installed"
    )
    calendar = icalendar.Calendar.from_ical(document)
    assert calendar.errors == []
    assert all(component.errors == [] for component in calendar.walk())
    return calendar


def test_an_event_is_an_all_day_entry_whose_end_is_the_day_after(write, make_event):
    calendar = parse(write("ics", make_event()))
    (entry,) = calendar.walk("VEVENT")
    assert entry["DTSTART"].dt == date(1998, 5, 12)
    assert entry["DTEND"].dt == date(1998, 5, 13)
    assert entry["SUMMARY"] == "Bank cuts its rate"
    assert entry["URL"] == make_event().permalink
    assert entry["DTSTAMP"].dt.isoformat() == "1998-05-13T09:30:00+00:00"
    assert entry["TRANSP"] == "TRANSPARENT"
    assert "5 per cent" in entry["DESCRIPTION"]
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]


def test_an_interval_of_days_ends_the_day_after_its_last(write, make_event):
    (entry,) = parse(write("ics", make_event(date_end="1998-05-14"))).walk("VEVENT")
    assert entry["DTEND"].dt == date(1998, 5, 15)


def test_its_name_depends_on_the_slug_alone(write, make_event):
    first = make_event()
    second = make_event(title="Changed", permalink="http://other.example/event/x")
    uids = {str(e["UID"]) for e in parse(write("ics", first, second)).walk("VEVENT")}
    assert uids == {str(first.uuid)}


def test_a_vague_date_has_no_entry_unless_asked_for_and_then_says_so(write, make_event):
    month = make_event(
        edtf="1998-05", date_start="1998-05-01", date_end="1998-05-31", precision="month"
    )
    assert list(parse(write("ics", month)).walk("VEVENT")) == []
    (entry,) = parse(write("ics", month, include_vague=True)).walk("VEVENT")
    assert entry["SUMMARY"].startswith("[May 1998] ")
    assert entry["X-EDTF"] == "1998-05"
    assert entry["DTEND"].dt == date(1998, 6, 1)


@pytest.mark.parametrize(
    "facts",
    [
        {"precision": "decade", "date_start": "1990-01-01", "date_end": "1999-12-31"},
        {"precision": "open", "date_end": None},
        {"precision": "unknown", "date_start": None, "date_end": None},
        {"date_start": "not a day"},
        {"date_start": "1998-05-12", "date_end": "1998-05-01"},
        {"date_start": "9999-12-31", "date_end": "9999-12-31"},
    ],
)
def test_a_date_without_a_form_is_left_out(write, make_event, facts):
    assert list(parse(write("ics", make_event(**facts), include_vague=True)).walk("VEVENT")) == []


def test_an_empty_calendar_still_holds_a_component(write):
    calendar = parse(write("ics"))
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_the_limit_is_told(write):
    assert "The first 5 events of more" in parse(write("ics", limited_to=5))["DESCRIPTION"]


def test_every_line_is_short_and_no_text_ends_one(write, make_event, trap):
    document = write(
        "ics", make_event(title=trap, quote=trap, publisher=trap, place=trap, edtf=trap), title=trap
    )
    assert document.endswith(b"\r\n")
    assert b"\n" not in document.replace(b"\r\n", b"")
    assert b"\r" not in document.replace(b"\r\n", b"")
    for line in document.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # a fold never splits a character
    assert len(parse(document).walk("VEVENT")) == 1


def test_a_text_comes_back_with_its_words(write, make_event, trap):
    (entry,) = parse(write("ics", make_event(quote=trap))).walk("VEVENT")
    kept = "".join(c for c in trap if c.isprintable() and c != "\u200b")
    found = "".join(c for c in str(entry["DESCRIPTION"]) if c.isprintable() and c != "\u200b")
    assert kept.strip() in found


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_unfolding_gives_the_line_back(text):
    line = escape(text)
    folded = fold(line)
    assert folded.endswith("\r\n")
    assert folded[:-2].replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))

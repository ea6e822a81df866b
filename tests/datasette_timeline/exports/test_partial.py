"""Dates in parts and in words: never finer than the source gave them."""

from datetime import date

import pytest

from datasette_timeline.exports.partial import first_and_last, iso, words
from datasette_timeline.exports.record import EventRow
from ingest import dates


def event_on(when: dates.DateRange, relation: str = "on") -> EventRow:
    return EventRow(
        slug="x",
        title="x",
        edtf=when.edtf,
        date_start=when.start.isoformat() if when.start else None,
        date_end=when.end.isoformat() if when.end else None,
        precision=when.precision,
        relation=relation,
    )


DAY = dates.day(date(1998, 5, 12))


@pytest.mark.parametrize(
    ("when", "relation", "expected_words", "first", "last"),
    [
        (DAY, "on", "12 May 1998", (1998, 5, 12), (1998, 5, 12)),
        (
            dates.instant(date(1998, 5, 12), "minute"),
            "on",
            "12 May 1998",
            (1998, 5, 12),
            (1998, 5, 12),
        ),
        (dates.month(1998, 5), "on", "May 1998", (1998, 5), (1998, 5)),
        (dates.month(1998, 5), "about", "about May 1998", (1998, 5), (1998, 5)),
        (dates.year(1998), "on", "1998", (1998,), (1998,)),
        (dates.season(2024, "summer"), "on", "summer 2024", (2024, 6), (2024, 8)),
        (dates.season(2024, "winter"), "on", "winter 2024–2025", (2024, 12), (2025, 2)),
        (dates.quarter(2024, 2), "on", "the second quarter of 2024", (2024, 4), (2024, 6)),
        (dates.half(2024, 2), "on", "the second half of 2024", (2024, 7), (2024, 12)),
        (dates.decade(1990), "on", "the 1990s", (1990,), (1999,)),
        (dates.century(1900), "on", "between 1900 and 1999", (1900,), (1999,)),
        (dates.week(date(2024, 6, 24)), "on", "week of 24 June 2024", (2024, 6, 24), (2024, 6, 30)),
        (dates.since(dates.year(2014)), "since", "since 2014", (2014,), None),
        (dates.after(DAY), "after", "after 12 May 1998", (1998, 5, 13), None),
        (dates.until(dates.month(2014, 3)), "until", "until March 2014", None, (2014, 3)),
        (dates.before(dates.year(2014)), "before", "before 2014", None, (2013, 12, 31)),
        (
            dates.between(dates.month(2014, 3), dates.month(2014, 5)),
            "on",
            "between March 2014 and May 2014",
            (2014, 3),
            (2014, 5),
        ),
        (dates.year(-43), "on", "44 BC", (-43,), (-43,)),
        (dates.UNKNOWN, "on", "no date known", None, None),
    ],
)
def test_a_date_keeps_the_precision_that_it_was_given(when, relation, expected_words, first, last):
    event = event_on(when, relation)
    assert words(event) == expected_words
    assert first_and_last(event) == (first, last)


@pytest.mark.parametrize(
    "edtf", ["[1998-05-01,1998-05-03]", "1998-XX-12", "nonsense", "1998-99", "1998~"]
)
def test_of_unknown_edtf_the_bounds_are_used(edtf):
    event = EventRow(
        slug="x",
        title="x",
        edtf=edtf,
        date_start="1998-05-01",
        date_end="1998-05-03",
        precision="day",
    )
    assert first_and_last(event) in {((1998, 5, 1), (1998, 5, 3)), ((1998,), (1998,))}


@pytest.mark.parametrize(
    ("parts", "text"),
    [((1998,), "1998"), ((98, 5), "0098-05"), ((-43,), "-0043"), ((1998, 5, 1), "1998-05-01")],
)
def test_iso_is_as_short_as_the_parts(parts, text):
    assert iso(parts) == text

"""Reads a date's EDTF text: as numbers only as fine as the source gave them, and as English words.

An export that wrote the first day of an interval would invent a date; here "May 1998" stays a year and a
month. Only the EDTF that ingest.dates writes is read; of any other text the stored bounds are used.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from datasette_timeline.exports.record import EventRow

#: (year), (year, month) or (year, month, day); year 0 is 1 BC, as in ISO 8601.
Parts = tuple[int, ...]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

#: EDTF's codes in the place of a month (ISO 8601-2:2019, 4.8): seasons, quarters, halves.
_DIVISIONS: Final = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
    "40": "first half of", "41": "second half of",
}  # fmt: skip

_DAY: Final = re.compile(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?")
_OPEN: Final = frozenset({"", ".."})

#: How many parts a bound of an interval that EDTF cannot tell is given; others are years.
_PARTS_OF_PRECISION: Final = {
    "second": 3, "minute": 3, "hour": 3, "day": 3, "week": 3,
    "month": 2, "season": 2, "quarter": 2, "half": 2,
}  # fmt: skip


def first_and_last(event: EventRow) -> tuple[Parts | None, Parts | None]:
    """Return the event's first and last date in parts; None: open, or not known.

    Equal parts mean one date ("May 1998" is (1998, 5) and (1998, 5)).
    """
    first, _, last = _unqualified(event.edtf).partition("/")
    return (
        _parts(first, event.first_day, event.precision),
        _parts(last or first, event.last_day, event.precision),
    )


def _parts(side: str, bound: date | None, precision: str) -> Parts | None:
    if bound is None:
        return _year_before_christ(side)
    match = _DAY.fullmatch(side)
    if match is None:
        depth = 1 if "X" in side else _PARTS_OF_PRECISION.get(precision, 1)
    else:
        depth = sum(group is not None for group in match.groups())
    return (bound.year, bound.month, bound.day)[:depth]


def _year_before_christ(side: str) -> Parts | None:
    """A year before the year 1 has no stored bounds, only its EDTF."""
    return (int(side),) if re.fullmatch(r"-\d{4,6}|0000", side) else None


def iso(parts: Parts) -> str:
    """Return parts in ISO 8601, as short as they are: 1998, 1998-05 or 1998-05-12."""
    year = f"{parts[0]:04}" if parts[0] >= 0 else f"-{-parts[0]:04}"
    return "-".join([year, *(f"{part:02}" for part in parts[1:])])


def words(event: EventRow) -> str:
    """Return the date in English, no finer than it was given: "12 May 1998", "summer 2024", "since 2014"."""
    first, slash, last = _unqualified(event.edtf).partition("/")
    if not slash:
        text = _side_words(first) if first else "date unknown"
    elif event.precision == "week" and first not in _OPEN:
        text = f"week of {_side_words(first)}"
    elif last in _OPEN:
        text = (
            f"{_side_words(first)} or later"
            if event.relation == "after"
            else f"since {_side_words(first)}"
        )
    elif first in _OPEN:
        text = (
            f"{_side_words(last)} or earlier"
            if event.relation == "before"
            else f"until {_side_words(last)}"
        )
    else:
        text = f"{_side_words(first)} to {_side_words(last)}"
    is_about = event.relation == "about" or is_approximate(event)
    return f"about {text}" if is_about and first else text


def is_approximate(event: EventRow) -> bool:
    """Whether the source gave the date as about right."""
    return event.relation == "about" or "~" in event.edtf or "%" in event.edtf


def _side_words(side: str) -> str:
    if match := re.fullmatch(r"(\d{2,3})(X|XX)", side):
        first = int(match[1]) * 10 ** len(match[2])
        return f"the {first}s" if match[2] == "X" else f"{first} to {first + 99}"
    match = _DAY.fullmatch(side)
    if match is None:
        return side
    year = _year_words(int(match[1]))
    if match[2] is None:
        return year
    if match[2] in _DIVISIONS:
        return f"{_DIVISIONS[match[2]]} {year}"
    if not 1 <= int(match[2]) <= 12:
        return side
    month = f"{MONTHS[int(match[2]) - 1]} {year}"
    return month if match[3] is None else f"{int(match[3])} {month}"


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _unqualified(edtf: str) -> str:
    """Drop EDTF's marks of doubt (? ~ %), which say how sure a date is, not what it is."""
    return re.sub(r"[?~%]", "", edtf)

"""A date as numbers only as fine as its source gave them, and in the words that the pages use.

An export that wrote the first day of an interval would invent a date; here "May 1998" stays a year and a
month. Only the EDTF that ingest.dates writes is read; of any other text the stored bounds are used.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from datasette_timeline.exports.record import EventRow
from datasette_timeline.presentation import datetext

#: (year), (year, month) or (year, month, day); year 0 is 1 BC, as in ISO 8601.
Parts = tuple[int, ...]

_CALENDAR_DATE: Final = re.compile(r"\d{4}(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_YEAR_BEFORE_CHRIST: Final = re.compile(r"-\d{4,6}|0000")

#: How many parts a bound is given whose EDTF is a week, a season or a part of a year; others are years.
_PARTS_OF_PRECISION: Final = {
    "second": 3, "minute": 3, "hour": 3, "day": 3, "week": 3,
    "month": 2, "season": 2, "quarter": 2, "half": 2,
}  # fmt: skip

_COLUMNS: Final = ("edtf", "date_start", "date_end", "precision", "relation")


def first_and_last(event: EventRow) -> tuple[Parts | None, Parts | None]:
    """Return the event's first and last date in parts; None: open, or not known.

    Equal parts mean one date ("May 1998" is (1998, 5) and (1998, 5)).
    """
    first, _, last = event.edtf.partition("/")
    return (
        _parts(first, event.first_day, event.precision),
        _parts(last or first, event.last_day, event.precision),
    )


def iso(parts: Parts) -> str:
    """Return parts in ISO 8601, as short as they are: 1998, 1998-05 or 1998-05-12."""
    year = f"{parts[0]:04}" if parts[0] >= 0 else f"-{-parts[0]:04}"
    return "-".join([year, *(f"{part:02}" for part in parts[1:])])


def words(event: EventRow) -> str:
    """Return the date in English, as the event's page says it: "12 May 1998", "since 2014"."""
    return datetext.when({name: getattr(event, name) for name in _COLUMNS}).text


def _parts(side: str, bound: date | None, precision: str) -> Parts | None:
    if bound is None:
        return (int(side),) if _YEAR_BEFORE_CHRIST.fullmatch(side) else None
    match = _CALENDAR_DATE.fullmatch(side)
    if match is None:
        depth = 1 if "X" in side else _PARTS_OF_PRECISION.get(precision, 1)
    else:
        depth = 1 + sum(group is not None for group in match.groups())
    return (bound.year, bound.month, bound.day)[:depth]

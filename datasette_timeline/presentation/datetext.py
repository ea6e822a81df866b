"""An event's date in words: "25 June 2024", "some time in summer 2024", "since 2014". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from datasette_timeline.reading.rows import Row, day
from datasette_timeline.views import periods

_EXACT: Final = frozenset({"second", "minute", "hour", "day"})
_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_ORDINALS: Final = ("first", "second", "third", "fourth")
#: A season or a quarter is no longer than this many days.
_QUARTER_DAYS: Final = 92


@dataclass(frozen=True, slots=True)
class When:
    """An event's date in words, with what HTML's <time> may hold (None where it has no form for it)."""

    text: str
    machine: str | None
    is_vague: bool


def when(row: Row) -> When:
    """Return the date of an event or mention as a reader would say it."""
    start, end = day(row["date_start"]), day(row["date_end"])
    precision, relation = row["precision"], row["relation"]
    about = "about " if relation == "about" else ""
    if start is None and end is None:
        return When(about + _edtf_words(row["edtf"]), None, is_vague=True)
    if start is None or end is None:
        return When(_open(start, end, relation), None, is_vague=True)
    if precision in _EXACT and start == end:
        return When(about + long_day(start), start.isoformat(), is_vague=bool(about))
    text = _span(start, end, precision)
    machine = {"month": start.isoformat()[:7], "year": f"{start.year:04}"}.get(precision)
    if machine and periods.parse(machine).end != end:
        machine = None
    return When(about + text, machine, is_vague=True)


def heading(row: Row) -> str:
    """Return the heading under which a list puts the event: a day, or "Some time in ..."."""
    said = when(row)
    if not said.is_vague:
        return said.text
    if row["date_start"] is None or row["date_end"] is None:
        return said.text[:1].upper() + said.text[1:]
    if said.text.startswith(("about ", "week ", "between ")):
        return said.text[:1].upper() + said.text[1:]
    return f"Some time in {said.text}"


def long_day(on: date) -> str:
    """Return a day as '25 June 2024'."""
    return periods.day(on).label


def _open(start: date | None, end: date | None, relation: str) -> str:
    if start:
        if relation == "after":
            return f"after {_shortest(start - timedelta(days=1), ends=True)}"
        return f"since {_shortest(start, ends=False)}"
    assert end is not None  # noqa: S101 - the caller knows one bound
    if relation == "before" and end < date.max:
        return f"before {_shortest(end + timedelta(days=1), ends=False)}"
    return f"until {_shortest(end, ends=True)}"


def _shortest(on: date, *, ends: bool) -> str:
    """Return a bound as the year or month that begins (or ends) there, else as the day."""
    for unit in ("year", "month"):
        period = periods.containing(on, unit)
        if on == (period.end if ends else period.start):
            return period.label
    return long_day(on)


def _span(start: date, end: date, precision: str) -> str:
    period = periods.spanning(start, end)
    if period and period.unit in {"year", "month"}:
        return period.label
    if named := _named_span(start, end, precision):
        return named
    if start == end:
        return long_day(start)
    first, last = periods.written(start, end)
    return f"between {periods.parse(first).label} and {periods.parse(last).label}"


def _named_span(start: date, end: date, precision: str) -> str | None:
    days, name = (end - start).days, None
    match precision:
        case "season" if start.month in _SEASONS and start.day == 1 and days < _QUARTER_DAYS:
            winter = f"–{end.year}" if end.year != start.year else ""
            name = f"{_SEASONS[start.month]} {start.year}{winter}"
        case "quarter" if start.month % 3 == 1 and days < _QUARTER_DAYS:
            name = f"the {_ORDINALS[start.month // 3]} quarter of {start.year}"
        case "half" if start.month in {1, 7} and start.year == end.year:
            name = f"the {_ORDINALS[start.month // 7]} half of {start.year}"
        case "decade" if end.year - start.year == 9:
            name = f"the {start.year}s"
        case "week" if days == 6:
            name = f"week of {long_day(start)}"
    return name


def _edtf_words(edtf: str) -> str:
    """Return a date outside the calendar's years in words: '-0043' is 44 BC (EDTF counts a year 0)."""
    if match := re.fullmatch(r"-?(\d{4,})", edtf):
        before_christ = int(match[1]) + 1 if edtf.startswith("-") or int(match[1]) == 0 else None
        return f"{before_christ} BC" if before_christ else edtf
    if match := re.fullmatch(r"(-\d{4,}|0000)/(-\d{4,}|0000)", edtf):
        first, last = (1 - int(year) for year in match.groups())
        return f"between {first} BC and {last} BC"
    return f"date outside the calendar ({edtf})" if edtf else "no date known"

"""Calendar periods as the addresses of pages: 2024, 2024-06, 2024-06-25, the 1990s. Pure.

Both bounds are inclusive days of the proleptic Gregorian calendar, years 1 to 9999 (ISO 8601 and
Python's `date` end there).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Unit = Literal["decade", "year", "month", "day"]

MONTHS: Final = tuple(calendar.month_name)[1:]
_WRITTEN: Final = re.compile(r"(\d{1,4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_DECADE: Final = re.compile(r"(\d{3})(?:0s|X)")
_HINT: Final = "write a year, a month or a day: 2024, 2024-06 or 2024-06-25"


class PeriodError(ValueError):
    """Words that name no calendar period; the message says why and how to write one."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A decade, year, month or day of the calendar."""

    start: date
    end: date
    unit: Unit

    @property
    def key(self) -> str:
        """Its name in ISO 8601 order ('2024-06'), which is also its name in the count tables."""
        length = {"decade": 4, "year": 4, "month": 7, "day": 10}[self.unit]
        return self.start.isoformat()[:length]

    @property
    def path(self) -> str:
        """The path of its page, without the site's prefix; a decade has none of its own."""
        if self.unit == "decade":
            return f"/?from={self.start.year:04}&to={self.end.year:04}"
        return "/" + self.key.replace("-", "/")

    @property
    def label(self) -> str:
        """Its name in words: '2024', 'June 2024', '25 June 2024', '1990s'."""
        year = f"{self.start.year}"
        match self.unit:
            case "decade":
                return f"{year}s"
            case "year":
                return year
            case "month":
                return f"{MONTHS[self.start.month - 1]} {year}"
            case "day":
                return f"{self.start.day} {MONTHS[self.start.month - 1]} {year}"

    @property
    def short_label(self) -> str:
        """Its name within the period above it: 'Jun' in a year, '25' in a month."""
        if self.unit == "month":
            return MONTHS[self.start.month - 1][:3]
        return str(self.start.day) if self.unit == "day" else self.label

    @property
    def parent(self) -> Period | None:
        """The period that a breadcrumb names before it; None above a year."""
        if self.unit == "day":
            return month(self.start.year, self.start.month)
        return year(self.start.year) if self.unit == "month" else None

    @property
    def previous(self) -> Period | None:
        """The period of the same length before it; None before the year 1."""
        if self.start == date.min:
            return None
        return containing(self.start - timedelta(days=1), self.unit)

    @property
    def next(self) -> Period | None:
        """The period of the same length after it; None after the year 9999."""
        if self.end == date.max:
            return None
        return containing(self.end + timedelta(days=1), self.unit)


def decade(first_year: int) -> Period:
    """Return the ten years from `first_year`, a multiple of ten (the first has nine)."""
    return Period(date(max(first_year, 1), 1, 1), date(first_year + 9, 12, 31), "decade")


def year(number: int) -> Period:
    """Return a calendar year; raises ValueError outside 1 to 9999."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def month(year_number: int, number: int) -> Period:
    """Return a calendar month; raises ValueError where there is none."""
    first = date(year_number, number, 1)
    return Period(first, first.replace(day=calendar.monthrange(year_number, number)[1]), "month")


def day(on: date) -> Period:
    """Return one calendar day."""
    return Period(on, on, "day")


def containing(on: date, unit: Unit) -> Period:
    """Return the period of that unit in which the day lies."""
    match unit:
        case "decade":
            return decade(on.year - on.year % 10)
        case "year":
            return year(on.year)
        case "month":
            return month(on.year, on.month)
        case "day":
            return day(on)


def parse(text: str) -> Period:
    """Return the period that `text` names; raises PeriodError with a hint where it names none."""
    written = text.strip()
    if match := _DECADE.fullmatch(written):
        return decade(int(match[1]) * 10)
    match = _WRITTEN.fullmatch(written)
    if not match:
        raise PeriodError(f"“{written[:40]}” is not a date; {_HINT}")
    numbers = [int(part) for part in match.groups() if part]
    try:
        if len(numbers) == 1:
            return year(numbers[0])
        return month(*numbers) if len(numbers) == 2 else day(date(*numbers))
    except (ValueError, IndexError) as error:
        raise PeriodError(f"the calendar has no {written}; {_HINT}") from error


def written(start: date, end: date) -> tuple[str, str]:
    """Return two bounds in their shortest form: whole years as '2024', whole months as '2024-06'."""
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return f"{start.year:04}", f"{end.year:04}"
    if start.day == 1 and end == month(end.year, end.month).end:
        return f"{start.year:04}-{start.month:02}", f"{end.year:04}-{end.month:02}"
    return start.isoformat(), end.isoformat()


def written_start(on: date) -> str:
    """Return the first day of a range in its shortest form: '2024' for 1 January 2024."""
    return on.isoformat()[: 4 if (on.month, on.day) == (1, 1) else 7 if on.day == 1 else 10]


def written_end(on: date) -> str:
    """Return the last day of a range in its shortest form: '2024' for 31 December 2024."""
    is_last = on == month(on.year, on.month).end
    return on.isoformat()[: 4 if is_last and on.month == 12 else 7 if is_last else 10]


def spanning(start: date, end: date) -> Period | None:
    """Return the year, month or day that lies exactly between the bounds, if one does."""
    for unit in ("day", "month", "year"):
        period = containing(start, unit)
        if period.start == start and period.end == end:
            return period
    return None

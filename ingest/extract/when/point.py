"""A point of the calendar that later words may refer to: a year, perhaps a month, perhaps a day. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ingest.extract.when import values
from ingest.extract.when.values import SEASON_MONTHS, interval

_BEFORE_CHRIST: Final = re.compile(r"BC(\d{4})(?:-(\d\d|SP|SU|FA|WI))?")
#: Which units can be counted from a point that is known to the grain: days only from a day.
_COUNTABLE: Final = {
    "day": frozenset({"D", "W", "FN", "WE", "M", "Q", "Y", "DE", "CE"}),
    "week": frozenset({"W", "FN", "M", "Q", "Y", "DE", "CE"}),
    "month": frozenset({"M", "Q", "Y", "DE", "CE"}),
    "year": frozenset({"Y", "DE", "CE"}),
}
_GRAINS: Final = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "week": "week", "month": "month",
    "season": "month", "quarter": "month", "half": "year", "year": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """Where a date stands; `year` is astronomical (0 is 1 BC), `month` and `day` are 1 if unknown."""

    value: str
    year: int
    month: int
    day: int
    grain: str

    @property
    def on(self) -> date | None:
        """Its first day; None before the year 1."""
        return date(self.year, self.month, self.day) if self.year >= 1 else None

    def counts(self, unit: str) -> bool:
        """Whether a distance in `unit` can be counted from it."""
        return unit in _COUNTABLE[self.grain]

    def plus(self, unit: str, count: float) -> str:
        """Return the TIMEX3 value `count` units on, as coarse as the unit.

        Raises:
            ValueError, OverflowError: beyond the calendar.
        """
        if self.year >= 1:
            return values.shifted(date(self.year, self.month, self.day), unit, count)
        if unit == "M":
            return values.of_month(self.year, self.month + round(count))
        years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
        if years is None:
            raise ValueError(f"no {unit} before Christ")
        value = values.of_year(self.year + round(count * years))
        return value[: {"Y": 6, "DE": 5, "CE": 4}[unit]] if value[0] == "B" else value


@lru_cache(maxsize=4096)
def point_of(value: str) -> Point | None:
    """Return the point that a TIMEX3 value names; None for lengths, sets, references and decades."""
    if value[:2] == "BC":
        found = _BEFORE_CHRIST.fullmatch(value)
        if not found:
            return None
        part = found[2]
        month = 1 if not part else SEASON_MONTHS[part] if part.isalpha() else int(part)
        return Point(value, 1 - int(found[1]), month, 1, "month" if part else "year")
    when = interval(value)
    grain = _GRAINS.get(when.precision)
    if grain is None or when.start is None:
        return None
    return Point(value, when.start.year, when.start.month, when.start.day, grain)


@lru_cache(maxsize=1024)
def point_on(day: date) -> Point:
    """Return the point of a calendar day."""
    return Point(day.isoformat(), day.year, day.month, day.day, "day")


def days_on(day: date, count: int) -> date | None:
    """Return the day `count` days on, None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None

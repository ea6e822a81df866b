"""TIMEX3 values: how they are written, and the calendar interval that each one means. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ingest import dates
from ingest.dates import UNKNOWN, DateRange, Season

_SEASON_NAMES: Final[dict[str, Season]] = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}  # fmt: skip
_FORMS: Final[tuple[tuple[str, Callable[..., DateRange]], ...]] = (
    (r"(\d{4})-(\d\d)-(\d\d)(T.*)?", lambda y, m, d, clock: _moment(date(int(y), int(m), int(d)), clock)),
    (r"(\d{4})-(\d\d)", lambda y, m: dates.month(int(y), int(m))),
    (r"(\d{4})", lambda y: dates.year(int(y))),
    (r"(\d{3})", lambda d: dates.decade(int(d) * 10)),
    (r"(\d{2})", lambda c: dates.century(int(c) * 100)),
    (r"(\d{4})-W(\d\d)", lambda y, w: dates.week(date.fromisocalendar(int(y), int(w), 1))),
    (r"(\d{4})-W(\d\d)-WE", lambda y, w: dates.weekend(date.fromisocalendar(int(y), int(w), 6))),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda y, s: dates.season(int(y), _SEASON_NAMES[s])),
    (r"(\d{4})-Q([1-4])", lambda y, q: dates.quarter(int(y), int(q))),
    (r"(\d{4})-H([12])", lambda y, h: dates.half(int(y), int(h))),
    (r"BC(\d{4})", lambda y: dates.year(1 - int(y))),
    (r"BC(\d{4})-(\d\d)-(\d\d)", lambda y, m, d: dates.before_christ_day(1 - int(y), int(m), int(d))),
    (r"BC(\d{4})-(\d\d|SP|SU|FA|WI)", lambda y, part: dates.before_christ_part(1 - int(y), _part_code(part))),
    (r"BC(\d{3})", lambda d: dates.before_christ_decade(int(d) * 10)),
    (r"BC(\d{2})", lambda c: dates.before_christ_century(int(c) + 1)),
)  # fmt: skip
#: The first month of each season.
SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES: Final = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def _part_code(part: str) -> str:
    return _SEASON_CODES.get(part, part)


_COMPILED: Final = tuple((re.compile(form), make) for form, make in _FORMS)
_CLOCK_PRECISIONS: Final = {3: "hour", 6: "minute", 9: "second"}


@lru_cache(maxsize=4096)
def interval(value: str) -> DateRange:
    """Return the interval that a TIMEX3 value means; unknown for lengths, sets and references."""
    for form, make in _COMPILED:
        if found := form.fullmatch(value):
            try:
                return make(*found.groups())
            except ValueError:
                return UNKNOWN
    return UNKNOWN


def _moment(on: date, clock: str | None) -> DateRange:
    if not clock or not clock[1:2].isdigit():
        return dates.day(on)
    digits = re.sub(r"[Z+-].*", "", clock.split(".")[0])
    precision = _CLOCK_PRECISIONS.get(len(digits), "minute")
    return dates.instant(on, precision)  # type: ignore[arg-type]


def of_day(on: date) -> str:
    """Return the value of a calendar day."""
    return on.isoformat()


def of_week(on: date) -> str:
    """Return the value of the ISO week that holds a day."""
    year, week, _ = on.isocalendar()
    return f"{year:04}-W{week:02}"


def of_year(year: int) -> str:
    """Return the value of an astronomical year: 2024, or BC0480 for -479."""
    return f"{year:04}" if year >= 1 else f"BC{1 - year:04}"


def of_month(year: int, month: int) -> str:
    """Return the value of a month; months beyond 1 to 12 count on into other years."""
    carried, index = divmod(month - 1, 12)
    return f"{of_year(year + carried)}-{index + 1:02}"


def of_quarter(year: int, quarter: int) -> str:
    """Return the value of a quarter; quarters beyond 1 to 4 count on into other years."""
    carried, index = divmod(quarter - 1, 4)
    return f"{year + carried:04}-Q{index + 1}"


def add_months(on: date, months: int) -> date:
    """Return the same day so many months on, or the last day of that month where it is shorter.

    Raises:
        ValueError: beyond the years 1 to 9999.
    """
    carried, index = divmod(on.month - 1 + months, 12)
    for day in (on.day, 30, 29, 28):
        if day <= on.day:
            try:
                return on.replace(year=on.year + carried, month=index + 1, day=day)
            except ValueError:
                continue
    raise ValueError(f"no such month: {months} months from {on}")


def _weeks_on(on: date, unit: str, weeks: int) -> str:
    """Return the week, or for WE the weekend, so many weeks on.

    The first weekend to come ends this week; the last one past ended the week before.
    """
    if unit == "WE":
        return f"{of_week(on + timedelta(weeks=weeks - (weeks > 0)))}-WE"
    return of_week(on + timedelta(weeks=weeks))


def shifted(on: date, unit: str, count: float) -> str:
    """Return the value `count` units (D, W, WE, M, Q, Y, DE, CE) from a day, as coarse as the unit.

    Raises:
        ValueError, OverflowError: beyond the years 1 to 9999.
    """
    if unit in ("TH", "TM", "TS"):
        return of_day(on)
    if unit == "D":
        return of_day(on + timedelta(days=round(count)))
    if unit in ("W", "FN", "WE"):
        return _weeks_on(on, unit, round(count * (2 if unit == "FN" else 1)))
    if unit == "M":
        return of_month(on.year, on.month + round(count))
    if unit == "Q":
        return of_quarter(on.year, (on.month + 2) // 3 + round(count))
    years = {"Y": 1, "DE": 10, "CE": 100}[unit]
    year = on.year + round(count * years)
    if not 1 <= year <= 9999:
        raise ValueError(f"year out of range: {year}")
    return f"{year:04}"

"""A date as Dateline means it: an interval with a precision, and its EDTF text. Pure.

The interval's bounds are calendar days, both inclusive; None is an open or unknown bound. EDTF is the
Extended Date/Time Format of ISO 8601-2:2019 as the Library of Congress specifies it (levels 0 to 2).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Precision = Literal[
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "half",
    "year", "decade", "century", "open", "unknown",
]  # fmt: skip
Relation = Literal["on", "before", "after", "since", "until", "about"]
Basis = Literal["explicit", "relative", "context", "published"]
Season = Literal["spring", "summer", "autumn", "winter"]

#: Finest first; "open" and "unknown" are not grades of it.
PRECISIONS: Final[tuple[Precision, ...]] = (
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "half",
    "year", "decade", "century", "open", "unknown",
)  # fmt: skip

#: EDTF level 1 codes of the seasons, and their months in the northern hemisphere (meteorological:
#: winter 2024 is December 2024 to February 2025, as TIMEX3's 2024-WI).
_SEASONS: Final[dict[Season, tuple[int, int]]] = {
    "spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12),
}  # fmt: skip
#: Those whose EDTF is one date of level 0, fit to be the end of an interval.
_PLAIN_PRECISIONS: Final = frozenset({"second", "minute", "hour", "day", "month", "year"})
_QUARTER_CODE = 32  # EDTF level 2: 33 is the first quarter
_HALF_CODE = 39  # EDTF level 2: 40 is the first half-year (semestral)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date somebody gave: `start` to `end`, both inclusive, None where open or unknown.

    `edtf` is the same in EDTF. A date before the year 1 has no `start` or `end` (Python and ISO 8601
    calendars end there) and only its EDTF text.
    """

    start: date | None
    end: date | None
    precision: Precision
    edtf: str

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it starts."""
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"an interval cannot end before it starts: {self.start} > {self.end}")

    @property
    def is_known(self) -> bool:
        """Whether at least one bound is known."""
        return self.start is not None or self.end is not None

    def contains(self, other: DateRange) -> bool:
        """Whether `other` lies within this interval; an open bound contains every day on its side."""
        after = self.start is None or (other.start is not None and other.start >= self.start)
        before = self.end is None or (other.end is not None and other.end <= self.end)
        return self.is_known and other.is_known and after and before

    def overlaps(self, other: DateRange) -> bool:
        """Whether some day lies in both; an unknown date overlaps nothing."""
        if not (self.is_known and other.is_known):
            return False
        return (self.start or date.min) <= (other.end or date.max) and (
            other.start or date.min
        ) <= (self.end or date.max)

    @property
    def days(self) -> int | None:
        """The number of days that it covers, or None where a bound is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    @property
    def sort_on(self) -> date | None:
        """The day that places it in a list: its start, else (open start) its end, else None."""
        return self.start or self.end


UNKNOWN: Final = DateRange(None, None, "unknown", "")


def day(on: date) -> DateRange:
    """Return one calendar day."""
    return DateRange(on, on, "day", on.isoformat())


def instant(on: date, precision: Precision) -> DateRange:
    """Return the day of a time of day known to the second, minute or hour; EDTF keeps the day."""
    return DateRange(on, on, precision, on.isoformat())


def week(monday: date) -> DateRange:
    """Return the ISO week that begins on `monday`; EDTF has no week, so its text is an interval."""
    sunday = monday + timedelta(days=6)
    return DateRange(monday, sunday, "week", f"{monday}/{sunday}")


def span(first: date, last: date, precision: Precision) -> DateRange:
    """Return the days from `first` to `last`, told as precisely as `precision`."""
    return DateRange(first, last, precision, f"{first}/{last}")


def weekend(saturday: date) -> DateRange:
    """Return a Saturday and the Sunday after it; EDTF writes it as an interval."""
    sunday = saturday + timedelta(days=1)
    return DateRange(saturday, sunday, "week", f"{saturday}/{sunday}")


def month(year: int, number: int) -> DateRange:
    """Return a calendar month."""
    return DateRange(
        date(year, number, 1), _last_day(year, number), "month", f"{year:04}-{number:02}"
    )


def season(year: int, name: Season) -> DateRange:
    """Return a meteorological season of the northern hemisphere; winter runs into the next year."""
    code, first = _SEASONS[name]
    end_year, end_month = (year + 1, 2) if name == "winter" else (year, first + 2)
    return DateRange(
        date(year, first, 1), _last_day(end_year, end_month), "season", f"{year:04}-{code}"
    )


def quarter(year: int, number: int) -> DateRange:
    """Return a quarter of a calendar year; EDTF level 2 writes the first as 33."""
    first = 3 * number - 2
    return DateRange(
        date(year, first, 1),
        _last_day(year, first + 2),
        "quarter",
        f"{year:04}-{_QUARTER_CODE + number}",
    )


def half(year: int, number: int) -> DateRange:
    """Return a half of a calendar year; EDTF level 2 writes the first as 40."""
    first = 6 * number - 5
    return DateRange(
        date(year, first, 1), _last_day(year, first + 5), "half", f"{year:04}-{_HALF_CODE + number}"
    )


def year(number: int) -> DateRange:
    """Return a calendar year; one before the year 1 (0 is 1 BC) has no bounds, only EDTF."""
    if number < 1:
        return DateRange(None, None, "year", _astronomical(number))
    return DateRange(date(number, 1, 1), date(number, 12, 31), "year", f"{number:04}")


def decade(first_year: int) -> DateRange:
    """Return the ten years from `first_year`, a multiple of ten ("the 1990s" is 1990 to 1999)."""
    return DateRange(
        date(max(first_year, 1), 1, 1),
        date(first_year + 9, 12, 31),
        "decade",
        f"{first_year // 10:03}X",
    )


def century(first_year: int) -> DateRange:
    """Return the hundred years from `first_year`, a multiple of 100 (TIMEX3 "19": 1900 to 1999)."""
    return DateRange(
        date(max(first_year, 1), 1, 1),
        date(first_year + 99, 12, 31),
        "century",
        f"{first_year // 100:02}XX",
    )


def before_christ_century(number: int) -> DateRange:
    """Return a century before Christ as EDTF only ("5" is the 5th century BC: 500 to 401 BC)."""
    first, last = 1 - 100 * number, 100 - 100 * number  # astronomical: 1 BC is the year 0
    return DateRange(None, None, "century", f"{_astronomical(first)}/{_astronomical(last)}")


def before_christ_decade(first: int) -> DateRange:
    """Return ten years before Christ as EDTF only (470: 479 to 470 BC)."""
    return DateRange(
        None, None, "decade", f"{_astronomical(1 - first - 9)}/{_astronomical(1 - first)}"
    )


def before_christ_part(year_number: int, code: str) -> DateRange:
    """Return a month ("08") or season ("22") of an astronomical year before 1, as EDTF only."""
    precision: Precision = "season" if code > "12" else "month"
    return DateRange(None, None, precision, f"{_astronomical(year_number)}-{code}")


_A_LEAP_YEAR: Final = 2000


def before_christ_day(year_number: int, month_number: int, number: int) -> DateRange:
    """Return a day before the year 1, known by its EDTF alone.

    Raises:
        ValueError: no such day. 29 February is a day of any year: which were leap years is not certain.
    """
    date(_A_LEAP_YEAR, month_number, number)
    text = f"{_astronomical(year_number)}-{month_number:02}-{number:02}"
    return DateRange(None, None, "day", text)


def _astronomical(year_number: int) -> str:
    return f"{year_number:05}" if year_number < 0 else f"{year_number:04}"


def between(first: DateRange, last: DateRange, precision: Precision | None = None) -> DateRange:
    """Return the interval from the start of `first` to the end of `last`; EDTF joins the two texts.

    `precision` is that of the whole as it is told; by default the vaguer of the two.
    """
    grades = PRECISIONS.index
    vaguer = max(first.precision, last.precision, key=grades)
    edtf = f"{_endpoint(first, first.start)}/{_endpoint(last, last.end)}"
    return DateRange(first.start, last.end, precision or vaguer, edtf)


def _endpoint(range_: DateRange, bound: date | None) -> str:
    """Its EDTF text as one end of an interval: a plain date, for other texts the bound's day."""
    if bound is None or (range_.precision in _PLAIN_PRECISIONS and "/" not in range_.edtf):
        return range_.edtf
    return bound.isoformat()


def since(anchor: DateRange) -> DateRange:
    """Return the open interval that begins with `anchor` ("since 2014" is 2014/..)."""
    return DateRange(anchor.start, None, "open", f"{_endpoint(anchor, anchor.start)}/..")


def after(anchor: DateRange) -> DateRange:
    """Return the open interval that begins the day after `anchor` ends."""
    if anchor.end is None:
        return since(anchor)
    start = anchor.end + timedelta(days=1)
    return DateRange(start, None, "open", f"{start}/..")


def until(anchor: DateRange) -> DateRange:
    """Return the open interval that ends with `anchor`."""
    return DateRange(None, anchor.end, "open", f"../{_endpoint(anchor, anchor.end)}")


def before(anchor: DateRange) -> DateRange:
    """Return the open interval that ends the day before `anchor` starts."""
    if anchor.start is None or anchor.start == date.min:
        return until(anchor)
    end = anchor.start - timedelta(days=1)
    return DateRange(None, end, "open", f"../{end}")


def _last_day(year_number: int, month_number: int) -> date:
    return date(year_number, month_number, calendar.monthrange(year_number, month_number)[1])

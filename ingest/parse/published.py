"""Reads a publication date as printed by feeds, pages and people; never fills in what is not there.

RFC 822, 850, 1123, 2822 and asctime, ISO 8601 and W3CDTF, the broken forms of both that real feeds
print, and dates as people write them. A day without a time stays a day; a month or a year alone is no
publication date (its text is kept by the caller). Pure: no clock, no locale.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from ingest.model import Published
from ingest.parse.month_names import MONTHS
from ingest.parse.zones import zone_of

#: Before printing there was no publication; "0001-01-01" and "-0001-11-30" are empty fields.
_EARLIEST_YEAR: Final = 1450
#: The start of Unix time to the second is an empty field too, in every program that counts from it.
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
#: A printed date is short; what is longer is prose.
_LONGEST: Final = 100

_TIME: Final = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,12})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?"
)
_ZONE: Final = r"\s*(?P<zone>(?:GMT|UTC|UT|Z)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5})?"
_CLOCK: Final = rf"(?:(?:\s*,\s*|\s+|T|\s+(?:at|um|à|a las|-|–)\s+){_TIME}{_ZONE})?"
_WEEKDAY: Final = r"(?:[^\W\d]{2,12}\.?(?:-feira)?\s*,?\s+|[^\W\d]{2,12}\.?,)?"
_MONTH: Final = r"(?P<month>[^\W\d]{3,12})\.?"

_FLAGS: Final = re.IGNORECASE
_DAY_FIRST: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:de\s+|of\s+)?{_MONTH}"
    rf"[\s,-]*(?:de\s+)?(?P<year>\d{{2,4}}){_CLOCK}",
    _FLAGS,
)
_MONTH_FIRST: Final = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<year>\d{{4}}){_CLOCK}",
    _FLAGS,
)
_ASCTIME: Final = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})\s+{_TIME}(?:\s+(?P<zone>[A-Z]{{1,5}}|[+-]\d{{4}}))?"
    r"\s+(?P<year>\d{4})",
    _FLAGS,
)
_YEAR_FIRST: Final = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    rf"(?:(?:\s*T\s*|\s+|,\s*|-){_TIME}{_ZONE})?",
    _FLAGS,
)
_BASIC: Final = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?:[.,]\d{1,12})?(?P<half>(?!))?"
    rf"{_ZONE})?",
    _FLAGS,
)
_HOUR_ONLY: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})T(?P<hour>\d{2})(?P<minute>(?!))?"
    rf"(?P<second>(?!))?(?P<half>(?!))?{_ZONE}",
    _FLAGS,
)
_NUMERIC: Final = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second_part>\d{1,2})(?P=mark)(?P<year>\d{4})" + _CLOCK,
    _FLAGS,
)
_WORDED: Final = (_DAY_FIRST, _MONTH_FIRST, _ASCTIME)
_ISO_WEEK: Final = re.compile(r"(\d{4})-?W(\d{2})-?(\d)")
_ORDINAL: Final = re.compile(r"(\d{4})-(\d{3})")
#: Seconds or milliseconds since 1970, between 2001 and 2286.
_UNIX: Final = re.compile(r"[1-9]\d{9}(\d{3})?")
_COMMENT: Final = re.compile(r"\s*\([^()]*\)\s*$")
#: "2024-05-13T10:00:00+00:00Z", as Java prints with the pattern XXX'Z'.
_DOUBLE_ZONE: Final = re.compile(r"([+-]\d{2}:?\d{2})Z$")


def read_published(text: str | None) -> Published:
    """Return the publication date that `text` prints: an aware instant, a day, or None if it prints none.

    An instant keeps the UTC offset it was printed with, since that tells the publisher's own day; one
    printed without an offset is taken as UTC. An impossible date is None.
    """
    if not text or len(text) > _LONGEST:
        return None
    text = _DOUBLE_ZONE.sub(r"\1", _COMMENT.sub("", " ".join(text.split())))
    try:
        found = _read(text)
        return found if found is not None and _is_plausible(found) else None
    except (ValueError, OverflowError):
        return None


def _read(text: str) -> Published:
    for pattern in (_YEAR_FIRST, _BASIC, _HOUR_ONLY):
        if found := pattern.fullmatch(text):
            return _build(found, int(found["month"]), int(found["day"]))
    for pattern in _WORDED:
        found = pattern.fullmatch(text)
        if found and (month := MONTHS.get(found["month"].lower())):
            return _build(found, month, int(found["day"]))
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found)
    return _counted(text)


def _numeric(found: re.Match[str]) -> Published:
    """Read 13/05/2024 or 05/13/2024; where both numbers may be the month nobody knows, so None.

    With full stops the day comes first everywhere (DIN 5008, ISO 8601's national predecessors).
    """
    first, second = int(found["first"]), int(found["second_part"])
    if found["mark"] == "." or first > 12 or first == second:
        return _build(found, second, first)
    return _build(found, first, second) if second > 12 else None


def _counted(text: str) -> Published:
    if found := _ISO_WEEK.fullmatch(text):
        return date.fromisocalendar(int(found[1]), int(found[2]), int(found[3]))
    if found := _ORDINAL.fullmatch(text):
        on = date(int(found[1]), 1, 1) + timedelta(days=int(found[2]) - 1)
        return on if on.year == int(found[1]) else None
    if found := _UNIX.fullmatch(text):
        return datetime.fromtimestamp(int(text) / (1000 if found[1] else 1), UTC)
    return None


def _build(found: re.Match[str], month: int, day: int) -> Published:
    year = _full_year(found["year"])
    if not found["hour"]:
        return date(year, month, day)
    zone = zone_of((found["zone"] or "").strip())
    if zone is None:
        return None
    hour = _hour_of_day(int(found["hour"]), found["half"])
    second = min(int(found["second"] or 0), 59)  # 60 is a leap second, which Python has not
    minute = int(found["minute"] or 0)
    if (hour, minute, second) == (24, 0, 0):
        # The end of the day (ISO 8601-1 section 5.3.2).
        return datetime(year, month, day, tzinfo=zone) + timedelta(days=1)
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


def _full_year(digits: str) -> int:
    """Return the year of two, three or four digits as RFC 2822 section 4.3 reads them."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + 1900 if len(digits) == 3 or year >= 50 else year + 2000


def _hour_of_day(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(f"there is no {hour} {half}")
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _is_plausible(found: date) -> bool:
    if isinstance(found, datetime):
        # Raises OverflowError where the instant lies outside the calendar in UTC.
        return found.astimezone(UTC) != _EPOCH and found.year >= _EARLIEST_YEAR
    return found.year >= _EARLIEST_YEAR

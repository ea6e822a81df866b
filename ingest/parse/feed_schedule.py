"""How often a feed asks to be read: RSS ttl, skipHours and skipDays, and the RSS 1.0 syndication module."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ingest.parse.limits import TTL_MINUTES

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: RSS 1.0 syndication module: minutes of `sy:updatePeriod`.
_PERIODS: Final = {
    "hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60,
    "yearly": 365 * 24 * 60,
}  # fmt: skip
#: feedparser keeps only the last <hour> and <day>; the lists are short and stand before the items.
_SKIP_HOURS: Final = re.compile(rb"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_SKIP_DAYS: Final = re.compile(rb"<skipDays>(.{0,2000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_HOUR: Final = re.compile(rb"<hour>\s*([0-9]{1,2})\s*</hour>", re.IGNORECASE)
_DAY: Final = re.compile(rb"<day>\s*([A-Za-z]{6,9})\s*</day>", re.IGNORECASE)
_LONGEST_NUMBER: Final = 9


@dataclass(frozen=True, slots=True)
class Schedule:
    """The feed's wishes; None and empty where it has none."""

    ttl_minutes: int | None
    skip_hours: frozenset[int]
    skip_days: frozenset[str]


def read_schedule(body: bytes, channel: Mapping[str, object]) -> Schedule:
    """Return the wishes in a feed's UTF-8 bytes and in its channel's elements as feedparser names them.

    Numbers that make no sense are no wish; long ones are cut to `limits.TTL_MINUTES`. Hours are GMT, and
    24 is midnight (RSS 0.91 counted from 1).
    """
    hours = _HOUR.findall(_first(_SKIP_HOURS, body))
    days = {day.decode().capitalize() for day in _DAY.findall(_first(_SKIP_DAYS, body))}
    skip_hours = frozenset(int(hour) % 24 for hour in hours if int(hour) <= 24)
    return Schedule(
        ttl_minutes=_ttl(channel),
        skip_hours=skip_hours if len(skip_hours) < 24 else frozenset(),
        skip_days=frozenset(days & set(_DAYS)) if len(days) < len(_DAYS) else frozenset(),
    )


def _ttl(channel: Mapping[str, object]) -> int | None:
    wishes = [_number(channel.get("ttl"))]
    period = _PERIODS.get(str(channel.get("sy_updateperiod", "")).strip().lower())
    if period:
        wishes.append(period // (_number(channel.get("sy_updatefrequency")) or 1))
    longest = max((wish for wish in wishes if wish), default=0)
    return min(longest, TTL_MINUTES) if longest else None


def _number(value: object) -> int | None:
    """Return a positive whole number of at most nine digits; longer ones count as the longest."""
    digits = str(value or "").strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits[: _LONGEST_NUMBER + 1]) or None


def _first(pattern: re.Pattern[bytes], body: bytes) -> bytes:
    found = pattern.search(body)
    return found[1] if found else b""

"""Reads what servers say about time: Cache-Control, Expires, Date and Retry-After. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

#: No server's word makes us wait longer; larger values are mistakes (or max-age=10^20).
LONGEST_WAIT: Final = timedelta(days=30)

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?([0-9]+)", re.IGNORECASE)
_SECONDS = re.compile(r"[0-9]+")
#: More digits than LONGEST_WAIT has seconds; a number beyond is as good as infinite.
_DIGITS = 10


def _seconds(digits: str) -> timedelta:
    """Return a number of seconds as a duration of at most LONGEST_WAIT, however many digits it has."""
    significant = digits.lstrip("0") or "0"
    if len(significant) > _DIGITS:
        return LONGEST_WAIT
    return min(timedelta(seconds=int(significant)), LONGEST_WAIT)


def _http_date(text: str | None) -> datetime | None:
    """Return an HTTP-date (RFC 9110 section 5.6.7) in UTC, None where it is absent or none."""
    if not text or len(text) > 64:
        return None
    try:
        parsed = parsedate_to_datetime(text)
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _from_server_date(
    text: str | None, headers: Mapping[str, str], now: datetime
) -> timedelta | None:
    """Return how far a date lies ahead on the server's own clock (its Date header), None if no date."""
    then = _http_date(text)
    if then is None:
        return None
    return min(then - (_http_date(headers.get("date")) or now), LONGEST_WAIT)


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Return how long the publisher calls its answer fresh: the longer of max-age and Expires.

    None where it says nothing; zero where it says "at once"; at most LONGEST_WAIT.
    """
    control = headers.get("cache-control", "")
    max_age = _MAX_AGE.search(control)
    wishes = [_seconds(max_age.group(1))] if max_age else []
    expires = _from_server_date(headers.get("expires"), headers, now)
    if expires is not None:
        wishes.append(max(expires, timedelta()))
    if not wishes:
        return timedelta() if control or "expires" in headers else None
    return max(wishes)


def retry_at(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when a Retry-After header (RFC 9110 section 10.2.3) allows the next request.

    None where there is none, or none that can be used (a past date, not a number).
    """
    value = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(value):
        return now + _seconds(value)
    ahead = _from_server_date(value, headers, now)
    return None if ahead is None or ahead <= timedelta() else now + ahead

"""Decides when a source may be asked again, and what to remember of the last attempt. Pure.

Time and salt are arguments; jitter is a hash of both, so that a run can be told again exactly.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from ingest.errors import DatelineError, FetchError, GoneError, ParseError, RefusedError
from ingest.fetch.freshness import LONGEST_WAIT, fresh_for
from ingest.fetch.polling import PollState
from ingest.model import Fetched, Parsed

__all__ = ["PollState", "after_failure", "after_success", "is_due", "is_unchanged"]

#: Rachel Kroll's feed reader score: at most hourly with conditional requests, else at most daily.
MINIMUM: Final = timedelta(hours=1)
MINIMUM_WITHOUT_VALIDATORS: Final = timedelta(days=1)
#: Back-off doubles from MINIMUM up to the first, after LONG_TROUBLE up to the second.
LONGEST_BACKOFF: Final = timedelta(days=1)
LONGEST_BACKOFF_IN_LONG_TROUBLE: Final = timedelta(days=7)
#: A source that is refused, missing or unreadable for so long, so often, is taken for gone.
LONG_TROUBLE: Final = timedelta(days=30)
LONG_TROUBLE_FAILURES: Final = 3
#: Intervals grow by up to this share, so that feeds do not gather at one moment.
JITTER: Final = 0.2
#: The name of a source's override of MINIMUM in sources.yml, in minutes.
POLL_MINUTES: Final = "poll_minutes"

#: 408 Request Timeout, 425 Too Early, 429 Too Many Requests: they pass, unlike the rest of 4xx.
_TOO_MANY_REQUESTS: Final = 429
_PASSING_STATUSES: Final = frozenset({408, 425, _TOO_MANY_REQUESTS})
#: A due time beyond this was set by a clock that was wrong.
_HORIZON: Final = LONGEST_WAIT * (1 + JITTER) + timedelta(days=8)
_ERROR_CHARACTERS: Final = 500
#: RSS 2.0: skipHours holds hours of GMT, skipDays English names.
_HOURS: Final = frozenset(range(24))
_DAY_NAMES: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_DAYS: Final = frozenset(_DAY_NAMES)


def is_due(state: PollState, now: datetime, *, force: bool) -> bool:
    """Tell whether a source may be asked now. `force` overrides intervals, never Retry-After or 410."""
    if state.gone:
        return False
    if state.not_before is not None and now < state.not_before <= now + _HORIZON:
        return False
    if force or state.next_due_at is None:
        return True
    return not now < state.next_due_at <= now + _HORIZON


def is_unchanged(state: PollState, fetched: Fetched) -> bool:
    """Tell whether there is nothing new to parse: a 304, or the body that was parsed last time."""
    return fetched.not_modified or state.body_sha256 == _digest(fetched.body)


def after_success(
    state: PollState, fetched: Fetched, parsed: Parsed | None, now: datetime, *, salt: str
) -> PollState:
    """Return the state after an answer that was read, parsed and committed (or need not be parsed).

    `parsed` is None for an unchanged answer: the publisher's earlier wishes stay. `salt` is the
    source's key. Both validators are renewed after every 200 and 304 (a 304 without one keeps it:
    RFC 9111 section 3.2). Those of a document that was cut off are not kept: with them the rest of it
    would never come.
    """
    read = replace(
        _with_validators(state, fetched),
        not_before=None,
        host_not_before=None,
        failure_count=0,
        first_failed_at=None,
        last_fetched_at=now,
        last_success_at=now,
        gone=False,
        last_error=None,
    )
    if parsed is not None:
        read = _with_wishes(read, parsed)
    if not fetched.source.is_remote:
        return replace(read, next_due_at=None, reason="a local file: looked at in every run")
    return _scheduled(read, fetched.source.overrides.get(POLL_MINUTES), now, salt)


def _with_wishes(state: PollState, parsed: Parsed) -> PollState:
    """Return `state` with what the feed asks for, as far as it is a time, and whether it came whole."""
    days = {day.strip().capitalize() for day in parsed.skip_days}
    asked = replace(
        state,
        ttl_minutes=None if parsed.ttl_minutes is None else _clamped_minutes(parsed.ttl_minutes),
        skip_hours=parsed.skip_hours & _HOURS,
        skip_days=frozenset(days & _DAYS),
    )
    if parsed.is_cut_off:
        return replace(asked, etag=None, last_modified=None, body_sha256=None)
    return asked


def _with_validators(state: PollState, fetched: Fetched) -> PollState:
    """Return `state` with what this answer says of itself; a 304 changes only what it repeats."""
    fresh = fresh_for(fetched.headers, fetched.fetched_at)
    fresh_seconds = None if fresh is None else int(fresh.total_seconds())
    if fetched.not_modified:
        return replace(
            state,
            etag=fetched.etag or state.etag,
            last_modified=fetched.last_modified or state.last_modified,
            fresh_seconds=state.fresh_seconds if fresh is None else fresh_seconds,
            moved_to=fetched.moved_to or state.moved_to,
        )
    return replace(
        state,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        body_sha256=_digest(fetched.body),
        fresh_seconds=fresh_seconds,
        moved_to=fetched.moved_to or state.moved_to,
    )


def _scheduled(state: PollState, minutes: int | None, now: datetime, salt: str) -> PollState:
    """Set the next time to the longest of everybody's wishes, plus jitter, outside skipped hours."""
    if minutes is not None:
        wishes = [(_clamped(minutes), "sources.yml says so")]
    elif state.etag or state.last_modified:
        wishes = [(MINIMUM, "our minimum")]
    else:
        wishes = [(MINIMUM_WITHOUT_VALIDATORS, "our minimum without ETag or Last-Modified")]
    wishes.append((_clamped(state.ttl_minutes or 0), "the feed's ttl"))
    wishes.append(
        (timedelta(seconds=state.fresh_seconds or 0), "the server's Cache-Control or Expires")
    )
    interval, why = max(wishes, key=lambda wish: wish[0])
    due = now + _jittered(interval, salt, now)
    allowed = _outside_skipped(due, state)
    if allowed != due:
        why += ", moved out of the feed's skipHours and skipDays"
    return replace(state, next_due_at=allowed, reason=f"{_in_words(interval)}: {why}")


def _clamped_minutes(minutes: int) -> int:
    return min(max(minutes, 0), LONGEST_WAIT // timedelta(minutes=1))


def _clamped(minutes: int) -> timedelta:
    """Return minutes as a duration from 0 to LONGEST_WAIT."""
    return timedelta(minutes=_clamped_minutes(minutes))


def _jittered(interval: timedelta, salt: str, now: datetime) -> timedelta:
    """Return `interval` made longer by 0 to JITTER of itself, the same for the same salt and time."""
    digest = hashlib.sha256(f"{salt}\n{now.isoformat()}".encode("utf-8", "replace")).digest()
    share = int.from_bytes(digest[:4]) / 2**32
    return min(interval * (1 + JITTER * share), max(interval, LONGEST_WAIT))


def _outside_skipped(due: datetime, state: PollState) -> datetime:
    """Return the first time from `due` on, in steps of an hour, that the feed does not ask to skip."""
    for hours in range(8 * 24):
        then = due + timedelta(hours=hours)
        if then.hour not in state.skip_hours and _DAY_NAMES[then.weekday()] not in state.skip_days:
            return then
    return due  # a feed that skips every hour of the week does not mean it


def after_failure(state: PollState, error: DatelineError, now: datetime, *, salt: str) -> PollState:
    """Return the state after an attempt that failed in fetching or parsing; validators stay.

    Raises nothing; a FetchError with `retry_at` and no `status` is a postponement, not a failure.
    """
    retry_at = error.retry_at if isinstance(error, FetchError) else None
    if isinstance(error, FetchError) and retry_at is not None and error.status is None:
        due = max(retry_at, state.next_due_at or retry_at)
        return replace(state, next_due_at=due, not_before=retry_at, reason=error.message)
    failed = replace(
        state,
        failure_count=state.failure_count + 1,
        first_failed_at=state.first_failed_at or now,
        last_fetched_at=now,
        last_error=str(error)[:_ERROR_CHARACTERS],
        not_before=retry_at,
        host_not_before=retry_at if _is_for_the_host(error) else None,
    )
    if isinstance(error, GoneError):
        return replace(failed, gone=True, next_due_at=None, reason="410: the publisher ended it")
    if _looks_final(error) and _is_long_trouble(failed, now):
        return replace(failed, gone=True, next_due_at=None, reason="failed for more than 30 days")
    return _backed_off(failed, retry_at, now, salt)


def _backed_off(state: PollState, retry_at: datetime | None, now: datetime, salt: str) -> PollState:
    if retry_at is not None:
        due = max(retry_at, now + MINIMUM)
        return replace(state, next_due_at=due, reason="the server's Retry-After")
    long = _is_long_trouble(state, now)
    longest = LONGEST_BACKOFF_IN_LONG_TROUBLE if long else LONGEST_BACKOFF
    doublings = min(state.failure_count, 16)  # beyond any cap, short of an overflow
    interval = min(MINIMUM * 2**doublings, longest)
    count = state.failure_count
    reason = f"{_in_words(interval)}: failed {'once' if count == 1 else f'{count} times in a row'}"
    return replace(state, next_due_at=now + _jittered(interval, salt, now), reason=reason)


def _is_for_the_host(error: DatelineError) -> bool:
    """Tell whether Retry-After speaks for all sources of the host: 429 counts requests, 503 may not."""
    return isinstance(error, FetchError) and error.status == _TOO_MANY_REQUESTS


def _looks_final(error: DatelineError) -> bool:
    """Tell whether time alone will hardly mend it: most of 4xx, a refused address, not a feed."""
    if isinstance(error, ParseError | RefusedError):
        return True
    status = error.status if isinstance(error, FetchError) else None
    return status is not None and 400 <= status < 500 and status not in _PASSING_STATUSES


def _is_long_trouble(state: PollState, now: datetime) -> bool:
    started = state.first_failed_at or now
    return now - started >= LONG_TROUBLE and state.failure_count >= LONG_TROUBLE_FAILURES


def _in_words(interval: timedelta) -> str:
    """Return "2 days", "90 minutes" or "1 hour"."""
    seconds = int(interval.total_seconds())
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size and seconds % size == 0:
            number = seconds // size
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return f"{seconds} seconds"


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()

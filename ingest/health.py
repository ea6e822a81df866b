"""How each source is doing, in plain facts and plain words. Pure: archive rows in, records out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from ingest.sources import told_name
from ingest.store import SourceRecord

#: Formats whose items may each name a publisher of their own.
_MIXED_FORMATS: Final = frozenset({"jsonl"})


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One line of `dateline status`."""

    key: str
    #: What its owner calls it: the key, but a file outside the site directory by its path.
    name: str
    title: str
    #: active, failing, gone, removed
    state: str
    articles: int
    last_fetched_at: str | None
    last_success_at: str | None
    next_due_at: str | None
    #: Why it will next be asked when, in words.
    reason: str
    failures: int
    #: The stage that failed last and what it said; None: the last attempt went well.
    last_error: str | None


def status(row: Mapping[str, Any]) -> SourceStatus:
    """Return the status of a source, from a row of `Archive.sources`."""
    poll = row["poll_state"]
    error = f"{row['stage']}: {row['error']}" if row["error"] else None
    return SourceStatus(
        key=row["key"],
        name=told_name(row["key"], row["location"]),
        title=_title(row),
        state=_state(row),
        articles=row["article_count"],
        last_fetched_at=poll.get("last_fetched_at"),
        last_success_at=poll.get("last_success_at"),
        next_due_at=poll.get("next_due_at"),
        reason=poll.get("reason") or "never read",
        failures=poll.get("failure_count") or 0,
        last_error=error,
    )


def record(row: Mapping[str, Any]) -> SourceRecord:
    """Return a source as the published file tells it, from a row of `Archive.sources`."""
    told = status(row)
    is_remote = "://" in row["location"]
    return SourceRecord(
        id=row["id"],
        key=row["key"],
        url=_without_credentials(row["location"]) if is_remote else None,
        title=told.title,
        kind=row["format"] or row["kind"],
        publisher=row["publisher"]
        or (None if row["format"] in _MIXED_FORMATS else row["one_publisher"]),
        genre=row["genre"],
        state=told.state,
        last_fetched_at=told.last_fetched_at,
        last_success_at=told.last_success_at,
        next_due_at=told.next_due_at,
        failure_count=told.failures,
        last_error=told.last_error,
    )


def _state(row: Mapping[str, Any]) -> str:
    if row["removed_at"]:
        return "removed"
    if row["poll_state"].get("gone"):
        return "gone"
    return "failing" if row["error"] else "active"


def _title(row: Mapping[str, Any]) -> str:
    location: str = row["location"]
    fallback = location.split("/")[2] if "://" in location else PurePath(location).name
    return row["title"] or fallback.rpartition("@")[2]


def _without_credentials(url: str) -> str:
    """Return the URL without user name and password: they are never published (hostile-inputs row 21)."""
    scheme, separator, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    return scheme + separator + authority.rpartition("@")[2] + slash + path

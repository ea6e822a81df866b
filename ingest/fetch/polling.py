"""What the archive remembers of a source between two runs, as plain SQLite values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

#: What a column of the archive may hold.
SqlValue = str | int | bytes | None


@dataclass(frozen=True, slots=True)
class PollState:
    """How polling of one source stands. A new source has the default of every field."""

    #: Validators of the last answer that was parsed and committed, byte for byte.
    etag: bytes | None = None
    last_modified: bytes | None = None
    #: SHA-256 of that answer's body, hexadecimal: the same body need not be parsed again.
    body_sha256: str | None = None
    #: None: at once.
    next_due_at: datetime | None = None
    #: Retry-After: not even `--force` asks before.
    not_before: datetime | None = None
    #: 429 with Retry-After: no source of the same host is asked before.
    host_not_before: datetime | None = None
    #: Failures since the last success, and when the first of them was.
    failure_count: int = 0
    first_failed_at: datetime | None = None
    #: The last attempt, and the last attempt that succeeded (304 included).
    last_fetched_at: datetime | None = None
    last_success_at: datetime | None = None
    #: Never asked again until the user adds the source anew.
    gone: bool = False
    #: Where the source moved for good (301, 308), once that proved to be a feed.
    moved_to: str | None = None
    last_error: str | None = None
    #: Why `next_due_at` is what it is, in words.
    reason: str = "never read"
    #: The publisher's wishes from the last parsed answer; a 304 does not repeat them.
    fresh_seconds: int | None = None
    ttl_minutes: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[str] = frozenset()

    def to_row(self) -> dict[str, SqlValue]:
        """Return the fields as SQLite values: instants as ISO 8601 with Z, sets as sorted CSV."""
        return {field.name: _to_sql(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> PollState:
        """Read what `to_row` wrote; columns that are missing or NULL take their defaults."""
        known = {field.name for field in fields(cls)}
        values = {
            name: _from_sql(name, value)
            for name, value in dict(row).items()
            if name in known and value is not None
        }
        return cls(**values)


def _to_sql(value: object) -> SqlValue:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, frozenset):
        return ",".join(map(str, sorted(value))) or None
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int | bytes):
        return value
    raise TypeError(f"no SQLite value for {type(value).__name__}")


def _from_sql(name: str, value: Any) -> Any:
    if name.endswith(("_at", "not_before")):
        return datetime.fromisoformat(value)
    if name == "skip_hours":
        return frozenset(map(int, str(value).split(",")))
    if name == "skip_days":
        return frozenset(value.split(","))
    return bool(value) if name == "gone" else value

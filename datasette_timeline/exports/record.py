"""What every export is given: one row an event with what a citation of it needs, and facts about the whole.

The fields of EventRow are the columns of `events` in timeline.db (docs/schema.md) and, under longer names,
those of the leading mention's article and revision. A query whose columns bear these names can be
exported in every format whose contract (`Format.columns`) it fulfils.
"""

from __future__ import annotations

import re
import urllib.parse
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any, Final

#: Names an event for ever, whatever host serves it (RFC 9562 version 5; the space is our own).
_NAMESPACE: Final = uuid.UUID("0d8a3c52-6f0e-5c1f-9b7e-44415445c1e5")

#: RFC 3986's reserved and unreserved characters, and the sign of an escape: left as they are.
_URI_SAFE: Final = ":/?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as timeline.db publishes it; texts are what a source printed and are never trusted."""

    # what happened, in the leading mention's words
    slug: str
    title: str
    quote: str = ""
    speaker: str | None = None
    kind: str = "passage"
    modality: str = "asserted"
    # when, as the source gives it; ISO 8601 days, both inclusive, None: open or unknown
    edtf: str = ""
    date_start: str | None = None
    date_end: str | None = None
    precision: str = "unknown"
    relation: str = "on"
    basis: str = "explicit"
    date_text: str | None = None
    year: int | None = None
    month: int | None = None
    # where; None: the sentence names no place that is certain
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    # who reports it
    publisher: str = ""
    source: str = ""
    url: str | None = None
    mention_count: int = 1
    publisher_count: int = 1
    origin_count: int = 1
    significance: float = 0.0
    disputed: int = 0
    first_reported_at: str | None = None
    last_reported_at: str | None = None
    # the article and the revision that hold the quote; None: not known
    article_title: str | None = None
    article_author: str | None = None
    article_language: str | None = None
    article_published_on: str | None = None
    revision_number: int | None = None
    revision_sha256: str | None = None
    revision_seen_at: str | None = None
    quote_start: int | None = None
    quote_end: int | None = None
    # where it stands in the archive
    id: int | None = None
    article_id: int | None = None
    status: str = "active"
    first_seen_at: str | None = None
    changed_at: str | None = None
    permalink: str = ""

    @classmethod
    def from_mapping(cls, row: Mapping[str, Any]) -> EventRow:
        """Return the event that a query's row tells of; columns that are not fields are left out.

        Raises TypeError where the row lacks `slug` or `title`.
        """
        return cls(**{name: row[name] for name in COLUMNS if name in row})

    @property
    def urn(self) -> str:
        """A name that no move to another host changes, for feeds that must recognise the event."""
        return f"urn:uuid:{self.uuid}"

    @property
    def uuid(self) -> uuid.UUID:
        """The same UUID for the same slug, on every machine."""
        return name_uuid(f"event/{self.slug}")

    @property
    def article_url(self) -> str | None:
        """The article's address as an RFC 3986 URI; None where it has none or is not http(s)."""
        if self.url is None or not re.match(r"https?://[^/\s]", self.url, re.IGNORECASE):
            return None
        return urllib.parse.quote(self.url, safe=_URI_SAFE)

    @property
    def first_day(self) -> date | None:
        """`date_start` as a date; None where open, unknown or not a calendar day."""
        return parse_day(self.date_start)

    @property
    def last_day(self) -> date | None:
        """`date_end` as a date, inclusive; None where open, unknown or not a calendar day."""
        return parse_day(self.date_end)

    @property
    def seen_at(self) -> datetime | None:
        """When the archive first held the event, in UTC."""
        return parse_instant(self.first_seen_at)

    @property
    def last_changed(self) -> datetime | None:
        """When one of its sentences was last added or taken back, in UTC; not before it was first seen."""
        known = [moment for moment in (self.seen_at, parse_instant(self.changed_at)) if moment]
        return max(known, default=None)

    @property
    def archived_at(self) -> datetime | None:
        """When the revision that holds the quote was retrieved, in UTC."""
        return parse_instant(self.revision_seen_at)

    @property
    def has_point(self) -> bool:
        """Whether its coordinates are a point on the globe (WGS 84)."""
        if self.latitude is None or self.longitude is None:
            return False
        return -90 <= self.latitude <= 90 and -180 <= self.longitude <= 180


#: The order of the columns in CSV, JSON Lines and Parquet: EventRow's own.
COLUMNS: Final[tuple[str, ...]] = tuple(field.name for field in fields(EventRow))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedMeta:
    """What is true of an export as a whole. Addresses are absolute."""

    #: The site's title, and what this view of it shows ("June 2024, from the Echo").
    site_title: str
    title: str
    #: The page that shows the same events, this export's own address, and the next page of it.
    page_url: str
    feed_url: str
    next_url: str | None = None
    #: What the feed is, host and cursor apart: its path and filters. Its permanent name grows from it.
    feed_key: str
    #: When timeline.db last changed, aware UTC: the moment that the export is as of.
    updated_at: datetime
    #: The URL of the data's licence; None: none is stated.
    license_url: str | None = None
    #: Whether events whose date is vaguer than a day are wanted where the format has no form for them.
    include_vague: bool = False
    #: The number of events that the format's limit let through, where there were more; else None.
    limited_to: int | None = None

    @property
    def urn(self) -> str:
        """The feed's permanent name: the same on every host and on each of its pages."""
        return f"urn:uuid:{name_uuid('feed/' + self.feed_key)}"


def name_uuid(name: str) -> uuid.UUID:
    """Return the UUID (RFC 9562, version 5) of `name` in Dateline's own namespace."""
    return uuid.uuid5(_NAMESPACE, name)


def parse_day(text: str | None) -> date | None:
    """Return the day that an ISO 8601 date or the front of an instant names, None where it names none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def parse_instant(text: str | None) -> datetime | None:
    """Return an ISO 8601 instant as aware UTC (a day: its midnight), None where it is not one."""
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def rfc3339(moment: datetime) -> str:
    """Return an aware instant as RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)


def one_line(text: str) -> str:
    """Return `text` with every run of white space and control characters as one space."""
    return " ".join(_UNPRINTED.sub(" ", text).split())


#: C0, DEL and C1 controls, and the two Unicode line separators.
_UNPRINTED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

"""Whether two mentions can tell of one time. Pure.

A date in the words is held to: a day agrees with the same day and with the month around it. The day of
publication, where the words give none, is only near the happening: news is of that day or the day before.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from ingest.dates import DateRange
from ingest.model import Mention, Published

#: same: one interval; within: one holds the other; near: a day apart, one of them a day of publication.
Agreement = Literal["same", "within", "near"]
#: News tells of the day it is published on or of the day before.
_NEWS_DAYS: Final = 1
#: A mention within a year says too little of when to agree with a day by its date.
LONGEST_DAYS: Final = 100
_OPEN: Final = frozenset({"since", "until", "before", "after"})


class Time(NamedTuple):
    """When a mention tells of, as comparison needs it; days are proleptic Gregorian ordinals."""

    #: None: the words give no closed interval.
    first: int | None
    last: int | None
    edtf: str
    relation: str
    #: Whether it is the day of publication, for want of a date in the words.
    is_published: bool

    @property
    def is_closed(self) -> bool:
        """Whether it is an interval that a day can lie in, not "since" or "before"."""
        return self.first is not None and self.last is not None and self.relation not in _OPEN

    @property
    def days(self) -> int:
        """How many days it covers; 0 for what is open or unknown."""
        return self.last - self.first + 1 if self.first and self.last else 0


def time_of(mention: Mention) -> Time:
    """Return when `mention` tells of."""
    when = mention.when
    return Time(
        when.start.toordinal() if when.start else None,
        when.end.toordinal() if when.end else None,
        when.edtf,
        "open" if when.precision == "open" and mention.relation == "on" else mention.relation,
        mention.basis == "published",
    )


def agreement(one: Time, other: Time) -> Agreement | None:
    """Return how two times agree, None where they do not.

    "Since", "before", "after" and "until" agree only with the very same words' interval.
    """
    if not (one.is_closed and other.is_closed):
        same = one.edtf == other.edtf and one.relation == other.relation
        return "same" if same else None
    if one.is_published or other.is_published:
        return _published_agreement(one, other)
    if (one.first, one.last) == (other.first, other.last):
        return "same"
    narrow, wide = (one, other) if one.days <= other.days else (other, one)
    within = wide.first <= narrow.first and narrow.last <= wide.last  # type: ignore[operator]
    return "within" if within else None


def _published_agreement(one: Time, other: Time) -> Agreement | None:
    if (one.first, one.last) == (other.first, other.last):
        return "same"
    if one.is_published and other.is_published:
        return "near" if abs(one.first - other.first) <= _NEWS_DAYS else None  # type: ignore[operator]
    report, told = (one, other) if one.is_published else (other, one)
    if told.days > LONGEST_DAYS:
        return None
    earliest = report.first - _NEWS_DAYS  # type: ignore[operator]
    near = told.first <= report.last and told.last >= earliest  # type: ignore[operator]
    return "near" if near else None


def day_of(published: Published) -> date | None:
    """Return the day of a publication, None where it is not known."""
    return published.date() if isinstance(published, datetime) else published


@lru_cache(maxsize=1 << 10)
def published_key(published: Published) -> str:
    """Return text that sorts publications by time; a day sorts before its instants, None after all."""
    if published is None:
        return "~"
    if isinstance(published, datetime) and published.tzinfo:
        return published.astimezone(UTC).isoformat()
    return published.isoformat()


def told(when: DateRange, relation: str) -> str:
    """Return a date as a reason names it: "since 2014", "2024-06-25", "an unknown date"."""
    if not when.edtf:
        return "an unknown date"
    return when.edtf if relation == "on" else f"{relation} {when.edtf}"

"""Keyset paging in both directions over a view that is walked segment by segment. Pure.

A view's events come in segments (what starts in the period, then the longer spans that include it, ...),
each with an order of its own. A cursor names a segment and the key of the last event shown; a page
begins after it, or ends before it. Nothing is counted off, so a deep page costs what the first one does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

#: Events on a page: some screens of a desktop, and under 15 KB compressed whatever their words are.
PAGE_SIZE: Final = 40
#: Events of one day that a page shows in full; the rest of that day fold under a count.
LEADING: Final = 6
_SEPARATOR: Final = "_"
#: Sorts after every end that a date may have: an open end is the longest span.
_OPEN_END: Final = "9999-12-32"


class CursorError(ValueError):
    """A cursor that no page of this site gave out."""


@dataclass(frozen=True, slots=True)
class Key:
    """One term of an order: an expression over `events AS e`, the type of its value, its direction."""

    sql: str
    type: type[str | int | float]
    is_descending: bool = False
    #: The same order by an expression that an index has, where `sql` is another (for NULL); '': `sql`.
    indexed: str = ""

    def flipped(self) -> Key:
        """Return the same term in the other direction."""
        return replace(self, is_descending=not self.is_descending)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a view: its name, which of the view's events it holds, and in which order."""

    name: str
    where: str
    keys: tuple[Key, ...]
    #: How to reach the events: text between FROM and WHERE.
    source: str = "events AS e"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the walk: beside the event with this key; without values, where the segment begins."""

    segment: int
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a walk: `sql` gives `id` and k0, k1, ... of at most `:limit` events."""

    segment: int
    sql: str
    params: Mapping[str, Any]


_SPAN: Final = f"coalesce(e.date_end, '{_OPEN_END}')"
_ID: Final = Key("e.id", int)
_MOST_PUBLISHERS: Final = Key("e.publisher_count", int, is_descending=True)
#: By day; a vaguer date before the exact days that it holds; then what most publishers report.
OLDEST: Final = (Key("e.sort_on", str), Key(_SPAN, str, True), _MOST_PUBLISHERS, _ID)
NEWEST: Final = (Key("e.sort_on", str, True), Key(_SPAN, str), _MOST_PUBLISHERS, _ID)
MOST_REPORTED: Final = (
    _MOST_PUBLISHERS,
    Key("coalesce(e.sort_on, '')", str, True, "e.sort_on"),
    _ID,
)
RELEVANCE: Final = (Key("f.score", float), _ID)
UNDATED: Final = (_MOST_PUBLISHERS, _ID)


def encode(segment: int, values: Sequence[object]) -> str:
    """Return a cursor as an address holds it."""
    return _SEPARATOR.join([str(segment), *(str(value) for value in values)])


def decode(text: str, segments: Sequence[Segment]) -> Cursor:
    """Return the cursor that an address holds; raises CursorError where it fits no segment."""
    first, *rest = text.split(_SEPARATOR)
    if not (first.isascii() and first.isdigit() and int(first[:4]) < len(segments)):
        raise CursorError(text)
    number = int(first[:4])
    keys = segments[number].keys
    try:
        values = tuple(key.type(value) for key, value in zip(keys, rest, strict=bool(rest)))
    except (ValueError, OverflowError) as error:
        raise CursorError(text) from error
    if any(isinstance(v, int) and abs(v) >= 2**63 for v in values):
        raise CursorError(text)
    return Cursor(number, values)


def step(segments: Sequence[Segment], number: int, cursor: Cursor | None, *, back: bool) -> Step:
    """Return the statement that reads on in one segment, from the cursor if it lies there."""
    segment = segments[number]
    keys = tuple(key.flipped() for key in segment.keys) if back else segment.keys
    where, params = segment.where, {}
    if cursor and cursor.values and cursor.segment == number:
        where += f" AND {_beyond(keys)}"
        params = {f"c{position}": value for position, value in enumerate(cursor.values)}
    columns = ", ".join(f"{key.sql} AS k{position}" for position, key in enumerate(keys))
    order = ", ".join(
        f"{key.indexed or key.sql}{' DESC' if key.is_descending else ''}" for key in keys
    )
    sql = (
        f"SELECT e.id, {columns} FROM {segment.source}"  # noqa: S608 - our own texts
        f" WHERE {where} ORDER BY {order} LIMIT :limit"
    )
    return Step(number, sql, params)


def order_of_segments(count: int, cursor: Cursor | None, *, back: bool) -> Sequence[int]:
    """Return the segments that a page may reach, in the order in which it reads them."""
    start = cursor.segment if cursor else (count - 1 if back else 0)
    return range(start, -1, -1) if back else range(start, count)


def _beyond(keys: Sequence[Key]) -> str:
    """Return the condition "after the cursor's values"; its first term alone lets an index seek."""
    condition = ""
    for position in reversed(range(len(keys))):
        sql, sign = keys[position].sql, "<" if keys[position].is_descending else ">"
        further = f"{sql} {sign} :c{position}"
        condition = (
            f"({further} OR ({sql} = :c{position} AND {condition}))" if condition else further
        )
    first, sign = keys[0].sql, "<=" if keys[0].is_descending else ">="
    return f"{first} {sign} :c0 AND {condition}"

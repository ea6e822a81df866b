"""Mentions and events as rows of timeline.db and back. Pure.

`mention_of(mention_row(m))` gives an equal mention, so that merging anew what the file holds gives the
events that merging the extracted mentions gave.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final

from ingest.dates import PRECISIONS, DateRange, Precision
from ingest.model import Entity, Event, Mention, Published, stable_id

MENTION_COLUMNS: Final = (
    "id", "event_id", "article_id", "revision_id", "kind", "title", "quote", "quote_start",
    "quote_end", "before_text", "after_text", "date_text", "date_text_start", "date_text_end", "timex",
    "rule", "edtf", "date_start", "date_end", "precision", "relation", "basis", "speaker", "cue",
    "modality", "origin", "reported_at", "first_seen_at", "withdrawn_at",
)  # fmt: skip

EVENT_COLUMNS: Final = (
    "id", "slug", "title", "quote", "more_quotes", "speaker", "modality", "kind", "edtf", "date_start",
    "date_end", "sort_on", "precision", "relation", "basis", "year", "month", "mention_count",
    "publisher_count", "origin_count", "significance", "disputed", "first_reported_at",
    "last_reported_at", "place", "country", "latitude", "longitude", "url", "source", "publisher",
    "article_id", "status", "first_seen_at",
)  # fmt: skip

#: Precisions at which "the month of the event" means something.
_WITHIN_A_MONTH: Final = frozenset(PRECISIONS[: PRECISIONS.index("month") + 1])
#: Significance is rounded so that sums of floats in another order give the same text.
_SIGNIFICANCE_DIGITS: Final = 4
#: The site reads no value of more than 500,000 bytes (datasette_timeline); a character has up to four.
_MORE_QUOTES_CHARACTERS: Final = 100_000

Row = tuple[object, ...]


@lru_cache(maxsize=1 << 10)
def encode_instant(instant: datetime | None) -> str | None:
    """Return an aware instant as ISO 8601 in UTC with Z; None for None."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z") if instant else None


@lru_cache(maxsize=1 << 10)
def encode_reported(published: Published) -> str | None:
    """Return an instant in UTC with Z, a day as YYYY-MM-DD where no time was given, or None."""
    if isinstance(published, datetime):
        return encode_instant(published)
    return published.isoformat() if published else None


@lru_cache(maxsize=1 << 10)
def decode_reported(text: str | None) -> Published:
    """Return what `encode_reported` wrote."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@lru_cache(maxsize=1 << 12)
def entity_id(entity: Entity) -> int:
    """Return the number of an entity: its kind, name, country and point make it, its role does not.

    A country has towns of one name; which of them was met first must not decide where all lie.
    """
    point = () if entity.latitude is None else (entity.latitude, entity.longitude)
    return stable_id(entity.kind, entity.name, entity.country or "", *point)


def mention_row(mention: Mention, event_id: int) -> Row:
    """Return the values of MENTION_COLUMNS."""
    when = mention.when
    return (
        mention.id, event_id, mention.article_id, mention.revision_id, mention.kind, mention.title,
        mention.quote, mention.start, mention.end, mention.before_text, mention.after_text,
        mention.date_text, mention.date_text_start, mention.date_text_end, mention.timex, mention.rule,
        when.edtf, _iso(when.start), _iso(when.end), when.precision, mention.relation, mention.basis,
        mention.speaker, mention.cue, mention.modality, mention.origin,
        encode_reported(mention.published), encode_instant(mention.first_seen_at),
        encode_instant(mention.withdrawn_at),
    )  # fmt: skip


def mention_of(
    row: sqlite3.Row, entities: Sequence[Entity], shared: Callable[[str, str], str]
) -> Mention:
    """Return the mention of a row joined with `article_key`, `publisher`, `source_key` and `url`.

    `shared` is `dict.setdefault` of the texts read so far: what a thousand mentions say alike is held once.
    """

    def text(name: str) -> Any:
        value = row[name]
        return value and shared(value, value)

    return Mention(
        id=row["id"],
        article_id=row["article_id"],
        article_key=text("article_key"),
        revision_id=row["revision_id"],
        kind=text("kind"),
        title=text("title"),
        quote=text("quote"),
        start=row["quote_start"],
        end=row["quote_end"],
        before_text=text("before_text"),
        after_text=text("after_text"),
        when=_when(row["date_start"], row["date_end"], row["precision"], row["edtf"]),
        relation=text("relation"),
        basis=text("basis"),
        date_text=text("date_text"),
        date_text_start=row["date_text_start"],
        date_text_end=row["date_text_end"],
        timex=text("timex"),
        rule=text("rule"),
        speaker=text("speaker"),
        cue=text("cue"),
        modality=text("modality"),
        entities=tuple(entities),
        publisher=text("publisher"),
        source_key=text("source_key"),
        url=text("url"),
        published=decode_reported(row["reported_at"]),
        first_seen_at=_instant(row["first_seen_at"]),
        withdrawn_at=_instant(row["withdrawn_at"]) if row["withdrawn_at"] else None,
        origin=text("origin"),
    )


_instant: Final = lru_cache(maxsize=1 << 10)(datetime.fromisoformat)


@lru_cache(maxsize=1 << 10)
def _when(start: str | None, end: str | None, precision: Precision, edtf: str) -> DateRange:
    return DateRange(_day(start), _day(end), precision, edtf)


def event_row(event: Event, members: Sequence[Mention], source_titles: Mapping[str, str]) -> Row:
    """Return the values of EVENT_COLUMNS; `members` are the event's mentions."""
    lead = next(mention for mention in members if mention.id == event.lead)
    when, place = event.when, event.place
    sort_on = when.sort_on
    reported = sorted(filter(None, (encode_reported(mention.published) for mention in members)))
    return (
        event.id, event.slug, event.title, lead.quote, _more_quotes(lead, members), lead.speaker,
        lead.modality, event.kind, when.edtf, _iso(when.start), _iso(when.end), _iso(sort_on),
        when.precision, event.relation, event.basis, sort_on.year if sort_on else None,
        sort_on.month if sort_on and when.precision in _WITHIN_A_MONTH else None, len(members),
        event.publisher_count, event.origin_count, round(event.significance, _SIGNIFICANCE_DIGITS),
        int(event.disputed), reported[0] if reported else None, reported[-1] if reported else None,
        place.name if place else None, place.country if place else None,
        place.latitude if place else None, place.longitude if place else None, lead.url,
        source_titles.get(lead.source_key, lead.source_key), lead.publisher, lead.article_id,
        event.status, min(filter(None, (encode_instant(m.first_seen_at) for m in members))),
    )  # fmt: skip


def _more_quotes(lead: Mention, members: Sequence[Mention]) -> str | None:
    """Return the other words in which an event is told, a line each, as many as a row may hold."""
    quotes = dict.fromkeys(mention.quote for mention in members if mention.quote != lead.quote)
    kept: list[str] = []
    room = _MORE_QUOTES_CHARACTERS
    for quote in quotes:
        room -= len(quote) + 1
        if room < 0:
            break
        kept.append(quote)
    return "\n".join(kept) or None


def periods(start: str | None, end: str | None) -> list[tuple[str, str]]:
    """Return the (unit, period) pairs of period_counts that an event with these bounds counts in."""
    counted = [("all", "")]
    if start or end:
        counted.append(("dated", ""))
    counted += [(unit, bound) for unit, bound in (("start", start), ("end", end)) if bound]
    if not (start and end):
        return counted
    for unit, width in (("decade", 3), ("year", 4), ("month", 7), ("day", 10)):
        if start[:width] == end[:width]:
            counted.append((unit, start[:width] + ("0" if unit == "decade" else "")))
    return counted


def entities_by_role(members: Iterable[Mention]) -> set[tuple[int, str]]:
    """Return the (entity id, role) pairs that an event's mentions name."""
    return {(entity_id(e), e.role) for mention in members for e in mention.entities}


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

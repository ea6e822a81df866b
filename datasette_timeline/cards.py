"""An event as a list shows it, and a page of events under their headings. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from datasette_timeline import datetext, display
from datasette_timeline.datetext import Row, When

#: Events of one day that are shown in full; the rest of that day on the page fold under a count.
LEADING: Final = 6


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says of one event."""

    path: str
    title: str
    when: When
    quote: str
    speaker: str | None
    #: What the sentence says of the happening, where it does not simply assert it.
    modality: str | None
    publisher: str
    #: The quote in its article, None where there is no safe address.
    href: str | None
    reported: str | None
    basis: str
    place: str | None
    publishers: int
    mentions: int
    is_disputed: bool
    is_withdrawn: bool


@dataclass(slots=True)
class Section:
    """The events under one heading."""

    heading: str
    #: The period's own page, as a path; None where there is none.
    path: str | None
    #: within, vague, spans, ahead, undated, ranked: the segment of the view.
    segment: str
    is_vague: bool
    leading: list[Card] = field(default_factory=list)
    folded: list[Card] = field(default_factory=list)


def event_path(slug: str) -> str:
    """Return the path of an event's page."""
    return f"/event/{quote(slug, safe='')}"


def card(row: Row) -> Card:
    """Return what a list says of the event in the row."""
    published = row["basis"] == "published"
    return Card(
        path=event_path(row["slug"]),
        title=row["title"],
        when=datetext.when(row),
        quote=display.excerpt(row["quote"]),
        speaker=row["speaker"],
        modality=display.modality(row["modality"]),
        publisher=row["publisher"],
        href=display.quote_href(row["url"], row["quote"]),
        reported=None if published else display.day_of(row["first_reported_at"]),
        basis=display.basis(row["basis"]),
        place=row["place"],
        publishers=row["publisher_count"],
        mentions=row["mention_count"],
        is_disputed=bool(row["disputed"]),
        is_withdrawn=row["status"] == "withdrawn",
    )


def sections(events: Iterable[tuple[str, Row]], *, by_date: bool) -> list[Section]:
    """Return the events of a page under headings of days and vaguer dates, in the order given."""
    found: list[Section] = []
    for segment, row in events:
        shown = card(row)
        heading = _heading(segment, row) if by_date else ""
        if not found or (found[-1].heading, found[-1].segment) != (heading, segment):
            path = None
            if by_date and segment in {"within", "vague", "ahead"} and shown.when.machine:
                path = "/" + shown.when.machine.replace("-", "/")
            found.append(Section(heading, path, segment, shown.when.is_vague))
        folds = by_date and len(found[-1].leading) >= LEADING
        (found[-1].folded if folds else found[-1].leading).append(shown)
    return found


def _heading(segment: str, row: Row) -> str:
    if segment == "spans":
        return "Longer spans"
    if segment == "undated":
        return "No date known"
    return datetext.heading(row)

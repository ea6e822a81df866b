"""An event as a list shows it, and a page of events under their headings. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from datasette_timeline.presentation import datetext, display
from datasette_timeline.presentation.datetext import When
from datasette_timeline.reading.rows import Row
from datasette_timeline.views.paging import LEADING

#: So much of its quote stands for an event that has no title.
_UNTITLED: Final = 80


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says of one event."""

    path: str
    #: The words that lead to the event's page; where they stand within the quote, without the mark of a cut.
    title: str
    #: The title as the event's own page has it.
    whole_title: str
    #: The headline above a title whose subject is a pronoun ("The old bridge"); '' above others.
    kicker: str
    when: When
    #: The quote before and after the title's words where the title is a part of it; else it is all in
    #: `after`, and `is_within` is False.
    before: str
    after: str
    is_within: bool
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
    #: The page of the article that leads it.
    article_path: str


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

    def says_date_of(self, card: Card) -> bool:
        """Whether the heading says the event's date, so that the event need not."""
        return self.heading.casefold().endswith(card.when.text.casefold())


def event_path(slug: str) -> str:
    """Return the path of an event's page."""
    return f"/event/{quote(slug, safe='')}"


def card(row: Row) -> Card:
    """Return what a list says of the event in the row."""
    published = row["basis"] == "published"
    kicker, own = _without_kicker(row["title"], row["quote"])
    before, title, after, is_within = _parted(own, row["quote"])
    return Card(
        path=event_path(row["slug"]),
        title=title,
        whole_title=row["title"].removesuffix(".") if row["title"].strip(" ….") else title,
        kicker=kicker,
        when=datetext.when(row),
        before=before,
        after=after,
        is_within=is_within,
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
        article_path=f"/article/{row['article_id']}",
    )


def sections(events: Iterable[tuple[str, Row]], *, by_date: bool) -> list[Section]:
    """Return the events of a page under headings of days and vaguer dates, in the order given.

    Events of one place in the order of dates stand together by heading: "about 1850" is not "some time in
    1850", and "until 5 May", which ends on that day, is not of the day itself.
    """
    found: list[Section] = []
    bounds, run = None, dict[str, Section]()
    for segment, row in events:
        shown = card(row)
        heading = _heading(segment, row) if by_date else ""
        place = segment, row["date_start"] or row["date_end"], row["date_end"]
        if by_date and place != bounds:
            bounds = place
            run = {found[-1].heading: found[-1]} if _goes_on(found, segment) else {}
        if heading not in run:
            path = _path(segment, shown.when) if by_date else None
            run[heading] = Section(heading, path, segment, shown.when.is_vague)
            found.append(run[heading])
        section = run[heading]
        folds = by_date and len(section.leading) >= LEADING
        (section.folded if folds else section.leading).append(shown)
    return found


def _goes_on(found: list[Section], segment: str) -> bool:
    return bool(found) and found[-1].segment == segment


def _path(segment: str, when: When) -> str | None:
    has_page = segment in {"within", "vague", "ahead"} and when.machine
    return "/" + str(when.machine).replace("-", "/") if has_page else None


def _without_kicker(title: str, quote: str) -> tuple[str, str]:
    """Return the headline that a title stands below, '' where there is none, and the title's own words.

    What stands above the quote's words and ends in a colon is one: the quote itself does not hold it.
    """
    headline, colon, own = title.partition(": ")
    words = " ".join(quote.split())
    if colon and own.strip(" ….") and title.strip(" ….") not in words and own.strip(" ….") in words:
        return headline, own
    return "", title


def _parted(title: str, quote: str) -> tuple[str, str, str, bool]:
    """Return the quote as before, title and after, where the title is made of its words.

    Most titles of sentences are cut from them: a list then shows the sentence once, its title as the link.
    """
    excerpt = display.excerpt(" ".join(quote.split()))
    words = title.strip(" ….") or excerpt[:_UNTITLED]
    before, found, after = excerpt.partition(words) if words else ("", "", "")
    if not found:
        return "", title, excerpt, False
    if not before and not after.strip("."):
        return "", words, "", False
    return before, words, after, True


def _heading(segment: str, row: Row) -> str:
    if segment == "spans":
        return "Longer spans"
    if segment == "undated":
        return "No date known"
    return datetext.heading(row)

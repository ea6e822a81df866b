"""How an event is cited: its words, who said them where, its three dates, and which text holds them. Pure.

One function a style, each from a row that the exports read too; `styles` gives them all for the event's
page, where they stand as text to copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from datasette_timeline.exports import bibtex, csljson, ris
from datasette_timeline.exports.partial import words
from datasette_timeline.exports.record import EventRow, one_line, parse_day
from datasette_timeline.presentation import display

#: What a template of MediaWiki takes for markup: brackets, bars, quotes of emphasis, tags, entities.
_WIKI_MARKUP: Final = re.compile(r"[|\[\]{}<>&]|'{2,}|~{3,}|__")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as text to copy, the name of its style, and the ending of its file, if it has one."""

    style: str
    text: str
    extension: str | None = None


def cited(event: Mapping[str, Any], mention: Mapping[str, Any] | None, permalink: str) -> EventRow:
    """Return what is cited, from a row of `events` and one of queries.EVENT_MENTIONS (None: not known).

    `permalink` is the address of the event's page.
    """
    facts = dict(event) | {"permalink": permalink}
    if mention is not None:
        facts |= {
            "article_title": mention["article_title"],
            "article_author": mention["author"],
            "article_language": mention["language"],
            "article_published_on": (mention["reported_at"] or "")[:10] or None,
            "date_text": mention["date_text"],
            "quote_start": mention["quote_start"],
            "quote_end": mention["quote_end"],
            "revision_number": mention["revision_number"],
            "revision_sha256": mention["sha256"],
            "revision_seen_at": mention["revision_seen_at"],
        }
    return EventRow.from_mapping(facts)


def leading(
    event: Mapping[str, Any], mentions: Iterable[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """Return the mention whose words stand for the event; None where none has them any more."""
    same = [
        mention
        for mention in mentions
        if mention["quote"] == event["quote"] and mention["article_id"] == event["article_id"]
    ]
    return min(same, key=lambda m: (m["withdrawn_at"] is not None, m["id"]), default=None)


def styles(event: EventRow, site_title: str) -> tuple[Citation, ...]:
    """Return the event's citation in every style, plain text first."""
    csl = json.dumps([csljson.item(event)], ensure_ascii=False, indent=2)
    return (
        Citation("Plain text", plain(event, site_title)),
        Citation("Wikipedia", wikipedia(event)),
        Citation("BibTeX", bibtex.entry(event), "bib"),
        Citation("RIS", ris.record(event).replace("\r\n", "\n"), "ris"),
        Citation("CSL-JSON", csl, "csl.json"),
    )


def plain(event: EventRow, site_title: str = "") -> str:
    """Return one paragraph for a footnote or a mail."""
    is_headline = display.is_same_line(event.quote, event.article_title or "")
    sentences = [
        "" if is_headline else f"“{one_line(event.quote)}”",
        _source(event),
        f"Event date: {words(event)} ({_how_dated(event)}).",
        _text_held(event),
        f"{site_title}, {event.permalink}" if site_title else event.permalink,
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def wikipedia(event: EventRow) -> str:
    """Return a {{cite news}} template (en.wikipedia.org/wiki/Template:Cite_news)."""
    published, archived = parse_day(event.article_published_on), event.archived_at
    fields = {
        "author": event.article_author,
        "title": event.article_title or event.title,
        "work": event.publisher,
        "date": published.isoformat() if published else None,
        "url": event.article_url or event.permalink,
        "access-date": archived.date().isoformat() if archived else None,
        "language": event.article_language,
        "quote": event.quote,
    }
    written = " ".join(
        f"|{name}={_wiki(value) if name != 'url' else _wiki_url(value)}"
        for name, value in fields.items()
        if value
    )
    return f"{{{{cite news {written}}}}}"


def _source(event: EventRow) -> str:
    published, author = parse_day(event.article_published_on), event.article_author
    parts = [
        f"{one_line(event.speaker)}, quoted in" if event.speaker else "",
        f"{one_line(author)}," if author and author != event.publisher else "",
        f"“{one_line(event.article_title or event.title)}”,",
        f"{one_line(event.publisher)},",
        f"{display.day_of(published.isoformat())}," if published else "no date given,",
        event.article_url or "",
    ]
    return " ".join(part for part in parts if part).rstrip(",") + "."


def _how_dated(event: EventRow) -> str:
    how = display.basis(event.basis)
    return f"“{one_line(event.date_text)}”; {how}" if event.date_text else how


def _text_held(event: EventRow) -> str:
    """Say which text of the article holds the quote, and where in it."""
    if event.revision_sha256 is None:
        return ""
    place = (
        f", characters {event.quote_start} to {event.quote_end}"
        if event.quote_start is not None
        else ""
    )
    seen = display.reported(event.revision_seen_at)
    return (
        f"Archived text: revision {event.revision_number}, retrieved {seen}"
        f"{place}, SHA-256 {event.revision_sha256}."
    )


def _wiki(text: str) -> str:
    """Return text that MediaWiki shows as it is, in a template's argument."""
    return _WIKI_MARKUP.sub(_entities, one_line(text))


def _wiki_url(url: str) -> str:
    """Return an address that ends neither the argument nor the template."""
    for character, escape in (("|", "%7C"), ("[", "%5B"), ("]", "%5D"), ("{", "%7B"), ("}", "%7D")):
        url = url.replace(character, escape)
    return url


def _entities(markup: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in markup[0])

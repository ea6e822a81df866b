"""The exports that a page offers: a link each, with what it is good for. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from datasette_timeline.exports import FORMATS
from datasette_timeline.exports.format import Format

#: The formats that make sense of a single event.
_OF_EVENT: Final = ("ics", "jsonld", "jsonl", "ris", "bib", "csl.json")


@dataclass(frozen=True, slots=True)
class Offer:
    """A link to an export."""

    title: str
    purpose: str
    href: str
    #: The media type, without parameters, as `<link type>` and `<a type>` want it.
    type: str
    #: Whether a feed reader or a calendar may subscribe to it.
    is_feed: bool


def of_list(url: Callable[[str], str], page_path: str, query: str) -> list[Offer]:
    """Return the exports of a list page; `query` is its filter's query string, without a cursor.

    `url` puts the site's prefix before a path; the home page's exports are called events.
    """
    stem = "/events" if page_path == "/" else page_path
    return [_offer(form, url(f"{stem}.{form.extension}") + query) for form in FORMATS.values()]


def of_event(url: Callable[[str], str], page_path: str) -> list[Offer]:
    """Return the exports of an event's page, whose path ends with its slug as addresses write it."""
    return [_offer(FORMATS[name], url(f"{page_path}.{name}")) for name in _OF_EVENT]


def _offer(form: Format, href: str) -> Offer:
    media_type = form.media_type.partition(";")[0]
    return Offer(form.name, form.purpose, href, media_type, form.is_feed)

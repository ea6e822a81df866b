"""Atom (RFC 4287): what is new in the archive, page by page (RFC 5005, section 3).

`published` is when the archive first held the event, `updated` when a sentence of it was last added or
taken back; when it happened stands in the text and, for
programs, in dcterms:temporal as a DCMI Period.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.partial import words
from datasette_timeline.exports.record import EventRow, FeedMeta, rfc3339
from datasette_timeline.exports.xml_text import attribute, clean, line, link

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def _head(meta: FeedMeta) -> str:
    links = [link("self", meta.feed_url), link("alternate", meta.page_url, "text/html")]
    if meta.next_url:
        links.append(link("next", meta.next_url))
    if meta.license_url:
        links.append(link("license", meta.license_url))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:georss="http://www.georss.org/georss" xml:lang="en">\n'
        f"<id>{meta.urn}</id>\n"
        f"{line('title', meta.title or meta.site_title)}"
        "<subtitle>Newest in the archive first; each entry says when it happened.</subtitle>\n"
        f"<updated>{rfc3339(meta.updated_at)}</updated>\n"
        f"<author>{line('name', meta.site_title)}</author>\n"
        "<generator>Dateline</generator>\n" + "".join(links)
    )


def _item(event: EventRow, meta: FeedMeta) -> str:
    seen_at = rfc3339(event.seen_at or meta.updated_at)
    changed_at = rfc3339(event.last_changed or meta.updated_at)
    via = link("via", event.article_url) if event.article_url else ""
    return (
        f"<entry{_language(event)}>\n<id>{event.urn}</id>\n"
        f"{line('title', event.title)}"
        f"<published>{seen_at}</published><updated>{changed_at}</updated>\n"
        f"<author>{line('name', event.publisher or meta.site_title)}</author>\n"
        f"{link('alternate', event.permalink, 'text/html')}{via}"
        f'<category term="{attribute(event.precision)}" scheme="urn:dateline:precision"/>\n'
        f"{_temporal(event)}{_point(event)}"
        f'<content type="html">{escape(_content(event))}</content>\n</entry>\n'
    )


def _content(event: EventRow) -> str:
    """The entry as HTML: every text of the source is escaped here, and once more as XML by the caller."""
    cite = f' cite="{escape(event.article_url)}"' if event.article_url else ""
    speaker = f"{event.speaker}, in " if event.speaker else ""
    facts = f"{words(event)} · {speaker}{event.publisher}"
    return clean(
        f"<blockquote{cite}><p>{escape(event.quote)}</p></blockquote><p>{escape(facts)}</p>"
    )


def _temporal(event: EventRow) -> str:
    bounds = [("start", event.date_start), ("end", event.date_end)]
    known = [f"{name}={day};" for name, day in bounds if day]
    if not known:
        return ""
    return line("dcterms:temporal", " ".join([*known, "scheme=W3C-DTF;"]))


def _point(event: EventRow) -> str:
    if not event.has_point:
        return ""
    return f"<georss:point>{event.latitude} {event.longitude}</georss:point>\n"


def _language(event: EventRow) -> str:
    tag = event.article_language or ""
    return f' xml:lang="{tag}"' if _LANGUAGE_TAG.fullmatch(tag) else ""


FORMATS: Final = (
    Format(
        extension="atom",
        name="Atom",
        purpose="what is new, for feed readers",
        media_type="application/atom+xml; charset=utf-8",
        open=Document(head=_head, item=_item, tail=lambda _meta: "</feed>\n").open,
        columns=("slug", "title", "quote", "publisher", "permalink", "first_seen_at"),
        order="seen",
        page_size=50,
        is_feed=True,
    ),
)

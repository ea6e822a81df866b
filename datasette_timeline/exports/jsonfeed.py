"""JSON Feed 1.1 (jsonfeed.org/version/1.1): what is new in the archive, page by page.

`date_published` is when the archive first held the event, `date_modified` when a sentence of it was last
added or taken back. When it happened is in `_timeline`.
"""

from __future__ import annotations

import json
from typing import Any, Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.partial import words
from datasette_timeline.exports.record import EventRow, FeedMeta, one_line, rfc3339

_VERSION: Final = "https://jsonfeed.org/version/1.1"

#: The columns that the extension `_timeline` repeats, when they are known.
_EXTENSION_COLUMNS: Final = (
    "edtf", "date_start", "date_end", "precision", "relation", "basis", "date_text", "speaker",
    "modality", "kind", "place", "country", "latitude", "longitude", "publisher_count",
    "origin_count", "article_published_on", "revision_number", "revision_sha256", "revision_seen_at",
)  # fmt: skip


def _head(meta: FeedMeta) -> str:
    feed: dict[str, Any] = {
        "version": _VERSION,
        "title": one_line(meta.title) or meta.site_title,
        "home_page_url": meta.page_url,
        "feed_url": meta.feed_url,
        "description": "Newest in the archive first; when each event happened is in _timeline.",
        "language": "en",
        "authors": [{"name": meta.site_title}],
    }
    if meta.next_url:
        feed["next_url"] = meta.next_url
    return json.dumps(feed, ensure_ascii=False)[:-1] + ', "items": [\n'


def _item(event: EventRow, meta: FeedMeta) -> str:
    item: dict[str, Any] = {
        "id": event.urn,
        "url": event.permalink,
        "title": one_line(event.title),
        "content_text": f"{event.quote}\n\n{words(event)}. {event.publisher}",
        "date_published": rfc3339(event.seen_at or meta.updated_at),
        "date_modified": rfc3339(event.last_changed or meta.updated_at),
        "authors": [{"name": event.publisher}],
        "tags": [tag for tag in (event.kind, event.precision, event.place) if tag],
        "_timeline": {
            column: value
            for column in _EXTENSION_COLUMNS
            if (value := getattr(event, column)) is not None
        },
    }
    if event.article_url:
        item["external_url"] = event.article_url
    if event.article_language:
        item["language"] = event.article_language
    return json.dumps(item, ensure_ascii=False)


FORMATS: Final = (
    Format(
        extension="json",
        name="JSON Feed",
        purpose="what is new, for feed readers and programs",
        media_type="application/feed+json; charset=utf-8",
        open=Document(head=_head, item=_item, separator=",\n", tail=lambda _meta: "]}\n").open,
        columns=("slug", "title", "quote", "permalink", "first_seen_at"),
        order="seen",
        page_size=50,
        is_feed=True,
    ),
)

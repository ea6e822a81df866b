"""TimelineJS 3 JSON (timeline.knightlab.com/docs/json-format.html): the most widely reported events.

A date has only the parts that its source gave; `display_date` says it in words. Texts are HTML to
TimelineJS, so everything from a source is escaped.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any, Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.partial import Parts, first_and_last, words
from datasette_timeline.exports.record import EventRow, FeedMeta

#: Above about 200 slides TimelineJS stutters and its zoom is of no use (TimelineJS3 issues 22 and 538).
_LIMIT: Final = 200

_PART_NAMES: Final = ("year", "month", "day")


def _tail(meta: FeedMeta) -> str:
    note = f'<p><a href="{escape(meta.page_url)}">The whole timeline</a></p>'
    if meta.limited_to is not None:
        note = f"<p>The {meta.limited_to} most widely reported events of more.</p>{note}"
    title = {"text": {"headline": escape(meta.title), "text": note}, "autolink": False}
    return f'\n], "title": {json.dumps(title, ensure_ascii=False)}, "scale": "human"}}\n'


def _item(event: EventRow, _meta: FeedMeta) -> str | None:
    first, last = first_and_last(event)
    if first is None:
        return None
    slide: dict[str, Any] = {
        "unique_id": re.sub(r"[^a-z0-9-]+", "-", event.slug.lower()).strip("-") or str(event.uuid),
        "start_date": _date(first),
        "display_date": escape(words(event)),
        "text": {"headline": escape(event.title), "text": _text(event)},
        "autolink": False,
    }
    if last is not None and last != first:
        slide["end_date"] = _date(last)
    return json.dumps(slide, ensure_ascii=False)


def _text(event: EventRow) -> str:
    speaker = f"{escape(event.speaker)}, in " if event.speaker else ""
    source = escape(event.publisher)
    if event.article_url:
        source = f'<a href="{escape(event.article_url)}">{source}</a>'
    record = f'<a href="{escape(event.permalink)}">Record</a>'
    return f"<blockquote>{escape(event.quote)}</blockquote><p>{speaker}{source} · {record}</p>"


def _date(parts: Parts) -> dict[str, int]:
    return dict(zip(_PART_NAMES, parts, strict=False))


FORMATS: Final = (
    Format(
        extension="timelinejs.json",
        name="TimelineJS",
        purpose="for a slide show in TimelineJS 3",
        media_type="application/json; charset=utf-8",
        open=Document(
            head=lambda _meta: '{"events": [\n', item=_item, separator=",\n", tail=_tail
        ).open,
        columns=("slug", "title", "quote", "edtf", "date_start", "date_end", "precision"),
        order="weight",
        condition="e.date_start IS NOT NULL",
        limit=_LIMIT,
        is_feed=True,
    ),
)

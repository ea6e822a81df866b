"""CSL-JSON (citation-style-language/schema 1.0.2): the article that tells of an event, for Zotero and kin.

The note says what the archive adds: the quote, the date of the event, the revision and its hash.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.partial import words
from datasette_timeline.exports.record import EventRow, FeedMeta, one_line, parse_day


def item(event: EventRow) -> dict[str, Any]:
    """Return one CSL item; what is not known is left out."""
    archived = event.archived_at
    values: dict[str, Any] = {
        "id": event.slug,
        "type": "article-newspaper",
        "title": one_line(event.article_title or event.title),
        "container-title": one_line(event.publisher),
        "author": [{"literal": one_line(event.article_author)}] if event.article_author else None,
        "issued": _date(parse_day(event.article_published_on)),
        "accessed": _date(archived.date() if archived else None),
        "URL": event.article_url or event.permalink,
        "language": event.article_language,
        "archive_location": event.permalink,
        "note": note(event),
    }
    return {key: value for key, value in values.items() if value}


def note(event: EventRow) -> str:
    """Return one line with the quote, the event's date, and which text of the article holds the quote."""
    facts = [f"Quote: “{one_line(event.quote)}”", f"Event date: {words(event)}"]
    if event.revision_number is not None:
        facts.append(f"Revision {event.revision_number}")
    if event.revision_sha256:
        facts.append(f"SHA-256 {event.revision_sha256}")
    return ". ".join([*facts, f"Record: {event.permalink}"])


def _date(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _item(event: EventRow, _meta: FeedMeta) -> str:
    return json.dumps(item(event), ensure_ascii=False)


FORMATS: Final = (
    Format(
        extension="csl.json",
        name="CSL-JSON",
        purpose="for Zotero and other reference managers",
        media_type="application/vnd.citationstyles.csl+json; charset=utf-8",
        open=Document(
            head=lambda _meta: "[\n", item=_item, separator=",\n", tail=lambda _meta: "\n]\n"
        ).open,
        columns=("slug", "title", "quote", "publisher", "permalink"),
    ),
)

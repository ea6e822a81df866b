"""schema.org JSON-LD: an event, the article that tells of it, and the words quoted.

The article is the NewsArticle; our own page never claims to be one. Dates are ISO 8601 of reduced
precision ("1998-05"), never a first of the month that nobody gave.
"""

from __future__ import annotations

import json
from typing import Any, Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.partial import first_and_last, iso
from datasette_timeline.exports.record import EventRow, FeedMeta, rfc3339

_CONTEXT: Final = "https://schema.org"

#: So that no text can end a script element or open a comment in it, wherever the JSON is put.
_SCRIPT_ESCAPES: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def dumps(value: object) -> str:
    """Return JSON that may stand inside a `<script type="application/ld+json">` element."""
    return json.dumps(value, ensure_ascii=False).translate(_SCRIPT_ESCAPES)


def event_script(event: EventRow) -> str:
    """Return the JSON-LD of one event, for the script element of its page."""
    return dumps({"@context": _CONTEXT, **event_node(event)})


def event_node(event: EventRow) -> dict[str, Any]:
    """Return an event as a schema.org Event; what is not known is left out."""
    first, last = first_and_last(event)
    article = _article(event)
    node: dict[str, Any] = {
        "@type": "Event",
        "@id": event.urn,
        "name": event.title,
        "url": event.permalink,
        "startDate": iso(first) if first else None,
        "endDate": iso(last) if last and last != first else None,
        "location": _place(event),
        "subjectOf": [article, _quotation(event, article)],
    }
    return _known(node)


def dataset_node(
    meta: FeedMeta, distribution: dict[str, str], coverage: str | None = None
) -> dict[str, Any]:
    """Return the whole as a schema.org Dataset; `distribution` gives the media type of each address.

    `coverage` is the interval of its events in ISO 8601 ("1987/2026"), None where it has none.
    """
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "name": meta.title,
            "description": f"Dated, quoted events from news articles: {meta.title}.",
            "url": meta.page_url,
            "license": meta.license_url,
            "temporalCoverage": coverage,
            "dateModified": rfc3339(meta.updated_at),
            "creator": {"@type": "Organization", "name": meta.site_title},
            "distribution": [
                {"@type": "DataDownload", "contentUrl": url, "encodingFormat": media_type}
                for url, media_type in distribution.items()
            ],
        }
    )


def _article(event: EventRow) -> dict[str, Any]:
    author = {"@type": "Person", "name": event.article_author} if event.article_author else None
    return _known(
        {
            "@type": "OpinionNewsArticle" if event.kind == "opinion" else "NewsArticle",
            "headline": event.article_title,
            "url": event.article_url,
            "datePublished": event.article_published_on,
            "inLanguage": event.article_language,
            "author": author,
            "publisher": {"@type": "Organization", "name": event.publisher},
        }
    )


def _quotation(event: EventRow, article: dict[str, Any]) -> dict[str, Any]:
    speaker = {"@type": "Person", "name": event.speaker} if event.speaker else None
    return _known(
        {
            "@type": "Quotation",
            "text": event.quote,
            "creator": speaker,
            "isPartOf": article if "url" not in article else {"@id": article["url"]},
            "identifier": f"sha256:{event.revision_sha256}" if event.revision_sha256 else None,
        }
    )


def _place(event: EventRow) -> dict[str, Any] | None:
    if not event.place:
        return None
    point = {
        "@type": "GeoCoordinates",
        "latitude": event.latitude,
        "longitude": event.longitude,
    }
    return _known(
        {
            "@type": "Place",
            "name": event.place,
            "address": {"@type": "PostalAddress", "addressCountry": event.country}
            if event.country
            else None,
            "geo": point if event.has_point else None,
        }
    )


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}


def _head(meta: FeedMeta) -> str:
    return f'{{"@context": {dumps(_CONTEXT)}, "dateModified": {dumps(rfc3339(meta.updated_at))}, "@graph": [\n'


FORMATS: Final = (
    Format(
        extension="jsonld",
        name="JSON-LD",
        purpose="schema.org events, for search engines and linked data",
        media_type="application/ld+json; charset=utf-8",
        open=Document(
            head=_head,
            item=lambda event, _meta: dumps(event_node(event)),
            separator=",\n",
            tail=lambda _meta: "\n]}\n",
        ).open,
        columns=("slug", "title", "quote", "edtf", "date_start", "date_end", "precision"),
        is_feed=True,
    ),
)

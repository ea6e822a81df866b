"""The pages of one thing: an event, an article, a source; and the list of sources."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import unquote

from datasette.utils.asgi import NotFound, Response

from datasette_timeline import (
    changes,
    citations,
    datetext,
    display,
    outlets,
    periods,
    queries,
    reporting,
)
from datasette_timeline.cards import event_path
from datasette_timeline.datetext import Row, day
from datasette_timeline.exports import jsonld
from datasette_timeline.periods import Period
from datasette_timeline.serving import Visit

#: Sentences and articles that one page lists; a document with more says so.
_LISTED: Final = 300
#: Wordings of an event that are shown whole; further ones fold under a count.
_WORDINGS: Final = 12
_SOURCES_A_PAGE: Final = 200
_MAX_ID: Final = 2**63
_STATES: Final = {
    "active": "Read regularly and answering.",
    "failing": "Its last reading failed; it is tried again, less and less often.",
    "gone": "Its server says that it is gone for good; what was read stays.",
    "removed": "No longer read; what was read stays.",
}
#: By the beginning of the name of the format, which for feeds ends with their version.
_KINDS: Final = {
    "rss": "RSS feed", "atom": "Atom feed", "jsonl": "JSON Lines file", "json": "JSON Feed",
    "markdown": "Markdown document", "text": "Plain text", "html": "Web page",
}  # fmt: skip
_GENRES: Final = {"report": "Report", "opinion": "Opinion"}


async def event(visit: Visit) -> Response:
    """Return an event with every mention; a former slug leads to today's."""
    slug = unquote(visit.request.url_vars["slug"])
    found = await visit.database.row(queries.EVENT, {"slug": slug})
    if found is None:
        alias = await visit.database.row(queries.EVENT_ALIAS, {"slug": slug})
        if alias is None:
            raise NotFound("No event has this address. It may have been mistyped, or cut off.")
        return Response.redirect(visit.url(event_path(alias["slug"])), status=301)
    rows = visit.database.rows
    number = {"id": found["id"], "limit": _LISTED}
    mentions = [_mention(row) for row in await rows(queries.EVENT_MENTIONS, number)]
    said = datetext.when(found)
    path = event_path(slug)
    leading = citations.leading(found, [mention["row"] for mention in mentions])
    cited = citations.cited(found, leading, visit.absolute(path))
    wordings = reporting.wordings(mentions)
    context = {
        "event": found,
        "headline": display.headline,
        "when": said,
        "period": _period(found),
        "basis": display.basis(found["basis"]),
        "modality": display.modality(found["modality"]),
        "shown": len(mentions),
        "wordings": wordings[:_WORDINGS],
        "more_wordings": wordings[_WORDINGS:],
        "first": reporting.first(mentions),
        "reports": reporting.reports(await rows(queries.EVENT_PUBLISHERS, number)),
        "entities": await rows(queries.EVENT_ENTITIES, number),
        "links": [
            (row, _other(row), display.reason(row["reason"]))
            for row in await rows(queries.EVENT_LINKS, number)
        ],
        "reasons": [
            display.reason(row["reason"]) for row in await rows(queries.EVENT_REASONS, number)
        ],
        "previous": await _neighbour(visit, queries.EVENT_BEFORE, found),
        "next": await _neighbour(visit, queries.EVENT_AFTER, found),
        "canonical": visit.absolute(path),
        "citations": citations.styles(cited, visit.site.title),
        "json_ld": jsonld.event_script(cited),
        "formats": outlets.of_event(path, visit.url),
        "row_url": str(visit.datasette.urls.row(visit.site.database, "events", str(found["id"]))),
        "no_index": found["status"] != "active",
        "as_of": await _as_of(visit),
        "reported": display.reported,
        "day_of": display.day_of,
        "counted": display.counted,
    }
    return await visit.page("timeline_event.html", context)


async def article(visit: Visit) -> Response:
    """Return an article: its revisions, the changes of its title, its dated sentences in order."""
    number = {"id": _number(visit, "article"), "limit": _LISTED}
    found = await visit.database.row(queries.ARTICLE, number)
    if found is None:
        raise NotFound("No article has this number.")
    rows = visit.database.rows
    context = {
        "article": found,
        "href": display.safe_href(found["url"]),
        "language": display.language(found["language"]),
        "genre": _GENRES.get(found["genre"], found["genre"]),
        "revisions": [_revision(row) for row in await rows(queries.ARTICLE_REVISIONS, number)],
        "mentions": [_mention(row) for row in await rows(queries.ARTICLE_MENTIONS, number)],
        "sources": await rows(queries.ARTICLE_SOURCES, number),
        "canonical": visit.absolute(f"/article/{found['id']}"),
        "as_of": await _as_of(visit),
        "reported": display.reported,
        "counted": display.counted,
    }
    return await visit.page("timeline_article.html", context)


async def sources(visit: Visit) -> Response:
    """Return the sources with their health, a page at a time."""
    page = visit.request.args.get("page") or "1"
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 0
    if number < 1:
        raise NotFound("There is no such page of the list of sources.")
    total = await visit.database.row(queries.SOURCES_COUNT)
    bounds = {"limit": _SOURCES_A_PAGE, "offset": (number - 1) * _SOURCES_A_PAGE}
    found = await visit.database.rows(queries.SOURCES, bounds)
    context = {
        "sources": found,
        "total": total["sources"] if total else 0,
        "page": number,
        "has_more": bounds["offset"] + len(found) < (total["sources"] if total else 0),
        "health": _state,
        "canonical": visit.absolute("/sources"),
        "as_of": await _as_of(visit),
        "day_of": display.day_of,
        "counted": display.counted,
        "number": display.number,
    }
    return await visit.page("timeline_sources.html", context)


async def source(visit: Visit) -> Response:
    """Return a source: its health in plain words, its articles by month, the newest of them."""
    number = {"id": _number(visit, "source"), "limit": _LISTED // 3}
    found = await visit.database.row(queries.SOURCE, number)
    if found is None:
        raise NotFound("No source has this number.")
    coverage = await visit.database.rows(queries.SOURCE_COVERAGE, number)
    context = {
        "source": found,
        "href": display.safe_href(found["url"]),
        "state": _state(found),
        "kind": _kind(found),
        "years": _by_year(coverage),
        "undated": sum(row["articles"] for row in coverage if not row["month"]),
        "articles": await visit.database.rows(queries.SOURCE_ARTICLES, number),
        "canonical": visit.absolute(f"/source/{found['id']}"),
        "as_of": await _as_of(visit),
        "reported": display.reported,
        "day_of": display.day_of,
        "counted": display.counted,
        "number": display.number,
    }
    return await visit.page("timeline_source.html", context)


def _kind(row: Row) -> str:
    """Return what the source is, in words."""
    known = (words for start, words in _KINDS.items() if row["kind"].startswith(start))
    return next(known, str(row["kind"]))


def _state(row: Row) -> str:
    if row["url"] is None and row["state"] == "active":
        return "A file of this site; it is read again when it changes."
    return _STATES.get(row["state"]) or str(row["state"])


def _number(visit: Visit, thing: str) -> int:
    number = int(visit.request.url_vars["id"])
    if number >= _MAX_ID:
        raise NotFound(f"No {thing} has this number.")
    return number


async def _as_of(visit: Visit) -> str | None:
    build = {row["key"]: row["value"] for row in await visit.database.rows(queries.BUILD)}
    return display.reported(build.get("updated_at"))


def _mention(row: Row) -> dict[str, Any]:
    before, words, after = display.marked(row)
    keys = row.keys()
    above, below = row["before_text"] or "", row["after_text"] or ""
    if "article_title" in keys and display.is_same_line(above, row["article_title"] or ""):
        above = ""
    return {
        "row": row,
        "before": before,
        "words": words,
        "after": after,
        "above": above,
        "is_headed": not display.is_sentence(above),
        "below": below,
        "is_followed_by_heading": not display.is_sentence(below),
        "when": datetext.when(row),
        "basis": display.basis(row["basis"]),
        "modality": display.modality(row["modality"]),
        "href": display.quote_href(row["url"], row["quote"]) if "url" in keys else None,
        "language": display.language(row["language"]) if "language" in keys else None,
    }


def _revision(row: Row) -> dict[str, Any]:
    return {"row": row, "changes": changes.pieces(row["changes"])[:_LISTED]}


def _other(row: Row) -> str:
    return datetext.when({**row, "relation": row["date_relation"]}).text


async def _neighbour(visit: Visit, sql: str, event_row: Row) -> tuple[Row, str] | None:
    if event_row["sort_on"] is None:
        return None
    params = {"sort_on": event_row["sort_on"], "id": event_row["id"]}
    found = await visit.database.row(sql, params)
    return (found, datetext.when(found).text) if found else None


def _period(row: Row) -> Period | None:
    """Return the narrowest period with a page that holds the whole event, for its breadcrumb."""
    start, end = day(row["date_start"]), day(row["date_end"])
    if start and end:
        for unit in ("day", "month", "year"):
            period = periods.containing(start, unit)
            if end <= period.end:
                return period
    return None


def _by_year(coverage: list[Row]) -> list[tuple[str, list[tuple[str, int, float]]]]:
    """Return each year's twelve months with their articles and their height in per cent."""
    by_month = {row["month"]: row["articles"] for row in coverage if row["month"]}
    most = max(by_month.values(), default=1)
    years = sorted({month[:4] for month in by_month}, reverse=True)
    found = []
    for year in years:
        keys = [f"{year}-{month:02}" for month in range(1, 13)]
        counts = [(key, by_month.get(key, 0)) for key in keys]
        found.append((year, [(key, n, round(100 * n / most, 1)) for key, n in counts]))
    return found

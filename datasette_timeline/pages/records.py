"""The pages of an article and of a source, and the list of sources."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import NotFound, Response

from datasette_timeline.presentation import change_entries, display, reporting
from datasette_timeline.reading import queries
from datasette_timeline.reading.rows import Row
from datasette_timeline.serving.visit import Visit

#: Sentences and articles that one page lists; a document with more says so.
_LISTED: Final = 300
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
        "mentions": [reporting.told(row) for row in await rows(queries.ARTICLE_MENTIONS, number)],
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
        return "Read again when it changes; it is a file of the archive's owner."
    return _STATES.get(row["state"]) or str(row["state"])


def _number(visit: Visit, thing: str) -> int:
    number = int(visit.request.url_vars["id"])
    if number >= _MAX_ID:
        raise NotFound(f"No {thing} has this number.")
    return number


async def _as_of(visit: Visit) -> str | None:
    return display.reported((await visit.database.facts()).get("updated_at"))


def _revision(row: Row) -> dict[str, Any]:
    return {"row": row, "changes": change_entries.pieces(row["changes"])[:_LISTED]}


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

"""The pages of an event: what it rests on, and all its mentions where these are many."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import quote_plus, unquote

from datasette.utils.asgi import NotFound, Response

from datasette_timeline.exports import citations, jsonld, outlets
from datasette_timeline.presentation import datetext, display, reporting
from datasette_timeline.presentation.cards import event_path
from datasette_timeline.reading import queries
from datasette_timeline.reading.rows import Row, day
from datasette_timeline.serving.visit import Visit
from datasette_timeline.views import periods
from datasette_timeline.views.periods import Period

#: Mentions that are read for the event's own page, which shows the first of their wordings.
_READ: Final = 300
#: Wordings that are shown whole; so many further ones fold under a count; more are on a page of their own.
_WORDINGS: Final = 12
_FOLDED: Final = 8
#: Reports with the same words, publishers, names of one part and reasons that the page lists of each.
_SAME: Final = 12
_PUBLISHERS: Final = 25
_NAMES: Final = 30
_REASONS: Final = 20
#: Mentions on a page of all: under 15 KB compressed, of ordinary prose.
_MENTIONS_A_PAGE: Final = 30
_MOST_PAGES: Final = 100_000
#: A permalink: the year it begins with, and the hash it ends in (Crockford's base 32).
_SLUG: Final = re.compile(r"(?P<year>[\dx]{4}-|undated-).*(?P<hash>-[0-9a-hjkmnp-tv-z]{6})")


async def event(visit: Visit) -> Response:
    """Return an event with the words it rests on; a former slug leads to today's."""
    found = await _event(visit)
    if isinstance(found, Response):
        return found
    wanted = {"id": found["id"], "publisher": "", "limit": _READ, "offset": 0}
    rows = await visit.database.rows(queries.EVENT_MENTIONS, wanted)
    mentions = [reporting.told(row) for row in rows]
    context = (
        _what(found)
        | _words(found, mentions)
        | _record(visit, found, await _leading(visit, found, mentions))
        | await _told_of(visit, found["id"])
        | {
            "previous": await _neighbour(visit, queries.EVENT_BEFORE, found),
            "next": await _neighbour(visit, queries.EVENT_AFTER, found),
            "as_of": await _as_of(visit),
        }
    )
    return await visit.page("timeline_event.html", context)


async def _told_of(visit: Visit, number: int) -> dict[str, Any]:
    """Return who reports an event, whom it names, what it is tied to, and why its mentions are one."""
    rows, wanted = visit.database.rows, {"id": number}
    reasons = await rows(queries.EVENT_REASONS, wanted)
    return {
        "reports": reporting.reports(await rows(queries.EVENT_PUBLISHERS, wanted)),
        "most_reports": _PUBLISHERS,
        "named": _by_role(await rows(queries.EVENT_ENTITIES, wanted)),
        "most_names": _NAMES,
        "links": [
            (row, _other(row), display.reason(row["reason"]))
            for row in await rows(queries.EVENT_LINKS, wanted)
        ],
        "reasons": [display.reason(row["reason"]) for row in reasons],
        "most_reasons": _REASONS,
    }


async def mentions(visit: Visit) -> Response:
    """Return all mentions of an event, or those of one publisher, a page at a time."""
    found = await _event(visit, "/mentions")
    if isinstance(found, Response):
        return found
    publisher = visit.request.args.get("publisher") or ""
    reports = reporting.reports(
        await visit.database.rows(queries.EVENT_PUBLISHERS, {"id": found["id"]})
    )
    told = [report.mentions for report in reports if publisher in {"", report.publisher}]
    context = await _mentions_page(visit, found, publisher, sum(told))
    context |= _what(found) | {
        "reports": reports,
        "publisher": publisher,
        "canonical": visit.absolute(f"{event_path(found['slug'])}/mentions"),
        "as_of": await _as_of(visit),
    }
    return await visit.page("timeline_mentions.html", context)


async def _mentions_page(visit: Visit, found: Row, publisher: str, total: int) -> dict[str, Any]:
    """Return the mentions of the page that is asked for, of `total`; raises NotFound beyond them."""
    page = _page(visit)
    offset = (page - 1) * _MENTIONS_A_PAGE
    if offset >= total:
        raise NotFound("This event has no such mentions.")
    wanted = {
        "id": found["id"], "publisher": publisher, "limit": _MENTIONS_A_PAGE, "offset": offset,
    }  # fmt: skip
    rows = await visit.database.rows(queries.EVENT_MENTIONS, wanted)
    last = offset + len(rows)
    path = f"{event_path(found['slug'])}/mentions"
    return {
        "wordings": reporting.wordings(map(reporting.told, rows)),
        "most_same": _MENTIONS_A_PAGE,
        "first": None,
        "shown": len(rows),
        "span": (offset + 1, last, total),
        "newer": _page_url(visit, path, publisher, page - 1) if page > 1 else None,
        "older": _page_url(visit, path, publisher, page + 1) if last < total else None,
        "no_index": bool(publisher) or page > 1 or found["status"] != "active",
    }


async def _event(visit: Visit, ending: str = "") -> Row | Response:
    """Return the event that the path names, or where its address of today leads; raises NotFound."""
    slug = unquote(visit.request.url_vars["slug"])
    found = await visit.database.row(queries.EVENT, {"slug": slug})
    if found is not None:
        return found
    alias = await visit.database.row(queries.EVENT_ALIAS, {"slug": slug})
    today = alias["slug"] if alias else await _retold(visit, slug)
    if today is None:
        raise NotFound("No event has this address. It may have been mistyped, or cut off.")
    return Response.redirect(visit.url(event_path(today) + ending), status=301)


async def _retold(visit: Visit, slug: str) -> str | None:
    """Return the slug of the one event with this slug's year and hash, whatever its words; None where there is none.

    The hash is of the mention that founded the event, the words are those of its title, which a later version
    of Dateline may cut better.
    """
    ends = _SLUG.fullmatch(slug)
    if ends is None:
        return None
    found = await visit.database.rows(queries.EVENT_BY_ENDS, ends.groupdict())
    return str(found[0]["slug"]) if len(found) == 1 else None


def _what(found: Row) -> dict[str, Any]:
    """Return what both pages tell of the event, and the words that they are written with."""
    return {
        "event": found,
        "when": datetext.when(found),
        "basis": display.basis(found["basis"]),
        "period": _period(found),
        "mentions_path": f"{event_path(found['slug'])}/mentions",
        "headline": display.headline,
        "reported": display.reported,
        "day_of": display.day_of,
        "counted": display.counted,
    }


def _words(found: Row, mentions: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the wordings of an event, those that its page shows, folds and leaves to another."""
    wordings = reporting.wordings(mentions)
    is_long = len(wordings) > _WORDINGS + _FOLDED or found["mention_count"] > len(mentions)
    shown = wordings[:_WORDINGS]
    held = shown if is_long else wordings
    return {
        "modality": display.modality(found["modality"]),
        "wordings": shown,
        "more_wordings": [] if is_long else wordings[_WORDINGS:],
        "is_long": is_long,
        "here": {
            mention["row"]["id"]
            for wording in held
            for mention in [wording.lead, *wording.others[:_SAME]]
        },
        "most_same": _SAME,
        "shown": len(mentions),
        "first": reporting.first(mentions),
    }


async def _leading(visit: Visit, found: Row, mentions: list[dict[str, Any]]) -> Row | None:
    """Return the mention whose words stand for the event, which may not be among the first to report."""
    leading = citations.leading(found, [mention["row"] for mention in mentions])
    if leading is not None or len(mentions) < _READ:
        return leading
    wanted = {name: found[name] for name in ("id", "article_id", "quote")}
    return await visit.database.row(queries.EVENT_LEADING_MENTION, wanted)


def _record(visit: Visit, found: Row, leading: Row | None) -> dict[str, Any]:
    """Return what stands beside the words of an event: how to cite it, its formats and its row."""
    path = event_path(found["slug"])
    cited = citations.cited(found, leading, visit.absolute(path))
    row_url = visit.datasette.urls.row(visit.site.database, "events", str(found["id"]))
    return {
        "canonical": visit.absolute(path),
        "citations": citations.styles(cited, visit.site.title),
        "json_ld": jsonld.event_script(cited),
        "formats": outlets.of_event(path, visit.url),
        "row_url": str(row_url),
        "no_index": found["status"] != "active",
    }


def _by_role(entities: list[Row]) -> dict[str, list[str]]:
    """Return the names of an event by the part that they have in it."""
    found: dict[str, list[str]] = {}
    for row in entities:
        found.setdefault(row["role"], []).append(row["name"])
    return found


def _page(visit: Visit) -> int:
    """Return the number of the page that is asked for; raises NotFound where it is none."""
    text = visit.request.args.get("page") or "1"
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
    if not 1 <= number <= _MOST_PAGES:
        raise NotFound("This event has no such mentions.")
    return number


def _page_url(visit: Visit, path: str, publisher: str, page: int) -> str:
    of_publisher = f"publisher={quote_plus(publisher)}&" if publisher else ""
    return f"{visit.url(path)}?{of_publisher}page={page}"


async def _as_of(visit: Visit) -> str | None:
    return display.reported((await visit.database.facts()).get("updated_at"))


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

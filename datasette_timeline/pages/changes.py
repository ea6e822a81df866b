"""The page of what sources changed, of all or of one, and the same as a feed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from datasette.database import QueryInterrupted
from datasette.utils.asgi import BadRequest, NotFound, Response

from datasette_timeline.exports import changes_atom
from datasette_timeline.exports.record import parse_instant
from datasette_timeline.exports.selection import LONG_AGO
from datasette_timeline.presentation import change_entries, display
from datasette_timeline.presentation.change_entries import Entry
from datasette_timeline.reading import changes, queries
from datasette_timeline.reading.changes import PAGE_SIZE, SENTENCES, Place
from datasette_timeline.reading.rows import Row
from datasette_timeline.serving.visit import Visit

_MAX_ID: Final = 2**63
_ATOM: Final = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class _Page:
    """Some changes, and the places where others begin; None: there are none on that side."""

    entries: list[Entry]
    newer: Place | None
    older: Place | None
    #: Whether the sentences had to be left out.
    is_degraded: bool


async def changed(visit: Visit) -> Response:
    """Return what the revisions of articles added, retitled and took back, newest first."""
    source = await _source(visit)
    page = await _read(visit, source)
    here = _path(source)
    context = {
        "source": source,
        "days": _by_day(page.entries),
        "carriers": _carriers(page.entries),
        "newer": f"{visit.url(here)}?before={page.newer}" if page.newer else None,
        "older": f"{visit.url(here)}?after={page.older}" if page.older else None,
        "feed": visit.url(f"{here}.atom"),
        "is_deep": _asked(visit) is not None,
        "no_index": _asked(visit) is not None,
        "canonical": visit.absolute(here),
        "as_of": display.reported(await _updated_at(visit)),
        "counted": display.counted,
    }
    return await visit.page("timeline_changes.html", context, degraded=page.is_degraded)


async def feed(visit: Visit) -> Response:
    """Return the same as an Atom feed, page by page."""
    source = await _source(visit)
    page = await _read(visit, source)
    here = visit.absolute(_path(source))
    query = str(visit.request.query_string)
    meta = changes_atom.Feed(
        title=f"{visit.site.title}: what {source['title'] if source else 'sources'} changed",
        site_title=visit.site.title,
        page_url=here,
        feed_url=f"{here}.atom" + (f"?{query}" if query else ""),
        next_url=f"{here}.atom?after={page.older}" if page.older else None,
        key=_path(source),
        updated_at=parse_instant(await _updated_at(visit)) or LONG_AGO,
        site_url=visit.absolute("/").rstrip("/"),
    )
    headers = {"Access-Control-Allow-Origin": "*"}
    if page.is_degraded:
        headers["Cache-Control"] = "no-store"
    body = changes_atom.document(meta, page.entries)
    return Response(body, headers=headers, content_type=_ATOM)


async def _source(visit: Visit) -> Row | None:
    """Return the source that the path names, None where it names none; raises NotFound."""
    named = visit.request.url_vars.get("id")
    if named is None:
        return None
    found = None
    if int(named) < _MAX_ID:
        found = await visit.database.row(queries.SOURCE, {"id": int(named)})
    if found is None:
        raise NotFound("No source has this number.")
    return found


def _path(source: Row | None) -> str:
    return f"/source/{source['id']}/changes" if source else "/changes"


def _asked(visit: Visit) -> Place | None:
    """Return the place in the order of changes that the address names; raises BadRequest."""
    text = visit.request.args.get("after") or visit.request.args.get("before")
    if not text:
        return None
    found = changes.place(text)
    if found is None:
        raise BadRequest(
            "This page does not exist: the address’s after or before names no change."
            " Take it out of the address to begin at the newest."
        )
    return found


async def _read(visit: Visit, source: Row | None) -> _Page:
    asked = _asked(visit)
    back = asked is not None and not visit.request.args.get("after")
    sql = changes.listing(of_source=source is not None, back=back)
    params = (asked or changes.START).params() | {"limit": PAGE_SIZE + 1}
    if source:
        params["source"] = source["id"]
    listed = await visit.database.rows(sql, params)
    more, listed = len(listed) > PAGE_SIZE, listed[:PAGE_SIZE]
    if back:
        listed.reverse()
    told, sentences, is_degraded = await _told(visit, listed)
    return _Page(
        change_entries.entries(listed, told, sentences),
        newer=changes.place_of(listed[0]) if listed and (more if back else asked) else None,
        older=changes.place_of(listed[-1]) if listed and (asked if back else more) else None,
        is_degraded=is_degraded,
    )


async def _told(visit: Visit, listed: list[Row]) -> tuple[list[Row], list[Row], bool]:
    """Return what is told of the listed changes, their sentences, and whether these were left out."""
    read = visit.database.rows
    ids = {
        kind: ", ".join(str(int(row["id"])) for row in listed if row["kind"] == kind)
        for kind in ("r", "a")
    }
    told = await read(changes.REVISIONS.format(ids=ids["r"])) if ids["r"] else []
    if ids["a"]:
        told += await read(changes.WITHDRAWALS.format(ids=ids["a"]))
    try:
        text = changes.EDITED_SENTENCES.format(ids=ids["r"])
        return told, await read(text, {"most": SENTENCES}) if ids["r"] else [], False
    except QueryInterrupted:
        return told, [], True


def _by_day(entries: list[Entry]) -> list[tuple[str | None, list[Entry]]]:
    found: list[tuple[str | None, list[Entry]]] = []
    for entry in entries:
        if not found or found[-1][0] != entry.day:
            found.append((entry.day, []))
        found[-1][1].append(entry)
    return found


def _carriers(entries: list[Entry]) -> list[tuple[str, str, int]]:
    """Return the sources of a page's changes: title, the path of their changes, and how many there are."""
    told = Counter(
        (entry.row["source"], f"/source/{entry.row['source_id']}/changes")
        for entry in entries
        if entry.row["source"]
    )
    return [(title, path, changes) for (title, path), changes in told.most_common()]


async def _updated_at(visit: Visit) -> str | None:
    return (await visit.database.facts()).get("updated_at")

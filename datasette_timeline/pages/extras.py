"""What a site has besides its records: how to read it, the schema in words, the keys, robots.txt and the sitemap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

from datasette.utils.asgi import NotFound, Response

from datasette_timeline.exports import FORMATS, jsonld
from datasette_timeline.exports.address import Address
from datasette_timeline.exports.record import parse_instant
from datasette_timeline.exports.selection import LONG_AGO
from datasette_timeline.presentation import display
from datasette_timeline.presentation.cards import event_path
from datasette_timeline.reading import queries
from datasette_timeline.serving import compat
from datasette_timeline.serving.visit import Visit
from datasette_timeline.views import periods
from datasette_timeline.views.filters import Filter

#: https://www.sitemaps.org/protocol.html: a file holds at most 50,000 addresses.
_SITEMAP_LIMIT: Final = 50_000
_SITEMAP_XMLNS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XML: Final = "application/xml; charset=utf-8"


async def schema(visit: Visit) -> Response:
    """Return every table and column in words, as metadata.yml describes them."""
    name = visit.site.database
    said = await compat.table_descriptions(visit.datasette, name)
    columns: dict[str, list[Any]] = {}
    for row in await visit.database.rows(queries.COLUMNS):
        described = said.get(row["table_name"], {}).get("columns", {})
        columns.setdefault(row["table_name"], []).append((row, described.get(row["name"], "")))
    tables = [
        {
            "name": table,
            "description": said.get(table, {}).get("description", ""),
            "columns": rows,
            "is_described": any(meaning for _, meaning in rows),
            "href": str(visit.datasette.urls.table(name, table)),
        }
        for table, rows in sorted(columns.items(), key=lambda item: _rank(item[0], said))
        if not said.get(table, {}).get("hidden")
    ]
    context = {
        "tables": tables,
        "queries": await _canned(visit),
        "database_url": str(visit.datasette.urls.database(name)),
        "canonical": visit.absolute("/-/timeline/schema"),
        "json_ld": await _dataset(visit),
    }
    return await visit.page("timeline_schema.html", context)


def _rank(table: str, said: Mapping[str, object]) -> int:
    """Return the place of a table in metadata.yml, which tells of the most wanted first."""
    names = list(said)
    return names.index(table) if table in said else len(names)


async def _dataset(visit: Visit) -> str:
    """Return the whole archive as a schema.org Dataset, for a script element."""
    build = await visit.database.facts()
    years = sorted(await visit.database.period_counts("year"))
    address = Address(visit.site, visit.absolute("/").rstrip("/"))
    form = FORMATS["csv"]
    facts = address.facts(form, Filter(), parse_instant(build.get("updated_at")) or LONG_AGO)
    distribution = {
        visit.absolute(f"/events.{name}"): FORMATS[name].media_type.partition(";")[0]
        for name in ("csv", "jsonl", "jsonld")
    }
    coverage = f"{years[0]}/{years[-1]}" if years else None
    return jsonld.dumps(jsonld.dataset_node(facts, distribution, coverage))


async def _canned(visit: Visit) -> list[dict[str, Any]]:
    if not hasattr(visit.datasette, "get_canned_queries"):
        return []
    name = visit.site.database
    found = await visit.datasette.get_canned_queries(name, visit.request.actor)
    return [
        {
            "title": query.get("title") or key,
            "description": query.get("description") or "",
            "href": str(visit.datasette.urls.query(name, key)),
        }
        for key, query in found.items()
    ]


async def keys(visit: Visit) -> Response:
    """Return the keys that move through the timeline."""
    return await visit.page("timeline_keys.html", {"canonical": visit.absolute("/-/timeline/keys")})


async def about(visit: Visit) -> Response:
    """Return how to read the timeline: its dates, its words, its counts, and how to cite it."""
    build = await visit.database.facts()
    context = {
        "canonical": visit.absolute("/-/timeline/about"),
        "as_of": display.reported(build.get("updated_at")),
    }
    return await visit.page("timeline_about.html", context)


async def robots(visit: Visit) -> Response:
    """Return robots.txt: read the timeline, leave the endless filtered views and the data tools."""
    prefix = visit.url("/")
    lines = [
        "User-agent: *",
        f"Disallow: {prefix}*?*after=",
        f"Disallow: {prefix}*?*before=",
        f"Disallow: {visit.datasette.urls.database(visit.site.database)}",
        f"Sitemap: {visit.absolute('/sitemap.xml')}",
    ]
    return Response.text("\n".join(lines) + "\n")


async def sitemap(visit: Visit) -> Response:
    """Return the index of sitemaps: one for each year that has events of its own."""
    years = await visit.database.rows(queries.SITEMAP_YEARS)
    parts = "".join(_sitemap(visit.absolute(f"/sitemap-{row['period']}.xml")) for row in years)
    return _xml(f'<sitemapindex xmlns="{_SITEMAP_XMLNS}">\n{parts}</sitemapindex>\n')


async def sitemap_of_year(visit: Visit) -> Response:
    """Return the addresses of a year: its own page, its months and its events."""
    try:
        year = periods.year(int(visit.request.url_vars["year"]))
    except ValueError as error:
        raise NotFound("There is no such year.") from error
    months = await visit.database.period_counts("month", f"{year.key}-01", f"{year.key}-12")
    events = await visit.database.rows(
        queries.SITEMAP_EVENTS,
        {"first": str(year.start), "last": str(year.end), "limit": _SITEMAP_LIMIT - 13},
    )
    # Datasette takes 60 µs for an absolute address: 50,000 of them held up every other visitor for three seconds.
    site = visit.absolute("/").removesuffix("/")
    found = [_address(site + year.path)]
    found += [_address(site + periods.parse(month).path) for month in sorted(months)]
    found += [
        _address(site + event_path(row["slug"]), (row["last_reported_at"] or "")[:10])
        for row in events
    ]
    return _xml(f'<urlset xmlns="{_SITEMAP_XMLNS}">\n{"".join(found)}</urlset>\n')


def _address(location: str, changed: str = "") -> str:
    last = f"<lastmod>{escape(changed)}</lastmod>" if changed else ""
    return f"<url><loc>{escape(location)}</loc>{last}</url>\n"


def _xml(body: str) -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}', content_type=_XML)


def _sitemap(location: str) -> str:
    return f"<sitemap><loc>{escape(location)}</loc></sitemap>\n"

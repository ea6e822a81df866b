"""The pages that list events: home, year, month, day, and any of them searched and filtered."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from datasette.database import QueryInterrupted
from datasette.utils.asgi import BadRequest, Response

from datasette_timeline.exports import outlets
from datasette_timeline.presentation import cards, datetext, narrowing, summary, titles
from datasette_timeline.presentation.display import counted, number, reported
from datasette_timeline.presentation.titles import Title
from datasette_timeline.reading import chart, facets, horizon, leads, queries, walks
from datasette_timeline.reading.chart import Chart
from datasette_timeline.reading.database import Database
from datasette_timeline.reading.facets import FacetCounts
from datasette_timeline.reading.rows import day
from datasette_timeline.reading.walks import Page
from datasette_timeline.serving.visit import Visit
from datasette_timeline.views import histogram, periods, search_terms, segments
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.paging import PAGE_SIZE
from datasette_timeline.views.periods import Period, PeriodError
from datasette_timeline.views.spans import Span

#: The part of the time limit that a page leaves for the rest when its chart is dear.
_UNRANKED_ABOVE: Final = 20_000
#: The fields of the filter form itself; everything else in force is carried on hidden.
_OWN_FIELDS: Final = frozenset(
    {"from", "to", "exact", "min_publishers", "disputed", "after", "before"}
)
#: Stands for whatever period a link leads to: its bounds are in its path.
_ANY_DAY: Final = periods.day(date.min)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a list page was able to read; None for what took too long."""

    #: The view that was read: a search with too many matches to rank is ordered by date.
    view: Filter
    page: Page
    chart: Chart | None
    facets: dict[str, FacetCounts] | None
    #: The titles of the sources that the view names by number.
    names: dict[str, str]

    @property
    def title(self) -> Title:
        """What the page is called."""
        total = self.chart.total if self.chart else None
        is_deep = bool(self.view.after or self.view.before)
        is_vague = is_deep and self.page.first_segment == "vague"
        return titles.of_view(self.view, total, self.names, is_vague=is_vague)


async def home(visit: Visit) -> Response:
    """Return the newest events, or what a search without a period finds."""
    view = Filter.from_args(visit.request.args)
    if view.start and view.end:
        period = periods.spanning(view.start, view.end)
        if period:
            target = visit.url(period.path) + replace(view, period=period).query_string()
            return Response.redirect(target, status=302)
    return await _list(visit, view)


async def period(visit: Visit) -> Response:
    """Return the events of the year, month or day that the path names."""
    named = "-".join(part for part in visit.request.url_vars.values() if part)
    try:
        found = periods.parse(named)
    except PeriodError as error:
        raise BadRequest(f"{error}.") from error
    if len(named) < 4 or found.key != named:
        return Response.redirect(visit.url(found.path), status=301)
    return await _list(visit, Filter.from_args(visit.request.args, found))


async def _list(visit: Visit, view: Filter) -> Response:
    build = await visit.database.facts()
    today = day(build.get("updated_at", "")[:10]) or await _last_seen(visit)
    view = await visit.database.looked_up(view)
    plan = await visit.database.plan(view)
    begins = await horizon.of(visit.database, visit.site.default_frame, today)
    found = await _read(visit, view, plan, begins.on)
    total = found.chart.total if found.chart else None
    view = found.view
    context = _context(visit, view, found) | {
        "as_of": reported(build.get("updated_at")),
        "begins": begins,
        "long_day": datetext.long_day,
        "is_new": total == 0 and view == Filter(),
    }
    last = found.chart.last if found.chart else None
    has_later = last is None or last > begins.on.isoformat()
    if has_later and not begins.is_today and segments.is_unbounded(view):
        context["later"] = visit.url("/") + view.query_string(after=segments.AHEAD)
    if view.period and view.period.unit == "day" and view.is_plain:
        context["around"] = _drawing(
            visit, view, await chart.around(view.period, visit.database), view.period
        )
    if (total or 0) > PAGE_SIZE:
        led = await leads.of(view, visit.database, today)
        context["leads"] = led
        context["leading"] = [cards.card(row) for row in led.rows] if led else []
    if total == 0 and view.period and view.is_plain:
        context["nearest"] = await _nearest(visit, view.period)
    degraded = found.chart is None or found.facets is None
    return await visit.page("timeline_list.html", context, degraded=degraded)


async def _last_seen(visit: Visit) -> date:
    """Return the day of the archive's newest event: a first run that is under way has no other."""
    row = await visit.database.row(queries.LAST_SEEN)
    return day((row["seen_at"] or "")[:10] if row else None) or date.max


async def _nearest(visit: Visit, period: Period) -> list[Period | None]:
    """Return the nearest periods of the same length on both sides that have an event of their own."""
    params = {"unit": period.unit, "key": period.key}
    row = await visit.database.row(queries.NEIGHBOURING_PERIODS, params)
    if row is None:
        return [None, None]
    return [periods.parse(key) if key else None for key in (row["previous"], row["next"])]


async def _read(visit: Visit, view: Filter, plan: Plan, until: date) -> _Found:
    database = visit.database
    drawn: Chart | None
    try:
        if view.is_unsearchable:
            drawn = Chart(0, None, ())
        elif chart.has_rollups(view):
            drawn = await chart.of_rollups(view, database, visit.site.default_frame)
        else:
            drawn = chart.of_groups(
                view, await database.groups(view, plan), visit.site.default_frame
            )
    except QueryInterrupted:
        drawn = None
    if view.order == "relevance" and (drawn is None or drawn.total > _UNRANKED_ABOVE):
        view = replace(view, sort="newest", after="", before="")
    plan = await database.plan_of_page(view, plan, drawn.total if drawn else None)
    page = await walks.page(database, view, plan, until)
    try:
        total = drawn.total if drawn else _UNRANKED_ABOVE
        counts = await facets.of_view(database, view, plan, total)
    except QueryInterrupted:
        counts = None
    return _Found(view, page, drawn, counts, await _names(database, view))


async def _names(database: Database, view: Filter) -> dict[str, str]:
    """Return the titles of the sources that the view names by number."""
    if not view.source:
        return {}
    found = await database.rows(queries.SOURCE_TITLES, {"numbers": json.dumps(view.source)})
    return {str(row["id"]): row["title"] for row in found}


def _context(visit: Visit, view: Filter, found: _Found) -> dict[str, Any]:
    """Return what the template shows of a view: what it is, what it holds, and the ways on."""
    here = visit.url(view.period.path if view.period else "/")
    exports = outlets.of_list(view, visit.url)
    return (
        _named(visit, view)
        | _held(visit, view, found)
        | _pages(view, found.page, here)
        | {
            "view": view,
            "here": here,
            "nothing": Filter(),
            "facets": narrowing.facets(view, found.facets or {}, first=visit.site.first_publishers),
            "chips": narrowing.chips(view, found.names),
            "sorts": narrowing.sorts(view, found.chart.total if found.chart else None),
            "wider": search_terms.widened(view.q) if view.q else None,
            "exports": exports,
            "uses": outlets.by_use(exports),
            "number": number,
            "counted": counted,
        }
    )


def _named(visit: Visit, view: Filter) -> dict[str, Any]:
    """Return what the view is called, its addresses, its neighbours, and what its forms carry on."""
    here_path = view.period.path if view.period else "/"
    is_deep = bool(view.after or view.before)
    return {
        "here_path": here_path,
        "heading": titles.period_name(view),
        "crumbs": _crumbs(view.period),
        "previous": view.period.previous if view.period else None,
        "next": view.period.next if view.period else None,
        "carried": replace(view, period=_ANY_DAY, after="", before="").query_string(),
        "bounds": view.written_bounds(),
        "hidden": _hidden(view, leave={"q", "after", "before"}),
        "kept": _hidden(view, leave=_OWN_FIELDS),
        "all_years": replace(view, period=None, start=None, end=None).query_string(),
        "canonical": visit.absolute(here_path + replace(view, after="", before="").query_string()),
        "no_index": bool(
            view.narrowing or view.exact or is_deep or view.sort or (view.start and not view.period)
        ),
    }


def _held(visit: Visit, view: Filter, found: _Found) -> dict[str, Any]:
    """Return what the view holds: its events under their headings, its chart, and that in words."""
    shape = found.chart.histogram if found.chart else None
    return {
        "title": found.title,
        "sentence": summary.sentences(view, found.chart, is_headed=found.title.has_total),
        "total": found.chart.total if found.chart else None,
        "chart": _drawing(visit, view, shape, None),
        "spans": found.chart.spans if found.chart else (),
        "when_span": _span_in_words,
        "sections": cards.sections(found.page.events, by_date=view.order in {"oldest", "newest"}),
    }


def _pages(view: Filter, page: Page, here: str) -> dict[str, str | None]:
    """Return the addresses of the pages on both sides, and of the vague dates; None: there is none."""
    is_first = not (view.after or view.before)
    # Dates as fine as its chart come first: the vague ones are a link away.
    leads_to_vague = page.vague and is_first and page.first_segment == "within"
    return {
        "vague": here + view.query_string(after=page.vague) if leads_to_vague else None,
        "newer": here + view.query_string(before=page.before) if page.before else None,
        "older": here + view.query_string(after=page.after) if page.after else None,
    }


def _hidden(view: Filter, leave: set[str] | frozenset[str]) -> list[tuple[str, str]]:
    """Return the arguments that a form carries on beside its own fields."""
    return [(name, value) for name, value in view.arguments() if name not in leave]


def _span_in_words(span: Span) -> str:
    start, end = span.bounds
    if not (start or end):
        return "longer than the chart"
    row = {
        "date_start": start, "date_end": end, "precision": "day", "relation": "on", "edtf": "",
    }  # fmt: skip
    return datetext.when(row).text


def _crumbs(period: Period | None) -> list[Period]:
    found: list[Period] = []
    above = period.parent if period else None
    while above:
        found.insert(0, above)
        above = above.parent
    return found


def _drawing(
    visit: Visit, view: Filter, shape: histogram.Histogram | None, current: Period | None
) -> dict[str, Any] | None:
    """Return what the template draws of a histogram: bars with their links, and ticks."""
    if shape is None or not any(bar.events for bar in shape.bars):
        return None
    if view.period and view.period.unit == "day" and current is None:
        return None
    bars = [
        {
            "bar": bar,
            "href": _bar_href(visit, view, bar) if bar.events else None,
            "is_current": bool(current and bar.start == current.start),
        }
        for bar in shape.bars
    ]
    return {
        "unit": shape.unit, "bars": bars, "ticks": shape.ticks, "peak": shape.peak,
        "guide": shape.guide, "is_rooted": shape.is_rooted,
    }  # fmt: skip


def _bar_href(visit: Visit, view: Filter, bar: histogram.Bar) -> str:
    period = bar.period
    if period and period.unit != "decade":
        return (
            visit.url(period.path)
            + replace(view, period=period, after="", before="").query_string()
        )
    whole = replace(view, period=None, start=bar.start, end=bar.end)
    return visit.url("/") + whole.query_string()

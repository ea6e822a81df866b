"""A filter -> the segments in which its view is walked. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final, Literal

from datasette_timeline.views import conditions, histogram, paging
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.histogram import KEY_LENGTH
from datasette_timeline.views.paging import Key, Segment

_WALK: Final = "events AS e INDEXED BY idx_events_sort"
#: The condition of the partial index idx_events_spans, word for word.
_IS_LONG: Final = (
    "(e.date_end IS NULL OR e.date_start IS NULL"
    " OR substr(e.date_start, 1, 4) <> substr(e.date_end, 1, 4))"
)
_VAGUE: Final = "events AS e INDEXED BY idx_events_vague"
_SPANS: Final = "events AS e INDEXED BY idx_events_spans"
_SEARCH: Final = (
    "(SELECT rowid AS id, bm25(events_fts, 4, 2, 1, 1, 1) AS score FROM events_fts"
    " WHERE events_fts MATCH :match) AS f CROSS JOIN events AS e ON e.id = f.id"
)


#: Whether the dates of a period that are vaguer than the bars of its chart stand among the others (by
#: their first day), or before or after them, under headings of their own.
Vague = Literal["among", "first", "last"]
#: The cursor of what lies ahead, in a view without bounds.
AHEAD: Final = paging.encode(1, ())


def of(
    view: Filter, plan: Plan, horizon: date, vague: Vague = "among"
) -> tuple[tuple[Segment, ...], dict[str, Any]]:
    """Return the segments of the view, and the parameters that their texts need.

    `horizon` parts what has happened from what lies ahead where the newest come first.
    """
    where, params = conditions.where(view, plan)
    if view.order in {"publishers", "relevance"}:
        return (_by_rank(view, where, plan),), params
    base, base_params = conditions.where(replace(view, start=None, end=None), plan)
    source = "events AS e" if plan == "gather" else _WALK
    keys = paging.OLDEST if view.order == "oldest" else paging.NEWEST
    if view.start is None and view.end is None:
        parts = _unbounded(base, source, keys, view.order)
        params = base_params | ({"horizon": horizon.isoformat()} if view.order == "newest" else {})
        return parts, params
    within = " AND ".join([where if view.exact else base, *_bounds_of_start(view)])
    starting = _starting(view, Segment("within", within, keys, source), plan, vague)
    if view.exact:
        return starting, params
    spans, span_params = _spans(view, base, plan)
    return (*starting, *spans), params | span_params


def is_unbounded(view: Filter) -> bool:
    """Whether the view is walked from what has happened to what lies ahead."""
    return view.start is None and view.end is None and view.order == "newest"


def is_parted(view: Filter) -> bool:
    """Whether the view has dates vaguer than the bars of its chart, which may stand apart."""
    return bool(view.start and view.end) and view.order in {"oldest", "newest"}


def vague_of(view: Filter, plan: Plan) -> tuple[str, dict[str, Any]]:
    """Return a text for the numbers of the vague events that begin in a bounded view."""
    parts, params = of(view, plan, date.max, "first")
    sql = f"SELECT e.id FROM {parts[0].source} WHERE {parts[0].where}"  # noqa: S608 - our own texts
    return sql, params


def _starting(view: Filter, within: Segment, plan: Plan, vague: Vague) -> tuple[Segment, ...]:
    """Return what begins in the period, in one segment or with the vague dates apart."""
    if vague == "among" or not (view.start and view.end):
        return (within,)
    length = KEY_LENGTH[histogram.frame(view.start, view.end).unit]
    crosses = (
        "(e.date_start IS NULL OR e.date_end IS NULL OR"
        f" substr(e.date_start, 1, {length}) <> substr(e.date_end, 1, {length}))"
    )
    source = "events AS e" if plan == "gather" else _VAGUE
    apart = Segment(
        "vague", f"{within.where} AND e.date_start IS NOT e.date_end AND {crosses}",
        within.keys, source,
    )  # fmt: skip
    plain = replace(within, where=f"{within.where} AND NOT {crosses}")
    return (apart, plain) if vague == "first" else (plain, apart)


def _by_rank(view: Filter, where: str, plan: Plan) -> Segment:
    if view.order == "relevance":
        return Segment("ranked", where, paging.RELEVANCE, _SEARCH)
    bounded = view.start is not None or view.end is not None
    source = (
        "events AS e"
        if plan == "gather" or bounded
        else "events AS e INDEXED BY idx_events_publishers"
    )
    return Segment("ranked", where, paging.MOST_REPORTED, source)


def _unbounded(base: str, source: str, keys: tuple[Key, ...], order: str) -> tuple[Segment, ...]:
    undated = Segment("undated", f"{base} AND e.sort_on IS NULL", paging.UNDATED, source)
    if order == "oldest":
        return (Segment("within", f"{base} AND e.sort_on IS NOT NULL", keys, source), undated)
    past = Segment("within", f"{base} AND e.sort_on <= :horizon", keys, source)
    ahead = Segment("ahead", f"{base} AND e.sort_on > :horizon", paging.OLDEST, source)
    return (past, ahead, undated)


def _bounds_of_start(view: Filter) -> list[str]:
    bounds = {"e.sort_on >= :start": view.start, "e.sort_on <= :end": view.end}
    return [sql for sql, bound in bounds.items() if bound]


def _spans(view: Filter, base: str, plan: Plan) -> tuple[tuple[Segment, ...], dict[str, Any]]:
    """Return what includes the period though it starts before it, or has no start and ends after.

    Nearest start first: the month that holds a day, then the season, the year, the decade. What began
    in earlier years is looked for among the long spans alone. What has no start ("until 2034") says least of the
    period and comes last, nearest end first.
    """
    later = f"{base} AND e.date_start IS NULL AND e.sort_on > :end"
    if not view.start:
        return (
            Segment("spans", later, paging.OLDEST, "events AS e" if plan == "gather" else _WALK),
        ), {}
    covers = "(e.date_end >= :start OR e.date_end IS NULL)"
    new_year = view.start.replace(month=1, day=1).isoformat()
    near = f"{base} AND e.sort_on >= :new_year AND e.sort_on < :start AND {covers}"
    far = f"{base} AND {_IS_LONG} AND e.sort_on < :new_year AND {covers}"
    long_spans = "events AS e" if plan == "gather" else _SPANS
    found: tuple[Segment, ...] = (
        Segment("spans", near, paging.NEWEST, "events AS e" if plan == "gather" else _WALK),
        Segment("spans", far, paging.NEWEST, long_spans),
    )
    if view.end:
        found += (Segment("spans", f"{later} AND {_IS_LONG}", paging.OLDEST, long_spans),)
    return found, {"new_year": new_year}

"""Reads the values that a view can be narrowed by, each with how many events have it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from datasette.database import QueryInterrupted

from datasette_timeline.reading import facet_queries
from datasette_timeline.reading.database import Database
from datasette_timeline.reading.rows import Row
from datasette_timeline.views import conditions
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter

#: Views up to this size get their own facet counts.
_FACETED: Final = 2_000
_VALUES: Final = 8


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Rows of facet, value and events."""

    #: False: the counts are the whole archive's.
    is_own: bool
    rows: list[Row]

    def only(self, facet: str) -> FacetCounts:
        """Return those of one facet."""
        return FacetCounts(self.is_own, [row for row in self.rows if row["facet"] == facet])


async def of_view(
    database: Database, view: Filter, plan: Plan, total: int
) -> dict[str, FacetCounts]:
    """Return the values of each facet; those of one that is chosen as if it were not."""
    if not _is_everything(view) and total <= _FACETED:
        where, params = conditions.where(view, "gather" if conditions.selections(view) else plan)
        sql = facet_queries.OF_VIEW.format(source="events AS e", where=where)
        counts = FacetCounts(True, await database.rows(sql, {**params, "limit": _VALUES}))
    else:
        counts = await _of_all(database, is_own=_is_everything(view))
    found = {}
    for name in facet_queries.NAMES:
        values: dict[str, Any] = {name: ()}
        is_chosen = bool(getattr(view, name))
        of_name = await _of_one(database, name, replace(view, **values)) if is_chosen else counts
        found[name] = of_name.only(name)
    return found


async def _of_one(database: Database, name: str, view: Filter) -> FacetCounts:
    """Return one facet of a view, the whole archive's where the view holds too many events."""
    if _is_everything(view):
        return await _of_all(database, is_own=True)
    plan = await database.plan(view)
    # Two thousand events are many to ask the index for one by one.
    where, params = conditions.where(view, "walk" if plan == "probe" else plan)
    sql = facet_queries.ONE_OF_VIEW[name].format(source="events AS e", where=where)
    try:
        rows = await database.rows(sql, {**params, "limit": _VALUES, "most": _FACETED + 1})
    except QueryInterrupted:
        return await _of_all(database, is_own=False)
    is_few = next(row["events"] for row in rows if not row["facet"]) <= _FACETED
    return FacetCounts(True, rows) if is_few else await _of_all(database, is_own=False)


async def _of_all(database: Database, *, is_own: bool) -> FacetCounts:
    return FacetCounts(is_own, await database.rows(facet_queries.OF_ALL, {"limit": _VALUES}))


def _is_everything(view: Filter) -> bool:
    """Whether the rollups count the view's facets: every active event."""
    return view.is_plain and view.start is None and view.end is None

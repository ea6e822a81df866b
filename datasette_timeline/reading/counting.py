"""Counts the events of a view by their bounds, in statements that each stay under the time limit. Pure.

Datasette stops a statement after a second. A count over a million events is therefore cut into slices:
by number where a search or a set leads (numbers are spread evenly), by date where the dates are walked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from datasette_timeline.reading import queries
from datasette_timeline.views import conditions
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.histogram import Group

#: Events of the archive that one slice reads: some 100 ms.
SLICE: Final = 125_000
_MAX_SLICES: Final = 16
#: A beginning (flo*) is looked up anew by each slice, a quarter of a second for a short one.
_PREFIX_COST: Final = 3
#: Numbers of events have at most 52 bits, so that they survive JSON.
_ID_BITS: Final = 52

Statement = tuple[str, Mapping[str, Any]]


def statements(
    view: Filter, plan: Plan, total: int, years: Mapping[str, int]
) -> tuple[bool, list[Statement]]:
    """Return the statements that count a view, together once; True: each gives one joined text.

    `total` and `years` are the archive's, by which the slices are cut.
    """
    selections = conditions.selections(view)
    if plan == "gather":
        where, params = conditions.where(view, "gather")
        return False, [(queries.GROUPS.format(source="events AS e", where=where), params)]
    count = min(max(total // SLICE, 1), _MAX_SLICES)
    if not selections:
        return False, _by_date(*conditions.where(view, "walk"), count, years)
    name, selection, _ = selections[0]
    where, params = conditions.where(view, "walk", led_by=name)
    if view.has_prefix:
        count = max(count // _PREFIX_COST, 1)
    column = {"match": "rowid", "publisher": "event_id", "source": "event_id", "entity": "event_id"}
    sliced = f"{selection} AND {column.get(name, 'id')} BETWEEN :low AND :high"
    sql = queries.GROUPS_OF_MANY.format(selection=sliced, where=where)
    width = (1 << _ID_BITS) // count
    bounds = [(n * width, (n + 1) * width - 1) for n in range(count)]
    bounds[-1] = (bounds[-1][0], (1 << 63) - 1)
    return True, [(sql, {**params, "low": low, "high": high}) for low, high in bounds]


def joined(texts: Iterable[str | None]) -> list[Group]:
    """Return the groups that joined texts ('start/end,start/end,...') hold."""
    counted: Counter[str] = Counter()
    for text in filter(None, texts):
        counted.update(text.split(","))
    found = []
    for key, events in counted.items():
        start, _, end = key.partition("/")
        found.append((start or None, end or None, events))
    return found


def _by_date(
    where: str, params: Mapping[str, Any], count: int, years: Mapping[str, int]
) -> list[Statement]:
    source = "events AS e INDEXED BY idx_events_sort"
    cuts = ["", *_quantiles(years, count), "~"]
    sql = queries.GROUPS.format(
        source=source, where=f"{where} AND e.sort_on >= :low AND e.sort_on < :high"
    )
    found: list[Statement] = [
        (sql, {**params, "low": low, "high": high}) for low, high in pairwise(cuts)
    ]
    undated = queries.GROUPS.format(source=source, where=f"{where} AND e.sort_on IS NULL")
    return [*found, (undated, params)]


def _quantiles(years: Mapping[str, int], count: int) -> Sequence[str]:
    """Return years that cut the archive into about `count` parts of equal size."""
    share = sum(years.values()) / count
    cuts: list[str] = []
    seen = 0
    for year in sorted(years):
        if seen and seen >= share * (len(cuts) + 1) and len(cuts) < count - 1:
            cuts.append(year)
        seen += years[year]
    return cuts

"""What leads the first page of everything, of a year or of a month: what most publishers report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from datasette_timeline.reading import queries
from datasette_timeline.reading.database import Database
from datasette_timeline.reading.rows import Row
from datasette_timeline.views.filters import Filter

#: So many lead; a phone shows three of them.
_LEADS: Final = 5
#: What the home page takes for news.
_RECENT: Final = timedelta(days=31)
#: How finely what leads is dated, as characters of an ISO date: in a month by day, else by month.
_MONTH: Final = len("2024-06")
_DAY: Final = len("2024-06-25")


@dataclass(frozen=True, slots=True)
class Leads:
    """A few events, and what they have in common."""

    heading: str
    rows: list[Row]


async def of(view: Filter, database: Database, today: date) -> Leads | None:
    """Return what leads a view; None where it is narrowed, ordered, deep in its pages, or a day.

    A period is led by what most publishers report, of what is dated as finely as its bars; everything by
    that of the newest events of the last month, of what is dated by month at least, and where that is not
    much (an archive of old texts), by what weighs most of all.
    """
    if view == Filter():
        return await _of_everything(database, today)
    if view.period and view.period.unit != "day" and view == Filter.of_period(view.period):
        fineness = _DAY if view.period.unit == "month" else _MONTH
        bounds = _bounds(view.period.start, view.period.end, fineness)
        return _leads("Most reported", await database.rows(queries.MOST_REPORTED, bounds))
    return None


async def _of_everything(database: Database, today: date) -> Leads | None:
    bounds = _bounds(today - _RECENT, today, _MONTH)
    rows = await database.rows(queries.MOST_REPORTED_OF_LATE, bounds)
    if len(rows) == _LEADS:
        return _leads("Most reported of late", rows)
    weightiest = await database.rows(queries.WEIGHTIEST, {"limit": 4 * _LEADS, "length": _MONTH})
    return _leads("Most reported of all", _of_different_dates(weightiest))


def _bounds(start: date, end: date, length: int) -> dict[str, str | int]:
    bounds = {"start": start.isoformat(), "end": end.isoformat()}
    return bounds | {"limit": _LEADS, "length": length}


def _leads(heading: str, rows: list[Row]) -> Leads | None:
    return Leads(heading, rows) if rows else None


def _of_different_dates(rows: list[Row]) -> list[Row]:
    """Return the first event of each date, for a great story has several on its day; then the others."""
    by_date: dict[str, Row] = {}
    for row in rows:
        by_date.setdefault(row["edtf"], row)
    first = {row["id"]: row for row in by_date.values()}
    others = [row for row in rows if row["id"] not in first]
    return [*first.values(), *others][:_LEADS]

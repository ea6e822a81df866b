"""Where the list of everything, newest first, begins: what lies beyond was still to come when it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from datasette_timeline.reading import queries
from datasette_timeline.reading.database import Database
from datasette_timeline.reading.rows import day
from datasette_timeline.views import histogram
from datasette_timeline.views.histogram import Frame

#: An archive whose newest report is no older than this is a living one: its list begins today.
_LIVING: Final = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Horizon:
    """The last day before which the newest stands first."""

    on: date
    #: False: the archive's reports, or its owner's default period, end before today.
    is_today: bool


async def of(database: Database, usual: Frame | None, today: date) -> Horizon:
    """Return where the archive's list begins: today, or where an archive of old texts ends.

    That is its newest report: what is dated later was foreseen, if not misread. Where no report has a
    date it is the end of the years that hold all but a few of its events. An owner's default period (`usual`, None:
    not given) ends the list earlier, never later than today.
    """
    ends = [today]
    newest = await _newest_report(database, today)
    if newest is None:
        frame = histogram.main_frame(await database.period_counts("year"))
        ends += [frame.end] if frame else []
    elif newest < today - _LIVING:
        ends.append(newest)
    if usual:
        ends.append(usual.end)
    return Horizon(min(ends), is_today=min(ends) == today)


async def _newest_report(database: Database, today: date) -> date | None:
    """Return the day of the newest report, of those that are not dated beyond today."""
    # As of the end of time, when nothing is known, no day follows.
    tomorrow = today + timedelta(days=1) if today < date.max else today
    row = await database.row(queries.NEWEST_REPORT, {"tomorrow": tomorrow.isoformat()})
    return day(row["reported_at"][:10]) if row else None

"""A view's chart: which counts it draws, from the rollups or from the view's own events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from datasette_timeline.reading.database import Database
from datasette_timeline.views import histogram, periods, spans
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.histogram import Frame, Group, Histogram
from datasette_timeline.views.periods import Period, Unit
from datasette_timeline.views.spans import Span


@dataclass(frozen=True, slots=True)
class Chart:
    """A histogram, the vague dates drawn below it, and the view's total."""

    total: int
    histogram: Histogram | None
    spans: tuple[Span, ...]
    #: The last day that an event of the view begins on, or, of one without a beginning, ends on. None: not looked for.
    last: str | None = None


def of_groups(view: Filter, groups: list[Group], usual: Frame | None) -> Chart:
    """Return the chart of a filtered view from all its events' bounds.

    `usual` is the frame of a view without bounds; None: the years that hold all but a few events.
    """
    total = sum(events for _, _, events in groups)
    frame = _frame(view, usual) or histogram.main_frame(histogram.count(groups, "year"))
    last = max((start or end or "" for start, end, _ in groups), default="")
    if frame is None:
        return Chart(total, None, (), last)
    counts = histogram.count(groups, frame.unit)
    frame = histogram.legible(frame, counts)
    drawn = histogram.draw(frame, counts, total)
    return Chart(total, drawn, tuple(spans.fullest(groups, frame)), last)


def has_rollups(view: Filter) -> bool:
    """Whether the rollups count the view: everything, or whole units of its chart, unfiltered."""
    if not view.is_plain or (view.start is None) != (view.end is None):
        return False
    frame = histogram.frame(view.start, view.end) if view.start and view.end else None
    return frame is None or (frame.start, frame.end) == (view.start, view.end)


async def of_rollups(view: Filter, database: Database, usual: Frame | None) -> Chart:
    """Return the chart of a view that has rollups, without reading its events; `usual` as for `of_groups`."""
    total = (
        await database.overlapping(view.start, view.end)
        if view.start and view.end
        else await database.total()
    )
    frame = _frame(view, usual) or histogram.main_frame(await database.period_counts("year"))
    if frame is None:
        return Chart(total, None, ())
    if not view.start:
        counts = await database.period_counts(frame.unit)
        return Chart(total, histogram.draw(histogram.legible(frame, counts), counts, total), ())
    counts = await database.period_counts(
        frame.unit, _key(frame, frame.start), _key(frame, frame.end)
    )
    vague = await database.vague_groups(frame.start, frame.end)
    frame = histogram.legible(frame, counts)
    return Chart(total, histogram.draw(frame, counts, total), tuple(spans.fullest(vague, frame)))


async def around(day: Period, database: Database) -> Histogram | None:
    """Return the days of the month in which a day lies, for its page; None where all are empty."""
    month = day.parent
    if month is None:
        return None
    counts = await database.period_counts("day", month.start.isoformat(), month.end.isoformat())
    if not counts:
        return None
    return histogram.draw(histogram.frame(month.start, month.end), counts, 0)


def _frame(view: Filter, usual: Frame | None) -> Frame | None:
    """Return the frame of the view's own bounds, the usual one where it has none."""
    if view.start and view.end:
        return histogram.frame(view.start, view.end)
    return None if view.start or view.end else usual


def _key(frame: Frame, on: date) -> str:
    unit: Unit = frame.unit
    return periods.containing(on, unit).key

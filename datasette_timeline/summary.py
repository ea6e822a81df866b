"""What a list page says above its chart: how many events, when most, and what the bars leave out. Pure."""

from __future__ import annotations

from datasette_timeline import histogram
from datasette_timeline.chart import Chart
from datasette_timeline.display import counted, number
from datasette_timeline.filters import Filter

_TOO_MANY = "There are too many events in this view to count within the server’s time limit."


def sentences(view: Filter, drawn: Chart | None) -> list[str]:
    """Return the total, and then what the bars leave out; nothing of an empty view.

    `drawn` None: the view could not be counted in time.
    """
    if drawn is None:
        return [_TOO_MANY]
    total, shape = drawn.total, drawn.histogram
    if not total or shape is None:
        return [f"{counted(total, 'event')}."] if total else []
    if view.period and view.period.unit == "day":
        return _of_day(total, shape.vaguer)
    if not shape.peak:
        return [_all_vague(total)]
    when = _in_words(shape.peak)
    if total == 1:
        return [f"1 event, {when}."]
    said = [f"{counted(total, 'event')}; most {when} ({number(shape.peak.events)})."]
    if shape.vaguer:
        verb = "is" if shape.vaguer == 1 else "are"
        said.append(
            f"{number(shape.vaguer)} with a longer or vaguer date {verb} listed but not in the bars."
        )
    return said


def _of_day(total: int, vaguer: int) -> list[str]:
    if not vaguer:
        return [counted(total, "event")]
    if vaguer == total:
        return [_all_vague(total)]
    of_the_day, others = number(total - vaguer), number(vaguer)
    return [
        f"{counted(total, 'event')}:",
        f"{of_the_day} on this day, {others} with a longer or vaguer date that includes it.",
    ]


def _all_vague(total: int) -> str:
    return f"{counted(total, 'event')}, {'all ' if total > 1 else ''}with a longer or vaguer date."


def _in_words(bar: histogram.Bar) -> str:
    if bar.period is None:
        return bar.label
    preposition = "on" if bar.period.unit == "day" else "in"
    return f"{preposition} {'the ' if bar.period.unit == 'decade' else ''}{bar.label}"

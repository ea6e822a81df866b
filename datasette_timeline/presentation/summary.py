"""What a list page says above its chart: how many events, when most, and what the bars leave out. Pure."""

from __future__ import annotations

from datasette_timeline.presentation.display import counted, number
from datasette_timeline.reading.chart import Chart
from datasette_timeline.views import histogram
from datasette_timeline.views.filters import Filter

_TOO_MANY = "There are too many events in this view to count within the server’s time limit."


def sentences(view: Filter, drawn: Chart | None, *, is_headed: bool = False) -> list[str]:
    """Return the total, and then what the bars leave out; nothing of an empty view.

    `drawn` None: the view could not be counted in time. `is_headed`: the title above says the total.
    """
    if drawn is None:
        return [_TOO_MANY]
    total, shape = drawn.total, drawn.histogram
    if not total or shape is None:
        return [f"{counted(total, 'event')}."] if total and not is_headed else []
    if view.period and view.period.unit == "day" and not is_headed:
        return _of_day(total, shape.vaguer)
    return _of_chart(total, shape, is_headed=is_headed)


def _of_chart(total: int, shape: histogram.Histogram, *, is_headed: bool) -> list[str]:
    if not shape.peak:
        return [_all_vague(total, is_headed=is_headed)]
    when = _in_words(shape.peak)
    if total == 1:
        return [_capital(f"{when}.") if is_headed else f"1 event, {when}."]
    most = f"most {when} ({number(shape.peak.events)})."
    said = [_capital(most) if is_headed else f"{counted(total, 'event')}; {most}"]
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


def _all_vague(total: int, *, is_headed: bool = False) -> str:
    said = f"{'all ' if total > 1 else ''}with a longer or vaguer date."
    return _capital(said) if is_headed else f"{counted(total, 'event')}, {said}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _in_words(bar: histogram.Bar) -> str:
    if bar.period is None:
        return bar.label
    preposition = "on" if bar.period.unit == "day" else "in"
    return f"{preposition} {'the ' if bar.period.unit == 'decade' else ''}{bar.label}"

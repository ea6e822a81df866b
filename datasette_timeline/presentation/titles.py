"""What a list page is called: how many events, for which words, whose, and when. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from datasette_timeline.presentation.display import counted, number
from datasette_timeline.views import periods
from datasette_timeline.views.filters import Filter

#: How a title says the values of a filter; the others stand below it as the filters in force.
_PHRASES: Final = {
    "entity": "about", "place": "in", "country": "in", "speaker": "said by", "publisher": "reported by",
    "source": "read from",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A page's name in parts, so that the words searched for can be set in their own direction."""

    #: "37 events"; of a period that is not narrowed, its name.
    head: str
    #: The words searched for; '' where there are none.
    words: str = ""
    #: What follows them, with the space or comma before it.
    rest: str = ""
    #: Whether it says how many events there are.
    has_total: bool = False

    def __str__(self) -> str:
        """Return it in one line, for the window's title."""
        return self.head + (f" for “{self.words}”" if self.words else "") + self.rest


def of_view(
    view: Filter, total: int | None, names: Mapping[str, str], *, is_vague: bool = False
) -> Title:
    """Return the title of a view; `total` None: not counted in time. `names`: of sources, by number.

    `is_vague`: the page lists those of its dates that are longer or vaguer than the bars of its chart.
    """
    title = _of_view(view, total, names)
    return replace(title, rest=f"{title.rest}: longer or vaguer dates") if is_vague else title


def _of_view(view: Filter, total: int | None, names: Mapping[str, str]) -> Title:
    period = period_name(view)
    if not view.narrowing:
        if period:
            return Title(period)
        return (
            Title(f"All {number(total)} events", has_total=True) if total else Title("All events")
        )
    phrases = [
        f" {text} {_values(view, name, names)}"
        for name, text in _PHRASES.items()
        if getattr(view, name)
    ]
    others = "" if phrases or view.q else ", filtered"
    rest = ",".join(phrases) + _when(view, period) + others
    return Title(_head(total), view.q, rest, has_total=total is not None)


def period_name(view: Filter) -> str:
    """Return the view's period in words, '' where it has none."""
    if view.period:
        return view.period.label
    first, last = (periods.parse(text).label if text else "" for text in view.written_bounds())
    if first and last:
        return first if first == last else f"{first} to {last}"
    if first:
        return f"From {first}"
    return f"Until {last}" if last else ""


def _head(total: int | None) -> str:
    if total is None:
        return "Events"
    return counted(total, "event") if total else "No events"


def _values(view: Filter, name: str, names: Mapping[str, str]) -> str:
    values = [
        names.get(value, value) if name == "source" else value for value in getattr(view, name)
    ]
    return " or ".join(values)


def _when(view: Filter, period: str) -> str:
    if not period:
        return ""
    if view.period:
        return f" {'on' if view.period.unit == 'day' else 'in'} {period}"
    return f", {period[:1].lower() if not (view.start and view.end) else period[:1]}{period[1:]}"

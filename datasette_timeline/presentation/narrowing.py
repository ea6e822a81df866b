"""The links that narrow a view or widen it again: facets, the filters in force, the orders. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from datasette_timeline.presentation import display
from datasette_timeline.reading.facets import FacetCounts
from datasette_timeline.views.filters import REPEATED, Filter

_TITLES: Final = {
    "publisher": "Publishers", "entity": "People and organisations", "speaker": "Who says so",
    "place": "Places", "precision": "How precise the date is", "basis": "How the date is known",
    "kind": "Kind",
}  # fmt: skip
_KINDS: Final = {
    "report": "Reports", "opinion": "Opinion pieces", "passage": "Dated sentences",
}  # fmt: skip
_PRECISIONS: Final = {
    "open": "since or until a date", "half": "half-year", "unknown": "no date known",
}  # fmt: skip
_CHIPS: Final = {
    "q": "search", "publisher": "publisher", "source": "source", "speaker": "said by",
    "entity": "about", "place": "place", "country": "country", "precision": "precision",
    "basis": "date", "kind": "kind", "modality": "told as", "min_publishers": "publishers",
    "disputed": "disputed only", "status": "status",
}  # fmt: skip
_SORTS: Final = {
    "newest": "Newest", "oldest": "Oldest", "publishers": "Most reported", "relevance": "Best match",
}  # fmt: skip
#: Ranking reads every match; a search that finds more than this is ordered by date alone.
_RANKED: Final = 20_000


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a narrower or wider view; `events` None: not counted."""

    label: str
    query: str
    events: int | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One property by whose values the view can be narrowed."""

    title: str
    links: tuple[Link, ...]
    #: False: the counts are those of the whole archive, not of the view.
    is_own: bool


def facets(
    view: Filter, counted: Mapping[str, FacetCounts], *, first: Sequence[str]
) -> list[Facet]:
    """Return the facets that a view can be narrowed by; `first` publishers lead theirs.

    Of one that is chosen, the values in force lead, each with the view without it; the others widen the
    view by theirs.
    """
    found = []
    for name, title in _TITLES.items():
        counts = counted.get(name, FacetCounts(True, []))
        rows = counts.rows
        if name == "publisher" and first:
            rows = sorted(rows, key=lambda row: _rank(row["value"], first))
        if name == "entity":
            rows = sorted(rows, key=lambda row: -row["events"])
        events = {row["value"]: row["events"] for row in rows}
        chosen: Sequence[str] = getattr(view, name)
        links = [
            Link(label(name, value), view.without_value(name, value).query_string(), events.get(value), True)
            for value in chosen
        ] + [
            Link(label(name, value), view.with_value(name, value).query_string(), number)
            for value, number in events.items()
            if value not in chosen
        ]  # fmt: skip
        if links:
            found.append(Facet(title, tuple(links), counts.is_own))
    return found


def label(argument: str, value: str) -> str:
    """Return a filter's value as a reader reads it."""
    match argument:
        case "basis":
            return display.basis(value)
        case "precision":
            return _PRECISIONS.get(value, value)
        case "kind":
            return _KINDS.get(value, value)
        case "modality":
            return display.modality(value) or value
        case "min_publishers":
            return f"{value} or more"
    return value


def chips(view: Filter, names: Mapping[str, str]) -> list[Link]:
    """Return the filters in force, each with the view without it; `names`: of sources, by number."""
    found = [
        Link(_chip(view, name, value, names), _without(view, name, value))
        for name, value in view.narrowing
    ]
    if view.exact:
        found.append(Link("only dates wholly within", view.query_string(exact=None)))
    return found


def _chip(view: Filter, name: str, value: str, names: Mapping[str, str]) -> str:
    if name == "disputed":
        return _CHIPS[name]
    is_further = name in REPEATED and getattr(view, name)[0] != value
    said = names.get(value, value) if name == "source" else label(name, value)
    return f"{'or ' if is_further else ''}{_CHIPS[name]}: {said}"


def _without(view: Filter, name: str, value: str) -> str:
    if name in REPEATED:
        return view.without_value(name, value).query_string()
    return view.query_string(**{name: None})


def sorts(view: Filter, total: int | None) -> list[Link]:
    """Return the orders that the view can be read in, the one in force marked."""
    names = [name for name in _SORTS if name != "relevance"]
    if view.match and total is not None and total <= _RANKED:
        names.append("relevance")
    return [
        Link(_SORTS[name], view.query_string(sort=name), is_current=name == view.order)
        for name in names
    ]


def _rank(name: str, first: Sequence[str]) -> int:
    return first.index(name) if name in first else len(first)

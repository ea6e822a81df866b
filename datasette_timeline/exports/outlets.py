"""The links of a page to the same events in other formats. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from datasette_timeline.exports import FORMATS
from datasette_timeline.views.filters import Filter

#: What one event is wanted in: to cite it, to mark it in a calendar, to read its data.
_OF_AN_EVENT: Final = ("csl.json", "ris", "bib", "ics", "jsonld")
#: What a reader wants a format for, in a word or two; those of one use stand together.
_USES: Final = {
    "csv": "Spreadsheets", "excel.csv": "Spreadsheets", "jsonl": "Programs", "parquet": "Programs",
    "atom": "What is new", "json": "What is new", "ics": "Calendars", "geojson": "Maps",
    "timelinejs.json": "Slides", "jsonld": "Programs", "csl.json": "References",
    "ris": "References", "bib": "References",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outlet:
    """A link to an export."""

    title: str
    #: What it is for: in a word or two, and in a sentence.
    use: str
    purpose: str
    type: str
    href: str
    is_feed: bool


def of_list(view: Filter, url: Callable[[str], str]) -> list[Outlet]:
    """Return the exports of a list page: its own path with an ending, with the same filters."""
    path = view.period.path if view.period else "/events"
    query = view.query_string(after=None, before=None, sort=None)
    return [_outlet(extension, url(f"{path}.{extension}") + query) for extension in FORMATS]


def of_event(path: str, url: Callable[[str], str]) -> list[Outlet]:
    """Return the formats that one event is cited and kept in; `path` is that of its page."""
    return [
        _outlet(extension, url(f"{path}.{extension}"))
        for extension in _OF_AN_EVENT
        if extension in FORMATS
    ]


def by_use(outlets: list[Outlet]) -> dict[str, list[Outlet]]:
    """Return the outlets by what they are for, in the order given."""
    found: dict[str, list[Outlet]] = {}
    for outlet in outlets:
        found.setdefault(outlet.use, []).append(outlet)
    return found


def _outlet(extension: str, href: str) -> Outlet:
    form = FORMATS[extension]
    return Outlet(
        form.name,
        _USES[extension],
        form.purpose,
        form.media_type.partition(";")[0],
        href,
        form.is_feed,
    )

"""What a site says of itself: its title and the settings of metadata.yml under plugins: timeline.

plugins:
  timeline:
    introduction: Shown on the home page. A blank line begins a paragraph.
    accent: "#14508c"           # links and bars, on light and on dark ground
    accent_dark: "#8ab8ff"
    default_period: 2014-2026   # the range of the home page's chart; its list begins no later
    first_publishers: [...]     # offered first among the filters
    database: timeline          # where the events are
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from datasette_timeline.views import periods
from datasette_timeline.views.histogram import Frame, frame
from datasette_timeline.views.periods import PeriodError

PLUGIN_NAME: Final = "timeline"
DEFAULT_TITLE: Final = "News timeline"
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_SETTINGS: Final = frozenset(
    {"introduction", "accent", "accent_dark", "default_period", "first_publishers", "database"}
)


class SettingsError(ValueError):
    """A setting of metadata.yml that cannot be used; the message names it and what to write."""


@dataclass(frozen=True, slots=True)
class Site:
    """The settings that pages need, checked once when the server starts."""

    title: str
    description: str = ""
    introduction: tuple[str, ...] = ()
    #: '' keeps the stylesheet's own.
    accent: str = ""
    accent_dark: str = ""
    #: None: the range that holds all but a few outlying years.
    default_frame: Frame | None = None
    first_publishers: tuple[str, ...] = ()
    database: str = "timeline"
    license: str = ""
    license_url: str = ""


def read(settings: Mapping[str, Any] | None, metadata: Mapping[str, str]) -> Site:
    """Return the site of these settings; raises SettingsError in one line that names the setting."""
    given = dict(settings or {})
    if unknown := sorted(given.keys() - _SETTINGS):
        known = ", ".join(sorted(_SETTINGS))
        raise SettingsError(f"{_where(unknown[0])} is not a setting; the settings are {known}")
    return Site(
        title=metadata.get("title") or DEFAULT_TITLE,
        description=metadata.get("description") or "",
        introduction=_paragraphs(given.get("introduction")),
        accent=_colour("accent", given.get("accent")),
        accent_dark=_colour("accent_dark", given.get("accent_dark")),
        default_frame=_frame(given.get("default_period")),
        first_publishers=_names(given.get("first_publishers")),
        database=str(given.get("database") or "timeline"),
        license=metadata.get("license") or "",
        license_url=metadata.get("license_url") or "",
    )


def _where(name: str) -> str:
    return f"metadata.yml: plugins: {PLUGIN_NAME}: {name}"


def _paragraphs(text: object) -> tuple[str, ...]:
    if text is None:
        return ()
    return tuple(part.strip() for part in str(text).split("\n\n") if part.strip())


def _colour(name: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise SettingsError(f'{_where(name)} is not a colour; write it as "#14508c", in quotes')
    return value


def _frame(value: object) -> Frame | None:
    if value is None:
        return None
    first, separator, last = str(value).partition("-" if str(value).count("-") == 1 else "/")
    try:
        start, end = periods.parse(first), periods.parse(last if separator else first)
    except PeriodError as error:
        raise SettingsError(
            f"{_where('default_period')}: {error}; or a range: 2014-2026, 2024-01/2024-06"
        ) from error
    if end.end < start.start:
        raise SettingsError(f"{_where('default_period')} ends before it begins")
    return frame(start.start, end.end)


def _names(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise SettingsError(f"{_where('first_publishers')} is not a list of names")
    return tuple(value)

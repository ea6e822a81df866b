"""The vague dates of a view as spans below its chart: where each begins and ends, in per cent. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from datasette_timeline.views.histogram import KEY_LENGTH, Frame, Group

#: More lines than this are a carpet; the fullest are kept and the sentence above names the number.
MAX_SPANS: Final = 6


@dataclass(frozen=True, slots=True)
class Span:
    """All events that are said to lie somewhere between two days; without both: longer than the chart."""

    start: date | None
    end: date | None
    events: int
    #: Per cent of the drawing's width, cut to the frame.
    left: float
    width: float

    @property
    def bounds(self) -> tuple[str | None, str | None]:
        """The two days as the database writes them; None for an open end."""
        return (
            self.start.isoformat() if self.start else None,
            self.end.isoformat() if self.end else None,
        )


def fullest(groups: Iterable[Group], shown: Frame) -> list[Span]:
    """Return the vague dates with most events that touch the frame, the earliest first.

    Those that reach beyond it on both sides, or from one end beyond the other, look alike: they are one
    span without bounds.
    """
    first, last = shown.start.toordinal(), shown.end.toordinal() + 1
    found, longer = [], 0
    for start_text, end_text, events in groups:
        if not (start_text or end_text) or _is_charted(start_text, end_text, shown):
            continue
        start = date.fromisoformat(start_text) if start_text else None
        end = date.fromisoformat(end_text) if end_text else None
        left = max(start.toordinal(), first) if start else first
        right = min(end.toordinal() + 1, last) if end else last
        if (left, right) == (first, last) and (start, end) != (shown.start, shown.end):
            longer += events
        elif left < right:
            scale = 100 / (last - first)
            found.append(
                Span(start, end, events, round((left - first) * scale, 2),
                     round((right - left) * scale, 2))
            )  # fmt: skip
    if longer:
        found.append(Span(None, None, longer, 0.0, 100.0))
    kept = sorted(found, key=lambda span: (-span.events, span.left, span.width))[:MAX_SPANS]
    return sorted(kept, key=lambda span: (span.left, span.width))


def _is_charted(start: str | None, end: str | None, shown: Frame) -> bool:
    """Whether a bar holds the whole date already."""
    length = KEY_LENGTH[shown.unit]
    return bool(start and end) and str(start)[:length] == str(end)[:length]

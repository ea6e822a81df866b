"""A length that is the first or the last part of the time named after it: "the first six months of 2024". Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ingest import dates
from ingest.dates import DateRange, Precision
from ingest.extract.when import values
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval

_LENGTH: Final = re.compile(r"P(\d{1,3})([DWMY])")
_PRECISIONS: Final[dict[str, Precision]] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_DAY: Final = timedelta(days=1)


def part_of(
    first: Match, length: Reading, second: Match, whole: Reading, story: Story
) -> Reading | None:
    """Return a length with the interval that it fills of the time named after it; None where it is no part of that."""
    found = _LENGTH.fullmatch(length.value)
    if found is None or not story.cue("part_of", story.folded[first.end : second.start]):
        return None
    words = story.folded[first.start : first.end]
    opens = story.cue("part_first", words)
    if not opens and not story.cue("part_last", words):
        return None
    within = _part(int(found[1]), found[2], interval(whole.value), opens=opens)
    if within is None:
        return None
    anchor = f"a part of {whole.value}"
    return replace(length, reach=0, within=within, basis=whole.basis, anchor=anchor)


def _part(count: int, unit: str, whole: DateRange, *, opens: bool) -> DateRange | None:
    """The first or the last `count` units of a time; None where it is no longer than they are."""
    if whole.start is None or whole.end is None:
        return None
    try:
        if opens:
            start, end = whole.start, _plus(whole.start, count, unit) - _DAY
        else:
            start, end = _plus(whole.end + _DAY, -count, unit), whole.end
    except (ValueError, OverflowError):
        return None
    if start < whole.start or end > whole.end or (start, end) == (whole.start, whole.end):
        return None
    if unit == "M" and start.day == 1:
        return dates.between(dates.month(start.year, start.month), dates.month(end.year, end.month))
    if unit == "Y" and (start.month, start.day) == (1, 1):
        return dates.between(dates.year(start.year), dates.year(end.year))
    return dates.span(start, end, _PRECISIONS[unit])


def _plus(on: date, count: int, unit: str) -> date:
    if unit in "DW":
        return on + timedelta(days=count) * (7 if unit == "W" else 1)
    return values.add_months(on, count * (12 if unit == "Y" else 1))

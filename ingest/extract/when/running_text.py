"""A running text, whose entries begin with the time of day ("2059: Mr Gibbs says ..."), told from a list of years or chapters. Pure.

"2059:" may be a year and a time of day. A text shows which where several sentences begin so, each with what a clock can
show, and either one with what is no year of history, or many that follow one another by minutes and go on into what
would be a far future.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

_ENTRY: Final = re.compile(r"(?:\A|(?<=[\n.!?”\"’')\]…])\s?)(\d{4}): ?(?=\S)")
#: Fewer entries show nothing; and so many, so few minutes apart, into so far a future, show a clock.
_ENTRIES: Final = 3
_MANY_ENTRIES: Final = 6
_MINUTES_APART: Final = 5
_FAR_YEARS: Final = 10
#: "02:16 Exploring the place", a chapter of a recording; so many show a list, which begins within the first minutes.
_CHAPTER: Final = re.compile(r"(?<![\d:.])(\d{1,2}):(\d\d)(?::(\d\d))?(?= \u2060?[A-Z][a-z])")
_CHAPTERS: Final = 4
#: So many do where one is later than any hour of a day ("27:29").
_LATE_CHAPTERS: Final = 2
_FIRST_CHAPTER: Final = 2
_MINUTES: Final = 60
_HOURS: Final = 24
#: A list of years begins after this.
_FIRST_YEAR: Final = 1000


def clock_stamps(text: str, published: date | None) -> frozenset[int]:
    """Return where the times of day begin that head the entries of a running text; none in any other text."""
    heads = {entry.start(1): int(entry[1]) for entry in _ENTRY.finditer(text)}
    shown = list(heads.values())
    if len(shown) < _ENTRIES or not all(map(_is_clock, shown)):
        return frozenset()
    if min(shown) < _FIRST_YEAR or _goes_on_into_the_future(shown, published):
        return frozenset(heads)
    return frozenset()


def chapters(text: str) -> frozenset[int]:
    """Return where the figures begin that head the chapters of a recording ("02:16 Exploring ..."); they rise from the first minutes on."""
    found = list(_CHAPTER.finditer(text))
    shown = [tuple(map(int, filter(None, chapter.groups()))) for chapter in found]
    if any(chapter[0] >= _HOURS for chapter in shown):
        if len(found) < _LATE_CHAPTERS:
            return frozenset()
    elif len(found) < _CHAPTERS or shown[0][0] >= _FIRST_CHAPTER:
        return frozenset()
    if any((len(one), one) >= (len(other), other) for one, other in pairwise(shown)):
        return frozenset()
    return frozenset(chapter.start() for chapter in found)


def _is_clock(number: int) -> bool:
    return number // 100 < _HOURS and number % 100 < _MINUTES


def _goes_on_into_the_future(shown: Sequence[int], published: date | None) -> bool:
    if published is None or len(shown) < _MANY_ENTRIES:
        return False
    far = [number for number in shown if number > published.year + _FAR_YEARS]
    apart = median(abs(other - one) for one, other in pairwise(shown))
    return len(far) >= _ENTRIES and apart <= _MINUTES_APART

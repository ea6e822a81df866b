"""A running text, whose entries begin with the time of day ("2059: Mr Gibbs says ..."), told from a list of years. Pure.

"2059:" may be a year and a time of day. A text shows which where several sentences begin so, each with what a clock can
show, and one with what no year that the text could tell of would be: long before history or after its publication.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_ENTRY: Final = re.compile(r"(?:\A|(?<=[\n.!?”\"’')\]…])\s?)(\d{4}): ?(?=\S)")
#: Fewer entries show nothing.
_ENTRIES: Final = 3
_MINUTES: Final = 60
_HOURS: Final = 24
#: A list of years begins after this, and foretells no more than the next few years after publication.
_FIRST_YEAR: Final = 1000
_FORETOLD_YEARS: Final = 10
#: Where the publication is not known.
_LAST_YEAR: Final = 2100


def clock_stamps(text: str, published: date | None) -> frozenset[int]:
    """Return where the times of day begin that head the entries of a running text; none in any other text."""
    heads = {entry.start(1): int(entry[1]) for entry in _ENTRY.finditer(text)}
    if len(heads) < _ENTRIES or not all(map(_is_clock, heads.values())):
        return frozenset()
    last = published.year + _FORETOLD_YEARS if published else _LAST_YEAR
    told = all(_FIRST_YEAR <= number <= last for number in heads.values())
    return frozenset() if told else frozenset(heads)


def _is_clock(number: int) -> bool:
    return number // 100 < _HOURS and number % 100 < _MINUTES

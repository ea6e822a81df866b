"""The sections of a text: where its headings stand, and which months they name. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.extract.when.chronicle import NEVER, Month, Section, Stated

#: A heading of Markdown, or a short line by itself that is no sentence.
_HEADING: Final = re.compile(
    r"^(?P<mark>#{1,6})[ \t][^\n]{1,200}$|(?<=\n\n)(?P<line>[A-Z0-9][^\n.!?:;,|]{0,70})(?=\n\s*\n)",
    re.MULTILINE,
)
#: The level of a heading without a mark.
_LEVEL: Final = 7
#: What follows has no end in the heading's words: "October 2022 – present".
_OPEN_END: Final = re.compile(
    r"[-\u2013\u2014] ?(present|now|today|ongoing)\b|[-\u2013\u2014] ?\)?$", re.IGNORECASE
)
#: A heading names at most so many dates.
_MOST_NAMED: Final = 4


def headings(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, level) of the headings of `text`, in text order."""
    return [
        (found.start(), found.end(), len(found["mark"]) if found["mark"] else _LEVEL)
        for found in _HEADING.finditer(text)
    ]


def sections(
    text: str, found: Sequence[tuple[int, int, int]], stated: Sequence[Stated]
) -> list[Section]:
    """Return the sections under the headings `found`, with the months that these name.

    A heading without a month stands under the one of a higher level that has one.
    """
    made: list[Section] = []
    above: list[tuple[int, tuple[Month, Month] | None]] = []
    at = 0
    for start, end, level in found:
        while at < len(stated) and stated[at].at < start:
            at += 1
        named = [date for date in stated[at : at + _MOST_NAMED] if date.at < end]
        own = [(date.year, date.month or month) for date in named for month in (1, 12)]
        above = [(upper, months) for upper, months in above if upper < level]
        months = (
            (min(own), max(own))
            if own
            else next((months for _, months in reversed(above) if months), None)
        )
        if own and _OPEN_END.search(text, start, end):
            months = (min(own), NEVER)
        above.append((level, months))
        made.append(Section(start, end, months))
    return made

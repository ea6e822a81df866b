"""Joins the lines of plain text that were broken only to fit a width: letters, mailing lists, old archives. Pure.

A line break ends a sentence for everything behind this stage, so a sentence broken at column 72 would be read as two
halves. A break is one of width where the next line's first word would not have fitted into the line, or hardly: what
editors that fill lines make, and people who do it by hand; lists, verses and headings make it by chance alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

#: Widths to which people and programs fill lines; a longer line is a paragraph, a shorter one a list's or a verse's.
_NARROWEST: Final = 40
_WIDEST: Final = 200
#: So many of the lines within paragraphs are no longer than the width; a few stick out.
_USUAL: Final = 0.9
#: Who breaks lines by hand, or where a phrase ends, leaves so much of the width free at most.
_FILLED: Final = 0.85
#: Of a text's breaks within paragraphs so many must be of width: a text of lists has fewer.
_MOST_BREAKS: Final = 0.5
#: Of the breaks of width so many must go on within a sentence: sentences that stand on lines of their own do not.
_GOING_ON: Final = 1 / 3
#: What begins a line of its own: an item, a quoted line, a row, a time or a date in figures; a year alone does not.
_OWN_LINE: Final = re.compile(
    r"\s*(?:[-*•·–—>|#+=]|\(?(?:\d{1,3}|[^\W\d_])[.)]\s|\d+(?:[:./-]\d+)*:\s|\d+[:./-]\d[\d:./-]*\s)"
)
_BROKEN_WORD: Final = re.compile(r"[^\W\d_]-$")


def without_wraps(text: str) -> str:
    """Return `text` with each paragraph that was filled to a width on one line; any other text as it is."""
    lines = [line.rstrip() for line in text.split("\n")]
    breaks = [at for at in range(len(lines) - 1) if lines[at].strip() and lines[at + 1].strip()]
    width = _width(len(lines[at]) for at in breaks)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    full = _FILLED * width
    filled = {at for at in breaks if len(lines[at]) + 1 + len(_first_word(lines[at + 1])) > full}
    going_on = sum(_goes_on(lines[at], lines[at + 1]) for at in filled)
    if len(filled) < _MOST_BREAKS * len(breaks) or going_on < _GOING_ON * len(filled):
        return text
    return "".join(_joined(lines, filled))


def _width(lengths: Iterable[int]) -> int:
    """Return the length that hardly any line exceeds; 0 where there are no lines."""
    ordered = sorted(lengths)
    return ordered[int(_USUAL * (len(ordered) - 1))] if ordered else 0


def _joined(lines: list[str], filled: set[int]) -> Iterator[str]:
    for at, line in enumerate(lines):
        is_continued = at - 1 in filled and not _OWN_LINE.match(line)
        yield line.lstrip() if is_continued else line
        if at in filled and not _OWN_LINE.match(lines[at + 1]):
            yield "" if _BROKEN_WORD.search(line) else " "
        elif at + 1 < len(lines):
            yield "\n"


def _first_word(line: str) -> str:
    return line.split(maxsplit=1)[0]


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence runs over the break: nothing ends before it, nothing begins after it."""
    begun = following.lstrip()[0]
    return (line[-1].isalnum() or line[-1] in ",-") and begun.isalnum() and not begun.isupper()

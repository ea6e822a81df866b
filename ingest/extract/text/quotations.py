"""Direct speech: which stretches of a text stand in quotation marks and are somebody's words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: Stands for blanked direct speech: nothing is read across it.
SPEECH: Final = "\x02"
#: Fewer words in quotation marks are a term, a title or a fragment, not a statement.
MIN_WORDS: Final = 4
#: A quotation that does not close within this many characters has lost its closing mark.
_MAX_QUOTATION: Final = 3000
#: The most line ends and indentation between two paragraphs.
_GAP: Final = 8
_SENTENCE_ENDS: Final = tuple(".!?…")
#: Single marks are apostrophes too; they are believed over a sentence or two.
_MAX_SINGLE: Final = 400

_MARK: Final = re.compile(r"[“”„«»\"‘\n’'](?:(?<![’'])|(?!\w))")
_OPENING: Final = frozenset("“„«‘")
_TYPED: Final = ("``", "''")
_CLOSES: Final = {"“": "”", "„": "”“", "«": "»", "‘": "’'", '"': '"'}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `text[start:end]` includes the marks."""

    start: int
    end: int
    #: Whether the same speaker's words go on in the next quotation (no closing mark between).
    goes_on: bool = False


def quotations(text: str) -> list[Quotation]:
    """Return the statements in quotation marks, in text order, without overlaps."""
    if _TYPED[0] in text:  # ``like this'', as wires and typesetters write; every offset stays
        text = text.replace(_TYPED[0], "“`").replace(_TYPED[1], " ”")
    if "’’" in text:  # “so, closed by two single marks’’
        text = text.replace("’’", " ”")
    if not any(sign in text for sign in _CLOSES):
        return []
    return [
        found
        for found in _pairs(text)
        if text.count(" ", found.start, found.end) + 1 >= MIN_WORDS or found.goes_on
    ]


def _pairs(text: str) -> Iterator[Quotation]:
    """Yield what stands between paired marks; a paragraph that reopens the quotation continues it."""
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if sign == "\n":
            if opened and text[at : at + _GAP].lstrip()[:1] == opened[1]:
                yield Quotation(opened[0], at, goes_on=True)
            opened = None
            continue
        if opened and at - opened[0] > (_MAX_SINGLE if opened[1] == "‘" else _MAX_QUOTATION):
            opened = None
        if sign in "’'" and (opened is None or opened[1] != "‘"):
            continue
        opened, closed = _step(text, opened, sign, at)
        if closed:
            yield closed


def _step(
    text: str, opened: tuple[int, str] | None, sign: str, at: int
) -> tuple[tuple[int, str] | None, Quotation | None]:
    """Return the state after one mark, and the quotation that it ends."""
    if opened is None:
        return ((at, sign) if _opens(text, sign, at) else None), None
    start, opener = opened
    if sign in _CLOSES[opener]:
        return None, Quotation(start, at + 1)
    if sign == opener:
        # “… the paragraph lost its break. “The same speaker goes on; else the first never closed.
        goes_on = text[max(at - _GAP, 0) : at].rstrip()[-1:] in _SENTENCE_ENDS
        return (at, sign), Quotation(start, at, goes_on=True) if goes_on else None
    return opened, None  # a quotation within the quotation


def _opens(text: str, sign: str, at: int) -> bool:
    if sign == "‘":
        return text[at + 1 : at + 2].isalnum() and (at == 0 or not text[at - 1].isalnum())
    if sign != '"':
        return sign in _OPENING
    return (at == 0 or not text[at - 1].isalnum()) and not text[at + 1 : at + 2].isspace()

"""Who has the word in a transcript: "DOE: I think so. ROE, BANK CHIEF: I do not." Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

#: A name in capitals, perhaps with an office, and a colon; found from the colon backwards.
_COLON: Final = re.compile(r":\s")
_NAME: Final = re.compile(
    r"(?:^|(?<=[\n.?!)\]”\"…-]\s)|(?<=\n))(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]*){0,3})"
    r"(?:,\s[A-Z0-9][A-Z0-9 ,.&’'“”\"-]{1,80}|\s\([^()\n]{2,30}\))?\Z"
)
_WINDOW: Final = 120
#: Fewer turns, or one name alone, are headings.
_FEWEST_TURNS: Final = 3
_FEWEST_NAMES: Final = 2


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a transcript in text order; empty for any other text."""

    starts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    def at(self, offset: int) -> str | None:
        """Return who speaks at `offset`, as people write the name; None before the first turn."""
        index = bisect_right(self.starts, offset) - 1
        return self.names[index] if index >= 0 else None


def turns(text: str) -> Turns:
    """Return the turns of a transcript; none where the text is no transcript."""
    found: list[tuple[int, str]] = []
    for colon in _COLON.finditer(text):
        at = colon.start()
        if text[at - 1 : at].isupper() or text[at - 1 : at] in (")", "”", '"'):
            named = _NAME.search(text, max(at - _WINDOW, 0), at)
            goes_on = text[colon.end() : colon.end() + 1].islower()  # "PAGE: inserts the number"
            if named and len(named["name"]) > 2 and not goes_on:
                found.append((colon.end(), named["name"].title()))
    if len(found) < _FEWEST_TURNS or len({name for _, name in found}) < _FEWEST_NAMES:
        return Turns()
    return Turns(tuple(at for at, _ in found), tuple(name for _, name in found))

"""Text made easy to match: lower case, plain dashes, quotes and spaces, every offset unchanged. Pure."""

from __future__ import annotations

import re
from typing import Final

#: Stands for a paragraph break, which no expression crosses; a single line break is a space.
BREAK: Final = "\x1e"

_PLAIN: Final = {
    **dict.fromkeys("\t\n\r\v\f\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
}
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n\s*")


def fold(text: str) -> str:
    """Return `text` lower-cased with plain punctuation; the same length, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals (İ) have longer small letters
        lowered = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if "\n" in lowered:
        lowered = _PARAGRAPH.sub(lambda gap: BREAK * len(gap.group()), lowered)
    for sign, plain in _PLAIN.items():  # far faster than str.translate on text beyond ASCII
        lowered = lowered.replace(sign, plain)
    return lowered

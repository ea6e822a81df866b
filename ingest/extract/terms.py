"""Terms in quotation marks, which are part of the sentence and no direct speech: its “top kill” effort. Pure."""

from __future__ import annotations

import re
from typing import Final

QUOTE_MARKS: Final = ('"', "“", "”")
#: Longer words in quotation marks are direct speech, as are those that end in a comma: “It is old,” said ...
_TERM: Final = re.compile(r"[\"“][^\"“”]{0,38}[^\s\"“”,.?!][\"”]")


def marks_a_term(sentence: str, mark: re.Match[str], end: int) -> bool:
    """Whether the quotation mark found in the sentence opens or closes a term that ends before `end`."""
    at = mark.start()
    return any(at in (term.start(), term.end() - 1) for term in _TERM.finditer(sentence, 0, end))

"""Terms and titles in quotation marks, parts of a sentence and no direct speech: its “top kill” effort. Pure."""

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


#: The titles of works and the like, in quotation marks: their words tell nothing of what happened.
_IN_MARKS: Final = re.compile(r"[“\"‘]([^“”\"‘’]{2,60})[”\"’]")


def has_marks(said: str) -> bool:
    """Whether there is an opening quotation mark in the words."""
    return "“" in said or '"' in said or "‘" in said


def without_titles(said: str) -> str:
    """Return the clause without what stands in quotation marks and in capitals: “Not Like Us”."""
    return _IN_MARKS.sub(lambda found: "" if is_title(found[1]) else found.group(), said)


def is_title(marked: str) -> bool:
    """Whether the words in quotation marks have the capitals of a title."""
    listed = marked.split()
    return (
        len(listed) > 1
        and all(
            word[0].isupper() or not word[0].isalpha() or len(word) <= _SMALL_WORD
            for word in listed
        )
        and listed[0][0].isupper()
    )


#: Titles write "of", "the", "and", "with" small.
_SMALL_WORD: Final = 4

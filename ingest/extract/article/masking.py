"""A sentence with its date words and direct speech blanked out, every offset unchanged. Pure.

Rules about who says what then read past dates ("Doe on Friday said") and never inside quotation marks.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.names.naming import DIGITS_COMMA, HYPHEN
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.vocabulary import words

#: Of these, up to three in a row belong to the date that follows.
_LEADING: Final = words("late early earlier later on in at by during from of back as just only")
_MOST_LEADING: Final = 3
#: Brackets with what is in them, and marks of emphasis; one class of characters first, as the engine likes it.
_ASIDE: Final = re.compile(
    r"[(\[*_](?:(?<=\()[^()]{1,80}\)|(?<=\[)[^\[\]]{1,40}\]|(?<=[*_])[*_]{0,2}(?=\w)|(?<=[\w.][*_])[*_]{0,2})"
)
_DIGITS_COMMA: Final = re.compile(r",(?<=\d,)(?=\d{3}\b)")
#: But " - he says" is a dash in such texts too.
_SPACED_HYPHEN: Final = re.compile(
    r" - (?<=\w - )(?=\w)(?!(?:he|she|it|they|we|I|you|but|which|who|whose|where|there|if|when|while|this|these|his|her|its"
    r"|their)\b)"
)
_LEADING_WINDOW: Final = 24
_TAIL: Final = re.compile(r"\w+$")


def without_dates(document: Document, span: Span) -> str:
    """Return the sentence with date words (and their prepositions) and asides in brackets as spaces."""
    text, (start, end) = document.text, span
    pieces, at = [], start
    for expression in document.expressions_in(start, end):
        if expression.start < at or expression.end > end:
            continue
        begin = _with_preposition(text, at, expression.start)
        pieces += [text[at:begin], " " * (expression.end - begin)]
        at = expression.end
    pieces.append(text[at:end])
    blanked = _ASIDE.sub(lambda aside: " " * len(aside.group()), "".join(pieces))
    blanked = _DIGITS_COMMA.sub(DIGITS_COMMA, blanked)
    return _SPACED_HYPHEN.sub(HYPHEN, blanked) if document.has_spaced_hyphens else blanked


def without_speech(document: Document, span: Span, sentence: str) -> str:
    """Return `sentence`, the words of `span`, with each quotation in it as SPEECH characters."""
    start, end = span
    for quotation in document.quotations_in(start, end):
        first, last = max(quotation.start, start) - start, min(quotation.end, end) - start
        sentence = sentence[:first] + SPEECH * (last - first) + sentence[last:]
    return sentence


def _with_preposition(text: str, floor: int, start: int) -> int:
    """Return where the words that lead up to the date at `start` begin, `start` where none do."""
    low = max(floor, start - _LEADING_WINDOW)
    before = text[low:start]
    if not before[-1:].isspace():
        return start
    for word in reversed(before.split()[-_MOST_LEADING:]):
        tail = word if word.isalpha() else word[_tail_start(word) :]
        if tail.lower() not in _LEADING:
            break
        start = text.rindex(tail, low, start)
        if tail != word:
            break
    return start


def _tail_start(word: str) -> int:
    """Return where the letters at the end of "(in", "“On" or "mid-to" begin."""
    found = _TAIL.search(word)
    return found.start() if found else len(word)

"""What a word is wherever it stands: its stem, and how telling it is; worked out once a spelling. Pure."""

from __future__ import annotations

from binascii import crc32
from functools import lru_cache
from typing import Final, NamedTuple

from ingest.cluster.reading.words import COMMON, HAPPENING, MONTHS, is_furniture, rarity, stem

#: Spellings that are remembered: those of a long batch.
_REMEMBERED: Final = 1 << 15
_DAY_NAMES: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun "
    "yesterday today tomorrow week month year"
)
#: The stems of the names of days and months, and of words such as "today".
CALENDAR: Final = MONTHS | frozenset(stem(word) for word in _DAY_NAMES.split())
_WRITTEN_NUMBERS: Final = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_STOPS: Final = frozenset(',;:—–()|.!?“”"') | {"--"}
_QUOTATION_MARKS: Final = frozenset('“”"')
#: After these a capital tells nothing of the word.
_BEFORE_A_BEGINNING: Final = frozenset(".!?“:")
_CLAUSE_OPENERS: Final = frozenset(
    [
        "after",
        "since",
        "when",
        "while",
        "which",
        "who",
        "that",
        "as",
        "before",
        "but",
        "and",
        "because",
        "where",
        "following",
        "if",
        "although",
        "though",
        "than",
    ]
)


class Form(NamedTuple):
    """A word, a number, or what stands between the words."""

    #: Of what is no word, what is written.
    stem: str
    #: A hash of the stem, 32 bits.
    number: int
    #: How telling it is, 0 for what says nothing of what happened, and for numbers, whose place tells.
    weight: float
    #: Whether it is a number, in digits or in letters.
    is_number: bool
    is_capital: bool
    #: Whether it is no word.
    is_stop: bool
    #: How many clauses it begins, 0 or 1.
    clauses: int
    #: Whether a sentence may begin after it.
    ends_sentence: bool


@lru_cache(maxsize=_REMEMBERED)
def form(written: str) -> Form:
    """Return what `written`, a word, a number or a mark, is."""
    if written in _STOPS:
        begins = written not in _QUOTATION_MARKS
        ends = written in _BEFORE_A_BEGINNING
        return Form(written, 0, 0.0, False, False, True, begins, ends)
    spelled = _WRITTEN_NUMBERS.get(written.casefold(), written)
    is_number = spelled[0].isdigit()
    stemmed = spelled if is_number else stem(spelled)
    weight = 0.0 if is_number else _weight(stemmed)
    opens = written in _CLAUSE_OPENERS
    is_capital = written[0].isupper()
    return Form(stemmed, number_of(stemmed), weight, is_number, is_capital, False, opens, False)


@lru_cache(maxsize=_REMEMBERED)
def number_of(stemmed: str) -> int:
    """Return a hash of a stem, 32 bits."""
    return crc32(stemmed.encode("utf-8", "replace"))


def _weight(stemmed: str) -> float:
    if stemmed in CALENDAR or len(stemmed) < 2 or is_furniture(stemmed):
        return 0.0
    telling = rarity(stemmed) - COMMON
    return max(telling, 0.0) + COMMON / 2 if telling > 0 or stemmed[0] == HAPPENING else 0.0

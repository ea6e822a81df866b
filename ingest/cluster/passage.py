"""The words of a mention as comparison reads them: each with its place, its clause and its date. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from ingest.cluster.words import stem
from ingest.model import Mention

#: A lead of more words than this is a summary of several things; its beginning is the news.
LONGEST: Final = 60
#: A word with its inner apostrophes, a number with its separators, or what ends a clause.
_PART: Final = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|(?P<stop>[,;:—–()|.!?“”\"]|--)"
)
_CLAUSE_OPENING: Final = (
    "after since when while which who that as before but and because where following if although"
    " though than"
)
_WRITTEN_NUMBERS: Final = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_CLAUSE_OPENERS: Final = frozenset(_CLAUSE_OPENING.split())


class Word(NamedTuple):
    """One word or number of a mention."""

    stem: str
    #: How many clauses stand before its own.
    clause: int
    #: Whether it is written with a capital, other than as the first word of a sentence.
    is_name: bool
    #: Whether it is written in digits.
    is_number: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a mention and, where the words give its date, which of them do."""

    words: tuple[Word, ...]
    #: The first and the last place of the date's words; None: no date in the words.
    date: tuple[int, int] | None

    def distance(self, place: int) -> int | None:
        """Return how far a word stands from the date, clauses counting double; None without a date."""
        if self.date is None:
            return None
        first, last = self.date
        clauses = abs(self.words[place].clause - self.words[first].clause)
        return max(first - place, place - last, 0) + 2 * clauses


class Text(NamedTuple):
    """What is read of a mention; the same of all who tell it in the same words."""

    #: Of a report, what stands before the quoted words and after them.
    before: str
    quote: str
    after: str
    #: Where the date's words begin and end in all of it; the same where there are none.
    date_start: int
    date_end: int


def text_of(mention: Mention) -> Text:
    """Return what is read of `mention`: of a passage its quote, of a report its title and what follows."""
    titled = mention.kind != "passage" and mention.title and mention.title not in mention.quote
    before = f"{mention.title}. " if titled else ""
    after = f". {mention.after_text}" if mention.kind != "passage" else ""
    return Text(before, mention.quote, after, *_date_span(mention, len(before)))


def read(text: Text) -> Passage:
    """Return the words of `text`."""
    words: list[Word] = []
    date: list[int] = []
    clause, opens = 0, True
    for found in _PART.finditer(text.before + text.quote + text.after):
        part = found[0]
        if found.lastgroup:
            clause += part not in '“”"'
            opens = part in ".!?“:"
            continue
        if text.date_start <= found.start() < text.date_end:
            date.append(len(words))
        stemmed, is_capital, is_number, opens_clause = _read_part(part)
        clause += opens_clause
        words.append(Word(stemmed, clause, is_capital and not opens, is_number))
        opens = False
        if len(words) == LONGEST:
            break
    return Passage(tuple(words), (date[0], date[-1]) if date else None)


def printed(text: Text, stems: Sequence[str]) -> list[str]:
    """Return for each stem the word of `text` that first has it, as printed; a stem that none has is left out."""
    by_stem: dict[str, str] = {}
    for found in _PART.finditer(text.before + text.quote + text.after):
        if not found.lastgroup:
            by_stem.setdefault(_read_part(found[0])[0], found[0])
    return [by_stem[stemmed] for stemmed in stems if stemmed in by_stem]


@lru_cache(maxsize=1 << 14)
def _read_part(part: str) -> tuple[str, bool, bool, bool]:
    """Return the stem of a word, whether it has a capital, is in digits, and opens a clause."""
    written = _WRITTEN_NUMBERS.get(part.casefold(), part)
    is_number = written[0].isdigit()
    stemmed = written if is_number else stem(written)
    return stemmed, part[0].isupper(), is_number, part in _CLAUSE_OPENERS


def _date_span(mention: Mention, shift: int) -> tuple[int, int]:
    """Return where the date's words stand in what is read; an empty span where there are none."""
    if mention.date_text_start is None or mention.date_text_end is None:
        return 0, 0
    shift -= mention.start
    return mention.date_text_start + shift, mention.date_text_end + shift

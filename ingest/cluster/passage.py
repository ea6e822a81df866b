"""The words of a mention as comparison reads them: each with its place, its clause and its date. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ingest.cluster.words import stem
from ingest.model import Mention

#: A lead of more words than this is a summary of several things; its beginning is the news.
LONGEST: Final = 90
#: A word with its inner apostrophes, a number with its separators, or what ends a clause.
_PART: Final = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|(?P<stop>[,;:—–()|.!?“”\"]|--)"
)
_CLAUSE_OPENING: Final = (
    "after since when while which who that as before but and because where following if although"
    " though than"
)
_CLAUSE_OPENERS: Final = frozenset(_CLAUSE_OPENING.split())


class Word(NamedTuple):
    """One word or number of a mention."""

    stem: str
    #: How many clauses stand before its own.
    clause: int
    #: Whether it is written with a capital, other than as the first word of a sentence.
    is_name: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.stem[0].isdigit()


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


def read(mention: Mention) -> Passage:
    """Return the words of `mention`: of a passage its quote, of a report the title before its lead."""
    titled = mention.kind != "passage" and mention.title and mention.title not in mention.quote
    before = f"{mention.title}. " if titled else ""
    words: list[Word] = []
    date: list[int] = []
    for start, word in _parts(before + mention.quote):
        if len(words) == LONGEST:
            break
        if _gives_date(mention, start - len(before)):
            date.append(len(words))
        words.append(word)
    return Passage(tuple(words), (date[0], date[-1]) if date else None)


def _parts(text: str) -> Iterator[tuple[int, Word]]:
    clause, opens = 0, True
    for found in _PART.finditer(text):
        if found["stop"]:
            clause += found["stop"] not in '“”"'
            opens = found["stop"] in ".!?“:"
            continue
        word = found[0]
        clause += word in _CLAUSE_OPENERS
        named = word[0].isupper() and not opens
        yield found.start(), Word(word if word[0].isdigit() else stem(word), clause, named)
        opens = False


def _gives_date(mention: Mention, start: int) -> bool:
    if mention.date_text_start is None or mention.date_text_end is None:
        return False
    return mention.date_text_start <= mention.start + start < mention.date_text_end

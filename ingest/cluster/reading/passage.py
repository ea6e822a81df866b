"""The words of a mention as comparison reads them: each with its place, its clause and its date. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from ingest.cluster.reading.forms import CALENDAR, Form, form
from ingest.model import Mention

#: A lead of more words than this is a summary of several things; its beginning is the news.
LONGEST: Final = 60
#: So many words further away is what stands in the next clause.
_A_CLAUSE: Final = 2
#: Words as telling as this together, about four, are said of one happening alone; longer texts have them.
_ENOUGH: Final = 17.0
#: Without a name it takes more: "two people were taken to hospital after the crash" stands in many a report.
_ENOUGH_NAMELESS: Final = 26.0
#: A number of so many digits is said of one happening; of four it may be a year.
_LARGE_DIGITS: Final = 3
_YEAR_DIGITS: Final = 4
_LONG_ENOUGH: Final = 120
#: Texts of which it is remembered how much they say.
_REMEMBERED: Final = 1 << 12
#: A word with its inner apostrophes, a number with its separators, or a mark between clauses.
_PART: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[,;:—–()|.!?“”\"]|--")
_REST_OF_WORD: Final = re.compile(r"(?<=[^\W\d_])(?:['’][^\W\d_]+)+")


# Not frozen, which takes twice the time to make.
@dataclass(slots=True)
class Passage:
    """The words of a mention and, where the words give its date, which of them do."""

    forms: tuple[Form, ...]
    #: Of each word how many clauses stand before its own.
    clauses: tuple[int, ...]
    #: Of each word whether it is written with a capital, other than as the first of a sentence.
    names: tuple[bool, ...]
    #: The places of its own words; those that are only read because they stand around it lie outside.
    own: range
    #: The places of the numbers among its own words.
    figures: tuple[int, ...]
    #: The first and the last place of the date's words; None: no date in the words.
    date: tuple[int, int] | None

    def distance(self, place: int) -> int | None:
        """Return how far a word stands from the date, clauses counting double; None without a date."""
        if self.date is None:
            return None
        first, last = self.date
        clauses = abs(self.clauses[place] - self.clauses[first])
        return max(first - place, place - last, 0) + _A_CLAUSE * clauses

    def distances(self) -> list[int]:
        """Return `distance` of each word; empty without a date."""
        if self.date is None:
            return []
        first, last = self.date
        own = self.clauses[first]
        between = [0] * (last - first + 1)
        words = chain(range(first, 0, -1), between, range(1, len(self.forms) - last))
        return [
            away + _A_CLAUSE * abs(clause - own)
            for away, clause in zip(words, self.clauses, strict=True)
        ]


class Text(NamedTuple):
    """What is read of a mention; the same of all who tell it in the same words."""

    #: Of a report, what stands before the quoted words and after them.
    before: str
    quote: str
    after: str
    #: Where the date's words begin and end in all of it; the same where there are none.
    date_start: int
    date_end: int
    #: Whether it is a passage that says too little without what stands around it.
    is_backed: bool = False
    #: What stands around words that many a report may hold; it is not read, but tells two such sentences apart.
    beside: str = ""
    #: Whether it is what an article reports: its beginning is the news, wherever its date stands.
    is_report: bool = False


def text_of(mention: Mention) -> Text:
    """Return what is read of `mention`: of a report its title and what follows, of a passage its quote.

    A passage that says too little by itself ("It happened on Tuesday") is read with the sentences around it.
    """
    before = after = ""
    is_backed = False
    if mention.kind != "passage":
        titled = mention.title and mention.title not in mention.quote
        before = f"{mention.title}. " if titled else ""
        after = f". {mention.after_text}"
        is_backed = bool(titled) and not says_enough(mention.quote)
    elif not says_enough(mention.quote):
        before = f"{mention.before_text} " if mention.before_text else ""
        after = f" {mention.after_text}" if mention.after_text else ""
        is_backed = bool(before or after)
    beside = "" if is_backed else _beside(mention, before)
    span = _date_span(mention, len(before))
    is_report = mention.kind != "passage"
    return Text(before, mention.quote, after, *span, is_backed, beside, is_report)


def _beside(mention: Mention, before: str) -> str:
    """Return what stands around words that many a report may hold; a title is not one of those."""
    if names_enough(mention.quote) or (mention.kind != "passage" and not before):
        return ""
    return f"{before or mention.before_text} {mention.after_text}".strip()


def says_enough(quote: str) -> bool:
    """Whether words tell a happening by themselves, wherever they stand."""
    return len(quote) >= _LONG_ENOUGH or _telling(quote) >= _ENOUGH


def names_enough(quote: str) -> bool:
    """Whether words that say enough can only be of one happening: they hold a name, a large figure, or much else."""
    if len(quote) >= _LONG_ENOUGH or _telling(quote) >= _ENOUGH_NAMELESS:
        return True
    parts = _PART.findall(quote)
    # Any first word has a capital, "BP" has two.
    begins = bool(parts) and len(parts[0]) > 1 and parts[0].isupper()
    return begins or any(map(_singles_out, parts[1:]))


@lru_cache(maxsize=_REMEMBERED)
def _telling(quote: str) -> float:
    return math.fsum({part.stem: part.weight for part in map(form, _PART.findall(quote))}.values())


def _singles_out(written: str) -> bool:
    """Whether a word within a sentence is a name or a large figure."""
    part = form(written)
    if part.is_number:
        return len(part.stem) >= _LARGE_DIGITS and len(part.stem) != _YEAR_DIGITS
    return part.is_capital and part.stem not in CALENDAR


def whole(text: Text) -> str:
    """Return all that is read."""
    return text.before + text.quote + text.after


def read(text: Text) -> Passage:
    """Return the words of `text`."""
    forms: list[Form] = []
    clauses: list[int] = []
    names: list[bool] = []
    clause, may_begin = 0, True
    date = []
    for parts in _around_date(text):
        date.append(len(forms))
        for part in map(form, parts):
            # Taking it to pieces is quicker than asking it for each.
            _, _, _, _, is_capital, is_stop, begins, ends = part
            clause += begins
            if is_stop:
                may_begin = ends
                continue
            forms.append(part)
            clauses.append(clause)
            names.append(is_capital and not may_begin)
            may_begin = False
    first, after = date[1], min(date[2], LONGEST)
    own = _own(text) if text.is_backed else range(LONGEST)
    return Passage(
        tuple(forms[:LONGEST]),
        tuple(clauses[:LONGEST]),
        tuple(names[:LONGEST]),
        own,
        tuple(
            [place for place, part in enumerate(forms[:LONGEST]) if part.is_number and place in own]
        ),
        (first, after - 1) if first < after else None,
    )


def printed(text: Text, stems: Sequence[str]) -> list[str]:
    """Return for each stem the word of `text` that first has it, as printed; a stem that none has is left out."""
    by_stem: dict[str, str] = {}
    for part in _PART.findall(whole(text)):
        by_stem.setdefault(form(part).stem, part)
    return [by_stem[stemmed] for stemmed in stems if stemmed in by_stem]


def _own(text: Text) -> range:
    """Return the places of the quoted words."""
    before, quoted = (
        sum(not form(part).is_stop for part in _PART.findall(words))
        for words in (text.before, text.quote)
    )
    return range(before, before + quoted)


def _around_date(text: Text) -> tuple[list[str], list[str], list[str]]:
    """Return the parts before the words of the date, theirs, and those after it."""
    words = whole(text)
    start, end = text.date_start, text.date_end
    if start == end:
        return _PART.findall(words), [], []
    # "Tuesday's" is one word.
    rest = _REST_OF_WORD.match(words, end)
    end = rest.end() if rest else end
    return (
        _PART.findall(words, 0, start),
        _PART.findall(words, start, end),
        _PART.findall(words, end),
    )


def _date_span(mention: Mention, shift: int) -> tuple[int, int]:
    """Return where the date's words stand in what is read; an empty span where there are none."""
    if mention.date_text_start is None or mention.date_text_end is None:
        return 0, 0
    shift -= mention.start
    return mention.date_text_start + shift, mention.date_text_end + shift

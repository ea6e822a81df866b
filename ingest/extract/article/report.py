"""The lead event of a report: what the article as a whole tells of, and the day it happened. Pure.

The day is that of the lead sentence ("on Tuesday") where the lead is news: its main clause is dated to the day
or finer and lies near the publication. Else the event is the report itself, on its day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ingest.dates import UNKNOWN, Basis, DateRange, day
from ingest.extract.article.document import Document
from ingest.extract.article.passages import Passage, is_attributive
from ingest.extract.article.preambles import news_begins
from ingest.extract.text.clauses import clause_at
from ingest.extract.text.sentences import MAX_SENTENCE, Span
from ingest.extract.text.vocabulary import words

#: News of older days is background; of later days, an announcement.
_BACK: Final = timedelta(days=31)
_AHEAD: Final = timedelta(days=31)
#: The lead is the first sentence of the body; the second where the first is not dated.
_LEAD_SENTENCES: Final = 2
_FINE: Final = ("second", "minute", "hour", "day")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words and the date that stand for the article; `dated_by` is None for basis "published"."""

    span: Span
    when: DateRange
    basis: Basis
    dated_by: Passage | None
    #: Of the lead sentence in the document's sentences; None where the title stands for it.
    index: int | None


def lead(document: Document, dated: list[Passage]) -> Lead:
    """Return the lead of the article, given its dated passages in text order."""
    first = news_begins(document)
    for passage in dated:
        if passage.index >= first + _LEAD_SENTENCES:
            break
        if passage.index >= first and _tells_the_news(document, passage):
            expression = passage.expression
            span = (passage.start, passage.end)
            return Lead(span, expression.when, expression.basis, passage, passage.index)
    published = document.published_on
    when = day(published) if published else UNKNOWN
    if document.title_end:
        end = document.title_end if document.title_end <= MAX_SENTENCE else document.sentences[0][1]
        return Lead((0, end), when, "published", None, None)
    span = document.sentences[first] if document.sentences else (0, 0)
    return Lead(span, when, "published", None, first)


def _tells_the_news(document: Document, passage: Passage) -> bool:
    expression = passage.expression
    if expression.precision not in _FINE or expression.relation not in ("on", "about"):
        return False
    if is_attributive(document.text, passage.date_start, passage.date_end):
        return False
    sentence = document.text[passage.start : passage.end]
    clause = clause_at(sentence, passage.date_start - passage.start)
    if clause[0] and _opens_aside(sentence, clause):
        return False
    return _is_near(document, expression.when)


def _opens_aside(text: str, clause: Span) -> bool:
    """Whether the clause is a relative or temporal one, which tells the background."""
    words = text[clause[0] : clause[0] + 24].lstrip(" ,;:—–-").lower().split()
    return bool(words) and words[0] in _BACKGROUND


_BACKGROUND: Final = words(
    "which who whose whom where when after before since because although though until once as if"
)


def _is_near(document: Document, when: DateRange) -> bool:
    published = document.published_on
    if published is None:
        return True
    if when.start is None or when.end is None:
        return False
    return published - _BACK <= when.start and when.end <= published + _AHEAD

"""An article made ready for extraction: its sentences, its time expressions, where its body is. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Final

from ingest.extract.article.comments import body_end
from ingest.extract.article.stamps import stamps
from ingest.extract.article.turns import Turns, turns
from ingest.extract.names.full_names import Names, names_in
from ingest.extract.names.offices import bearers
from ingest.extract.places.geography import capitals_of, countries_in, states_in
from ingest.extract.text.quotations import Quotation, quotations
from ingest.extract.text.sentences import Span, sentences
from ingest.extract.when import find
from ingest.extract.when.expression import TimeExpression
from ingest.model import Article, Published

#: Fewer spaced hyphens are dashes.
_FEW_HYPHENS: Final = 3


@dataclass(frozen=True, eq=False)
class Document:
    """One article's text with what every extractor needs to know of it; offsets are the text's own."""

    article: Article
    text: str
    #: In text order, without overlaps; the title, where the text begins with it, is the first.
    sentences: Sequence[Span]
    #: Time expressions in text order.
    expressions: Sequence[TimeExpression]
    #: Where place and date lines and times of posting stand, each a sentence of its own; they tell of nothing.
    stamps: Sequence[Span]
    #: Where the title ends; 0 where the text has none of its own (a title may be only the text's beginning).
    title_end: int
    #: Where the author's own words end: the text's length, or the start of readers' comments.
    body_end: int

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """Direct speech, in text order; scare quotes and names in quotation marks left out."""
        return quotations(self.text)

    @cached_property
    def turns(self) -> Turns:
        """Who has the word where the text is a transcript."""
        return turns(self.text)

    @cached_property
    def names(self) -> Names:
        """The full names that the text gives."""
        return names_in(self.text)

    @cached_property
    def offices(self) -> Mapping[str, str]:
        """Who holds the offices that the text gives to one person alone."""
        return bearers(self.text)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the text speaks of, by name or people (ISO 3166 alpha-2)."""
        return countries_in(self.text, self._capitals)

    @cached_property
    def states(self) -> frozenset[str]:
        """The US states that the text names, by postal code."""
        return states_in(self.text, self._capitals)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return capitals_of(self.text)

    @cached_property
    def has_spaced_hyphens(self) -> bool:
        """Whether the text writes " - " for every hyphen, as text that was cut into tokens does."""
        spaced = self.text.count(" - ")
        return spaced >= _FEW_HYPHENS and spaced > self.text.count(
            "-"
        ) - spaced - 2 * self.text.count("--")

    def expressions_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """Return the time expressions that share a character with start..end."""
        starts, ends = self._expression_bounds
        return self.expressions[bisect_right(ends, start) : bisect_left(starts, end)]

    def quotations_in(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that share a character with start..end."""
        starts, ends = self._quotation_bounds
        return self.quotations[bisect_right(ends, start) : bisect_left(starts, end)]

    def in_stamp(self, offset: int) -> bool:
        """Whether the character at `offset` belongs to a stamp."""
        index = bisect_right(self.stamps, (offset, len(self.text))) - 1
        return index >= 0 and offset < self.stamps[index][1]

    def same_line(self, start: int, end: int) -> bool:
        """Whether no line ends between the two offsets."""
        return self.text.find("\n", start, end) < 0

    @cached_property
    def _expression_bounds(self) -> tuple[list[int], list[int]]:
        return [each.start for each in self.expressions], [each.end for each in self.expressions]

    @cached_property
    def _quotation_bounds(self) -> tuple[list[int], list[int]]:
        return [each.start for each in self.quotations], [each.end for each in self.quotations]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @property
    def headline(self) -> str:
        """The article's own title; "" where it is no more than the beginning of the text."""
        title = self.article.title
        return "" if not self.title_end and self.text.startswith(title) else title

    @property
    def published_on(self) -> date | None:
        """The day of publication in the publisher's own time, None where it is not known."""
        return day_of(self.article.published)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the last sentence that begins at or before `offset`; 0 at least."""
        return max(bisect_right(self._starts, offset) - 1, 0)


def read(article: Article) -> Document:
    """Return `article` as a Document."""
    text = article.text
    title_end, marks = _title_end(article), stamps(text)
    return Document(
        article=article,
        text=text,
        sentences=_sentences(text, title_end, marks),
        expressions=find(text, article.published),
        stamps=marks,
        title_end=title_end,
        body_end=body_end(text, title_end, article.genre),
    )


def _title_end(article: Article) -> int:
    """Return where a title that stands on a line of its own ends, else 0."""
    title = article.title
    own_line = article.text[len(title) : len(title) + 1] in ("", "\n")
    return len(title) if title and own_line and article.text.startswith(title) else 0


def day_of(published: Published) -> date | None:
    """Return the calendar day of a publication date as the publisher printed it."""
    return published.date() if isinstance(published, datetime) else published


def _sentences(text: str, title_end: int, marks: Sequence[Span]) -> list[Span]:
    """Return the sentences; the title and each stamp that runs into one are sentences of their own."""
    cuts = sorted({title_end, *(edge for mark in marks for edge in mark)})
    found: list[Span] = []
    for start, end in sentences(text):
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        if not inside:
            found.append((start, end))
            continue
        for first, last in pairwise([start, *inside, end]):
            piece = text[first:last]
            if not piece.isspace():
                indent = len(piece) - len(piece.lstrip())
                found.append((first + indent, first + len(piece.rstrip())))
    return found

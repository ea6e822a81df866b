"""Which sentences tell of something at a date, and which date it is. Pure.

A sentence with one date is one passage. With several, each date that has a clause of its own (or stands in
a row of dates: "on 5, 7 and 9 May") is one; a date that only describes a noun ("the 1994 memorandum")
counts where the sentence has no other. Durations, repetitions and "recently" date nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.dates import PRECISIONS
from ingest.extract.article.document import Document
from ingest.extract.article.furniture import is_furniture
from ingest.extract.text.clauses import clauses
from ingest.extract.text.sentences import MAX_SENTENCE, Span
from ingest.extract.text.tokens import has_verb
from ingest.extract.when.expression import TimeExpression

#: Between the two ends of one range, or between the day and the time of one moment.
_JOINED_GAP: Final = 14
_ROW: Final = re.compile(r"\s*(?:,|and|or|&|,\s*and)\s*(?:on\s+|in\s+)?", re.IGNORECASE)
_DESCRIBED_BY: Final = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|its|his|her|their|our|my|your|\w+['’]s|\w+s['’]|of|against|under|from"
    r"|for|about)\s|\()$",
    re.IGNORECASE,
)
_DETERMINED: Final = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|my|your|\w+['’]s|\w+s['’])\s$", re.IGNORECASE
)
_NOUN_FOLLOWS: Final = re.compile(
    r"(?:['’]s?)?\s(?!(?:and|or|but|in|on|at|of|to|by|for|from|with|that|which|who|when|while|after|before"
    r"|as|is|are|was|were|has|have|had|will|would|did|the|a|an|he|she|it|they|we|until|since|into|through"
    r"|against|because|if|over|under|near|about|during)\b)(?=[\w“\"'‘])",
    re.IGNORECASE,
)
_LIST_MARK: Final = re.compile(r"(?:(?:\\\s?\*|[*•·‣▪◦●|]|[-–—]{1,3})\s+)+(?=[^\W\d]|[“\"‘'(\[])")
_LONGEST_NOTE: Final = 60
_LINE_NOTE: Final = re.compile(r"\([^()\n]*\)[.]?\s*\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """A dated sentence: `text[start:end]`, and the time expression that dates it."""

    start: int
    end: int
    #: Of its first sentence in the document's sentences.
    index: int
    expression: TimeExpression
    #: Whether the sentence tells of other dates too.
    shares: bool
    #: The words that give the date; for a range from its first to its last word.
    date_start: int
    date_end: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """One date of a sentence: an expression, or the adjoining ones that tell one range or moment."""

    expression: TimeExpression
    start: int
    end: int


def passages(document: Document) -> list[Passage]:
    """Return the dated sentences of the author's own text (not the title), in text order."""
    found: list[Passage] = []
    for span, index, expressions in _dated_sentences(document):
        whole = _without_mark(document.text, _with_line(document.text, span, expressions))
        chosen = _chosen(document.text, whole, expressions)
        found += [
            Passage(*whole, index, unit.expression, len(chosen) > 1, unit.start, unit.end)
            for unit in chosen
        ]
    return found


def dates_something(expression: TimeExpression) -> bool:
    """Whether the words name a time that something can happen at."""
    return (
        expression.type in ("DATE", "TIME")
        and bool(expression.edtf)
        and expression.precision != "unknown"
        and not expression.value.endswith("_REF")
        and not _is_bare_clock(expression)
    )


def _is_bare_clock(expression: TimeExpression) -> bool:
    """Whether the words give a time of day and no day: "at 03:20" of a day told elsewhere."""
    return (
        expression.type == "TIME"
        and expression.basis == "relative"
        and not _NAMES_A_DAY.search(expression.text)
    )


_NAMES_A_DAY: Final = re.compile(
    r"\b(?:to(?:day|night|morrow)|yesterday|this|last|next|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec|ago|earlier|later|day)",
    re.IGNORECASE,
)


def units(expressions: Sequence[TimeExpression]) -> list[_Unit]:
    """Return the distinct dates of a sentence; both ends of one range are one."""
    joined: list[_Unit] = []
    for item in expressions:
        start = item.start if item.counted_from is None else item.counted_from
        last = joined[-1] if joined else None
        if last and start - last.end <= _JOINED_GAP and _same_moment(last.expression, item):
            finer = min(last.expression, item, key=lambda each: PRECISIONS.index(each.precision))
            joined[-1] = _Unit(finer, last.start, item.end)
        else:
            joined.append(_Unit(item, start, item.end))
    return joined


def is_attributive(text: str, start: int, end: int) -> bool:
    """Whether the date words only describe a noun: "the 1994 memorandum", "Tuesday's vote"."""
    if text[end : end + 2] in ("'s", "’s"):
        return True
    return bool(
        _NOUN_FOLLOWS.match(text, end) and _DESCRIBED_BY.search(text, max(start - 24, 0), start)
    )


def _same_moment(first: TimeExpression, second: TimeExpression) -> bool:
    if first.relation != second.relation:
        return False
    if first.edtf == second.edtf:
        return True
    day_and_time = {first.type, second.type} == {"DATE", "TIME"}
    return (
        day_and_time and first.date_start == second.date_start and first.date_end == second.date_end
    )


def _dated_sentences(
    document: Document,
) -> Iterator[tuple[Span, int, list[TimeExpression]]]:
    """Yield each sentence of the body that holds dates, with its index and the dates."""
    pending: dict[int, list[TimeExpression]] = {}
    for expression in document.expressions:
        inside = document.title_end <= expression.start < document.body_end
        if inside and dates_something(expression) and not document.in_stamp(expression.start):
            pending.setdefault(document.sentence_at(expression.start), []).append(expression)
    for index, expressions in pending.items():
        start, end = document.sentences[index]
        last = document.sentence_at(expressions[-1].end - 1)
        if last > index:  # the date runs over a line's end: the lines are one sentence
            end = document.sentences[last][1]
        too_long = end - start > MAX_SENTENCE or expressions[-1].end > end
        if too_long or _is_heading(document.text, (start, end), expressions):
            continue
        sentence = document.text[start:end]
        if not is_furniture(sentence) and not _only_names(sentence, start, expressions):
            yield (start, end), index, expressions


#: The most that "   ###### " takes.
_HEADING_MARK: Final = 12
_MARKED_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s")
_NO_WORDS: Final = re.compile(
    r"(?:[\W\d_]|\b(?:from|to|the|of|and|in|on|at|until|since|early|late|mid|by|pm|am|updated|posted|published|created|modified|edited|et|gmt"
    r"|bst|est|edt|utc)\b)*",
    re.IGNORECASE,
)


def _is_heading(text: str, span: Span, expressions: Sequence[TimeExpression]) -> bool:
    """Whether the line only gives a date, which what follows stands under, and tells of nothing."""
    start, end = span
    line = text.rfind("\n", max(start - _HEADING_MARK, 0), start) + 1
    if (line or start < _HEADING_MARK) and _MARKED_HEADING.match(text, line, end):
        return True
    rest, at = [], start
    for expression in expressions:
        rest.append(text[at : expression.start])
        at = expression.end
    return _NO_WORDS.fullmatch("".join([*rest, text[at:end]])) is not None


def _only_names(sentence: str, start: int, expressions: Sequence[TimeExpression]) -> bool:
    """Whether the words are a name with a year ("Battle of Oslo (1907)") and say nothing of it.

    A year that stands first tells what follows: "1907: Union of the two towns".
    """
    if any(each.precision not in _COARSE for each in expressions):
        return False
    if expressions[0].start - start < _FIRST or len(sentence) > _LONGEST_NAME:
        return False
    return not has_verb(sentence, 0, len(sentence)) and _MAYBE_VERB.search(sentence) is None


_COARSE: Final = ("year", "decade", "century")
_FIRST: Final = 5
_LONGEST_NAME: Final = 120
#: "joins", "ending": a verb that is in no list, perhaps.
_MAYBE_VERB: Final = re.compile(r"\s[a-z]+(?:s|ing|en)\b")


def _with_line(text: str, span: Span, expressions: Sequence[TimeExpression]) -> Span:
    """Return the whole line where a note in parentheses at its end dates it, else the span."""
    note = _LINE_NOTE.search(text[span[0] : span[1]])
    if note is None or expressions[0].start < span[0] + note.start():
        return span
    if not note.start() and len(note.group()) > _LONGEST_NOTE:
        return span  # "(Doe announced on Monday that he had received an invitation, but did not accept it.)"
    floor = max(span[1] - MAX_SENTENCE, 0)
    begin = text.rfind("\n", floor, span[0]) + 1
    ends_line = text[span[1] : span[1] + 1] in ("", "\n")
    begins_line = begin > 0 or floor == 0
    return (begin, span[1]) if ends_line and begins_line else span


def _without_mark(text: str, span: Span) -> Span:
    """Return the span from behind the mark of a list or a dash that it begins with: "- 5 degrees" has none."""
    mark = _LIST_MARK.match(text, *span)
    return (mark.end(), span[1]) if mark else span


def _chosen(text: str, span: Span, expressions: Sequence[TimeExpression]) -> list[_Unit]:
    """Return the dates that stand for the sentence, in text order."""
    dates = units(expressions)
    if len(dates) == 1:
        return dates
    start, end = span
    sentence = text[start:end]
    chosen: list[_Unit] = []
    for begun, ended in clauses(sentence):
        inside = [unit for unit in dates if begun <= unit.start - start < ended]
        if inside and has_verb(sentence, begun, ended):
            chosen += _of_clause(text, inside)
    if not chosen:
        return [max(dates, key=lambda unit: _weight(text, unit))]
    distinct = {(unit.expression.edtf, unit.expression.relation): unit for unit in reversed(chosen)}
    return sorted(distinct.values(), key=lambda unit: unit.start)


def _of_clause(text: str, dates: Sequence[_Unit]) -> list[_Unit]:
    """Return the date of one clause and those in a row with it; none where all describe nouns."""
    adverbial = [unit for unit in dates if not is_attributive(text, unit.start, unit.end)]
    if not adverbial:
        return []
    main = max(adverbial, key=lambda unit: _weight(text, unit))
    row = [main]
    position = dates.index(main)
    for unit in dates[position + 1 :]:
        if not _ROW.fullmatch(text[row[-1].end : unit.start]):
            break
        row.append(unit)
    return row


def _weight(text: str, unit: _Unit) -> tuple[bool, int, int]:
    """Order dates of one clause: dating the verb first, then the finer, then the earlier in text."""
    return (
        not is_attributive(text, unit.start, unit.end),
        -PRECISIONS.index(unit.expression.precision),
        -unit.start,
    )


def is_determined(text: str, start: int) -> bool:
    """Whether a determiner stands right before `start`."""
    return _DETERMINED.search(text, max(start - 24, 0), start) is not None

"""Who says so: the speaker, the attributing words and the modality of a dated sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.article.masking import without_speech
from ingest.extract.article.passages import Passage
from ingest.extract.claims.attribution import Attribution, governing, is_author
from ingest.extract.claims.attributions import attributions
from ingest.extract.claims.claim import Claim
from ingest.extract.claims.direct_speech import (
    by_colon,
    cue_words,
    direct_speech,
    goes_on_in_marks,
    is_in_speech,
    modality_of_speech,
    quoted,
)
from ingest.extract.claims.headlines import announces
from ingest.extract.claims.modality import Lies, modality_of
from ingest.extract.claims.references import resolve
from ingest.extract.claims.scope import MAIN, told_within
from ingest.extract.claims.voice import Voice
from ingest.extract.text.clauses import clause_at
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb, has_verb
from ingest.extract.when.expression import TimeExpression
from ingest.model import Modality

#: A sentence in the past tense tells no plan, whatever its date was taken for.
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|(?:did|was|were|had)n['’]t|\w{2,}ed|fell|rose|hit|began|took|went|came)\b"
)


#: "The debate, to be held tomorrow, should go on", "it was moving exams to next week".
_TO_BE: Final = re.compile(r"\bto\sbe\s\w+|(?:\b(?:is|are|was|were)|['’](?:s|re|m))\s\w+ing\b")


#: "Analysts expect the bank to report a loss."
_EXPECTED: Final = re.compile(r"expect(?:s|ed)?\s(?!to\s)[^,;:]{2,60}?\sto\s\w")


def claim_of(document: Document, span: Span, passage: Passage | None, dateless: str) -> Claim:
    """Return who says what the sentence at `span` tells; `dateless`: the sentence without its dates."""
    claim = _claim(document, span, passage, dateless)
    if claim.modality not in ("asserted", "reported"):
        return claim
    if passage is None:
        to_come = announces(dateless) or _ends_in_days_to_come(document, span, dateless)
        return replace(claim, modality="planned") if to_come else claim
    if _is_to_come(document, passage.expression):
        at = passage.date_start - span[0]
        start, end = clause_at(dateless, at)
        past = _PAST.search(dateless, start, end) if has_verb(dateless, start, end) else None
        told = past or _PAST.search(dateless, 0, start)
        if not told or _TO_BE.search(dateless, start, end) or _leads_to(dateless, start, at):
            return replace(claim, modality="planned")
    return claim


#: "cut the pipe to get a tight fit [on Friday]": what was done is past, what it was for is not.
_FOR: Final = re.compile(r"\bto\s(?!the\b|an?\b|its\b|his\b|her\b|their\b)[a-z]{2,}\s[^,;:]*\Z")


def _leads_to(dateless: str, start: int, at: int) -> bool:
    """Whether an infinitive stands between the verb of the clause and the date to come."""
    verb = first_verb(dateless, start, at)
    return verb is not None and _FOR.search(dateless, verb, at) is not None


def _ends_in_days_to_come(document: Document, span: Span, dateless: str) -> bool:
    """Whether a headline ends in a date to come and has no past tense: "New law starts July 1"."""
    if span[0] >= document.title_end or _PAST.search(dateless):
        return False
    return any(
        expression.end >= span[1] and _is_to_come(document, expression)
        for expression in document.expressions_in(*span)
    )


def _is_to_come(document: Document, expression: TimeExpression) -> bool:
    """Whether the date lies after the publication: "the summit opens on Friday" tells a plan."""
    published, when = document.published_on, expression.when
    if published is None:
        return False
    if expression.relation in ("until", "before") and when.start is None:
        return when.end is not None and when.end > published
    dated = expression.relation in ("on", "about")
    return dated and when.start is not None and when.start > published


#: "the Oil Act of [1990]": the year of a name, and of nothing told.
_ACT_OF: Final = re.compile(
    r"\b(?:Act|Law|Treaty|Code|Accords?|Agreement|Convention|Constitution|Order|Bill|Charter|Pact)\sof\s\Z"
)


def _lies(document: Document, passage: Passage | None) -> Lies:
    """Return where the date lies, seen from the publication."""
    published = document.published_on
    if published is None or passage is None:
        return "unknown"
    end = passage.expression.when.end
    if _ACT_OF.search(document.text, max(passage.date_start - _LATE_WINDOW, 0), passage.date_start):
        return "unknown"
    return "past" if end and end < published else "ahead"


#: "... in the region “It fell,” Doe said": between the last words and the direct speech no comma stands, nor a colon.
_RUNS_INTO: Final = re.compile(
    r"\b(?!(?:that|as|the|an?|his|her|its|their|of|on|in|to|for|by|called|titled|named)\s)[a-z]\w+\s\Z"
)
_SPEECH_BEGINS: Final = re.compile(r"[“\"‘][A-ZÀ-Þ]")
_LATE_WINDOW: Final = 40


def _stands_before_speech(document: Document, span: Span, ruling: Attribution, at: int) -> bool:
    """Whether a sentence that lost its stop ends between the date and direct speech that its speaker follows."""
    if (
        ruling.subject is None
        or not ruling.content[0] <= at < ruling.content[1] <= ruling.cue.start
    ):
        return False
    for quotation in document.quotations_in(span[0] + at, span[0] + ruling.content[1]):
        begun = quotation.start
        if begun <= span[0] + at or not _SPEECH_BEGINS.match(document.text, begun):
            continue
        if quotation.end < span[0] + min(ruling.subject[0], ruling.cue.start) - 1:
            continue
        if _RUNS_INTO.search(document.text, max(begun - _LATE_WINDOW, span[0]), begun):
            return True
    return False


def _claim(document: Document, span: Span, passage: Passage | None, dateless: str) -> Claim:
    at = passage.date_start if passage else span[0]
    if passage and is_in_speech(document, span, at):
        return quoted(document, span, at, dateless)
    masked = without_speech(document, span, dateless)
    found = attributions(masked)
    at -= span[0]
    ruling = governing(found, at)
    if ruling and _stands_before_speech(document, span, ruling, at):
        ruling = None
    if ruling is None:
        spoken = any(SPEECH in masked[slice(*each.content)] for each in found)
        told_by = None if spoken else by_colon(document, span, masked, passage)
        if told_by:
            return told_by
    if ruling is None or (ruling.subject and is_author(masked, ruling.subject)):
        turn = document.turns.at(span[0] + at)
        own = clause_at(masked, at) if passage else _headline_clause(masked, at)
        tell = partial(modality_of, attributed=turn is not None, lies=_lies(document, passage))
        modality = told_within(tell, masked, own, at)
        return Claim(document.names.full(turn), ":", modality) if turn else Claim(modality=modality)
    voice = Voice(document, span, masked, found)
    speaker = resolve(voice, ruling)
    if speaker is None and ruling.subject is not None:
        ruling = _named_source(found, at) or ruling
        speaker = resolve(voice, ruling)
    uttered = direct_speech(masked, ruling)
    if uttered is not None:
        modality = modality_of_speech(dateless, uttered)
    else:
        told = dateless if goes_on_in_marks(masked, ruling) else masked
        modality = _attributed_modality(told, ruling, at, _lies(document, passage))
    return Claim(speaker, cue_words(ruling), modality)


#: "Court sides with inmate who wants to die": what the headline tells ends before.
_WHO_WANTS: Final = re.compile(r"(?<=\w)\s(?:who|whose|which)\s")


def _headline_clause(masked: str, at: int) -> Span:
    """Return the first clause of an undated sentence without what it tells of somebody in it."""
    start, end = clause_at(masked, at)
    described = _WHO_WANTS.search(masked, start, end)
    return start, described.start() if described else end


#: "confirmed that 12 people -- who had not been abroad -- were ill".
_BETWEEN_DASHES: Final = re.compile(r"\s(?:--|[—–])\s[^—–;:]{2,90}?\s(?:--|[—–])(?=\s)")


#: "The panel, modelled on one that failed, will not meet, officials said".
_MADE_SO: Final = re.compile(
    r",\s[a-z]{2,}ed\s(?:on|by|in|at|for|from|to|with|after|as)\s[^,;:]{2,120},(?=\s(?:will|would|is|was|are|were|has|had|have|could|may|might)\b)"
)


def _named_source(found: Sequence[Attribution], at: int) -> Attribution | None:
    """Return the "according to" that reaches over the date too, where who reported it is not told."""
    return next(
        (
            each
            for each in found
            if each.cue.kind == "source" and each.reach[0] <= at < each.reach[1]
        ),
        None,
    )


#: "said [they expected] output would fall": what they think stands in the next clause.
_THOUGHT: Final = re.compile(
    r"[\s,]*(?:that\s)?(?:it|he|she|they|we|I)\s(?:\w+ly\s|still\s|also\s)?(?:expect|believe|think|thought|hope|fear|predict|anticipate"
    r"|assume|feel|felt|suspect|understand|understood)(?:s|ed|d)?\b(?!\sto\b)"
)


def _over_thought(masked: str, own: Span) -> Span:
    """Return the clause with the one after it, where it only tells that somebody thinks so."""
    thought = _THOUGHT.match(masked, *own)
    if thought is None or has_verb(masked, thought.end(), own[1]):
        return own
    return own[0], clause_at(masked, min(own[1], len(masked) - 1))[1]


def _attributed_modality(masked: str, ruling: Attribution, at: int, lies: Lies) -> Modality:
    """Return how what is said is told; of a date at `at` that is past, "would" tells a habit."""
    if ruling.cue.kind == "deny":
        return "denied"
    start, end = ruling.content
    own = clause_at(masked, at)
    told_before = ruling.cue.kind == "source" and at < ruling.cue.start
    beside = (
        not told_before
        and own[0] <= ruling.cue.start < own[1]
        and first_verb(masked, ruling.cue.end, at) is None
    )
    if not start <= at < end or beside:
        plain = _BETWEEN_DASHES.sub(lambda aside: " " * len(aside.group()), masked)
        plain = _MADE_SO.sub(lambda aside: " " * len(aside.group()), plain)
        verb = first_verb(plain, start, end)
        own = clause_at(masked, start if verb is None else verb)
        at = MAIN
    own = _over_thought(masked, (max(own[0], start), own[1]))
    said = (own[0], min(own[1], end))
    if _EXPECTED.match(masked, ruling.cue.start):
        return "planned"
    lies = "unknown" if beside else lies
    tell = partial(modality_of, attributed=True, would_come=lies != "past", lies=lies)
    return told_within(tell, masked, said, at)

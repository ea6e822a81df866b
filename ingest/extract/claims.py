"""Who says so: the speaker, the attributing words and the modality of a dated sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.extract.attribution import Attribution, attributions, governing, is_author
from ingest.extract.clauses import clause_at
from ingest.extract.document import Document
from ingest.extract.headlines import announces, voice_of_headline
from ingest.extract.masking import without_dates, without_speech
from ingest.extract.modality import Lies, modality_of
from ingest.extract.passages import Passage
from ingest.extract.quotations import Quotation
from ingest.extract.references import Voice, resolve
from ingest.extract.sentences import Span
from ingest.extract.speech import Cue
from ingest.extract.subjects import SPEECH, before
from ingest.extract.tags import tag_after
from ingest.extract.tokens import first_verb, has_verb
from ingest.extract.turns import Turns
from ingest.model import Modality


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that something happened, by which words, and as how certain."""

    #: None where the author speaks, and where the text does not name who does.
    speaker: str | None = None
    #: None where the author speaks.
    cue: str | None = None
    modality: Modality = "asserted"


#: "Jane Doe, envoy: “...”".
_COLON: Final = re.compile(rf"(?P<who>[^:{SPEECH}]{{2,140}}):\s*(?={SPEECH})")
_DASHED: Final = re.compile(rf"{SPEECH}\s*(?:[—–]|--)\s*(?P<who>[A-Z][^:{SPEECH}]{{2,80}})$")


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
        return replace(claim, modality="planned") if announces(dateless) else claim
    if _is_to_come(document, passage):
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


def _is_to_come(document: Document, passage: Passage) -> bool:
    """Whether the date lies after the publication: "the summit opens on Friday" tells a plan."""
    published, when = document.published_on, passage.expression.when
    if published is None:
        return False
    if passage.expression.relation in ("until", "before") and when.start is None:
        return when.end is not None and when.end > published
    dated = passage.expression.relation in ("on", "about")
    return dated and when.start is not None and when.start > published


def _lies(document: Document, passage: Passage | None) -> Lies:
    """Return where the date lies, seen from the publication."""
    published = document.published_on
    if published is None or passage is None:
        return "unknown"
    end = passage.expression.when.end
    return "past" if end and end < published else "ahead"


def _claim(document: Document, span: Span, passage: Passage | None, dateless: str) -> Claim:
    at = passage.date_start if passage else span[0]
    if passage and document.quotations_in(at, at + 1):
        return _quoted(document, span, at, dateless)
    masked = without_speech(document, span, dateless)
    found = attributions(masked)
    at -= span[0]
    ruling = governing(found, at)
    if ruling is None:
        by_colon = _by_colon(document, span, masked, passage)
        if by_colon:
            return by_colon
    if ruling is None or (ruling.subject and is_author(masked, ruling.subject)):
        turn = document.turns.at(span[0] + at)
        modality = modality_of(
            masked,
            clause_at(masked, at) if passage else _headline_clause(masked, at),
            attributed=turn is not None,
            lies=_lies(document, passage),
        )
        return Claim(document.names.full(turn), ":", modality) if turn else Claim(modality=modality)
    voice = Voice(document, span, masked, tuple(found))
    speaker = resolve(voice, ruling)
    if speaker is None and ruling.subject is not None:
        ruling = _named_source(found, at) or ruling
        speaker = resolve(voice, ruling)
    modality = _attributed_modality(masked, ruling, at, _lies(document, passage))
    return Claim(speaker, _cue_words(ruling), modality)


#: "Court sides with inmate who wants to die": what the headline tells ends before.
_WHO_WANTS: Final = re.compile(r"(?<=\w)\s(?:who|whose|which)\s")


def _headline_clause(masked: str, at: int) -> Span:
    """Return the first clause of an undated sentence without what it tells of somebody in it."""
    start, end = clause_at(masked, at)
    described = _WHO_WANTS.search(masked, start, end)
    return start, described.start() if described else end


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
        if masked[start:end].lstrip(" ,:").startswith(SPEECH):
            return "reported"
        verb = first_verb(masked, start, end)
        own = clause_at(masked, start if verb is None else verb)
    said = (max(own[0], start), min(own[1], end))
    if _EXPECTED.match(masked, ruling.cue.start):
        return "planned"
    lies = "unknown" if beside else lies
    return modality_of(masked, said, attributed=True, would_come=lies != "past", lies=lies)


def _quoted(document: Document, span: Span, at: int, dateless: str) -> Claim:
    """Return whose direct speech the date at `at` stands in."""
    (quotation,) = document.quotations_in(at, at + 1)
    begin = max(quotation.start - span[0], 0)
    clause = clause_at(dateless, at - span[0])
    said = (max(clause[0], begin), clause[1])
    modality = modality_of(dateless, said, attributed=True, would_come=False)
    for place in _around(document, span, quotation):
        claim = _speaker_of_speech(document, place)
        if claim == Claim():  # the author's own words of another day
            return Claim(modality="asserted" if modality == "reported" else modality)
        if claim:
            return Claim(claim.speaker, claim.cue, modality)
    return Claim(None, document.text[quotation.start], modality)


def _around(document: Document, span: Span, quotation: Quotation) -> list[Span]:
    """Return the sentences that may name the speaker of a quotation, the likeliest first."""
    first = document.sentence_at(quotation.start)
    last = document.sentence_at(quotation.end - 1)
    indexes = [last, first]
    if first and document.same_line(document.sentences[first - 1][1], quotation.start):
        indexes.append(first - 1)
    places = [span] + [document.sentences[index] for index in indexes]
    if first > 1 and document.same_line(document.sentences[first - 2][1], span[0]):
        places.append(document.sentences[first - 2])
    return list(dict.fromkeys(places))


def _speaker_of_speech(document: Document, span: Span) -> Claim | None:
    """Return who utters the direct speech of a sentence, None where the sentence does not say."""
    masked = without_speech(document, span, without_dates(document, span))
    found = attributions(masked)
    beside = [each for each in found if SPEECH in masked[each.content[0] : each.content[1]]] or (
        [] if _is_closed(document, span) else found
    )
    if not beside:
        return _by_colon(document, span, masked, None) or _by_tag(document, span, masked)
    ruling = beside[0]
    if ruling.subject and is_author(masked, ruling.subject) and document.turns == Turns():
        return Claim()
    return Claim(resolve(Voice(document, span, masked, tuple(found)), ruling), _cue_words(ruling))


def _is_closed(document: Document, span: Span) -> bool:
    """Whether the sentence opens with direct speech that has ended: “It was old.” The mayor said ..."""
    quoted = document.quotations_in(*span)
    if not quoted or quoted[0].start > span[0] or quoted[0].end >= span[1]:
        return False
    return document.text[quoted[0].start : quoted[0].end].rstrip("”\"'’ ").endswith(".")


def _by_tag(document: Document, span: Span, masked: str) -> Claim | None:
    """Return who utters direct speech by a verb that tells how, not that: "Doe shot back"."""
    voice = Voice(document, span, masked, ())
    for quotation in document.quotations_in(*span):
        tag = tag_after(document.text, masked, span[0], quotation)
        if tag and quotation.end < span[1]:
            attribution = Attribution(
                Cue(tag.subject[1], tag.subject[1], "say", tag.verb), tag.subject, span, span
            )
            return Claim(resolve(voice, attribution), tag.verb)
    return None


def _by_colon(document: Document, span: Span, masked: str, passage: Passage | None) -> Claim | None:
    """Return the speaker named before a colon or after a dash, None where there is none."""
    voice = Voice(document, span, masked, ())
    if passage is None and span[0] < document.title_end:
        voiced = voice_of_headline(masked, document.names)
        named = voice.named(*voiced.who) if voiced else None
        return Claim(named, voiced.cue, "reported") if voiced and named else None
    found = _COLON.match(masked) or _DASHED.search(masked)
    if found is None:
        return None
    start, end = found.span("who")
    verb = first_verb(masked, start, end)
    if verb is not None:
        start, end = before(masked, verb) or (start, start)
    speaker = voice.named(start, masked.find(",", start, end) if "," in masked[start:end] else end)
    return Claim(speaker, ":" if ":" in found.group() else "—", "reported") if speaker else None


def _cue_words(ruling: Attribution) -> str:
    return " ".join(ruling.cue.word.split())

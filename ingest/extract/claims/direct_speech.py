"""Whose words stand in quotation marks, after a colon or before a dash, and how they tell what happened. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.article.masking import without_dates, without_speech
from ingest.extract.article.passages import Passage
from ingest.extract.article.turns import Turns
from ingest.extract.claims.agreement import NOUN_FORMS
from ingest.extract.claims.attribution import Attribution, is_author
from ingest.extract.claims.attributions import attributions
from ingest.extract.claims.claim import Claim
from ingest.extract.claims.headlines import voice_of_headline
from ingest.extract.claims.modality import modality_of
from ingest.extract.claims.references import resolve
from ingest.extract.claims.scope import MAIN, told_within
from ingest.extract.claims.speech import Cue
from ingest.extract.claims.subjects import before
from ingest.extract.claims.tags import tag_after
from ingest.extract.claims.voice import Voice
from ingest.extract.text.clauses import clause_at
from ingest.extract.text.quotations import SPEECH, Quotation
from ingest.extract.text.reporting_verbs import SPEECH_VERBS
from ingest.extract.text.sentences import Span
from ingest.extract.text.terms import is_title
from ingest.extract.text.tokens import first_verb, has_verb
from ingest.model import Modality

#: "Jane Doe, envoy: “...”".
_COLON: Final = re.compile(rf"(?P<who>[^:{SPEECH}]{{2,140}}):\s*(?={SPEECH})")
#: "Here are the remarks of Jane Doe following the vote: “...”"
_WORDS_OF: Final = re.compile(
    r"\b(?:remarks|statement|text|transcript|words|speech|letter|comments|address|message|testimony)\s(?:of|by|from)\s"
    r"(?P<who>[A-Z“][^:,]*?)(?=\s(?:following|after|before|on|at|in|to|during|about|as|issued|released|made|given)\b|\s*[:,])"
)
#: "held a hearing [on Friday] titled: “...”": a name in marks, and nobody's words.
_TITLED: Final = re.compile(r"\b(?:titled|entitled|called|named|dubbed|labell?ed|headlined)\s*\Z")
_DASHED: Final = re.compile(rf"{SPEECH}\s*(?:[—–]|--)\s*(?P<who>[A-Z][^:{SPEECH}]{{2,80}})$")


#: "vowed that “we will ...”": all that is said stands in the quotation marks.
_OPENS_SPEECH: Final = re.compile(r"[\s,:]*(?:that\s+)?")


def direct_speech(masked: str, ruling: Attribution) -> Span | None:
    """Return where the direct speech stands that is all of what is said, None where it is not."""
    end = ruling.content[1]
    opened = _OPENS_SPEECH.match(masked, *ruling.content)
    begun = opened.end() if opened else end
    if ruling.cue.kind == "deny" or masked[begun : begun + 1] != SPEECH:
        return None
    rest = masked[begun:end]
    return begun, begun + len(rest) - len(rest.lstrip(SPEECH))


#: "was “not safe”", "hoped to “reopen soon”": the marks hold the rest of the verb.
_COMPLETED: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|had|have|do|does|did|will|would|shall|should|can|could|may|might|must|not|never|to)\s\Z"
)


def goes_on_in_marks(masked: str, ruling: Attribution) -> bool:
    """Whether what is said begins before quotation marks and has its verb in them: said his words “may have been ...”."""
    start, end = ruling.content
    marks = masked.find(SPEECH, start, end)
    if marks < 0 or start < ruling.cue.end:
        return False
    if _COMPLETED.search(masked, start, marks):
        return True
    if has_verb(masked, start, marks):
        return False
    begun = masked[start:marks].rpartition("that ")[2].strip()
    return bool(begun) and not begun.endswith((",", ":")) and SPEECH_VERBS.isdisjoint(begun.split())


def modality_of_speech(dateless: str, uttered: Span) -> Modality:
    """Return how the first clause of direct speech tells its happening."""
    start, end = uttered
    verb = first_verb(dateless, start, end)
    clause = clause_at(dateless, start if verb is None else verb)
    said = (max(clause[0], start), min(clause[1], end))
    tell = partial(modality_of, attributed=True, would_come=False)
    return told_within(tell, dateless, said, MAIN)


def is_in_speech(document: Document, span: Span, at: int) -> bool:
    """Whether the date at `at` stands in direct speech, and not in the title of a work that a sentence names."""
    for quotation in document.quotations_in(at, at + 1):
        marked = document.text[quotation.start : quotation.end].strip(_MARKS)
        around = document.text[span[0] : quotation.start] + document.text[quotation.end : span[1]]
        return not (is_title(marked) and any(word.islower() for word in _LONG.findall(around)))
    return False


_MARKS: Final = "“”\"'‘’«»„.,!? "
_LONG: Final = re.compile(r"[^\W\d_]{5,}")


def quoted(document: Document, span: Span, at: int, dateless: str) -> Claim:
    """Return whose direct speech the date at `at` stands in."""
    (quotation,) = document.quotations_in(at, at + 1)
    begin = max(quotation.start - span[0], 0)
    clause = clause_at(dateless, at - span[0])
    whole = begin <= clause[0] or has_verb(dateless, begin, clause[1])
    said = (max(clause[0], begin), clause[1]) if whole else clause
    tell = partial(modality_of, attributed=True, would_come=not whole)
    modality = told_within(tell, dateless, said, at - span[0])
    for place in _places(document, span, quotation):
        claim = _speaker_of_speech(document, place)
        if claim == Claim():  # the author's own words of another day
            return Claim(modality="asserted" if modality == "reported" else modality)
        if claim:
            return Claim(claim.speaker, claim.cue, modality)
    return Claim(None, document.text[quotation.start], modality)


#: So far apart stand two paragraphs of one speaker's words.
_NEXT_PARAGRAPH: Final = 8


def _places(document: Document, span: Span, quotation: Quotation) -> Iterator[Span]:
    """Yield the sentences around the quotation, then around those it goes on from."""
    yield from _around(document, span, quotation)
    index = document.quotations.index(quotation)
    for before_it in reversed(document.quotations[:index]):
        if not before_it.goes_on or quotation.start - before_it.end > _NEXT_PARAGRAPH:
            return
        quotation = before_it
        yield from _around(
            document, document.sentences[document.sentence_at(quotation.start)], quotation
        )


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
        [] if _is_closed(document, span) else _reaching(masked, found)
    )
    if not beside:
        return by_colon(document, span, masked, None) or _by_tag(document, span, masked)
    ruling = beside[0]
    if ruling.subject and is_author(masked, ruling.subject) and document.turns == Turns():
        return Claim()
    return Claim(resolve(Voice(document, span, masked, found), ruling), cue_words(ruling))


def _reaching(masked: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions that reach over the direct speech of a sentence; all where it has none."""
    at = masked.find(SPEECH)
    return [each for each in found if at < 0 or each.reach[0] <= at < each.reach[1]]


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


def by_colon(document: Document, span: Span, masked: str, passage: Passage | None) -> Claim | None:
    """Return the speaker named before a colon or after a dash, None where there is none."""
    voice = Voice(document, span, masked, ())
    if passage is None and span[0] < document.title_end:
        voiced = voice_of_headline(masked, document.names)
        named = voice.named(*voiced.who) if voiced else None
        if voiced is None or named is None:
            return None
        return Claim(named, voiced.cue, _modality_beside(masked, voiced.who))
    found = _COLON.match(masked) or _DASHED.search(masked)
    at = passage.date_start - span[0] if passage else 0
    titled = found is not None and _TITLED.search(found["who"])
    if found is None or titled or (passage and _after_speech(masked, found.end("who"), at)):
        return None
    start, end = found.span("who")
    words_of = _WORDS_OF.search(masked, start, end)
    if words_of:
        speaker = voice.named(*words_of.span("who"))
        return Claim(speaker, ":", "reported") if speaker else None
    verb = _last_verb(masked, start, end)
    if verb is not None:
        if passage and (
            _told_apart(masked, (start, end), at) or _acts_first(masked, (start, verb), at)
        ):
            return None
        subject = before(masked, verb)
        if not subject or subject[0] >= subject[1]:
            subject = before(masked, first_verb(masked, start, end) or verb)
        start, end = subject or (start, start)
    speaker = voice.named(start, masked.find(",", start, end) if "," in masked[start:end] else end)
    return Claim(speaker, ":" if ":" in found.group() else "—", "reported") if speaker else None


def _told_apart(masked: str, lead: Span, at: int) -> bool:
    """Whether a verb stands before the date and another after it: "stepped up [on Friday] and spoke, saying: “...”"."""
    start, end = lead
    verb = first_verb(masked, at, end)
    if not start <= at < end or verb is None or not has_verb(masked, start, at):
        return False
    return " " in masked[verb:end].strip()  # "One inflated post [on Friday] read: “...”"


def _after_speech(masked: str, start: int, at: int) -> bool:
    """Whether the date stands behind the direct speech, in a clause that goes on after it."""
    end = masked.rfind(SPEECH, start, at) + 1
    return end > 0 and has_verb(masked, end, len(masked))


def _acts_first(masked: str, lead: Span, at: int) -> bool:
    """Whether the date stands beside an act before the verb of saying: "came [on Friday] and said: “...”"."""
    start, verb = lead
    joined = masked.rfind(" and ", start, verb)
    if not start <= at < joined or masked[joined + len(" and ") : verb].strip().count(" "):
        return False
    return has_verb(masked, start, joined)


def _last_verb(masked: str, start: int, end: int) -> int | None:
    """Return the verb nearest to the colon: what stands before it may hold a participle, and what follows it a noun."""
    found = first_verb(masked, start, end)
    following = found
    while following is not None:
        if masked[following:].partition(" ")[0] not in NOUN_FORMS:
            found = following
        following = first_verb(masked, following + 1, end)
    return found


def _modality_beside(headline: str, who: Span) -> Modality:
    """Return how the headline tells what it says apart from the words that name who says so."""
    start, end = (0, who[0]) if who[0] else (who[1], len(headline))
    verb = first_verb(headline, start, end)
    clause = clause_at(headline, start if verb is None else verb)
    said = (max(clause[0], start), min(clause[1], end))
    return modality_of(headline, said, attributed=True)


def cue_words(ruling: Attribution) -> str:
    """Return the attributing words with single spaces."""
    return " ".join(ruling.cue.word.split())

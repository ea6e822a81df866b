"""Attributions by a noun: "Doe's claim that ...", "a warning by the bank that ...", "in the union's view". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.extract.claims.reporting_phrases import is_rejected
from ingest.extract.text.noun_phrases import phrase_before
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.reporting_verbs import CueKind
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb, has_verb, verb_after, word_set
from ingest.extract.text.vocabulary import alternatives, words

_STATEMENTS: Final = (
    "claim claims assertion assertions allegation allegations accusation accusations statement statements announcement"
    " admission admissions warning warnings contention argument arguments insistence prediction predictions promise promises pledge"
    " pledges vow vows declaration declarations revelation revelations disclosure conclusion finding findings ruling belief"
    " testimony confession acknowledgement acknowledgment report reports suggestion suggestions estimate estimates complaint complaints"
    " remark remarks comment comments denial denials opinion confirmation assurance assurances assessment forecast"
    " forecasts recollection explanation observation proclamation verdict"
)
#: Told without an owner they are hearsay: "amid claims that it had closed".
_HEARSAY: Final = "claims allegations accusations assertions complaints"
_VIEWS: Final = (
    "view opinion estimation judgement judgment words account reckoning telling estimate count assessment admission"
    " calculation version recollection"
)
_OWNED: Final = re.compile(
    rf"(?:\b(?P<who>his|her|its|their|His|Her|Its|Their)|(?<=\w)(?P<mark>['’]s|(?<=s)['’]))\s(?:[\w-]+\s){{0,2}}?"
    rf"(?P<noun>{alternatives(_STATEMENTS)})\s+that\b"
)
_MADE_BY: Final = re.compile(
    rf"\b(?P<noun>{alternatives(_STATEMENTS)})\s+(?:made\s|issued\s)?(?:by|from)\s(?P<who>[^,;:{SPEECH}]{{2,60}}?)\s+that\b"
)
_NOBODYS: Final = re.compile(rf"\b(?P<noun>{alternatives(_HEARSAY)})\s+that\b", re.IGNORECASE)
_IN_VIEW: Final = re.compile(
    rf"\b(?:in|by|on)\s(?:(?P<pronoun>his|her|its|their)|(?P<who>[^,;:{SPEECH}]{{2,60}}?)(?:['’]s|(?<=s)['’]))\s(?:own\s)?"
    rf"(?P<noun>{alternatives(_VIEWS)})(?=\s*[,.;]|\s*\Z)",
    re.IGNORECASE,
)
_NOUNS: Final = words(_STATEMENTS) | words(_VIEWS)
_VIEW_NOUNS: Final = words(_VIEWS)
_AUTHORS: Final = re.compile(r"\b(?:my|our|your|one)\Z", re.IGNORECASE)
#: That follow "that" directly only where it stands for the noun itself.
_RELATIVES: Final = words(
    "was were is are has have had will would could can may might did do does made came led went"
)
_STOP: Final = re.compile(rf"[,;:{SPEECH}]")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that attributes: where it stands, whose statement it is (None: nobody's), and what is stated."""

    start: int
    end: int
    word: str
    kind: CueKind
    subject: Span | None
    content: Span


def nominals(sentence: str) -> Iterator[Nominal]:
    """Yield the nouns of a masked sentence that attribute what stands beside them."""
    spoken = word_set(sentence)
    if _NOUNS.isdisjoint(spoken):
        return
    if "that" in spoken:
        yield from _claims(sentence)
    if not _VIEW_NOUNS.isdisjoint(spoken):
        yield from _views(sentence)


def _claims(sentence: str) -> Iterator[Nominal]:
    taken: set[int] = set()
    for pattern in (_OWNED, _MADE_BY, _NOBODYS):
        for found in pattern.finditer(sentence):
            noun = found.start("noun")
            told = pattern is _MADE_BY and has_verb(sentence, *found.span("who"))
            if noun in taken or told or not _states(sentence, found.end()):
                continue
            taken.add(noun)
            if is_rejected(sentence, found.start()):
                continue
            subject = _owner(sentence, found) if pattern is not _NOBODYS else None
            kind: CueKind = "deny" if found["noun"].startswith("denial") else "say"
            kind = "hearsay" if subject is None else kind
            content = found.end(), _end_of_statement(sentence, noun, found.end())
            yield Nominal(noun, found.end("noun"), found["noun"], kind, subject, content)


def _states(sentence: str, start: int) -> bool:
    """Whether "that" before `start` opens a statement, and does not stand for the noun: "claims that were filed"."""
    following = sentence[start:].split(maxsplit=1)
    first = following[0].lower() if following else ""
    return bool(first) and first not in _RELATIVES and not first.endswith("ed")


def _owner(sentence: str, found: re.Match[str]) -> Span | None:
    if found["who"]:
        return found.span("who")
    return phrase_before(sentence, _clause_start(sentence, found.start()), found.start("mark"))


def _clause_start(sentence: str, end: int) -> int:
    return max((stop.end() for stop in _STOP.finditer(sentence, 0, end)), default=0)


def _end_of_statement(sentence: str, noun: int, start: int) -> int:
    """Return where the statement ends: at the verb whose subject the noun is, else at the next stop."""
    first = first_verb(sentence, start, len(sentence))
    if first is None:
        return len(sentence)
    stop = _STOP.search(sentence, first)
    end = stop.start() if stop else len(sentence)
    if has_verb(sentence, _clause_start(sentence, noun), noun):
        return end
    return verb_after(sentence, first, end) or end


def _views(sentence: str) -> Iterator[Nominal]:
    for found in _IN_VIEW.finditer(sentence):
        who = "pronoun" if found["pronoun"] else "who"
        if not found["pronoun"] and _AUTHORS.search(found["who"]):
            continue
        start = max(sentence.rfind(";", 0, found.start()) + 1, 0)
        told = has_verb(sentence, start, found.start())
        content = (start, found.start()) if told else (found.end(), len(sentence))
        yield Nominal(found.start(), found.end(), found.group(), "source", found.span(who), content)

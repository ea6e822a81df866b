"""Attributions by a participle: ", saying that ...", "came despite saying that ...", "with Doe reporting that ...". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.claims.attribution import Attribution
from ingest.extract.claims.complements import participle_says_so
from ingest.extract.claims.postposition import can_speak
from ingest.extract.claims.speech import Cue
from ingest.extract.claims.subjects import before
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.tokens import first_verb

#: "went as far as saying", "began by warning": the phrase is the clause's own verb.
_WENT_SO_FAR: Final = re.compile(
    r"\b(?:as far as|so far as|(?:began|ended|replied|responded|reacted|countered)\s+by)$"
)
_SAYING_NOUN: Final = re.compile(r"\b(?:statement|letter|report|tweet|message|post)$")
#: "with bloggers reporting fights [in May]": the participle has a subject of its own.
_WITH: Final = re.compile(r"\bwith\s(?P<who>[^,;:]{3,60}?)\s*\Z")
_NO_REPORT: Final = re.compile(r"\s+(?:to|for|of|in|on|from|at|live)\b")
#: So far back stands what these words follow.
_WINDOW: Final = 80


def by_participle(sentence: str, cue: Cue) -> Attribution | None:
    """Return ", saying that ...", whose subject is the sentence's."""
    lead = sentence[: cue.start].rstrip()
    end = len(sentence)
    own = _WITH.search(lead, max(len(lead) - _WINDOW, 0))
    if own and can_speak(sentence, own.span("who")) and not _NO_REPORT.match(sentence, cue.end):
        return Attribution(cue, own.span("who"), (own.start(), end), (cue.end, end))
    if not participle_says_so(sentence, cue):
        return None
    if _WENT_SO_FAR.search(lead):
        return Attribution(cue, (0, 0), (0, end), (cue.end, end))
    beside = _BESIDE.search(lead, max(len(lead) - _WINDOW, 0))
    if beside:
        return _beside_an_act(sentence, cue, beside.start())
    if not lead.endswith((",", " and", SPEECH)) and not _SAYING_NOUN.search(lead):
        return None
    return Attribution(cue, (cue.start, cue.start), (cue.start, end), (cue.end, end))


#: "came despite saying [in May] that ...", "after warning of it, Doe left": who acts is who says so.
_BESIDE: Final = re.compile(r"\b(?:despite|after|before|while|since)$", re.IGNORECASE)


def _beside_an_act(sentence: str, cue: Cue, start: int) -> Attribution | None:
    """Return "despite saying ...", up to the comma where it opens the sentence."""
    end = len(sentence)
    if sentence[:start].strip():
        return Attribution(cue, (start, start), (start, end), (cue.end, end))
    comma = sentence.find(",", cue.end)
    verb = first_verb(sentence, comma, end) if comma >= 0 else None
    subject = before(sentence, verb) if verb is not None else None
    return Attribution(cue, subject, (start, comma), (cue.end, comma)) if subject else None

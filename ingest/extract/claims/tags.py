"""Who utters direct speech by a verb that no list of ours has: “...,” Doe shot back. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.extract.claims.subject_after import after
from ingest.extract.claims.subjects import before
from ingest.extract.text.quotations import SPEECH, Quotation
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb, tokens

#: Direct speech that goes on in what utters it ends so, before its closing mark.
_OPEN_ENDS: Final = (",", "?", "!", "…", "—", "–", "-")
#: So many characters hold a speaker with an office, and the verb.
_FURTHEST: Final = 90
_STOP: Final = re.compile(rf"[;:{SPEECH}]")
#: "is", "has": states, not utterances.
_WORD: Final = re.compile(r"[\w’']+")
#: "sighed Jane Doe", "laughed the mayor".
_NAMED: Final = re.compile(r"[a-z]+(?:ed|s)\s(?:[A-ZÀ-Þ]|(?:the|a|an|one|his|her)\s)")
_STATES: Final = re.compile(
    r"(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might)\b"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """Who utters the direct speech that stands before them, and by which verb; offsets of the sentence."""

    subject: Span
    verb: str


def tag_after(text: str, sentence: str, start: int, quotation: Quotation) -> Tag | None:
    """Return the tag that follows a quotation in the sentence (masked) at `start` of the text."""
    if text[quotation.start : quotation.end].rstrip("”\"'’ ")[-1:] not in _OPEN_ENDS:
        return None
    begun = quotation.end - start
    stop = _STOP.search(sentence, begun)
    end = min(stop.start() if stop else len(sentence), begun + _FURTHEST)
    verb = first_verb(sentence, begun, end)
    verb = _present(sentence, begun, end) if verb is None else verb
    if verb is None or _STATES.match(sentence, verb):
        return None
    inverted = not sentence[begun:verb].strip(" ,")
    if inverted and _NAMED.match(sentence, verb) is None:
        return None
    subject = after(sentence, _end_of_word(sentence, verb)) if inverted else before(sentence, verb)
    if not subject or subject[0] >= subject[1]:
        return None
    if not inverted and sentence[begun : subject[0]].strip(" ,"):
        return None
    return Tag(subject, sentence[verb : _end_of_word(sentence, verb)])


def _end_of_word(sentence: str, start: int) -> int:
    found = _WORD.match(sentence, start)
    return found.end() if found else start


def _present(sentence: str, start: int, end: int) -> int | None:
    """Return where a verb in -s begins that follows a name: "Doe recalls"."""
    capital = False
    for at, word in tokens(sentence):
        if start <= at < end:
            if capital and sentence[at].islower() and word.endswith("s") and word[-2:] != "’s":
                return at
            capital = sentence[at].isupper()
    return None

"""The clauses of an English sentence, as well as they can be told without a grammar. Pure.

A clause here is a stretch between punctuation or conjunctions that has a finite verb of its own; a
stretch without one belongs to the clause before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import KEPT, has_verb, tokens
from ingest.extract.text.vocabulary import words

_PUNCTUATION: Final = re.compile(r"[;:—,\s](?:(?<=[;:—])|(?<=,)(?=\s)|(?<=\s)[–-]{1,2}\s)")
_CONJUNCTIONS: Final = words(
    "and but or while whereas although though because when where after before since as that which who whose whom if"
    " unless so then until once saying adding"
)


_COORDINATORS: Final = words("and but or")


#: "help friends or colleagues if they ...": the noun belongs to the clause before.
_NOUN_JOINED: Final = re.compile(r"\s(?:and|or)\s[^,;:]*\Z")
#: "who has not spoken since his hearing, did not come": no clause, but a phrase of the one before.
_ADVERBIAL: Final = re.compile(r"\s(?:since|before|after|until|as)\s[^,;:]*\Z")
#: "paused its cuts, likely ending a row with the bank, which ...": of the clause before.
_PARTICIPIAL: Final = re.compile(r",\s(?:[a-z]+ly\s)?[a-z]{3,}ing\s[^,;:]*\Z")
_RELATIVE: Final = re.compile(r",\s(?:which|who|whose|where)\s")
#: "fell, on average, by 3 percent because ...": no clause, but the end of the one before.
_PREPOSITIONAL: Final = re.compile(
    r",\s(?:on|by|in|at|to|with|from|for|of|mostly|mainly|partly|largely)\s"
)
_SUBORDINATE: Final = re.compile(
    r"\s(?:if|unless|because|when|while|after|before|although|though|since)\s"
)


#: "its figures, usually told in May, would come later": between a subject and its verb.
_ASIDE: Final = re.compile(r",\s(?:[a-z]+ly\s)?[a-z]{3,}(?:ed|ing)\s[^,;:]*\Z")
_VERB_BEHIND: Final = re.compile(
    r",\s(?:is|are|was|were|has|have|had|will|would|may|might|could|can|should|must)\s"
)


@lru_cache(maxsize=KEPT)
def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence: in order, adjoining, covering it."""
    end = len(text)
    cuts = [0]
    for cut in _boundaries(text):
        if cut <= cuts[-1]:
            continue
        if has_verb(text, cuts[-1], cut):
            if text[cut] != "," or not _parts_a_subject(text, cuts[-1], cut):
                cuts.append(cut)
        elif len(cuts) > 1 and _belongs_before(text, cuts[-1], cut):
            cuts[-1] = cut
    if len(cuts) > 1 and not has_verb(text, cuts[-1], end):
        cuts.pop()
    return tuple(zip(cuts, [*cuts[1:], end], strict=True))


def _parts_a_subject(text: str, start: int, cut: int) -> bool:
    """Whether the comma at the cut ends an aside of a participle between a subject and its verb."""
    return bool(_VERB_BEHIND.match(text, cut) and _ASIDE.search(text, start, cut))


def _belongs_before(text: str, start: int, cut: int) -> bool:
    """Whether the words to the cut, which have no verb, go with the clause before them."""
    if text[cut] == ",":
        participial = _RELATIVE.match(text, cut) and _PARTICIPIAL.match(text, start, cut)
        return bool(participial or _ADVERBIAL.match(text, start, cut))
    if _SUBORDINATE.match(text, cut) is None:
        return False
    return bool(_NOUN_JOINED.match(text, start, cut) or _PREPOSITIONAL.match(text, start, cut))


def clause_at(text: str, at: int) -> Span:
    """Return the clause of the sentence that holds offset `at`."""
    return next((clause for clause in clauses(text) if at < clause[1]), (0, len(text)))


def _boundaries(text: str) -> list[int]:
    """Return where a clause may begin: at punctuation, and at the space before a conjunction.

    What follows two spaces is a date that was blanked out: "since [May]" begins no clause, "and [now] is" does.
    """
    found = [mark.start() for mark in _PUNCTUATION.finditer(text)]
    for at, word in [each for each in tokens(text) if each[1] in _CONJUNCTIONS]:
        if at and text[at - 1] == " ":
            after = at + len(word)
            dated = text[after + 1 : after + 2] == " " and word not in _COORDINATORS
            if text[after : after + 1] == " " and not dated:
                found.append(at - 1)
    return sorted(found)

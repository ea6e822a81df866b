"""What in a clause does not speak of its date: circumstances, other clauses within it, a "not" set against "but". Pure.

"It grew [in May] despite the threat of war" tells no threat, "the firm that may close grew [in May]" no possibility,
and in "he was never the man we know [today]" only "we know" is told of today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb, has_verb, is_verb
from ingest.model import Modality

#: For "at": the date stands outside the clause, which is read for its main verb.
MAIN: Final = -1
#: Told without a hedge, a plan or a denial: there is nothing to look for the reach of.
_PLAIN: Final = ("asserted", "reported")
#: "despite the risk of frost": under what circumstances it happened, not how sure it is.
_CIRCUMSTANCE: Final = re.compile(
    r"(?<!\w)(?:despite|notwithstanding|amid|amidst|because\sof|owing\sto|thanks\sto|regardless\sof|on\saccount\sof"
    r"|as\sa\sresult\sof|in\s(?:spite|view|light|defiance)\sof|in\sthe\s(?:face|light|wake)\sof"
    r"|(?:over|on|for|following)\s(?:\w+\s)?(?:fears?|concerns|worries)|in\san?\s(?:\w+\s)?(?:sign|signal)\s(?:that|of)|without\s\w+ing)\s[^,;:]+",
    re.IGNORECASE,
)
#: "not by the firm but by its owner", "the city, not the bank": denied is one part of the clause, not what it tells.
_NOT_BUT: Final = re.compile(
    r"\bnot\s(?:by|in|on|at|for|from|with|as|because|through|of|to|the|an?|his|her|its|their|one|two|only)\b[^;:]{1,100}?(?=,?\sbut\s)"
)
_SET_AGAINST: Final = re.compile(
    r",\snot\s(?:by|in|on|at|for|from|with|as|because|through|of|the|an?|his|her|its|their)\b[^,;:]*"
)
#: "the firm that closed [in May] will ...": its verb, and what may stand between two words of it.
_RELATIVE: Final = re.compile(
    r"\b(?!(?:and|but|or|nor|so|such|now|than|is|was)\s)[\w’'-]+\s(?=(?:who|which|that)\s(?:\w+ly\s|also\s|once\s)?(?P<verb>\w+))"
)
_WITHIN_VERB: Final = re.compile(r"\w+(?:['’]\w+)?\s(?:(?:not|never|also|still|since|\w+ly)\s)?\Z")
#: These are no second word of a verb.
_FINITE: Final = re.compile(
    r"(?:is|are|was|were|has|had|does|did|will|would|shall|should|can|could|may|might|must)\b"
)
#: "the treaty [he signed in May]": a clause that only its subject, a pronoun behind a noun, opens.
_CONTACT: Final = re.compile(
    r"\b(?:the|an?|any|every|no)\s(?P<noun>(?:[\w’'-]+\s){1,3}?)(?P<clause>(?:I|you|he|she|it|we|they)\s(?:\w+ly\s)?(?P<verb>[a-z]+(?:['’]t)?)\b)",
    re.IGNORECASE,
)


def told_within(
    tell: Callable[[str, Span], Modality], sentence: str, clause: Span, at: int
) -> Modality:
    """Return what `tell` finds in the part of the clause that speaks of `at`, of its main verb where that is MAIN."""
    told = tell(sentence, clause)
    if told in _PLAIN:
        return told
    plain, own = in_scope(sentence, clause, at)
    return told if (plain, own) == (sentence, clause) else tell(plain, own)


def in_scope(sentence: str, clause: Span, at: int) -> tuple[str, Span]:
    """Return the sentence, what does not speak of `at` in the clause as SPEECH characters, and where to read."""
    for pattern in (_CIRCUMSTANCE, _SET_AGAINST):
        for found in pattern.finditer(sentence, *clause):
            if pattern is _CIRCUMSTANCE or not has_verb(sentence, *found.span()):
                sentence = _hidden(sentence, found.span(), at)
    contrast = _NOT_BUT.search(sentence, clause[0])
    if contrast and contrast.start() < clause[1]:
        sentence = _hidden(sentence, (contrast.start(), min(contrast.end(), clause[1])), at)
    relative = _relative(sentence, clause)
    if relative is None:
        return sentence, _contact(sentence, clause, at) or clause
    if relative[0] <= at < relative[1]:
        return sentence, relative
    return _hidden(sentence, relative, at), clause


def _hidden(sentence: str, span: Span, at: int) -> str:
    start, end = span
    if start <= at < end:
        return sentence
    return sentence[:start] + SPEECH * (end - start) + sentence[end:]


def _relative(sentence: str, clause: Span) -> Span | None:
    """Return the relative clause between the subject of a clause and its verb."""
    opened = _RELATIVE.search(sentence, *clause)
    if opened is None or has_verb(sentence, clause[0], opened.end()):
        return None
    verb = first_verb(sentence, opened.end(), clause[1])
    own = _verb_behind(sentence, verb, clause[1]) if verb == opened.start("verb") else None
    return (opened.end(), own) if own is not None else None


def _verb_behind(sentence: str, verb: int, end: int) -> int | None:
    """Return where the verb after the group of verbs that begins at `verb` stands."""
    following = first_verb(sentence, verb + 1, end)
    while following is not None and _WITHIN_VERB.fullmatch(sentence, verb, following):
        if _FINITE.match(sentence, following):
            return following
        verb, following = following, first_verb(sentence, following + 1, end)
    return following


def _contact(sentence: str, clause: Span, at: int) -> Span | None:
    """Return the clause without a relative pronoun that holds `at`: "the treaty [he signed in May]"."""
    for found in _CONTACT.finditer(sentence, *clause):
        named = found["noun"].lower().split()
        if not is_verb(found["verb"]) or any(is_verb(word) for word in named):
            continue
        end = _verb_behind(sentence, found.start("verb"), clause[1]) or clause[1]
        if found.start("clause") <= at < end:
            return found.start("clause"), end
    return None

"""Which attributing words of a sentence govern what it tells at a date, and whose words they are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.extract.claims.complements import participle_says_so, says_so
from ingest.extract.claims.nominal import Nominal, nominals
from ingest.extract.claims.postposition import can_speak, is_inverted, is_postposed
from ingest.extract.claims.reach import (
    between_dashes,
    clause_around,
    clause_start,
    described_in,
    end_of_contact,
    end_of_fronted,
    start_of_aside,
)
from ingest.extract.claims.speech import Cue, cues
from ingest.extract.claims.subject_after import after
from ingest.extract.claims.subjects import before
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import KEPT, first_verb, has_verb

_AUTHOR: Final = frozenset(("i", "we"))
#: "he was told that", "was confirmed to have": the words name no speaker.
_PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|been|being|be|get|got)\s+(?:(?:\w+ly|also|now|since|later|first|still|all|both|never|not|then)\s+)?$"
)
_PASSIVE_WINDOW: Final = 20
#: "is reported to have written": the subject is the speaker.
_HAVE_SAID: Final = re.compile(
    r"\s+have\s+(?:said|written|told|warned|claimed|argued|admitted|promised)\b"
)
#: "went as far as saying", "began by warning": the phrase is the clause's own verb.
_WENT_SO_FAR: Final = re.compile(
    r"\b(?:as far as|so far as|(?:began|ended|replied|responded|reacted|countered)\s+by)$"
)
_SAYING_NOUN: Final = re.compile(r"\b(?:statement|letter|report|tweet|message|post)$")
#: "quoted Doe as saying", "Doe was quoted as saying".
_QUOTED: Final = re.compile(
    r"\b(?:quoted|cited)\s+(?P<who>(?!as\b)[^,;:]{2,80}?)\s+as\s+$|\b(?:quoted|cited)\s+as\s+$",
    re.IGNORECASE,
)
_QUOTED_WINDOW: Final = 110
#: "a pilot accused of murder": he is accused, he accuses nobody.
_ACCUSED: Final = re.compile(r"\s+(?:of|for|over|by|in|on)\b")
#: ", who had said that he would stay, ...": what is said in an aside stays in it.
_RELATIVE_ASIDE: Final = re.compile(r",\s(?:who|which)\s(?:\w+\s+){0,4}$")
#: "..., a claim the ministry denied".
_A_CLAIM: Final = re.compile(
    r",\s(?:an?|the)\s(?:claim|charge|allegation|accusation|report|statement|account|version)s?"
    r"\s(?:that\s|which\s)?$"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Attributing words with their reach in the sentence; offsets are the masked sentence's."""

    cue: Cue
    #: The noun phrase of the speaker, empty where it is the subject of the clause before; None where the words
    #: name nobody ("reportedly").
    subject: Span | None
    #: All that is attributed, the attributing words and their own date included.
    reach: Span
    #: What is said to be so, without the attributing words.
    content: Span
    #: Within its reach, what the author tells of the speaker: "Jane Doe, who came [in May], said ...".
    aside: Span = (0, 0)


@lru_cache(maxsize=KEPT)
def attributions(sentence: str) -> tuple[Attribution, ...]:
    """Return the attributions in a masked sentence, in order of their words."""
    by_verb = [found for cue in cues(sentence) if (found := _attribution(sentence, cue))]
    by_noun = [_by_noun(each) for each in nominals(sentence)]
    return tuple(sorted(by_verb + by_noun, key=_place) if by_noun else by_verb)


def _place(attribution: Attribution) -> int:
    return attribution.cue.start


def _by_noun(found: Nominal) -> Attribution:
    """Return "Doe's claim [in May] that ...", which reaches over what is claimed alone: the claim is an act."""
    cue = Cue(found.start, found.end, found.kind, found.word)
    return Attribution(cue, found.subject, found.content, found.content)


def governing(found: Sequence[Attribution], at: int) -> Attribution | None:
    """Return the attribution that governs offset `at`: the one it stands beside, else the innermost."""
    reaching = [
        each
        for each in found
        if each.reach[0] <= at < each.reach[1] and not each.aside[0] <= at < each.aside[1]
    ]
    return max(
        reaching,
        key=lambda each: (_is_beside(each, reaching, at), each.reach[0], -each.cue.start),
        default=None,
    )


def _is_beside(told: Attribution, others: Sequence[Attribution], at: int) -> bool:
    """Whether what is said stands before its verb, the date after it, and no other attribution between."""
    return told.content[1] <= told.cue.start <= at and not any(
        told.cue.start < each.cue.start < at and each.content[0] <= at < each.content[1]
        for each in others
    )


def speakers_before(found: Sequence[Attribution], at: int) -> Iterator[Span]:
    """Yield the subjects of attributions before `at`, the nearest first."""
    for each in reversed(found):
        if each.cue.start < at and each.subject and each.subject[0] < each.subject[1]:
            yield each.subject


def is_author(sentence: str, subject: Span) -> bool:
    """Whether the subject is the author of the text: "as we wrote in May"."""
    return sentence[subject[0] : subject[1]].strip().lower() in _AUTHOR


def _attribution(sentence: str, cue: Cue) -> Attribution | None:
    if cue.kind == "hearsay":
        spoke = _HAVE_SAID.match(sentence, cue.end)
        subject = before(sentence, cue.start) if spoke else None
        around = clause_around(sentence, cue)
        return Attribution(cue, subject, around, around)
    if cue.kind == "source":
        return _source(sentence, cue)
    if cue.kind == "accuse" and _ACCUSED.match(sentence, cue.end):
        return None
    quoted = _quoted_as_saying(sentence, cue)
    if quoted or _PASSIVE.search(sentence, max(cue.start - _PASSIVE_WINDOW, 0), cue.start):
        return quoted
    return _participle(sentence, cue) if cue.kind == "participle" else _by_verb(sentence, cue)


def _source(sentence: str, cue: Cue) -> Attribution | None:
    """Return "according to X": it reaches over its whole sentence, or back to the last semicolon."""
    subject = after(sentence, cue.end)
    if subject is None or (cue.word.lower() in _NAMING and not can_speak(sentence, subject)):
        return None
    start = max(sentence.rfind(mark, 0, cue.start) for mark in _PARTED) + 1
    start = start_of_aside(sentence, start, cue)
    end = end_of_fronted(sentence, start, cue, subject) or len(sentence)
    content = (start, cue.start) if sentence[start : cue.start].strip(" ,") else (subject[1], end)
    return Attribution(cue, subject, (start, end), content)


#: Part statements of one line; the second those of a headline and its page.
_PARTED: Final = (";", "|")
_NAMING: Final = ("citing", "quoting")


def _quoted_as_saying(sentence: str, cue: Cue) -> Attribution | None:
    found = _QUOTED.search(sentence, max(0, cue.start - _QUOTED_WINDOW), cue.start)
    if found is None:
        return None
    by_whom = found["who"] and not found["who"].startswith("by ")
    subject = found.span("who") if by_whom else before(sentence, found.start())
    return Attribution(cue, subject, (0, len(sentence)), (cue.end, len(sentence)))


def _participle(sentence: str, cue: Cue) -> Attribution | None:
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


def _by_verb(sentence: str, cue: Cue) -> Attribution | None:
    """Return the attribution by a finite verb: before what is said, after it, or amid it."""
    subject = before(sentence, cue.start)
    end = len(sentence)
    if is_inverted(sentence, cue) or is_postposed(sentence, cue, subject):
        return _postposed(sentence, cue)
    if subject is None:
        return None
    fronted = _as_said(sentence, cue, subject)
    if fronted is not None:
        return Attribution(cue, subject, (fronted, end), (cue.end, end))
    if not says_so(sentence, cue, subject) or _is_nobody(sentence, cue, subject):
        return None
    return _followed(sentence, cue, subject)


def _is_nobody(sentence: str, cue: Cue, subject: Span) -> bool:
    """Whether the words are part of "what Doe said", or nobody in particular says so."""
    if _NOBODY.match(sentence, subject[0]):
        return True
    free = _FREE_RELATIVE.search(sentence, max(subject[1] - _WINDOW, 0), subject[1])
    return free is not None and not _IS.match(sentence, cue.end)


def _followed(sentence: str, cue: Cue, subject: Span) -> Attribution:
    """Return the attribution of what follows the verb, with what stands before it in its clause."""
    end = len(sentence)
    aside = _RELATIVE_ASIDE.search(sentence, 0, cue.start)
    if aside and (closed := sentence.find(",", cue.end)) >= 0:
        return Attribution(cue, subject, (aside.start(), closed), (cue.end, closed))
    noun = _A_CLAIM.search(sentence, 0, subject[0]) if cue.kind == "deny" else None
    if noun:
        return Attribution(cue, subject, (0, end), (0, noun.start()))
    own = subject[0] if subject[0] < subject[1] else cue.start
    if cue.word.endswith("ing"):
        begun = cue.start  # "attacked it by accusing it of ...": the author tells of the attack
    elif _WHO_SAID.fullmatch(sentence, subject[1], cue.start):
        begun = sentence.rfind(" ", own, subject[1]) + 1 or own
    else:
        begun = 0 if _ASKED.match(sentence) else clause_start(sentence, own)
    begun, end = between_dashes(sentence, own, cue.end) or (begun, end)
    end = end_of_contact(sentence, own, cue.end) or end
    described = described_in(sentence, subject, cue.start)
    return Attribution(cue, subject, (begun, end), (cue.end, end), described)


def _as_said(sentence: str, cue: Cue, subject: Span) -> int | None:
    """Return where "As Jane Doe put it [in May], ..." begins, None for other words."""
    comma = _COMMA.match(sentence, cue.end) if subject[0] < subject[1] else None
    if comma is None or has_verb(sentence, cue.end, comma.end()):
        return None
    found = _AS.search(sentence, 0, subject[0])
    return found.start() if found else None


#: "Asked [on Monday] whether it was old, Doe said": on what occasion.
_ASKED: Final = re.compile(
    r"\W*(?:Asked|Speaking|Writing|Testifying|Appearing|Interviewed|Questioned|Pressed|Responding|Addressing)\b"
)
#: "As Jane Doe put it [in May], ..."
_AS: Final = re.compile(r"(?:^|[;:,]\s|\b(?:And|But|but|and)\s)[Aa]s\s+\Z")
_COMMA: Final = re.compile(r"\s*(?:(?:in|at|during|on|to)\s[^,;:]{2,50})?,")
#: "attacked officials [who] said it was closed": the author tells who attacked them, and when.
_WHO_SAID: Final = re.compile(r"\s+(?:who|which|that)\s(?:\w+\s+){0,2}")


def _postposed(sentence: str, cue: Cue) -> Attribution | None:
    """Return the attribution that stands after what is said, or amid it."""
    inverted = is_inverted(sentence, cue)
    subject = after(sentence, cue.end) if inverted else before(sentence, cue.start)
    if subject is None:
        return None
    start = max(sentence.rfind(mark, 0, cue.start) for mark in _PARTED) + 1
    inside = _IN_RELATIVE.search(sentence, max(subject[0] - _WINDOW, start), subject[0])
    if inside:
        return Attribution(cue, subject, (inside.start(), len(sentence)), (cue.end, len(sentence)))
    aside = inverted and _WHO.match(sentence, subject[1])
    end = subject[1] if aside else len(sentence)
    return Attribution(cue, subject, (start, end), (start, min(cue.start, subject[0])))


#: So far back stands what these words follow.
_WINDOW: Final = 80
#: "those who, [he claimed,] had gone": what is said begins at the pronoun.
_IN_RELATIVE: Final = re.compile(r"\b(?:who|which|that|because|when|where|if),\s*\Z")
#: "nobody said", "anyone who thinks": nobody in particular does.
_NOBODY: Final = re.compile(r"(?:anyone|anybody|nobody|no one|no-one|whoever)\b", re.IGNORECASE)
#: "you heard [what Doe] said"
_FREE_RELATIVE: Final = re.compile(
    r"\b(?:what|whatever|everything|anything|something|much)\b(?:\s[\w.’'-]+){0,5}\s*\Z",
    re.IGNORECASE,
)
_IS: Final = re.compile(r"\s+(?:\w+\s+)?(?:is|was|were|are)\b")
#: "with bloggers reporting fights [in May]": the participle has a subject of its own.
_WITH: Final = re.compile(r"\bwith\s(?P<who>[^,;:]{3,60}?)\s*\Z")
_NO_REPORT: Final = re.compile(r"\s+(?:to|for|of|in|on|from|at|live)\b")
#: "..., said Jane Doe, who began in [1952]": the author tells what follows.
_WHO: Final = re.compile(
    r"\s*,\s(?:(?:who|whose|whom)\b|(?:an?|the|his|her|one|once|formerly|now|then)\s[^,;]*$)"
)

"""The attributions of a sentence: whose words they are, and how far they reach. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ingest.extract.claims.attribution import Attribution
from ingest.extract.claims.complements import says_so
from ingest.extract.claims.lost_ends import lost_end, next_start
from ingest.extract.claims.nominal import Nominal, nominals
from ingest.extract.claims.participial import by_participle
from ingest.extract.claims.postposition import can_speak, is_inverted, is_postposed
from ingest.extract.claims.reach import (
    between_dashes,
    clause_around,
    clause_start,
    described_in,
    end_before_concession,
    end_of_contact,
    end_of_fronted,
    end_of_subordinate,
    start_of_aside,
)
from ingest.extract.claims.speech import Cue, cues
from ingest.extract.claims.subject_after import after
from ingest.extract.claims.subjects import before
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import KEPT, has_verb

#: "he was told that", "was confirmed to have": the words name no speaker.
_PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|been|being|be|get|got)\s+(?:(?:\w+ly|also|now|since|later|first|still|all|both|never|not|then)\s+)?$"
)
_PASSIVE_WINDOW: Final = 20
#: "is reported to have written": the subject is the speaker.
_HAVE_SAID: Final = re.compile(
    r"\s+have\s+(?:said|written|told|warned|claimed|argued|admitted|promised)\b"
)
#: "quoted Doe as saying", "Doe was quoted as saying".
_QUOTED: Final = re.compile(
    r"\b(?:quoted|cited)\s+(?P<who>(?!as\b)[^,;:]{2,80}?)\s+as\s+$|\b(?:quoted|cited)\s+as\s+$",
    re.IGNORECASE,
)
_QUOTED_WINDOW: Final = 110
#: "a pilot accused of murder": he is accused, he accuses nobody.
_ACCUSED: Final = re.compile(r"\s+(?:of|for|over|by|in|on|with)\b")
#: ", who had said that he would stay, ...": what is said in an aside stays in it.
_RELATIVE_ASIDE: Final = re.compile(r",\s(?:who|which)\s(?:\w+\s+){0,4}$")
#: "..., a claim the ministry denied".
_A_CLAIM: Final = re.compile(
    r",\s(?:an?|the)\s(?:claim|charge|allegation|accusation|report|statement|account|version)s?"
    r"\s(?:that\s|which\s)?$"
)


@lru_cache(maxsize=KEPT)
def attributions(sentence: str) -> tuple[Attribution, ...]:
    """Return the attributions in a masked sentence, in order of their words."""
    by_verb = [
        _before_next(sentence, found)
        for cue in cues(sentence)
        if (found := _attribution(sentence, cue))
    ]
    by_noun = [_by_noun(each) for each in nominals(sentence)]
    return tuple(sorted(by_verb + by_noun, key=_place) if by_noun else by_verb)


def _before_next(sentence: str, found: Attribution) -> Attribution:
    """Return the attribution with its reach cut where a sentence behind it begins without a stop between."""
    end = next_start(sentence, found.cue.end)
    if found.reach[1] <= end or (found.subject and found.subject[0] >= end):
        return found
    content = (found.content[0], min(found.content[1], end))
    return replace(found, reach=(found.reach[0], end), content=content)


def _place(attribution: Attribution) -> int:
    return attribution.cue.start


def _by_noun(found: Nominal) -> Attribution:
    """Return "Doe's claim [in May] that ...", which reaches over what is claimed alone: the claim is an act."""
    cue = Cue(found.start, found.end, found.kind, found.word)
    return Attribution(cue, found.subject, found.content, found.content)


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
    return by_participle(sentence, cue) if cue.kind == "participle" else _by_verb(sentence, cue)


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


def _by_verb(sentence: str, cue: Cue) -> Attribution | None:
    """Return the attribution by a finite verb: before what is said, after it, or amid it."""
    subject = before(sentence, cue.start)
    end = len(sentence)
    if is_inverted(sentence, cue) or is_postposed(sentence, cue, subject):
        whatever = subject and subject[0] < subject[1] and _is_nobody(sentence, cue, subject)
        return None if whatever else _postposed(sentence, cue)
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
        begun = cue.start - len(sentence[subject[1] : cue.start].lstrip())
    else:
        begun = 0 if _ASKED.match(sentence) else clause_start(sentence, own)
    begun, end = between_dashes(sentence, own, cue.end) or (begun, end)
    end = end_of_contact(sentence, own, cue.end) or end_of_subordinate(sentence, own, cue) or end
    end = min(end, end_before_concession(sentence, cue.end) or end)
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
    start = max(start, lost_end(sentence, min(subject[0], cue.start)))
    inside = _IN_RELATIVE.search(sentence, max(subject[0] - _WINDOW, start), subject[0])
    if inside:
        return Attribution(cue, subject, (inside.start(), len(sentence)), (cue.end, len(sentence)))
    aside = _WHO.match(sentence, subject[1]) if inverted else _WHICH.search(sentence, cue.end)
    end = len(sentence)
    if aside:
        end = subject[1] if inverted else aside.start()
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
#: "“...,” Doe wrote in a letter, which came out [in May]"
_WHICH: Final = re.compile(rf",\s(?:which|whose|where)\s[^{SPEECH}]*\Z")
#: "..., said Jane Doe, who began in [1952]": the author tells what follows.
_WHO: Final = re.compile(
    r"\s*,\s(?:(?:who|whose|whom)\b|(?:an?|the|his|her|one|once|formerly|now|then)\s[^,;]*$)"
)

"""Which attributing words of a sentence govern what it tells at a date, and whose words they are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.extract.sentences import Span
from ingest.extract.speech import Cue, cues
from ingest.extract.subjects import SPEECH, after, before
from ingest.extract.tokens import first_verb, has_verb
from ingest.extract.vocabulary import words

_AUTHOR: Final = frozenset(("i", "we"))
#: What may stand between a verb of saying and the verb of what is said: "announced [the old mine] had closed".
_FURTHEST_VERB: Final = 60
_NOT_BETWEEN: Final = re.compile(
    r"\b(?:which|who|whose|to|for|by|aimed|designed|called|based|against|after|before)\b"
)
_STRICT: Final = words(
    "decided agreed agrees agree proposed demanded demands demand guaranteed discovered ruled rules observed calculated"
    " recorded registered documented shows showed show found finds find felt feels assured posted expected thought"
    " recounted counted forecast forecasts"
)
_NOUN_OBJECT: Final = re.compile(
    r"\s+(?:at\s+least|more\s+than|up\s+to|about|some|nearly|over|almost|around|only|no|a\s+(?:total|drop|rise|loss|profit|case|death|further|new|phosphorus|strike|attack)"
    r"|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|many|heavy|fresh|further|new|the\s+(?:death|first|deaths|attack|strike|killing|arrest|presence|capture|loss|incident))\b)",
    re.IGNORECASE,
)
_OBJECT_VERBS: Final = re.compile(
    r"(?:report|confirm|estimat|record|register|count|acknowledg|admit|alleg|document)",
    re.IGNORECASE,
)
_TO_CLAIM: Final = re.compile(r"\s+to\s+(?:have|be)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Attributing words with their reach in the sentence; offsets are the masked sentence's."""

    cue: Cue
    #: The noun phrase of the speaker; None where the words name none ("reportedly").
    subject: Span | None
    #: All that is attributed, the attributing words and their own date included.
    reach: Span
    #: What is said to be so, without the attributing words.
    content: Span


def attributions(sentence: str) -> list[Attribution]:
    """Return the attributions in a masked sentence, in order of their words."""
    return [found for cue in cues(sentence) if (found := _attribution(sentence, cue))]


def governing(found: list[Attribution], at: int) -> Attribution | None:
    """Return the attribution that governs offset `at`: the innermost that reaches over it."""
    reaching = [each for each in found if each.reach[0] <= at < each.reach[1]]
    return max(reaching, key=lambda each: (each.reach[0], -each.cue.start), default=None)


def _attribution(sentence: str, cue: Cue) -> Attribution | None:
    if cue.kind == "hearsay":
        spoke = _HAVE_SAID.match(sentence, cue.end)
        subject = before(sentence, cue.start) if spoke else None
        return Attribution(cue, subject, *_clause_around(sentence, cue))
    if cue.kind == "source":
        return _source(sentence, cue)
    quoted = _quoted_as_saying(sentence, cue)
    if quoted or _PASSIVE.search(sentence, max(cue.start - 20, 0), cue.start):
        return quoted
    return _participle(sentence, cue) if cue.kind == "participle" else _by_verb(sentence, cue)


def _by_verb(sentence: str, cue: Cue) -> Attribution | None:
    """Return the attribution by a finite verb: before what is said, after it, or amid it."""
    if _is_postposed(sentence, cue):
        return _postposed(sentence, cue)
    subject = before(sentence, cue.start)
    if subject is None or not _says_so(sentence, cue, subject):
        return None
    aside = _RELATIVE_ASIDE.search(sentence, 0, cue.start)
    if aside and (closed := sentence.find(",", cue.end)) >= 0:
        return Attribution(cue, subject, (aside.start(), closed), (cue.end, closed))
    noun = _A_CLAIM.search(sentence, 0, subject[0]) if cue.kind == "deny" else None
    if noun:
        return Attribution(cue, subject, (0, len(sentence)), (0, noun.start()))
    start = _clause_start(sentence, subject[0])
    return Attribution(cue, subject, (start, len(sentence)), (cue.end, len(sentence)))


def _source(sentence: str, cue: Cue) -> Attribution | None:
    """Return "according to X": it reaches over its whole sentence, or back to the last semicolon."""
    subject = after(sentence, cue.end)
    if subject is None:
        return None
    start = sentence.rfind(";", 0, cue.start) + 1
    end = len(sentence)
    content = (start, cue.start) if sentence[start : cue.start].strip(" ,") else (subject[1], end)
    return Attribution(cue, subject, (start, end), content)


def _participle(sentence: str, cue: Cue) -> Attribution | None:
    """Return ", saying that ...", whose subject is the sentence's."""
    lead = sentence[: cue.start].rstrip()
    if _WENT_SO_FAR.search(lead):
        return Attribution(cue, (0, 0), (0, len(sentence)), (cue.end, len(sentence)))
    if not lead.endswith((",", " and", SPEECH)) and not re.search(
        r"\b(?:statement|letter|report|tweet|message|post)$", lead
    ):
        return None
    return Attribution(
        cue, (cue.start, cue.start), (cue.start, len(sentence)), (cue.end, len(sentence))
    )


#: "he was told that", "was confirmed to have": the words name no speaker.
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|being|be|get|got)\s+(?:\w+ly\s+)?$")
#: "is reported to have written": the subject is the speaker.
_HAVE_SAID: Final = re.compile(
    r"\s+have\s+(?:said|written|told|warned|claimed|argued|admitted|promised)\b"
)
_FREE_PARTICIPLES: Final = ("saying", "stating", "claiming", "insisting", "telling", "warning")
#: "went as far as saying", "began by warning": the phrase is the clause's own verb.
_WENT_SO_FAR: Final = re.compile(
    r"\b(?:as far as|so far as|(?:began|ended|replied|responded|reacted|countered) by)$"
)
_QUOTED: Final = re.compile(
    r"\b(?:quoted|cited)\s+(?P<who>(?!as\b)[^,;:]{2,80}?)\s+as\s+$|\b(?:quoted|cited)\s+as\s+$",
    re.IGNORECASE,
)


def _quoted_as_saying(sentence: str, cue: Cue) -> Attribution | None:
    found = _QUOTED.search(sentence, max(0, cue.start - 110), cue.start)
    if found is None:
        return None
    subject = found.span("who") if found["who"] else before(sentence, found.start())
    return Attribution(cue, subject, (0, len(sentence)), (cue.end, len(sentence)))


def _is_postposed(sentence: str, cue: Cue) -> bool:
    """Whether the statement comes first: "..., Doe said." or "..., said Doe"."""
    lead = sentence[: cue.start].rstrip()
    if _is_inverted(sentence, cue, lead):
        return True
    subject = before(sentence, cue.start)
    if not subject or subject[0] >= subject[1]:
        return False
    head = sentence[: subject[0]].rstrip()
    if not head.endswith((",", SPEECH, "—", "–", " -", "?", "!")):
        return False
    stated = SPEECH in head or has_verb(sentence, 0, len(head))
    return stated and not _content_follows(sentence, cue.end)


#: Verbs of the stricter class that stand before their subject too: "..., reports Jane Doe".
_INVERTIBLE: Final = words(
    "announced reports reported confirmed confirms believes predicted predicts estimates estimated suggests suggested"
    " admitted acknowledged conceded vowed promised revealed recounted"
)


def _is_inverted(sentence: str, cue: Cue, lead: str) -> bool:
    """Whether the speaker follows the verb: "..., said Jane Doe, a lawyer"."""
    if not (cue.kind == "say" or cue.word in _INVERTIBLE) or not lead.endswith(
        (",", SPEECH, "?", "!")
    ):
        return False
    if not _NOUN_FOLLOWS.match(sentence, cue.end):
        return False
    subject = after(sentence, cue.end)
    return subject is not None and not has_verb(sentence, *subject)


def _content_follows(sentence: str, start: int) -> bool:
    """Whether what is said follows the verb: direct speech, "that", or a clause up to the next comma."""
    stop = _STOP.search(sentence, start)
    end = stop.start() if stop else len(sentence)
    rest = sentence[start:end]
    if stop and stop.group() in (":", SPEECH) and not rest.strip(" ,"):
        return True
    return _THAT.match(rest) is not None or has_verb(sentence, start, end)


def _postposed(sentence: str, cue: Cue) -> Attribution | None:
    lead = sentence[: cue.start].rstrip()
    if _is_inverted(sentence, cue, lead):
        subject = after(sentence, cue.end)
    else:
        subject = before(sentence, cue.start)
    if subject is None:
        return None
    start = sentence.rfind(";", 0, cue.start) + 1
    end = len(sentence)
    return Attribution(cue, subject, (start, end), (start, min(cue.start, subject[0])))


def _says_so(sentence: str, cue: Cue, subject: Span) -> bool:
    """Whether the verb comes with what a verb of its class needs to attribute something."""
    if cue.kind in ("accuse", "deny"):
        return True
    if not _is_finite(sentence, cue, subject):
        return False
    rest = sentence[cue.end :]
    if cue.kind == "say":
        return (bool(rest.strip(" .")) or subject[0] > 0) and not _GOES_ON.match(rest)
    if _OBJECT_VERBS.match(cue.word) and _NOUN_OBJECT.match(rest):
        return True
    if cue.word.startswith("claim") and _TO_CLAIM.match(rest):
        return True
    return _clause_follows(sentence, cue)


def _is_finite(sentence: str, cue: Cue, subject: Span) -> bool:
    """Whether the cue is a verb with this subject, and not a noun of the same form ("the claims")."""
    if subject[0] >= subject[1] and cue.word in _NOUNS_TOO:
        return sentence[: cue.start].rstrip().rpartition(" ")[2] in _SHARING
    return _agrees(sentence[subject[0] : subject[1]].rstrip(), cue.word)


_NOUN_FOLLOWS: Final = re.compile(
    r"\s+(?!(?:that|it|he|she|they|we|I|in|on|to|at|of|as|if|so|there)\b)[\w“]"
)
_STOP: Final = re.compile(rf"[,;:.?!){SPEECH}]")
_THAT: Final = re.compile(r"\s*(?:\w+\s+){0,3}that\b")
#: ", who had said that he would stay, ...": what is said in an aside stays in it.
_RELATIVE_ASIDE: Final = re.compile(r",\s(?:who|which)\s(?:\w+\s+){0,4}$")
#: "..., a claim the ministry denied".
_A_CLAIM: Final = re.compile(
    r",\s(?:an?|the)\s(?:claim|charge|allegation|accusation|report|statement|account|version)s?\s(?:that\s|which\s)?$"
)
#: "..., which": what looked like a verb was a noun.
_GOES_ON: Final = re.compile(r"\s*,\s(?:which|who|whom|whose|where)\b")


def _clause_follows(sentence: str, cue: Cue) -> bool:
    """Whether a clause is what is said: with "that", in quotation marks, or with a verb soon after."""
    stop = _STOP.search(sentence, cue.end)
    end = stop.start() if stop else len(sentence)
    rest = sentence[cue.end : end]
    if stop and stop.group() in (":", SPEECH) and len(rest) <= _SHORT_ASIDE:
        return True
    if _THAT.match(rest):
        return True
    verb = first_verb(sentence, cue.end, min(end, cue.end + _FURTHEST_VERB))
    if verb is None or cue.word in _STRICT:
        return False
    between = sentence[cue.end : verb]
    passive = _PAST_BY.match(sentence, verb) is not None
    return bool(between.strip()) and not passive and _NOT_BETWEEN.search(between) is None


#: "announced in a statement: “...”"
_SHORT_ASIDE: Final = 30
_PAST_BY: Final = re.compile(r"\w+ed\s+(?:by|in|on|at|for|from|to)\b")
#: Base forms, which are nouns too: "the victims' claim", "a report"; they need a plural subject.
_BASE_FORMS: Final = words(
    "say claim argue warn report confirm admit estimate forecast predict suggest indicate imply believe think"
    " hope fear expect promise vow pledge threaten agree show find note demand acknowledge concede reveal"
    " announce contend deny reject accuse blame"
)
_NOUN_FORMS: Final = words(
    "claims reports notes estimates rules states shows forecasts hopes fears demands finds promises pledges threats"
    " counts records documents registers forecast estimate"
)
_NOUNS_TOO: Final = _BASE_FORMS | _NOUN_FORMS
#: What joins a verb to the subject of the clause before.
_SHARING: Final = words("and but or also then who which that , later")
_PLURALS: Final = words(
    "they we i you people police many some others men women children both most critics two three several few"
    " media data all forces those"
)


#: "depending on the estimate": what follows an article is no verb.
_ARTICLES: Final = (["the"], ["a"], ["an"], ["his"], ["her"], ["its"], ["their"], ["this"], ["no"])


def _agrees(subject: str, verb: str) -> bool:
    """Whether the verb form can go with the subject; an empty subject is the clause's before."""
    if subject.endswith(("'", "’", "'s", "’s")) or subject.lower().split()[-1:] in _ARTICLES:
        return False
    if verb not in _BASE_FORMS or not subject:
        return True
    phrase = subject.lower().split()
    head = re.split(r"\s(?:of|in|at|for|from|with|on)\s", subject.lower())[0].split()[-1]
    return head in _PLURALS or head.endswith("s") or phrase[-1] in _PLURALS or " and " in subject


def _clause_around(sentence: str, cue: Cue) -> tuple[Span, Span]:
    start = (
        max(sentence.rfind(mark, 0, cue.start) for mark in (";", ":", SPEECH, ", but ", ", and "))
        + 1
    )
    ends = [
        at
        for mark in (";", SPEECH, ", but ", ", and ")
        if (at := sentence.find(mark, cue.end)) >= 0
    ]
    span = (start, min(ends, default=len(sentence)))
    return span, span


def _clause_start(sentence: str, subject: int) -> int:
    """Return where the clause of the subject begins, its leading adverbials included."""
    start = 0
    for found in _CLAUSE_BREAK.finditer(sentence, 0, subject):
        if has_verb(sentence, start, found.start()):
            start = found.start()
    return start


_CLAUSE_BREAK: Final = re.compile(
    rf"[;:{SPEECH}]|,\s|\s(?:but|and|while|whereas|although|though|as|because|that|which|who)\s|\s[–—-]\s",
    re.IGNORECASE,
)


def speakers_before(found: list[Attribution], at: int) -> Iterator[Span]:
    """Yield the subjects of attributions before `at`, the nearest first."""
    for each in reversed(found):
        if each.cue.start < at and each.subject and each.subject[0] < each.subject[1]:
            yield each.subject


def is_author(sentence: str, subject: Span) -> bool:
    """Whether the subject is the author of the text: "as we wrote in May"."""
    return sentence[subject[0] : subject[1]].strip().lower() in _AUTHOR

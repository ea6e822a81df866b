"""Which mention leads an event, and under whose title: the words that tell best what all tell. Pure."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ingest.cluster.likeness.origins import origin_of
from ingest.cluster.reading.features import Features
from ingest.cluster.reading.forms import form
from ingest.dates import PRECISIONS
from ingest.model import Mention

_BASIS_ORDER: Final = ("explicit", "relative", "context", "published")
#: So many words, the most shared ones, tell what an event is.
_USUAL_WORDS: Final = 12
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
#: A title that opens so leans on a sentence before it, talks to the reader, or comes to the point later.
_LEANING_WORDS: Final = (
    "it he she they we i you this that these those there here his her their its such so well now then do did"
    " does what why how earlier later other another also even just only after although amid among as because"
    " before despite following from given if like since though to under unlike while when with according"
)
_LEANING: Final = frozenset(_LEANING_WORDS.split())
#: So does one whose subject is a pronoun, behind its date or below its headline too: "On May 3, it reached", "The bridge: It fell".
_PRONOUN: Final = re.compile(
    r"(?:.*: )?(?:(?:on|in|at|by|during|since|from)\s[^,:]{1,40}(?:,\s\d{4})?,\s"
    r"|(?:on|in|by|since|until)\s(?-i:[A-Z0-9])\w*(?:\s(?-i:[A-Z0-9])\w*)?\s|(?:\w+\s){1,3}later,?\s)?"
    r"(?:it|he|she|they|its|his|her|their|we|i)\s",
    re.IGNORECASE,
)
_LEANS: Final = 0.6
#: A title that was cut says less than a whole one; one that begins in the middle of a sentence less still.
_CUT: Final = 0.85
_OPENS_MIDWAY: Final = 0.4
#: Words that open a clause in which a date is told in passing ("Oil has leaked since the rig sank on Thursday").
_IN_PASSING: Final = re.compile(
    r"\b(?:since|after|before|when|while|which|who|whose|because|where|following|until|though|although)\b",
    re.IGNORECASE,
)
_PASSES: Final = 0.9
#: One who doubts what others assert does not speak for them.
_STANDS_APART: Final = 0.8
_OPENING: Final = re.compile(r"[\w“\"‘'$£€#@(\[]")
_ELLIPSIS: Final = "…"


def lead_of(members: Sequence[Features]) -> Features:
    """Return the member whose date and words stand for the event that `members` tell of.

    A date in the words goes before a day of publication, a narrower before a vaguer, one that more
    origins give before one that fewer do. Of the mentions that give it, the one whose title says what
    the others say and little else; of equal ones a report, then the earliest.
    """
    if len(members) == 1:
        return members[0]
    dated = _best_dated(members)
    usual = _Usual(members)
    return max(
        dated,
        key=lambda member: (
            usual.told_by(member),
            member.mention.kind != "passage",
            -_BASIS_ORDER.index(member.mention.basis),
        ),
    )


def title_of(members: Sequence[Features], lead: Features) -> str:
    """Return the title of the event that `lead` leads: its own, or the headline of a report that says more.

    A headline of its own says more than a title whose subject is a pronoun.
    """
    reports = [member for member in members if member.mention.kind != "passage"]
    if not reports or lead.mention.kind != "passage":
        return lead.mention.title
    usual = _Usual(members)
    best = max(reports, key=usual.told_by)
    own, headline = lead.mention.title, best.mention.title
    is_pronoun = _PRONOUN.match(own) is not None and _PRONOUN.match(headline) is None
    return headline if is_pronoun or usual.told_by(best) >= usual.told_by(lead) else own


def _best_dated(members: Sequence[Features]) -> list[Features]:
    origins: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for member in members:
        origins[_date_of(member)].add(origin_of(member))

    def rank(member: Features) -> tuple[bool, int, int]:
        mention = member.mention
        given = mention.basis != "published"
        grade = max(PRECISIONS.index(mention.when.precision), PRECISIONS.index("day"))
        return given, -grade, len(origins[_date_of(member)])

    ranks = [rank(member) for member in members]
    best = max(ranks)
    return [member for member, found in zip(members, ranks, strict=True) if found == best]


def _date_of(member: Features) -> tuple[str, str]:
    return member.mention.relation, member.mention.when.edtf


def _tells_in_passing(mention: Mention) -> bool:
    """Whether the date does not stand in the clause that the words open with."""
    if mention.date_text_start is None:
        return False
    before = mention.quote[: max(0, mention.date_text_start - mention.start)]
    return _IN_PASSING.search(before) is not None


def _leans(title: str) -> bool:
    """Whether a title says what it tells of only to who has read on."""
    first = _WORD.search(title)
    leaning = first is not None and first.group().casefold() in _LEANING
    return leaning or title.endswith("?") or _PRONOUN.match(title) is not None


class _Usual:
    """The words that the members of an event use near its date."""

    def __init__(self, members: Sequence[Features]) -> None:
        self._common = Counter(name for member in members for name in member.near)
        self._most = self._common.most_common(_USUAL_WORDS)
        self._standing = Counter(member.standing for member in members).most_common(1)[0][0]
        #: Of members that tell it in the same words one is asked.
        self._known: dict[tuple[object, ...], float] = {}

    def told_by(self, member: Features) -> float:
        """Return how well a member's title stands for what all tell, 0 to 1."""
        told = member.wording, member.mention.title, member.standing
        known = self._known.get(told)
        if known is None:
            known = self._known[told] = self._stands_for(member)
        return known

    def _stands_for(self, member: Features) -> float:
        title = member.mention.title
        words = _WORD.findall(title)
        stems = [form(word).stem for word in words]
        told = {name: member.near[name] for name in stems if name in member.near}
        found = self._typicality(told)
        if title.endswith(_ELLIPSIS):
            found *= _CUT
        if not _OPENING.match(title):
            found *= _OPENS_MIDWAY
        elif _leans(title):
            found *= _LEANS
        if _tells_in_passing(member.mention):
            found *= _PASSES
        if member.standing != self._standing:
            found *= _STANDS_APART
        return round(found, 6)

    def _typicality(self, told: Mapping[str, float]) -> float:
        """Return the harmonic mean of two shares, 0 to 1.

        Of the words `told`, those that others use too; of the words that most use, those told.
        """
        if not told:
            return 0.0
        others = math.fsum(weight * (self._common[name] - 1) for name, weight in told.items())
        mine = others / ((math.fsum(told.values()) or 1.0) * max(1, self._most[0][1] - 1))
        covered = sum(count for name, count in self._most if name in told)
        theirs = covered / sum(count for _, count in self._most)
        return 2 * mine * theirs / (mine + theirs) if mine + theirs else 0.0

"""How many people a mention says a happening struck, so that tellings that differ can be shown as disputed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from ingest.cluster.reading.passage import Passage
from ingest.cluster.reading.words import HAPPENING, MONTHS, stem

#: Who is counted.
_PEOPLE: Final = (
    "people person workers worker soldiers troops civilians children men women passengers victims"
    " others protesters demonstrators crew crewmen hostages prisoners students patients residents"
    " police officers migrants"
)
#: What became of them, other than the sorts of happening: what differs must be the same thing.
_FATES: Final = "missing trapped infected homeless"
_SORTS: Final = ("death", "injury", "arrest", "kidnapping", "evacuation", "layoff")
#: "At least" and its like make a figure a bound, which later figures do not contradict; "of" a part.
_BOUNDS: Final = (
    "least most than over up about around nearly almost some roughly approximately estimated"
    " between more fewer under another of"
)
#: What a number may count that is no people ("two days later, killing").
_UNITS: Final = "hour day week month year decade percent mile foot"
_PEOPLE_STEMS: Final = frozenset(map(stem, _PEOPLE.split()))
_FATE_STEMS: Final = frozenset(map(stem, _FATES.split())) | {HAPPENING + sort for sort in _SORTS}
_BOUND_STEMS: Final = frozenset(map(stem, _BOUNDS.split()))
_UNIT_STEMS: Final = frozenset(map(stem, _UNITS.split()))
_SCALES: Final = frozenset(map(stem, ("million", "thousand", "hundred", "billion")))
#: "11 rig workers": so many words may stand between a figure and what it counts.
_BETWEEN: Final = 2
#: "killed 11 workers", "11 rig workers were killed": so far from a figure the fate may stand.
_FATE_WITHIN: Final = 5
#: A figure further than this from the date belongs to something else that the sentence tells.
_NEAR_DATE: Final = 12

#: What became of them, and of how many.
Count = tuple[str, str]


def counts(passage: Passage) -> tuple[Count, ...]:
    """Return what became of how many people near the date; bounds ("at least 11") are left out."""
    found = []
    for place in passage.figures:
        if _counts_people(passage, place):
            fate = _fate(passage, place)
            if fate is not None:
                found.append((fate, passage.forms[place].stem.replace(",", "")))
    return tuple(found)


def tolls(passage: Passage) -> frozenset[int]:
    """Return the places of the numbers that count people, or what became of them, exactly or not."""
    return frozenset(
        place
        for place in passage.figures
        if not _PEOPLE_STEMS.isdisjoint(_next_stems(passage, place))
        or _fate(passage, place) is not None
    )


def _next_stems(passage: Passage, place: int) -> list[str]:
    return [form.stem for form in passage.forms[place + 1 : place + 2 + _BETWEEN]]


def _counts_people(passage: Passage, place: int) -> bool:
    words = passage.forms
    distance = passage.distance(place)
    if distance is not None and not 0 < distance <= _NEAR_DATE:
        return False
    before = {each.stem for each in words[max(0, place - 2) : place]}
    next_words = _next_stems(passage, place)
    if not next_words or before & _BOUND_STEMS or next_words[0] in _SCALES | _UNIT_STEMS:
        return False
    if _has_other_month(passage, passage.clauses[place]):
        return False
    return next_words[0] in _FATE_STEMS or not _PEOPLE_STEMS.isdisjoint(next_words)


def _has_other_month(passage: Passage, clause: int) -> bool:
    """Whether a clause names a month that is not of the mention's date."""
    return any(
        passage.clauses[place] == clause and word.stem in MONTHS and passage.distance(place) != 0
        for place, word in enumerate(passage.forms)
    )


def _fate(passage: Passage, place: int) -> str | None:
    """Return the nearest word of a fate in the figure's clause; None where another figure is its object."""
    words = passage.forms
    clause = passage.clauses[place]
    around = range(max(0, place - _FATE_WITHIN), min(len(words), place + 1 + _FATE_WITHIN))
    told = [
        other
        for other in around
        if passage.clauses[other] == clause and words[other].stem in _FATE_STEMS
    ]
    nearest = min(told, key=lambda other: (abs(other - place), other), default=None)
    if nearest is None:
        return None
    between = range(min(place, nearest) + 1, min(max(place, nearest) + 2, len(words)))
    takes_another = any(words[other].is_number for other in between if other != place)
    return None if takes_another else words[nearest].stem


def conflict(told: Sequence[tuple[Count, ...]]) -> tuple[Count, Count] | None:
    """Return the first two counts of one thing that differ, None where all agree.

    A telling that gives several numbers of one thing (dead here and there) contradicts nobody.
    """
    single = [
        {what: number for what, number in each if sum(other == what for other, _ in each) == 1}
        for each in told
    ]
    for one, other in combinations(single, 2):
        for what in sorted(one.keys() & other.keys()):
            if one[what] != other[what]:
                return (what, one[what]), (what, other[what])
    return None

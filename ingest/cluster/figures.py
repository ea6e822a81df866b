"""How many people a mention counts, so that tellings that differ can be shown as disputed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from ingest.cluster.passage import Passage
from ingest.cluster.words import stem

#: What is counted; "at least" and its like make a figure a bound, which later figures do not contradict.
_PEOPLE: Final = (
    "people person workers worker soldiers troops civilians children men women passengers victims"
    " others dead killed injured wounded arrested protesters demonstrators crew crewmen hostages"
    " prisoners students patients residents police officers migrants"
)
_BOUNDS: Final = (
    "least most than over up about around nearly almost some roughly approximately estimated"
    " between more fewer under another"
)
_PEOPLE_STEMS: Final = frozenset(stem(word) for word in _PEOPLE.split())
_BOUND_STEMS: Final = frozenset(stem(word) for word in _BOUNDS.split())
#: "11 rig workers": so many words may stand between a figure and what it counts.
_BETWEEN: Final = 2
_SCALES: Final = frozenset({stem("million"), stem("thousand"), stem("hundred"), stem("billion")})

#: What is counted, and how many.
Count = tuple[str, str]


def counts(passage: Passage) -> tuple[Count, ...]:
    """Return the exact counts of people in a passage; bounds ("at least 11") are left out."""
    words = passage.words
    found = []
    for place, word in enumerate(words):
        if not word.is_number:
            continue
        before = {each.stem for each in words[max(0, place - 2) : place]}
        if passage.distance(place) == 0 or before & _BOUND_STEMS:
            continue
        after = words[place + 1 : place + 2 + _BETWEEN]
        if after and after[0].stem in _SCALES:
            continue
        counted = next((each.stem for each in after if each.stem in _PEOPLE_STEMS), None)
        if counted is not None:
            found.append((counted, word.stem.replace(",", "")))
    return tuple(found)


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

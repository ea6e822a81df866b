"""A component of alike mentions into clusters of one happening each. Pure, of the component alone.

One sentence that names two happenings ties them in one component; it must not make them one event. So the
most alike are joined first, and two clusters become one only when enough of their members are alike, all on
average (average linkage: Sokal and Michener 1958), and the times of all agree.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple

from ingest.cluster.likeness.similarity import ALIKE, APART, SAME
from ingest.cluster.reading.times import Time, agreement

#: Of the pairs between two clusters half must be alike; of large ones, half of so many.
_ASKED: Final = 4
_SHARE: Final = 0.5
#: The mean score that those of them must have that were compared: one happening is as likely as two.
_MEAN: Final = 0.5

#: What is as like two happenings, as a telling with a vague date may be, is of the one that more tell: for each
#: doubling of the alike pairs this share of a score is added, less than what tells two happenings apart.
_OF_MANY: Final = 0.05

#: For each place, the places that it was compared with, and the score.
Ties = Mapping[int, Mapping[int, float]]
#: How alike two clusters are (negative: the most alike come first) and their names, the smaller first.
_Bid = tuple[float, int, int]


class _Tie(NamedTuple):
    """What the pairs between two clusters say, as far as they were compared."""

    #: How many were compared, and the sum of their scores.
    compared: int
    total: float
    #: How many of them are alike, and the sum of the scores of those.
    alike: int
    total_alike: float
    best: float

    def with_others(self, other: _Tie) -> _Tie:
        """Return what these pairs and `other` ones say together."""
        return _Tie(
            self.compared + other.compared,
            self.total + other.total,
            self.alike + other.alike,
            self.total_alike + other.total_alike,
            max(self.best, other.best),
        )


def split(
    groups: Sequence[Sequence[int]], times: Mapping[int, Time], ties: Ties
) -> list[list[int]]:
    """Return clusters of places, each sorted, in the order of their first places.

    Places are in rank order; `groups` part them into those that must stay together.
    """
    clusters = _Clusters(groups, times, ties)
    bids = [bid for name in clusters.members for bid in clusters.bids(name, clusters.later(name))]
    heapify(bids)
    while bids:
        bid = heappop(bids)
        _, one, other = bid
        # Clusters that have grown since the bid are bid for anew.
        if clusters.bid(one, other) == bid and clusters.agree(one, other):
            for new in clusters.bids(one, clusters.join(one, other)):
                heappush(bids, new)
    return [sorted(clusters.members[name]) for name in sorted(clusters.members)]


class _Clusters:
    """A partition of places that grows by joining clusters; each is named by its first place."""

    def __init__(
        self, groups: Iterable[Sequence[int]], times: Mapping[int, Time], ties: Ties
    ) -> None:
        self.members = {min(group): list(group) for group in groups}
        self._times = {
            name: {times[place] for place in group} for name, group in self.members.items()
        }
        #: For each cluster those that it was compared with.
        self._ties: dict[int, dict[int, _Tie]] = defaultdict(dict)
        #: For each cluster those with which it shares no event.
        self._apart: dict[int, set[int]] = defaultdict(set)
        name_of = {place: name for name, group in self.members.items() for place in group}
        for place, scores in sorted(ties.items()):
            for other, score in sorted(scores.items()):
                one, two = name_of[place], name_of[other]
                if score == APART:
                    self._apart[one].add(two)
                elif place < other and one != two:
                    self._tie(one, two, _tie_of(score))

    def _tie(self, one: int, other: int, tie: _Tie) -> None:
        known = self._ties[one].get(other)
        both = known.with_others(tie) if known else tie
        self._ties[one][other] = self._ties[other][one] = both

    def later(self, name: int) -> list[int]:
        """Return the clusters after a cluster that have ties to it."""
        return [other for other in self._ties[name] if other > name]

    def bids(self, name: int, others: Iterable[int]) -> Iterator[_Bid]:
        """Yield how alike a cluster is to each of `others` to which it is alike enough."""
        for other in others:
            bid = self.bid(min(name, other), max(name, other))
            if bid is not None:
                yield bid

    def bid(self, one: int, other: int) -> _Bid | None:
        """Return how alike two clusters are, None where they are not alike enough or no more there."""
        tie = self._ties[one].get(other)
        if tie is None or tie.best < SAME or tie.total < _MEAN * tie.compared:
            return None
        pairs = min(len(self.members[one]) * len(self.members[other]), _ASKED)
        if tie.alike < _SHARE * pairs:
            return None
        likeness = tie.total_alike / max(tie.alike, pairs)
        return (-likeness - _OF_MANY * math.log2(tie.alike), one, other)

    def agree(self, one: int, other: int) -> bool:
        """Whether each time of one cluster agrees with each of the other, and none tells of other names."""
        return other not in self._apart[one] and all(
            agreement(a, b) is not None for a in self._times[one] for b in self._times[other]
        )

    def join(self, one: int, other: int) -> list[int]:
        """Make two clusters one, named as the first of them; return those whose likeness to it may have changed."""
        was_small = len(self.members[one]) < _ASKED
        self.members[one] += self.members.pop(other)
        self._times[one] |= self._times.pop(other)
        for each in self._apart.pop(other, set()):
            self._apart[each].add(one)
            self._apart[one].add(each)
        mine, moved = self._ties[one], self._ties.pop(other)
        for neighbour, tie in moved.items():
            del self._ties[neighbour][other]
            if neighbour != one:
                self._tie(one, neighbour, tie)
        # Of a cluster that is large already no more pairs are asked as it grows.
        return list(mine) if was_small else [each for each in moved if each != one]


def _tie_of(score: float) -> _Tie:
    is_alike = score >= ALIKE
    return _Tie(1, score, is_alike, score * is_alike, score)

"""A component of alike mentions into clusters of one happening each. Pure, of the component alone.

One sentence that names two happenings ties them in one component; it must not make them one event. So a
mention joins a cluster only when it is alike to enough of its members and its time agrees with all, and
two clusters become one on the same terms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ingest.cluster.times import Time, agreement

#: Of so many pairs of a mention and a cluster, or of two clusters, half must be alike.
_ASKED_OF_MENTION: Final = 4
_ASKED_OF_CLUSTER: Final = 6
_SHARE: Final = 0.5

#: For each place, the places that it is alike to, with the score.
Ties = Mapping[int, Mapping[int, float]]


class Clusters:
    """A partition of places 0 to n-1 that grows by joining clusters."""

    def __init__(
        self, groups: Iterable[Sequence[int]], times: Mapping[int, Time], ties: Ties
    ) -> None:
        self._ties = ties
        self._times = times
        self.members: dict[int, list[int]] = {}
        self._of: dict[int, int] = {}
        for group in groups:
            self.members[group[0]] = list(group)
            self._of.update(dict.fromkeys(group, group[0]))

    def neighbours(self, name: int) -> dict[int, tuple[int, float]]:
        """Return the clusters with ties to cluster `name`: how many ties, and the sum of scores."""
        found: defaultdict[int, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
        for place in self.members[name]:
            for other, score in self._ties.get(place, {}).items():
                neighbour = self._of[other]
                if neighbour != name:
                    count, total = found[neighbour]
                    found[neighbour] = (count + 1, total + score)
        return found

    def agree(self, one: int, other: int) -> bool:
        """Whether each time of one cluster agrees with each of the other."""
        mine = {self._times[place] for place in self.members[one]}
        theirs = {self._times[place] for place in self.members[other]}
        return all(agreement(a, b) is not None for a in mine for b in theirs)

    def join(self, one: int, other: int) -> int:
        """Make two clusters one; return its name, the smaller of theirs."""
        kept, gone = min(one, other), max(one, other)
        moved = self.members.pop(gone)
        self.members[kept] = sorted(self.members[kept] + moved)
        self._of.update(dict.fromkeys(moved, kept))
        return kept


def split(
    groups: Sequence[Sequence[int]], times: Mapping[int, Time], ties: Ties
) -> list[list[int]]:
    """Return clusters of places, each sorted, in the order of their first places.

    Places are in rank order; `groups` part them into those that must stay together.
    """
    clusters = Clusters(groups, times, ties)
    for name in sorted(clusters.members):
        if name in clusters.members:
            _join_best(clusters, name, _ASKED_OF_MENTION, before=name)
    changed = True
    while changed:
        changed = False
        for name in sorted(clusters.members):
            if name in clusters.members:
                changed |= _join_best(clusters, name, _ASKED_OF_CLUSTER, before=None)
    return [clusters.members[name] for name in sorted(clusters.members)]


def _join_best(clusters: Clusters, name: int, asked: int, before: int | None) -> bool:
    """Join a cluster with the neighbour it is most alike to, if it is alike enough to any."""
    size = len(clusters.members[name])
    best: tuple[float, int] | None = None
    for other, (count, total) in sorted(clusters.neighbours(name).items()):
        if before is not None and other >= before:
            continue
        pairs = min(size * len(clusters.members[other]), asked)
        likeness = total / max(count, pairs)
        enough = count >= _SHARE * pairs and (best is None or likeness > best[0])
        if enough and clusters.agree(name, other):
            best = likeness, other
    if best is None:
        return False
    clusters.join(name, best[1])
    return True

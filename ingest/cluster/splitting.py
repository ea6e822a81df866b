"""A component of alike mentions into clusters of one happening each. Pure, of the component alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from ingest.cluster.features import Features
from ingest.cluster.similarity import SAME, score
from ingest.cluster.times import agreement


class Unit:
    """Mentions that must stay together: the same words, or one report before and after an edit."""

    def __init__(self, members: list[Features]) -> None:
        self.members = members

    @property
    def first(self) -> Features:
        """The earliest member."""
        return self.members[0]

    @property
    def compared(self) -> Features:
        """The member that stands for the unit: the earliest that is not withdrawn."""
        active = (each for each in self.members if each.mention.withdrawn_at is None)
        return next(active, self.members[0])


class _Cluster:
    """Units that tell of one happening, and the stems they share."""

    def __init__(self, unit: Unit) -> None:
        self.units = [unit]
        self.weights: Counter[str] = Counter(unit.compared.weights)

    def add(self, unit: Unit) -> None:
        self.units.append(unit)
        self.weights.update(unit.compared.weights)

    def likeness(self, unit: Unit) -> float:
        """Return the mean score of `unit` with the units of the cluster; 0 where a time disagrees."""
        one = unit.compared
        if any(agreement(one.time, other.compared.time) is None for other in self.units):
            return 0.0
        return math.fsum(score(one, other.compared) for other in self.units) / len(self.units)


def split(units: Sequence[Unit]) -> list[list[Features]]:
    """Return the clusters of `units`, each a list of members sorted by rank."""
    clusters: list[_Cluster] = []
    for unit in sorted(units, key=lambda each: each.first.rank):
        likenesses = [cluster.likeness(unit) for cluster in clusters]
        best = max(
            range(len(clusters)), key=lambda place: (likenesses[place], -place), default=None
        )
        if best is not None and likenesses[best] >= SAME:
            clusters[best].add(unit)
        else:
            clusters.append(_Cluster(unit))
    return [
        sorted((member for unit in cluster.units for member in unit.members), key=lambda m: m.rank)
        for cluster in clusters
    ]

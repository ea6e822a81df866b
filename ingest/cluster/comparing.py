"""Which of many mentions are alike, must stay together or are linked, two by two. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ingest.cluster.blocking import keys_of
from ingest.cluster.features import Features
from ingest.cluster.links import link
from ingest.cluster.similarity import SAME, is_forced, score
from ingest.cluster.unions import Unions
from ingest.model import LinkRelation


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two by two gave; mentions are named by their places in rank order."""

    #: For each place, the places that it is alike to, with the score.
    ties: defaultdict[int, dict[int, float]]
    #: Groups of mentions that are one event whatever else they say.
    forced: Unions
    #: For each place, the places whose events its event is linked to.
    links: defaultdict[int, dict[int, LinkRelation]]
    #: Groups of mentions that have to be merged anew together.
    components: Unions = field(repr=False)


def compare(mentions: Sequence[Features]) -> Comparison:
    """Return what comparing `mentions`, sorted by rank, two by two gives."""
    found = Comparison(
        ties=defaultdict(dict),
        forced=Unions(len(mentions)),
        links=defaultdict(dict),
        components=Unions(len(mentions)),
    )
    for one, other in candidates(mentions):
        _compare_pair(found, mentions, one, other)
    return found


def candidates(mentions: Sequence[Features]) -> set[tuple[int, int]]:
    """Return the pairs that share a key, each once, the lower place first."""
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(mentions):
        for key in keys_of(each):
            by_key[key].append(place)
    return {pair for places in by_key.values() for pair in combinations(places, 2)}


def _compare_pair(found: Comparison, mentions: Sequence[Features], one: int, other: int) -> None:
    first, second = mentions[one], mentions[other]
    if is_forced(first, second):
        found.forced.join(one, other)
        likeness = 1.0
    elif first.mention.withdrawn_at or second.mention.withdrawn_at:
        return
    else:
        likeness = score(first, second)
    if likeness >= SAME:
        found.ties[one][other] = found.ties[other][one] = likeness
        found.components.join(one, other)
    elif likeness == 0.0:
        _link_pair(found, mentions, one, other)


def _link_pair(found: Comparison, mentions: Sequence[Features], one: int, other: int) -> None:
    linked = link(mentions[one], mentions[other])
    if linked is None:
        return
    relation, side = linked
    if side != "second":
        found.links[one][other] = relation
    if side != "first":
        found.links[other][one] = relation
    found.components.join(one, other)

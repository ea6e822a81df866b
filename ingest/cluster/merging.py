"""Mentions in, events out: which mentions tell of one happening. Pure; order of arrival does not matter.

Mentions that are alike two by two form components; inside a component, mentions join clusters in the
order of publication. Both depend on the members of the component alone, so merging a component anew
gives what merging everything gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from ingest.cluster.blocking import keys_of
from ingest.cluster.events import event_of
from ingest.cluster.features import Features, features
from ingest.cluster.similarity import SAME, is_forced, reason, score
from ingest.cluster.splitting import split
from ingest.cluster.unions import Unions
from ingest.model import Event, Mention

#: For each place, the places that it is alike to, with the score.
Ties = dict[int, dict[int, float]]


def merge(mentions: Iterable[Mention]) -> tuple[Event, ...]:
    """Return the events that `mentions` tell of, sorted by slug; every mention is in exactly one.

    The same for any order, and for any part of the mentions that is closed: one that holds, with a
    mention, all those it could join.
    """
    compared = sorted((features(mention) for mention in mentions), key=lambda each: each.rank)
    ties, forced = _compare(compared)
    components = Unions(len(compared))
    for one, others in ties.items():
        for other in others:
            components.join(one, other)
    events = [
        event for places in components.groups() for event in _events(places, compared, ties, forced)
    ]
    return tuple(sorted(events, key=lambda event: event.slug))


def _compare(compared: Sequence[Features]) -> tuple[Ties, Unions]:
    """Return which are alike, and the groups of those that are one event whatever else they say."""
    ties: Ties = defaultdict(dict)
    forced = Unions(len(compared))
    for one, other in _candidates(compared):
        first, second = compared[one], compared[other]
        if is_forced(first, second):
            forced.join(one, other)
            likeness = 1.0
        elif first.mention.withdrawn_at or second.mention.withdrawn_at:
            continue
        else:
            likeness = score(first, second)
        if likeness >= SAME:
            ties[one][other] = ties[other][one] = likeness
    return ties, forced


def _candidates(compared: Sequence[Features]) -> set[tuple[int, int]]:
    """Return the pairs that share a key, each once, by their places."""
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(compared):
        for key in keys_of(each):
            by_key[key].append(place)
    return {pair for places in by_key.values() for pair in combinations(places, 2)}


def _events(
    places: Sequence[int], compared: Sequence[Features], ties: Ties, forced: Unions
) -> list[Event]:
    """Return the events of one component."""
    component = min(compared[place].mention.id for place in places)
    if len(places) == 1:
        return [event_of([compared[places[0]]], component, ())]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        groups[forced.find(place)].append(place)
    times = {place: compared[place].time for place in places}
    return [
        event_of(
            [compared[place] for place in cluster], component, _reasons(cluster, compared, ties)
        )
        for cluster in split(list(groups.values()), times, ties)
    ]


def _reasons(cluster: Sequence[int], compared: Sequence[Features], ties: Ties) -> list[str]:
    """Return a line for each member but the first: what it is most like of the others."""
    lines = []
    for place in cluster[1:]:
        scores = {other: ties[place].get(other, 0.0) for other in cluster if other != place}
        best = max(scores, key=lambda other: (scores[other], -other))
        lines.append(reason(compared[best], compared[place], scores[best]))
    return lines

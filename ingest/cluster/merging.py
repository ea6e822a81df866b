"""Mentions in, events out: which mentions tell of one happening. Pure; order of arrival does not matter.

Mentions that are alike two by two form components; inside a component, mentions join clusters in the
order of publication, each the cluster it is most like. Both depend on the members of the component
alone, so merging a component anew gives what merging everything gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from ingest.cluster.blocking import keys_of
from ingest.cluster.events import event_of
from ingest.cluster.features import Features, features
from ingest.cluster.similarity import SAME, is_forced, reason, score
from ingest.cluster.splitting import Unit, split
from ingest.cluster.unions import Unions
from ingest.model import Event, Mention


def merge(mentions: Iterable[Mention]) -> tuple[Event, ...]:
    """Return the events that `mentions` tell of, sorted by slug; every mention is in exactly one.

    The same for any order, and for any part of the mentions that is closed: one that holds, with a
    mention, all those it could join.
    """
    compared = sorted((features(mention) for mention in mentions), key=lambda each: each.rank)
    components = _components(compared)
    events = [
        event
        for numbers in components.groups()
        for event in _events([compared[number] for number in numbers])
    ]
    return tuple(sorted(events, key=lambda event: event.slug))


def _components(compared: Sequence[Features]) -> Unions:
    unions = Unions(len(compared))
    for bucket in _buckets(compared):
        for one, other in combinations(bucket, 2):
            if unions.find(one) != unions.find(other) and _are_tied(compared[one], compared[other]):
                unions.join(one, other)
    return unions


def _buckets(compared: Sequence[Features]) -> list[list[int]]:
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(compared):
        for key in keys_of(each):
            by_key[key].append(number)
    return [bucket for bucket in by_key.values() if len(bucket) > 1]


def _are_tied(one: Features, other: Features) -> bool:
    if is_forced(one, other):
        return True
    withdrawn = one.mention.withdrawn_at or other.mention.withdrawn_at
    return withdrawn is None and score(one, other) >= SAME


def _events(members: Sequence[Features]) -> list[Event]:
    component = min(member.mention.id for member in members)
    if len(members) == 1:
        return [event_of(members, component, ())]
    return [event_of(cluster, component, _reasons(cluster)) for cluster in split(_units(members))]


def _units(members: Sequence[Features]) -> list[Unit]:
    """Return the members as units that must stay together, in rank order."""
    forced = Unions(len(members))
    by_words: dict[object, list[int]] = defaultdict(list)
    for number, member in enumerate(members):
        by_words[member.words_hash].append(number)
        if member.mention.kind != "passage":
            by_words[(member.mention.article_key, member.mention.kind)].append(number)
    for numbers in by_words.values():
        for one, other in combinations(numbers, 2):
            if forced.find(one) != forced.find(other) and is_forced(members[one], members[other]):
                forced.join(one, other)
    return [Unit([members[number] for number in group]) for group in forced.groups()]


def _reasons(cluster: Sequence[Features]) -> list[str]:
    """Return a line for each member but the first: what it was most like among those before it."""
    lines = []
    for number, member in enumerate(cluster[1:], start=1):
        before = cluster[:number]
        scores = [
            1.0 if is_forced(earlier, member) else score(earlier, member) for earlier in before
        ]
        best = max(range(number), key=lambda place: (scores[place], -place))
        lines.append(reason(before[best], member, scores[best]))
    return lines

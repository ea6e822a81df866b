"""Mentions in, events out: which mentions tell of one happening. Pure; order of arrival does not matter.

Mentions that are alike two by two form components; inside a component, mentions join clusters in the
order of publication. Both depend on the members of the component alone, so merging a component anew
gives what merging everything gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.cluster.comparing import Comparison, compare
from ingest.cluster.events import event_of
from ingest.cluster.features import Features, features
from ingest.cluster.links import link_reason
from ingest.cluster.similarity import reason
from ingest.cluster.slugs import slug
from ingest.cluster.splitting import split
from ingest.model import Event, EventLink, LinkRelation, Mention


def merge(mentions: Iterable[Mention]) -> tuple[Event, ...]:
    """Return the events that `mentions` tell of, sorted by slug; every mention is in exactly one.

    The same for any order, and for any part of the mentions that is closed: one that holds, with a
    mention, all those it could join or be linked to.
    """
    compared = sorted((features(mention) for mention in mentions), key=lambda each: each.rank)
    found = compare(compared)
    events = [
        event for places in found.components.groups() for event in _events(places, compared, found)
    ]
    return tuple(sorted(events, key=lambda event: event.slug))


def _events(places: Sequence[int], compared: Sequence[Features], found: Comparison) -> list[Event]:
    """Return the events of one component."""
    component = min(compared[place].mention.id for place in places)
    if len(places) == 1:
        return [event_of([compared[places[0]]], component)]
    clusters = split(
        _groups(places, found), {place: compared[place].time for place in places}, found.ties
    )
    slugs = {place: slug(compared[cluster[0]].mention) for cluster in clusters for place in cluster}
    return [
        event_of(
            [compared[place] for place in cluster],
            component,
            _reasons(cluster, compared, found),
            _links(cluster, compared, found, slugs),
        )
        for cluster in clusters
    ]


def _groups(places: Sequence[int], found: Comparison) -> list[list[int]]:
    """Return the places in groups that must stay together."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        groups[found.forced.find(place)].append(place)
    return list(groups.values())


def _reasons(cluster: Sequence[int], compared: Sequence[Features], found: Comparison) -> list[str]:
    """Return a line for each member but the first: what it is most like of the others."""
    lines = []
    for place in cluster[1:]:
        ties = found.ties[place]
        scores = {other: ties.get(other, 0.0) for other in cluster if other != place}
        best = max(scores, key=lambda other: (scores[other], -other))
        lines.append(reason(compared[best], compared[place], scores[best]))
    return lines


def _links(
    cluster: Sequence[int],
    compared: Sequence[Features],
    found: Comparison,
    slugs: dict[int, str],
) -> list[EventLink]:
    """Return the links from the event of `cluster` to other events, one a pair and relation."""
    links: dict[tuple[str, LinkRelation], EventLink] = {}
    for place in cluster:
        for other, relation in sorted(found.links.get(place, {}).items()):
            if slugs[other] != slugs[place] and (slugs[other], relation) not in links:
                why = link_reason(relation, compared[place], compared[other])
                links[slugs[other], relation] = EventLink(slugs[other], relation, why)
    return [links[key] for key in sorted(links)]

"""Mentions in, events out: which mentions tell of one happening. Pure; order of arrival does not matter.

Mentions that are alike two by two form components; inside a component, mentions join clusters in the
order of publication. Both depend on the members of the component alone, so merging a component anew
gives what merging everything gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from ingest.cluster.blocks.signature import forget as forget_signatures
from ingest.cluster.blocks.signature import sign_features
from ingest.cluster.components.comparing import Component, Links, Ties, components
from ingest.cluster.components.outline import Outline
from ingest.cluster.components.splitting import split
from ingest.cluster.event.events import event_alone, event_of
from ingest.cluster.event.slugs import slug
from ingest.cluster.likeness.links import link_reason
from ingest.cluster.likeness.similarity import ALIKE, is_forced, reason
from ingest.cluster.reading.features import Compared, features
from ingest.cluster.reading.wording import wording
from ingest.model import Event, EventLink, LinkRelation, Mention

_NO_OUTLINES: Final[Mapping[int, Outline]] = MappingProxyType({})


def merge(
    mentions: Iterable[Mention],
    whole: Iterable[Sequence[int]] = (),
    outlines: Mapping[int, Outline] = _NO_OUTLINES,
) -> tuple[Event, ...]:
    """Return the events that `mentions` tell of, sorted by slug; every mention is in exactly one.

    The same for any order, and for any part of the mentions that is closed: one that holds, with a
    mention, all those it could join or be linked to. `whole` are the numbers of those that formed a
    component each when they were merged before: how they hang together is not looked for again.
    `outlines` are those that are known, by the number of their mention; they change nothing but the time it takes.
    """
    compared = Compared(mentions)
    place_of = {mention.id: place for place, mention in enumerate(compared.mentions)}
    known = [[place_of[number] for number in numbers] for numbers in whole]
    signed = [
        outlines[number].signed if number in outlines else sign_features(compared[place])
        for number, place in place_of.items()
    ]
    events: list[Event] = []
    for component in components(compared, signed, known):
        first = compared.mentions[component.places[0]]
        if len(component.places) == 1 and first.id in outlines:
            events.append(event_alone(first, first.id, outlines[first.id].news_value))
        else:
            events += _events(component, compared)
    return tuple(sorted(events, key=lambda event: event.slug))


def forget() -> None:
    """Drop what was worked out of single mentions, once a batch is merged: it takes some 5 kB each."""
    features.cache_clear()
    wording.cache_clear()
    forget_signatures()


def _events(component: Component, compared: Compared) -> list[Event]:
    number = min(compared.mentions[place].id for place in component.places)
    if len(component.places) == 1:
        return [event_of([compared[component.places[0]]], number)]
    times = {place: compared[place].time for place in component.places}
    clusters = split(component.groups, times, component.ties)
    slugs: dict[int, str] = {}
    for cluster in clusters:
        slugs.update(dict.fromkeys(cluster, slug(compared.mentions[cluster[0]])))
    return [
        event_of(
            [compared[place] for place in cluster],
            number,
            _reasons(cluster, compared, component.ties),
            _links(cluster, compared, component.links, slugs),
        )
        for cluster in clusters
    ]


def _reasons(cluster: Sequence[int], compared: Compared, ties: Ties) -> list[str]:
    """Return a line for each member but the first: what it is most like of the others."""
    members = set(cluster)
    lines = []
    for place in cluster[1:]:
        known = {
            other: score
            for other, score in ties.get(place, {}).items()
            if other in members and score >= ALIKE
        }
        best = max(known, key=lambda other: (known[other], -other), default=None)
        if best is None:
            same = (other for other in cluster if is_forced(compared[other], compared[place]))
            best = next((other for other in same if other != place), cluster[0])
        lines.append(reason(compared[best], compared[place], known.get(best, 1.0)))
    return lines


def _links(
    cluster: Sequence[int],
    compared: Compared,
    linked: Links,
    slugs: dict[int, str],
) -> list[EventLink]:
    """Return the links from the event of `cluster` to other events, one a pair and relation."""
    links: dict[tuple[str, LinkRelation], EventLink] = {}
    for place in cluster:
        for other, relation in sorted(linked.get(place, {}).items()):
            if slugs[other] != slugs[place] and (slugs[other], relation) not in links:
                why = link_reason(relation, compared[place], compared[other])
                links[slugs[other], relation] = EventLink(slugs[other], relation, why)
    return [links[key] for key in sorted(links)]

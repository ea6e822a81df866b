"""Finds the mentions that must be merged anew with a change: those that it could make one event with.

    sign | signatures of the same stretches | candidates | touched components | their mentions

What is returned is closed: merging it with the change gives what merging everything would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Final

from ingest import cluster
from ingest.cluster import Outline, Signed
from ingest.model import Mention
from ingest.store import Held, SignatureRecord, Timeline

#: Mentions of some kilobytes that are read from the file at a time.
_HELD_TOGETHER: Final = 500
_NO_OUTLINES: Final[Mapping[int, Outline]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What must be merged anew with a change."""

    #: By number; none of them is of the change's articles.
    mentions: tuple[Mention, ...]
    #: The numbers of those, and of the change's, that formed a component each and still hold together.
    whole: tuple[tuple[int, ...], ...]


def sign(
    mentions: Sequence[Mention], outlines: Mapping[int, Outline] = _NO_OUTLINES
) -> Mapping[int, Signed]:
    """Return the signature of each mention by its number, from its outline where there is one."""
    return {
        mention.id: outlines[mention.id].signed if mention.id in outlines else cluster.sign(mention)
        for mention in mentions
    }


def records(signed: Mapping[int, Signed]) -> Mapping[int, SignatureRecord]:
    """Return the signatures as the timeline keeps them."""
    return {
        number: SignatureRecord(each.stretches, each.signature.pack())
        for number, each in signed.items()
    }


def neighbours(
    timeline: Timeline,
    mentions: Sequence[Mention],
    signed: Mapping[int, Signed],
    article_ids: Collection[int],
    slugs: Collection[str] = (),
) -> Neighbours:
    """Return the mentions of other articles that must be merged anew with `mentions`.

    `mentions` are all those of the articles `article_ids`, as they are now. What is held of events
    with one of `slugs` is merged anew too.
    """
    stretches = {stretch for each in signed.values() for stretch in each.stretches}
    changed = {mention.id: mention for mention in mentions}
    index = cluster.Index(changed, signed)
    candidates = index.candidates(timeline.signatures(stretches))
    own = timeline.held(timeline.mentions_of(article_ids))
    edited = timeline.components(timeline.mentions_of_events(slugs))
    components = {*edited.values(), *(each.component for each in own)}
    components = _touched(timeline, cluster.Changed(changed, index), candidates, components)
    held = timeline.held(timeline.members(components), article_ids)
    # Without one of its mentions a component may fall apart; an editor may have joined two.
    torn = {component for mention, component in own if changed.get(mention.id) != mention}
    return Neighbours(
        tuple(each.mention for each in held), _whole((*held, *own), {*torn, *edited.values()})
    )


def _whole(held: Sequence[Held], torn: Collection[int]) -> tuple[tuple[int, ...], ...]:
    found = defaultdict[int, list[int]](list)
    for mention, component in held:
        if component not in torn:
            found[component].append(mention.id)
    return tuple(map(tuple, found.values()))


def _touched(
    timeline: Timeline,
    changed: cluster.Changed,
    candidates: Mapping[int, bytes],
    known: Collection[int],
) -> set[int]:
    """Return the components of the candidates that the change touches, and those that are `known` already.

    Few mentions are read at a time.
    """
    component_of = timeline.components(candidates)
    found = set(known)
    # What is of a component that is merged anew need not be read.
    remaining = (number for number in sorted(component_of) if component_of[number] not in found)
    while some := list(islice(remaining, _HELD_TOGETHER)):
        for mention, component in timeline.held(some):
            signature = cluster.unpack(candidates[mention.id])
            if component not in found and changed.touch(mention, signature):
                found.add(component)
    return found

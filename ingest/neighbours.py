"""Finds the mentions that must be merged anew with a change: those that it could make one event with.

    sign | signatures of the same stretches | candidates | touched components | their mentions

What is returned is closed: merging it with the change gives what merging everything would give.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Final

from ingest import cluster
from ingest.cluster import Signed
from ingest.model import Mention
from ingest.store import SignatureRecord, Timeline

#: Mentions of some kilobytes that are read from the file at a time.
_HELD_TOGETHER: Final = 500


def sign(mentions: Sequence[Mention]) -> Mapping[int, Signed]:
    """Return the signature of each mention by its number."""
    return {mention.id: cluster.sign(mention) for mention in mentions}


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
) -> tuple[Mention, ...]:
    """Return the mentions of other articles that must be merged anew with `mentions`, by number.

    `mentions` are all those of the articles `article_ids`, as they are now. What is held of events
    with one of `slugs` is merged anew too.
    """
    stretches = {stretch for each in signed.values() for stretch in each.stretches}
    changed = {mention.id: mention for mention in mentions}
    index = cluster.Index(changed, signed)
    candidates = index.candidates(timeline.signatures(stretches))
    touched = _touched(timeline, cluster.Changed(changed, index), candidates, article_ids)
    wanted = timeline.neighbours(touched, article_ids, slugs)
    return tuple(each.mention for each in timeline.held(wanted, article_ids))


def _touched(
    timeline: Timeline,
    changed: cluster.Changed,
    candidates: Mapping[int, bytes],
    article_ids: Collection[int],
) -> set[int]:
    """Return the components of the candidates that the change touches; few mentions are read at a time."""
    component_of = timeline.components(candidates)
    found: set[int] = set()
    # What is of a component that is merged anew need not be read.
    remaining = (number for number in sorted(component_of) if component_of[number] not in found)
    while some := list(islice(remaining, _HELD_TOGETHER)):
        for mention, component in timeline.held(some, article_ids):
            signature = cluster.unpack(candidates[mention.id])
            if component not in found and changed.touch(mention, signature):
                found.add(component)
    return found

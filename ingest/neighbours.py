"""Finds the mentions that must be merged anew with a change: those that it could make one event with.

    sign | signatures of the same stretches | candidates | touched components | their mentions

What is returned is closed: merging it with the change gives what merging everything would give.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from ingest import cluster
from ingest.cluster import Signature, Signed
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
    near = _near(timeline, candidates, article_ids)
    touched = cluster.touched(changed, index, near)
    wanted = timeline.neighbours(touched, article_ids, slugs)
    return tuple(each.mention for each in timeline.held(wanted, article_ids))


def _near(
    timeline: Timeline, candidates: Mapping[int, bytes], article_ids: Collection[int]
) -> Iterator[tuple[Mention, int, Signature]]:
    """Yield the candidates with their components and signatures, few at a time in memory."""
    numbers = sorted(candidates)
    for start in range(0, len(numbers), _HELD_TOGETHER):
        for held in timeline.held(numbers[start : start + _HELD_TOGETHER], article_ids):
            packed = candidates[held.mention.id]
            yield held.mention, held.component, cluster.unpack(packed)

"""Finds the mentions that must be merged anew with a change: those that it could make one event with.

    sign | signatures of the same stretches | candidates | touched components | their mentions

What is returned is closed: merging it with the change gives what merging everything would give.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ingest import cluster
from ingest.cluster import Signed
from ingest.model import Mention
from ingest.store import SignatureRecord, Timeline


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
    kept = timeline.signatures(stretches)
    numbers = cluster.Index(signed).candidates(kept) if kept else set()
    near = timeline.held(numbers, article_ids)
    touched = cluster.touched(mentions, near) if near else set()
    wanted = timeline.neighbours(touched, article_ids, slugs)
    held = {each.mention.id: each.mention for each in near}
    held.update(
        (each.mention.id, each.mention) for each in timeline.held(wanted - held.keys(), article_ids)
    )
    return tuple(held[number] for number in sorted(held.keys() & wanted))

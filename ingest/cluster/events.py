"""One event from the mentions that tell of it: who leads, how it is counted, what it is called. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ingest.cluster.features import Features
from ingest.cluster.links import is_disputed
from ingest.cluster.origins import count_origins, origin_of, publishers
from ingest.cluster.significance import significance
from ingest.cluster.slugs import slug
from ingest.dates import PRECISIONS
from ingest.model import Entity, Event, EventLink, stable_id

_BASIS_ORDER: Final = ("explicit", "relative", "context", "published")


def event_of(
    members: Sequence[Features],
    component: int,
    reasons: Sequence[str] = (),
    links: Sequence[EventLink] = (),
) -> Event:
    """Return the event that `members`, sorted by rank, tell of.

    The first founds the slug and the number; the leading one gives title, date and words.
    """
    active = [member for member in members if member.mention.withdrawn_at is None]
    counted = active or list(members)
    lead = _lead(counted).mention
    slugs = list(dict.fromkeys(slug(member.mention) for member in members))
    return Event(
        id=stable_id("event", slugs[0]),
        slug=slugs[0],
        title=lead.title,
        mentions=tuple(member.mention.id for member in members),
        lead=lead.id,
        when=lead.when,
        relation=lead.relation,
        basis=lead.basis,
        kind=lead.kind,
        publisher_count=len(publishers(counted)),
        origin_count=count_origins(counted),
        significance=significance(counted),
        status="active" if active else "withdrawn",
        disputed=is_disputed(counted) or any(link.relation == "contradicts" for link in links),
        place=_place(counted),
        component=component,
        aliases=tuple(slugs[1:]),
        reasons=tuple(reasons),
        links=tuple(links),
    )


def _lead(members: Sequence[Features]) -> Features:
    """Return the member whose date and words stand for the event.

    The date that most origins give, the narrower before the vaguer; of the mentions that give it a
    report before a passage, then the one whose words most others share, then the earliest.
    """
    origins: dict[tuple[str, str], set[str]] = {}
    for member in members:
        date = (member.mention.relation, member.mention.when.edtf)
        origins.setdefault(date, set()).add(origin_of(member))
    common = Counter(name for member in members for name in member.weights)

    def standing(member: Features) -> tuple[bool, int, int, int, bool, float]:
        mention = member.mention
        shared = sum(weight * common[name] for name, weight in member.weights.items())
        return (
            mention.basis != "published",
            -PRECISIONS.index(mention.when.precision),
            len(origins[(mention.relation, mention.when.edtf)]),
            -_BASIS_ORDER.index(mention.basis),
            mention.kind != "passage",
            shared / (len(member.weights) or 1),
        )

    best = max(standing(member) for member in members)
    return next(member for member in members if standing(member) == best)


def _place(members: Sequence[Features]) -> Entity | None:
    """Return the place that most members name as theirs; None where none does."""
    places = [
        entity
        for member in members
        for entity in member.mention.entities
        if entity.role == "place" and entity.latitude is not None
    ]
    counts = Counter((place.name, place.country) for place in places)
    if not counts:
        return None
    best = max(counts.values())
    return next(place for place in places if counts[(place.name, place.country)] == best)

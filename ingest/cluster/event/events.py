"""One event from the mentions that tell of it: its date and title, how it is counted and linked. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.cluster.event.leading import lead_of, title_of
from ingest.cluster.event.significance import significance
from ingest.cluster.event.slugs import slug
from ingest.cluster.likeness.links import is_disputed
from ingest.cluster.likeness.origins import count_origins, publishers
from ingest.cluster.reading.features import Features
from ingest.model import Entity, Event, EventLink, stable_id


def event_of(
    members: Sequence[Features],
    component: int,
    reasons: Sequence[str] = (),
    links: Sequence[EventLink] = (),
) -> Event:
    """Return the event that `members`, sorted by rank, tell of.

    The first founds the slug and the number; the leading one gives date and words, and the title unless
    a report's says more.
    """
    active = [member for member in members if member.mention.withdrawn_at is None]
    counted = active or list(members)
    leading = lead_of(counted)
    lead = leading.mention
    slugs = list(dict.fromkeys(slug(member.mention) for member in members))
    return Event(
        id=stable_id("event", slugs[0]),
        slug=slugs[0],
        title=title_of(counted, leading),
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

"""One event from the mentions that tell of it: its date and title, how it is counted and linked. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.cluster.event.leading import lead_of, title_of
from ingest.cluster.event.significance import news_value, significance, significance_alone
from ingest.cluster.event.slugs import slug
from ingest.cluster.likeness.links import is_disputed
from ingest.cluster.likeness.origins import count_origins, publishers
from ingest.cluster.reading.features import Features
from ingest.model import Entity, Event, EventLink, Mention, stable_id


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
    if len(members) == 1:
        return event_alone(members[0].mention, component, news_value(members), links)
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
        disputed=is_disputed(counted) or _is_contradicted(links),
        place=_place([member.mention for member in counted]),
        component=component,
        aliases=tuple(slugs[1:]),
        reasons=tuple(reasons),
        links=tuple(links),
    )


def event_alone(
    mention: Mention, component: int, value: float, links: Sequence[EventLink] = ()
) -> Event:
    """Return the event that `mention` alone tells of; `value` is its `significance.news_value`."""
    founding = slug(mention)
    return Event(
        id=stable_id("event", founding),
        slug=founding,
        title=mention.title,
        mentions=(mention.id,),
        lead=mention.id,
        when=mention.when,
        relation=mention.relation,
        basis=mention.basis,
        kind=mention.kind,
        publisher_count=1,
        origin_count=1,
        significance=significance_alone(mention, value),
        status="active" if mention.withdrawn_at is None else "withdrawn",
        disputed=_is_contradicted(links),
        place=_place([mention]),
        component=component,
        links=tuple(links),
    )


def _is_contradicted(links: Sequence[EventLink]) -> bool:
    return any(link.relation == "contradicts" for link in links)


def _place(mentions: Sequence[Mention]) -> Entity | None:
    """Return the place that most mentions name as theirs; None where none does."""
    places = [
        entity
        for mention in mentions
        for entity in mention.entities
        if entity.role == "place" and entity.latitude is not None
    ]
    counts = Counter((place.name, place.country) for place in places)
    if not counts:
        return None
    best = max(counts.values())
    return next(place for place in places if counts[(place.name, place.country)] == best)

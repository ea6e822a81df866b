"""One event from the mentions that tell of it: who leads, how it is counted, what it is called. Pure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
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
#: So many words, the most shared ones, tell what an event is.
_USUAL_WORDS: Final = 12


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

    A date in the words goes before a day of publication, a narrower before a vaguer, one that more
    origins give before one that fewer do. Of the mentions that give it, the one that says what the
    others say and little else; of equal ones a report, then the earliest.
    """
    if len(members) == 1:
        return members[0]
    origins: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for member in members:
        origins[_date_of(member)].add(origin_of(member))

    def date_rank(member: Features) -> tuple[bool, int, int]:
        mention = member.mention
        given = mention.basis != "published"
        grade = max(PRECISIONS.index(mention.when.precision), PRECISIONS.index("day"))
        return given, -grade, len(origins[_date_of(member)])

    ranks = [date_rank(member) for member in members]
    best_date = max(ranks)
    dated = [member for member, found in zip(members, ranks, strict=True) if found == best_date]
    common = Counter(name for member in members for name in member.near)
    usual = common.most_common(_USUAL_WORDS)

    def word_rank(member: Features) -> tuple[float, bool, int]:
        mention = member.mention
        told = round(_typicality(member, common, usual), 6)
        return told, mention.kind != "passage", -_BASIS_ORDER.index(mention.basis)

    return max(dated, key=word_rank)


def _date_of(member: Features) -> tuple[str, str]:
    return member.mention.relation, member.mention.when.edtf


def _typicality(member: Features, common: Counter[str], usual: Sequence[tuple[str, int]]) -> float:
    """Return how well the words of a member near its date stand for all members', 0 to 1.

    The harmonic mean of two shares: of its words, those that others use too; of the words that most
    members use, those that it has.
    """
    others = math.fsum(weight * (common[name] - 1) for name, weight in member.near.items())
    mine = others / (member.near_sum * max(1, usual[0][1] - 1)) if usual else 0
    covered = sum(count for name, count in usual if name in member.near)
    theirs = covered / (sum(count for _, count in usual) or 1)
    return 2 * mine * theirs / (mine + theirs) if mine + theirs else 0.0


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

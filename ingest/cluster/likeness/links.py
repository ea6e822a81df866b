"""Ties between events that are not one: a plan and its execution, two tellings that contradict. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Final, Literal, NamedTuple

from ingest.cluster.likeness.origins import publisher_family
from ingest.cluster.likeness.similarity import are_other_parts, likeness_at
from ingest.cluster.reading.features import Features
from ingest.cluster.reading.figures import Count, conflict
from ingest.cluster.reading.times import Time, agreement, day_of, time_of, told
from ingest.model import LinkRelation, Mention

#: How alike two mentions must be for a plan and its execution.
_PLAN: Final = 0.6
#: How alike two mentions of different days must be to contradict: as good as one telling.
_CONTRADICTION: Final = 0.95
#: Further apart than this two days are two happenings, not two tellings of one.
_LONGEST_DISPUTE: Final = 31
#: Figures change with the news; only tellings of about one time contradict one another.
_ONE_TIME: Final = (timedelta(-1), timedelta(0), timedelta(1))
#: So many of the tellings must deny what the others assert: one in a hundred denies something else of it.
_DENIED: Final = 0.1
#: How near to the date the sort of happening must stand in both.
_NEAR: Final = 0.6

Side = Literal["first", "second", "both"]


def link(one: Features, other: Features) -> tuple[LinkRelation, Side] | None:
    """Return how two mentions are linked and which side the link starts from; None: not at all."""
    if are_other_parts(one, other):
        return None
    if agreement(one.time, other.time) is not None:
        return _plan(one, other)
    return ("contradicts", "both") if _contradict(one, other) else None


def link_reason(relation: LinkRelation, one: Features, other: Features) -> str:
    """Return one line that says why the event of `one` is linked to that of `other`."""
    a, b = one.mention, other.mention
    mine, theirs = told(a.when, a.relation), told(b.when, b.relation)
    if relation == "plan_of":
        return f"{a.publisher} told it beforehand for {mine}; {b.publisher} tells that it happened"
    return f"{a.publisher} dates it {mine}, {b.publisher} {theirs}"


def is_disputed(members: Sequence[Features]) -> bool:
    """Whether members contradict one another: some deny what others assert, or figures differ.

    Figures are compared between articles of about one time; a toll that rises is no dispute.
    """
    if len(members) < 2:
        return False
    denials = sum(member.mention.modality == "denied" for member in members)
    if _DENIED <= denials / len(members) < 1:
        return True
    by_counts: defaultdict[tuple[Count, ...], list[Features]] = defaultdict(list)
    for member in members:
        if member.counts:
            by_counts[member.counts].append(member)
    return any(
        conflict((one, other)) and _at_one_time(by_counts[one], by_counts[other])
        for one, other in combinations(by_counts, 2)
    )


class Told(NamedTuple):
    """Who tells of when: what decides at once that most mentions have nothing to do with one another."""

    time: Time
    #: The family of its publisher; empty for a file of the user's, whose author may be anybody.
    house: str


def told_by(mention: Mention) -> Told:
    """Return who tells of when in `mention`."""
    return Told(time_of(mention), publisher_family(mention.publisher) if mention.url else "")


@lru_cache(maxsize=1 << 14)
def may_concern(one: Told, other: Told) -> bool:
    """Whether such mentions could be alike or linked at all; most of a month could not.

    A newsroom that tells of a fire on Monday and a fire on Tuesday tells of two, and contradicts nobody.
    """
    if agreement(one.time, other.time) is not None:
        return True
    is_one_newsroom = one.house and one.house == other.house
    return not is_one_newsroom and _may_contradict(one.time, other.time)


def _may_contradict(one: Time, other: Time) -> bool:
    if one.is_published or other.is_published or not one.relation == other.relation == "on":
        return False
    if not one.days == other.days == 1:
        return False
    apart = abs(one.first - other.first)  # type: ignore[operator]
    return bool(apart <= _LONGEST_DISPUTE)


def _plan(one: Features, other: Features) -> tuple[LinkRelation, Side] | None:
    standings = (one.standing, other.standing)
    if standings not in {("planned", "happened"), ("happened", "planned")}:
        return None
    agreed = agreement(one.time, other.time)
    if agreed is None or likeness_at(agreed, one, other) < _PLAN:
        return None
    return "plan_of", "first" if one.standing == "planned" else "second"


def _contradict(one: Features, other: Features) -> bool:
    a, b = one.mention, other.mention
    if not (a.basis == b.basis == "explicit" and one.is_later and other.is_later):
        return False
    if not may_concern(told_by(a), told_by(b)):
        return False
    common = one.sorts.keys() & other.sorts.keys()
    happening = any(one.sorts[name] >= _NEAR and other.sorts[name] >= _NEAR for name in common)
    return happening and likeness_at("same", one, other) >= _CONTRADICTION


def _at_one_time(ones: Sequence[Features], others: Sequence[Features]) -> bool:
    """Whether an article of each side, not the same, tell of it from about one time.

    Both come back to it on a later day, or they are of about one day.
    """
    later = [
        {each.mention.article_key for each in side if each.is_later} for side in (ones, others)
    ]
    if all(later) and len(later[0] | later[1]) > 1:
        return True
    by_day: defaultdict[date, set[str]] = defaultdict(set)
    for each in others:
        on = day_of(each.mention.published)
        if on:
            by_day[on].add(each.mention.article_key)
    return any(
        by_day.get(on + shift, set()) - {each.mention.article_key}
        for each in ones
        if (on := day_of(each.mention.published))
        for shift in _ONE_TIME
    )

"""Which days mattered: who names each, what reports begin with it, and what its leading event is worth. Pure.

Date selection after the features that studies of timelines found to tell most (Tran et al. 2015, Ghalandari
and Ifrim 2020): references to a day, from how many days and publishers they come, and how it stands out from
the days before. Here an echo is no reference.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ingest.cluster.reading.features import rank
from ingest.cluster.reading.times import day_of
from ingest.cluster.reading.wording import words_hash
from ingest.model import Event, Mention

#: What a doubling of the reports is worth beside one of the references.
_REPORTS: Final = 0.25
#: How much of the mean weight of the days just before is taken off, and how many they are: in a busy week
#: each day is named more, and the day after a happening is named for its sake. Days that follow count for
#: nothing: the first day of what fills the next weeks is the one to choose.
_CONTRAST: Final = 0.2
_DAYS_BEFORE: Final = 3


@dataclass(frozen=True, slots=True)
class DateSupport:
    """What speaks for one calendar day."""

    on: date
    #: Publishers that name the day ("on Tuesday", "on 20 April") in words of their own, each counted once
    #: for every day on which it does: what is named for weeks matters more than what is told at once.
    references: int = 0
    #: Articles that begin with what happened on it, again by publisher and day.
    reports: int = 0
    #: The highest significance of an event of exactly this day; 0 where there is none.
    leading: float = 0.0

    @property
    def weight(self) -> float:
        """How much the day mattered by itself, 0 and up."""
        return (
            math.log1p(self.references)
            + _REPORTS * math.log1p(self.reports)
            + math.log1p(self.leading)
        )


def pick_dates(
    supports: Iterable[DateSupport], count: int, first: date, last: date
) -> tuple[date, ...]:
    """Return the `count` days from `first` to `last` that mattered most, in calendar order.

    Fewer where fewer days have any support; of equal ones the earlier. Days outside the range take part
    in what a day stands out from.
    """
    weights = {each.on: each.weight for each in supports if each.weight > 0}
    within = [on for on in weights if first <= on <= last]
    best = sorted(within, key=lambda on: (-_prominence(on, weights), on))[:count]
    return tuple(sorted(best))


def support(mentions: Iterable[Mention], events: Iterable[Event]) -> tuple[DateSupport, ...]:
    """Return what `mentions` and the active `events` they form say for each day, by day."""
    references: defaultdict[date, set[tuple[date, str]]] = defaultdict(set)
    reports: defaultdict[date, set[tuple[date, str]]] = defaultdict(set)
    told: set[tuple[date, int]] = set()
    for mention in sorted(mentions, key=rank):
        on, published = told_day(mention), day_of(mention.published)
        if on is None or published is None or (on, words_hash(mention.quote)) in told:
            continue
        told.add((on, words_hash(mention.quote)))
        references[on].add((published, mention.publisher))
        if mention.kind != "passage":
            reports[on].add((published, mention.publisher))
    leading: defaultdict[date, float] = defaultdict(float)
    for event in events:
        on = event.when.start
        if on is not None and on == event.when.end and event.status == "active":
            leading[on] = max(leading[on], event.significance)
    return tuple(
        DateSupport(on, len(references[on]), len(reports[on]), leading[on])
        for on in sorted(references.keys() | leading.keys())
    )


def told_day(mention: Mention) -> date | None:
    """Return the one day that the words of `mention` name, None where they name none."""
    when = mention.when
    names_day = mention.basis != "published" and mention.relation in {"on", "about"}
    return when.start if names_day and when.start == when.end else None


def _prominence(on: date, weights: Mapping[date, float]) -> float:
    """Return how much a day stands out from those just before it."""
    days_before = range(1, _DAYS_BEFORE + 1)
    before = math.fsum(weights.get(on - timedelta(days=days), 0.0) for days in days_before)
    return weights[on] - _CONTRAST * before / _DAYS_BEFORE

"""Which days mattered: how much later articles come back to each. Pure, over plain counts.

The counts are sums over single articles and events, so a store can give them by SQL as well as
`support` does from mentions: no text is read here.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ingest.cluster.times import day_of
from ingest.model import Event, Mention

#: News of a day is told until so many days after it; from the next on an article comes back to it.
NEWS_DAYS: Final = 3
_SOON: Final = 0.5
_REMEMBERED: Final = 0.5


@dataclass(frozen=True, slots=True)
class DateSupport:
    """What speaks for one calendar day; each count is of distinct articles."""

    on: date
    #: Published after the day and naming it ("on Tuesday", "on 20 April").
    told_later: int = 0
    #: Of these, published within `NEWS_DAYS`: the news of the day.
    told_soon: int = 0
    #: Of the one event of the day that most come back to: published later than that and telling it.
    remembered: int = 0

    @property
    def weight(self) -> float:
        """How much the day mattered, 0 and up: one for each e-fold of articles that tell it later."""
        return (
            math.log1p(self.told_later)
            + _SOON * math.log1p(self.told_soon)
            + _REMEMBERED * math.log1p(self.remembered)
        )


def pick_dates(
    supports: Iterable[DateSupport], count: int, first: date, last: date
) -> tuple[date, ...]:
    """Return the `count` days from `first` to `last` that mattered most, in calendar order.

    Fewer where fewer days have any support; of equal ones the earlier.
    """
    within = [each for each in supports if first <= each.on <= last and each.weight > 0]
    best = sorted(within, key=lambda each: (-each.weight, each.on))[:count]
    return tuple(sorted(each.on for each in best))


def support(mentions: Iterable[Mention], events: Iterable[Event]) -> tuple[DateSupport, ...]:
    """Return what `mentions` and the `events` they form say for each day that they name, by day."""
    later: defaultdict[date, set[int]] = defaultdict(set)
    soon: defaultdict[date, set[int]] = defaultdict(set)
    known: dict[int, Mention] = {}
    for mention in mentions:
        known[mention.id] = mention
        on, lag = told_day(mention), _lag(mention)
        if on is not None and lag > 0:
            later[on].add(mention.article_id)
            if lag <= NEWS_DAYS:
                soon[on].add(mention.article_id)
    remembered = _remembered(known, events)
    return tuple(
        DateSupport(on, len(later[on]), len(soon[on]), remembered.get(on, 0))
        for on in sorted(later)
    )


def told_day(mention: Mention) -> date | None:
    """Return the one day that the words of `mention` name, None where they name none."""
    when = mention.when
    names_day = mention.basis != "published" and mention.relation in {"on", "about"}
    return when.start if names_day and when.start == when.end else None


def _lag(mention: Mention) -> int:
    """Return how many days after the day it tells of an article appeared; 0 where not known."""
    on, published = told_day(mention), day_of(mention.published)
    return (published - on).days if on and published else 0


def _remembered(known: Mapping[int, Mention], events: Iterable[Event]) -> dict[date, int]:
    most: dict[date, int] = {}
    for event in events:
        if event.when.start is None or event.when.start != event.when.end:
            continue
        articles = {
            known[each].article_id for each in event.mentions if _lag(known[each]) > NEWS_DAYS
        }
        on = event.when.start
        most[on] = max(most.get(on, 0), len(articles))
    return most

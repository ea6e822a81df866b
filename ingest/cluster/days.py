"""Which days mattered: on how many days articles name each, and what its leading event is worth. Pure.

Both are sums over single articles and events, so a store can give them by SQL as well as `support` does
from mentions: no text is read here.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ingest.cluster.times import day_of
from ingest.model import Event, Mention


@dataclass(frozen=True, slots=True)
class DateSupport:
    """What speaks for one calendar day."""

    on: date
    #: Distinct days of publication of the articles that name the day ("on Tuesday", "on 20 April").
    #: Days, not articles: what is named for weeks matters more than what is told a hundred times at once.
    named_on_days: int = 0
    #: The highest significance of an event of exactly this day; 0 where there is none.
    leading: float = 0.0

    @property
    def weight(self) -> float:
        """How much the day mattered, 0 and up."""
        return math.log1p(self.named_on_days) + self.leading


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
    """Return what `mentions` and the active `events` they form say for each day, by day."""
    named: defaultdict[date, set[date]] = defaultdict(set)
    for mention in mentions:
        on, published = told_day(mention), day_of(mention.published)
        if on is not None and published is not None:
            named[on].add(published)
    leading: defaultdict[date, float] = defaultdict(float)
    for event in events:
        on = event.when.start
        if on is not None and on == event.when.end and event.status == "active":
            leading[on] = max(leading[on], event.significance)
    return tuple(
        DateSupport(on, len(named.get(on, ())), leading.get(on, 0.0))
        for on in sorted(named.keys() | leading.keys())
    )


def told_day(mention: Mention) -> date | None:
    """Return the one day that the words of `mention` name, None where they name none."""
    when = mention.when
    names_day = mention.basis != "published" and mention.relation in {"on", "about"}
    return when.start if names_day and when.start == when.end else None

"""The week from which "last week" and "this week" are counted: on a Sunday not always the one that ends. Pure."""

from __future__ import annotations

from datetime import date
from typing import Final

from ingest.extract.when.grammar import Match
from ingest.extract.when.point import days_on
from ingest.extract.when.story import Story

_SUNDAY: Final = 7


def week_seen(shift: int, base: date, match: Match, story: Story) -> date:
    """Return a day of the week from which `shift` weeks are counted in a text of the day `base`.

    News of a Sunday calls the week that it ends "last week", and "this week" the one that comes
    where the verb looks ahead: then the next day's week is counted from.
    """
    if base.isoweekday() != _SUNDAY or shift > 0:
        return base
    if not shift and story.direction(match) <= 0:
        return base
    return days_on(base, 1) or base

"""Interpreter of days told by how long ago they were, to the day: "ten years ago today", "a year ago Sunday". Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ingest.extract.when import values
from ingest.extract.when.grammar import Match
from ingest.extract.when.point import days_on
from ingest.extract.when.seasons import season_year
from ingest.extract.when.slots import count_of, modifier, stated_year
from ingest.extract.when.story import Reading, Story

_MONTHS: Final = {"M": 1, "Y": 12, "DE": 120}
_DAYS: Final = {"D": 1, "W": 7}
_HALF_A_WEEK: Final = 3
#: "The same month last year" is of the month that was told at most so many characters before.
_JUST_TOLD: Final = 150


def anniversary(match: Match, story: Story) -> Reading | None:
    """Read "ten years ago today", "two years ago this month", "a year ago Sunday"."""
    here = story.published
    value = _value(match, story, here) if here and not story.narrative else ""
    if not value:
        return Reading("DATE", "PAST_REF", None, "relative", leads=False)
    mod = modifier(match, story)
    return Reading("DATE", value, mod, "relative", story.publication)


def _value(match: Match, story: Story, here: date) -> str:
    """The value; "" where the count or the calendar gives none."""
    slots, count = match.slots, count_of(match, story)
    unit = story.meaning("units", slots["plural"])
    if not count or count != int(count):
        return ""
    if "season" in slots:
        code = story.meaning("season", slots["season"])
        years = int(count) * _MONTHS.get(unit, 0) // 12
        return f"{season_year(code, 0, here) - years:04}-{code}" if years else ""
    then = _back(unit, int(count), _day_of_the_year(match, story, here))
    if then is None:
        return ""
    if "unit" in slots:
        return values.shifted(then, story.meaning("unit", slots["unit"]), 0)
    return values.of_day(then)


def same_unit(match: Match, story: Story) -> Reading | None:
    """Read "the same month last year", "the same day in 2020": of what was just told, or of the publication."""
    here, dated = story.published, stated_year(match, story)
    unit = story.meaning("unit", match.slots["unit"])
    if here is None or unit == "Y":
        return None
    told = story.memory.base(unit)
    near = told is not None and match.start - story.memory.latest_end <= _JUST_TOLD
    base = told.on if told and near and told.on else here
    try:
        then = values.add_months(base, 12 * (dated.year - base.year if dated else -1))
    except (ValueError, OverflowError):
        return None
    anchor = f"after {told.value}" if told and near else story.publication
    value = values.shifted(then, unit, 0)
    return Reading("DATE", value, None, "context" if near else "relative", anchor, leads=False)


def day_in_year(match: Match, story: Story) -> Reading | None:
    """Read "this day in 1969": the day of publication, in that year (the year alone if it has no such day)."""
    here, dated = story.published, stated_year(match, story)
    if here is None or dated is None or story.narrative:
        return None
    try:
        then = here.replace(year=dated.year)
    except ValueError:  # the 29th of February
        return Reading("DATE", values.of_year(dated.year), None, "explicit", None)
    return Reading("DATE", values.of_day(then), None, "relative", story.publication)


def _day_of_the_year(match: Match, story: Story, here: date) -> date:
    """The day whose anniversary is told: "today", or the weekday nearest to publication."""
    slots = match.slots
    if word := slots.get("deictic"):
        return days_on(here, story.meaning("deictic", word)) or here
    if word := slots.get("weekday"):
        ahead = (story.meaning("weekday", word) - here.isoweekday() + _HALF_A_WEEK) % 7
        return days_on(here, ahead - _HALF_A_WEEK) or here
    return here


def _back(unit: str, count: int, on: date) -> date | None:
    try:
        if unit in _DAYS:
            return on - timedelta(days=count * _DAYS[unit])
        return values.add_months(on, -count * _MONTHS[unit])
    except (ValueError, OverflowError):
        return None

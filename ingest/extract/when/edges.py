"""Interpreters of the first and the last day or week of a month or a year."""

from __future__ import annotations

from datetime import timedelta

from ingest import dates
from ingest.extract.when.days import month
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import year_number
from ingest.extract.when.steps import step
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval


def edge_day(match: Match, story: Story) -> Reading | None:
    """Read "the first day of May", "the last day of the year"."""
    slots = match.slots
    if "year" in slots and "month" not in slots:
        reading: Reading | None = Reading("DATE", f"{year_number(slots['year'], story):04}")
    else:
        reading = (month if "month" in slots else step)(match, story)
    whole = interval(reading.value) if reading else None
    if reading is None or whole is None or whole.start is None or whole.end is None:
        return None
    on = whole.end if "last" in slots else whole.start
    return Reading("DATE", str(on), None, reading.basis, reading.anchor)


def week_of_month(match: Match, story: Story) -> Reading | None:
    """Read "the last week of August": a length of a week, at that end of the month."""
    reading = month(match, story)
    return _week_at_an_end(reading, match) if reading else None


def week_of_year(match: Match, story: Story) -> Reading | None:
    """Read "the last week of 2015": a length of a week, at that end of the year."""
    text = f"{year_number(match.slots['year'], story):04}"
    return _week_at_an_end(Reading("DATE", text), match)


def _week_at_an_end(reading: Reading, match: Match) -> Reading:
    """The first or the last week of what is read."""
    whole = interval(reading.value)
    if whole.start is None or whole.end is None:
        return Reading("DURATION", "P1W", leads=False)
    start = whole.end - timedelta(days=6) if "last" in match.slots else whole.start
    within = dates.span(start, start + timedelta(days=6), "week")
    return Reading(
        "DURATION", "P1W", None, reading.basis, reading.anchor, leads=False, within=within
    )

"""Interpreters of distances from another date: "two years ago", "a day earlier", "two or three weeks ago"."""

from __future__ import annotations

from datetime import date

from ingest import dates
from ingest.extract.when.accounts import year_ago_quarter
from ingest.extract.when.grammar import Match
from ingest.extract.when.lengths import length_of
from ingest.extract.when.point import Point
from ingest.extract.when.slots import count_of, modifier
from ingest.extract.when.steps import CLOCK_UNITS, here_of, origin, period, reached, unknown
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval

#: "25 years later" is not counted from publication.
_OF_YEARS = frozenset({"Y", "DE", "CE"})
#: So many centuries away a century is meant, not a year.
_MANY_CENTURIES = 5
_YEARS_OF_CENTURY = 100


def distance(match: Match, story: Story) -> Reading | None:
    """Read "two years ago", "a day earlier", "six weeks later"."""
    slots = match.slots
    word = slots["direction"]
    if story.narrative and story.cue("within", word):
        return None  # "in a year's time": within a year
    sign = story.meaning("direction", word)
    unit = story.meaning("units", slots["plural"])
    count, mod = count_of(match, story), modifier(match, story)
    if "count" not in slots and story.cue("definite", story.folded[match.start : match.end]):
        count = 1.0  # the year before
    halved = story.cue("half_within", story.folded[match.start : match.end])
    if count is not None and halved and count == int(count):
        count += 0.5
    if unit in CLOCK_UNITS:  # a length between two moments of which neither is known
        return Reading("DURATION", length_of(count, unit), mod, leads=False)
    if count is None:
        told = story.narrative or story.cue("from_publication", word)
        ahead = sign > 0 and (told or story.direction(match) >= 0)
        value = "FUTURE_REF" if ahead else "PAST_REF"
        return Reading("DATE", value, mod, "relative", leads=False)
    if unit == "Y" and sign < 0 and count == int(count):
        reading = _in_accounts(match, story, int(count))
        if reading:
            return reading
    from_here = story.cue("from_publication", word)
    base = here_of(story) if from_here else reached(unit, match, story, back=sign < 0)
    reading = _at_distance(unit, sign * count, mod, base, story)
    ungrounded = unit in _OF_YEARS and story.memory.base(unit) is None
    ungrounded = ungrounded or _cannot_be(reading, match, story)
    if sign > 0 and not from_here and ungrounded:
        return Reading("DATE", unknown(unit), mod, "relative", leads=False)
    return reading


def range_distance(match: Match, story: Story) -> Reading | None:
    """Read "two or three weeks ago": the nearer of the two, with the interval from one to the other."""
    slots = match.slots
    near = distance(match._replace(slots={**slots, "count": slots["low"]}), story)
    far = distance(match, story)
    if near is None or far is None:
        return None
    ends = sorted(
        (interval(near.value), interval(far.value)), key=lambda when: when.start or date.min
    )
    if near.type == "DATE" and all(when.is_known for when in ends):
        near.mod, near.within = "APPROX", dates.between(ends[0], ends[1])
    return near


def _cannot_be(later: Reading, match: Match, story: Story) -> bool:
    """Whether a report tells of what came "later" as of what has been, and it would be yet to come."""
    start = interval(later.value).start
    if start is None or story.published is None or start <= story.published:
        return False
    return story.direction(match) <= 0


def _in_accounts(match: Match, story: Story, years: int) -> Reading | None:
    if not story.quarter:
        return None
    if story.cue("money", story.before(match) + story.after(match)):
        return year_ago_quarter(match, story, years)
    return None


def _plus(base: Point, unit: str, count: float) -> str:
    """The value so far from `base`, no finer than it is told: "1,200 years ago" is a century."""
    centuries = count / _YEARS_OF_CENTURY if unit == "Y" else count if unit == "CE" else 0
    if abs(centuries) >= _MANY_CENTURIES and centuries == int(centuries):
        return period(base, "CE", int(centuries))
    return base.plus(unit, count)


def _at_distance(
    unit: str, count: float, mod: str | None, base: Point | None, story: Story
) -> Reading:
    if base is None or not base.counts(unit):
        return Reading("DATE", unknown(unit), mod, "relative", leads=False)
    if unit == "Y" and count != int(count):
        unit, count = "M", count * 12
    try:
        value = _plus(base, unit, count)
    except (ValueError, OverflowError):
        far = "PAST_REF" if count < 0 else "FUTURE_REF"
        return Reading("DATE", far, mod, "relative", leads=False)
    basis, anchor = origin(base, story)
    return Reading("DATE", value, mod, basis, anchor)

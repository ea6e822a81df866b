"""Interpreters of periods and distances told from another date: "last week", "two years earlier"."""

from __future__ import annotations

from datetime import date, timedelta

from ingest import dates
from ingest.dates import Basis
from ingest.extract.when import values
from ingest.extract.when.accounts import until_its_end, year_ago_quarter
from ingest.extract.when.grammar import Match
from ingest.extract.when.lengths import length_of, past_unit
from ingest.extract.when.point import Point, point_on
from ingest.extract.when.slots import count_of, modifier
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval
from ingest.extract.when.weeks import week_seen

#: Units of the clock: distances in them are not dates.
_CLOCK_UNITS = frozenset({"TS", "TM", "TH"})
#: "25 years later" is not counted from publication.
_OF_YEARS = frozenset({"Y", "DE", "CE"})
#: In a report a day that was named so many characters ago is no longer what "the previous day" is counted from.
_OF_DAYS = frozenset({"D", "W", "WE", "FN"})
_JUST_NAMED = 500
#: What was named so few characters ago is what "the end of the year" is of.
_SAME_PASSAGE = 200
#: So many centuries away a century is meant, not a year.
_MANY_CENTURIES = 5
_YEARS_OF_CENTURY = 100
#: Until this day of the week, "this weekend" may be the last one.
_EARLY_IN_WEEK = 3
_SATURDAY = 6
_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "FN": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
    "Q": "XXXX-QX",
}  # fmt: skip


def step(match: Match, story: Story) -> Reading | None:
    """Read "last week", "this year", "the following day", "the end of the month"."""
    slots = match.slots
    unit = story.meaning("unit", slots["unit"]) if "unit" in slots else "Y"
    if unit in _CLOCK_UNITS:
        return None
    mod = "END" if "yearend" in slots else modifier(match, story)
    if word := slots.get("story"):
        shift = story.meaning("story", word)
        # "the same day", where none was named, is not that of publication
        none = unit == "D" and not shift and story.memory.day is None
        base = None if none else _reached(unit, match, story, back=shift < 0)
        return _told(unit, shift, mod, base, story)
    if unit == "D" and _is_of_a_row(match, story):
        return None
    if unit == "D" and story.cue("to_this_day", story.near_before(match)):
        return Reading("DATE", "PRESENT_REF", None, "relative", leads=False)
    kind = "farshift" if "farshift" in slots else "shift"
    word = slots.get(kind, "")
    shift = story.meaning(kind, word) if word else 0
    compared = unit == "Y" and shift == -1 and story.cue("compared", story.before(match))
    if compared and (reading := year_ago_quarter(match, story)):
        return reading
    if "yearend" in slots and story.cue("since_before", story.near_before(match)):
        shift = 0 if story.narrative else -1
    reading = _told(unit, shift, mod, _step_base(unit, word, match, story), story)
    if unit == "W" and story.published and reading.basis == "relative":
        seen = week_seen(shift, story.published, match, story)
        if seen != story.published:  # the value counts calendar weeks, as TimeML does
            reading.within = interval(period(point_on(seen), unit, shift))
    return reading


def next_unit(match: Match, story: Story) -> Reading | None:
    """Read "in the next year": in a report a length that begins at publication, in a story the following year."""
    if story.narrative:
        return step(match, story)
    slots = {**match.slots, "shift": match.slots["story"]}
    del slots["story"]
    return past_unit(match._replace(slots=slots), story)


def _step_base(unit: str, word: str, match: Match, story: Story) -> Point | None:
    """What a step is taken from by its `word`: publication, or the date that the story has reached."""
    if story.narrative and unit == "D" and word and story.cue("this_one", word):
        return story.memory.base(unit)  # "this day" is the story's
    if word and not story.cue("story_shift", word):
        return _here(story)
    if "yearend" in match.slots and not story.narrative:
        return _here(story)
    if story.cue("next_day", story.folded[match.start : match.end]):
        return story.memory.base(unit)  # never the one after publication
    # "the next month he was freed"
    went_on = story.cue("the_next", word) and story.direction(match) < 0
    if story.narrative or went_on or (not word and _is_of_the_passage(unit, match, story)):
        return _reached(unit, match, story, back=True)
    return _here(story)


def _is_of_a_row(match: Match, story: Story) -> bool:
    """Whether "last day" is the last of some days: the day before is "yesterday"."""
    word = match.slots.get("shift")
    return word is not None and bool(story.meaning("shift", word) < 0)


def _is_of_the_passage(unit: str, match: Match, story: Story) -> bool:
    """Whether a report's "end of the year" is of the year that it has just named, not of its own."""
    if unit == "D":
        return True
    ahead = story.direction(match) > 0 or story.is_deadline(match)
    return not ahead and match.start - story.memory.latest_end <= _SAME_PASSAGE


def _here(story: Story) -> Point | None:
    return point_on(story.published) if story.published else None


def _reached(unit: str, match: Match, story: Story, *, back: bool) -> Point | None:
    """The date that the story has reached; in a report that has just named none, its publication.

    `back`: the words look back ("a day earlier"): in a report, from publication rather than from a
    day that was named long ago.
    """
    base, here = story.memory.base(unit), _here(story)
    if story.narrative or here is None:
        return base
    stale = unit in _OF_DAYS and match.start - story.memory.day_end > _JUST_NAMED
    coarse = unit == "M" and base is not None and base.value[5:6] == "Q"
    return here if base is None or (back and (stale or coarse)) else base


def _told(unit: str, shift: int, mod: str | None, base: Point | None, story: Story) -> Reading:
    """The period `shift` periods from that of `base`."""
    if base is None or not base.counts(unit):
        return Reading("DATE", unknown(unit), mod, "relative", leads=False)
    try:
        value = period(base, unit, shift)
    except (ValueError, OverflowError):
        return Reading("DATE", unknown(unit), mod, "relative", leads=False)
    basis, anchor = origin(base, story)
    return Reading("DATE", value, mod, basis, anchor)


def origin(base: Point, story: Story) -> tuple[Basis, str]:
    """Return the basis and the anchor, in words, of what is told from `base`."""
    if story.published and base == point_on(story.published) and base != story.memory.day:
        return "relative", story.publication
    return "context", f"after {base.value}"


def definite(match: Match, story: Story) -> Reading | None:
    """Read "the year ended June 30" (a length) and "(the first half) of the year" (a date)."""
    unit = story.meaning("unit", match.slots["unit"])
    if unit in _CLOCK_UNITS or unit == "D":
        return None
    if story.cue("ended", story.after(match)):
        return until_its_end(Reading("DURATION", f"P1{unit}", leads=False), match, story)
    base = story.memory.base(unit) if story.narrative else _here(story)
    if unit == "W":
        base = _reached(unit, match, story, back=True)
    reading = _told(unit, 0, None, base, story)
    reading.leads = False
    return reading


def weekend(match: Match, story: Story) -> Reading | None:
    """Read "the weekend", "this weekend", "next weekend"."""
    mod = modifier(match, story)
    if word := match.slots.get("story"):
        shift = story.meaning("story", word)
        return _told("WE", shift, mod, _reached("WE", match, story, back=shift < 0), story)
    if story.narrative or story.published is None:
        return _told("WE", 0, mod, story.memory.base("WE"), story)
    if word := match.slots.get("farshift"):
        shift = story.meaning("farshift", word)
    elif word := match.slots.get("shift"):
        shift = story.meaning("shift", word)
        if story.cue("coming", word) and story.published.isoweekday() < _SATURDAY:
            shift = 0  # the one that ends this week
        elif (
            not shift
            and story.published.isoweekday() <= _EARLY_IN_WEEK
            and story.direction(match) < 0
        ):
            shift = -1  # told on a Monday: the one that is just over
    else:
        ahead = story.direction(match) > 0 or story.is_deadline(match)
        ahead = ahead or (
            story.published.isoweekday() >= _EARLY_IN_WEEK
            and story.cue("to_weekend", story.near_before(match))
        )
        here = story.published.isoweekday() >= _SATURDAY or ahead
        shift = 0 if here else -1
    return _told("WE", shift, mod, _here(story), story)


def period(base: Point, unit: str, shift: int) -> str:
    """Return the value of the period of `unit` that is `shift` periods from that of `base`."""
    if unit == "WE":
        if base.on is None:
            raise ValueError("no weekends before Christ")
        saturday = base.on + timedelta(days=6 - base.on.isoweekday(), weeks=shift)
        return f"{values.of_week(saturday)}-WE"
    value = base.plus(unit, shift)
    return value[: {"DE": 3, "CE": 2}.get(unit, len(value))] if value[0] != "B" else value


def unknown(unit: str) -> str:
    """Return the TIMEX3 value of a period of `unit` of which nothing is known."""
    return _UNKNOWN.get(unit, "XXXX")


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
    if unit in _CLOCK_UNITS:  # a length between two moments of which neither is known
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
    base = _here(story) if from_here else _reached(unit, match, story, back=sign < 0)
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

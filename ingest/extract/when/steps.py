"""Interpreters of periods told from another date: "last week", "the following year", "this weekend"."""

from __future__ import annotations

from datetime import timedelta

from ingest import dates
from ingest.dates import Basis, DateRange
from ingest.extract.when import values
from ingest.extract.when.accounts import until_its_end, year_ago_quarter
from ingest.extract.when.grammar import Match
from ingest.extract.when.lengths import past_unit
from ingest.extract.when.point import Point, point_on
from ingest.extract.when.slots import modifier
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval
from ingest.extract.when.weeks import week_seen

#: Units of the clock: distances in them are not dates.
CLOCK_UNITS = frozenset({"TS", "TM", "TH"})
#: In a report a day that was named so many characters ago is no longer what "the previous day" is counted from.
_OF_DAYS = frozenset({"D", "W", "WE", "FN"})
_JUST_NAMED = 500
#: What was named so few characters ago is what "the end of the year" is of.
_SAME_PASSAGE = 200
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
    if unit in CLOCK_UNITS:
        return None
    mod = "END" if "yearend" in slots else modifier(match, story)
    if word := slots.get("story"):
        shift = story.meaning("story", word)
        # "the same day", where none was named, is not that of publication
        none = unit == "D" and not shift and story.told_day(match) is None
        base = None if none else reached(unit, match, story, back=shift < 0)
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
    if unit == "Y" and (half := story.grammar.cues["half_of"].search(slots.get("edge", ""))):
        reading.within = _half(reading.value, 1 if half["first"] else 2)
    if unit == "W" and story.published and reading.basis == "relative":
        seen = week_seen(shift, story.published, match, story)
        if seen != story.published:  # the value counts calendar weeks, as TimeML does
            reading.within = interval(period(point_on(seen), unit, shift))
    return reading


def _half(value: str, which: int) -> DateRange | None:
    """The half of a year, for "the first half of the year"; None of a year that is not known."""
    return dates.half(int(value), which) if value.isdigit() else None


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
        return here_of(story)
    if "yearend" in match.slots and not story.narrative:
        return here_of(story)
    if story.cue("next_day", story.folded[match.start : match.end]):
        return story.memory.base(unit)  # never the one after publication
    # "the next month he was freed"
    went_on = story.cue("the_next", word) and story.direction(match) < 0
    if story.narrative or went_on or (not word and _is_of_the_passage(unit, match, story)):
        return reached(unit, match, story, back=True)
    return here_of(story)


def _is_of_a_row(match: Match, story: Story) -> bool:
    """Whether "last day" is the last of some days: the day before is "yesterday"."""
    word = match.slots.get("shift")
    return word is not None and bool(story.meaning("shift", word) < 0)


def _is_of_the_passage(unit: str, match: Match, story: Story) -> bool:
    """Whether a report's "end of the year" is of the year that it has just named, not of its own."""
    if unit == "D":
        return True
    past = story.direction(match) < 0 and not story.cue("would", story.after(match))
    told = story.opens(match) and past  # "By the end of the month there were 300"
    ahead = story.direction(match) > 0 or (story.is_deadline(match) and not told)
    return not ahead and match.start - story.memory.latest_end <= _SAME_PASSAGE


def here_of(story: Story) -> Point | None:
    """Return the day of publication as a point; None where it is not known."""
    return point_on(story.published) if story.published else None


def reached(unit: str, match: Match, story: Story, *, back: bool) -> Point | None:
    """Return the date that the story has reached; in a report that has just named none, its publication.

    `back`: the words look back ("a day earlier"): in a report, from publication rather than from a
    day that was named long ago.
    """
    base, here = story.memory.base(unit), here_of(story)
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
    if unit in CLOCK_UNITS or unit == "D":
        return None
    if story.cue("ended", story.after(match)):
        return until_its_end(Reading("DURATION", f"P1{unit}", leads=False), match, story)
    base = story.memory.base(unit) if story.narrative else here_of(story)
    if unit == "W":
        base = reached(unit, match, story, back=True)
    reading = _told(unit, 0, None, base, story)
    reading.leads = False
    return reading


def weekend(match: Match, story: Story) -> Reading | None:
    """Read "the weekend", "this weekend", "next weekend"."""
    mod = modifier(match, story)
    if word := match.slots.get("story"):
        shift = story.meaning("story", word)
        return _told("WE", shift, mod, reached("WE", match, story, back=shift < 0), story)
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
    return _told("WE", shift, mod, here_of(story), story)


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

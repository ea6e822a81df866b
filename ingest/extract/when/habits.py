"""Weekdays and times of day that come again and again: hours of opening, "on a Tuesday", "usually at 8 a.m."."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.expression import TimexType
from ingest.extract.when.grammar import Match
from ingest.extract.when.slots import clock_of_part, modifier
from ingest.extract.when.story import Reading, Story

#: Hours of opening are written in so many characters, and stand so near those of the other days.
_LONGEST_HOURS: Final = 30
_SAME_LIST: Final = 120


def weekday(number: int, match: Match, story: Story) -> Reading | None:
    """Read a weekday (`number` 1 is Monday) of every week or of no certain one; None of any other."""
    clock = clock_of_part(match, story)
    if listed := story.grammar.cues["weekday_list"].search(story.after(match)):
        part = listed["part"]
        clock = f"T{story.meaning('part', part)}" if part else clock
        return Reading("SET", f"XXXX-WXX-{number}{clock}", leads=False)
    if match.slots.keys() <= {"weekday"} and _is_of_opening_hours(match, story):
        story.memory.hours_end = match.end + _LONGEST_HOURS
        return Reading("SET", f"XXXX-WXX-{number}", leads=False)
    if _is_of_no_week(match, story):
        kind: TimexType = "TIME" if clock else "DATE"
        value = f"XXXX-WXX-{number}{clock}"
        return Reading(kind, value, modifier(match, story), "context", leads=False)
    return None


def is_clock_of_any_day(match: Match, story: Story) -> bool:
    """Whether a clock time without a day is of no day ("he usually calls at 8 a.m.", "the 8 a.m. rush", hours of opening)."""
    if match.start < story.memory.hours_end:
        return True
    before = story.before(match)
    if story.cue("habit", before):
        return story.memory.day is None or match.start - story.memory.day_end > len(before)
    return story.cue("habit_before", before) and story.cue("habit_after", story.after(match))


def _is_of_no_week(match: Match, story: Story) -> bool:
    """Whether it is "on a Tuesday", which "on a Tuesday visit" is not."""
    return story.cue("any_day", story.near_before(match)) and not story.cue(
        "noun_next", story.after(match)
    )


def _is_of_opening_hours(match: Match, story: Story) -> bool:
    """Whether it is one of the days with the same hours in every week ("Monday - Friday: 9am - 5pm")."""
    days = story.grammar.cues["opening_days"]
    if days.match(story.folded, match.start):
        return True
    end = match.end + _LONGEST_HOURS
    if not story.cue("opening_end", story.folded[match.end : end]):
        return False
    return days.search(story.folded, max(0, match.start - _SAME_LIST), end) is not None

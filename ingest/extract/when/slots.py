"""What the slots of a match say: modifiers, counts, and the year that they state."""

from __future__ import annotations

from typing import NamedTuple

from ingest.dates import Basis
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import number, ordinal, year_number
from ingest.extract.when.story import Story


class Dated(NamedTuple):
    """A year (astronomical: 0 is 1 BC) and what gave it."""

    year: int
    basis: Basis
    anchor: str | None


def modifier(match: Match, story: Story) -> str | None:
    """Return the TIMEX3 mod that "early", "the end of", "nearly" and their like stand for."""
    for name in ("edge", "mod", "approx"):
        if word := match.slots.get(name):
            return str(story.meaning(name, word))
    return None


def apart(match: Match, story: Story) -> int:
    """Return how many characters of "about" stand before a length or a clock time, not in it.

    The news that TimeML was tried on marks "five hours" in "about five hours"; `mod` tells of the rest.
    """
    word = match.slots.get("approx", "")
    return len(word) + 1 if story.cue("apart", word) else 0


def clock_of_part(match: Match, story: Story) -> str:
    """Return "TMO" for "morning" and so on; "" where no part of the day is named."""
    part = match.slots.get("part")
    return f"T{story.meaning('part', part)}" if part else ""


def count_of(match: Match, story: Story) -> float | None:
    """Return the number in the `count` slot; None where it is vague or missing."""
    text = match.slots.get("count")
    return number(text, story) if text else None


def month_of(match: Match, story: Story) -> int:
    """Return the number of the month that is named."""
    return int(story.meaning("month", match.slots["month"]))


def day_number_of(match: Match, story: Story) -> int:
    """Return the number of the day of the month that is named."""
    return ordinal(match.slots.get("day") or match.slots["dayth"], story)


def stated_year(match: Match, story: Story) -> Dated | None:
    """Return the year that the words of the match give, outright or by a step; None: they give none."""
    slots = match.slots
    text = slots.get("year") or ("'" + slots["two"] if "two" in slots else "")
    if code := slots.get("fiscalcode", ""):
        text = str(story.meaning("fiscalcode", code))
    if text:
        return Dated(year_number(text, story), "explicit", None)
    if text := slots.get("era4", ""):
        before_christ = story.meaning("era", slots["era"]) < 0
        return Dated(1 - int(text) if before_christ else int(text), "explicit", None)
    if text := slots.get("yearstory", ""):
        return _from_story(story.meaning("story", text), story)
    if not (text := slots.get("yearstep", "")):
        return None
    shift = story.meaning("shift", text)
    told = story.cue("the_next", text) and story.direction(match) < 0
    if story.published and story.tells_from_here(text) and not told:
        return Dated(story.published.year + shift, "relative", story.publication)
    return _from_story(shift, story)


def _from_story(shift: int, story: Story) -> Dated | None:
    latest = story.memory.latest
    return Dated(latest.year + shift, "context", f"after {latest.value}") if latest else None

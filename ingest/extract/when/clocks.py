"""Interpreters of times of day, with the day that they name or inherit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ingest.extract.when import days, habits, relative
from ingest.extract.when.grammar import Match
from ingest.extract.when.memory import PARTS_OF_DAY
from ingest.extract.when.relative import weekday_from
from ingest.extract.when.slots import apart, clock_of_part, modifier
from ingest.extract.when.story import Interpreter, Reading, Story

#: A clock time belongs to the day that was named at most this many characters before it.
_SAME_PASSAGE: Final = 300
#: And to the one right before it whatever else was told ("on Thursday at about 10 a.m.").
_RIGHT_BEFORE: Final = 24
#: In a report, a day of another sentence is that of a clock time only if it is so many days old.
_SAME_NEWS: Final = 7
_DATE: Final = re.compile(r"(?!0001-01-01)[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: "2024-06-25", without a time of day.
_LENGTH_OF_DAY: Final = 10
#: The slots that name the day of a clock time, and what reads them.
_NAMED_DAYS: Final[dict[str, Interpreter]] = {
    "month": days.day, "weekday": relative.weekday, "deictic": relative.deictic,
    "thispart": relative.this_part,
}  # fmt: skip


def clock(match: Match, story: Story) -> Reading | None:
    """Read "10:35 a.m.", "17:40 GMT", "five o'clock", with the weekday or date that follows."""
    slots = match.slots
    hour = int(slots["hour"]) if "hour" in slots else story.meaning("number", slots["hourword"])
    if hour > 24 or (hour > 12 and not {"min", "meridiem"} & slots.keys()):
        return None
    if word := slots.get("meridiem"):
        half = story.meaning("meridiem", word)
        if hour > 12 and not half:
            return None
        if hour <= 12:  # "00:41 a.m.", "15:37 p.m." are read as they stand
            hour = hour % 12 + half
    elif "part" in slots and story.cue("afternoon", slots["part"]) and hour < 12:
        hour += 12
    second = f":{slots['sec']}" if "sec" in slots else ""
    return _on_its_day(f"T{hour:02}:{slots.get('min', '00')}{second}", match, story)


def military(match: Match, story: Story) -> Reading | None:
    """Read "0735 GMT"."""
    text = match.slots["hhmm"].zfill(4)
    if int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return _on_its_day(f"T{text[:2]}:{text[2:]}", match, story)


def clock_name(match: Match, story: Story) -> Reading | None:
    """Read "noon", "midnight"."""
    return _on_its_day(story.meaning("clock", match.slots["clock"]), match, story)


def day_part(match: Match, story: Story) -> Reading | None:
    """Read "in the morning", "by mid-afternoon" of a day that was just named; None of any day."""
    day = story.memory.day
    if day is None or len(day.value) > _LENGTH_OF_DAY or not _is_same_passage(match, story):
        return None
    value = day.value + clock_of_part(match, story)
    return Reading("TIME", value, None, "context", f"after {day.value}", leads=False)


def _on_its_day(clock_value: str, match: Match, story: Story) -> Reading | None:
    day = _day(match, story, int(clock_value[1:3]))
    if day is None:
        return None
    value = day.value[:10] if len(day.value) >= 10 else "XXXX-XX-XX"
    return Reading(
        "TIME", value + clock_value, modifier(match, story), day.basis, day.anchor,
        leads=day.leads, skip=apart(match, story),
    )  # fmt: skip


def _day(match: Match, story: Story, hour: int) -> Reading | None:
    """The day that the match names, or else the one that its sentence or its story gives."""
    slots = {name: word for name, word in match.slots.items() if name not in ("part", "approx")}
    plain = Match(match.rule, match.start, match.end, slots)
    for slot, read in _NAMED_DAYS.items():
        if slot not in slots:
            continue
        reading = read(plain, story)
        if slots[slot] in story.folded[match.start : match.end]:
            return reading
        at = story.folded.find(slots[slot], match.end)
        if reading and "\n" not in story.text[match.end : at]:  # no list of hours, a day a line
            return _before_later_clock(reading, hour, match, story)
    if habits.is_clock_of_any_day(match, story):
        return Reading("TIME", "XXXX-XX-XX", None, "context", leads=False)
    return _day_of_part(hour, match, story) or _inherited_day(match, story)


def _before_later_clock(day: Reading, hour: int, match: Match, story: Story) -> Reading:
    """The day of "9 a.m." in "from 9 a.m. to 5 p.m. on Friday": that day, or the one before where a night lies between."""
    later = story.grammar.cues["later_clock"].match(story.folded, match.end)
    until = int(later["hour"]) if later else hour
    if later and (word := later["meridiem"]):
        until = until % 12 + story.meaning("meridiem", word)
    value = day.value
    if until < hour and _DATE.fullmatch(value):
        value = str(date.fromisoformat(value) - timedelta(days=1))
    return replace(day, value=value, leads=False)


def _day_of_part(hour: int, match: Match, story: Story) -> Reading | None:
    """The day of "Thursday night" for "at 10:40 p.m.", though the police told of it on Friday."""
    part, end = story.memory.part, story.memory.part_end
    if part is None or match.start - end > _SAME_PASSAGE or "\n" in story.text[end : match.start]:
        return None
    if _stands_at_its_day(match, story):
        return None  # "charged on Tuesday morning, in court on Thursday at 10 a.m."
    first, last = PARTS_OF_DAY[part.value[-2:]]
    if not first <= hour <= last or story.grammar.cues["day_ahead"].match(story.folded, match.end):
        return None
    return Reading(
        "TIME", part.value[:10], None, "context", f"after {part.value[:10]}", leads=False
    )


def _stands_at_its_day(match: Match, story: Story) -> bool:
    """Whether a day stands right before a clock time ("Thursday at 10 a.m.")."""
    end = story.memory.day_end
    return 0 <= match.start - end <= _RIGHT_BEFORE and story.cue(
        "day_then_clock", story.folded[end : match.start]
    )


def _is_same_passage(match: Match, story: Story) -> bool:
    """Whether the latest day is that of a clock time: told in its paragraph, not long ago."""
    day, end = story.memory.day, story.memory.day_end
    if day is None or match.start - end > _SAME_PASSAGE or "\n" in story.text[end : match.start]:
        return False
    here = story.published
    if here is None or story.narrative or day.on is None:
        return True
    in_sentence = len(story.before(match)) >= match.start - end
    return in_sentence or 0 <= (here - day.on).days <= _SAME_NEWS


def _inherited_day(match: Match, story: Story) -> Reading:
    here = None if story.narrative else story.published
    ahead = story.grammar.cues["day_ahead"].match(story.folded, match.end)
    named = story.memory.day
    if ahead and here:
        number = story.meaning("weekday", ahead["weekday"])
        direction = story.direction(match) or -1
        on = here if number == here.isoweekday() else weekday_from(here, number, direction)
        return Reading("TIME", str(on), None, "relative", story.publication, leads=False)
    if named and _is_same_passage(match, story):
        anchor = f"after {named.value[:10]}"
        return Reading("TIME", named.value[:10], None, "context", anchor, leads=False)
    if here:
        return Reading("TIME", str(here), None, "relative", story.publication, leads=False)
    return Reading("TIME", "XXXX-XX-XX", None, "context", leads=False)

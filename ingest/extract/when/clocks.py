"""Interpreters of times of day, with the day that they name or inherit."""

from __future__ import annotations

from datetime import date

from ingest.extract.when import calendar, relative
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Reading, Story


def instant(match: Match, story: Story) -> Reading | None:
    """Read an ISO 8601 instant."""
    slots = match.slots
    try:
        on = date(int(slots["year4"]), int(slots["mm"]), int(slots["dd"]))
    except ValueError:
        return None
    return Reading("TIME", f"{on}T{_digits(slots, int(slots['hour']), story)}")


def clock(match: Match, story: Story) -> Reading | None:
    """Read "10:35 a.m.", "17:40 GMT", with the weekday or date that follows."""
    slots = match.slots
    hour = int(slots["hour"]) if "hour" in slots else story.meaning("number", slots["hourword"])
    if hour > 24:
        return None
    if meridiem := slots.get("meridiem"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + story.meaning("meridiem", meridiem)
    return _at(f"T{_digits(slots, hour, story)}", match, story)


def military(match: Match, story: Story) -> Reading | None:
    """Read "0735 GMT"."""
    text = match.slots["hhmm"].zfill(4)
    if int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return _at(f"T{text[:2]}:{text[2:]}{_zone(match.slots, story)}", match, story)


def clock_name(match: Match, story: Story) -> Reading | None:
    """Read "noon", "midnight"."""
    return _at(story.meaning("clock", match.slots["clock"]), match, story)


def _digits(slots: dict[str, str], hour: int, story: Story) -> str:
    minute = slots.get("min", "00") if "min" in slots or "meridiem" in slots else ""
    text = f"{hour:02}" + (f":{minute}" if minute else "")
    if second := slots.get("sec"):
        text += f":{second}"
    return text + _zone(slots, story)


def _zone(slots: dict[str, str], story: Story) -> str:
    return ""


def _at(clock_value: str, match: Match, story: Story) -> Reading | None:
    slots = match.slots
    mod = calendar.modifier(match, story)
    reading: Reading | None
    if "month" in slots:
        reading = calendar.day(match, story)
    elif "weekday" in slots:
        plain = {key: word for key, word in slots.items() if key != "part"}
        reading = relative.weekday(Match(match.rule, match.start, match.end, plain), story)
    elif "deictic" in slots:
        reading = relative.deictic(match, story)
    elif len(story.focus) >= 10 and match.start - story.focus_end < 300:
        reading = Reading("TIME", story.focus[:10], None, "context", f"after {story.focus[:10]}")
    elif story.published and not story.narrative:
        reading = Reading(
            "TIME", str(story.published), None, "relative", f"published {story.published}"
        )
    else:
        reading = Reading("TIME", "XXXX-XX-XX", None, "context", leads=False)
    if reading is None:
        return None
    day_value = reading.value[:10] if len(reading.value) >= 10 else "XXXX-XX-XX"
    return Reading(
        "TIME", day_value + clock_value, mod, reading.basis, reading.anchor, leads=reading.leads
    )

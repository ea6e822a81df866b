"""Interpreters of dates told from another: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

from datetime import date, timedelta

from ingest.extract.when import values
from ingest.extract.when.accounts import year_ago_quarter
from ingest.extract.when.calendar import figure_count, modifier
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Reading, Story

#: Units that a step names as a period of its own ("this week"); those of the clock are not.
_CLOCK_UNITS = frozenset({"TS", "TM", "TH"})
_WIDER = {"D": "W", "W": "M", "M": "Y", "Y": "DE"}


def deictic(match: Match, story: Story) -> Reading | None:
    """Read "today", "yesterday", "tomorrow", with a part of the day or without."""
    offset = story.meaning("deictic", match.slots["deictic"])
    if story.narrative and not offset:
        return Reading("DATE", "PRESENT_REF", leads=False)
    return _on_day(offset, match, story)


def this_part(match: Match, story: Story) -> Reading | None:
    """Read "this morning", "that evening"."""
    if "thatpart" in match.slots:
        code = story.meaning("part", match.slots["part"])
        if on := story.focus_day:
            return Reading(
                "TIME", f"{on}T{code}", modifier(match, story), "context", f"after {story.focus}"
            )
        return Reading("TIME", f"XXXX-XX-XXT{code}", modifier(match, story), "context", leads=False)
    return _on_day(0, match, story)


def last_night(match: Match, story: Story) -> Reading | None:
    """Read "last night", "tonight", "overnight"."""
    night = Match(match.rule, match.start, match.end, {"part": "night"} | match.slots)
    return _on_day(-1 if "last" in match.slots else 0, night, story)


def _on_day(offset: int, match: Match, story: Story) -> Reading:
    part = match.slots.get("part")
    clock = f"T{story.meaning('part', part)}" if part else ""
    kind = "TIME" if part else "DATE"
    mod = modifier(match, story)
    if story.published is None:
        return Reading(kind, f"XXXX-XX-XX{clock}", mod, "relative", leads=False)  # type: ignore[arg-type]
    on = story.published + timedelta(days=offset)
    return Reading(kind, f"{on}{clock}", mod, "relative", f"published {story.published}")  # type: ignore[arg-type]


def weekday(match: Match, story: Story) -> Reading | None:
    """Read a weekday: the last or the next as the words around tell."""
    number = story.meaning("weekday", match.slots["weekday"])
    part = match.slots.get("part")
    clock = f"T{story.meaning('part', part)}" if part else ""
    kind = "TIME" if part else "DATE"
    mod = modifier(match, story)
    if story.narrative or story.published is None or "story" in match.slots:
        if not story.focus_day or len(story.focus) < 10:
            return Reading(kind, f"XXXX-WXX-{number}{clock}", mod, "relative", leads=False)  # type: ignore[arg-type]
        shift = story.meaning("story", match.slots["story"]) if "story" in match.slots else 1
        on = _weekday_from(story.focus_day, number, shift or 1)
        return Reading(kind, f"{on}{clock}", mod, "context", f"after {story.focus}")  # type: ignore[arg-type]
    base = story.published
    if step := match.slots.get("weekstep"):
        monday = (
            base
            - timedelta(days=base.isoweekday() - 1)
            + timedelta(weeks=story.meaning("shift", step))
        )
        on = monday + timedelta(days=number - 1)
    elif step := match.slots.get("shift"):
        on = _stepped_weekday(base, number, story.meaning("shift", step), story.direction(match))
    else:
        on = _plain_weekday(base, number, match, story)
    return Reading(kind, f"{on}{clock}", mod, "relative", f"published {base}")  # type: ignore[arg-type]


def _plain_weekday(base: date, number: int, match: Match, story: Story) -> date:
    if number == base.isoweekday():
        return base
    return _weekday_from(base, number, 1 if story.direction(match) > 0 else -1)


def _stepped_weekday(base: date, number: int, shift: int, direction: int) -> date:
    if shift:
        return _weekday_from(base, number, shift)
    return base if number == base.isoweekday() else _weekday_from(base, number, direction or 1)


def _weekday_from(base: date, number: int, direction: int) -> date:
    if direction > 0:
        return base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1)
    return base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1)


def weekdays(match: Match, story: Story) -> Reading | None:
    """Read "Mondays", "Tuesday nights": a repetition."""
    number = story.meaning("weekday", match.slots["weekday"])
    part = match.slots.get("part")
    clock = f"T{story.meaning('part', part)}" if part else ""
    return Reading("SET", f"XXXX-WXX-{number}{clock}", leads=False)


def step(match: Match, story: Story) -> Reading | None:
    """Read "last week", "this year", "the following day", "the end of the month"."""
    unit = story.meaning("unit", match.slots["unit"]) if "unit" in match.slots else "Y"
    if unit in _CLOCK_UNITS:
        return None
    mod = modifier(match, story)
    if "yearend" in match.slots:
        mod = "END"
    if "story" in match.slots:
        return _story_step(unit, story.meaning("story", match.slots["story"]), mod, match, story)
    shift = story.meaning("shift", match.slots["shift"]) if "shift" in match.slots else 0
    base, basis, anchor = story.published, "relative", f"published {story.published}"
    if story.narrative or (base is None and "shift" not in match.slots):
        base, basis, anchor = story.focus_day, "context", f"after {story.focus}"
    if base is None:
        return Reading("DATE", unknown_unit(unit), mod, "relative", leads=False)
    return Reading("DATE", stepped(base, unit, shift), mod, basis, anchor)  # type: ignore[arg-type]


def definite(match: Match, story: Story) -> Reading | None:
    """Read "the year (ended June 30)", "(the first half) of the year"."""
    unit = story.meaning("unit", match.slots["unit"]) if "unit" in match.slots else ""
    if not unit:
        text = story.folded[match.start : match.end]
        unit = story.meaning("unit", text.split()[-1])
    if unit in _CLOCK_UNITS or unit == "D":
        return None
    base = story.focus_day if story.narrative else story.published
    if base is None:
        return Reading("DATE", unknown_unit(unit), leads=False)
    if story.narrative:
        return Reading("DATE", stepped(base, unit, 0), None, "context", f"after {story.focus}", leads=False)
    return Reading("DATE", stepped(base, unit, 0), None, "relative", f"published {base}", leads=False)


def weekend(match: Match, story: Story) -> Reading | None:
    """Read "the weekend", "this weekend", "next weekend"."""
    base = story.focus_day if story.narrative else story.published
    if base is None:
        return Reading("DATE", "XXXX-WXX-WE", leads=False)
    if step_word := match.slots.get("shift"):
        shift = story.meaning("shift", step_word)
    elif story_word := match.slots.get("story"):
        shift = story.meaning("story", story_word)
    else:
        shift = 0 if base.isoweekday() >= 6 or story.direction(match) > 0 else -1
    return Reading("DATE", stepped(base, "WE", shift), None, "relative", f"published {base}")


def _story_step(unit: str, shift: int, mod: str | None, match: Match, story: Story) -> Reading:
    base = story.focus_day
    if base is None:
        base = story.published
    if base is None:
        return Reading("DATE", unknown_unit(unit), mod, "context", leads=False)
    if unit == "D" and len(story.focus) < 10:
        return Reading("DATE", unknown_unit(unit), mod, "context", leads=False)
    return Reading("DATE", stepped(base, unit, shift), mod, "context", f"after {story.focus}")


def stepped(base: date, unit: str, shift: int) -> str:
    """Return the value of the period of `unit` that is `shift` periods from that of `base`."""
    if unit == "WE":
        saturday = base + timedelta(days=6 - base.isoweekday(), weeks=shift)
        return f"{values.of_week(saturday)}-WE"
    value = values.shifted(base, unit, shift)
    return {"DE": value[:3], "CE": value[:2]}.get(unit, value)


def unknown_unit(unit: str) -> str:
    """Return the TIMEX3 value of a period of `unit` of which nothing is known."""
    return {
        "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    }.get(unit, "XXXX")  # fmt: skip


def distance(match: Match, story: Story) -> Reading | None:
    """Read "two years ago", "a day earlier", "six weeks later"."""
    word = match.slots["direction"]
    sign = story.meaning("direction", word)
    plural = match.slots.get("plural") or match.slots["unit"]
    unit = story.meaning("units", plural)
    count = figure_count(match, story)
    deictic_word = story.cue("from_publication", word)
    vague = count is None
    mod = modifier(match, story)
    if vague:
        return Reading(
            "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod, "relative", leads=False
        )
    if unit in _CLOCK_UNITS:
        return Reading("TIME", "XXXX-XX-XXTXX", mod, "relative", leads=False)
    if unit == "Y" and sign < 0 and count == int(count or 0) and story.quarter:
        here = story.before(match) + story.after(match)
        if story.cue("money", here):
            return year_ago_quarter(match, story, int(count or 0))
    base, basis, anchor = story.published, "relative", f"published {story.published}"
    if not deictic_word or story.narrative:
        base, basis, anchor = story.focus_day, "context", f"after {story.focus}"
    if base is None:
        return Reading("DATE", unknown_unit(unit), mod, "relative", leads=False)
    if base is story.focus_day and len(story.focus) < {"D": 10, "W": 8, "M": 7}.get(unit, 4):
        return Reading("DATE", unknown_unit(unit), mod, "context", leads=False)
    try:
        value = _at_distance(base, unit, sign * (count or 0))
    except (ValueError, OverflowError):
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod, leads=False)
    return Reading("DATE", value, mod, basis, anchor)  # type: ignore[arg-type]


def _at_distance(base: date, unit: str, count: float) -> str:
    if count != int(count) and unit == "Y":
        return values.shifted(base, "M", count * 12)
    return values.shifted(base, unit, count)

"""Interpreters of days told from another: "yesterday", "this morning", "on Tuesday", "next Friday"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ingest.extract.when import habits, values
from ingest.extract.when.expression import TimexType
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import ordinal
from ingest.extract.when.point import days_on
from ingest.extract.when.relations import ends_range
from ingest.extract.when.slots import clock_of_part, count_of, modifier
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.these_days import is_of_these_days
from ingest.extract.when.weeks import week_seen

#: A day named at most so many characters before is the one that "overnight" is of.
_JUST_NAMED: Final = 300
_WEEK: Final = 7
_FRIDAY: Final = 5
#: A weekday that no verb dates lies ahead if it is so many days ahead.
_SOON: Final = 2
#: The end of a time that runs lies ahead if it is so many days ahead.
_NEAR_AHEAD: Final = 3
#: A day of the month comes round on a given weekday within so many months (the 31st takes longest).
_MOST_MONTHS_APART: Final = 30


def deictic(match: Match, story: Story) -> Reading | None:
    """Read "today", "yesterday", "tomorrow", with a part of the day or without."""
    offset, clock = story.meaning("deictic", match.slots["deictic"]), clock_of_part(match, story)
    if not offset and not clock and (story.narrative or is_of_these_days(match, story)):
        return Reading("DATE", "PRESENT_REF", leads=False)
    if story.narrative:
        return _of_the_story(offset, clock, match, story)
    return _from_publication(offset, clock, match, story)


def this_part(match: Match, story: Story) -> Reading | None:
    """Read "this morning", "that evening"."""
    clock = clock_of_part(match, story)
    if "thatpart" not in match.slots:
        return _from_publication(0, clock, match, story)
    day, mod = story.told_day(match), modifier(match, story)
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{clock}", mod, "context", leads=False)
    return Reading("TIME", f"{day.value[:10]}{clock}", mod, "context", f"after {day.value}")


def nth_day(match: Match, story: Story) -> Reading | None:
    """Read "(it is) the second day of the offensive": in a report, the day of publication; else None."""
    here = story.published
    if here is None or story.narrative or not story.cue("is_today", story.near_before(match)):
        return None
    return Reading("DATE", str(here), None, "relative", story.publication)


def story_part(match: Match, story: Story) -> Reading | None:
    """Read "the next morning", "the same evening": told from the story's day."""
    clock, mod = clock_of_part(match, story), modifier(match, story)
    shift = story.meaning("story", match.slots["story"])
    day = story.memory.base("D") if shift else story.told_day(match)
    on = day.on if day else None
    on = days_on(on, shift) if on else None
    if on is None or day is None:
        return Reading("TIME", f"XXXX-XX-XX{clock}", mod, "context", leads=False)
    return Reading("TIME", f"{on}{clock}", mod, "context", f"after {day.value}")


def last_night(match: Match, story: Story) -> Reading | None:
    """Read "last night", "tonight", "overnight"."""
    clock = clock_of_part(match, story) or "TNI"
    offset = -1 if "last" in match.slots else 0
    if story.narrative:
        return _of_the_story(offset, clock, match, story)
    reading = _from_publication(offset, clock, match, story)
    reading.leads = False  # the story's day is another: the shares lost "overnight", on a Friday
    return reading


def _of_the_story(offset: int, clock: str, match: Match, story: Story) -> Reading:
    """A day told from the one that a history has just named ("overnight"); unknown if it has not."""
    kind: TimexType = "TIME" if clock else "DATE"
    day, mod = story.memory.day, modifier(match, story)
    near = day is not None and match.start - story.memory.day_end <= _JUST_NAMED
    on = days_on(day.on, offset) if near and day and day.on else None
    if on is None or day is None:
        return Reading(kind, f"XXXX-XX-XX{clock}", mod, "context", leads=False)
    return Reading(kind, f"{on}{clock}", mod, "context", f"after {day.value}", leads=False)


def _from_publication(offset: int, clock: str, match: Match, story: Story) -> Reading:
    kind: TimexType = "TIME" if clock else "DATE"
    mod = modifier(match, story)
    on = days_on(story.published, offset) if story.published else None
    if on is None:
        return Reading(kind, f"XXXX-XX-XX{clock}", mod, "relative", leads=False)
    return Reading(kind, f"{on}{clock}", mod, "relative", story.publication)


def weekday(match: Match, story: Story) -> Reading | None:
    """Read a weekday: the last or the next, as the words around tell."""
    if _is_told_by_what_follows(match, story):
        value = f"XXXX-WXX-{story.meaning('weekday', match.slots['weekday'])}"
        return Reading("DATE", value + clock_of_part(match, story), leads=False)
    if not _is_conjunction(match, story):
        return _weekday(match, story)
    slots = {name: word for name, word in match.slots.items() if name != "story"}
    told = match._replace(slots=slots)
    reading = _weekday(told, story)
    if reading and story.published and story.cue("would_at_that", story.after(match)):
        number = story.meaning("weekday", slots["weekday"])
        on = weekday_from(story.published, number, 1)
        reading.value = f"{on}{clock_of_part(told, story)}"
    if reading:
        reading.skip = len(match.slots["story"]) + 1
    return reading


def _is_conjunction(match: Match, story: Story) -> bool:
    """Whether "that" begins what is said ("they said that Wednesday would be a holiday")."""
    return (
        story.cue("that_alone", match.slots.get("story", ""))
        and story.cue("says_last", story.near_before(match))
        and story.cue("verb_at_that", story.after(match))
    )


def _weekday(match: Match, story: Story) -> Reading | None:
    number = story.meaning("weekday", match.slots["weekday"])
    clock, mod = clock_of_part(match, story), modifier(match, story)
    kind: TimexType = "TIME" if clock else "DATE"
    step = match.slots.get("shift", "")
    if reading := habits.weekday(number, match, story):
        return reading
    from_here = story.tells_from_here(step) if step else not story.narrative
    if not step and (first := _range_day(match, story)):
        on = weekday_from(first, number, 1)
        return Reading(kind, f"{on}{clock}", mod, "context", f"after {first}")
    if story.published and from_here and not {"story", "weekstory"} & match.slots.keys():
        on = _from_here(number, match, story, story.published)
        return Reading(kind, f"{on}{clock}", mod, "relative", story.publication)
    day, word = story.memory.day, match.slots.get("story")
    if day and day.on and (week := match.slots.get("weekstory")):
        on = _in_week(day.on, number, story.meaning("story", week))
        return Reading(kind, f"{on}{clock}", mod, "context", f"after {day.value}")
    if day is None or day.on is None or (story.published is None and not word):
        return Reading(kind, f"XXXX-WXX-{number}{clock}", mod, "relative", leads=False)
    on = _in_story(day.on, number, story.meaning("story", word) if word else 1)
    return Reading(kind, f"{on}{clock}", mod, "context", f"after {day.value}")


def _is_told_by_what_follows(match: Match, story: Story) -> bool:
    """Whether it is "the Friday before the vote", of which the vote tells the date."""
    near = story.near_before(match)
    return story.cue("the_last", near) and story.cue("beside_next", story.after(match))


def _in_story(base: date, number: int, direction: int) -> date:
    """The next (1), the last (-1) or "that" weekday (0), which may be the day just named."""
    if not direction and base.isoweekday() == number:
        return base
    return weekday_from(base, number, direction or 1)


def _is_term(match: Match, story: Story) -> bool:
    """Whether a weekday is the end of a time that runs, and not one that tells on ("By Friday, it was ...")."""
    if not story.is_deadline(match) or story.opens(match):
        return False
    if story.cue("done_by", story.before(match)):
        return False
    return not (
        story.cue("and_then", story.after(match)) or story.cue("not_until", story.before(match))
    )


def _range_day(match: Match, story: Story) -> date | None:
    """The first day of a range of these days that a weekday ends ("from Friday to Sunday")."""
    first, here = story.memory.day, story.published
    if first is None or first.on is None or first is not story.memory.latest or here is None:
        return None
    near = abs((here - first.on).days) < _WEEK
    return first.on if near and ends_range(match, story) else None


def _from_here(number: int, match: Match, story: Story, base: date) -> date:
    slots = match.slots
    if word := slots.get("weekstep"):
        step = story.meaning("shift", word)
        return _in_week(week_seen(step, base, match, story), number, step)
    shift = story.meaning("shift", slots["shift"]) if "shift" in slots else 0
    if shift and story.cue("coming", slots["shift"]):
        return weekday_from(base, number, 1)
    if shift:
        return _step_from(base, number, shift)
    if number == base.isoweekday():
        return base - timedelta(days=7 if story.cue("since", story.near_before(match)) else 0)
    if "shift" in slots:
        return weekday_from(base, number, 1)
    return weekday_from(base, number, _bare_direction(number, match, story, base))


def _step_from(base: date, number: int, shift: int) -> date:
    """The weekday of "last Tuesday", "next Tuesday": neither yesterday nor tomorrow.

    Nor, told on a Wednesday, is "next Friday" the day after tomorrow, which is "Friday".
    """
    on = weekday_from(base, number, shift)
    ahead = (on - base).days
    in_days = ahead == _SOON and base.isoweekday() < number <= _FRIDAY
    return on + timedelta(days=_WEEK * shift) if abs(ahead) == 1 or in_days else on


def _bare_direction(number: int, match: Match, story: Story, base: date) -> int:
    """Where a weekday lies that nothing but tense tells of; where no verb does either, the nearer one."""
    ahead = (number - base.isoweekday()) % _WEEK
    held = story.cue("held_over", story.near_before(match))
    if held and not story.cue("and_then", story.after(match)):
        return 1
    if ahead == _WEEK - 1:
        return -1  # yesterday's: six days ahead it would be the next one
    if _is_term(match, story) and (
        ahead <= _NEAR_AHEAD or story.cue("bidden", story.before(match))
    ):
        return 1
    if story.is_deadline(match) and story.cue("on_condition", story.after(match)):
        return 1
    return story.direction(match) or (1 if ahead <= _SOON else -1)


def _in_week(base: date, number: int, step: int) -> date:
    """The weekday of the week that lies `step` weeks from that of `base`."""
    monday = base - timedelta(days=base.isoweekday() - 1)
    return monday + timedelta(days=number - 1, weeks=step)


def weekday_from(base: date, number: int, direction: int) -> date:
    """Return the next (direction 1) or the last (-1) such weekday, never `base` itself."""
    if direction > 0:
        return base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1)
    return base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1)


def weekday_nth(match: Match, story: Story) -> Reading | None:
    """Read "Friday the 13th": the last such day, or the next to come; None where nothing tells of when."""
    base = story.published
    if base is None or story.narrative:
        return None
    number = ordinal(match.slots["day"], story)
    weekday_number = story.meaning("weekday", match.slots["weekday"])
    direction = 1 if story.direction(match) > 0 else -1
    for months in range(_MOST_MONTHS_APART):
        try:
            on = values.add_months(base.replace(day=1), direction * months).replace(day=number)
        except ValueError:
            continue
        if on.isoweekday() == weekday_number and (on - base).days * direction >= 0:
            return Reading("DATE", str(on), None, "relative", story.publication)
    return None


def far_weekday(match: Match, story: Story) -> Reading | None:
    """Read "the Monday before last", "the Saturday after next", told from publication."""
    step = story.meaning("farshift", match.slots["farshift"])
    number = story.meaning("weekday", match.slots["weekday"])
    if story.published is None or story.narrative:
        return Reading("DATE", f"XXXX-WXX-{number}", None, "relative", leads=False)
    near = weekday_from(story.published, number, step)
    on = days_on(near, _WEEK * (step - (1 if step > 0 else -1)))
    return Reading("DATE", str(on or near), None, "relative", story.publication)


def weekdays_ago(match: Match, story: Story) -> Reading | None:
    """Read "two Sundays ago": counted back from publication, the last one being one Sunday ago."""
    number, count = (
        story.meaning("weekdayplural", match.slots["weekdayplural"]),
        count_of(match, story),
    )
    last = weekday_from(story.published, number, -1) if story.published else None
    on = days_on(last, -_WEEK * (round(count) - 1)) if last and count else None
    if on is None:
        return Reading("DATE", "PAST_REF", None, "relative", leads=False)
    return Reading("DATE", str(on), None, "relative", story.publication)


def weekdays(match: Match, story: Story) -> Reading | None:
    """Read "Mondays", "Tuesday nights": a repetition."""
    kind = "weekday" if "weekday" in match.slots else "weekdayplural"
    number = story.meaning(kind, match.slots[kind])
    return Reading("SET", f"XXXX-WXX-{number}{clock_of_part(match, story)}", leads=False)

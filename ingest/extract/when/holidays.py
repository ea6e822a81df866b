"""Interpreters and rules of named days: fixed, counted weekdays of a month, and those of Easter."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import Final

from ingest import dates
from ingest.extract.when import values
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import ordinal
from ingest.extract.when.slots import Dated, modifier, month_of, stated_year
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.years import story_year, year_ahead, year_of

#: Every month has so many of each weekday.
_MOST_WEEKDAYS: Final = 4
#: A holiday so many days from publication is the one that is meant, whatever the tense.
_AT_HAND: Final = 21
_TUESDAY: Final = 2
_SATURDAY: Final = 6
_SUNDAY: Final = 7


def holiday(match: Match, story: Story) -> Reading | None:
    """Read a holiday by its name."""
    text = match.slots["holiday"]
    kind, *at = story.meaning("figureday" if text[0].isdigit() else "holiday", text)
    if kind == "once":
        return Reading("DATE", values.of_day(date(*at)))
    dated = stated_year(match, story) or _year(kind, at, match, story)
    if dated is None or not 1 <= dated.year <= 9999:
        return Reading("DATE", "", leads=False)
    value = values.of_day(holiday_in(dated.year, kind, at))
    return Reading("DATE", value, modifier(match, story), dated.basis, dated.anchor)


def holiday_weekend(match: Match, story: Story) -> Reading | None:
    """Read "Memorial Day weekend", "the Easter weekend": from the day to the weekend beside it, or the reverse."""
    reading = holiday(match, story)
    if reading is None or not reading.value:
        return None
    on = date.fromisoformat(reading.value)
    near = on.isoweekday()
    try:
        if near <= _TUESDAY:  # the days off stand after the weekend, else before it
            first, last = on - timedelta(days=near + 1), on
        else:
            saturday = on + timedelta(days=_SATURDAY - near)
            first, last = min(on, saturday), on + timedelta(days=_SUNDAY - near)
    except OverflowError:
        return reading
    reading.value = f"{values.of_week(first)}-WE"
    reading.within = dates.span(first, last, "week")
    return reading


def _year(kind: str, at: list[int], match: Match, story: Story) -> Dated | None:
    if ahead := year_ahead(match, story):
        return Dated(ahead, "context", f"the year {ahead} that follows")
    base = story.published
    if base is None or story.narrative:
        return story_year(at[0] if kind not in ("easter", "orthodox") else 4, 0, match, story)
    word = match.slots.get("shift")
    if not word or not story.meaning("shift", word):
        year = _nearest(kind, at, base)
        at_hand = abs((holiday_in(year, kind, at) - base).days) <= _AT_HAND
        if at_hand or not story.direction(match):
            return Dated(year, "relative", story.publication)
    shift = story.meaning("shift", word) if word else 0
    this_year = holiday_in(base.year, kind, at)
    forward = shift > 0 or (shift == 0 and story.direction(match) > 0)
    step = int(this_year <= base) if forward else -int(this_year >= base)
    return Dated(base.year + step, "relative", story.publication)


def _nearest(kind: str, at: list[int], base: date) -> int:
    """The year in which a holiday falls nearest to a day."""
    years = [year for year in (base.year - 1, base.year, base.year + 1) if 1 <= year <= MAXYEAR]
    return min(years, key=lambda year: abs((holiday_in(year, kind, at) - base).days))


def holiday_in(year: int, kind: str, at: list[int]) -> date:
    """Return the day on which a holiday falls in a year."""
    if kind == "fixed":
        return date(year, at[0], at[1])
    if kind == "easter":
        return easter(year) + timedelta(days=at[0])
    if kind == "orthodox":
        return orthodox_easter(year) + timedelta(days=at[0])
    month, weekday, which = at
    if kind == "after":  # so many days after the fourth such weekday: Black Friday
        return holiday_in(year, "nth", [month, weekday, 4]) + timedelta(days=which)
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = values.add_months(date(year, month, 1), 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def nth_weekday(match: Match, story: Story) -> Reading | None:
    """Read "the first Friday of July", "the last Sunday in October 2024"."""
    month_number, weekday = month_of(match, story), story.meaning("weekday", match.slots["weekday"])
    which = -1 if "last" in match.slots else ordinal(match.slots["nth"], story)
    dated = stated_year(match, story) or year_of(month_number, 0, match, story)
    if which > _MOST_WEEKDAYS or dated is None or not 1 <= dated.year <= 9999:
        return Reading("DATE", f"XXXX-{month_number:02}-XX", leads=False)
    on = holiday_in(dated.year, "nth", [month_number, weekday, which])
    return Reading("DATE", values.of_day(on), None, dated.basis, dated.anchor)


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    days = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year, days // 31, days % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday in the Julian calendar, as a Gregorian day (Meeus, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)

"""Interpreters of days and months: "June 25 2024", "mid-March", "2024-06-25", "25/06/2024"."""

from __future__ import annotations

from datetime import date

from ingest.extract.when import names, values
from ingest.extract.when.expression import TimexType
from ingest.extract.when.famous import famous_year
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import YEARS_AHEAD_IN_FIGURES, ordinal, year_of_two
from ingest.extract.when.point import point_on
from ingest.extract.when.slots import (
    Dated,
    clock_of_part,
    day_number_of,
    modifier,
    month_of,
    stated_year,
)
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.years import year_of

#: The second of two days stands at most so many characters after the first ("May 4 and 5").
_TAIL = 5
#: A day with its weekday so near to publication is of its year, whatever the text has told of.
_THESE_WEEKS = 40
#: "On the 20th" is of a month that was told at most so many characters before.
_SAME_MONTH = 300


def day(match: Match, story: Story) -> Reading | None:
    """Read a day of a month, with or without its year, weekday and part of the day."""
    month, number = month_of(match, story), day_number_of(match, story)
    clock, mod = clock_of_part(match, story), modifier(match, story)
    kind: TimexType = "TIME" if clock else "DATE"
    famous = famous_year(month, number, match, story)
    dated = stated_year(match, story) or famous
    dated = dated or _of_these_weeks(month, number, match, story)
    dated = dated or year_of(month, number, match, story)
    if dated is None:
        return Reading(kind, f"XXXX-{month:02}-{number:02}{clock}", mod, leads=False)
    on = _valid_day(dated, month, number)
    if on is None:
        return None
    if dated.basis != "explicit" and "weekday" in match.slots:
        on = _on_weekday(on, story.meaning("weekday", match.slots["weekday"]))
    value = values.of_day(on)
    skip = _article_of_what_follows(match, story)
    leads = dated is not famous
    return Reading(kind, value + clock, mod, dated.basis, dated.anchor, leads=leads, skip=skip)


def _article_of_what_follows(match: Match, story: Story) -> int:
    """How many characters of an article are that of what follows ("the 3 May explosion"), not of the day."""
    article = story.grammar.cues["article_and_figures"].match(story.folded, match.start)
    return (
        article.end() - match.start if article and story.cue("noun_next", story.after(match)) else 0
    )


def _of_these_weeks(month_number: int, number: int, match: Match, story: Story) -> Dated | None:
    """The publication's year for a day of its weeks that is told with its weekday ("Monday 14 June")."""
    word, here = match.slots.get("weekday"), story.published
    if word is None or here is None or story.narrative:
        return None
    try:
        on = date(here.year, month_number, number)
    except ValueError:
        return None
    near = abs((on - here).days) <= _THESE_WEEKS
    if not near or on.isoweekday() != story.meaning("weekday", word):
        return None
    return Dated(here.year, "relative", story.publication)


def _valid_day(dated: Dated, month_number: int, number: int) -> date | None:
    """The day; where its year is not stated, 29 February is of the last leap year."""
    for years in range(4 if dated.basis != "explicit" and month_number == 2 else 1):
        try:
            return date(dated.year - years, month_number, number)
        except ValueError:
            continue
    return None


def _on_weekday(on: date, weekday: int) -> date:
    """The same day of the year in which it falls on `weekday`, at most two years away."""
    for years in (0, 1, -1, 2, -2):
        try:
            other = on.replace(year=on.year + years)
        except ValueError:
            continue
        if other.isoweekday() == weekday:
            return other
    return on


def month(match: Match, story: Story) -> Reading | None:
    """Read a month, with or without its year."""
    if match.rule.name == "month" and names.is_of_an_event(match, story):
        return None
    number, mod = month_of(match, story), modifier(match, story)
    dated = stated_year(match, story) or _stepped(number, match, story)
    if dated is None and not {"shift", "story"} & match.slots.keys():
        dated = year_of(number, 0, match, story)
    if dated is None:
        return Reading("DATE", f"XXXX-{number:02}", mod, leads=False)
    return Reading("DATE", values.of_month(dated.year, number), mod, dated.basis, dated.anchor)


def _stepped(month_number: int, match: Match, story: Story) -> Dated | None:
    """The year of "last March", "the following March"."""
    latest = story.memory.month or story.memory.latest
    if word := match.slots.get("shift"):
        shift = story.meaning("shift", word)
        if story.published and story.tells_from_here(word):
            base = (story.published.year, story.published.month)
            return Dated(_step_year(base, month_number, shift), "relative", story.publication)
    elif word := match.slots.get("story"):
        shift = story.meaning("story", word)
    else:
        return None
    if latest is None:
        return None
    base = (latest.year, latest.month)
    return Dated(_step_year(base, month_number, shift), "context", f"after {latest.value}")


def _step_year(base: tuple[int, int], month_number: int, shift: int) -> int:
    year, at = base
    if shift < 0 and (month_number >= at or month_number == at - 1):
        return year - 1  # "last June", said in July: the month before is "last month"
    if shift > 0 and month_number <= at:
        return year + 1
    return year


def week_of(match: Match, story: Story) -> Reading | None:
    """Read "the week of June 3", "the weekend of June 3-4"."""
    reading = day(match, story)
    if reading is None or not reading.value[:4].isdigit():
        return None
    end = "-WE" if "weekend" in match.slots else ""
    reading.value = values.of_week(date.fromisoformat(reading.value)) + end
    return reading


def day_of_month(match: Match, story: Story) -> Reading | None:
    """Read "the 5th of the month", "the 5th of last month"."""
    number = day_number_of(match, story)
    point = story.memory.month
    if story.published and not story.narrative and "story" not in match.slots:
        point = point_on(story.published)
    if point is None or point.on is None or number > 31:
        return None
    shift = 0
    for name in ("shift", "story"):
        if word := match.slots.get(name):
            shift = story.meaning(name, word)
    try:
        value = values.of_day(values.add_months(point.on.replace(day=1), shift).replace(day=number))
    except ValueError:
        return None
    return Reading("DATE", value, None, "relative", story.publication)


def day_nth(match: Match, story: Story) -> Reading | None:
    """Read "on the 20th", of the month that is being told of."""
    point = story.memory.month
    if point is None or point.on is None or match.start - story.memory.latest_end > _SAME_MONTH:
        return None
    try:
        value = values.of_day(date(point.year, point.month, day_number_of(match, story)))
    except ValueError:
        return None
    return Reading("DATE", value, None, "context", f"after {point.value}")


def day_tail(match: Match, story: Story) -> Reading | None:
    """Read the second day of "July 3-5", of the month that the first is in."""
    first = story.memory.day
    if first is None or not 1 <= match.start - story.memory.day_end <= _TAIL:
        return None
    number = ordinal(match.slots["day"], story)
    if number <= first.day:
        return None
    try:
        value = values.of_day(date(first.year, first.month, number))
    except ValueError:
        return None
    return Reading("DATE", value, None, "context", f"after {first.value}")


def instant(match: Match, _story: Story) -> Reading | None:
    """Read an ISO 8601 instant; the printed clock time is kept, its zone is not converted."""
    slots = match.slots
    try:
        on = date(int(slots["year4"]), int(slots["mm"]), int(slots["dd"]))
    except ValueError:
        return None
    second = f":{slots['sec']}" if "sec" in slots else ""
    return Reading("TIME", f"{on}T{int(slots['hour']):02}:{slots['min']}{second}")


def iso_day(match: Match, _story: Story) -> Reading | None:
    """Read YYYY-MM-DD."""
    slots = match.slots
    try:
        return Reading(
            "DATE", values.of_day(date(int(slots["year4"]), int(slots["mm"]), int(slots["dd"])))
        )
    except ValueError:
        return None


def iso_month(match: Match, _story: Story) -> Reading | None:
    """Read YYYY-MM, unless it is the beginning of a range of years ("1906-07")."""
    first, second = int(match.slots["year4"]), int(match.slots["mm"])
    if first < 1900 or second == first % 100 + 1:
        return None
    return Reading("DATE", values.of_month(first, second))


def figures(match: Match, story: Story) -> Reading | None:
    """Read a date in figures: day or month first as the document shows, else both readings."""
    first, second = int(match.slots["first"]), int(match.slots["second"])
    text = match.slots["y2"]
    year = int(text) if len(text) == 4 else year_of_two(int(text), story, YEARS_AHEAD_IN_FIGURES)
    day_first, month_first = _valid(year, second, first), _valid(year, first, second)
    if not day_first or not month_first or day_first == month_first:
        value = day_first or month_first
        return Reading("DATE", value) if value else None
    if story.day_first is None:
        return Reading("DATE", f"{year:04}", alternatives=(day_first, month_first))
    return Reading("DATE", day_first if story.day_first else month_first)


def _valid(year: int, month_number: int, number: int) -> str:
    try:
        return values.of_day(date(year, month_number, number))
    except ValueError:
        return ""

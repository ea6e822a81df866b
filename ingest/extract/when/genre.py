"""Whether a text tells of the past (history, a chronicle) or reports from its publication day. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ingest.extract.when.grammar import Match
from ingest.extract.when.slots import day_number_of, month_of
from ingest.extract.when.story import Story

#: A text is history if at least so many of its dates name years away from that of publication, and
#: these outweigh the signs of a report: years around publication, and what is told from publication.
_FEW_YEARS: Final = 4
_STEPPED: Final = frozenset({"step", "month", "season", "weekend"})
_REPORT_WEIGHTS: Final = {
    "deictic": 4, "thispart": 4, "lastnight": 4, "weekday": 4, "distance": 1, "recent": 1,
    "reference": 1, "pastunit": 1,
}  # fmt: skip

#: What tells of days of the calendar, and the slots that tell them from another date.
_CALENDAR: Final = frozenset({"day", "month"})
_STEPS: Final = frozenset({"shift", "story", "yearstep", "yearstory"})
_DEICTIC: Final = frozenset({"deictic", "thispart", "weekday", "pastunit"})
#: A chronicle has so many days of the calendar for each word that leans on its publication day, as
#: a written-out day of the last weeks does (the stamp of a page, of a comment).
_LEANING: Final = 6
_RECENT_DAYS: Final = 45
#: In the lead of a text such a word counts for so many.
_LEAD: Final = 800
_LEADING: Final = 3
#: A chronicle has so many days and months of the calendar; and so many if it opens with a bare year.
_FEW_DAYS: Final = 3
_SOME_DAYS: Final = 8
#: The weeks around publication, in days, and the part of its days that makes a text one of these weeks.
_WEEKS_BEFORE: Final = 75
_WEEKS_AFTER: Final = 35
_MOST_NEAR: Final = 0.75
_MONTH: Final = 31
_YEAR: Final = 12 * _MONTH
#: A text whose first day has no year is a chronicle only if it states the years of so many others.
_FEW_STATED: Final = 3
#: A text without any year tells of another year than its publication's if its days, so many of them,
#: run on over the day of publication: from June to August, in a text of July.
_MANY_DAYS: Final = 10
_STEP_ON: Final = 3


def is_history(matches: Sequence[Match], story: Story) -> bool:
    """Whether most years that a text names are not of its publication's time."""
    if story.published is None:
        return False
    around = {story.published.year + step for step in (-1, 0, 1)}
    far = report = 0
    for match in matches:
        year, kind = match.slots.get("year", ""), match.rule.kind
        if kind == "era" or (year.isdigit() and int(year) not in around):
            far += 1
        elif year.isdigit() or ("shift" in match.slots and kind in _STEPPED):
            report += 1
        elif "story" not in match.slots:
            report += _REPORT_WEIGHTS.get(kind, 0)
    return far >= _FEW_YEARS and far > report


def tells_of_its_weeks(matches: Sequence[Match], story: Story) -> bool:
    """Whether the days without a year are of the weeks around publication: a report, whatever years it recalls.

    The days of a history are spread over the year.
    """
    here = story.published
    days = [
        _days_from(here, month_of(match, story), day_number_of(match, story))
        for match in matches
        if here and match.rule.kind == "day" and not {"year", *_STEPS} & match.slots.keys()
    ]
    near = sum(-_WEEKS_BEFORE <= day <= _WEEKS_AFTER for day in days)
    return len(days) >= _FEW_DAYS and near >= _MOST_NEAR * len(days)


def _days_from(here: date, month: int, day: int) -> int:
    """How many days from `here`, more or less, the nearest such day of any year is."""
    apart = (month - here.month) * _MONTH + day - here.day
    return (apart + _YEAR // 2) % _YEAR - _YEAR // 2


def is_chronicle(matches: Sequence[Match], story: Story) -> bool:
    """Whether a text tells of the days of a past time, be it last year, and not of its own.

    A report of the same days leans on its publication day: "on Tuesday", "last week", "a month ago".
    """
    here = story.published
    if here is None:
        return False
    stated = yearless = leaning = 0
    opening = ""
    for match in matches:
        if _is_of_calendar(match):
            day = _first_day(match, story)
            if day is None:
                yearless += 1
                opening = opening or "yearless"
            elif day < here:
                recent = (here - day).days < _RECENT_DAYS
                stated, leaning = stated + (not recent), leaning + recent
                opening = opening or ("" if recent else "stated")
        elif match.rule.kind == "year" and match.slots.get("year", "").isdigit():
            opening = opening or ("year" if int(match.slots["year"]) <= here.year else "")
        elif _leans(match, story):
            leaning += _LEADING if match.start < _LEAD else 1
    total = stated + yearless
    if not yearless or leaning * _LEANING > total:
        return False
    if not stated:
        return yearless >= _MANY_DAYS and _runs_past(here, matches, story)
    least = {"stated": _FEW_DAYS, "year": _SOME_DAYS}.get(opening, 0)
    return total >= least and (bool(least) or stated >= _FEW_STATED)


def _is_of_calendar(match: Match) -> bool:
    return match.rule.kind in _CALENDAR and not _STEPS & match.slots.keys()


def _first_day(match: Match, story: Story) -> date | None:
    """The first day of a day or month with its year in figures; None where it has none."""
    year = match.slots.get("year", "")
    if not year.isdigit():
        return None
    number = day_number_of(match, story) if {"day", "dayth"} & match.slots.keys() else 1
    try:
        return date(int(year), month_of(match, story), number)
    except ValueError:
        return None


def _leans(match: Match, story: Story) -> bool:
    """Whether an expression is told from the publication day."""
    slots, kind = match.slots, match.rule.kind
    if kind in _STEPPED or kind == "span":
        return "shift" in slots and not story.cue("story_shift", slots["shift"])
    if kind == "distance":
        return story.cue("from_publication", slots["direction"])
    if kind == "recent":
        return story.cue("near_units", story.folded[match.start : match.end])
    return kind in _DEICTIC and "story" not in slots and "thatpart" not in slots


def _runs_past(here: date, matches: Sequence[Match], story: Story) -> bool:
    """Whether the days of a text run on over the publication's day of the year."""
    last = 0
    for month in _months(matches, story):
        if last and last <= here.month < month <= last + _STEP_ON:
            return True
        last = month
    return False


def _months(matches: Sequence[Match], story: Story) -> Iterator[int]:
    return (month_of(match, story) for match in matches if _is_of_calendar(match))

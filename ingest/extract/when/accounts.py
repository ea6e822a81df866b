"""Interpreters of accounting periods: "the year-earlier quarter", "the latest period", "a year ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from ingest import dates
from ingest.dates import DateRange, Precision
from ingest.extract.when import values
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import ordinal, year_number
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval
from ingest.extract.when.years import nearest_year

_LENGTH: Final = re.compile(r"P(\d{1,3})([YMW])")
_PRECISIONS: Final[dict[str, Precision]] = {"Y": "year", "M": "month", "W": "week"}
#: Lengths of reports beyond the quarter; after them, comparisons are with the same months.
_MONTHS_TOLD: Final = frozenset({"P6M", "P9M"})


def keep_quarter(match: Match, reading: Reading, story: Story) -> None:
    """Remember the latest quarter that had ended when the text was published: its figures are told."""
    if match.rule.kind == "quarter" and story.published and "year" not in match.slots:
        when = interval(reading.value)
        if when.end and (when.end < story.published or _is_told(when, match, story)):
            story.quarter = max(story.quarter, reading.value)
            story.months_told = False
    elif match.rule.kind in ("length", "span") and reading.value in _MONTHS_TOLD:
        story.months_told = True


def _is_told(when: DateRange, match: Match, story: Story) -> bool:
    """Whether the figures of a running quarter are told: the company's own year ends earlier."""
    if when.start is None or story.published is None or when.start > story.published:
        return False
    return story.cue("quarter_ended", story.after(match)) or (
        story.cue("money", story.after(match)) and story.direction(match) < 0
    )


def year_ago_quarter(match: Match, story: Story, back: int = 1) -> Reading | None:
    """Read a comparison with the same quarter a year before; None if no quarter is being told of."""
    if not story.quarter or story.months_told:
        return None
    year, which = int(story.quarter[:4]) - back, story.quarter[5:]
    if nth := match.slots.get("nth"):
        which = f"Q{ordinal(nth, story)}"
    return Reading(
        "DATE", f"{year:04}-{which}", None, "context", f"after {story.quarter}", leads=False
    )


def year_ago(match: Match, story: Story) -> Reading | None:
    """Read "the year-earlier quarter", "the same period last year"."""
    if reading := year_ago_quarter(match, story):
        return reading
    if story.published is None or story.narrative:
        return Reading("DATE", "XXXX", leads=False)
    value = f"{story.published.year - 1:04}"
    return Reading("DATE", value, None, "relative", f"published {story.published}", leads=False)


def this_period(match: Match, story: Story) -> Reading | None:
    """Read "the quarter", "the latest period", "the 1988 quarter"."""
    if year := match.slots.get("year"):
        number = year_number(year, story)
        if not story.quarter or story.months_told:
            return Reading("DATE", f"{number:04}")
        return Reading("DATE", f"{number:04}-{story.quarter[5:]}", leads=False)
    if ended := _ended_quarter(match, story):
        story.quarter, story.months_told = ended, False
    if not story.quarter:
        return None
    return Reading("DATE", story.quarter, None, "context", f"after {story.quarter}")


def _ended_quarter(match: Match, story: Story) -> str:
    """The quarter of "the quarter ended Sept. 30", if the text was published after it."""
    found = story.grammar.cues["quarter_ended"].search(story.after(match))
    if found is None or story.published is None or story.narrative:
        return ""
    month = int(story.meaning("month", found["month"]))
    year = story.published.year - (month > story.published.month)
    return f"{year:04}-Q{(month + 2) // 3}"


def until_its_end(reading: Reading, match: Match, story: Story) -> Reading:
    """Give a length the interval that it fills where its last day follows ("the year ended June 30")."""
    found = story.grammar.cues["period_ended"].match(story.folded, match.end)
    length = _LENGTH.fullmatch(reading.value)
    if found is None or length is None:
        return reading
    if found["to"] and not story.cue("definite", story.folded[match.start : match.end]):
        return reading  # he waited two months to March
    end = _end(found, story.direction(match), story)
    if end is None:
        return reading
    count, unit = int(length[1]), length[2]
    try:
        after = end + timedelta(days=1)
        months = -count * (12 if unit == "Y" else 1)
        days_back = unit == "W"
        start = after - timedelta(weeks=count) if days_back else values.add_months(after, months)
    except (ValueError, OverflowError):
        return reading
    reading.within = dates.span(start, end, _PRECISIONS[unit])
    if not found["year"]:
        reading.basis, reading.anchor = "relative", story.publication
    return reading


def ends_period(first: Match, length: Reading, second: Match, last: Reading, story: Story) -> bool:
    """Whether a date is told as the last day of the length before it ("the three months to September")."""
    found = story.grammar.cues["period_ended"].match(story.folded, first.end)
    if found is None or length.within is None or not first.end < second.start < found.end():
        return False
    if not story.cue("definite", story.folded[first.start : first.end]) or (
        found["done"] and not found["to"] and found["on"]
    ):
        return False  # the strike of three months ended, the year ended on that day
    return interval(last.value).end == length.within.end


def _end(found: re.Match[str], direction: int, story: Story) -> date | None:
    """The last day of a period: its month's last where only that is named; None without a year."""
    month, text = int(story.meaning("month", found["month"])), found["day"] or found["after"]
    number = ordinal(text, story) if text else 0
    if found["year"]:
        year = int(found["year"])
    elif story.published is None or story.narrative:
        return None
    else:
        told = found["done"] or (found["through"] and direction <= 0)
        year = nearest_year(month, number, -1 if told else 1, story.published)
    try:
        first = date(year, month, number or 1)
        return first if number else values.add_months(first, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None

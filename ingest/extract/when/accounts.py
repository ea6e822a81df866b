"""Interpreters of accounting periods: "the year-earlier quarter", "the latest period", "a year ago"."""

from __future__ import annotations

from ingest.dates import DateRange
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import ordinal, year_number
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval

#: Lengths of reports beyond the quarter; after them, comparisons are with the same months.
_MONTHS_TOLD = frozenset({"P6M", "P9M"})


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

"""What a document shows as a whole before its dates are resolved: its genre and its order of figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from ingest.extract.when import days
from ingest.extract.when.chronicle import Chronicle, Stated, chronicle_of
from ingest.extract.when.genre import is_chronicle, is_history, tells_of_its_weeks
from ingest.extract.when.grammar import Match
from ingest.extract.when.sections import headings, sections
from ingest.extract.when.slots import day_number_of, month_of
from ingest.extract.when.story import Story

#: A dateline stands within so many characters of the beginning.
_DATELINE: Final = 60
#: The kinds of rules that may state a month with its year.
_CALENDAR: Final = frozenset({"day", "month"})


def survey(matches: Sequence[Match], story: Story) -> None:
    """Set what all its matches show of the story: `narrative`, `day_first`, `writes_months`, its chronicle."""
    story.day_first = _day_first(matches)
    story.writes_months = any(match.rule.kind == "isomonth" for match in matches)
    if story.published is None:
        _take_dateline(matches, story)
    story.narrative = is_chronicle(matches, story) or (
        is_history(matches, story) and not tells_of_its_weeks(matches, story)
    )
    if story.narrative or story.published is None:
        story.chronicle = _chronicle(matches, story)


def _chronicle(matches: Sequence[Match], story: Story) -> Chronicle:
    """What the dates with a year show, and the headings."""
    stated = [date for match in matches if (date := _stated(match, story))]
    here = story.published
    until = (here.year, here.month, here.day) if here else None
    return chronicle_of(stated, sections(story.text, headings(story.text), stated), until)


def _stated(match: Match, story: Story) -> Stated | None:
    """The date that a match names with its year; None where it names none."""
    slots, kind = match.slots, match.rule.kind
    if kind in ("iso", "isomonth"):
        return Stated(match.start, int(slots["year4"]), int(slots["mm"]), int(slots.get("dd", 0)))
    if not slots.get("year", "").isdigit() or kind not in _CALENDAR | {"year"}:
        return None
    month = month_of(match, story) if kind != "year" else 0
    day = day_number_of(match, story) if {"day", "dayth"} & slots.keys() else 0
    return Stated(match.start, int(slots["year"]), month, day)


def _day_first(matches: Sequence[Match]) -> bool | None:
    day_first = month_first = 0
    for match in matches:
        if match.rule.kind == "figures":
            first, second = int(match.slots["first"]), int(match.slots["second"])
            day_first += first > 12 >= second
            month_first += second > 12 >= first
    if day_first == month_first:
        return None
    return day_first > month_first


def _take_dateline(matches: Sequence[Match], story: Story) -> None:
    """Take the full date of a dateline ("LONDON, March 3, 2024 (Reuters) -") as that of publication."""
    if not matches or matches[0].start > _DATELINE:
        return
    match, cues = matches[0], story.grammar.cues
    if match.rule.kind != "day" or "year" not in match.slots:
        return
    if cues["dateline_before"].search(story.folded[: match.start]) and cues[
        "dateline_after"
    ].search(story.folded[match.end : match.end + _DATELINE]):
        reading = days.day(match, story)
        if reading and reading.basis == "explicit":
            story.published = date.fromisoformat(reading.value[:10])
            story.published_by = "dateline"

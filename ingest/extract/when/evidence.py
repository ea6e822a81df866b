"""What a document shows as a whole before its dates are resolved: its genre and its order of figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from ingest.extract.when import days
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story

#: A text is history if at least so many of its dates name years away from that of publication, and
#: these outweigh the signs of a report: years around publication, and what is told from publication.
_FEW_YEARS: Final = 4
#: A dateline stands within so many characters of the beginning.
_DATELINE: Final = 60
_STEPPED: Final = frozenset({"step", "month", "season", "weekend"})
_REPORT_WEIGHTS: Final = {
    "deictic": 4, "thispart": 4, "lastnight": 4, "weekday": 4, "distance": 1, "recent": 1,
    "reference": 1, "pastunit": 1,
}  # fmt: skip


def survey(matches: Sequence[Match], story: Story) -> None:
    """Set `narrative` and `day_first` of the story from all its matches."""
    story.day_first = _day_first(matches)
    if story.published is None:
        _take_dateline(matches, story)
    if story.published is None:
        return
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
    story.narrative = far >= _FEW_YEARS and far > report


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

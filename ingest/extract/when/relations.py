"""How the words around a date bound it: since, until, before, after, about. Language data decides."""

from __future__ import annotations

from typing import Final

from ingest import dates
from ingest.dates import DateRange, Relation
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Reading, Story

_APPROXIMATE: Final = frozenset(
    {"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
)
_CUES: Final = ("since", "until", "before", "after", "about")
_NEAR: Final = 40


def bounded(
    when: DateRange, match: Match, reading: Reading, story: Story
) -> tuple[DateRange, Relation]:
    """Return the interval that is meant and its relation, given the words just before it."""
    if when.start is None:
        return when, "on"
    before = story.folded[max(0, match.start - _NEAR) : match.start]
    for name in _CUES:
        if story.cue(name, before):
            return _apply(name, when)
    if reading.mod in _APPROXIMATE or (match.rule.kind == "distance" and when.precision != "day"):
        return when, "about"
    return when, "on"


def _apply(name: str, when: DateRange) -> tuple[DateRange, Relation]:
    if name == "since":
        return dates.since(when), "since"
    if name == "until":
        return dates.until(when), "until"
    if name == "before":
        return dates.before(when), "before"
    if name == "after":
        return dates.after(when), "after"
    return when, "about"

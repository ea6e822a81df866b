"""Find and resolve the time expressions of a text: matching, evidence, resolution in text order."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from ingest.dates import UNKNOWN, DateRange, Relation
from ingest.extract.when import accounts, calendar, clocks, lengths, relative
from ingest.extract.when.evidence import survey
from ingest.extract.when.expression import TimeExpression
from ingest.extract.when.folding import fold
from ingest.extract.when.grammar import Grammar, Match
from ingest.extract.when.languages.english_rules import ENGLISH
from ingest.extract.when.plausibility import is_time
from ingest.extract.when.relations import bounded
from ingest.extract.when.story import Interpreter, Reading, Story
from ingest.extract.when.values import interval

#: What reads each kind of rule.
_INTERPRETERS: Final[dict[str, Interpreter]] = {
    "instant": clocks.instant, "clock": clocks.clock, "military": clocks.military,
    "clockname": clocks.clock_name, "iso": calendar.iso, "isomonth": calendar.iso_month,
    "figures": calendar.figures, "day": calendar.day, "month": calendar.month,
    "season": calendar.season, "quarter": calendar.quarter, "year": calendar.year,
    "yearrange": calendar.year_range, "yeartail": calendar.year_tail, "daytail": calendar.day_tail, "decade": calendar.decade, "century": calendar.century,
    "turn": calendar.turn, "era": calendar.era, "holiday": calendar.holiday,
    "deictic": relative.deictic, "thispart": relative.this_part, "lastnight": relative.last_night,
    "weekday": relative.weekday, "weekdays": relative.weekdays, "step": relative.step,
    "distance": relative.distance, "length": lengths.length, "span": lengths.span,
    "vaguelength": lengths.vague_length, "unitsor": lengths.units_or, "recent": lengths.recent,
    "yearago": accounts.year_ago, "thisperiod": accounts.this_period,
    "weekend": relative.weekend, "definite": relative.definite,
    "set": lengths.repetition, "rate": lengths.rate, "frequency": lengths.frequency,
    "reference": lengths.reference, "storyreference": lengths.story_reference,
}  # fmt: skip


@lru_cache(maxsize=4)
def grammar_of(language: str) -> Grammar:
    """Return the compiled grammar of a language, by its BCP 47 tag; unknown ones are read as English."""
    return Grammar(ENGLISH)


def find(text: str, published: date | datetime | None) -> list[TimeExpression]:
    """Return the time expressions of `text` in text order; their spans never overlap.

    `published` anchors what is told from the publication ("yesterday"); of an aware datetime its own
    zone's day counts. None: such expressions are returned unresolved, unless the text itself gives
    them an anchor.
    """
    if isinstance(published, datetime):
        published = published.date()
    story = Story(grammar_of("en"), text, fold(text), published)
    matches = [match for match in story.grammar.matches(story.folded) if is_time(match, story)]
    survey(matches, story)
    found: list[TimeExpression] = []
    for match in matches:
        if reading := _INTERPRETERS[match.rule.kind](match, story):
            found.append(_expression(match, reading, story))
            _advance(match, reading, story)
    return found


def _advance(match: Match, reading: Reading, story: Story) -> None:
    if match.rule.kind == "quarter" and reading.value[:4].isdigit():
        story.quarter = reading.value
    if (
        reading.leads
        and interval(reading.value[:10] if "T" in reading.value else reading.value).start
    ):
        story.focus = reading.value
        story.focus_end = match.end


def _expression(match: Match, reading: Reading, story: Story) -> TimeExpression:
    start, end = match.start + reading.skip, match.end
    when = interval(reading.value)
    relation: Relation = "on"
    if when is not UNKNOWN:
        when, relation = bounded(when, match, reading, story)
    return TimeExpression(
        start, end, story.text[start:end], reading.type, reading.value, reading.mod, when.edtf,
        when.start, when.end, when.precision, relation, reading.basis, match.rule.name,
        reading.anchor, _others(reading),
    )  # fmt: skip


def _others(reading: Reading) -> tuple[DateRange, ...]:
    return tuple(interval(value) for value in reading.alternatives)

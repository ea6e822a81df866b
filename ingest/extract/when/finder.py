"""Find and resolve the time expressions of a text: matching, evidence, resolution in text order."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, datetime
from functools import lru_cache
from typing import Final

from ingest.dates import DateRange, Relation
from ingest.extract.when import (
    accounts,
    anniversaries,
    clocks,
    days,
    distances,
    edges,
    eras,
    holidays,
    lengths,
    nights,
    relative,
    seasons,
    steps,
)
from ingest.extract.when.apposition import is_written_out
from ingest.extract.when.evidence import survey
from ingest.extract.when.expression import TimeExpression
from ingest.extract.when.folding import fold
from ingest.extract.when.grammar import Grammar, Match
from ingest.extract.when.languages.english_rules import ENGLISH
from ingest.extract.when.parts import part_of
from ingest.extract.when.plausibility import is_time
from ingest.extract.when.point import Point, point_of
from ingest.extract.when.relations import MOST_APART, counted, is_range, joined, meant
from ingest.extract.when.story import Interpreter, Reading, Story
from ingest.extract.when.values import interval

#: What reads each kind of rule.
_INTERPRETERS: Final[dict[str, Interpreter]] = {
    "instant": days.instant, "iso": days.iso_day, "isomonth": days.iso_month,
    "figures": days.figures, "day": days.day, "daytail": days.day_tail, "edgeday": edges.edge_day, "daynth": days.day_nth, "month": days.month,
    "clock": clocks.clock, "military": clocks.military, "clockname": clocks.clock_name,
    "season": seasons.season, "quarter": seasons.quarter, "year": eras.year,
    "yearrange": eras.year_range, "fiscalcode": eras.fiscal_code, "yeartail": eras.year_tail, "decade": eras.decade,
    "century": eras.century, "turn": eras.turn, "era": eras.era, "holiday": holidays.holiday, "holidayweekend": holidays.holiday_weekend, "nthweekday": holidays.nth_weekday,
    "deictic": relative.deictic, "thispart": relative.this_part, "daypart": clocks.day_part, "lastnight": relative.last_night, "nightof": nights.night_of,
    "weekday": relative.weekday, "weekdaysago": relative.weekdays_ago, "weekdays": relative.weekdays, "weekdaynth": relative.weekday_nth, "farweekday": relative.far_weekday, "step": steps.step,
    "distance": distances.distance, "rangedistance": distances.range_distance, "weekend": steps.weekend, "nextunit": steps.next_unit, "definite": steps.definite,
    "yearago": accounts.year_ago, "thisperiod": accounts.this_period,
    "length": lengths.length, "span": lengths.span, "vaguelength": lengths.vague_length,
    "unitsor": lengths.units_or, "recent": lengths.recent, "while": lengths.some_while,
    "pastunit": lengths.past_unit, "weekof": days.week_of, "dayofmonth": days.day_of_month,
    "decadetail": eras.decade_tail, "decadeera": eras.decade_era, "dayera": eras.day_era,
    "weekofmonth": edges.week_of_month, "weekofyear": edges.week_of_year, "anniversary": anniversaries.anniversary, "dayinyear": anniversaries.day_in_year, "sameunit": anniversaries.same_unit, "storypart": relative.story_part, "nthday": relative.nth_day,
    "set": lengths.repetition, "rate": lengths.rate, "frequency": lengths.frequency,
    "reference": lengths.reference, "storyreference": lengths.story_reference,
}  # fmt: skip

#: A history that has come to its publication tells of the days of so long ago.
_OF_LATE: Final = 92

_LANGUAGES: Final = {ENGLISH.code: ENGLISH}


@lru_cache
def _grammar_of(code: str) -> Grammar:
    return Grammar(_LANGUAGES[code])


def grammar_of(language: str) -> Grammar:
    """Return the compiled grammar for a BCP 47 tag; a language without one is read as English."""
    code = language.partition("-")[0].lower()
    return _grammar_of(code if code in _LANGUAGES else ENGLISH.code)


def find(
    text: str, published: date | datetime | None, language: str = ENGLISH.code
) -> list[TimeExpression]:
    """Return the time expressions of `text` in text order; their spans never overlap.

    `published` anchors what is told from the publication ("yesterday"); of an aware datetime its own
    zone's day counts. None: such expressions are returned unresolved, unless the text itself gives
    them an anchor.
    """
    if isinstance(published, datetime):
        published = published.date()
    if published and not MINYEAR < published.year < MAXYEAR:
        published = (
            None  # no publication: at the ends of the calendar nothing can be counted from it
        )
    story = Story(grammar_of(language), text, fold(text), published)
    matches = [match for match in story.grammar.matches(story.folded) if is_time(match, story)]
    survey(matches, story)
    read: list[tuple[Match, Reading]] = []
    for match in matches:
        if reading := _INTERPRETERS[match.rule.kind](match, story):
            read.append((match, reading))
            _advance(match, reading, story)
    return _expressions(read, story)


def _expressions(read: list[tuple[Match, Reading]], story: Story) -> list[TimeExpression]:
    found = [
        _expression(match, reading, meant(match, reading, story), story) for match, reading in read
    ]
    for place in range(len(read) - 1):
        (first, one), (second, other) = read[place : place + 2]
        if one.type == "DURATION":
            if counts := counted(first, one, second, other, story):
                anchor = f"{other.value} by {one.value}"
                found[place + 1] = _expression(second, other, counts, story)._replace(
                    anchor=anchor, counted_from=found[place].start
                )
            elif part := part_of(first, one, second, other, story):
                meaning = meant(first, part, story)
                found[place] = _expression(first, part, meaning, story)
                found[place + 1] = _expression(second, other, meaning, story)._replace(
                    anchor=part.anchor, counted_from=found[place].start
                )
            elif accounts.ends_period(first, one, second, other, story):
                found[place + 1] = _of_period(found[place + 1], found[place])
            continue
        if second.start - first.end > MOST_APART:
            continue
        if is_written_out(first, found[place], found[place + 1], story):
            found[place] = _as_written(found[place], found[place + 1])
        ends = (first.start, first.end), (second.start, second.end)
        if is_range(*ends, story) and (whole := joined(one, other) or _hours_of_day(one, other)):
            found[place] = _expression(first, one, (whole, "on"), story)
            found[place + 1] = _expression(second, other, (whole, "on"), story)
    return found


def _hours_of_day(one: Reading, other: Reading) -> DateRange | None:
    """The day of two times of day that are the ends of a range; None where they are not of one."""
    first, last = interval(one.value), interval(other.value)
    hours = one.type == other.type == "TIME" and first.start == last.start
    return first if hours and first.start else None


def _as_written(counted_one: TimeExpression, written: TimeExpression) -> TimeExpression:
    """A date told by its distance with the value and the interval of the same date written out."""
    return counted_one._replace(
        value=written.value, edtf=written.edtf, date_start=written.date_start,
        date_end=written.date_end, precision=written.precision, basis="context", anchor=f"written out: {written.text}",
    )  # fmt: skip


def _of_period(last: TimeExpression, period: TimeExpression) -> TimeExpression:
    """The last day of a period with the interval of the period."""
    return last._replace(
        edtf=period.edtf, date_start=period.date_start, date_end=period.date_end,
        precision=period.precision, relation=period.relation, counted_from=period.start,
    )  # fmt: skip


def _advance(match: Match, reading: Reading, story: Story) -> None:
    accounts.keep_quarter(match, reading, story)
    if not reading.leads or not (point := point_of(reading.value)):
        return
    if reading.basis == "relative":
        story.memory.note_here(match.start, match.end, named=match.rule.kind in ("day", "month"))
        if story.narrative and not _is_behind(point, match, story):
            return
    stated = reading.basis == "explicit"
    aside = story.narrative and _looks_back(match, story)
    story.memory.note(point, match.end, opens=story.opens(match), stated=stated, aside=aside)


def _looks_back(match: Match, story: Story) -> bool:
    """Whether a story mentions what had been ("two decades earlier"), and goes on where it stood."""
    slots = match.slots
    if match.rule.kind == "distance":
        return bool(story.meaning("direction", slots["direction"]) < 0)
    return "story" in slots and bool(story.meaning("story", slots["story"]) < 0)


def _is_behind(point: Point, match: Match, story: Story) -> bool:
    """Whether a history has come to its publication and tells of a day before it."""
    return (
        match.rule.kind in ("day", "month")
        and story.published is not None
        and point.on is not None
        and 0 <= (story.published - point.on).days <= _OF_LATE
    )


def _expression(
    match: Match, reading: Reading, meaning: tuple[DateRange, Relation], story: Story
) -> TimeExpression:
    start, end = match.start + reading.skip, match.end
    when, relation = meaning
    return TimeExpression(
        start, end, story.text[start:end], reading.type, reading.value, reading.mod, when.edtf,
        when.start, when.end, when.precision, relation, reading.basis, match.rule.name,
        reading.anchor, tuple(map(interval, reading.alternatives)),
    )  # fmt: skip

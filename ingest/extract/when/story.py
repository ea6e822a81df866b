"""What is known of a text while its expressions are resolved in order: the anchors and the evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from ingest.dates import Basis, DateRange
from ingest.extract.when.chronicle import Chronicle
from ingest.extract.when.expression import TimexType
from ingest.extract.when.grammar import Grammar, Match
from ingest.extract.when.memory import Memory
from ingest.extract.when.point import Point
from ingest.extract.when.running_text import chapters, clock_stamps

#: How far around an expression its sentence is read for tense; bounds the work an expression costs.
_BEFORE: Final = 160
_AFTER: Final = 90
_NEAR: Final = 40
#: The day of publication is "that day" only so near to its name ("today", "at 10:36 a.m.").
_JUST_NAMED: Final = 250
#: At most so many characters stand before a date that opens its sentence ("In late ").
_OPENING: Final = 20


@dataclass(slots=True)
class Reading:
    """What an interpreter makes of a match; `value` is TIMEX3, "" if it cannot be resolved."""

    type: TimexType
    value: str
    mod: str | None = None
    basis: Basis = "explicit"
    anchor: str | None = None
    #: Other values that an ambiguous numeric date may have.
    alternatives: tuple[str, ...] = ()
    #: Whether later expressions may refer to it ("two days later", "that year").
    leads: bool = True
    #: How many characters at the beginning of the match are not part of the expression.
    skip: int = 0
    #: For a length: whether it ends (-1) or begins (1) at publication; 0: it is not anchored.
    reach: int = 0
    #: For a length: the interval that it fills, where that is known.
    within: DateRange | None = None


#: An interpreter: reads the slots of a match in its story; None where it is no time after all.
Interpreter = Callable[[Match, "Story"], Reading | None]


@dataclass(slots=True)
class Story:
    """A text, its publication day, and the time that the story has reached."""

    grammar: Grammar
    text: str
    folded: str
    #: None where it is not known.
    published: date | None
    #: What gave the publication day: "published", or "dateline" where only the text itself does.
    published_by: str = "published"
    #: Whether the text tells of another time than that of its publication (history).
    narrative: bool = False
    #: Whether numeric dates begin with the day; None: the document does not say.
    day_first: bool | None = None
    #: Whether it writes months in figures ("2024-03"), so that "2010-11" need not be two years.
    writes_months: bool = False
    #: What the stated years of a story of the past show.
    chronicle: Chronicle = field(default_factory=Chronicle)
    #: What it has told of so far.
    memory: Memory = field(default_factory=Memory)
    #: The quarter that figures are compared for ("third-quarter net rose ..."), "" before one is named.
    quarter: str = ""
    #: Whether the latest figures are of more months than the quarter.
    months_told: bool = False
    #: The answer of `publication`, once it was asked for.
    _publication: str = ""
    #: The latest answer of `before` and where it was asked: several tests ask for one expression.
    _before_at: int = -1
    _before: str = ""
    #: The times of day that head entries; None: nobody asked yet.
    _clock_stamps: frozenset[int] | None = None
    #: Where the chapters of a recording begin; None: nobody asked yet.
    _chapters: frozenset[int] | None = None
    #: The latest answer of `direction` and where it was asked.
    _direction_at: int = -1
    _direction: int = 0

    def meaning(self, kind: str, word: str) -> Any:
        """Look a slot's word up in a closed class of the language."""
        return self.grammar.meaning(kind, word)

    @property
    def publication(self) -> str:
        """The publication date as an anchor, in words."""
        if not self._publication:
            self._publication = f"{self.published_by} {self.published}"
        return self._publication

    def before(self, match: Match) -> str:
        """The folded words of the sentence before a match, at most `_BEFORE` characters."""
        if self._before_at != match.start:
            begin = max(0, match.start - _BEFORE)
            for end in self.grammar.cues["sentence_end"].finditer(self.text, begin, match.start):
                begin = end.end()
            self._before_at, self._before = match.start, self.folded[begin : match.start]
        return self._before

    def is_clock_stamp(self, match: Match) -> bool:
        """Whether a match is the time of day at the head of an entry of a running text."""
        if self._clock_stamps is None:
            self._clock_stamps = clock_stamps(self.text, self.published)
        return match.start in self._clock_stamps

    def is_chapter(self, match: Match) -> bool:
        """Whether a match is the minute at which a chapter of a recording begins."""
        if self._chapters is None:
            self._chapters = chapters(self.text)
        return match.start in self._chapters

    def near_before(self, match: Match) -> str:
        """The folded text just before a match, whatever sentence it is of."""
        return self.folded[max(0, match.start - _NEAR) : match.start]

    def opens(self, match: Match) -> bool:
        """Whether a match stands at the beginning of its sentence ("In late ...")."""
        if match.start <= _OPENING:
            return True
        ends = self.grammar.cues["sentence_end"]
        return ends.search(self.text, match.start - _OPENING, match.start) is not None

    def after(self, match: Match) -> str:
        """The folded words of the sentence after a match, at most `_AFTER` characters."""
        stop = match.end + _AFTER
        end = self.grammar.cues["sentence_end"].search(self.text, match.end, stop)
        return self.folded[match.end : end.start() if end else stop]

    def cue(self, name: str, text: str) -> bool:
        """Whether a named cue of the language is found in `text`."""
        return self.grammar.cues[name].search(text) is not None

    def told_day(self, match: Match) -> Point | None:
        """The day that "that day" is: the latest, unless it is that of publication and was not named just before."""
        day = self.memory.day
        if day is None or day.on is None or day.on != self.published:
            return day
        return day if match.start - self.memory.day_end <= _JUST_NAMED else None

    def direction(self, match: Match) -> int:
        """Return 1 where the words around tell of what is to come, -1 where of what was, else 0."""
        if self._direction_at != match.start:
            self._direction_at, self._direction = match.start, self._told_direction(match)
        return self._direction

    def _told_direction(self, match: Match) -> int:
        before, after = self.before(match), self.after(match)
        if (
            self.cue("planned_after", after)
            or self.cue("to_come_at_once", after)
            or self.cue("build_up", self.near_before(match))
        ):
            return 1
        if self.cue("begins_head", before) and not self._is_told_past(after):
            return 1
        tense = None
        if self.cue("planned_event", after):
            tense = self._tense_before(before)
            if tense and tense["past"]:
                tense = None  # "he said Friday's report was late": its own verb tells
        elif not self._is_apart(before, after):
            tense = self._tense_before(before)
            heading = tense is None and self.cue("headline_to", before)
            if heading and not self.cue("verb_at_once", after):
                return 1
        tense = tense or self.grammar.cues["tense_after"].search(after)
        if tense is None:
            return 1 if self.is_deadline(match) and not self.opens(match) else 0
        return -1 if tense["past"] else 1

    def _is_told_past(self, after: str) -> bool:
        """Whether the first verb after an expression tells of what has been."""
        found = self.grammar.cues["tense_after"].search(after)
        return found is not None and bool(found["past"])

    def _tense_before(self, before: str) -> re.Match[str] | None:
        """The last verb form before an expression that tells of what was or is to come."""
        tense = None
        for found in self.grammar.cues["tense"].finditer(before):
            tense = found
        return tense

    def _is_apart(self, before: str, after: str) -> bool:
        """Whether the words before an expression are of another clause, or it is told by what it owns."""
        return (
            self.cue("possessive", after)
            or self.cue("entry_head", after)
            or self.cue("clause_start", before)
        )

    def tells_from_here(self, step: str) -> bool:
        """Whether a step ("last", "the next") is taken from publication, not from the story's time."""
        if self.published is None:
            return False
        return not (self.narrative and self.cue("story_shift", step))

    def is_deadline(self, match: Match) -> bool:
        """Whether the words before make it the end of a time that runs ("through January")."""
        return self.cue("deadline", self.near_before(match)) and not self.cue(
            "owner", self.after(match)
        )

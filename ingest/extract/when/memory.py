"""What a text has told of so far: the latest date of each grain, and the line that its story follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ingest.extract.when.chronicle import Line
from ingest.extract.when.point import Point

#: A day named so many characters ago is no longer what "two days later" is counted from.
_RECENT: Final = 2500
#: A passage that tells of the time of its publication goes on for so many characters.
_PASSAGE: Final = 300
#: A year named at most so many characters ago may be that of the month that is told now.
_NEAR: Final = 120
#: From sentence to sentence, so many months back are a step into the next year.
_TURN_OF_YEAR: Final = 9
#: The hours of the parts of a day in TIMEX3, to the last of them; those after midnight are of the next day.
PARTS_OF_DAY: Final = {"MO": (4, 11), "AF": (12, 18), "EV": (16, 23), "NI": (17, 23)}


@dataclass(slots=True)
class Memory:
    """The anchors that a text gives itself."""

    #: The latest date of any grain, and where it ended in the text.
    latest: Point | None = None
    latest_end: int = 0
    #: Whether its year is in its own words.
    latest_is_written: bool = False
    #: Whether the story has stayed with a year that the text states, since it was stated.
    stated: bool = False
    #: The latest day, and the latest month or finer.
    day: Point | None = None
    day_end: int = 0
    month: Point | None = None
    #: The latest day of which a part was named ("Thursday night").
    part: Point | None = None
    part_end: int = 0
    #: Where the latest date that is counted from publication ended ("this Sunday").
    here_end: int = -1
    #: Up to here a list gives the hours of every week, whose clock times are of no day.
    hours_end: int = 0
    #: The year of each day (month, day) that has been told of.
    days: dict[tuple[int, int], int] = field(default_factory=dict)
    #: Where the story stands: a year, and a month of it (0: only the year is known).
    line_year: int | None = None
    line_month: int = 0
    line_end: int = 0
    #: Whether its latest date opened a sentence.
    line_opened: bool = False

    def note(
        self, point: Point, end: int, *, opens: bool, stated: bool, aside: bool = False
    ) -> None:
        """Remember a date that ends at `end`.

        `opens`: it stands at the beginning of its sentence, where stories turn to another time.
        `stated`: its year is in its own words, not inherited.
        `aside`: the story looks back, and goes on where it stood.
        """
        self.stated = stated or (
            self.stated and self.latest is not None and self.latest.year == point.year
        )
        self.latest, self.latest_end, self.latest_is_written = point, end, stated
        if point.grain == "day":
            self.day, self.day_end = point, end
            if point.value[-2:] in PARTS_OF_DAY:
                self.part, self.part_end = point, end
            self.days[point.month, point.day] = point.year
        if point.grain in ("day", "week", "month"):
            self.month = point
        if aside and self.line_year is not None:
            return
        if self.line_year is None or opens or not stated or self._leads_on(point):
            if point.grain != "year":
                self.line_month = point.month
            elif point.year != self.line_year:
                self.line_month = 0
            self.line_year, self.line_opened, self.line_end = point.year, opens, end

    def note_here(self, start: int, end: int, *, named: bool) -> None:
        """Remember what is counted from publication; a `named` day or month only near other words that are."""
        if not named or self.tells_from_here(start):
            self.here_end = end

    def tells_from_here(self, at: int) -> bool:
        """Whether the latest date before `at` was counted from publication, not long ago."""
        return self.latest_end <= self.here_end and at - self.here_end <= _PASSAGE

    def _leads_on(self, point: Point) -> bool:
        if point.grain == "year":
            return False
        return self.line_year is not None and 0 <= point.year - self.line_year <= 1

    def base(self, unit: str) -> Point | None:
        """Return the date from which a distance in `unit` is counted ("two days later")."""
        if unit in ("D", "W", "WE", "FN", "TH", "TM", "TS"):
            return self.day if self.day and self.latest_end - self.day_end < _RECENT else None
        if unit in ("M", "Q"):
            return self.month
        return self.latest

    def line(self, at: int) -> Line | None:
        """Return where the story stands when a date without a year is told at `at`; None before any."""
        if self.line_year is None or self.latest is None:
            return None
        is_near = at - self.latest_end < _NEAR and not self.latest.value.endswith("WI")
        near = self.latest.year if is_near else None  # a winter runs into the next year
        is_dated = self.latest_is_written and self.latest.grain in ("month", "day")
        return Line(self.line_year, self.line_month, self.line_end, near, self.latest_end, is_dated)

    def turns(self, month: int, *, opens: bool) -> bool:
        """Whether the year turns with a month that opens its sentence ("In December ... . In January")."""
        return opens and self.line_opened and self.line_month - month >= _TURN_OF_YEAR

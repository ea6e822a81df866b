"""What a text has told of so far: the latest date of each grain, and the year its story has reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ingest.extract.when.point import Point

#: A year-less month this many months before the last one is of the next year ("December ... March").
_TURN_OF_YEAR: Final = 7
#: Later words refer to a day that was named this many characters ago, not to older ones.
_RECENT: Final = 2500


@dataclass(slots=True)
class Memory:
    """The anchors that a text gives itself."""

    #: The latest date of any grain, and where it ended in the text.
    latest: Point | None = None
    latest_end: int = 0
    #: The latest day, and the latest month or finer.
    day: Point | None = None
    day_end: int = 0
    month: Point | None = None
    #: Where the story stands: a year, and the month of its latest month-or-finer date in that year.
    story_year: int | None = None
    story_month: int = 0

    def note(self, point: Point, end: int, *, opens: bool, stated: bool) -> None:
        """Remember a date that ends at `end`.

        `opens`: it stands at the beginning of its sentence, where stories turn to another time.
        `stated`: its year is in its own words, not inherited.
        """
        self.latest, self.latest_end = point, end
        if point.grain == "day":
            self.day, self.day_end = point, end
        if point.grain in ("day", "week", "month"):
            self.month = point
        if self._moves(point, opens=opens, stated=stated):
            if point.grain == "year":
                if point.year != self.story_year:
                    self.story_month = 0
            else:
                self.story_month = point.month
            self.story_year = point.year

    def _moves(self, point: Point, *, opens: bool, stated: bool) -> bool:
        if self.story_year is None or opens or not stated:
            return True
        step = point.year - self.story_year
        if point.grain == "year":
            return step == 1
        return 0 <= step <= 1

    def base(self, unit: str) -> Point | None:
        """Return the date from which a distance in `unit` is counted ("two days later")."""
        if unit in ("D", "W", "WE", "FN", "TH", "TM", "TS"):
            return self.day if self.day and self.latest_end - self.day_end < _RECENT else None
        if unit in ("M", "Q"):
            return self.month
        return self.latest

    def year_of(self, month: int) -> int | None:
        """Return the year of a month that the story names without one."""
        if self.story_year is None:
            return self.latest.year if self.latest else None
        if self.story_month - month >= _TURN_OF_YEAR:
            return self.story_year + 1
        return self.story_year

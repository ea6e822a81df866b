"""What the stated years of a history say of its dates that name none: which years, in which sections. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

#: How the year of a date is chosen, in months. Steps back in the story cost as much as steps on; a
#: year that was just named draws, and so does one of the section's heading or of the same day
#: written out elsewhere; a year that the text never states repels, and one that it hardly states
#: does where a section begins anew. Chosen on war histories (see docs/dates.md).
_NEAR_BONUS: Final = 10.0
_SECTION_BONUS: Final = 24.0
_WRITTEN_OUT_BONUS: Final = 9.0
_UNSTATED: Final = 4.0
_RARE: Final = 8.0
#: The year of a date that was just named with its month is so many months away at most.
_NEAR_MONTHS: Final = 6
#: A new section need not go on from where the last one ended: distances count for less.
_ANEW: Final = 0.3
#: How much the way to the next stated date counts beside the way from the last one, and up to what.
_AHEAD: Final = 0.3
_FAR_AHEAD: Final = 12

#: A new section is weighed against so many years at most: bounds the work that a date costs.
_MOST_YEARS: Final = 8
#: So many dates of one year tell that of one before them.
_FEW_STATED: Final = 3

Month = tuple[int, int]
#: Later than any month: the end of "October 2022 - present".
NEVER: Final[Month] = (1_000_000, 12)


class Stated(NamedTuple):
    """A date with its year, and where it stands."""

    at: int
    year: int
    #: 0 where only the year is known.
    month: int
    #: 0 where only the month is known.
    day: int


class Section(NamedTuple):
    """A part of a text under a heading, and the months that the heading names; None: it names none."""

    start: int
    end: int
    months: tuple[Month, Month] | None


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The stated dates of a text and the sections that it is divided into."""

    #: How often each year is stated with a month; the most common first.
    years: Mapping[int, int] = field(default_factory=dict)
    #: The most common of them, which a new section may be of.
    common: Sequence[int] = ()
    #: The year of each day (month, day) that is written out in one year only.
    days: Mapping[tuple[int, int], int] = field(default_factory=dict)
    #: In text order.
    stated: Sequence[Stated] = ()
    sections: Sequence[Section] = ()
    #: (year, month, day) of publication, after which nothing can have happened; None: not known.
    until: tuple[int, int, int] | None = None

    def months_at(self, at: int) -> tuple[Month, Month] | None:
        """The months that the heading over `at` names."""
        index = bisect_right(self.sections, at, key=lambda section: section.start) - 1
        return self.sections[index].months if index >= 0 else None

    def is_anew(self, since: int, at: int) -> bool:
        """Whether a section begins between two places."""
        index = bisect_right(self.sections, at, key=lambda section: section.start) - 1
        return index >= 0 and self.sections[index].start > since

    def is_in_body(self, since: int, at: int) -> bool:
        """Whether `since` lies under the heading that `at` is under, and not in it."""
        index = bisect_right(self.sections, at, key=lambda section: section.start) - 1
        return index >= 0 and self.sections[index].end <= since

    def next_stated(self, at: int) -> Stated | None:
        """The next date after `at` with its year."""
        index = bisect_right(self.stated, at, key=lambda stated: stated.at)
        return self.stated[index] if index < len(self.stated) else None

    def warrant(self, year: int, month: int, day: int, at: int) -> str | None:
        """What of the text, in words, gives a date at `at` this year; None: its line alone."""
        named = self.months_at(at)
        if named and named[0] <= (year, month) <= named[1]:
            return f"the heading over it, {year}"
        if day and self.days.get((month, day)) == year:
            return f"{year:04}-{month:02}-{day:02} elsewhere in the text"
        return None

    @property
    def only_year(self) -> int | None:
        """The year of all stated dates; None if they differ or are few."""
        if len(self.years) != 1 or self.years[self.common[0]] < _FEW_STATED:
            return None
        return self.common[0]


def chronicle_of(
    stated: Iterable[Stated], sections: Sequence[Section], until: tuple[int, int, int] | None
) -> Chronicle:
    """Return what the stated dates of a text show."""
    dates = [date for date in stated if date.month and (until is None or date.year <= until[0])]
    days: dict[tuple[int, int], set[int]] = {}
    for date in dates:
        if date.day:
            days.setdefault((date.month, date.day), set()).add(date.year)
    years = dict(Counter(date.year for date in dates).most_common())
    return Chronicle(
        years,
        tuple(years)[:_MOST_YEARS],
        {day: next(iter(years)) for day, years in days.items() if len(years) == 1},
        dates,
        sections,
        until,
    )


class Line(NamedTuple):
    """Where a story stands: a year and a month of it (0: only the year is known), and where in the text."""

    year: int
    month: int
    at: int
    #: The year that was named just before, None if none was.
    near: int | None
    #: Where it was named.
    near_at: int = 0
    #: Whether it was named with its month.
    near_is_dated: bool = False


class Told(NamedTuple):
    """A date without a year: its month, its day (0: a month), and where it stands."""

    month: int
    day: int
    at: int


def year_on_line(told: Told, line: Line, chronicle: Chronicle) -> int:
    """Return the year of a date that is told without one, of a story that stands at `line`."""
    years = {line.year, line.year + 1, line.near or line.year}
    if written_out := chronicle.days.get((told.month, told.day)):
        years.add(written_out)
    if chronicle.is_anew(line.at, told.at):
        years.update(chronicle.common)
    if months := chronicle.months_at(told.at):
        years.update(year for year, _ in months if year != NEVER[0])
    if until := chronicle.until:
        latest = until[0] - ((told.month, told.day) > until[1:])
        years = {year for year in years if year <= latest} or {latest}
    return min(sorted(years), key=lambda year: _cost(year, told, line, chronicle))


def _cost(year: int, told: Told, line: Line, chronicle: Chronicle) -> float:
    anew = chronicle.is_anew(line.at, told.at)
    months = (year - line.year) * 12 + (told.month - line.month if line.month else 0)
    if year == line.near and line.near_is_dated:
        months = min(abs(months), _NEAR_MONTHS)
    cost = abs(months) * (_ANEW if anew else 1.0)
    if year == line.near and (not anew or chronicle.is_in_body(line.near_at, told.at)):
        cost -= _NEAR_BONUS
    if chronicle.years:
        count = chronicle.years.get(year, 0)
        cost += 0.0 if count or year == line.year else _UNSTATED
        cost += _RARE * (1 - count / chronicle.years[chronicle.common[0]]) if anew else 0.0
    if (named := chronicle.months_at(told.at)) and named[0] <= (year, told.month) <= named[1]:
        cost -= _SECTION_BONUS
    if told.day and chronicle.days.get((told.month, told.day)) == year:
        cost -= _WRITTEN_OUT_BONUS
    if following := chronicle.next_stated(told.at):
        ahead = (following.year - year) * 12 + following.month - told.month
        apart = chronicle.is_anew(told.at, following.at)
        cost += _AHEAD * min(abs(ahead), _FAR_AHEAD) * (_ANEW if apart else 1.0)
    return cost

"""The year of a day that is known by its date alone ("the Sept. 11 attacks", "what he wanted on Jan. 6")."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ingest.extract.when.grammar import Match
from ingest.extract.when.slots import Dated
from ingest.extract.when.story import Story

#: So far around such a date the document is read for what happened then.
_AROUND: Final = 400
#: Told so near to its anniversary, the day may be this year's.
_OF_THESE_WEEKS: Final = timedelta(days=21)


def famous_year(month: int, number: int, match: Match, story: Story) -> Dated | None:
    """Return the year of such a day, by what follows it or what the document tells around it; else None."""
    known = story.grammar.language.words["famousday"].get(f"{month}-{number}")
    if known is None:
        return None
    year, followed_by, told_around = known
    if story.published and story.published < date(year, month, number):
        return None
    if not story.cue(followed_by, story.after(match)) and not (
        told_around and _is_told_around(told_around, date(year, month, number), match, story)
    ):
        return None
    story.memory.days[month, number] = year
    return Dated(year, "explicit", None)


def _is_told_around(cue: str, on: date, match: Match, story: Story) -> bool:
    """Whether the words around tell of what happened `on` that day, and none of a day of these weeks."""
    if "weekday" in match.slots or _is_anniversary(on, story.published):
        return False
    if story.direction(match) > 0 and story.cue("set_on", story.near_before(match)):
        return False
    around = story.folded[max(0, match.start - _AROUND) : match.end + _AROUND]
    return story.cue(cue, around) and not story.cue("another_year", around)


def _is_anniversary(on: date, published: date | None) -> bool:
    """Whether a text is of the weeks around an anniversary of the day, not around the day itself."""
    if published is None:
        return False
    years = (published.year - 1, published.year, published.year + 1)
    return any(
        abs(on.replace(year=year) - published) <= _OF_THESE_WEEKS
        for year in years
        if year > on.year
    )

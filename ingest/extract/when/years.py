"""The year of a date that names none: from the words that follow, the story so far, or publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from ingest.extract.when import values
from ingest.extract.when.chronicle import Told, year_on_line
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import ordinal
from ingest.extract.when.relations import ends_range
from ingest.extract.when.slots import Dated
from ingest.extract.when.story import Story

_MONTH_DAYS: Final = 31
_YEAR_DAYS: Final = 12 * _MONTH_DAYS
#: How far ahead (in days, months of 31) a date may lie and still be taken as to come, by the tense
#: of the words around: a date just ahead is rarely meant as nearly a year ago, and the reverse.
_AHEAD_OF_DAY: Final = 35
_AHEAD: Final = {1: _YEAR_DAYS - 20, 0: 150, -1: 50}
#: Without "will", a day this far ahead is rather that of the last weeks: few name it without its year.
_MOST_AHEAD_OF_DAY: Final = 290
#: The month that is just over is not the one of next year.
_MOST_AHEAD_OF_MONTH: Final = 320
#: A report's passage of history: its latest date has a year of its own, so many years before
#: publication, and stands at most so many characters before.
_PASSAGE_YEARS: Final = 2
_PASSAGE: Final = 300
#: "On 2 October 2022 and again on" 9 November: at most so many characters between.
_AGAIN: Final = 24
#: A story has come to its publication if it stands at most so many months before.
_CAUGHT_UP: Final = 2


def year_of(month: int, day: int, match: Match, story: Story) -> Dated | None:
    """Return the year of a month (`day` 0) or a day of a month; None where nothing gives it."""
    if ahead := year_ahead(match, story):
        year = ahead - _is_turned(month, match, story)
        return Dated(year, "context", f"the year {ahead} that follows")
    if story.published is None or (story.narrative and not _is_of_now(match, story)):
        return story_year(month, day, match, story)
    dated = _years_ago(match, story) or _range_year(month, day, match, story)
    dated = dated or _again_year(month, day, match, story)
    if dated := dated or _event_year(match, story):
        return dated
    direction = _direction(match, story)
    if passage := passage_year(month, match, story):
        return passage
    if direction < 0 and story.is_deadline(match):
        direction = 0
    if direction == 0 and (known := story.memory.days.get((month, day))):
        return Dated(known, "context", f"the {known}-{month:02}-{day:02} of the text")
    farthest = _YEAR_DAYS
    if direction > 0 and not _is_firm(match, story):
        farthest = _MOST_AHEAD_OF_DAY if day else _MOST_AHEAD_OF_MONTH
    year = nearest_year(month, day, direction, story.published, farthest)
    if year > _latest_past(month, day, story.published) and _is_done(match, story):
        year -= 1
    if year > story.published.year and _runs_now(month, day, match, story):
        year -= 1
    return Dated(year, "relative", story.publication)


def _direction(match: Match, story: Story) -> int:
    """Whether a date without a year lies ahead (1) or behind (-1), by the words around; 0: they do not say."""
    direction = story.direction(match)
    if direction >= 0 and (_is_known_past(match, story) or _is_left_mark(match, story)):
        direction = -1
    if story.cue("set_for", story.after(match)):
        direction = 1
    if direction < 0 and story.cue("will_hit_done", story.before(match)):
        direction = 0
    if not direction and (story.narrative or _heads_entry(match, story)):
        direction = -1
    return direction


def _heads_entry(match: Match, story: Story) -> bool:
    """Whether a date heads what happened on it ("April 21: the rig burns"), as in a caption."""
    return story.opens(match) and story.cue("entry_head", story.after(match))


def _runs_now(month: int, day: int, match: Match, story: Story) -> bool:
    """Whether publication lies in the time that a date begins ("the season runs from June 1 to November 30")."""
    end = story.grammar.cues["runs_to"].match(story.folded, match.end)
    if end is None or story.published is None:
        return False
    here = (story.published.month, story.published.day)
    last = (
        int(story.meaning("month", end["month"])),
        ordinal(end["day"], story) if end["day"] else 31,
    )
    return (month, day) <= here <= last


def _is_of_now(match: Match, story: Story) -> bool:
    """Whether a story of the past tells of the time of its publication, or of what is to come, here."""
    if story.memory.tells_from_here(match.start):
        return True  # "the vote that ends this Sunday ... the rounds held in December"
    if story.cue("has_since", story.before(match)):
        return True
    return _is_to_come(match, story) or _has_caught_up(match, story)


def _is_to_come(match: Match, story: Story) -> bool:
    """Whether even a story of the past looks ahead from its publication here."""
    return story.cue("will", story.before(match)) or story.cue("will", story.after(match))


def _is_firm(match: Match, story: Story) -> bool:
    """Whether what lies ahead will be, as its own clause or a headline says."""
    before = story.before(match)
    if story.cue("will_last", before) or story.cue("will_next", story.after(match)):
        return True
    return story.cue("headline_to", before)


def _is_done(match: Match, story: Story) -> bool:
    """Whether the verb just before a date says that it has been ("talks began in April")."""
    return story.cue("has_begun", story.near_before(match))


def _latest_past(month: int, day: int, base: date) -> int:
    """The latest year in which a month, or a day of it, has begun by `base`."""
    return base.year - ((month, day) > (base.month, base.day if day else 0))


def _is_known_past(match: Match, story: Story) -> bool:
    """Whether a date is told as that of something known ("the April 20 explosion"), whatever the verb."""
    before = story.near_before(match)
    return (
        story.cue("past_event_after", story.after(match))
        or story.cue("past_event_before", before)
        or story.cue("since", before)
    )


def _is_left_mark(match: Match, story: Story) -> bool:
    """Whether a date is that of a mark which figures come back to or have left ("below its May peak")."""
    return story.cue("left_mark_before", story.near_before(match)) and story.cue(
        "left_mark_after", story.after(match)
    )


def _has_caught_up(match: Match, story: Story) -> bool:
    """Whether a story has come to the time of its publication, which then tells what is ahead."""
    line, here = story.memory.line(match.start), story.published
    if line is None or here is None or not line.month or story.chronicle.months_at(match.start):
        return False
    months = (here.year - line.year) * 12 + here.month - line.month
    return months <= _CAUGHT_UP and not story.chronicle.is_anew(line.at, match.start)


def _range_year(month: int, day: int, match: Match, story: Story) -> Dated | None:
    """The year of the second of two joined dates: that of the first, or the next."""
    first = story.memory.latest
    if first is None or first.grain not in ("day", "month") or not ends_range(match, story):
        return None
    later = (month, day or first.day) < (first.month, first.day)
    return Dated(first.year + later, "context", f"after {first.value}")


def _again_year(month: int, day: int, match: Match, story: Story) -> Dated | None:
    """The year of "9 November" in "on 2 October 2022 and again on 9 November": that of the first, or the next."""
    first, end = story.memory.latest, story.memory.latest_end
    if first is None or not story.memory.latest_is_written or first.grain not in ("day", "month"):
        return None
    if match.start - end > _AGAIN or not story.cue("again", story.folded[end : match.start]):
        return None
    later = (month, day or first.day) < (first.month, first.day)
    return Dated(first.year + later, "context", f"after {first.value}")


def _years_ago(match: Match, story: Story) -> Dated | None:
    """The year of a day that is told with how long ago it was ("sixty years ago on 7 March")."""
    told = story.memory.latest
    if told is None or not story.cue("years_ago", story.near_before(match)):
        return None
    return Dated(told.year, "relative", f"after {told.value}")


def _event_year(match: Match, story: Story) -> Dated | None:
    """The year in the name of the event whose day is told ("the 2034 Games will run from Feb. 10")."""
    found = story.grammar.cues["event_year"].search(story.before(match))
    if found is None or (found["runs"] is None and not _is_past(int(found["year"]), story)):
        return None
    return Dated(int(found["year"]), "context", f"the year {found['year']} of the event")


def _is_past(year: int, story: Story) -> bool:
    return story.published is not None and year < story.published.year


def passage_year(month: int, match: Match, story: Story) -> Dated | None:
    """Return the year of a passage in a report that tells of the past ("In May 1940, ... In June, ..."); None elsewhere."""
    if _direction(match, story) > 0 or story.cue("has_since", story.before(match)):
        return None
    named = story.memory.month
    if named is None or story.published is None or match.start - story.memory.latest_end > _PASSAGE:
        return None
    if named is not story.memory.latest or not story.memory.stated:
        return None
    if named.month != month and story.cue("past_event_after", story.after(match)):
        return None  # "the April 20 explosion" is known by its day, whatever came before
    if named.year != story.memory.line_year or story.published.year - named.year < _PASSAGE_YEARS:
        return None
    return story_year(month, 0, match, story)


def story_year(month: int, day: int, match: Match, story: Story) -> Dated | None:
    """Return the year that the story has reached when it comes to a month, or a day of it (else 0)."""
    memory, chronicle, latest = story.memory, story.chronicle, story.memory.latest
    line = memory.line(match.start)
    if line is None or latest is None:
        year = chronicle.only_year
        return Dated(year, "context", f"the year {year} of the text") if year else None
    at = match.start
    if memory.turns(month, opens=story.opens(match)) and not chronicle.is_anew(line.at, at):
        line = line._replace(year=line.year + 1, month=1, near=None)
    if story.direction(match) >= 0:
        chronicle = replace(chronicle, until=None)
    year = year_on_line(Told(month, day, at), line, chronicle)
    anchor = chronicle.warrant(year, month, day, at) if year != line.year else None
    reached = latest.value if latest.year in (line.year, year) else values.of_year(line.year)
    return Dated(year, "context", anchor or f"after {reached}")


def year_ahead(match: Match, story: Story) -> int | None:
    """Return the year that the second of two joined dates gives ("August and September 1914")."""
    cues = story.grammar.cues
    found = cues["joined_year"].match(story.folded, match.end)
    if found is None and match.rule.kind in ("season", "holiday"):
        found = cues["named_year"].match(story.folded, match.end)
    if found is None and match.rule.kind == "holiday":
        found = cues["holiday_year"].match(story.folded, match.end)
    return int(found[0][-4:]) if found else None


def _is_turned(month: int, match: Match, story: Story) -> bool:
    """Whether the year turns between two joined dates ("December and January 2012")."""
    found = story.grammar.cues["joined_year"].match(story.folded, match.end)
    word = found["month"] if found else None
    return word is not None and month > story.meaning("month", word)


def nearest_year(
    month: int, day: int, direction: int, base: date, farthest: int = _YEAR_DAYS
) -> int:
    """Return the year of a date seen from `base`: the last one that was, or the next to come.

    `direction`: 1 where the words tell of what is to come, -1 of what was, 0 where they do not say.
    `farthest`: so many days ahead (in months of 31) it may lie at most.
    """
    if day:
        here = (base.month - 1) * _MONTH_DAYS + base.day
        ahead = ((month - 1) * _MONTH_DAYS + day - here) % _YEAR_DAYS
    else:
        ahead = (month - base.month) % 12 * _MONTH_DAYS
    if ahead == 0:
        return base.year
    limit = _AHEAD_OF_DAY if day and direction < 0 else min(_AHEAD[direction], farthest)
    next_year = (month, day) < (base.month, base.day if day else 0)
    return base.year + next_year - (ahead > limit)

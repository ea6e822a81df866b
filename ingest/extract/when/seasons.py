"""Interpreters of seasons, quarters and halves of a year."""

from __future__ import annotations

from datetime import date
from typing import Final

from ingest import dates
from ingest.extract.when import joined, names, values
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import ordinal
from ingest.extract.when.slots import Dated, modifier, month_of, stated_year
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.years import passage_year, story_year, year_ahead

#: A season that begins within so many months is nearer than the last one of its name.
_SEASON_NEAR: Final = 4
#: And so many months ahead it is far off.
_SEASON_FAR: Final = 6
#: Told of in the first quarter, "the fourth quarter of the year" is of the year before.
_LAST: Final = 4
#: A quarter that ended so many quarters ago is next year's where the words look ahead.
_LONG_ENDED: Final = 2


def season(match: Match, story: Story) -> Reading | None:
    """Read a season, with or without its year."""
    if match.rule.name == "season" and names.is_of_a_name(match, story):
        return None
    code, mod = story.meaning("season", match.slots["season"]), modifier(match, story)
    dated = stated_year(match, story)
    if dated is None and not _is_any(match, story):
        dated = _season_year(code, match, story)
    if dated is None:
        return Reading("DATE", f"XXXX-{code}", mod, leads=False)
    if "tail" in match.slots and not (
        code == "WI" and joined.follows(match.slots["year"], match.slots["tail"])
    ):
        return None
    value = f"{values.of_year(dated.year)}-{code}"
    return Reading("DATE", value, mod, dated.basis, dated.anchor)


def _is_any(match: Match, story: Story) -> bool:
    """Whether it is the season of any year ("it snows in the winter")."""
    return (
        match.rule.name == "season"
        and not story.narrative
        and story.cue("in_any_season", story.before(match))
        and not story.direction(match)
        and not year_ahead(match, story)
    )


def _is_just_over(code: str, year: int, match: Match, story: Story) -> bool:
    """Whether "this autumn", told of in January as past, is the last one and not the one far ahead."""
    if story.published is None or story.direction(match) >= 0:
        return False
    months = (year - story.published.year) * 12 + values.SEASON_MONTHS[code] - story.published.month
    return months > _SEASON_FAR and not story.cue("would", story.after(match))


def _season_year(code: str, match: Match, story: Story) -> Dated | None:
    if ahead := year_ahead(match, story):
        return Dated(ahead, "context", f"the year {ahead} that follows")
    if joined := _after_season(match, story):
        return joined
    word = match.slots.get("shift")
    if word and story.published and story.tells_from_here(word):
        year = season_year(code, story.meaning("shift", word), story.published)
        year -= story.cue("this_one", word) and _is_just_over(code, year, match, story)
    elif story.narrative or story.published is None or "story" in match.slots:
        return _in_story(code, match, story)
    elif told := passage_year(values.SEASON_MONTHS[code], match, story):
        return told
    else:
        direction = story.direction(match) or _nearer(code, story.published)
        year = season_year(code, direction, story.published, bare=True)
    return Dated(year, "relative", story.publication)


def _after_season(match: Match, story: Story) -> Dated | None:
    """The year of the second of two seasons ("the autumn and winter"): that of the first, or the next after a winter."""
    first, end = story.memory.latest, story.memory.latest_end
    if (
        first is None
        or match.rule.name != "season-joined"
        or first.value[-2:] not in values.SEASON_MONTHS
    ):
        return None
    if not story.cue("and", story.folded[end : match.start]):
        return None
    return Dated(first.year + first.value.endswith("WI"), "context", f"after {first.value}")


def _in_story(code: str, match: Match, story: Story) -> Dated | None:
    """A winter that follows months of spring to autumn is of their year; one before them, of the last."""
    dated = story_year(values.SEASON_MONTHS[code], 0, match, story)
    if dated is None:
        return None
    word = match.slots.get("story")
    shift = story.meaning("story", word) if word else 0
    at = story.memory.line_month
    if code == "WI" and not shift and 1 <= at <= 2:
        return dated._replace(year=dated.year - 1)
    if (shift > 0 and at >= values.SEASON_MONTHS[code]) or shift < 0:
        return dated._replace(year=dated.year + shift)
    return dated


def _nearer(code: str, base: date) -> int:
    """Whether a season that no verb tells of is rather the next (1) or the last (-1)."""
    return 1 if (values.SEASON_MONTHS[code] - base.month) % 12 <= _SEASON_NEAR else -1


def season_year(code: str, shift: int, base: date, *, bare: bool = False) -> int:
    """Return the year of "last" (-1), "this" (0) or "next" (1) season, seen from `base`.

    `bare`: no such word is there; the season that is running is meant, if it is.
    """
    first = values.SEASON_MONTHS[code]
    # months since the January of the year in which a running winter began
    in_winter = code == "WI" and base.month < 3
    year, month = (base.year - 1, base.month + 12) if in_winter else (base.year, base.month)
    running = first <= month < first + 3
    if shift == 0 or (bare and running):
        return year
    if shift < 0:
        return year if month >= first + 3 else year - 1
    return year + 1 if month >= first else year


def quarter(match: Match, story: Story) -> Reading | None:
    """Read a quarter or a half of a year."""
    code, which = _part_of_year(match, story)
    if which > (2 if code == "H" else 4):
        return None
    dated = stated_year(match, story) or _quarter_year(code, which, match, story)
    if dated and "back" in match.slots:
        dated = dated._replace(year=dated.year - 1)
    if dated is None:
        return Reading("DATE", f"XXXX-{code}{which}", leads=False)
    value = f"{values.of_year(dated.year)}-{code}{which}"
    within = None
    if dated.basis == "explicit" and joined.year_behind(match, story):
        within = dates.between(dates.year(dated.year), dates.year(dated.year + 1))
    return Reading("DATE", value, None, dated.basis, dated.anchor, within=within)


def _part_of_year(match: Match, story: Story) -> tuple[str, int]:
    if text := match.slots.get("code"):
        meaning = story.meaning("quartercode", text)
        return meaning[0], int(meaning[1])
    if "last" in match.slots:
        return "H", 2
    if "month" in match.slots:
        return "Q", (month_of(match, story) + 2) // 3
    nth = match.slots.get("number4") or match.slots["nth"]
    return "H" if "half" in match.slots else "Q", ordinal(nth, story)


def _quarter_year(code: str, which: int, match: Match, story: Story) -> Dated | None:
    base = story.published
    if base is None or story.narrative:
        return story_year(1, 0, match, story)
    current = (base.month + 2) // 3 if code == "Q" else (base.month + 5) // 6
    if code == "Q" and story.cue("of_this_year", story.after(match)):
        return Dated(base.year - (current == 1 and which == _LAST), "relative", story.publication)
    direction = story.direction(match)
    soon = direction == 0 and which == current + 1  # "the fourth quarter", told in September
    past = direction <= 0 and which > current and not soon
    # the quarter that has just ended is still to be reported of
    ahead = direction > 0 and code == "Q" and current - which >= _LONG_ENDED
    return Dated(base.year - past + ahead, "relative", story.publication)

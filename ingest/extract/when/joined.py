"""Two years or days that are written as one: "1993/94", "13/14 February", "the winter of 2010-11". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story

#: The figures of a year; fewer are a day's, or the end of a year's.
_OF_YEAR: Final = 4
_BEHIND: Final = re.compile(r"[-/]([0-9]{4}|[0-9]{1,2})[a-z]{0,2}(?![0-9/-]|[.,:][0-9]|[a-z])")
_AHEAD: Final = re.compile(r"(?<![0-9/.,:-])([0-9]{1,4})[a-z]{0,2}[-/]$")
_LAST_FIGURES: Final = re.compile(r"[0-9]{1,4}$")
_FIRST_FIGURES: Final = re.compile(r"[0-9]{1,4}")


def follows(first: str, second: str) -> bool:
    """Whether the second of two figures is the next day or year: "13" and "14", "1999" and "00", "2008" and "9"."""
    if len(first) < _OF_YEAR:
        return int(second) == int(first) + 1
    end_of_next = f"{int(first) + 1:04}"[-len(second) :]
    return second == end_of_next


def year_behind(match: Match, story: Story) -> bool:
    """Whether the year that ends a match is told with the next one as the same time ("the winter of 2010-11")."""
    first = _LAST_FIGURES.search(story.folded, match.start, match.end)
    second = _BEHIND.match(story.folded, match.end)
    return bool(first and second and len(first[0]) == _OF_YEAR and follows(first[0], second[1]))


def year_ahead_of(match: Match, story: Story) -> bool:
    """Whether a match is the second year of a time that was told with the year before it."""
    near = story.near_before(match)
    return near[-1:] in "-/" and story.cue("split_year_before", near) and _is_next(match, story)


def by_slash(match: Match, story: Story) -> bool:
    """Whether the slash beside a match joins it to the day or the year before or after it, and is no fraction or address."""
    text, start, end = story.folded, match.start, match.end
    if match.rule.kind == "era":  # "480/479 BC"
        return True
    if text[end : end + 1] == "/":
        first, second = _LAST_FIGURES.search(text, start, end), _BEHIND.match(text, end)
        return bool(first and second and follows(first[0], second[1]))
    if text[start - 1 : start] != "/":
        return False
    before = story.near_before(match)[:-1]
    return _is_next(match, story) or (
        match.rule.kind == "day" and story.cue("month_before", before)
    )


def _is_next(match: Match, story: Story) -> bool:
    """Whether the figures that begin a match follow those before it."""
    first = _AHEAD.search(story.near_before(match))
    second = _FIRST_FIGURES.match(story.folded, match.start)
    return bool(first and second and follows(first[1], second[0]))

"""Which matches are no times: unit numbers, names, verbs, prices, versions. Language-neutral tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ingest.extract.when import joined, names
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story

#: Slots whose words are proper names in the language and so are written with a capital.
_PROPER: Final = frozenset({"month", "weekday", "holiday"})
#: Characters that make a number before or after them something else than a time; those of the
#: second set only if they are glued to a word before them.
_GLUE_BEFORE: Final = frozenset("$€£¥#@\\+=&%_")
_LOOSE_GLUE_BEFORE: Final = frozenset("/.,:")
_GLUE_AFTER: Final = frozenset("%°/\\_@=&")
#: A bare number is a year within these bounds.
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2100
#: "Below 1990 levels" is of a year; smaller numbers are rather numbers of levels.
_FIRST_YEAR_OF_LEVELS: Final = 1850
#: Of the years up to here few are told in news.
_LAST_OLD_YEAR: Final = 1500
_RUN: Final = re.compile(r"-(\d{3,})")
#: "1988-" before "1989 strikes".
_FIRST_OF_RANGE: Final = re.compile(r"(?<![0-9-])[12][0-9]{3} ?[-/] ?$")
_LONGEST_MONTH: Final = 12


def is_time(match: Match, story: Story) -> bool:
    """Whether the match, where it stands, tells a time."""
    for slot in _PROPER:
        if slot in match.slots and not names.is_named(match.slots[slot], match, story):
            return False
    if _is_in_address(match, story) or _is_glued(match, story):
        return False
    test = _NAME_TESTS.get(match.rule.name) or _KIND_TESTS.get(match.rule.kind)
    return test is None or test(match, story)


def _is_glued(match: Match, story: Story) -> bool:
    """Whether a number is part of a word, a sum or an address."""
    text, start, end = story.text, match.start, match.end
    if end < len(text) and text[end] in _GLUE_AFTER and text[end - 1].isdigit():
        return not joined.by_slash(match, story)
    if not start or not text[start].isdigit():
        return False
    before, glued = story.folded[start - 1], start > 1 and text[start - 2].isalnum()
    if before in _GLUE_BEFORE or (before in _LOOSE_GLUE_BEFORE and glued):
        return not (before == "/" and joined.by_slash(match, story))
    if before != "-" or not glued or match.rule.kind not in ("year", "length", "day"):
        return False
    if text[start - 2].isdigit():
        return story.cue("number_run", story.near_before(match))
    month_before = story.folded[max(0, start - _LONGEST_MONTH) : start - 1]
    return match.rule.kind != "day" or not story.cue("month_before", month_before)


def _is_in_address(match: Match, story: Story) -> bool:
    """Whether a word is part of a host's or a file's name ("nightly.example.org", "example.today")."""
    text, start, end = story.text, match.start, match.end
    if text[end : end + 1] == "." and text[end - 1].isalpha() and text[end + 1 : end + 2].islower():
        return True
    return (
        start > 1 and text[start - 1] == "." and text[start].islower() and text[start - 2].isalnum()
    )


def _is_year(match: Match, story: Story) -> bool:
    text, before = match.slots["year"], story.near_before(match)
    if word := match.slots.get("approx"):
        before += f"{word} "
    if text[0] == "'":
        return story.cue("short_year_before", before) and not story.cue(
            "compound", story.after(match)
        )
    if text.isdigit() and not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return False
    after = story.after(match)
    if _is_serial(text, after) or joined.year_ahead_of(match, story):
        return False
    if text.isdigit() and int(text) <= _LAST_OLD_YEAR and not _is_old_year(before, after, story):
        return False
    if (
        story.cue("plural_after", after)
        and not story.cue("year_before", before)
        and not (story.cue("level_after", after) and _may_have_levels(text))
        and not _FIRST_OF_RANGE.search(before)
    ):
        return False
    return not (
        (after.startswith(":") and story.is_clock_stamp(match))
        or story.cue("address", after)
        or story.cue("number_of", before)
        or story.cue("amount_before", before)
        or (story.cue("counted", after) and not story.cue("year_opens", before))
        or story.cue("sized", after)
        or story.cue("labour", after)
        or story.cue("book", after)
        or story.cue("model", after)
    )


def _may_have_levels(text: str) -> bool:
    """Whether a number before "levels" is rather a year's than theirs; a year in words is."""
    return not text.isdigit() or int(text) >= _FIRST_YEAR_OF_LEVELS


def _is_old_year(before: str, after: str, story: Story) -> bool:
    """Whether the words around say that such a number is a year: in news most are amounts or times of day."""
    if story.cue("may_count_before", before) and story.cue("plural_after", after):
        return False
    return story.cue("old_year_before", before)


def _is_serial(text: str, after: str) -> bool:
    """Whether a number is the beginning of another ("2024-7731"), not of a range of years."""
    run = _RUN.match(after)
    return run is not None and not (text < run[1] <= str(_LAST_YEAR) and len(run[1]) == 4)


def _is_figures(match: Match, story: Story) -> bool:
    """Whether figures are neither the number of something nor a version ("3.5.12")."""
    words = story.folded[match.start : match.end]
    if story.cue("version", words):
        return False
    return not story.cue("number_of", story.near_before(match))


def _is_length(match: Match, story: Story) -> bool:
    words, after = story.folded[match.start : match.end], story.after(match)
    if story.cue("age", after) or story.cue("all_the_time", after) or story.cue("second_of", words):
        return False
    unit = story.meaning("units", match.slots.get("plural") or match.slots["unit"])
    if unit == "Y" and story.cue("old", words):
        return False
    if unit != "Q" or "vague" in match.slots:
        return not story.cue("some_quarters", words)
    if story.cue("one_quarter", words) and not story.cue(
        "quarter_before", story.near_before(match)
    ):
        return False  # a quarter of them, and not three months
    return not (story.cue("fraction_after", after) or "-" in words)


def _is_quarter(match: Match, story: Story) -> bool:
    """Whether it is not the quarter or the half of a game."""
    if "year" in match.slots or "code" in match.slots:
        return True
    return not story.cue("game", story.before(match) + story.after(match))


def _is_half(match: Match, story: Story) -> bool:
    """Whether "the second half" is of a year that business is told of."""
    around = story.before(match) + story.after(match)
    return story.cue("half_of_year", around) and not story.cue("game", around)


def _is_vague_length(match: Match, story: Story) -> bool:
    """Whether "years" is a length that is told of: "for years", "years of war"."""
    words, before = story.folded[match.start : match.end], story.near_before(match)
    if story.cue("long", words) or story.cue("length_before", before):
        return True
    if story.cue("record", words):
        return False
    return story.cue("filled_with", story.after(match)) and story.cue("filled_before", before)


def _is_season(match: Match, story: Story) -> bool:
    after = story.after(match)
    if story.cue("season_name", after):
        return False
    if not story.cue("fall", story.folded[match.start : match.end]):
        return True
    return story.cue("fall_before", story.near_before(match)) and not story.cue("not_season", after)


def _is_told_season(match: Match, story: Story) -> bool:
    """Whether it is neither of games ("the last Winter Olympics") nor a verb ("banks that fall into trouble")."""
    after = story.after(match)
    if story.cue("season_name", after):
        return False
    falls = story.cue("that_fall", story.folded[match.start : match.end])
    return not (falls and story.cue("not_season", after))


def _is_century(match: Match, story: Story) -> bool:
    """Whether it is not somebody's ("his second century" of runs)."""
    return not story.cue("own_before", story.near_before(match))


def _is_dated_season(match: Match, story: Story) -> bool:
    """Whether "early spring" is of a year; "an early spring" is of any."""
    return not story.cue("any_season", story.near_before(match)) and _is_season(match, story)


def _is_night(match: Match, story: Story) -> bool:
    """Whether "overnight" is of a night: not the overnight rate, nor "not ... overnight", which is at once."""
    if not match.slots.get("tonight", "").startswith("over"):
        return names.is_no_title(match, story)
    return not (
        story.cue("rate_after", story.after(match))
        or story.cue("not_suddenly", story.near_before(match))
    )


def _is_decade(match: Match, story: Story) -> bool:
    if story.cue("old_decade", story.folded[match.start : match.end]):
        return False
    return "ten" in match.slots or not story.cue("not_decade", story.near_before(match))


def _is_reference(match: Match, story: Story) -> bool:
    """Whether "now" is of a time, not "now and then", nor "current" what flows."""
    after = story.after(match)
    if story.cue("current", match.slots["reference"]) and story.cue("flow_after", after):
        return False
    return not story.cue("not_reference", after) or story.cue("between", story.near_before(match))


def _is_clock_name(match: Match, story: Story) -> bool:
    """Whether "midnight" is neither an idiom nor a word of a title ("The Midnight Library")."""
    titled = story.text[match.start].isupper() and story.cue(
        "title_next", story.text[match.end : match.end + _LONGEST_MONTH]
    )
    return not titled and not story.cue("high_noon", story.near_before(match))


def _is_no_verse(match: Match, story: Story) -> bool:
    """Whether figures with a colon are a time of day: no chapter and verse, length, nor the minute of a recording."""
    if story.cue("clock_length", story.after(match)):
        return False
    return not (story.cue("scripture", story.near_before(match)) or story.is_chapter(match))


_Test = Callable[[Match, Story], bool]
#: The tests that a match must pass, by the name of its rule or by the rule's kind.
_NAME_TESTS: Final[dict[str, _Test]] = {
    "compact-day": _is_figures,
    "year": _is_year,
    "month": names.is_month,
    "season": _is_season,
    "season-step": _is_told_season,
    "season-mod": _is_dated_season,
    "half": _is_half,
    "clock-24": _is_no_verse,
    "last-night": _is_night,
    "holiday": names.is_holiday,
}
_KIND_TESTS: Final[dict[str, _Test]] = {
    "length": _is_length, "figures": _is_figures, "vaguelength": _is_vague_length, "reference": _is_reference,
    "quarter": _is_quarter, "century": _is_century, "frequency": names.is_frequency, "decade": _is_decade, "weekday": names.is_weekday, "step": names.is_step, "definite": names.is_period, "deictic": names.is_day, "clockname": _is_clock_name,
}  # fmt: skip

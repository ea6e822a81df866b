"""Which matches are no times: unit numbers, names, verbs, prices, versions. Language-neutral tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

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
#: Of the years up to here few are told in news.
_LAST_OLD_YEAR: Final = 1500
#: A month that a joined date shares may stand so far behind it ("22-25 April").
_AHEAD: Final = 40
_RUN: Final = re.compile(r"-(\d{3,})")
_LONGEST_MONTH: Final = 12
#: What tells that words are a title stands so few characters before them.
_LONGEST_TITLE: Final = 16


def is_time(match: Match, story: Story) -> bool:
    """Whether the match, where it stands, tells a time."""
    for slot in _PROPER & match.slots.keys():
        if not _is_named(match.slots[slot], match, story):
            return False
    if _is_glued(match, story):
        return False
    test = _NAME_TESTS.get(match.rule.name) or _KIND_TESTS.get(match.rule.kind)
    return test is None or test(match, story)


def _is_glued(match: Match, story: Story) -> bool:
    """Whether a number is part of a word, a sum or an address."""
    text, start, end = story.text, match.start, match.end
    if end < len(text) and text[end] in _GLUE_AFTER and text[end - 1].isdigit():
        return True
    if not start or not text[start].isdigit():
        return False
    before, glued = story.folded[start - 1], start > 1 and text[start - 2].isalnum()
    if before in _GLUE_BEFORE or (before in _LOOSE_GLUE_BEFORE and glued):
        return True
    if before != "-" or not glued or match.rule.kind not in ("year", "length", "day"):
        return False
    if text[start - 2].isdigit():
        return story.cue("number_run", story.near_before(match))
    month_before = story.folded[max(0, start - _LONGEST_MONTH) : start - 1]
    return match.rule.kind != "day" or not story.cue("month_before", month_before)


def _is_named(word: str, match: Match, story: Story) -> bool:
    at = story.folded.find(word, match.start, match.end + _AHEAD)
    if word[0].isdigit() or story.text[at].isupper():
        return True
    return not story.cue("also_word", word)


def _is_year(match: Match, story: Story) -> bool:
    text, before = match.slots["year"], story.near_before(match)
    if word := match.slots.get("approx"):
        before += f"{word} "
    if text[0] == "'":
        return story.cue("short_year_before", before)
    if text.isdigit() and not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return False
    after = story.after(match)
    if _is_serial(text, after):
        return False
    if text.isdigit() and int(text) <= _LAST_OLD_YEAR and not _is_old_year(before, after, story):
        return False
    if story.cue("plural_after", after) and not story.cue("year_before", before):
        return False
    return not (
        (after.startswith(":") and story.is_clock_stamp(match))
        or story.cue("address", after)
        or story.cue("number_of", before)
        or story.cue("counted", after)
        or story.cue("book", after)
        or story.cue("model", after)
    )


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
    return not story.cue("number_of", story.near_before(match))


def _is_month(match: Match, story: Story) -> bool:
    before, after = story.near_before(match), story.after(match)
    if story.cue("name_before", before) or _is_modal(match, story) or _is_name(match, story):
        return False
    if story.cue("also_verb", match.slots["month"]) and (
        story.cue("march_name", before)
        or story.cue("march_of_many", after)
        or (story.opens(match) and story.cue("march_of_people", after))
    ):
        return False
    if story.cue("also_verb", match.slots["month"]) and story.cue("verb_before", before):
        return not story.cue("verb_after", after)
    return not story.cue("name_after", after)


def _is_modal(match: Match, story: Story) -> bool:
    """Whether "May" is the verb of a headline that writes its words with capitals ("Rates May Fall"), or a name."""
    if not story.cue("also_modal", match.slots["month"]) or "mod" in match.slots:
        return False
    near = story.near_before(match)
    if story.cue("sentence_head", near) and story.cue("wish_next", story.after(match)):
        return True
    before = story.text[max(0, match.start - _LONGEST_TITLE) : match.start]
    after = story.text[match.end : match.end + _LONGEST_TITLE]
    if story.cue("month_lead", near):
        return story.cue("modal_next", after) and not story.cue("preposition_last", near)
    return story.cue("verb_next", after) or story.cue("name_last", before)


def _is_name(match: Match, story: Story) -> bool:
    """Whether "June" is the first name of somebody ("the actor June Brown")."""
    if not story.cue("also_name", match.slots["month"]) or "mod" in match.slots:
        return False
    before = story.near_before(match)
    after = story.text[match.end : match.end + _LONGEST_TITLE]
    return story.cue("person_before", before) and story.cue("surname_after", after)


def _is_length(match: Match, story: Story) -> bool:
    words, after = story.folded[match.start : match.end], story.after(match)
    if story.cue("age", after) or story.cue("second_of", words):
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
    return story.cue("long", story.folded[match.start : match.end]) or story.cue(
        "length_before", story.near_before(match)
    )


def _is_season(match: Match, story: Story) -> bool:
    after = story.after(match)
    if story.cue("season_name", after):
        return False
    if not story.cue("fall", story.folded[match.start : match.end]):
        return True
    return story.cue("fall_before", story.near_before(match)) and not story.cue("not_season", after)


def _is_century(match: Match, story: Story) -> bool:
    """Whether it is not somebody's ("his second century" of runs)."""
    return not story.cue("own_before", story.near_before(match))


def _is_dated_season(match: Match, story: Story) -> bool:
    """Whether "early spring" is of a year; "an early spring" is of any."""
    return not story.cue("any_season", story.near_before(match)) and _is_season(match, story)


def _is_night(match: Match, story: Story) -> bool:
    """Whether "overnight" is of a night: not the overnight rate, nor "not ... overnight", which is at once."""
    if not match.slots.get("tonight", "").startswith("over"):
        return _is_no_title(match, story)
    return not (
        story.cue("rate_after", story.after(match))
        or story.cue("not_suddenly", story.near_before(match))
    )


def _is_holiday(match: Match, story: Story) -> bool:
    """Whether it is not a thing that is called after one ("a Christmas tree")."""
    words, after = story.folded[match.start : match.end], story.after(match)
    if story.cue("shopping_day", words):
        return True
    if story.cue("other_remembrance", story.near_before(match) + words):
        return False
    thing = "christmas_thing" if story.cue("christmas", words) else "holiday_thing"
    return not story.cue(thing, after)


def _is_period(match: Match, story: Story) -> bool:
    """Whether it is not part of a title (Journalist of the Year), nor of any year ("this time of the year")."""
    if story.cue("any_year", story.near_before(match)):
        return False
    return not story.cue("capitals", story.text[match.start : match.end])


def _is_weekday(match: Match, story: Story) -> bool:
    """Whether it is neither a name (the Sunday Times, Black Monday) nor counted from what is not known."""
    text, start, end = story.text, match.start, match.end
    if story.cue("paper_after", text[end : end + _LONGEST_TITLE]):
        return False
    if story.cue("named_weekday", text[max(0, start - _LONGEST_TITLE) : start]):
        return False
    counted = f"{story.near_before(match)}{story.folded[start:end]}"
    return not (story.cue("nth_weekday", counted) and story.cue("of_what", story.after(match)))


def _is_decade(match: Match, story: Story) -> bool:
    if story.cue("old_decade", story.folded[match.start : match.end]):
        return False
    return "ten" in match.slots or not story.cue("not_decade", story.near_before(match))


def _is_frequency(match: Match, story: Story) -> bool:
    """Whether it is neither part of a name ("the Daily Monitor"), nor a newspaper, nor a measure ("the average daily volume")."""
    if story.cue("average_last", story.near_before(match)):
        return False
    next_char = story.text[match.end + 1 : match.end + 2]
    if story.text[match.start].isupper() and next_char.isupper():
        return False
    return not story.cue("periodical", story.after(match))


def _is_no_title(match: Match, story: Story) -> bool:
    """Whether it is not the name of a programme or a paper (ABC's "This Week", USA TODAY, the Today Show)."""
    words = story.text[match.start : match.end]
    before = story.text[max(0, match.start - _LONGEST_TITLE) : match.start]
    if {"deictic", "tonight"} & match.slots.keys() and words[0].isupper():
        after = story.text[match.end : match.end + _LONGEST_TITLE]
        if story.cue("title_after", after) or story.cue("paper_today", before + words):
            return False
    if not story.cue("capitals", words):
        return True
    return not story.cue("quoted_title" if " " in words else "named_title", before)


def _is_day(match: Match, story: Story) -> bool:
    """Whether it is neither a title nor an age ("today's youth", "the leaders of tomorrow")."""
    if "part" in match.slots:
        return True
    of_an_age = story.cue("of_an_age", story.after(match)) or story.cue(
        "people_of_an_age", story.near_before(match)
    )
    return not of_an_age and _is_no_title(match, story)


def _is_step(match: Match, story: Story) -> bool:
    """Whether it is neither a title nor an idiom ("at the end of the day, it pays")."""
    words = story.folded[match.start : match.end + _LONGEST_TITLE]
    if story.cue("idiom", words) and story.cue("idiom_before", story.near_before(match)):
        return story.narrative
    return _is_no_title(match, story)


def _is_reference(match: Match, story: Story) -> bool:
    return not story.cue("not_reference", story.after(match))


def _is_clock_name(match: Match, story: Story) -> bool:
    return not story.cue("high_noon", story.near_before(match))


def _is_no_verse(match: Match, story: Story) -> bool:
    """Whether figures with a colon are a time of day, not chapter and verse."""
    return not story.cue("scripture", story.near_before(match))


_Test = Callable[[Match, Story], bool]
#: The tests that a match must pass, by the name of its rule or by the rule's kind.
_NAME_TESTS: Final[dict[str, _Test]] = {
    "compact-day": _is_figures,
    "year": _is_year,
    "month": _is_month,
    "season": _is_season,
    "season-mod": _is_dated_season,
    "half": _is_half,
    "clock-24": _is_no_verse,
    "last-night": _is_night,
    "holiday": _is_holiday,
}
_KIND_TESTS: Final[dict[str, _Test]] = {
    "length": _is_length, "figures": _is_figures, "vaguelength": _is_vague_length, "reference": _is_reference,
    "quarter": _is_quarter, "century": _is_century, "frequency": _is_frequency, "decade": _is_decade, "weekday": _is_weekday, "step": _is_step, "definite": _is_period, "deictic": _is_day, "clockname": _is_clock_name,
}  # fmt: skip

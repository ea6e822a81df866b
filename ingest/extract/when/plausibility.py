"""Which matches are no times: unit numbers, names, verbs, prices, versions. Language-neutral tests."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story

#: Slots whose words are proper names in the language and so are written with a capital.
_PROPER: Final = ("month", "weekday", "holiday")
#: Characters that make a number before or after them something else than a time.
#: A bare number is a year within these bounds.
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2100
#: A month that a joined date shares may stand so far behind it ("22-25 April").
_AHEAD: Final = 40
_GLUE_BEFORE: Final = frozenset("$€£¥#@/\\.,:+=&%_")
_GLUE_AFTER: Final = frozenset("%°/\\_@=&")


def is_time(match: Match, story: Story) -> bool:
    """Whether the match, where it stands, tells a time."""
    text = story.text
    start, end = match.start, match.end
    for slot in _PROPER:
        if (word := match.slots.get(slot)) and not _is_capital(word, match, story):
            return False
    first = text[start]
    if first.isdigit() and start and text[start - 1] in _GLUE_BEFORE:
        if not (text[start - 1] in "/,:." and start > 1 and not text[start - 2].isalnum()):
            return False
    if first.isdigit() and start > 1 and story.folded[start - 1] == "-" and text[start - 2].isalpha():
        if not (match.rule.kind == "day" and story.cue("month_before", story.folded[max(0, start - 12) : start - 1])):
            return match.rule.kind not in ("year", "length", "day")
    if end < len(text) and text[end] in _GLUE_AFTER and text[end - 1].isdigit():
        return False
    return _by_kind(match, story)


def _is_capital(word: str, match: Match, story: Story) -> bool:
    at = story.folded.find(word, match.start, match.end + _AHEAD)
    return word[0].isdigit() or story.text[at].isupper()


def _by_kind(match: Match, story: Story) -> bool:
    kind, name = match.rule.kind, match.rule.name
    if name == "year":
        return _is_year(match, story)
    if name == "month":
        return _is_month(match, story)
    if kind == "length":
        return _is_length(match, story)
    if kind == "vaguelength":
        return story.cue("length_before", story.near_before(match))
    if name == "season" and story.cue("fall", story.folded[match.start : match.end]):
        return not story.cue("not_season", story.after(match))
    if kind == "reference":
        return not story.cue("not_reference", story.after(match))
    return True


def _is_year(match: Match, story: Story) -> bool:
    text, before = match.slots["year"], story.near_before(match)
    if text[0] == "'":
        return story.cue("short_year_before", before)
    if text.isdigit() and not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return False
    after = story.after(match)
    return not (
        story.cue("number_of", before) or story.cue("counted", after) or story.cue("book", after)
    )


def _is_month(match: Match, story: Story) -> bool:
    before = story.near_before(match)
    if story.cue("name_before", before):
        return False
    after = story.after(match)
    if story.cue("also_verb", match.slots["month"]) and story.cue("verb_before", before):
        return not story.cue("verb_after", after)
    return not story.cue("name_after", after)


def _is_length(match: Match, story: Story) -> bool:
    words, after = story.folded[match.start : match.end], story.after(match)
    if story.cue("age", after) or story.cue("second_of", words):
        return False
    unit = story.meaning("units", match.slots.get("plural") or match.slots["unit"])
    if unit == "Y" and story.cue("old", words):
        return False
    return unit != "Q" or not (story.cue("fraction_after", after) or "-" in words)

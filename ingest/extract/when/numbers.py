"""Numbers in words and figures: counts, ordinals, years. Language-neutral; the words are data. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ingest.extract.when.story import Story

_FIGURE: Final = re.compile(r"\d[\d,]*(\.\d+)?")
_FRACTION: Final = re.compile(r"(\d)/(\d)")
#: A fraction in one character.
_SMALL_FRACTION: Final = re.compile("[¼-¾]")
_THOUSAND: Final = 1000
#: Years in two figures: up to this many years after the publication they are of its century. In running text
#: ("the crash of '29") few lie ahead; in figures ("31/12/40") more do.
_YEARS_AHEAD: Final = 3
YEARS_AHEAD_IN_FIGURES: Final = 20
_UNDATED: Final = 2020


def number(text: str, story: Story) -> float | None:
    """Return the number that `text` says, in figures or words; None where it divides by zero."""
    if story.cue("half_a", text):
        return 0.5
    total = 0.0
    if fraction := _FRACTION.search(text):
        if fraction[2] == "0":
            return None
        total += int(fraction[1]) / int(fraction[2])
        text = text[: fraction.start()]
    if fraction := _SMALL_FRACTION.search(text):
        total += unicodedata.numeric(fraction[0])
        text = text[: fraction.start()]
    if half := story.grammar.cues["and_half"].search(text):
        total += 0.5
        text = text[: half.start()]
    if figure := _FIGURE.match(text.strip()):
        scale: int = story.grammar.language.words["scale"].get(text.split()[-1], 1)
        return (total + float(figure[0].replace(",", ""))) * scale
    return total + _words(text, story)


def _words(text: str, story: Story) -> float:
    words = story.grammar.language.words
    total = current = 0.0
    for word in re.split(r"[ -]+", text.strip()):
        if scale := words["scale"].get(word):
            current = max(current, 1) * scale
            if scale >= _THOUSAND:
                total, current = total + current, 0.0
        else:
            current += words["number"].get(word) or words["smallnumber"].get(word, 0)
    return total + current


def ordinal(text: str, story: Story) -> int:
    """Return the number of "24th", "24" or "twenty-fourth"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(story.meaning("ordinal", text))


def year_of_two(short: int, story: Story, ahead: int = _YEARS_AHEAD) -> int:
    """Return the year of its two last figures: the latest that lies at most `ahead` years after publication."""
    reference = story.published.year if story.published else _UNDATED
    if story.narrative and story.memory.latest:
        return story.memory.latest.year // 100 * 100 + short
    year = reference // 100 * 100 + short
    return year if year <= reference + ahead else year - 100


def year_number(text: str, story: Story) -> int:
    """Return the year of "1994", "'94" or "nineteen ninety-four"."""
    if text.isdigit():
        return int(text)
    if text.startswith("'"):
        return year_of_two(int(text[1:3]), story)
    words = re.split(r"[ -]+", text.strip())
    if story.grammar.language.words["scale"].keys() & set(words):
        return int(_words(text, story))
    return int(100 * _words(words[0], story) + _words(" ".join(words[1:]), story))

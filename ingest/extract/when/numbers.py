"""Numbers in words and figures: counts, ordinals, years. Language-neutral; the words are data. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ingest.extract.when.story import Story

_FIGURE: Final = re.compile(r"\d[\d,]*(\.\d+)?")
_FRACTION: Final = re.compile(r"(\d)/(\d)")
#: Two-figure years: up to this many years after the publication they are of its century.
_YEARS_AHEAD: Final = 20


def number(text: str, story: Story) -> float | None:
    """Return the number that `text` says, None where it says none."""
    total = 0.0
    if fraction := _FRACTION.search(text):
        if fraction[2] == "0":
            return None
        total += int(fraction[1]) / int(fraction[2])
        text = text[: fraction.start()]
    if figure := _FIGURE.match(text.strip()):
        total += float(figure[0].replace(",", ""))
        return total * _multiplier(text, story)
    if total and not text.strip():
        return total
    return total + _words(text, story)


def _multiplier(text: str, story: Story) -> float:
    last = text.split()[-1]
    return story.grammar.language.words["number"].get(last, 1) if last.isalpha() else 1


def _words(text: str, story: Story) -> float:
    numbers = story.grammar.language.words["number"]
    small = story.grammar.language.words["smallnumber"]
    total = current = 0.0
    for word in re.split(r"[ -]+", text.strip()):
        if word in small:
            current += small[word]
        elif word in numbers:
            value = numbers[word]
            if value >= 12 and value in (12, 100, 1000, 1_000_000):
                current = max(current, 1) * value
                if value >= 1000:
                    total, current = total + current, 0.0
            else:
                current += value
    return total + current


def ordinal(text: str, story: Story) -> int:
    """Return the number of "24th", "24" or "twenty-fourth"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(story.meaning("ordinal", text))


def year_number(text: str, story: Story) -> int:
    """Return the year of "1994", "'94" or "nineteen ninety-four"."""
    if text.isdigit():
        return int(text)
    if text.startswith("'"):
        short = int(text[1:3])
        reference = story.published.year if story.published else 2000 + _YEARS_AHEAD
        if story.narrative and story.memory.latest:
            return story.memory.latest.year // 100 * 100 + short
        year = reference // 100 * 100 + short
        return year if year <= reference + _YEARS_AHEAD else year - 100
    words = re.split(r"[ -]+", text.strip())
    if "thousand" in words or "hundred" in words:
        return int(_words(text, story))
    return int(100 * _words(words[0], story) + _words(" ".join(words[1:]), story))

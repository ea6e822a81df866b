"""The words of a sentence that carry its content, stemmed and weighed. Pure.

A stem's weight is how rarely texts at large use it (`rarity.tsv`, built by bench/rarity.py from feeds,
headlines and pages on all subjects), never how rarely this archive does: two mentions compare alike
whatever else the archive holds. Words for one sort of happening ("blast", "exploded") share a stem
(`happenings.tsv`), and so do a nation and its people (`nations.tsv`), so that two tellings in different
words can meet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import Final

_SUFFIXES: Final = ("ation", "ment", "ing", "ion", "ed", "ly")
_SHORTEST_STEM: Final = 3
_VOWELS: Final = frozenset("aeiouy")
#: Words that their stem would take for another: who fired a missile tells of no fire, and Poles are no polls.
_BY_THEMSELVES: Final = {"fired": "fired", "firing": "fired", "poles": "poles"}
#: Stands before the name of a sort of happening, so that no stem is taken for one.
HAPPENING: Final = "#"
#: Natural logarithm of passages over passages with the stem, for stems the table does not hold.
RAREST: Final = 9.0
#: Up to this rarity a stem (the, said, people, year) says nothing of what happened.
COMMON: Final = 3.9


def stem(word: str) -> str:
    """Return the stem of `word`: lower case, without possessive, diacritics and common English endings.

    Words for one sort of happening give `#sort`, words for a nation its name. Words in other scripts are only lower-cased.
    """
    return group_of(_bare(word))


def group_of(stemmed: str) -> str:
    """Return the sort of happening or the nation that a stem of a word names, else the stem itself."""
    return _one_word_for_many().get(stemmed, stemmed)


def rarity(stemmed: str) -> float:
    """Return how telling a stem is, 0 (every text has it) to `RAREST`."""
    return _rarities().get(stemmed, RAREST)


def is_furniture(stemmed: str) -> bool:
    """Whether a stem belongs to the page or to reporting ("updated", "photo", "said")."""
    return stemmed in _furniture()


def is_nation(stemmed: str) -> bool:
    """Whether a stem names a nation."""
    return stemmed in _nations()


def is_region(stems: Collection[str]) -> bool:
    """Whether the stems of a name hold that of a part of a nation, or of what holds nations."""
    single, double = _regions()
    return not single.isdisjoint(stems) or any(words.issubset(stems) for words in double)


def _bare(word: str) -> str:
    folded = word.casefold().replace("’", "'")
    folded = folded.removesuffix("'s").removesuffix("'")
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        if not plain.isascii():
            return folded
        folded = plain
    return _BY_THEMSELVES.get(folded) or _without_endings(folded)


def _without_endings(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST_STEM + 2:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_STEM
    ):
        word = word[:-1]
    for suffix in _SUFFIXES:
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= _SHORTEST_STEM and _VOWELS.intersection(rest):
            word = rest
            break
    if len(word) > _SHORTEST_STEM and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word[:-1] + "i" if len(word) > _SHORTEST_STEM and word.endswith("y") else word


@cache
def _one_word_for_many() -> dict[str, str]:
    """Return the sorts of happening and the nations by the stems that name them."""
    synonyms = {stemmed: _bare(meant) for stemmed, meant in _forms("synonyms.tsv", "").items()}
    return synonyms | _forms("nations.tsv", "") | _forms("happenings.tsv", HAPPENING)


@cache
def _nations() -> frozenset[str]:
    return frozenset(_forms("nations.tsv", "").values())


@cache
def _regions() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Return the regions that one word names, and those that need two."""
    names = [name.split("+") for line in _lines("regions.tsv") for name in line.split()]
    stems = [frozenset(map(_bare, words)) for words in names]
    return (
        frozenset().union(*(each for each in stems if len(each) == 1)),
        tuple(each for each in stems if len(each) > 1),
    )


def _forms(name: str, mark: str) -> dict[str, str]:
    rows = (line.split("\t") for line in _lines(name))
    return {_bare(form): mark + meant for meant, forms in rows for form in forms.split()}


@cache
def _furniture() -> frozenset[str]:
    return frozenset(_bare(word) for line in _lines("furniture.tsv") for word in line.split())


@cache
def _rarities() -> dict[str, float]:
    rows = (line.split("\t") for line in _lines("rarity.tsv"))
    return {stemmed: float(weight) for stemmed, weight in rows}


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("//")]


_MONTH_NAMES: Final = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
#: The stems of the months' names.
MONTHS: Final = frozenset(map(stem, _MONTH_NAMES.split()))

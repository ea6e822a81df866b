"""Word lists as the extractors write them: one string of words, made ready for matching. Pure."""

from __future__ import annotations

import re
from typing import Final


def words(listed: str) -> frozenset[str]:
    """Return the words of `listed`, which white space separates, as a set; "_" stands for a space."""
    return frozenset(word.replace("_", " ") for word in listed.split())


def alternatives(*listed: str) -> str:
    """Return the body of a regular expression for any of the words of the lists, the longest first."""
    found = sorted(
        {word for each in listed for word in words(each)}, key=lambda word: (-len(word), word)
    )
    return "|".join(word.replace(" ", r"\s") for word in found)


def opening(*listed: str) -> str:
    """Return the body of an expression for any of the words of the lists, where a word begins.

    It begins with a class of characters, their first letters: the engine looks for one fastest.
    """
    rests: dict[str, list[str]] = {}
    for word in alternatives(*listed).split("|"):
        rests.setdefault(word[0], []).append(word[1:])
    letters = "".join(sorted(rests))
    told_apart = "|".join(f"(?<={first})(?:{'|'.join(rests[first])})" for first in letters)
    return rf"[{letters}](?<!\w\w)(?:{told_apart})"


def phrases(*listed: str) -> re.Pattern[str]:
    """Return a pattern for any of the phrases, as whole words in any case.

    A phrase is a regular expression in which a space stands for white space, and "~" for an adverb
    or a negation that may stand there.
    """
    body = "|".join(each.replace("~", _ADVERB).replace(" ", r"\s+") for each in listed)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


_ADVERB: Final = (
    r"(?:(?:\w+ly|not|never|also|still|yet|well|even|now|all|next|out|again|on|in|at) )?"
)

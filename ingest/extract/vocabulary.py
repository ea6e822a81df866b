"""Word lists as the extractors write them: one string of words, made ready for matching. Pure."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of `listed`, which white space separates, as a set; "_" stands for a space."""
    return frozenset(word.replace("_", " ") for word in listed.split())


def alternatives(*listed: str) -> str:
    """Return the body of a regular expression for any of the words of the lists, the longest first."""
    found = sorted(
        {word for each in listed for word in words(each)}, key=lambda word: (-len(word), word)
    )
    return "|".join(word.replace(" ", r"\s") for word in found)

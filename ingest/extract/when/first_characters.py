"""Which characters a match of a notation may begin with: most rules need not be tried at most places. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ingest.extract.when.notation import SLOT

#: The characters, or None for any; nothing is missing from a set, but what is in it need not occur.
Characters = frozenset[str] | None

_TOKEN: Final = re.compile(
    r"(?P<slot><\w+(?::\w+)?>)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<set>\[[^\]]*\])|(?P<escape>\\.)|(?P<literal>.)",
    re.DOTALL,
)
_QUANTIFIER: Final = re.compile(r"[?*+]|\{[0-9]*,?[0-9]*\}")
_RANGE: Final = re.compile(r"(.)-(.)|(.)", re.DOTALL)
_NONE: Final[frozenset[str]] = frozenset()


class _Shape:
    """A walk through a notation, from its first token to its last."""

    def __init__(self, notation: str, of_class: Callable[[str], Characters]) -> None:
        self._text = notation
        self._at = 0
        self._of_class = of_class

    def alternatives(self) -> tuple[Characters, bool]:
        """Read up to the bracket that closes; return what may come first, and whether nothing may."""
        first, nullable = self._sequence()
        while self._at < len(self._text) and self._text[self._at] == "|":
            self._at += 1
            other, empty = self._sequence()
            first, nullable = _joined(first, other), nullable or empty
        return first, nullable

    def _sequence(self) -> tuple[Characters, bool]:
        first: Characters = _NONE
        nullable = True
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            item, empty = self._item()
            if nullable:
                first, nullable = _joined(first, item), empty
        return first, nullable

    def _item(self) -> tuple[Characters, bool]:
        token = _TOKEN.match(self._text, self._at)
        if token is None:
            raise ValueError(f"no notation: {self._text}")
        self._at = token.end()
        kind = token.lastgroup
        if kind in ("look", "open"):
            first, empty = self.alternatives()
            self._at += 1
            if kind == "look":  # takes no characters
                first, empty = _NONE, True
        else:
            first, empty = self._single(str(kind), token[0])
        if quantifier := _QUANTIFIER.match(self._text, self._at):
            self._at = quantifier.end()
            empty = empty or quantifier[0][0] in "?*" or quantifier[0].startswith(("{0", "{,"))
        return first, empty

    def _single(self, kind: str, text: str) -> tuple[Characters, bool]:
        if kind == "slot":
            found = SLOT.fullmatch(text)
            return self._of_class(found[2] or found[1] if found else ""), False
        if kind == "escape":
            if text == r"\b":
                return _NONE, True
            return (None if text[1].isalnum() else frozenset(text[1])), False
        if kind == "set":
            return (None if text[1] == "^" else _in_set(text[1:-1])), False
        return (None if text == "." else frozenset(text)), False


def _in_set(inner: str) -> frozenset[str]:
    found: set[str] = set()
    for first, last, single in _RANGE.findall(inner):
        found.update(map(chr, range(ord(first), ord(last) + 1)) if last else single)
    return frozenset(found)


def _joined(one: Characters, other: Characters) -> Characters:
    return None if one is None or other is None else one | other


def first_characters(notation: str, of_class: Callable[[str], Characters]) -> Characters:
    """Return what a match of `notation` may begin with; `of_class` says it of a class of words.

    None: any character (so too where a match may be empty).
    """
    first, nullable = _Shape(notation, of_class).alternatives()
    return None if nullable else first

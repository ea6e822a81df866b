"""The notation of rules: words and slots over Python's regular expressions. Pure.

`<slot>` stands for a word of the class of that name and keeps it, `<slot:class>` for one of another
class; a space stands for one to three spaces; `(` groups without keeping; the rest is `re` syntax.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

SLOT: Final = re.compile(r"(?<!\?P)<(\w+)(?::(\w+))?>")
_GROUP: Final = re.compile(r"(?<!\\)\((?!\?)")
_SET_OR_SPACE: Final = re.compile(r"\[[^\]]*\]| \??")
_SPACE: Final = "[ ]{1,3}"
_MAYBE_SPACE: Final = "[ ]{0,3}"
#: What the shape of a rule is made of: slots, brackets, alternatives; all else is passed over.
_SHAPE: Final = re.compile(r"<\w+(?::\w+)?>|\[[^\]]*\]|\(\?[=!<][=!]?|\(|\)(?:\?|\{0)?|\||\\.|<|>")


def expand(notation: str) -> str:
    """Return the notation as a regular expression, with its slots still to be filled in."""
    spaces = {" ": _SPACE, " ?": _MAYBE_SPACE}
    spaced = _SET_OR_SPACE.sub(lambda part: spaces.get(part[0], part[0]), notation)
    return _GROUP.sub("(?:", spaced)


def fill(notation: str, word_class: Callable[[re.Match[str]], str]) -> str:
    """Return the regular expression of a notation, each slot replaced by what `word_class` says."""
    return SLOT.sub(word_class, expand(notation))


def trie(words: Iterable[str]) -> str:
    """Return a regular expression for exactly these words, longest first, that shares their prefixes.

    Python tries alternatives one by one; sharing prefixes makes a failure cost a character or two.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    branches = []
    for char in sorted(key for key in node if key):
        literal = _SPACE if char == " " else re.escape(char)
        branches.append(literal + _branch(node[char]))
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def first_nuclei(notation: str, nuclei_of: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the classes of nuclei that may come first in a match of `notation`.

    `nuclei_of` says of a class which nuclei its words may begin with; "" among them (or a class it
    does not name) means that its words may hold none. Words outside slots count as holding none.
    """
    tokens = _SHAPE.findall(notation)
    found, _, _ = _alternatives(tokens, 0, nuclei_of)
    return found - {""}


_Shape = tuple[frozenset[str], bool, int]


def _alternatives(tokens: list[str], at: int, nuclei_of: Mapping[str, frozenset[str]]) -> _Shape:
    found: frozenset[str] = frozenset()
    empty = False
    while True:
        nuclei, nullable, at = _sequence(tokens, at, nuclei_of)
        found |= nuclei
        empty |= nullable
        if at >= len(tokens) or tokens[at][0] == ")":
            return found, empty, at
        at += 1


def _sequence(tokens: list[str], at: int, nuclei_of: Mapping[str, frozenset[str]]) -> _Shape:
    found: frozenset[str] = frozenset()
    empty = True
    while at < len(tokens) and tokens[at] != "|" and tokens[at][0] != ")":
        nuclei, nullable, at = _item(tokens, at, nuclei_of)
        if empty:
            found |= nuclei
            empty = nullable
    return found, empty, at


def _item(tokens: list[str], at: int, nuclei_of: Mapping[str, frozenset[str]]) -> _Shape:
    token = tokens[at]
    if token[0] == "(":
        nuclei, nullable, end = _alternatives(tokens, at + 1, nuclei_of)
        if token.startswith("(?"):  # a look around takes no characters
            return frozenset(), True, end + 1
        return nuclei, nullable or len(tokens[end]) > 1, end + 1
    if slot := SLOT.fullmatch(token):
        nuclei = nuclei_of.get(slot[2] or slot[1], frozenset({""}))
        return nuclei - {""}, "" in nuclei, at + 1
    return frozenset(), True, at + 1

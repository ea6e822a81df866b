"""A language's rules as data, and how they become one compiled regular expression. Pure.

A rule is written in a small notation over folded text (lower case, plain dashes, quotes, spaces):
`<slot>` captures a word of the class of that name, `<slot:class>` of another class; `(` groups without
capturing; a space stands for one to three spaces; everything else is a Python regular expression.
Rules are tried in the order they are written, at the start of a word; the first that matches wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_SLOT: Final = re.compile(r"(?<!\?P)<(\w+)(?::(\w+))?>")
_GROUP: Final = re.compile(r"(?<!\\)\((?!\?)")
_SPACE: Final = "[ ]{1,3}"
_SET_OR_SPACE: Final = re.compile(r"\[[^\]]*\]| ")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time: a name for `--explain`, the interpreter that reads it, the notation."""

    name: str
    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Language:
    """All that the package knows of one language."""

    code: str
    #: Closed classes: class name -> word (folded, single spaces) -> what it means.
    words: Mapping[str, Mapping[str, Any]]
    #: Open classes: class name -> notation without slots.
    patterns: Mapping[str, str]
    rules: tuple[Rule, ...]
    #: What an expression may begin with, in the notation: a cheap test before the rules.
    gate: str
    #: Named tests on the words around an expression, in the notation without slots.
    cues: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: where, and the folded words in its slots."""

    rule: Rule
    start: int
    end: int
    slots: dict[str, str]


class Grammar:
    """A language compiled: `matches` finds, `meaning` looks words up, `cue` tests surroundings."""

    def __init__(self, language: Language) -> None:
        """Compile the rules of `language`; takes tens of milliseconds, so keep the result."""
        self.language = language
        self._classes = {name: trie(words) for name, words in language.words.items()}
        for name, pattern in language.patterns.items():
            self._classes[name] = self._plain(pattern)
        self._rules: dict[int, tuple[Rule, tuple[tuple[str, int], ...]]] = {}
        self._regex = self._compile()
        self.cues = {name: re.compile(self._plain(text)) for name, text in language.cues.items()}

    def matches(self, folded: str) -> Iterator[Match]:
        """Yield what the rules find, in text order, without overlaps; linear in the text."""
        rules = self._rules
        for found in self._regex.finditer(folded):
            rule, slots = rules[found.lastindex or 0]
            words = {name: word for name, number in slots if (word := found[number]) is not None}
            yield Match(rule, found.start(), found.end(), words)

    def meaning(self, kind: str, word: str) -> Any:
        """Return what `word` means in the closed class `kind`; KeyError if it is not in it."""
        return self.language.words[kind][" ".join(word.split())]

    def _plain(self, notation: str) -> str:
        return _SLOT.sub(lambda slot: self._classes[slot[2] or slot[1]], _expand(notation))

    def _compile(self) -> re.Pattern[str]:
        groups = 0
        alternatives = []
        for rule in self.language.rules:
            groups += 1
            own = groups
            slots: list[tuple[str, int]] = []

            def capture(slot: re.Match[str], slots: list[tuple[str, int]] = slots) -> str:
                nonlocal groups
                groups += 1
                slots.append((slot[1], groups))
                return f"({self._classes[slot[2] or slot[1]]})"

            text = _expand(rule.pattern)
            alternatives.append(f"({_SLOT.sub(capture, text)})")
            self._rules[own] = (rule, tuple(slots))
        gate = self._plain(self.language.gate)
        return re.compile(rf"(?<!\w)(?={gate})(?:{'|'.join(alternatives)})(?!\w)")


def _expand(notation: str) -> str:
    spaced = _SET_OR_SPACE.sub(lambda part: _SPACE if part[0] == " " else part[0], notation)
    return _GROUP.sub("(?:", spaced)


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
    optional = "" in node
    branches = []
    for char in sorted(key for key in node if key):
        literal = _SPACE if char == " " else re.escape(char)
        branches.append(literal + _branch(node[char]))
    if not branches:
        return ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if optional else ''}"

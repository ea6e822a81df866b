"""A language's rules as data, and how they are matched in time linear in the text. Pure.

Every expression holds a *nucleus*: a month, a weekday, a unit, a figure, "yesterday". One cheap
expression finds the nuclei; the words before one that may lead up to it ("the early", "two") are
walked over; then only the rules whose first nucleus is of that class are tried, in order, from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from ingest.extract.when.first_characters import Characters, first_characters
from ingest.extract.when.notation import SLOT, fill, first_nuclei, trie

#: At most so many words lead up to a nucleus; bounds the work that a nucleus costs.
_MOST_LEADS: Final = 8
#: The nuclei of what begins with a figure: four of them that may be a year, alone or with the month and
#: day of a compact date, or others.
YEAR_FIGURE: Final = "year figure"
FIGURE: Final = "figure"
_YEAR_KINDS: Final = frozenset({YEAR_FIGURE})
_FIGURE_KINDS: Final = frozenset({FIGURE})
_FIGURE_SIGNS: Final = frozenset("0123456789'")
_YEAR_FIGURE_FORM: Final = "[12][0-9]{3}(?:(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01]))?(?![0-9])"
_YEAR_FIGURE: Final = re.compile(_YEAR_FIGURE_FORM)
#: The second of two figures that are joined ("1914-18").
_JOINED_FIGURE_FORM: Final = "[0-9](?<=[0-9][-/][0-9])[0-9]?(?![0-9:/-])"
#: No time follows one of these at once ("$30 million").
_NO_TIME_AFTER: Final = frozenset("$€£¥#@")
_LONGEST_LEAD: Final = 16
_LAST_WORD: Final = re.compile(r"[\w']+\.?$")

#: "'94"; the language's cues tell it from a quotation.
_SHORT_YEAR_FORM: Final = "'(?=[0-9]{2}(?![0-9']))"


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
    #: Open classes: class name -> notation.
    patterns: Mapping[str, str]
    rules: tuple[Rule, ...]
    #: The closed classes whose words are nuclei.
    nuclei: frozenset[str]
    #: The nuclei that the other classes may hold first ("figure" for digits, "" for none).
    first: Mapping[str, frozenset[str]]
    #: What follows a figure that is the nucleus of a time, in the notation.
    figure: str
    #: Words that may stand between the beginning of an expression and its first nucleus.
    leads: frozenset[str]
    #: Of these, those that an expression never begins with ("end of").
    links: frozenset[str]
    #: Named tests on the words around an expression, in the notation.
    cues: Mapping[str, str]


class Match(NamedTuple):
    """A rule that matched: where, and the folded words in its slots."""

    rule: Rule
    start: int
    end: int
    slots: dict[str, str]


#: A compiled rule: how to match it at a place, the rule, its slots and their groups.
_Tried = tuple[Callable[[str, int], re.Match[str] | None], Rule, tuple[tuple[str, int], ...]]


class Grammar:
    """A language compiled: `matches` finds, `meaning` looks words up, `cues` test surroundings."""

    def __init__(self, language: Language) -> None:
        """Compile `language`; its rules are compiled when a nucleus first calls for them."""
        self.language = language
        self._classes = {name: trie(words) for name, words in language.words.items()}
        for name, pattern in language.patterns.items():
            self._classes[name] = self._plain(pattern)
        self.cues = {name: re.compile(self._plain(text)) for name, text in language.cues.items()}
        first = dict(language.first) | {name: frozenset({name}) for name in language.nuclei}
        self._rule_nuclei = [(rule, first_nuclei(rule.pattern, first)) for rule in language.rules]
        idle = [rule.name for rule, nuclei in self._rule_nuclei if not nuclei]
        if idle:
            raise ValueError(f"no nucleus can call these rules: {idle}")
        self._kinds: dict[str, frozenset[str]] = {}
        for kind in sorted(language.nuclei):
            for word in language.words[kind]:
                self._kinds[word] = self._kinds.get(word, frozenset()) | {kind}
        self._nucleus = re.compile(
            rf"[^a-z0-9_](?:{_by_first_letter(self._kinds)}|{_YEAR_FIGURE_FORM}"
            rf"|[0-9][0-9]{{0,8}}(?![0-9])(?={self._plain(language.figure)})"
            rf"|{_JOINED_FIGURE_FORM}|{_SHORT_YEAR_FORM})"
        )
        self._tried: dict[tuple[frozenset[str], str], tuple[_Tried, ...]] = {}
        self._compiled_rules: dict[str, _Tried] = {}
        self._first_of_rule: dict[str, Characters] = {}
        self._first_of_class: dict[str, Characters] = {}

    def matches(self, folded: str) -> Iterator[Match]:
        """Yield what the rules find, in text order, without overlaps."""
        done = 0
        # With a space before the text, what precedes a nucleus stands where the nucleus begins in the text.
        for nucleus in self._nucleus.finditer(f" {folded}"):
            start, before = nucleus.start(), nucleus[0][0]
            if start < done or before in _NO_TIME_AFTER or before.isalnum():
                continue
            word = nucleus[0][1:]
            kinds = self._kinds.get(word) or self._kinds_of(word)
            if match := self._match_at(folded, start, kinds, done):
                done = match.end
                yield match

    def meaning(self, kind: str, word: str) -> Any:
        """Return what `word` means in the closed class `kind`; KeyError if it is not in it."""
        words = self.language.words[kind]
        return words[word] if word in words else words[" ".join(word.split())]

    def _kinds_of(self, nucleus: str) -> frozenset[str]:
        if nucleus[0] in _FIGURE_SIGNS:
            return _YEAR_KINDS if _YEAR_FIGURE.fullmatch(nucleus) else _FIGURE_KINDS
        return self._kinds[" ".join(nucleus.split())]

    def _match_at(self, folded: str, start: int, kinds: frozenset[str], least: int) -> Match | None:
        for place in self._starts(folded, start, least):
            for match, rule, numbers in self._tried_at(kinds, folded[place]):
                if found := match(folded, place):
                    if found.end() <= start:
                        break  # the words before the nucleus alone: this is not its beginning
                    slots = {name: text for name, n in numbers if (text := found[n]) is not None}
                    return Match(rule, place, found.end(), slots)
        return None

    def _tried_at(self, kinds: frozenset[str], first: str) -> tuple[_Tried, ...]:
        """The rules that these nuclei call and that may begin with a character, in their order."""
        tried = self._tried.get((kinds, first))
        if tried is None:
            called = (rule for rule, nuclei in self._rule_nuclei if nuclei & kinds)
            tried = tuple(
                map(self._compiled, (rule for rule in called if self._may_begin(rule, first)))
            )
            self._tried[kinds, first] = tried
        return tried

    def _may_begin(self, rule: Rule, first: str) -> bool:
        if rule.name not in self._first_of_rule:
            self._first_of_rule[rule.name] = first_characters(rule.pattern, self._first_of)
        characters = self._first_of_rule[rule.name]
        return characters is None or first in characters

    def _first_of(self, kind: str) -> Characters:
        """What the words of a class may begin with."""
        if kind not in self._first_of_class:
            words = self.language.words.get(kind)
            self._first_of_class[kind] = (
                first_characters(self.language.patterns[kind], self._first_of)
                if words is None
                else frozenset(word[0] for word in words)
            )
        return self._first_of_class[kind]

    def _compiled(self, rule: Rule) -> _Tried:
        if rule.name not in self._compiled_rules:
            names = tuple(
                (found[1], number) for number, found in enumerate(SLOT.finditer(rule.pattern), 1)
            )
            text = fill(rule.pattern, lambda slot: f"({self._classes[slot[2] or slot[1]]})")
            pattern = re.compile(rf"(?:{text})(?!\w)")
            self._compiled_rules[rule.name] = (pattern.match, rule, names)
        return self._compiled_rules[rule.name]

    def _starts(self, folded: str, start: int, least: int) -> list[int]:
        """Return where an expression may begin that leads up to a nucleus at `start`, first to last."""
        places = [start]
        leads, links = self.language.leads, self.language.links
        while len(places) <= _MOST_LEADS and start - 1 > least and folded[start - 1] in " -":
            start, word = _word_before(folded, start - 1, least)
            if word in leads:
                places.append(start)
            elif word not in links:
                break
        return places[::-1]

    def _plain(self, notation: str) -> str:
        return fill(notation, lambda slot: self._classes[slot[2] or slot[1]])


def _word_before(folded: str, end: int, least: int) -> tuple[int, str]:
    """Return where the word begins that ends at `end` or before the spaces there, and the word; not before `least`."""
    while folded[end - 1] == " " and end - 1 > least:
        end -= 1
    if end - 2 > least and folded[end - 2 : end] == " -":  # "twenty - five"
        end -= 2
    floor = max(least, end - _LONGEST_LEAD)
    start = folded.rfind(" ", floor, end) + 1 or floor
    word = folded[start:end]
    if "-" in word:
        start += word.rfind("-") + 1
        word = folded[start:end]
    if not word.isalpha() and (last := _LAST_WORD.search(folded, floor, end)):
        return last.start(), last[0]  # a sign stands before it, or within it
    return start, word


def _by_first_letter(words: Iterable[str]) -> str:
    """These words as alternatives that each begin with a letter: those that cannot match cost next to nothing."""
    letters: dict[str, list[str]] = {}
    for word in sorted(words):
        letters.setdefault(word[0], []).append(word)
    return "|".join(trie(group) + r"(?!\w)" for group in letters.values())

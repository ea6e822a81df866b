"""The notation of rules, and how nuclei call them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.extract.when.first_characters import Characters, first_characters
from ingest.extract.when.folding import fold
from ingest.extract.when.grammar import FIGURE, YEAR_FIGURE, Grammar, Language, Rule
from ingest.extract.when.languages.english_cues import CUES
from ingest.extract.when.languages.english_no_times import NO_TIME_CUES
from ingest.extract.when.languages.english_present import PRESENT_CUES
from ingest.extract.when.languages.english_rules import ENGLISH
from ingest.extract.when.languages.english_tense import TENSE_CUES
from ingest.extract.when.notation import expand, fill, first_nuclei, trie


@pytest.mark.parametrize(
    "words", [["may", "march", "mar"], ["a", "an", "any"], ["new year", "new"]]
)
def test_a_trie_matches_its_words_and_no_others(words: list[str]) -> None:
    regex = re.compile(trie(words))
    assert all(regex.fullmatch(word) for word in words)
    assert not regex.fullmatch("m")
    assert not regex.fullmatch("newyear")


def test_a_trie_prefers_the_longest_word() -> None:
    found = re.match(trie(["mar", "march"]), "march")
    assert found is not None
    assert found[0] == "march"


def test_a_space_stands_for_a_few_and_an_optional_one_for_none() -> None:
    assert re.fullmatch(expand("a b"), "a   b")
    assert not re.fullmatch(expand("a b"), "ab")
    assert re.fullmatch(expand("a ?b"), "ab")
    assert re.fullmatch(expand("a[ -]b"), "a-b")


def test_groups_do_not_capture() -> None:
    assert re.compile(expand("(a|b)(?=c)")).groups == 0


@pytest.mark.parametrize(
    ("notation", "nuclei"),
    [
        ("<month> <day>", {"month"}),
        ("(<weekday>,? )?<month>", {"weekday", "month"}),
        ("the (<mod> )?<month>", {"month"}),
        ("(?=<month>)<day>", {"figure"}),
        ("<day>|<month>", {"figure", "month"}),
        ("the end", set()),
    ],
)
def test_the_first_nuclei_of_a_rule_are_seen_through_what_may_be_left_out(
    notation: str, nuclei: set[str]
) -> None:
    known = {
        "month": frozenset({"month"}),
        "weekday": frozenset({"weekday"}),
        "day": frozenset({"figure"}),
    }
    assert first_nuclei(notation, known) == nuclei


def german(*rules: Rule) -> Language:
    return Language(
        code="de",
        words={"month": {"märz": 3, "mai": 5}, "ordinal": {"ersten": 1}},
        patterns={"year": "[12][0-9]{3}", "day": "[0-9]{1,2}[.]"},
        rules=rules,
        nuclei=frozenset({"month"}),
        first={"year": frozenset({YEAR_FIGURE}), "day": frozenset({FIGURE})},
        figure="[.]",
        leads=frozenset({"ersten"}),
        links=frozenset(),
        cues={},
    )


def test_the_grammar_of_another_language_is_data() -> None:
    grammar = Grammar(
        german(
            Rule("tag", "day", "<day> <month>( <year>)?|<ordinal> <month>"),
            Rule("monat", "month", "<month>"),
        )
    )
    text = "am 3. mai 2021, im märz und am ersten mai"
    found = [(match.rule.name, text[match.start : match.end]) for match in grammar.matches(text)]
    assert found == [("tag", "3. mai 2021"), ("monat", "märz"), ("tag", "ersten mai")]


def test_a_rule_that_no_nucleus_can_call_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no nucleus can call these rules: .'bald'"):
        Grammar(german(Rule("bald", "reference", "bald")))


@pytest.mark.parametrize(
    ("notation", "first"),
    [
        ("<month> <day>", "mj"),
        ("(<weekday>,? )?<month>", "mjf"),
        ("(?<=on[ ])the", "t"),
        (r"\b[a-c]?x", "abcx"),
        ("(a|bc){0,2}d", "abd"),
        ("a{1,2}", "a"),
    ],
)
def test_the_first_characters_of_a_rule_are_seen_through_what_may_be_left_out(
    notation: str, first: str
) -> None:
    known = {"month": frozenset("mj"), "weekday": frozenset("f"), "day": frozenset("123")}
    assert first_characters(notation, known.__getitem__) == frozenset(first)


@pytest.mark.parametrize("notation", ["a?", "[^a]b", ".b", r"\wb", "(?=a)"])
def test_a_rule_that_may_begin_with_anything_says_so(notation: str) -> None:
    assert first_characters(notation, lambda _: None) is None


def _class_of_english(name: str) -> str:
    words = ENGLISH.words.get(name)
    return trie(words) if words else _filled(ENGLISH.patterns[name])


def _filled(notation: str) -> str:
    return fill(notation, lambda slot: f"(?:{_class_of_english(slot[2] or slot[1])})")


def _first_of_english(name: str) -> Characters:
    words = ENGLISH.words.get(name)
    if words:
        return frozenset(word[0] for word in words)
    return first_characters(ENGLISH.patterns[name], _first_of_english)


_SAMPLE = fold((Path(__file__).parents[3] / "quality" / "when" / "opinion.txt").read_text("utf-8"))


@pytest.mark.parametrize("rule", ENGLISH.rules, ids=lambda rule: rule.name)
def test_no_match_begins_with_what_the_first_characters_of_its_rule_leave_out(rule: Rule) -> None:
    first = first_characters(rule.pattern, _first_of_english)
    assert first is not None
    regex = re.compile(_filled(rule.pattern))
    begun = {_SAMPLE[place] for place in range(len(_SAMPLE)) if regex.match(_SAMPLE, place)}
    assert begun <= first


def test_no_cue_stands_in_the_way_of_another_of_its_name() -> None:
    parts = (NO_TIME_CUES, PRESENT_CUES, TENSE_CUES)
    assert all(CUES[name] == text for part in parts for name, text in part.items())

"""The notation of rules, and how nuclei call them."""

from __future__ import annotations

import re

import pytest

from ingest.extract.when.grammar import FIGURE, YEAR_FIGURE, Grammar, Language, Rule
from ingest.extract.when.notation import expand, first_nuclei, trie


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

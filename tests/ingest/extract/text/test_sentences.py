"""Sentence boundaries: exact offsets, the usual traps, linear time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.text.sentences import MAX_SENTENCE, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Doe met Gen. Roe at 5 p.m. on Monday.",
        "The U.S. Army paid $3.5 million to Acme Inc. for it.",
        "J. K. Doe of St. Petersburg came on Feb. 3.",
        "“Why now?” asked the minister.",
        "“Why now?” Jane Doe asked.",
        "The ship (No. 5) sank at 6.30 a.m. Tuesday.",
        "Prices rose 2.5 percent vs. 1.1 percent a year earlier.",
        "Sen. Harry M. Roe (D - Nev.) voted no.",
        "1. The first item of the list.",
        "She waited… and waited.",
        "Oil firm Harbour Plc (HPC. L) is to sell a field.",
        "“Is it over?” bank director Dr. Jane Doe asked on Monday.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It fell. Nobody came.", ["It fell.", "Nobody came."]),
        ("He left at 5 p.m. The door closed.", ["He left at 5 p.m.", "The door closed."]),
        ("It cost $62 m. Last week it closed.", ["It cost $62 m.", "Last week it closed."]),
        ("They fled the U.S. The rest stayed.", ["They fled the U.S.", "The rest stayed."]),
        ("“Go.” They went.", ["“Go.”", "They went."]),
        ("Who? Why? Now!", ["Who?", "Why?", "Now!"]),
        ("It began.[12] It ended.[3]", ["It began.[12]", "It ended.[3]"]),
        ("## 24 February\nShelling began\n\nIt went on.", ["## 24 February", "Shelling began", "It went on."]),
        ('He said: "Never." (November 2024)\nNext', ['He said: "Never." (November 2024)', "Next"]),
        ("開始した。終了した。", ["開始した。", "終了した。"]),
        ("", []),
        (" \n\n ", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_says_so(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_an_endless_line_is_cut_at_clause_boundaries() -> None:
    text = "the council met again and nothing was decided; " * 60
    parts = split(text)
    assert all(len(part) <= MAX_SENTENCE for part in parts)
    assert all(part.startswith("the council") for part in parts)


def test_a_line_without_any_boundary_is_cut_all_the_same() -> None:
    assert [len(part) for part in split("x" * 1500)] == [MAX_SENTENCE, MAX_SENTENCE, 300]


@given(st.text(alphabet='ab. ?!”"’\n1A…(,)', max_size=300))
def test_sentences_hold_every_character_that_is_not_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())

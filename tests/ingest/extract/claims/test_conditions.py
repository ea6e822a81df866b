"""Conditions and what hangs on them."""

from __future__ import annotations

import pytest

from ingest.extract.claims.modality import modality_of
from ingest.extract.text.clauses import clause_at


def _modality(sentence: str, word: str) -> str:
    return modality_of(sentence, clause_at(sentence, sentence.index(word)), attributed=False)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Even if the dam fails, the town is safe", "fails"),
        ("As long as the dam holds, the town is safe", "holds"),
        ("In the event of a failure, the town would flood", "flood"),
        ("Without aid, the bank would fail", "fail"),
        ("Provided that the dam holds, the town is safe", "holds"),
        ("He said that if flu spreads and becomes severe, schools close", "severe"),
        ("The town will flood if the dam bursts", "flood"),
    ],
)
def test_a_condition_and_what_it_governs_are_hypothetical(sentence, word):
    assert _modality(sentence, word) == "hypothetical"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("They asked whether the dam was old", "old"),
        ("He told them to stop asking people if they would sell", "told"),
        ("Take a map if possible", "map"),
    ],
)
def test_a_question_and_an_idle_if_are_no_condition(sentence, word):
    assert _modality(sentence, word) != "hypothetical"

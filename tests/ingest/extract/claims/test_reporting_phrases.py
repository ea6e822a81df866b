"""Reporting phrases, found in a sentence."""

from __future__ import annotations

import pytest

from ingest.extract.claims.reporting_phrases import reporting_phrases
from ingest.extract.text.tokens import word_set


def _found(sentence: str) -> list[tuple[str, str]]:
    return [(each.word, each.kind) for each in reporting_phrases(sentence, word_set(sentence))]


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("It fell in May, according to Doe.", "According to", "source"),
        ("It fell in May, as first reported by the Post.", "as first reported by", "source"),
        ("It fell in May, per the Lakeland Post.", "per", "source"),
        ("The dam is believed to have fallen.", "is believed to", "hearsay"),
        ("A reporter was told she could not enter.", "was told", "hearsay"),
        ("Rumour has it that it fell.", "rumour has it", "hearsay"),
        ("The jury heard that it fell in May.", "jury heard", "hearsay"),
        ("Doe was adamant that it fell.", "was adamant", "clause"),
        ("Doe went on to say that it fell.", "went on to say", "clause"),
        ("The agency put the toll at twelve.", "put", "say"),
    ],
)
def test_a_phrase_is_found_with_its_kind(sentence, word, kind):
    assert [(each.casefold(), told) for each, told in _found(sentence)] == [(word.casefold(), kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank pays 3 per cent, more per capita than others.",
        "The ministry denied reports that the dam fell.",
        "He put the book at the end of the shelf.",
        "Rene Doe reports that the dam fell.",
    ],
)
def test_what_only_looks_so_is_no_phrase(sentence):
    assert _found(sentence) == []

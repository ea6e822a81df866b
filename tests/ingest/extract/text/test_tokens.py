"""Which words of a sentence look like finite verbs."""

import pytest

from ingest.extract.text.tokens import has_verb


@pytest.mark.parametrize(
    "words",
    ["The boat sank", "We're open", "They'll come", "She didn't", "It cut the pipe", "Who hit it"],
)
def test_a_verb_is_found_in_other_words_too(words):
    assert has_verb(words, 0, len(words))


@pytest.mark.parametrize(
    "words",
    [
        "and a cut to rates",
        "the lead of the race",
        "a state-owned yard",
        "the affected areas",
        "the worst hit towns",
        "its needs",
    ],
)
def test_a_noun_after_a_determiner_is_no_verb(words):
    assert not has_verb(words, 0, len(words))

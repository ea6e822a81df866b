"""Where the clauses of a sentence begin."""

import pytest

from ingest.extract.text.clauses import clauses


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("They would help friends or colleagues if it rained.",
         ["They would help friends or colleagues", " if it rained."]),
        ("She has not spoken since her hearing, and did not come.",
         ["She has not spoken since her hearing", ", and did not come."]),
        ("It fell and they left.", ["It fell", " and they left."]),
    ],
)  # fmt: skip
def test_a_phrase_without_a_verb_stays_with_the_clause_it_belongs_to(sentence, parts):
    assert [sentence[start:end] for start, end in clauses(sentence)] == parts

"""Nouns that attribute, read in masked sentences."""

from __future__ import annotations

import pytest

from ingest.extract.claims.nominal import nominals


def _subject(sentence: str) -> str | None:
    found = [each for each in nominals(sentence) if each.subject]
    return sentence[slice(*found[0].subject)] if found else None


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Jane Doe's claim that the bridge closed in May was wrong.", "Jane Doe"),
        ("They repeated the ministry's assertion that the bridge closed.", "the ministry"),
        ("A warning by the bank that prices would rise went unheard.", "the bank"),
        ("In the union's view, the mine was unsafe.", "the union"),
        ("The mine was unsafe, by his own account.", "his"),
    ],
)
def test_a_noun_of_saying_attributes_to_its_owner(sentence, owner):
    assert _subject(sentence) == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "The claims that were filed in May came to nothing.",
        "Halliburton rejected the commission's claims that the tests were old.",
        "In my view, the mine was unsafe.",
        "The report of the committee is long.",
    ],
)
def test_a_relative_clause_a_rejected_claim_and_the_author_attribute_nothing(sentence):
    assert list(nominals(sentence)) == []


def test_a_claim_that_is_the_subject_ends_before_its_verb():
    sentence = "Doe's claim that the bridge was closed in 2019 has been repeated by many."
    (found,) = nominals(sentence)
    assert sentence[slice(*found.content)].strip() == "the bridge was closed in 2019"


def test_claims_of_nobody_are_hearsay():
    (found,) = nominals("Shares fell amid claims that the bridge had closed.")
    assert (found.kind, found.subject) == ("hearsay", None)

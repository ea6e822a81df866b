"""What in a clause does not speak of its date."""

from functools import partial

import pytest

from ingest.extract.claims.modality import modality_of
from ingest.extract.claims.scope import MAIN, told_within

_DATE = "  "


def told(sentence: str, at: int | None = None) -> str:
    """Return how the whole sentence tells what it tells of its date, which two spaces stand for."""
    tell = partial(modality_of, attributed=False)
    place = sentence.index(_DATE) if at is None else at
    return told_within(tell, sentence, (0, len(sentence)), place)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Trade grew   despite the threat of frost", "asserted"),
        ("Trade grew   in spite of fears that it would end", "asserted"),
        ("Trade may grow   despite the frost", "possible"),
        ("The firm pulled the film   over fears it could break a rule", "asserted"),
        ("Shares fell   on growing worries that it would close", "asserted"),
        ("The mayor spoke   without naming the baker", "asserted"),
    ],
)
def test_circumstances_without_the_date_say_nothing_of_how_sure_it_is(sentence, modality):
    assert told(sentence) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The bridge was built   not by the city but by its baker", "asserted"),
        ("It was the city, not the baker, which closed it  ", "asserted"),
        ("The bridge was not built   by the city", "negated"),
    ],
)
def test_what_is_set_against_another_thing_is_not_denied_itself(sentence, modality):
    assert told(sentence) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The firm that may close grew  ", "asserted"),
        ("The firm that grew   may close", "asserted"),
        ("The firm which grew may close  ", "possible"),
        ("He was never the baker we know  ", "asserted"),
        ("The boat they bought   will sail", "asserted"),
        ("The boat they bought will sail  ", "planned"),
    ],
)
def test_a_relative_clause_and_the_clause_around_it_are_told_apart(sentence, modality):
    assert told(sentence) == modality


def test_with_a_date_outside_the_clause_its_main_verb_tells():
    assert told("A flu that has killed ten could spread", MAIN) == "possible"
    assert told("A flu that could spread has killed ten", MAIN) == "asserted"

"""How certain a clause makes what it tells."""

import pytest

from ingest.extract.modality import modality_of


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("The bridge fell", "asserted"),
        ("The bridge will fall", "planned"),
        ("The bridge is to be closed", "planned"),
        ("The bridge is due to open", "planned"),
        ("She left due to illness", "asserted"),
        ("The plan for the bridge failed", "asserted"),
        ("The bridge will not open until summer", "planned"),
        ("The bridge will not open", "negated"),
        ("The bridge did not open", "negated"),
        ("Not only did the bridge open", "asserted"),
        ("A man with no experience opened the bridge", "asserted"),
        ("No later than noon the bridge opened", "asserted"),
        ("The bridge may open", "possible"),
        ("There are risks of another fall", "possible"),
        ("They could see the bridge", "asserted"),
        ("The bridge could open", "possible"),
        ("The bridge may have opened", "possible"),
        ("The bridge would have opened", "hypothetical"),
        ("if the bridge opens", "hypothetical"),
        ("Had the bridge opened the town would be rich", "hypothetical"),
    ],
)
def test_the_words_of_the_clause_tell(clause, modality):
    assert modality_of(clause, (0, len(clause)), attributed=False) == modality


def test_what_others_say_is_reported_and_what_they_say_would_be_is_planned():
    said = "that the bridge opened"
    assert modality_of(said, (0, len(said)), attributed=True) == "reported"
    would = "that the bridge would open"
    assert modality_of(would, (0, len(would)), attributed=True) == "planned"
    assert modality_of(would, (0, len(would)), attributed=False) == "asserted"


def test_a_clause_that_hangs_on_a_condition_is_hypothetical():
    sentence = "If it rains, the bridge will close"
    assert modality_of(sentence, (11, len(sentence)), attributed=False) == "hypothetical"

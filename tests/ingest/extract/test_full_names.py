"""The full names that a document gives."""

from ingest.extract.full_names import names_in


def test_a_row_of_capitals_is_a_person_only_on_evidence():
    names = names_in("The Deepwater Horizon sank near Venice. Jane Doe saw it.")
    assert names.is_person("Jane Doe")
    assert not names.is_person("Deepwater Horizon")

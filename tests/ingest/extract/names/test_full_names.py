"""The full names that a document gives."""

from ingest.extract.names.full_names import names_in


def test_a_row_of_capitals_is_a_person_only_on_evidence():
    names = names_in("The Deepwater Horizon sank near Venice. Jane Doe saw it.")
    assert names.is_person("Jane Doe")
    assert not names.is_person("Deepwater Horizon")


def test_an_adverb_before_a_name_is_no_part_of_it():
    names = names_in("Supposedly Doe knew it. Kelly Roe did not, and Emily Lane did.")
    assert names.full("Doe") == "Doe"
    assert (names.full("Roe"), names.full("Lane")) == ("Kelly Roe", "Emily Lane")

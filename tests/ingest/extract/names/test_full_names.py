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


def test_an_acronym_is_of_the_last_of_two_names_before_it():
    names = names_in("The Bank of Norland and the World Harbour Organization (WHO) met.")
    assert names.full("WHO") == "World Harbour Organization"
    names = names_in("The Department of Health and Human Services (HHS) met.")
    assert names.full("HHS") == "Department of Health and Human Services"


def test_a_family_name_that_comes_first_stands_for_the_full_name():
    names = names_in("President Xi Lanping spoke. Xi said in 2019 that it was over.")
    assert names.full("Xi") == "Xi Lanping"
    assert names_in("President Lan said it. Lan Harbour is a port.").full("Lan") == "Lan"

"""From the words that name a speaker to the name."""

import pytest

from ingest.extract.names.full_names import names_in
from ingest.extract.names.naming import speaker_name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Mr Doe", "Doe"),
        ("Russian Defence Minister Doe", "Doe"),
        ("US Assistant Secretary of Defense Doe", "Doe"),
        ("Orbit chief executive Jane Doe", "Jane Doe"),
        ("the Ministry of Defence", "Ministry of Defence"),
        ("Ukraine's General Staff", "Ukraine's General Staff"),
        ("a spokesman for the ministry", "spokesman for the ministry"),
        ("the president's office", "president's office"),
        ("Jane Doe of Example College", "Jane Doe"),
        ("Doe's analysis", "Doe"),
        ("a report by the Example Institute", "Example Institute"),
        ("a poll released", "poll"),
        ("Pope Francis", "Pope Francis"),
        ("officials", "officials"),
        ("", None),
    ],
)
def test_roles_are_taken_off_a_name(phrase, name):
    assert speaker_name(phrase, names_in("")) == name


def test_short_forms_are_joined_to_the_shortest_full_name_of_the_document():
    names = names_in(
        "General Oleksandr Syrskyi spoke. Later Oleksandr Stanislavovych Syrskyi left."
    )
    assert speaker_name("General Syrskyi", names) == "Oleksandr Syrskyi"


def test_two_people_of_one_surname_are_not_joined():
    names = names_in("Jane Doe met Robert Doe in the house.")
    assert speaker_name("Ms Doe", names) == "Doe"


def test_an_acronym_stands_for_the_name_that_introduces_it():
    names = names_in("The World Health Organization (WHO) met.")
    assert speaker_name("the WHO", names) == "World Health Organization"

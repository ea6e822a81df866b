"""Who has the word in a transcript."""

from ingest.extract import extract
from ingest.extract.article.turns import turns

TRANSCRIPT = (
    "JANE DOE, HOST: Welcome. We went to sea in 2019. PETER LANG, FISHERMAN: The harbour closed in May 2021."
    " DOE: Why? LANG: The council decided it in 2020. Then it said so."
)


def test_what_is_told_in_a_turn_is_the_speakers(revision):
    mentions = extract(revision(TRANSCRIPT)).mentions
    assert {each.date_text: each.speaker for each in mentions if each.kind == "passage"} == {
        "2019": "Jane Doe",
        "May 2021": "Peter Lang",
        "2020": "Lang",
    }
    assert {each.modality for each in mentions if each.kind == "passage"} == {"reported"}


def test_a_turn_may_name_a_programme_in_quotation_marks():
    text = "JANE DOE, HOST, “DOE, TODAY”: Welcome. PETER LANG: Thanks. DOE: Why? LANG: So."
    assert turns(text).at(text.index("Welcome")) == "Jane Doe"


def test_headings_in_capitals_are_no_turns():
    assert turns("NOTE: It closed. NOTE: It opened. NOTE: It closed again.").at(40) is None
    assert turns("The firm said: it closed. The bank said: it opened.").at(40) is None

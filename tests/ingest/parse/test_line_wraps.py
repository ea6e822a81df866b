"""Lines broken only to fit a width are one; lines that stand for themselves stay."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.line_wraps import without_wraps

FIRST = (
    "In November 2010 the reviewers, led by Jane Doe, reported that the money had been miscounted from the start and"
    " that the work itself was sound. They were right. In 2018 the opening slipped again, to March 30, 2021."
)
SECOND = (
    "Since July the bridge has silenced most of those who doubted it. According to the ministry it may stand for a"
    " hundred years, until the early 2120s, and nobody who crosses it today will live to see it closed."
)


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100, 120])
def test_paragraphs_filled_to_a_width_are_read_whole(width):
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in ("A title", FIRST, SECOND))
    assert without_wraps(wrapped) == f"A title\n\n{FIRST}\n\n{SECOND}"


def test_lines_broken_by_hand_near_a_width_are_joined():
    wrapped = (
        "Nobody builds a cathedral on time. The telescope was begun in 1996, promised for 2007 and launched on Christmas\n"
        "Day 2021, and in those 25 years its price rose from half a billion dollars to ten.\n\n"
        "In June 2010 a senator asked for an independent review. In November 2010 the reviewers, led by Jane Doe of Brandau,\n"
        "reported that the money had been miscounted from the start and that the work itself was sound. In 2018 the\n"
        "launch slipped again."
    )
    assert without_wraps(wrapped).count("\n") == 2


@pytest.mark.parametrize(
    "text",
    [
        "The ferry ran aground off the point at dawn.\nShe was towed to the harbour on the next morning.\nNobody was hurt, said the company that owns her.",
        "2024-05-13: The ferry ran aground off Kings Point and\n2024-05-14: she was towed to Port Alder, where\n2024-05-15: divers looked at her.",
        "- the ferry that ran aground off the point, and\n- the tug that came for her on the next morning\n- the divers who looked at her, and the company",
        "ferry\ntug\nharbour",
        "A headline of forty characters and some more\nAnother headline of forty characters as well\nA third headline of forty characters in all",
        f"{FIRST}\n{SECOND}",
        "",
    ],
)
def test_lines_that_stand_for_themselves_stay(text):
    assert without_wraps(text) == text


def test_a_list_within_a_wrapped_text_keeps_its_items():
    items = "- the ferry that ran aground off the point,\n- the tug that came for her."
    wrapped = f"{textwrap.fill(FIRST, 72)}\n\n{items}\n\n{textwrap.fill(SECOND, 72)}"
    assert without_wraps(wrapped) == f"{FIRST}\n\n{items}\n\n{SECOND}"


def test_a_year_that_begins_a_line_goes_on_with_the_sentence():
    wrapped = (
        "The ministry, which had been asked for an answer since June\n2024 by three of the towns that lie along the river, closed\n"
        "the old bridge on the last day of the year."
    )
    assert "since June 2024 by three" in without_wraps(wrapped)


def test_a_word_broken_at_its_hyphen_is_one_again():
    wrapped = "The towns along the river asked the ministry for a long-\nterm plan, which it had promised to give them by the sum-\nmer of 2024."
    assert "a long-term plan" in without_wraps(wrapped)


@given(st.text(alphabet="aZé,. -\n\t·1", max_size=400))
def test_nothing_but_white_space_is_changed(text):
    assert "".join(without_wraps(text).split()) == "".join(text.split())


def test_a_document_filled_to_a_width_has_whole_sentences(read_file):
    wrapped = "\n\n".join(("A review", textwrap.fill(FIRST, 72)))
    (article,) = read_file("note.txt", wrapped).articles
    assert article.text == f"A review\n\n{FIRST}"

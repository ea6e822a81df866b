"""Text enters clean and otherwise as it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.characters import clean_line, clean_text

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("given_text", "clean"),
    [
        ("a\0b\x1b[31mc\x7f", "ab[31mc"),
        ("half of a pair \ud83d alone", "half of a pair \ufffd alone"),
        ("\ud83d\ude00", "😀"),
        ("it\x92s Windows\x85", "it’s Windows…"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a \t\xa0\u2009 b", "a b"),
        ("  a  \n   b  ", "a\nb"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("e\u0301 ﬁ “x” 12\u200b3 ==x", "e\u0301 ﬁ “x” 12\u200b3 ==x"),
        ("=cmd|' /C calc'!A0 {{7*7}} ]]> ../../x \u202eabc", "=cmd|' /C calc'!A0 {{7*7}} ]]> ../../x \u202eabc"),
        ("", ""),
    ],
)  # fmt: skip
def test_only_what_cannot_be_text_is_changed(given_text, clean):
    assert clean_text(given_text) == clean


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once


@given(ANY_TEXT)
def test_clean_text_can_be_stored_and_holds_no_control(text):
    clean = clean_text(text)
    clean.encode("utf-8")
    assert not [c for c in clean if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f"]
    assert "  " not in clean
    assert "\n\n\n" not in clean


@given(ANY_TEXT, st.integers(1, 50))
def test_a_line_is_one_line_of_at_most_its_limit(text, limit):
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


def test_a_cut_line_says_that_it_was_cut():
    assert clean_line("Ferry runs aground", 10) == "Ferry run…"

"""Which dates of a sentence become passages of their own."""

import pytest

from ingest.extract import extract


def dates(revision, body: str) -> list[str]:
    mentions = extract(revision("Opening words.\n" + body, "Headline")).mentions
    return [mention.when.edtf for mention in mentions if mention.kind == "passage"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He was elected in 2010 and resigned in May 2012.", ["2010", "2012-05"]),
        ("Shells fell on 5 May 2022, 7 May 2022 and 9 May 2022.", ["2022-05-05", "2022-05-07", "2022-05-09"]),
        ("On June 25, 2023, he spoke about the 1994 memorandum.", ["2023-06-25"]),
        ("This is the spirit of the 1994 memorandum.", ["1994"]),
        ("The siege lasted from March 2022 to May 2022.", ["2022-03/2022-05"]),
        ("Prices have risen recently.", []),
        ("He has been in prison for three years.", []),
        ("They meet every Monday.", []),
        ("The unit had 600,000 soldiers and 31 tanks.", []),
        ("It has grown since 2014.", ["2014/.."]),
        ("Battle of Brandau (1907)", []),
        ("Orbit Oil and Gas Inc. 2013.", []),
        ("1907: Union of the two towns", ["1907"]),
        ("Brandau joins the union in 1907", ["1907"]),
    ],
)  # fmt: skip
def test_a_date_with_a_clause_of_its_own_is_a_passage(revision, body, expected):
    assert dates(revision, body) == expected


def test_a_date_in_parentheses_at_a_lines_end_dates_the_whole_line(revision):
    line = 'Jane Doe, envoy: "There will be no war." "If you fight, you fight!" (November, 2023)'
    *_, passage = extract(revision(f"Opening words.\n{line}\nMore words.", "Headline")).mentions
    assert passage.quote == line
    assert passage.when.edtf == "2023-11"


def test_readers_comments_are_not_the_authors_passages(revision):
    essay = "\n".join(
        f"Paragraph {number} of a long and sober essay about the war." for number in range(30)
    )
    tail = "Excellent article! I lived there in 2014.\nThank you for writing, I left in 2016."
    mentions = extract(revision(f"{essay}\n{tail}", "Essay", genre="opinion")).mentions
    assert [mention.kind for mention in mentions] == ["opinion"]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("- The bridge fell on 3 May 2022.", "The bridge fell on 3 May 2022."),
        ("-- “It fell on 3 May 2022.”", "“It fell on 3 May 2022.”"),
        ("\\ * The bridge fell on 3 May 2022.", "The bridge fell on 3 May 2022."),
        ("• | The bridge fell on 3 May 2022.", "The bridge fell on 3 May 2022."),
        ("- 5 degrees were measured on 3 May 2022.", "- 5 degrees were measured on 3 May 2022."),
        ("-5 degrees were measured on 3 May 2022.", "-5 degrees were measured on 3 May 2022."),
    ],
)
def test_a_quote_begins_behind_the_mark_of_a_list(revision, line, quote):
    article = revision(f"Opening words.\n{line}\nMore words.", "Headline")
    *_, passage = extract(article).mentions
    assert passage.quote == quote
    assert article.article.text[passage.start : passage.end] == quote


@pytest.mark.parametrize("line", ["Created Mon, 25 Nov 2024 19:22:52 +0000", "Edited: 5 May 2020"])
def test_a_line_that_says_when_something_was_written_tells_of_nothing(line, revision):
    body = f"The harbour wall holds.\n\n{line}\n\nThe wall is old and long."
    assert not [each for each in extract(revision(body)).mentions if each.date_text]

"""Place and date lines, times of posting and credits stand outside the sentences of a report."""

import pytest

from ingest.extract import extract
from ingest.extract.article.stamps import stamps


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        (
            "OSLO | Tue Apr 28, 2009 9:39 am BST OSLO (Reuters) - A pier fell.",
            "OSLO | Tue Apr 28, 2009 9:39 am BST OSLO (Reuters) - ",
        ),
        ("BRANDAU, Lakeland, Sept. 25 -- The pier fell.", "BRANDAU, Lakeland, Sept. 25 -- "),
        ("OSLO, June 1 (AP) - The pier fell.", "OSLO, June 1 (AP) - "),
        ("Brandau, Lakeland (CNN) -- The pier fell.", "Brandau, Lakeland (CNN) -- "),
        ("The pier fell Thursday 10 June 2010 20.31 BST It lay deep.", "Thursday 10 June 2010 20.31 BST"),
        ("Updated: June 1, 2010 4:07 PM ET Doe left.", "Updated: June 1, 2010 4:07 PM ET"),
        ("(Updated 7:40 p.m. (0240 in Oslo)) Doe left.", "(Updated 7:40 p.m. (0240 in Oslo))"),
        ("May 31, 2010 | By Jane Doe, CNN The pier fell.", "May 31, 2010 | By Jane Doe, CNN"),
        ("Photograph: Jane Doe/Getty Images The pier fell.", "Photograph: Jane Doe/Getty Images"),
        ("It fell. Posted by: doe | May 27, 2010 2:29 PM | Report abuse", "Posted by: doe | May 27, 2010 2:29 PM | Report abuse"),
    ],
)  # fmt: skip
def test_a_stamp_is_found_whole(text, stamp):
    assert [text[start:end] for start, end in stamps(text)] == [stamp]


@pytest.mark.parametrize(
    "text",
    [
        "The pier fell on May 6, 2010 at 9:49 pm, the mayor said.",
        "The pier fell Tuesday, Jan. 12, 2010, 4:53 p.m. local time.",
        "The bank (Harbour) - a lender - closed in 2010.",
        "She said (on May 6, 2010) that it fell.",
    ],
)
def test_a_date_within_a_sentence_is_no_stamp(text):
    assert stamps(text) == []


def test_a_report_is_quoted_and_dated_from_behind_its_stamp(revision):
    body = "OSLO | Wed Apr 29, 2009 9:39 am BST OSLO (Reuters) - A pier fell on Tuesday, police said. Two died."
    (report,) = extract(revision(body)).mentions
    assert report.quote == report.title == "A pier fell on Tuesday, police said."
    assert report.date_text == "Tuesday"
    assert report.speaker == "police"


def test_a_title_that_is_only_the_beginning_of_the_text_does_not_cut_the_lead(revision):
    words = "A long pier on the northern shore of the lake fell on Tuesday, police said."
    article = revision(words).article
    cut = revision(words)
    cut = type(cut)(
        7,
        3,
        "k",
        1,
        cut.seen_at,
        "0",
        type(article)(None, None, words[:40], words, article.published),
        "s",
        "p",
    )
    (report,) = extract(cut).mentions
    assert report.quote == report.title == words


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on 4 August 2010.",
        "This article appeared on p29 of the main section on 00.01 BST on Wednesday 29 April 2009.",
        "Editor's Note: This post was originally published in May 2015 and has been updated for accuracy.",
        "This story first appeared in May 2021.",
        "This report was corrected on Nov. 28, 2017, to give the right name.",
    ],
)
def test_what_an_article_says_of_its_own_printing_is_no_happening(note, revision):
    body = (
        f"The pier stands in the bay {note} The harbour reopened on 3 May 2004, the council said."
    )
    assert [each.date_text for each in extract(revision(body)).mentions if each.date_text] == [
        "3 May 2004"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "His article was published on 4 August 2010 and caused a stir.",
        "This story was published in 1950 and made him rich.",
        "This article of the treaty was broken on 4 August 2010.",
    ],
)
def test_what_is_said_of_other_writings_is_no_stamp(text):
    assert stamps(text) == []

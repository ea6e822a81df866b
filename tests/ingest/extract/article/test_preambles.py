"""A report begins with its news: what pages and agencies set before it stands for nothing."""

from datetime import date

import pytest

from ingest.extract import extract

JUNE_3 = date(2024, 6, 3)
NEWS = "Two hundred people left their homes on Sunday as the river rose."


def report_of(text, revision, title=""):
    return extract(revision(text, title=title, published=JUNE_3)).mentions[0]


@pytest.mark.parametrize(
    "before",
    [
        "River rises Boats lie in a street, May 4, 2024. BRANDAU, Lakeland, June 3 (Reuters) - ",
        "River rises in Brandau Boats lie in a street, May 4, 2024. (AP Photo/Jane Doe) ",
        "(By Jane Doe -- Example News) Boats lie in a street on Saturday. (By John Roe -- Example News) ",
        "(By Jane Doe -- Example News) BRANDAU, June 2 -- ",
        "Hundreds flee as river rises Photograph: Jane Doe/Reuters ",
        "By the newsroom Mayor asks for boats Bridges are closed Brandau, Lakeland (CNN) -- ",
        "Mayor asks for boats, says “we need them all” (CNN) -- ",
        "Correction: an earlier version gave the wrong name for the river on May 4. ",
        "(Corrects the name of the river in the first paragraph) ",
        "Editor's note: Jane Doe has written about rivers since May 2020. ",
        "This is a rush transcript from “The Hour,” June 2, 2024. This copy may not be in its final form. ",
        "Read more: the floods of May 4, 2024. ",
        "",
    ],
)
def test_a_report_begins_behind_what_stands_before_its_news(before, revision):
    report = report_of(f"{before}{NEWS} Nobody was hurt.", revision)
    assert report.kind == "report"
    assert report.quote.endswith(NEWS)
    assert len(report.quote) <= len(NEWS) + 1
    assert report.when.edtf == "2024-06-02"


def test_a_caption_that_gives_a_date_dates_no_report(revision):
    text = "A boat lies in a street, June 1, 2024. BRANDAU (Reuters) - The river rises and the mayor asks for help."
    report = report_of(text, revision)
    assert (report.basis, report.quote) == (
        "published",
        "The river rises and the mayor asks for help.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on Sunday. Two died. A third is missing. It was old. (AP Photo/Jane Doe) Help came.",
        "The dam broke on Sunday. OSLO (Reuters) - Shares fell. LONDON (Reuters) - Shares rose.",
        "The dam broke on Sunday. "
        + "It was old and tired. " * 80
        + "OSLO (Reuters) - Shares fell.",
        "Corrections officers went on strike on Sunday.",
        "This story of love was staged on Sunday.",
    ],
)
def test_news_that_a_page_begins_with_stays_the_report(text, revision):
    assert report_of(text, revision).quote == text.partition(".")[0] + "."


def test_after_a_title_stands_the_first_sentence_of_the_news(revision):
    text = "By Jane Doe\n\nBRANDAU, June 3 (Reuters) - The river rises. Boats are scarce."
    report = report_of(text, revision, title="Brandau asks for boats")
    assert report.quote == "Brandau asks for boats"
    assert report.after_text == "The river rises."


def test_no_stamp_stands_around_a_sentence(revision):
    text = "The river rose. Mon Jun 3, 2024 9:39 am BST The bridge fell on Sunday. (Updated 7:40 p.m.) It was old."
    passage = extract(revision(text, title="River", published=JUNE_3)).mentions[1]
    assert (passage.before_text, passage.after_text) == ("The river rose.", "It was old.")


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("River in Brandau rises after storm ", "River in Brandau rises after storm"),
        ("U.S. sends boats to Brandau - Doe ", "U.S. sends boats to Brandau - Doe"),
        ("A man waits for boats on Sunday. ", "The river rises."),
        ("* River rises * Boats are scarce ", "The river rises."),
        ("River rises in Brandau (Photo) ", "The river rises."),
        ("River rises. Full Article Storm nears coast ", "The river rises."),
        ("The river ", "The river rises."),
        ("", "The river rises."),
    ],
)
def test_a_headline_that_ran_into_the_place_line_is_the_title_of_its_report(
    before, title, revision
):
    text = f"{before}BRANDAU, June 3 (Reuters) - The river rises. Boats are scarce."
    report = report_of(text, revision)
    assert (report.title, report.quote) == (title, "The river rises.")

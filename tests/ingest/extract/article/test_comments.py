"""Where readers' comments begin, found with care."""

from ingest.extract.article.comments import body_end

ESSAY = "\n".join(
    f"This is paragraph {number} of a sober essay on bridges." for number in range(40)
)


def own_words(text: str, genre="opinion") -> str:
    return text[: body_end(text, 0, genre)]


def test_a_heading_ends_the_article_in_any_genre():
    text = f"{ESSAY}\nComments (12)\nI was there in 2014."
    assert own_words(text, "report").strip() == ESSAY
    assert own_words(text).strip() == ESSAY


def test_praise_for_the_author_ends_an_opinion_piece_only():
    text = f"{ESSAY}\nExcellent work! I have been following you for years.\nBravo"
    assert own_words(text).strip() == ESSAY
    assert own_words(text, "report") == text


def test_an_article_that_speaks_of_an_article_is_not_cut():
    text = f"{ESSAY}\nIt was a great article of faith that bridges last.\n{ESSAY}"
    assert own_words(text) == text


def test_praise_early_in_the_text_is_the_authors_own():
    text = f"Thank you for writing to us.\n{ESSAY}"
    assert own_words(text) == text


def test_the_counters_under_comments_end_the_article():
    comment = "I was there in 2014.\nPosted by: doe | May 3, 2014 2:29 PM | Report abuse\n"
    text = f"{ESSAY}\n{comment * 4}"
    assert own_words(text, "report").strip().startswith(ESSAY)
    assert "Report abuse" not in own_words(text, "report")


def test_the_times_of_posting_above_comments_end_the_article():
    comment = "May 3, 2014 at 2:29 pm | It fell in 2014.\n"
    text = f"{ESSAY}\n{comment * 4}"
    assert own_words(text, "report").strip() == ESSAY
    update = f"{ESSAY}\nMay 3, 2014 at 2:29 pm | It fell.\n{ESSAY}"
    assert own_words(update, "report") == update


def test_one_report_of_abuse_is_no_comment():
    text = f"{ESSAY}\nReport abuse to the police, the ministry said in 2014.\n{ESSAY}"
    assert own_words(text, "report") == text

"""The words of a mention: where each stands, and how far from the words of the date."""

from __future__ import annotations

from own_mentions import mention

from ingest.cluster.passage import printed, read, text_of

QUOTE = "On Tuesday, two trains collided; the driver of the first, Ivan Petrov, survived."


def passage_of(quote: str, **facts):
    return read(text_of(mention(quote, **facts)))


def test_what_ends_a_clause_is_counted_and_is_no_word():
    words = passage_of(QUOTE).words
    assert [word.stem for word in words][:5] == ["on", "tuesdai", "2", "train", "#crash"]
    assert [word.clause for word in words] == [0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4]
    assert all(word.stem[-1].isalnum() for word in words)


def test_a_name_is_a_capital_within_a_sentence():
    words = passage_of("Fire broke out. Ivan Petrov fled Izmail.").words
    assert [word.stem for word in words if word.is_name] == ["petrov", "izmail"]


def test_a_word_stands_as_far_from_the_date_as_the_words_and_clauses_between():
    start = QUOTE.index("Tuesday")
    passage = passage_of(QUOTE, date_text_start=start, date_text_end=start + len("Tuesday"))
    assert passage.date == (1, 1)
    assert passage.distance(0) == 1
    assert passage.distance(2) == 1 + 2
    assert passage_of(QUOTE).distance(0) is None


def test_a_report_is_read_with_its_title_and_what_follows():
    told = text_of(
        mention("A fire broke out.", kind="report", title="Docks burn", after_text="Two died.")
    )
    assert [word.stem for word in read(told).words][:2] == ["dock", "#fire"]
    assert read(told).words[-1].stem == "#death"


def test_stems_are_told_by_the_words_that_the_text_prints():
    told = text_of(mention("A blast shook Izmail. Blasts followed the explosion's echo."))
    assert printed(told, ["izmail", "#explosion", "elsewher", "echo"]) == [
        "Izmail",
        "blast",
        "echo",
    ]

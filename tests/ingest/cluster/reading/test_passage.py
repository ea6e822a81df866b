"""The words of a mention: where each stands, and how far from the words of the date."""

from __future__ import annotations

from itertools import compress

from own_mentions import mention

from ingest.cluster.reading.passage import LONGEST, printed, read, text_of

QUOTE = "On Tuesday, two trains collided; the driver of the first, Ivan Petrov, survived."


def passage_of(quote: str, **facts):
    return read(text_of(mention(quote, **facts)))


def stems(passage):
    return [form.stem for form in passage.forms]


def test_what_ends_a_clause_is_counted_and_is_no_word():
    passage = passage_of(QUOTE)
    assert stems(passage)[:5] == ["on", "tuesdai", "2", "train", "#crash"]
    assert passage.clauses == (0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4)
    assert all(stem[-1].isalnum() for stem in stems(passage))


def test_a_name_is_a_capital_within_a_sentence():
    passage = passage_of("Fire broke out. Ivan Petrov fled Izmail.")
    assert list(compress(stems(passage), passage.names)) == ["petrov", "izmail"]


def test_numbers_are_known_by_their_places_in_digits_or_in_letters():
    assert passage_of(QUOTE).figures == (2,)
    assert passage_of("On 3 May 11 died.").figures == (1, 3)


def test_the_possessive_of_a_date_is_one_word_with_it():
    quote = "After Tuesday's blaze."
    passage = passage_of(quote, date_text_start=6, date_text_end=6 + len("Tuesday"))
    assert stems(passage) == ["after", "tuesdai", "#fire"]
    assert passage.date == (1, 1)


def test_a_date_beyond_the_words_that_are_read_is_none():
    quote = "word " * LONGEST + "on Tuesday."
    start = quote.index("Tuesday")
    passage = passage_of(quote, date_text_start=start, date_text_end=start + len("Tuesday"))
    assert (len(passage.forms), passage.date) == (LONGEST, None)


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
    assert stems(read(told))[:2] == ["dock", "#fire"]
    assert stems(read(told))[-1] == "#death"


def test_a_passage_that_says_too_little_is_read_with_what_stands_around_it():
    around = {"before_text": "Docks burned.", "after_text": "Two died."}
    told = read(text_of(mention("It happened at 3.", **around)))
    assert stems(told)[0] == "dock"
    assert stems(told)[-1] == "#death"
    assert [stems(told)[place] for place in told.own] == ["it", "happen", "at", "3"]
    assert told.figures == (5,)


def test_a_passage_that_says_enough_is_read_alone():
    told = text_of(mention(QUOTE, before_text="Docks burned.", after_text="Two died."))
    assert (told.before, told.quote, told.after) == ("", QUOTE, "")


def test_stems_are_told_by_the_words_that_the_text_prints():
    told = text_of(mention("A blast shook Izmail. Blasts followed the explosion's echo."))
    assert printed(told, ["izmail", "#explosion", "elsewher", "echo"]) == [
        "Izmail",
        "blast",
        "echo",
    ]

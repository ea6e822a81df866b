"""From a revision to its mentions: what is told once, what is dated by what, what stays unresolved."""

import pickle
from datetime import date, datetime, timedelta, timezone

from ingest.dates import UNKNOWN, day
from ingest.extract import extract


def test_the_report_comes_first_and_passages_follow_in_text_order(revision):
    found = extract(
        revision("A dam failed. It opened in 1998. It closed in May 2003.", "Dam fails")
    )
    assert [mention.kind for mention in found.mentions] == ["report", "passage", "passage"]
    assert [mention.when.edtf for mention in found.mentions] == ["2024-06-26", "1998", "2003-05"]


def test_every_quote_and_date_stands_at_its_offsets(revision):
    source = revision(
        "On Tuesday the dam failed. It was built in 1998, and rebuilt in 2010.", "Dam"
    )
    for mention in extract(source).mentions:
        assert source.article.text[mention.start : mention.end] == mention.quote
        if mention.date_text is not None:
            words = source.article.text[mention.date_text_start : mention.date_text_end]
            assert words == mention.date_text
            assert mention.date_text in mention.quote


def test_the_words_of_a_counted_date_hold_what_is_counted(revision):
    *_, mention = extract(
        revision("It is quiet here. It sank two days after the 3 May explosion.", "Dam")
    ).mentions
    assert mention.date_text == "two days after the 3 May"
    assert mention.when == day(date(2024, 5, 5))


def test_a_dated_lead_gives_the_report_its_day_and_is_told_once(revision):
    (report,) = extract(
        revision("A dam failed on Tuesday, flooding two towns.", "Dam fails")
    ).mentions
    assert (report.kind, report.basis, report.when) == (
        "report",
        "relative",
        day(date(2024, 6, 25)),
    )
    assert report.quote == "A dam failed on Tuesday, flooding two towns."
    assert report.title == "Dam fails"


def test_background_in_the_lead_does_not_date_the_report(revision):
    body = "The minister, who took office on 3 May 2019, has resigned."
    report, passage = extract(revision(body, "Minister resigns")).mentions
    assert (report.basis, report.when) == ("published", day(date(2024, 6, 26)))
    assert report.quote == "Minister resigns"
    assert passage.when == day(date(2019, 5, 3))


def test_a_report_without_any_date_is_the_report_of_its_day_in_the_publishers_time(revision):
    late = datetime(2024, 6, 26, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    (report,) = extract(revision("Nothing moved.", "Calm", published=late)).mentions
    assert (report.when, report.basis) == (day(date(2024, 6, 26)), "published")
    assert report.date_text is None


def test_without_a_publication_date_nothing_is_invented(revision):
    found = extract(
        revision("The bridge fell last Tuesday. It opened in 1998.", "Fall", published=None)
    )
    report, passage = found.mentions
    assert (report.when, report.basis) == (UNKNOWN, "published")
    assert passage.when.edtf == "1998"
    assert found.unresolved == ("last Tuesday",)


def test_a_title_with_a_date_is_the_report_and_no_passage(revision):
    mentions = extract(revision("Ten people were hurt.", "Explosion of 20 April 2010")).mentions
    assert [mention.kind for mention in mentions] == ["report"]


def test_an_opinion_is_an_opinion(revision):
    (piece,) = extract(revision("We must act.", "Act", genre="opinion")).mentions
    assert piece.kind == "opinion"


def test_equal_sentences_have_different_ids_that_do_not_move(revision):
    first = extract(revision("It fell in 1998. It fell in 1998.", "Twice")).mentions
    again = extract(revision("It fell in 1998. New words. It fell in 1998.", "Twice")).mentions
    assert len({mention.id for mention in first}) == len(first) == 3
    assert [mention.id for mention in first] == [mention.id for mention in again]


def test_neighbouring_sentences_are_kept_short(revision):
    body = f"{'Long ago and far away, ' * 20}it began. It fell in 1998. {'More was said about it ' * 20}."
    _, passage = extract(revision(body, "Fall")).mentions
    assert passage.before_text.startswith("…")
    assert passage.before_text.endswith("it began.")
    assert passage.after_text.startswith("More was said")
    assert max(len(passage.before_text), len(passage.after_text)) <= 202


def test_an_extraction_survives_pickling_and_repeats_exactly(revision):
    source = revision("On Tuesday the dam failed. It was built in 1998.", "Dam")
    found = extract(source)
    assert pickle.loads(pickle.dumps(found)) == found == extract(source)


def test_an_empty_article_has_no_mentions(revision):
    assert extract(revision("", "")).mentions == ()

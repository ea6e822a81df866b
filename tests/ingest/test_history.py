"""Folding revisions into mentions that stand and mentions that were withdrawn."""

import json
from datetime import UTC, date, datetime, timedelta

from ingest.dates import day
from ingest.history import first_published, fold, standing_revision, word_changes
from ingest.model import Article, Entity, Mention, Revision, stable_id

START = datetime(2024, 6, 25, 12, tzinfo=UTC)


def revision(number, text="Title\n\nOne. Two.", source="a", **article):
    values = {
        "guid": None,
        "url": "https://a.example/1",
        "title": text.split("\n")[0],
        "text": text,
    }
    return Revision(
        id=number * 10,
        article_id=1,
        article_key="https://a.example/1",
        number=number,
        seen_at=START + timedelta(hours=number),
        sha256="",
        article=Article(**{**values, **article}),
        source_key=source,
        publisher="A",
    )


def mention(quote, of, start=0):
    return Mention(
        id=stable_id(quote),
        article_id=1,
        article_key=of.article_key,
        revision_id=of.id,
        kind="passage",
        title=quote,
        quote=quote,
        start=start,
        end=start + len(quote),
        when=day(date(2024, 6, 25)),
    )


def test_a_mention_that_stands_in_both_revisions_points_to_the_newest_and_keeps_its_first_sight():
    one, two = revision(1), revision(2)
    (folded,) = fold(
        [one, two],
        {10: [mention("One.", one)], 20: [mention("One.", two, 5)]},
        frozenset({20}),
        None,
    )
    assert (folded.revision_id, folded.start) == (20, 5)
    assert folded.first_seen_at == one.seen_at
    assert folded.withdrawn_at is None


def test_words_that_an_edit_dropped_are_withdrawn_when_the_edit_was_seen():
    one, two = revision(1), revision(2)
    stands, gone = fold(
        [one, two],
        {10: [mention("One.", one), mention("Two.", one)], 20: [mention("Two.", two)]},
        frozenset({20}),
        None,
    )
    assert (stands.quote, stands.withdrawn_at) == ("Two.", None)
    assert (gone.quote, gone.revision_id, gone.withdrawn_at) == ("One.", 10, two.seen_at)


def test_words_that_return_stand_again():
    revisions = [revision(1), revision(2), revision(3)]
    (folded,) = fold(
        revisions,
        {10: [mention("One.", revisions[0])], 20: [], 30: [mention("One.", revisions[2])]},
        frozenset({30}),
        None,
    )
    assert folded.withdrawn_at is None
    assert folded.first_seen_at == revisions[0].seen_at


def test_what_either_of_two_sources_says_now_stands():
    one, two = revision(1, source="a"), revision(2, source="b")
    folded = fold(
        [one, two],
        {10: [mention("One.", one)], 20: [mention("Two.", two)]},
        frozenset({10, 20}),
        None,
    )
    assert [m.withdrawn_at for m in folded] == [None, None]


def test_all_mentions_of_a_withdrawn_article_are_withdrawn_with_it():
    one = revision(1)
    at = START + timedelta(days=9)
    (folded,) = fold([one], {10: [mention("One.", one)]}, frozenset({10}), at)
    assert folded.withdrawn_at == at


def test_an_edit_does_not_move_the_publication_date():
    one = revision(1, published=date(2024, 6, 24))
    two = revision(2, published=date(2024, 6, 30))
    assert first_published([one, two]) == date(2024, 6, 24)


def test_the_first_sources_words_head_the_article():
    one, two = revision(1, "Mine\n\nx", source="a"), revision(2, "Theirs\n\nx", source="b")
    assert standing_revision([one, two], frozenset({10, 20})) is one
    assert standing_revision([one, two], frozenset({20})) is two


def test_entities_are_told_once_and_in_an_order_of_their_own():
    one = revision(1)
    kyiv, nato = Entity("Kyiv", "place", "place", country="UA"), Entity("NATO", "organisation")
    from dataclasses import replace

    first = replace(mention("One.", one), entities=(kyiv, nato, kyiv))
    second = replace(mention("One.", one), entities=(nato, kyiv))
    (a,) = fold([one], {10: [first]}, frozenset({10}), None)
    (b,) = fold([one], {10: [second]}, frozenset({10}), None)
    assert a.entities == b.entities
    assert len(a.entities) == 2


def test_word_changes_name_the_words_and_the_former_title():
    changes = word_changes(
        revision(1, "Old title\n\nThe cat sat down."), revision(2, "New title\n\nThe cat lay down.")
    )
    assert changes.previous_title == "Old title"
    assert (changes.words_added, changes.words_removed) == (2, 2)
    assert json.loads(changes.changes) == [["-", "Old"], ["+", "New"], ["-", "sat"], ["+", "lay"]]


def test_a_rewritten_long_article_is_compared_in_bounded_time_and_space():
    long = "Title\n\n" + " ".join(f"a{n}" for n in range(50_000))
    other = "Title\n\n" + " ".join(f"b{n}" for n in range(50_000))
    changes = word_changes(revision(1, long), revision(2, other))
    assert (changes.words_added, changes.words_removed) == (50_000, 50_000)
    assert len(changes.changes) < 5_000

"""What workers work out of a revision, and what of it still holds when the article has been folded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ingest import cluster
from ingest.digest import Digest, outlines_of
from ingest.digesting import digest
from ingest.extract.bare import bare
from ingest.model import Article, Revision

SEEN = datetime(2024, 6, 25, 12, tzinfo=UTC)
TEXT = "Quay opens\n\nThe quay of Lagos opened on June 3 2024. Work on it had begun in March 2022."


@pytest.fixture
def revision():
    article = Article("1", "https://a.example/1", "Quay opens", TEXT, published=date(2024, 6, 30))
    return Revision(7, 1, "key", 1, SEEN, "", article, "source", "Example Post")


def test_each_mention_of_a_digest_has_the_outline_that_it_has_by_itself(revision):
    digested = digest(revision)
    assert len(digested.extraction.mentions) > 1
    assert digested.outlines == tuple(map(cluster.outline, digested.extraction.mentions))


def test_the_outline_of_a_mention_that_is_folded_unchanged_holds(revision):
    digested = digest(revision)
    folded = [replace(each, first_seen_at=SEEN) for each in digested.extraction.mentions]
    found = outlines_of(folded, {7: digested})
    assert found == {each.id: cluster.outline(each) for each in folded}


@pytest.mark.parametrize(
    "change",
    [
        {"publisher": "Other Post"},
        {"url": None},
        {"withdrawn_at": SEEN},
        {"revision_id": 8},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_outline_of_a_mention_that_folding_changed_does_not_hold(revision, change):
    digested = digest(revision)
    folded = [replace(each, **change) for each in digested.extraction.mentions]
    assert outlines_of(folded, {7: digested}) == {}


def test_a_revision_that_could_not_be_read_has_no_outlines(revision):
    bare_report = bare(revision)
    assert outlines_of(bare_report.mentions, {7: Digest(bare_report)}) == {}

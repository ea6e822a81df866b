"""Batches of the archive's changes, digested one ahead of their merging."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from ingest import batches as module
from ingest.archive import Archive
from ingest.batches import Pace, batches
from ingest.digesting import digest
from ingest.errors import ParseError
from ingest.model import Article, Fetched, Parsed, Source

NOW = datetime(2024, 6, 25, 12, tzinfo=UTC)
FEED = Source("https://a.example/feed", "https://a.example/feed", "feed")
WORDS = "Quay opens\n\nThe quay opened on June {} 2024. Work on it had begun in March 2022."


class InProcess:
    """Workers without processes: what they are asked is told, what `refused` names fails."""

    def __init__(self, refused=()):
        self.refused = refused
        self.asked = []
        self.reached = threading.Condition()
        self.lent = []
        self.begin = threading.Event()
        self.begin.set()

    def map(self, name, items, *, together=1):
        assert self.begin.wait(timeout=30)
        for revision in items:
            with self.reached:
                self.asked.append(revision.article.guid)
                self.reached.notify_all()
            error = ParseError("no") if revision.article.guid in self.refused else None
            yield error or digest(revision)

    def lend(self, *, processors):
        self.lent.append(processors)
        self.begin.set()

    def wait_for(self, number):
        with self.reached:
            assert self.reached.wait_for(lambda: len(self.asked) >= number, timeout=30)


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "CHANGES_A_BATCH", 2)
    with Archive(tmp_path / "archive" / "archive.db") as opened:
        opened.list_sources([FEED], NOW)
        articles = tuple(
            Article(
                guid=str(number), url=f"https://a.example/{number}", title="Quay opens",
                text=WORDS.format(number), published=date(2024, 6, 30),
            )
            for number in range(1, 6)
        )  # fmt: skip
        fetched = Fetched(FEED, FEED.location, NOW, 200, b"<bytes/>")
        opened.keep(fetched, Parsed(articles, "rss20"), [one.url for one in articles], None)
        yield opened


def test_every_change_comes_once_and_in_order(archive):
    steps = []
    found = list(batches(archive, InProcess(), 0, Pace(), steps.append))
    assert [batch.upto for batch in found] == [2, 4, 5]
    assert [chain.article_id for batch in found for chain in batch.chains] == [1, 2, 3, 4, 5]
    assert all(batch.digests.keys() == {c.revisions[0].id for c in batch.chains} for batch in found)
    assert sum(steps) == 5


def test_what_was_followed_before_is_not_read_again(archive):
    workers = InProcess()
    assert [batch.upto for batch in batches(archive, workers, 4, Pace(), lambda _: None)] == [5]
    assert workers.asked == ["5"]


def test_the_next_batch_is_read_while_one_is_merged(archive):
    workers = InProcess()
    with closing(batches(archive, workers, 0, Pace(), lambda _: None)) as reading:
        next(reading)
        workers.wait_for(4)


def test_closing_early_reads_no_more_than_what_was_begun(archive):
    workers = InProcess()
    with closing(batches(archive, workers, 0, Pace(), lambda _: None)) as reading:
        next(reading)
    assert "5" not in workers.asked


def test_a_revision_that_cannot_be_read_keeps_its_report_and_is_told(archive):
    (first, *_) = batches(archive, InProcess(refused={"2"}), 0, Pace(), lambda _: None)
    assert [error.source for error in first.failures] == ["https://a.example/2"]
    told = [[m.kind for m in each.extraction.mentions] for each in first.digests.values()]
    assert told[1] == ["report"]
    assert "passage" in told[0]


def test_the_processor_that_waits_is_lent_to_workers_in_a_long_run_alone(archive, monkeypatch):
    def lent():
        workers = InProcess()
        workers.begin.clear()
        reading = batches(archive, workers, 0, Pace(), lambda _: None)
        with closing(reading):
            next(reading)
        return workers.lent[0]

    assert lent() is False
    monkeypatch.setattr(module, "LONG_CHARACTERS", 200)
    assert lent() is True


def test_batches_grow_to_a_bound_that_is_lower_where_much_is_merged_anew():
    pace = Pace()
    sizes = [pace.next() for _ in range(8)]
    assert sizes[:4] == [125_000, 250_000, 500_000, 750_000]
    assert sizes[6:] == [module.CHARACTERS_A_BATCH] * 2
    pace.after(new=100, kept=101)
    assert pace.next() == module.CHARACTERS_A_COSTLY_BATCH
    pace.after(new=100, kept=99)
    assert [pace.next() for _ in range(4)][2:] == [module.CHARACTERS_A_BATCH] * 2

"""The archive keeps every revision, once, in one transaction with its log entry and validators."""

import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ingest.archive import Archive, listing
from ingest.errors import ArchiveError, FetchError
from ingest.model import Article, Fetched, Parsed, Source

NOW = datetime(2024, 6, 25, 12, tzinfo=UTC)
FEED = Source("https://a.example/feed", "https://a.example/feed", "feed")
OTHER = Source("https://b.example/feed", "https://b.example/feed", "feed")


def article(number=1, body="Body", **changes):
    title = f"Headline {number}"
    made = Article(
        guid=str(number),
        url=f"https://a.example/{number}",
        title=title,
        text=f"{title}\n\n{body}",
        published=date(2024, 6, 24),
        published_text="2024-06-24",
    )
    return replace(made, **changes)


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "archive" / "archive.db") as opened:
        opened.list_sources([FEED, OTHER], NOW)
        yield opened


def keep(archive, *articles, source=FEED, at=NOW, **state):
    fetched = Fetched(source, source.location, at, 200, b"<bytes/>")
    parsed = Parsed(tuple(articles), "rss20", title="A Feed")
    return archive.keep(fetched, parsed, [one.url for one in articles], state or None)


def chain(archive, number=1):
    return next(archive.chains([number]))


def test_the_same_item_twice_is_one_revision(archive):
    assert keep(archive, article()).new == 1
    again = keep(archive, article(), at=NOW + timedelta(hours=1))
    assert (again.new, again.changed) == (0, 0)
    assert len(chain(archive).revisions) == 1


def test_an_edit_is_a_second_revision_and_the_first_is_kept(archive):
    keep(archive, article())
    kept = keep(archive, article(body="Other"), at=NOW + timedelta(hours=1))
    assert (kept.new, kept.changed) == (0, 1)
    texts = [revision.article.text for revision in chain(archive).revisions]
    assert texts == ["Headline 1\n\nBody", "Headline 1\n\nOther"]


def test_a_new_update_time_alone_is_no_revision(archive):
    keep(archive, article(updated=NOW))
    assert keep(archive, article(updated=NOW + timedelta(days=1))).changed == 0


def test_a_revision_comes_back_as_it_was_kept(archive):
    whole = article(
        author="A. Writer",
        language="en",
        origin="Reuters",
        tags=("war", "world"),
        published=datetime.fromisoformat("2024-06-24T23:30:00-04:00"),
        genre="opinion",
    )
    keep(archive, whole)
    held = chain(archive).revisions[0].article
    assert held == replace(whole, publisher="A Feed")
    assert held.published.utcoffset() == timedelta(hours=-4)


def test_a_guid_that_changes_at_each_fetch_makes_no_new_article(archive):
    for number in range(3):
        keep(archive, article(guid=f"random-{number}"))
    assert archive.changes_after(0, 10, 1_000_000)[1] == [1]


def test_a_link_that_changes_at_each_fetch_makes_no_new_article(archive):
    for number in range(3):
        keep(archive, article(url=f"https://a.example/session-{number}"))
    assert archive.changes_after(0, 10, 1_000_000)[1] == [1]
    assert len(chain(archive).revisions) == 3


def test_two_feeds_that_carry_one_url_carry_one_article(archive):
    keep(archive, article())
    kept = keep(archive, article(guid="theirs", body="Longer body"), source=OTHER)
    assert kept.new == 0
    held = chain(archive)
    assert held.source_keys == (FEED.key, OTHER.key)
    assert len(held.current) == 2


def test_two_feeds_that_tell_one_article_differently_do_not_undo_each_other(archive):
    for _ in range(3):
        keep(archive, article())
        keep(archive, article(body="Longer body"), source=OTHER)
    assert len(chain(archive).revisions) == 2


def test_another_feeds_guid_is_another_article(archive):
    keep(archive, article(url=None))
    keep(archive, article(url=None), source=OTHER)
    assert len(archive.changes_after(0, 10, 1_000_000)[1]) == 2


def test_validators_come_back_byte_for_byte(archive):
    keep(archive, article(), etag=b'W/"odd\xff"', last_modified=b"yesterday", reason="why")
    state = archive.poll_states()[FEED.key]
    assert (state["etag"], state["last_modified"], state["reason"]) == (
        b'W/"odd\xff"',
        b"yesterday",
        "why",
    )


def test_new_words_of_the_user_make_the_next_body_count_as_new(archive):
    keep(archive, article(), etag=b'"1"', body_sha256="abc")
    archive.list_sources([replace(FEED, publisher="The A")], NOW)
    state = archive.poll_states()[FEED.key]
    assert (state["etag"], state["body_sha256"]) == (None, None)


def test_a_failure_is_logged_and_changes_nothing_else(archive):
    keep(archive, article())
    before = archive.last_change()
    archive.keep_failure(FEED, FetchError("HTTP 500", source=FEED.key), NOW, {"failure_count": 1})
    row = next(row for row in archive.sources() if row["key"] == FEED.key)
    assert (row["stage"], row["error"], row["article_count"]) == ("fetch", "HTTP 500", 1)
    assert archive.last_change() == before


def test_a_transaction_that_fails_leaves_no_trace(archive, monkeypatch):
    monkeypatch.setattr(listing, "remember_state", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keep(archive, article())
    assert archive.last_change() == 0
    assert archive.sources()[0]["article_count"] == 0


def test_sources_that_are_no_longer_listed_are_retired_once(archive):
    assert archive.retire_sources([FEED.key], NOW) == [OTHER.key]
    assert archive.retire_sources([FEED.key], NOW) == []


def test_withdrawing_marks_articles_that_no_other_source_carries(archive):
    keep(archive, article(1), article(2))
    keep(archive, article(2), source=OTHER)
    assert archive.withdraw([FEED.key], NOW) == 1
    assert chain(archive, 1).withdrawn_at == NOW
    assert chain(archive, 2).withdrawn_at is None


def test_a_withdrawn_article_that_returns_changed_stands_again(archive):
    keep(archive, article())
    archive.withdraw([FEED.key], NOW)
    keep(archive, article(body="Back"))
    assert chain(archive).withdrawn_at is None


def test_a_withdrawn_article_that_returns_unchanged_stands_again(archive):
    keep(archive, article())
    archive.withdraw([FEED.key], NOW)
    before = archive.last_change()
    keep(archive, article())
    assert chain(archive).withdrawn_at is None
    assert archive.last_change() > before


def test_an_article_that_changes_twice_is_one_changed_article(archive):
    keep(archive, article(1), article(2))
    keep(archive, article(1, body="New words"))
    assert archive.last_change() == 3
    assert archive.changed_articles(0) == 2
    assert archive.changed_articles(2) == 1


def test_lists_remember_what_they_named(archive):
    listing = Source("lists/mine.opml", "/x/lists/mine.opml", "opml")
    named = Source("https://c.example/feed", "https://c.example/feed", "feed", title="C")
    archive.list_sources([listing], NOW)
    archive.list_sources([named], NOW, named_by=listing.key)
    assert archive.named_by(listing.key) == [named]


def test_a_foreign_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "archive.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE sources (mine)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="another program"):
        Archive(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all" * 100, b"SQLite format 3\0garbage" * 9]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "archive.db"
    path.write_bytes(content)
    with pytest.raises(ArchiveError):
        Archive(path)
    assert path.read_bytes() == content


def test_an_archive_of_a_newer_dateline_is_refused(tmp_path):
    path = tmp_path / "archive.db"
    with Archive(path):
        pass
    with sqlite3.connect(path) as future:
        future.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('dateline.archive', 'm999_future', 'then')"
        )
    future.close()
    with pytest.raises(ArchiveError, match="newer Dateline"):
        Archive(path)


def test_an_empty_file_counts_as_new(tmp_path):
    path = tmp_path / "archive.db"
    path.touch()
    with Archive(path) as opened:
        assert opened.last_change() == 0


def test_a_folder_in_the_archives_place_is_named(tmp_path):
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive(tmp_path)


def test_what_a_killed_writer_left_in_the_log_is_recovered(tmp_path):
    """A -wal that was never checkpointed belongs to the file: the next opener reads it."""
    path = tmp_path / "archive.db"
    with Archive(path) as first:
        first.list_sources([FEED], NOW)
        keep(first, article())
        for name in ("archive.db", "archive.db-wal"):
            (tmp_path / f"copy-{name}").write_bytes((tmp_path / name).read_bytes())
    (tmp_path / "copy-archive.db-wal").rename(tmp_path / "copy-archive.db-wal.kept")
    copied = tmp_path / "killed" / "archive.db"
    copied.parent.mkdir()
    (tmp_path / "copy-archive.db").rename(copied)
    (tmp_path / "copy-archive.db-wal.kept").rename(copied.with_name("archive.db-wal"))
    with Archive(copied) as recovered:
        assert recovered.last_change() == 1
        assert recovered.problems() == []


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_a_full_disk_is_one_clear_line_and_what_was_there_stays(tmp_path):
    """A limit on the size of files stands for a full disk; a process of its own takes it."""
    path = tmp_path / "archive.db"
    with Archive(path) as first:
        first.list_sources([FEED], NOW)
        keep(first, article())
    code = textwrap.dedent(
        f"""
        import resource, signal
        from datetime import UTC, datetime
        from pathlib import Path
        from ingest.archive import Archive
        from ingest.errors import ArchiveError
        from ingest.model import Article, Fetched, Parsed, Source
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = Path({str(path)!r}).stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 65536, size + 65536))
        feed = Source({FEED.key!r}, {FEED.key!r}, "feed")
        many = tuple(Article(str(n), None, f"T{{n}}", f"T{{n}} " + "x" * 20_000) for n in range(200))
        try:
            with Archive(Path({str(path)!r})) as archive:
                archive.keep(Fetched(feed, feed.location, datetime.now(UTC), 200, b"x"),
                             Parsed(many, "rss20"), [None] * len(many))
        except ArchiveError as error:
            print(error)
        """
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(told.stdout.strip().splitlines()) == 1
    assert "archive.db" in told.stdout
    with Archive(path) as after:
        assert after.last_change() == 1
        assert after.problems() == []


def test_changes_come_in_batches_of_so_many_articles_or_so_much_text(archive):
    for number in range(5):
        keep(archive, article(url=f"https://a.example/{number}", guid=str(number), body="x" * 100))
    assert archive.changes_after(0, 2, 1_000_000) == (2, [1, 2])
    assert archive.changes_after(2, 10, 150) == (4, [3, 4])
    assert archive.changes_after(4, 10, 1) == (5, [5])
    assert archive.changes_after(5, 10, 1) == (5, [])

"""Local sources: one regular file, whole, or one clear line."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime

import pytest

from ingest.errors import FetchError, LimitError, RefusedError
from ingest.fetch import ClientSettings, PollState, Request, fetch_all
from ingest.fetch.files import read
from ingest.model import Source

NOW = datetime(2026, 3, 4, tzinfo=UTC)


def source(path, **overrides):
    return Source(key="docs/a.txt", location=str(path), overrides=overrides)


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "an article.txt"
    path.write_bytes(b"words\r\n\xff")
    fetched = read(source(path), NOW)
    assert fetched.body == b"words\r\n\xff"
    assert (fetched.status, fetched.fetched_at, fetched.etag) == (200, NOW, None)
    assert fetched.url == path.as_uri()


def test_an_empty_file_is_a_file(tmp_path):
    path = tmp_path / "empty"
    path.touch()
    assert read(source(path), NOW).body == b""


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "a").write_text("words")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert read(source(tmp_path / "b"), NOW).body == b"words"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FetchError, match=r"missing\.txt: cannot be read: no such file"):
        read(source(tmp_path / "missing.txt"), NOW)


def test_a_directory_is_no_file(tmp_path):
    with pytest.raises(FetchError, match="a directory, not a file"):
        read(source(tmp_path), NOW)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FetchError, match="not a regular file"):
        read(source(tmp_path / "pipe"), NOW)


def test_a_device_is_refused():
    with pytest.raises(FetchError, match="not a regular file"):
        read(source(os.devnull), NOW)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_one_line(tmp_path):
    path = tmp_path / "secret"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(FetchError, match="permission denied"):
        read(source(path), NOW)


@pytest.mark.parametrize("location", ["ftp://a.example/", "file:///etc/passwd", "javascript://a"])
def test_a_url_of_another_scheme_is_no_file(location):
    with pytest.raises(RefusedError, match="only http, https and files"):
        read(source(location), NOW)


def test_a_file_beyond_the_limit_is_refused(tmp_path):
    path = tmp_path / "large"
    path.write_bytes(b"a" * 101)
    with pytest.raises(LimitError, match="larger than 100 bytes"):
        read(source(path, file_bytes=100), NOW)
    assert len(read(source(path, file_bytes=101), NOW).body) == 101


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_what_is_no_file_name_is_one_line(tmp_path, name):
    with pytest.raises(FetchError):
        read(source(f"{tmp_path}/{name}"), NOW)


def test_files_and_feeds_are_read_in_one_call_and_one_failure_stops_nothing(tmp_path, local_server):
    (tmp_path / "a.txt").write_text("words")
    local_server.routes["/"] = local_server.response(b"feed")
    sources = [
        source(tmp_path / "missing"),
        source(tmp_path / "a.txt"),
        Source(key="f", location=local_server.url(), allow_address=local_server.address),
    ]
    client = ClientSettings(version="1")
    results = [
        result for _, result in fetch_all((Request(s, PollState()) for s in sources), client=client)
    ]
    assert isinstance(results[0], FetchError)
    assert [result.body for result in results[1:]] == [b"words", b"feed"]


def test_a_packed_file_is_unpacked(tmp_path):
    path = tmp_path / "words.jsonl.gz"
    path.write_bytes(gzip.compress(b"one\n") + gzip.compress(b"two\n"))
    assert read(source(path), NOW).body == b"one\ntwo\n"


@pytest.mark.parametrize(
    ("size", "words"),
    [(2_000_000, "larger than 1,000,000 bytes"), (990_000, "expands more than 2 times")],
)
def test_a_packed_file_that_is_a_bomb_is_refused_in_one_line(tmp_path, size, words):
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(size)))
    limits = {"file_bytes": 1_000_000, "ratio": 2, "ratio_from_bytes": 980_000}
    with pytest.raises(LimitError, match=words) as caught:
        read(source(path, **limits), NOW)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cut", [12, -9, -3])
def test_a_packed_file_that_is_damaged_is_never_half_a_file(tmp_path, cut):
    path = tmp_path / "cut.gz"
    path.write_bytes(gzip.compress(bytes(range(256)) * 9)[:cut])
    with pytest.raises(FetchError, match=r"cut\.gz: a gzip file that is damaged or stops short"):
        read(source(path), NOW)

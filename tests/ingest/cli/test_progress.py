"""Progress on the terminal: each failure once, and no guess at the time left before it is measured."""

import io
import sys

import pytest
from site_directory import dateline, rss, write_sources

from ingest.cli import progress
from ingest.errors import FetchError
from ingest.model import Source
from ingest.pipeline import Outcome

FAILED = Outcome(
    Source(key="a.txt", location="a.txt", kind="file"),
    "failed",
    error=FetchError("cannot be read", source="a.txt"),
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def a_terminal(monkeypatch):
    """Return what stands for a terminal from now on (pytest takes stderr before the test begins)."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


@pytest.fixture
def clock(monkeypatch):
    """The seconds that have passed, for the bar and for us; to be set."""
    passed = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: passed[0])
    monkeypatch.setattr("time.time", lambda: passed[0])
    return passed


def test_a_source_that_fails_is_named_once(tmp_path):
    write_sources(tmp_path, "file: missing.txt", "feed: feed.xml")
    item = ("1", "It opened", "On June 25 2024 it opened.", "Wed, 26 Jun 2024 08:00:00 GMT")
    (tmp_path / "feed.xml").write_bytes(rss("News", item))
    told = dateline(tmp_path, "run").stderr
    assert told.count("missing.txt") == 1
    assert "1 failed" in told
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0\xff" * 500)
    assert dateline(tmp_path, "add", str(picture)).stderr.count("picture.txt") == 1


def test_a_failure_is_told_all_the_same_where_no_summary_follows(monkeypatch):
    terminal = a_terminal(monkeypatch)

    def stopped():
        with progress.Progress().shown() as report:
            report.source(FAILED)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert terminal.getvalue().count("failed     a.txt: cannot be read") == 1
    progress.Progress().report.source(FAILED)
    assert terminal.getvalue().count("failed     a.txt: cannot be read") == 2


def test_no_time_left_is_told_before_it_was_measured(monkeypatch, clock):
    terminal = a_terminal(monkeypatch)
    with progress.Progress().shown() as report:
        report.stage("publish", 1000)
        for seconds, steps in ((1.5, 1), (3, 10), (4.5, 20)):
            clock[0] = seconds
            report.advance(steps)
        clock[0] = 30
        report.advance(1)
        assert ":" not in terminal.getvalue()
        clock[0] = 40
        report.advance(100)
        assert "00:0" in terminal.getvalue()

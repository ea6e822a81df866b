"""Row 54, 55, 52 of docs/hardening.md: disks that fill up, files that cannot be written, locks, half-made files."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from site_directory import dateline, query, write_sources
from sqlite_utils import Database

from ingest import database
from ingest.archive import ARCHIVE, Archive
from ingest.cli import main
from ingest.database import exists
from ingest.errors import ArchiveError, ConfigError
from ingest.store import TIMELINE, Timeline

ROOT = Path(__file__).parent.parent.parent
NOTES = 40

#: Runs the command under a limit on the size of files, which stands for a full disk.
LIMITED = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
runpy.run_module("ingest", run_name="__main__", alter_sys=True)
"""


@pytest.fixture
def home(tmp_path):
    write_sources(tmp_path / "site", "folder: notes")
    (tmp_path / "site" / "notes").mkdir()
    for number in range(NOTES):
        (tmp_path / "site" / "notes" / f"{number}.txt").write_text(
            f"Note {number}\n\nOn June {number % 28 + 1} 2024 ferry {number} ran aground.\n"
        )
    return tmp_path / "site"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("kibibytes", [1, 60, 110, 130, 250, 500])
def test_a_disk_that_fills_up_during_a_run_is_one_line_and_the_next_run_completes_it(
    home, kibibytes
):
    command = [sys.executable, "-c", LIMITED, str(kibibytes * 1024), "--home", str(home), "run"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (line,) = [line for line in ended.stderr.splitlines() if line.startswith("dateline: ")]
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert ".db" in line
    assert "disk" in line
    again = dateline(home, "run")
    assert again.exit_code == 0, again.output
    assert query(home, "SELECT count(*) FROM articles") == [(NOTES,)]
    assert dateline(home, "verify").exit_code == 0


@pytest.mark.parametrize("kind", [ARCHIVE, TIMELINE])
def test_a_file_whose_making_was_interrupted_between_two_migrations_is_completed(tmp_path, kind):
    with closing(sqlite3.connect(":memory:")) as nothing:
        names = [migration.name for migration in kind.migrations.pending(Database(nothing))]
    for stop in names:
        path = tmp_path / f"{stop}.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            kind.migrations.apply(Database(connection), stop_before=stop)
        with (Archive if kind is ARCHIVE else Timeline)(path):
            pass
        database.check_ours(path, kind)


def test_the_file_that_failed_is_named_and_not_the_other_that_is_open(tmp_path):
    archive_path, timeline_path = tmp_path / "archive.db", tmp_path / "timeline.db"

    def write():
        with Archive(archive_path) as archive, Timeline(timeline_path):
            archive._sql.execute("PRAGMA query_only = ON")
            archive.keep_host_files("robots", [])

    with pytest.raises(ArchiveError, match=r"archive\.db: cannot be written"):
        write()


def test_a_lock_that_another_program_holds_is_waited_for_and_then_named(home, monkeypatch):
    assert database.BUSY_TIMEOUT_SECONDS >= 5
    assert dateline(home, "run").exit_code == 0
    monkeypatch.setattr(database, "BUSY_TIMEOUT_SECONDS", 0.2)
    with closing(sqlite3.connect(home / "archive" / "archive.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = dateline(home, "run")
        other.execute("ROLLBACK")
    assert result.exit_code == 1
    assert "archive.db: is locked by another program" in result.stderr
    assert dateline(home, "run").exit_code == 0


def test_a_folder_that_may_not_be_looked_into_is_one_line(home, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(ArchiveError, match="Permission denied"):
        exists(home / "archive" / "archive.db", ARCHIVE)


def test_what_the_system_refuses_is_one_line_that_names_the_file(home, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", "a/file")

    monkeypatch.setattr("ingest.pipeline.status", refuse)
    result = CliRunner().invoke(main, ["--home", str(home), "status"])
    assert (result.exit_code, result.stderr) == (1, "dateline: a/file: Permission denied\n")


def test_a_short_name_is_not_taken_for_a_part_of_a_word():
    assert str(ConfigError("cannot be written", source="e")) == "e: cannot be written"
    assert str(ConfigError("e cannot be written", source="e")) == "e cannot be written"
    assert str(ConfigError("cannot be written")) == "cannot be written"

"""Folders of documents: what is in them is read, and what cannot be looked into is told and takes nothing away."""

import json

from site_directory import dateline, query, write_sources

REPORT = "The ferry\n\nOn June 25 2024, the ferry ran aground off the point.\n"


def site(tmp_path):
    home, notes = tmp_path / "site", tmp_path / "notes"
    (notes / "sub" / ".hidden").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt", "sub/.hidden/c.txt", "sub/picture.png"):
        (notes / name).write_text(REPORT.replace("point", name))
    write_sources(home, f"folder: {notes}", f"folder: {notes / 'sub'}", "file: own.txt")
    (home / "own.txt").write_text(REPORT.replace("point", "pier"))
    return home, notes


def run(home):
    result = dateline(home, "run", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_file_that_two_folders_hold_is_read_once(tmp_path):
    home, _ = site(tmp_path)
    assert run(home)["sources"] == 3


def test_a_folder_that_is_gone_fails_and_takes_no_event_away(tmp_path):
    home, notes = site(tmp_path)
    before = run(home)["events"]
    moved = notes.rename(tmp_path / "moved")
    (home / "own.txt").write_text(REPORT.replace("point", "bridge"))
    told = run(home)
    assert told["events"] == before
    assert len(told["failures"]) == 2
    assert f"failed     {notes}: cannot be read: no such file or directory" in told["failures"]
    assert told["changed_articles"] == 1
    assert query(home, "SELECT count(*) FROM articles WHERE withdrawn_at IS NOT NULL") == [(0,)]
    moved.rename(notes)
    assert run(home)["failed"] == 0
    assert '"failing"' not in dateline(home, "status", "--json").stdout


def test_a_file_that_is_gone_from_a_folder_is_withdrawn(tmp_path):
    home, notes = site(tmp_path)
    run(home)
    (notes / "a.txt").unlink()
    run(home)
    assert query(home, "SELECT count(*) FROM articles WHERE withdrawn_at IS NOT NULL") == [(1,)]

"""`python -m datasette_timeline.exports`: the site's formats and filters, from a file to a file."""

import csv
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from datasette_timeline.exports import FORMATS
from datasette_timeline.exports.__main__ import main
from datasette_timeline.exports.whole import whole_file

EVENTS = (
    {"date_start": "2024-06-25", "title": "Old bridge closes"},
    {"date_start": "2024-06-24"},
    {"date_start": "2023-02-03"},
)


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("extension", list(FORMATS))
def test_every_format_is_written_to_a_file(timeline_db, tmp_path, extension):
    if FORMATS[extension].missing():
        pytest.skip(FORMATS[extension].missing())
    target = tmp_path / f"out.{extension}"
    result = run("--db", timeline_db(*EVENTS), "--format", extension, "--output", target)
    assert result.exit_code == 0, result.output
    assert target.stat().st_size > 0
    assert "written to" in result.stderr
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_filters_are_those_of_the_site(timeline_db, tmp_path):
    path = timeline_db(*EVENTS)
    narrowed = (("-q", "bridge"), ("--from", "2024-06-25"), ("--exact", "--from", "2024-06-25"))
    for options in narrowed:
        result = run("--db", path, "--format", "jsonl", *options)
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1]
        assert "1 event written" in result.stderr


def test_links_lead_to_the_site_that_is_named(timeline_db):
    result = run(
        "--db", timeline_db(*EVENTS), "--format", "jsonl", "--site-url", "https://a.example/t/"
    )
    assert json.loads(result.stdout.splitlines()[0])["permalink"].startswith(
        "https://a.example/t/event/"
    )


def test_a_folder_gets_a_file_called_events(timeline_db, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("--db", timeline_db(*EVENTS), "--format", "csv", "-o", folder).exit_code == 0
    with (folder / "events.csv").open(newline="") as file:
        assert len(list(csv.reader(file))) == 4


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "csv", "--from", "yesterday"), "not a date"),
        (("--format", "csv", "--site-url", "javascript:x"), "begins with http"),
        (("--format", "datapackage"), "--output"),
        (("--format", "datapackage", "--output", "x", "-q", "a"), "leave the filters out"),
        (("--format", "csv", "--output", "/nowhere/there/x.csv"), "cannot be written"),
    ],
)
def test_a_mistake_is_one_line_with_its_mend(timeline_db, arguments, words):
    result = run("--db", timeline_db(*EVENTS), *arguments)
    assert result.exit_code == 1
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_is_missing_or_no_timeline_is_named(tmp_path):
    assert "no such file" in run("--db", tmp_path / "x.db", "--format", "csv").stderr
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE x (y)").connection.close()
    assert "not a timeline" in run("--db", other, "--format", "csv").stderr
    (tmp_path / "text.db").write_text("no database at all, but a text of some length " * 20)
    assert "cannot be read" in run("--db", tmp_path / "text.db", "--format", "csv").stderr


def test_nothing_is_overwritten_without_being_asked_to(timeline_db, tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("mine")
    path = timeline_db(*EVENTS)
    assert "--force" in run("--db", path, "--format", "csv", "-o", target).stderr
    assert target.read_text() == "mine"
    assert run("--db", path, "--format", "csv", "-o", target, "--force").exit_code == 0
    assert target.read_text().startswith('"slug"')


def test_a_file_that_was_not_finished_does_not_appear(tmp_path):
    target = tmp_path / "out.csv"
    with pytest.raises(ZeroDivisionError), whole_file(target) as sink:
        sink.write(b"%d" % (1 // 0))
    assert list(tmp_path.iterdir()) == []


def test_what_a_limit_leaves_out_is_told(timeline_db, tmp_path):
    path = timeline_db(*({} for _ in range(201)))
    result = run("--db", path, "--format", "timelinejs.json")
    assert "takes no more than 200" in result.stderr
    assert len(json.loads(result.stdout)["events"]) == 200


def test_help_names_every_format():
    text = run("--help").output
    assert all(f"  {extension} " in text for extension in (*FORMATS, "datapackage"))


#: Writes an export and then the most memory that the process has held, in kilobytes.
_MEASURED = """
import sys
from pathlib import Path
from datasette_timeline.exports.__main__ import main
main(sys.argv[1:], standalone_mode=False)
status = Path("/proc/self/status").read_text()
print(status.partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to read memory from")
def test_a_file_larger_than_the_memory_held_is_written(timeline_db, tmp_path):
    path = timeline_db({"quote": "x" * 50_000})
    connection = sqlite3.connect(path)
    names = [row[1] for row in connection.execute("PRAGMA table_info(events)")]
    columns = ", ".join({"id": "n", "slug": "'event-' || n"}.get(name, name) for name in names)
    connection.execute(
        "INSERT INTO events WITH RECURSIVE counted(n) AS"
        " (SELECT 2 UNION ALL SELECT n + 1 FROM counted WHERE n < 2000)"
        f" SELECT {columns} FROM counted, (SELECT * FROM events WHERE id = 1)"
    )
    connection.commit()
    connection.close()
    target = tmp_path / "all.jsonl"
    arguments = ["--db", path, "--format", "jsonl", "--output", target]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments], check=True, capture_output=True, text=True
    )
    assert target.stat().st_size > 95_000_000
    assert int(done.stdout) < 90_000
    assert "2,000 events" in done.stderr

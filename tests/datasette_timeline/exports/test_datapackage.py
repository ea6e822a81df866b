"""The Frictionless data package: complete, hashed, and valid in the eyes of the framework itself."""

import csv
import hashlib
import json
import sqlite3
from datetime import UTC, datetime

import pytest

from datasette_timeline.exports import datapackage
from datasette_timeline.exports.spreadsheet import restore

NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)


def package(path, folder) -> dict:
    folder.mkdir()
    connection = sqlite3.connect(path)
    written = datapackage.write(connection, folder, name="harbour", title="Harbour", now=NOW)
    connection.close()
    return json.loads(written.read_text(encoding="utf-8"))


def test_bytes_and_hashes_are_those_of_the_files(timeline_db, tmp_path):
    described = package(timeline_db({}, {}), tmp_path / "p")
    assert described["created"] == "2024-07-01T12:00:00Z"
    assert described["sources"] == [
        {"title": "The Harbour Echo: business", "path": "https://echo.example/feed"}
    ]
    for resource in described["resources"]:
        content = (tmp_path / "p" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_row_and_text_is_there(timeline_db, tmp_path, trap):
    path = timeline_db({"title": trap}, {"date_start": None, "date_end": None, "sort_on": None})
    described = package(path, tmp_path / "p")
    names = [resource["name"] for resource in described["resources"]]
    assert {"events", "mentions", "articles", "revisions", "publishers", "sources"} <= set(names)
    with (tmp_path / "p" / "events.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["id"] for row in rows] == ["1", "2"]
    kept = "".join(c for c in trap if (c >= " " and c != "\x7f") or c in "\t\r\n")
    assert restore(rows[0]["title"]) == kept
    assert rows[1]["date_start"] == ""


def test_keys_lead_from_mentions_to_events(timeline_db, tmp_path):
    described = package(timeline_db({}), tmp_path / "p")
    schemas = {resource["name"]: resource["schema"] for resource in described["resources"]}
    assert schemas["events"]["primaryKey"] == ["id"]
    assert {
        "fields": ["event_id"],
        "reference": {"resource": "events", "fields": ["id"]},
    } in schemas["mentions"]["foreignKeys"]
    fields = {field["name"]: field for field in schemas["events"]["fields"]}
    assert fields["date_start"]["type"] == "date"
    assert "month" in fields["precision"]["constraints"]["enum"]


@pytest.mark.filterwarnings("ignore")
def test_the_framework_finds_it_valid(timeline_db, tmp_path):
    frictionless = pytest.importorskip(
        "frictionless", reason="frictionless (extra: validators) is not installed"
    )
    path = timeline_db(
        {}, {"title": "=1+1", "quote": 'two\r\nlines, one "quoted"'},
        {"date_start": None, "date_end": None, "sort_on": None, "edtf": "", "precision": "unknown"},
    )  # fmt: skip
    package(path, tmp_path / "p")
    report = frictionless.validate(str(tmp_path / "p" / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])

"""Rows 67 and 68 of docs/hardening.md, on the server that `dateline serve` really starts."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from ingest import serving
from ingest.home import Home

ENDLESS = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t)"


@pytest.fixture(scope="module")
def site(timeline: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server in a process of its own, over a copy of the timeline."""
    home = tmp_path_factory.mktemp("served")
    shutil.copy(timeline, home / "timeline.db")
    (home / "archive").mkdir()
    (home / "archive" / "archive.db").write_bytes(b"private")
    (home / "sources.yml").write_text("sources: []\n")
    server = serving.start(Home(home), 0)
    with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as client:
        client.home = home
        yield client
    serving.stop(server)


def ask(site: httpx.Client, sql: str) -> httpx.Response:
    return site.get("/timeline.json", params={"sql": sql, "_shape": "array"})


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO events (id) VALUES (9)",
        "DELETE FROM events",
        "UPDATE events SET title = 'x'",
        "SELECT 1; DELETE FROM events",
        "WITH x AS (SELECT 1) DELETE FROM events",
        "DROP TABLE events",
        "CREATE TABLE x (y)",
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'copy.db'",
        "PRAGMA user_version = 5",
        "SELECT * FROM pragma_wal_checkpoint",
        "SELECT load_extension('x')",
        "SELECT writefile('x', 'y')",
        "SELECT readfile('sources.yml')",
        "INSERT INTO events_fts (events_fts) VALUES ('delete-all')",
    ],
)
def test_a_visitors_sql_only_reads(site, sql):
    before = hashlib.sha256((site.home / "timeline.db").read_bytes()).digest()
    answer = ask(site, sql)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert hashlib.sha256((site.home / "timeline.db").read_bytes()).digest() == before
    assert sorted(p.name for p in site.home.iterdir()) == ["archive", "sources.yml", "timeline.db"]


@pytest.mark.parametrize(
    "sql",
    [
        f"{ENDLESS} SELECT count(*) FROM t",
        f"{ENDLESS} SELECT n FROM t ORDER BY n",
        f"{ENDLESS} SELECT group_concat(hex(randomblob(1000))) FROM t",
        "SELECT count(*) FROM pragma_function_list a, pragma_function_list b, pragma_function_list c, pragma_function_list d",
    ],
)
def test_an_endless_statement_is_stopped(site, sql):
    answer = ask(site, sql)
    assert answer.status_code == 400
    assert answer.elapsed.total_seconds() < 20
    assert site.get("/").status_code == 200


def test_rows_without_end_are_cut_to_a_thousand(site):
    answer = ask(site, f"{ENDLESS} SELECT n FROM t")
    assert len(answer.json()) == 1000
    assert len(site.get("/timeline/events.json?_size=max&_shape=array").json()) <= 1000
    assert site.get("/timeline/events.json?_size=999999").status_code == 400


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT zeroblob(900000000)",
        "SELECT hex(zeroblob(400000000))",
        "SELECT group_concat(hex(zeroblob(200000))) FROM pragma_function_list",
        "SELECT replace(hex(zeroblob(1000000)), hex(zeroblob(500000)) || '1', '')",
        "SELECT instr(hex(zeroblob(1000000)), hex(zeroblob(500000)) || '1')",
    ],
)
def test_no_value_is_so_long_that_one_step_takes_minutes_or_gigabytes(site, sql):
    answer = ask(site, sql)
    assert (answer.status_code, "too big" in answer.text) == (400, True)
    assert answer.elapsed.total_seconds() < 20


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT printf('%.*c', 900000000, 'x')",
        "SELECT printf('%.900000000c', 'x')",
        "SELECT format('%5.*c', '-900000000', 'x')",
        "SELECT printf('%s %.*c', 'x', CAST('9000000000' AS BLOB), 'x')",
        "SELECT hex(zeroblob(249000)) LIKE '%' || substr(hex(zeroblob(24000)), 1, 48000) || '1'",
        "SELECT hex(zeroblob(249000)) GLOB '*' || substr(hex(zeroblob(24000)), 1, 48000) || '1'",
    ],
)
def test_no_one_step_runs_for_seconds(site, sql):
    answer = ask(site, sql)
    assert answer.status_code == 400 or list(answer.json()[0].values()) == [None]
    assert "Traceback" not in answer.text
    assert answer.elapsed.total_seconds() < 5


def test_rows_that_would_fill_the_memory_cost_an_error_and_the_server_goes_on(site):
    columns = ", ".join(f"zeroblob(499000) AS c{n}" for n in range(100))
    answer = ask(site, f"{ENDLESS} SELECT {columns} FROM t LIMIT 1000")
    assert answer.status_code in {400, 500}
    assert "Traceback" not in answer.text
    assert "Harbour bridge opens" in site.get("/2024/06/25").text


@pytest.mark.parametrize(
    "path",
    [
        "/timeline?_trace=1",
        "/timeline/events.json?_trace=1",
        "/2024?_trace=1",
        "/timeline/events?_trace=1",
    ],
)
def test_no_page_tells_what_the_server_did(site, path):
    answer = site.get(path)
    assert answer.status_code == 200
    assert "duration_ms" not in answer.text
    assert "request_duration_ms" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/timeline.db",
        "/timeline.db-wal",
        "/archive/archive.db",
        "/archive.db",
        "/sources.yml",
        "/metadata.yml",
        "/-/static/..%2f..%2fsources.yml",
        "/-/databases",
        "/-/databases.json",
        "/-/threads.json",
        "/-/threads",
        "/_internal",
        "/-/permissions",
        "/-/allow-debug/x",
        "/_memory.json?sql=select+1",
    ],
)
def test_files_and_the_inner_life_of_the_server_are_not_shown(site, path):
    answer = site.get(path)
    assert answer.status_code in {403, 404}, answer.text[:200]
    assert str(site.home) not in answer.text


@pytest.mark.parametrize(
    "path", ["/timeline", "/timeline/events", "/timeline.json?sql=select+1", "/", "/nowhere"]
)
def test_every_answer_of_the_server_has_the_headers_that_keep_it_safe(site, path):
    headers = site.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors" in headers["content-security-policy"]

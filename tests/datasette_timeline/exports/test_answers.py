"""Exports as a client of the server sees them: addresses, headers, filters, paging, errors, freshness."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import feedparser
import httpx
import pytest
from datasette.app import Datasette
from datasette.utils import sqlite_timelimit

from datasette_timeline.exports import FORMATS, answers, snapshot
from datasette_timeline.exports.download import Download
from datasette_timeline.reading.database import Database

EVENTS = (
    {"date_start": "2024-06-25", "title": "Old bridge closes"},
    {"date_start": "2024-06-24"},
    {"date_start": "2024-05-01", "date_end": "2024-05-31", "edtf": "2024-05", "precision": "month"},
    {"date_start": "2023-02-03", "latitude": 51.5, "longitude": -0.1, "place": "Harbourtown"},
    {"status": "hidden", "slug": "hidden"},
)


@pytest.fixture
def serve(timeline_db):
    """Serve a timeline.db of the given events; answers as `await get(path)`."""
    opened = []

    def serve_events(*events: dict[str, object], path: Path | None = None, **options) -> Datasette:
        datasette = Datasette([str(path or timeline_db(*(events or EVENTS)))], **options)
        opened.append(datasette)
        return datasette

    yield serve_events
    for datasette in opened:
        for database in datasette.databases.values():
            database.close()
        if datasette.executor:
            datasette.executor.shutdown()


def get(datasette: Datasette, path: str, method: str = "GET", **options) -> httpx.Response:
    async def answer() -> httpx.Response:
        await datasette.invoke_startup()
        return await datasette.client.request(method, path, **options)

    return asyncio.run(answer())


def slugs(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text[:500]
    return [row["slug"] for row in csv.DictReader(io.StringIO(response.text, newline=""))]


@pytest.mark.parametrize("extension", list(FORMATS))
@pytest.mark.parametrize(
    "page", ["/events", "/2024", "/2024/06", "/2024/06/25", "/event/2024-06-25-event-1"]
)
def test_every_page_has_every_format(serve, extension, page):
    if FORMATS[extension].missing():
        pytest.skip(FORMATS[extension].missing())
    datasette = serve()
    response = get(datasette, f"{page}.{extension}")
    assert response.status_code == 200
    assert response.content
    assert response.headers["content-type"] == FORMATS[extension].media_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["access-control-allow-origin"] == "*"
    assert f'.{extension}"' in response.headers["content-disposition"]
    assert response.headers["etag"].startswith('W/"')


def test_the_page_chooses_the_events(serve):
    datasette = serve()
    assert slugs(get(datasette, "/events.csv")) == [
        "2023-02-03-event-4", "2024-05-01-event-3", "2024-06-24-event-2", "2024-06-25-event-1",
    ]  # fmt: skip
    assert slugs(get(datasette, "/2024/06.csv")) == ["2024-06-24-event-2", "2024-06-25-event-1"]
    assert slugs(get(datasette, "/2024/05/07.csv")) == ["2024-05-01-event-3"]
    assert slugs(get(datasette, "/2024.csv?q=bridge")) == ["2024-06-25-event-1"]
    assert slugs(get(datasette, "/events.csv?from=2023&to=2023")) == ["2023-02-03-event-4"]
    assert slugs(get(datasette, "/events.csv?q=nothing+like+it")) == []


def test_links_are_those_of_the_site_where_it_stands(serve):
    datasette = serve(settings={"base_url": "/archive/"})
    text = get(datasette, "/2024/06.atom?q=bridge", headers={"host": "news.example"}).text
    feed = feedparser.parse(text)
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["self"] == "http://news.example/archive/2024/06.atom?q=bridge"
    assert links["alternate"] == "http://news.example/archive/2024/06?q=bridge"
    assert feed.entries[0].link == "http://news.example/archive/event/2024-06-25-event-1"
    assert feed.feed.title.endswith("June 2024, “bridge”")


def test_a_feed_is_walked_page_by_page_to_its_end(serve):
    datasette = serve(*({} for _ in range(120)))
    for extension in ("json", "atom"):
        found, path = [], f"/events.{extension}"
        while path:
            response = get(datasette, path.removeprefix("http://localhost"))
            if extension == "json":
                page = response.json()
                found += [item["url"] for item in page["items"]]
                path = page.get("next_url")
            else:
                page = feedparser.parse(response.text)
                assert not page.bozo
                found += [entry.link for entry in page.entries]
                path = next((link.href for link in page.feed.links if link.rel == "next"), None)
        assert len(found) == len(set(found)) == 120
        assert found[0].endswith("event-120")


def test_what_a_limit_leaves_out_is_said(serve, monkeypatch):
    monkeypatch.setitem(
        FORMATS, "ics", type(FORMATS["ics"])(**{f: getattr(FORMATS["ics"], f) for f in FORMATS["ics"].__slots__} | {"limit": 1})
    )  # fmt: skip
    datasette = serve()
    text = get(datasette, "/events.ics").text.replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    assert "The first 1 events of more" in text


def test_vague_dates_come_to_a_calendar_when_asked_for(serve):
    datasette = serve()
    assert "[May 2024]" not in get(datasette, "/2024.ics").text
    assert "[May 2024]" in get(datasette, "/2024.ics?vague=1").text
    assert "[May 2024]" in get(datasette, "/event/2024-05-01-event-3.ics").text


def test_a_retired_slug_leads_to_the_event_that_holds_it(serve, timeline_db):
    path = timeline_db(*EVENTS)
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO event_aliases VALUES ('old name', 2)")
    connection.close()
    response = get(serve(path=path), "/event/old%20name.csl.json")
    assert response.status_code == 301
    assert response.headers["location"] == "/event/2024-06-24-event-2.csl.json"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/2024/13.csv", 404),
        ("/2024/02/30.csv", 404),
        ("/event/nobody.ris", 404),
        ("/event/hidden.ris", 404),
        ("/events.csv?from=yesterday", 400),
        ("/events.atom?after=0_x", 400),
        ("/events.exe", 404),
    ],
)
def test_a_wrong_address_is_told_by_a_status(serve, path, status):
    assert get(serve(), path).status_code == status


def test_what_is_not_a_reading_method_is_refused(serve):
    datasette = serve()
    for method in ("POST", "DELETE", "PUT"):
        assert get(datasette, "/events.csv", method).status_code == 405


def test_head_has_the_headers_and_no_body(serve):
    response = get(serve(), "/events.csv", "HEAD")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/csv")
    assert response.content == b""


def test_a_visitor_without_permission_gets_nothing(serve):
    datasette = serve(metadata={"databases": {"timeline": {"allow": {"id": "root"}}}})
    for page in ("/events.csv", "/2024.atom", "/event/2024-06-25-event-1.ris"):
        response = get(datasette, page)
        assert response.status_code == 403
        assert "bridge" not in response.text


def test_a_fresh_copy_is_told_without_reading_and_a_change_is_seen(serve, timeline_db):
    path = timeline_db(*EVENTS)
    datasette = serve(path=path)
    tag = get(datasette, "/2024.atom").headers["etag"]
    assert get(datasette, "/2024.atom", headers={"if-none-match": tag}).status_code == 304
    assert get(datasette, "/2024.ics", headers={"if-none-match": tag}).status_code == 200
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE events SET title = 'Changed' WHERE id = 1")
    connection.close()
    response = get(datasette, "/2024.atom", headers={"if-none-match": tag})
    assert response.status_code == 200
    assert "Changed" in response.text


def test_a_query_that_takes_too_long_is_refused_and_not_cached(serve, monkeypatch):
    datasette = serve()
    monkeypatch.setattr(
        snapshot, "sqlite_timelimit", lambda connection, _ms: sqlite_timelimit(connection, 0)
    )
    response = get(datasette, "/events.csv")
    assert response.status_code == 503
    assert "etag" not in response.headers


def test_a_busy_server_gives_a_whole_export_in_smaller_steps(serve, monkeypatch):
    """Steps of more than a few events are cut short; every event comes all the same, once."""
    datasette = serve(*({"date_start": f"20{n % 30:02}-01-01"} for n in range(200)))
    next_ids, read_rows = answers.Walk.next_ids, answers.read_rows

    def tried(self, connection, limit):
        if limit > 100:
            raise sqlite3.OperationalError("interrupted")
        return next_ids(self, connection, limit)

    def read(connection, ids, *others):
        if len(ids) > 70:
            raise sqlite3.OperationalError("interrupted")
        return read_rows(connection, ids, *others)

    monkeypatch.setattr(answers.Walk, "next_ids", tried)
    monkeypatch.setattr(answers, "read_rows", read)
    found = slugs(get(datasette, "/events.csv"))
    assert len(found) == len(set(found)) == 200


@pytest.mark.parametrize("extension", ["csv", "ics", "atom", "timelinejs.json"])
def test_no_export_fails_because_the_index_is_asked_for_each_event(serve, monkeypatch, extension):
    datasette = serve(*({"date_start": f"20{n % 30:02}-01-01"} for n in range(100)))
    expected = get(datasette, f"/events.{extension}?q=bridge").content
    made, next_ids = answers.Walk.__init__, answers.Walk.next_ids

    async def probe(self, view):
        return "probe"

    def remembered(self, view, form, plan, **options):
        self.is_slow = plan == "probe"
        made(self, view, form, plan, **options)

    def tried(self, connection, limit):
        if self.is_slow:
            raise sqlite3.OperationalError("interrupted")
        return next_ids(self, connection, limit)

    monkeypatch.setattr(Database, "plan", probe)
    monkeypatch.setattr(answers.Walk, "__init__", remembered)
    monkeypatch.setattr(answers.Walk, "next_ids", tried)
    answer = get(datasette, f"/events.{extension}?q=bridge")
    assert (answer.status_code, answer.content) == (200, expected)


@pytest.mark.parametrize("path", ["/events.jsonl", "/2024.jsonl"])
def test_a_download_is_of_one_state_though_the_timeline_changes_while_it_is_sent(
    serve, timeline_db, path
):
    file = timeline_db(*({"date_start": "2024-06-25", "title": "Before"} for _ in range(2000)))
    datasette = serve(path=file)
    sent = []

    async def send(message) -> None:
        sent.append(message.get("body", b""))
        if len(sent) == 2:  # the head and the first events are on their way
            with closing(sqlite3.connect(file)) as writer, writer:
                writer.execute("UPDATE events SET title = 'After'")

    async def answer() -> None:
        with closing(sqlite3.connect(file)) as writer:
            writer.execute("PRAGMA journal_mode = wal")
        await datasette.invoke_startup()
        scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
            "raw_path": path.encode(), "query_string": b"", "headers": [],
        }  # fmt: skip
        await datasette.app()(scope, asyncio.Event().wait, send)

    asyncio.run(answer())
    titles = [json.loads(line)["title"] for line in b"".join(sent).splitlines()]
    assert (len(titles), set(titles)) == (2000, {"Before"})
    again = get(datasette, path).text.splitlines()
    assert {json.loads(line)["title"] for line in again} == {"After"}


def test_no_answer_leaves_a_transaction_open(serve, timeline_db, monkeypatch):
    """While one is open, what is written since cannot leave the log (https://sqlite.org/wal.html)."""
    opened = []
    monkeypatch.setattr(snapshot.Snapshot, "_opened", _noting(snapshot.Snapshot._opened, opened))
    datasette = serve()
    for method, path in (("GET", "/events.csv"), ("HEAD", "/events.csv"), ("GET", "/event/none.csv"),
                         ("GET", "/events.atom?after=nonsense"), ("GET", "/event/event-1.csv")):  # fmt: skip
        get(datasette, path, method)
    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError):
            connection.execute("SELECT 1")


def _noting(method, opened):
    def noting(self):
        opened.append(method(self))
        return opened[-1]

    return noting


def test_the_body_is_compressed_for_those_who_take_it(serve):
    datasette = serve()
    plain = get(datasette, "/events.csv", headers={"accept-encoding": "identity"})
    packed = get(datasette, "/events.csv", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert packed.content == plain.content


def test_hostile_texts_pass_through_the_server(serve, trap):
    datasette = serve({"title": trap, "quote": trap, "url": None})
    rows = [json.loads(line) for line in get(datasette, "/events.jsonl").text.split("\n") if line]
    assert [(row["title"], row["quote"]) for row in rows] == [(trap, trap)]
    assert not feedparser.parse(get(datasette, "/events.atom").content).bozo


def test_without_pyarrow_a_page_says_what_to_install(serve, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    response = get(serve(), "/events.parquet")
    assert response.status_code == 501
    assert "dateline[parquet]" in response.text


def collect(download: Download) -> list[dict[str, object]]:
    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(download.asgi_send(send))
    return sent


def test_a_download_that_breaks_off_is_left_without_its_end(capsys):
    async def chunks():
        yield b"half"
        raise sqlite3.OperationalError("disk I/O error")

    sent = collect(Download({}, chunks()))
    assert sent[-1] == {"type": "http.response.body", "body": b"half", "more_body": True}
    assert "export broken off: disk I/O error" in capsys.readouterr().err


def test_nothing_more_is_read_for_a_visitor_who_has_gone():
    read = []

    async def receive():
        return {"type": "http.disconnect"}

    async def chunks():
        for number in range(1000):
            read.append(number)
            await asyncio.sleep(0)
            yield b"x"

    collect(Download({}, chunks(), receive))
    assert len(read) < 10


def test_gzip_of_nothing_is_a_whole_gzip_file(serve):
    response = get(serve(), "/events.jsonl?q=nothing+like+it", headers={"accept-encoding": "gzip"})
    assert response.content == b""


def test_a_large_export_comes_whole(serve):
    datasette = serve(*({"date_start": f"20{n % 30:02}-01-01"} for n in range(3_500)))
    found = slugs(get(datasette, "/events.csv"))
    assert len(found) == len(set(found)) == 3_500
    assert found == sorted(found, key=lambda slug: slug[:10])


def test_a_download_that_is_not_taken_in_time_breaks_off():
    async def chunks():
        for _ in range(1000):
            yield b"x"

    sent = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)
        if len(sent) > 2:
            await asyncio.Event().wait()  # the visitor takes no more

    asyncio.run(Download({}, chunks(), seconds=0.05).asgi_send(send))
    assert all(message.get("more_body") for message in sent[1:])

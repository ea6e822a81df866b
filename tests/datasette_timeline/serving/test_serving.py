"""Serving: validators before any SQL, methods, permissions, prefixes, and files that change or are wrong."""

import asyncio
import gzip
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.database import QueryInterrupted

from datasette_timeline.exports import FORMATS
from datasette_timeline.reading.database import Database
from datasette_timeline.serving import freshness

PAGES = ["/", "/2024", "/2024/06", "/2024/06/25", "/event/bridge-opens", "/article/1", "/sources", "/source/1",
         "/changes", "/source/1/changes", "/changes.atom", "/event/bridge-opens/mentions",
         "/?q=bridge", "/-/timeline/schema", "/-/timeline/keys", "/-/timeline/about", "/sitemap.xml",
         "/sitemap-2024.xml", "/robots.txt", *(f"/2024/06.{extension}" for extension in FORMATS),
         "/event/bridge-opens.ris"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_an_unchanged_page_is_not_sent_again_and_costs_no_sql(
    reader: Any, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = reader.get(path).headers["etag"]
    database = reader.datasette.get_database("timeline")

    async def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("SQL was run for a page that the visitor has")

    monkeypatch.setattr(database, "execute", refuse)
    monkeypatch.setattr(reader.datasette, "permission_allowed", _allowed)
    again = reader.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.text) == (304, "")
    assert again.headers["etag"] == tag


async def _allowed(*_: Any, **__: Any) -> bool:
    return True


def test_validators_follow_the_file_the_address_and_the_settings(
    timeline: Path, tmp_path: Path, read_site: Callable[..., Any]
) -> None:
    path = Path(shutil.copy(timeline, tmp_path / "timeline.db"))
    reader = read_site(path)
    before = reader.get("/2024").headers["etag"]
    assert reader.get("/2024").headers["etag"] == before
    assert reader.get("/2023").headers["etag"] != before
    with closing(sqlite3.connect(path)) as writer, writer:
        writer.execute("UPDATE events SET title = 'Renamed' WHERE slug = 'bridge-opens'")
    after = reader.get("/2024")
    assert after.headers["etag"] != before
    assert "Renamed" in after.text
    assert (
        read_site(path, metadata={"title": "Other"}).get("/2024").headers["etag"]
        != after.headers["etag"]
    )


def test_a_new_version_of_the_plugin_gives_other_validators(
    timeline: Path, read_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_site(timeline).get("/2024").headers["etag"]
    assert read_site(timeline).get("/2024").headers["etag"] == before
    monkeypatch.setattr(freshness, "version", lambda _: "999.0")
    assert read_site(timeline).get("/2024").headers["etag"] != before


def test_validators_are_compared_weakly_and_as_a_list() -> None:
    assert freshness.matches('"a", W/"b"', 'W/"b"')
    assert freshness.matches("*", 'W/"b"')
    assert not freshness.matches('"a"', 'W/"b"')
    assert not freshness.matches(None, 'W/"b"')


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(reader: Any, path: str, method: str) -> None:
    answer = reader.get(path, method)
    assert answer.status_code in {403, 405}
    if answer.status_code == 405:
        assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", PAGES)
def test_a_private_database_is_private_on_every_page(
    timeline: Path, read_site: Callable[..., Any], path: str
) -> None:
    reader = read_site(timeline, metadata={"databases": {"timeline": {"allow": False}}})
    answer = reader.get(path)
    assert answer.status_code == 403
    assert "bridge" not in answer.text.lower()


def test_a_private_table_is_private_on_its_pages(
    timeline: Path, read_site: Callable[..., Any]
) -> None:
    shown = {
        "/2024": {"events"},
        "/2024/06.csv": {"events", "articles", "mentions", "revisions"},
        "/event/bridge-opens": {"events", "articles", "mentions", "revisions"},
        "/event/bridge-opens/mentions": {"events", "articles", "mentions", "revisions"},
        "/event/bridge-opens.ris": {"events", "articles", "mentions", "revisions"},
        "/article/1": {"articles", "mentions", "revisions"},
        "/sources": {"sources"},
        "/source/1": {"sources", "articles"},
        "/changes": {"events", "articles", "mentions", "revisions", "sources"},
        "/source/1/changes.atom": {"events", "articles", "mentions", "revisions", "sources"},
    }
    for table in ("events", "articles", "mentions", "revisions", "sources"):
        tables = {table: {"allow": False}}
        reader = read_site(timeline, metadata={"databases": {"timeline": {"tables": tables}}})
        for path, needed in shown.items():
            assert reader.get(path).status_code == (403 if table in needed else 200), (table, path)


def test_every_link_stays_within_the_prefix(timeline: Path, read_site: Callable[..., Any]) -> None:
    reader = read_site(timeline, settings={"base_url": "/archive/"})
    for path in (
        "/",
        "/2024/06?q=bridge",
        "/event/bridge-opens",
        "/event/bridge-opens/mentions",
        "/article/1",
        "/sources",
        "/source/1",
        "/changes",
        "/source/1/changes",
        "/nowhere",
    ):
        text = reader.get(path).text
        links = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
        assert links, path
        assert [link for link in links if not link.startswith("/archive/")] == []


def test_pages_are_compressed_for_those_who_take_it(reader: Any) -> None:
    whole = reader.get("/2024", headers={"Accept-Encoding": "identity"})
    small = reader.get("/2024", headers={"Accept-Encoding": "gzip"})
    assert small.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in small.headers["vary"]
    assert small.text == whole.text
    assert len(gzip.compress(whole.content)) < 15_000


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/\\evil.example/", "//evil.example", "/%2f/evil.example/"]
)
def test_no_path_leads_off_the_site(reader: Any, path: str) -> None:
    answer = reader.get("http://localhost" + path)
    assert not answer.headers.get("location", "").startswith(("//", "/\\"))
    assert answer.status_code in {302, 404}


def test_stock_pages_cannot_be_framed_by_others(reader: Any) -> None:
    answer = reader.get("/timeline/events")
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_without_our_database_an_unknown_path_is_datasettes_own_404() -> None:
    async def answers() -> list[int]:
        datasette = Datasette(memory=True)
        await datasette.invoke_startup()
        paths = ("/nowhere", "/no/where", "/-/versions.json")
        return [(await datasette.client.get(path)).status_code for path in paths]

    assert asyncio.run(answers()) == [404, 404, 200]


def test_a_page_that_left_something_out_says_so_and_is_not_kept(
    timeline: Path, read_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(*_: Any, **__: Any) -> None:
        raise QueryInterrupted(TimeoutError(), "", {})

    reader = read_site(timeline)
    monkeypatch.setattr(Database, "groups", interrupted)
    answer = reader.get("/2024?q=bridge")
    assert answer.status_code == 200
    assert "was left out" in answer.text
    assert "Harbour bridge opens" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_a_page_that_takes_too_long_helps_and_is_not_kept(
    timeline: Path, read_site: Callable[..., Any]
) -> None:
    reader = read_site(timeline)
    reader.datasette.sql_time_limit_ms = 0
    answer = reader.get("/2024?q=bridge")
    assert answer.status_code == 503
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert "Narrow its period" in answer.text


@pytest.mark.parametrize("content", [b"", b"not a database at all, only words " * 40])
def test_an_empty_or_foreign_file_gets_a_page_that_helps(
    tmp_path: Path, read_site: Callable[..., Any], content: bytes
) -> None:
    path = tmp_path / "timeline.db"
    path.write_bytes(content)
    answer = read_site(path).get("/")
    assert answer.status_code in {200, 503}
    assert answer.headers["cache-control"] == "no-store"
    assert "dateline" in answer.text
    assert "Traceback" not in answer.text


def test_a_timeline_without_events_says_what_to_do_next(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    answer = read_site(maker.finish()).get("/")
    assert answer.status_code == 200
    assert "dateline add" in answer.text
    assert "dateline run" in answer.text


def test_a_file_that_is_exchanged_is_read_anew(
    timeline: Path, tmp_path: Path, read_site: Callable[..., Any], maker: Any
) -> None:
    other = tmp_path / "other.db"
    shutil.copy(timeline, other)
    reader = read_site(other)
    assert "Harbour bridge opens" in reader.get("/2024/06/25").text
    maker.add(title="Another timeline")
    maker.finish().replace(other)
    text = reader.get("/2024/06/25").text
    assert "Another timeline" in text
    assert "Ferry stops" not in text


def test_a_file_that_is_being_written_is_read_meanwhile(
    timeline: Path, tmp_path: Path, read_site: Callable[..., Any]
) -> None:
    path = Path(shutil.copy(timeline, tmp_path / "timeline.db"))
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = wal")
        reader = read_site(path)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE events SET title = 'Half done'")
        text = reader.get("/2024/06").text
        assert "Harbour bridge opens" in text
        assert "Half done" not in text
        writer.execute("ROLLBACK")


def test_assets_are_kept_for_ever_under_their_digest(reader: Any) -> None:
    text = reader.get("/").text
    for address in re.findall(
        r'(?:href|src)="(/-/timeline/timeline\.(?:css|js)\?v=[0-9a-f]+)"', text
    ):
        asset = reader.get(address)
        assert asset.status_code == 200
        assert "immutable" in asset.headers["cache-control"]
        assert len(gzip.compress(asset.content)) < 8_000
    assert reader.get("/-/timeline/other.css").status_code == 404


def test_colours_title_and_introduction_come_from_metadata(
    timeline: Path, read_site: Callable[..., Any]
) -> None:
    settings = {
        "accent": "#aa0000",
        "introduction": "One.\n\nTwo <b>.",
        "first_publishers": ["Valley Post"],
    }
    reader = read_site(timeline, metadata={"title": "Our Town", "plugins": {"timeline": settings}})
    page = reader.get("/")
    assert "<title>Our Town</title>" in page.text
    assert '<p class="intro">One.</p><p class="intro">Two &lt;b&gt;.</p>' in page.text
    sheet = re.search(r'href="(/-/timeline/timeline\.css[^"]+)"', page.text)
    assert sheet is not None
    assert "--accent:#aa0000" in reader.get(sheet[1]).text
    publishers = page.text.split("<h2>Publishers</h2>")[1]
    assert publishers.index("Valley Post") < publishers.index("Hill Gazette")


def test_a_users_own_template_replaces_ours(
    timeline: Path, tmp_path: Path, read_site: Callable[..., Any]
) -> None:
    (tmp_path / "timeline_keys.html").write_text("<h1>Ours</h1>", encoding="utf-8")
    assert (
        read_site(timeline, template_dir=str(tmp_path)).get("/-/timeline/keys").text
        == "<h1>Ours</h1>"
    )

"""From sources to timeline.db: nothing twice, nothing lost, the same however it came about."""

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from site_directory import content, dateline, query, rss, write_sources

ROOT = Path(__file__).parent.parent.parent

CALL = (
    "1",
    "Belousov calls Austin",
    "On June 25 2024, Belousov called Austin to complain about an operation.",
    "Wed, 26 Jun 2024 09:00:00 GMT",
)
BUDGET = (
    "2",
    "Parliament passes the budget",
    "Parliament passed the budget on Tuesday after a long night.",
    "Wed, 26 Jun 2024 10:00:00 GMT",
)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "a site with a space"


def served(server, path, body, **headers):
    server.routes[path] = server.response(
        body, headers={"Content-Type": "application/rss+xml", **headers}
    )
    return f"feed: {server.url(path)}\nallow_address: {server.address}"


def run(home, *arguments, status=0):
    result = dateline(home, "run", "--json", *arguments)
    assert result.exit_code == status, result.output
    return json.loads(result.stdout)


def etags(home):
    """The ETags that the archive holds, in the order of the sources."""
    path = home / "archive" / "archive.db"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT etag FROM poll_states ORDER BY source_id")
        return [etag for (etag,) in rows]


def test_a_feed_becomes_events_with_quotes_and_dates(home, local_server):
    write_sources(home, served(local_server, "/feed", rss("The News", CALL, BUDGET)))
    summary = run(home)
    assert (summary["read"], summary["new_articles"], summary["failed"]) == (1, 2, 0)
    assert [(summary["new_events"],)] == query(home, "SELECT count(*) FROM events")
    rows = dict(query(home, "SELECT title, edtf FROM events"))
    assert rows["Parliament passes the budget"] == "2024-06-25"
    assert query(home, "SELECT count(*) FROM events WHERE edtf = '2024-06-25'")[0][0] >= 2
    assert dateline(home, "verify").exit_code == 0


def test_a_second_run_over_the_same_input_changes_nothing_but_the_log(home, local_server):
    write_sources(home, served(local_server, "/feed", rss("The News", CALL, BUDGET)))
    run(home)
    before, stamp = content(home), query(home, "SELECT * FROM build")
    summary = run(home, "--force")
    assert (summary["unchanged"], summary["new_events"]) == (1, 0)
    after = content(home)
    assert {k: v for k, v in after.items() if k != "sources"} == {
        k: v for k, v in before.items() if k != "sources"
    }
    assert query(home, "SELECT * FROM build") == stamp


def test_a_source_that_is_not_due_is_not_asked(home, local_server):
    write_sources(home, served(local_server, "/feed", rss("The News", CALL), ETag='"1"'))
    run(home)
    assert run(home)["not_due"] == 1
    assert local_server.paths() == ["/feed"]


def test_answers_without_news_are_kept_though_the_run_is_killed_while_it_waits_for_others(
    home, local_server
):
    entries = [served(local_server, f"/feed{n}", rss("The News", CALL), ETag='"1"') for n in "ab"]
    entries.append(f"feed: {local_server.url('/slow')}\nallow_address: {local_server.address}")
    write_sources(home, *entries)
    run(home)
    for path in ("/feeda", "/feedb"):
        local_server.routes[path] = local_server.response(b"", "304 Not Modified", {"ETag": '"2"'})
    local_server.routes["/slow"] = [b"HTTP/1.1 200 OK\r\n", local_server.Silence()]
    process = start(home, "--force")
    try:
        while etags(home).count(b'"2"') < 2:
            assert process.poll() is None
    finally:
        process.kill()
        process.wait()


def test_one_broken_source_never_stops_the_others(home, local_server):
    local_server.routes["/broken"] = local_server.response(b"<html><body>no feed</body></html>")
    write_sources(
        home,
        f"feed: {local_server.url('/missing')}\nallow_address: {local_server.address}",
        f"feed: {local_server.url('/broken')}\nallow_address: {local_server.address}",
        "file: nowhere.txt",
        served(local_server, "/feed", rss("The News", CALL)),
    )
    summary = run(home)
    assert (summary["read"], summary["failed"], summary["new_articles"]) == (1, 3, 1)
    assert len(summary["failures"]) == 3
    assert all("\n" not in line and "Traceback" not in line for line in summary["failures"])
    assert run(home, "--strict", "--force", status=1)["failed"] >= 1
    states = dict(query(home, "SELECT key, state FROM sources"))
    assert sorted(states.values()) == ["active", "failing", "failing", "failing"]


def test_an_edited_article_keeps_its_revisions_and_its_withdrawn_words(home):
    document = home / "report.txt"
    write_sources(home, "file: report.txt\npublished: 2024-06-26")
    document.write_text("A report\n\nOn June 25 2024 nine people were hurt in the port.\n")
    run(home)
    document.write_text("A report\n\nOn June 25 2024 eleven people were hurt in the port.\n")
    run(home)
    (added, removed) = query(
        home, "SELECT words_added, words_removed FROM revisions WHERE number = 2"
    )[0]
    assert (added, removed) == (1, 1)
    told = dict(query(home, "SELECT quote, withdrawn_at IS NOT NULL FROM mentions"))
    assert told["On June 25 2024 nine people were hurt in the port."] == 1
    assert told["On June 25 2024 eleven people were hurt in the port."] == 0
    assert dateline(home, "verify").exit_code == 0


def test_an_older_timeline_learns_whose_revision_each_is(home, local_server):
    port = "On June 25 2024 nine people were hurt in the port."
    entries = []
    for path, mended in (("/one", ""), ("/two", " Ships lay idle.")):
        item = ("1", "A report", port + mended, "Wed, 26 Jun 2024 09:00:00 GMT")
        entries.append(served(local_server, path, rss(path, item)))
    write_sources(home, *entries)
    run(home)
    expected = query(home, "SELECT id, source_id FROM revisions ORDER BY id")
    assert len({source for _, source in expected}) == 2
    with closing(sqlite3.connect(home / "timeline.db", isolation_level=None)) as sql:
        for (index,) in sql.execute(
            "SELECT name FROM sqlite_master WHERE name IN ('idx_revisions_changes',"
            " 'idx_revisions_source', 'idx_articles_withdrawn', 'idx_articles_source_withdrawn')"
        ).fetchall():
            sql.execute(f"DROP INDEX {index}")
        sql.execute("ALTER TABLE revisions DROP COLUMN source_id")
        sql.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_changes'")
    run(home)
    assert query(home, "SELECT id, source_id FROM revisions ORDER BY id") == expected
    assert dateline(home, "verify").exit_code == 0


def test_a_document_that_vanished_is_withdrawn_and_not_deleted(home):
    write_sources(home, "folder: notes")
    (home / "notes").mkdir()
    note = home / "notes" / "one.txt"
    note.write_text("A note\n\nOn June 25 2024 Belousov called Austin.\n")
    run(home)
    note.unlink()
    run(home)
    assert query(home, "SELECT DISTINCT status FROM events") == [("withdrawn",)]
    note.write_text("A note\n\nOn June 25 2024 Belousov called Austin.\n")
    run(home)
    assert query(home, "SELECT DISTINCT status FROM events") == [("active",)]


def test_an_opml_list_subscribes_its_feeds_and_one_that_it_drops_is_removed(home, local_server):
    one = served(local_server, "/one", rss("One", CALL))
    served(local_server, "/two", rss("Two", BUDGET))
    assert one

    def listing(*paths):
        outlines = "".join(
            f'<outline type="rss" text="{p}" xmlUrl="{local_server.url(p)}"/>' for p in paths
        )
        (home / "list.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')

    write_sources(home, f"opml: list.opml\nallow_address: {local_server.address}")
    listing("/one", "/two")
    assert run(home)["new_articles"] == 2
    listing("/one")
    run(home)
    states = dict(query(home, "SELECT title, state FROM sources"))
    assert (states["/one"], states["/two"]) == ("active", "removed")
    assert query(home, "SELECT count(*) FROM articles") == [(2,)]


def test_a_rebuild_gives_the_same_content(home, local_server):
    write_sources(
        home, served(local_server, "/feed", rss("The News", CALL, BUDGET)), "folder: notes"
    )
    (home / "notes").mkdir()
    for number in range(4):
        (home / "notes" / f"{number}.txt").write_text(
            f"Note {number}\n\nOn June 25 2024 Belousov called Austin to complain about an operation.\n"
        )
        run(home)
    (home / "notes" / "2.txt").write_text(
        "Note 2\n\nIn April 2024 Wallander testified in Congress.\n"
    )
    run(home)
    before = content(home)
    result = dateline(home, "rebuild")
    assert result.exit_code == 0, result.output
    assert content(home) == before


def test_a_run_says_when_the_timeline_was_made_by_other_rules_until_it_is_rebuilt(home):
    write_sources(home, "file: a.txt", "file: b.txt")
    (home / "a.txt").write_text("Note a\n\nOn June 25 2024 Belousov called Austin.\n")
    advice = "dateline rebuild"
    assert advice not in dateline(home, "run").stderr
    with closing(sqlite3.connect(home / "timeline.db")) as connection, connection:
        connection.execute("UPDATE build SET value = 'of long ago' WHERE key = 'rules'")
    assert advice in dateline(home, "run").stderr
    (home / "b.txt").write_text("Note b\n\nIn April 2024 a panel heard Wallander.\n")
    assert advice in dateline(home, "run").stderr, "new articles do not make the old ones new"
    assert advice in dateline(home, "run").stderr
    dateline(home, "rebuild")
    assert advice not in dateline(home, "run").stderr


def test_what_robots_txt_says_is_remembered_from_one_run_to_the_next(home, local_server):
    words = b"On June 25 2024, Belousov called Austin to complain about an operation. " * 9
    page = b"<html><head><title>Call</title></head><body><article><p>%s</p></article></body></html>"
    local_server.routes["/robots.txt"] = local_server.response(
        b"User-agent: *\nDisallow: /private\nCrawl-delay: 0.1"
    )
    entries = []
    for path in ("/article", "/private"):
        local_server.routes[path] = local_server.response(
            page % words, headers={"Content-Type": "text/html"}
        )
        entries.append(f"page: {local_server.url(path)}\nallow_address: {local_server.address}")
    write_sources(home, *entries)
    first = run(home)
    assert (first["read"], first["failed"]) == (1, 1)
    again = run(home, "--force")
    assert (again["unchanged"], again["failed"]) == (1, 1)
    assert "robots.txt forbids" in again["failures"][0]
    assert local_server.paths() == [
        "/robots.txt",
        "/.well-known/tdmrep.json",
        "/article",
        "/article",
    ]


def test_the_published_file_holds_no_articles_text(home):
    filler = [f"The {n}th harbour wall was painted in a colour of its own." for n in range(40)]
    text = "On June 25 2024, Belousov called Austin. " + " ".join(filler)
    write_sources(home, "file: a.txt")
    (home / "a.txt").write_text(f"A note\n\n{text}\n")
    run(home)
    published = b"".join(path.read_bytes() for path in home.glob("timeline.db*"))
    assert b"Belousov called Austin" in published
    shown = [line for line in filler if line.encode() in published]
    assert len(shown) <= 4, "no more than what stands beside the quotes"


def test_a_robots_txt_that_could_not_be_had_is_asked_for_again_in_the_next_run(home, local_server):
    local_server.routes["/robots.txt"] = local_server.response(b"", "503 Service Unavailable")
    write_sources(
        home, f"page: {local_server.url('/article')}\nallow_address: {local_server.address}"
    )
    assert run(home)["failed"] == 1
    assert run(home, "--force")["failed"] == 1
    assert local_server.paths() == ["/robots.txt", "/robots.txt"]


def test_a_wrong_word_of_the_user_is_mended_by_the_next_run(home):
    write_sources(home, "file: report.txt\npublished: 2024-06-26")
    (home / "report.txt").write_text("A report\n\nOn Tuesday nine people were hurt in the port.\n")
    run(home)
    write_sources(home, "file: report.txt\npublished: 2024-06-26\npublisher: The Harbour Post")
    run(home)
    assert query(home, "SELECT DISTINCT publisher FROM events") == [("The Harbour Post",)]


def test_a_document_without_a_date_tells_what_it_could_not_resolve(home):
    write_sources(home, "file: report.txt")
    (home / "report.txt").write_text(
        "A report\n\nOn Tuesday nine people were hurt. In April 2024 one had been killed.\n"
    )
    assert run(home)["unresolved_dates"] == 1
    assert query(home, "SELECT count(*) FROM events WHERE edtf = '2024-04'") == [(1,)]
    assert query(home, "SELECT count(*) FROM events WHERE basis = 'relative'") == [(0,)]


def test_a_timeline_of_another_archive_is_refused(home):
    write_sources(home, "file: report.txt")
    (home / "report.txt").write_text("A report\n\nIn April 2024 one was killed.\n")
    run(home)
    (home / "archive" / "archive.db").unlink()
    write_sources(home, "file: none.txt")
    result = dateline(home, "run")
    assert (result.exit_code, "dateline rebuild" in result.stderr) == (1, True)


def test_a_backup_taken_while_a_run_writes_is_whole_and_can_be_used(home, tmp_path):
    write_sources(home, "folder: notes")
    (home / "notes").mkdir()
    for number in range(60):
        (home / "notes" / f"{number}.txt").write_text(
            f"Note\n\nOn June {number % 28 + 1} 2024 it rained.\n"
        )
    writer = start(home)
    copy = tmp_path / "copy"
    while (result := dateline(home, "backup", str(copy))).exit_code != 0:
        assert writer.poll() is None, result.stderr
        assert not copy.exists()
    assert writer.wait(60) == 0
    assert dateline(copy, "verify").exit_code == 0
    (home / "notes").rename(copy / "notes")
    run(copy)
    run_content = content(copy, with_times=False)
    assert len(run_content["articles"]) == 60


def start(home, *arguments):
    """Start `dateline run` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "ingest", "--home", str(home), "run", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(("signum", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_a_run_after_its_transaction(tmp_path, local_server, signum, status):
    home = tmp_path / "home"
    held = local_server.Silence()
    local_server.routes["/slow"] = [b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", held]
    write_sources(home, f"feed: {local_server.url('/slow')}\nallow_address: {local_server.address}")
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", "--home", str(home), "run"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
    )
    while not local_server.requests:
        assert process.poll() is None
    process.send_signal(signum)
    _, told = process.communicate(timeout=60)
    assert process.returncode == status
    assert b"Traceback" not in told
    assert b"the next run goes on" in told


def test_two_updates_at_once_the_second_names_the_first(tmp_path, local_server):
    home = tmp_path / "home"
    local_server.routes["/slow"] = [
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
        local_server.Silence(),
    ]
    write_sources(home, f"feed: {local_server.url('/slow')}\nallow_address: {local_server.address}")
    first = start(home)
    try:
        while not local_server.requests:
            assert first.poll() is None
        second = dateline(home, "run")
        assert second.exit_code == 1
        assert f"pid {first.pid}" in second.stderr
    finally:
        first.kill()
        first.wait()


def _slug(home, words):
    return query(home, "SELECT slug FROM events WHERE quote LIKE ?", f"%{words}%")[0][0]


def test_an_editors_acts_are_applied_survive_a_rebuild_and_can_be_taken_back(home):
    write_sources(home, "folder: notes")
    (home / "notes").mkdir()
    (home / "notes" / "a.txt").write_text("Note a\n\nOn June 25 2024 Belousov called Austin.\n")
    (home / "notes" / "b.txt").write_text("Note b\n\nIn April 2024 a panel heard Wallander.\n")
    run(home)
    natural = content(home, with_times=False)
    call, panel = _slug(home, "Belousov"), _slug(home, "Wallander")
    (home / "curation.yml").write_text(
        f"- merge: [{call}, {panel}]\n  reason: one story\n  by: An Editor\n"
        f"- retitle: {call}\n  title: The call\n  reason: shorter\n  by: An Editor\n"
        "- hide: no-such-event\n  reason: x\n  by: An Editor\n"
    )
    result = dateline(home, "run")
    assert "curation.yml, line 8" in result.stderr, result.output
    merged = query(home, "SELECT slug, mention_count FROM events WHERE title = 'The call'")
    assert [n for _, n in merged] == [2]
    assert "An Editor" in str(query(home, "SELECT reason FROM event_reasons"))
    curated = content(home)
    assert dateline(home, "rebuild").exit_code == 0
    assert content(home) == curated
    (home / "curation.yml").unlink()
    run(home)
    assert content(home, with_times=False) == natural
    assert dateline(home, "verify").exit_code == 0


def test_a_wrong_curation_is_named_with_its_line_and_nothing_is_changed(home):
    write_sources(home, "file: a.txt")
    (home / "a.txt").write_text("Note a\n\nOn June 25 2024 Belousov called Austin.\n")
    run(home)
    before = content(home)
    (home / "curation.yml").write_text("- merge: [a, b]\n  reason: no name\n")
    result = dateline(home, "run")
    assert result.exit_code == 2
    assert "curation.yml" in result.stderr
    assert "line 1" in result.stderr
    assert content(home) == before


def test_publishers_are_told_with_their_house_and_whether_they_are_a_wire(home):
    write_sources(home, "file: a.txt\npublisher: Reuters")
    (home / "a.txt").write_text("Note a\n\nOn June 25 2024 Belousov called Austin.\n")
    run(home)
    assert query(home, "SELECT is_wire FROM publishers WHERE name = 'Reuters'") == [(1,)]


def test_no_password_reaches_the_archive_the_timeline_or_what_is_printed(home, local_server):
    feed = served(local_server, "/feed", rss("The News", CALL))
    assert feed
    secret = local_server.url("/feed").replace("//", "//reader:s3cret@")
    missing = local_server.url("/missing").replace("//", "//reader:s3cret@")
    write_sources(
        home,
        f"feed: {secret}\nallow_address: {local_server.address}",
        f"feed: {missing}\nallow_address: {local_server.address}",
    )
    result = dateline(home, "run")
    told = (
        result.output + dateline(home, "status").output + dateline(home, "status", "--json").output
    )
    files = b"".join(
        path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name != "sources.yml"
    )
    assert "s3cret" not in told
    assert b"s3cret" not in files
    assert local_server.requests[0].headers["authorization"].startswith(b"Basic ")


def test_a_source_that_was_gone_is_asked_again_when_it_is_added_again(home, local_server):
    local_server.routes["/feed"] = local_server.response(b"", "410 Gone")
    write_sources(home, f"feed: {local_server.url('/feed')}\nallow_address: {local_server.address}")
    run(home)
    run(home, "--force")
    assert local_server.paths() == ["/feed"]
    served(local_server, "/feed", rss("The News", CALL))
    write_sources(home)
    (home / "sources.yml").write_text("settings: {limits: {host_delay_ms: 0}}\nsources: []\n")
    result = dateline(
        home, "add", local_server.url("/feed"), "--allow-address", local_server.address
    )
    assert result.exit_code == 0, result.output
    assert query(home, "SELECT state FROM sources") == [("active",)]


def test_a_local_file_that_failed_is_looked_at_again_in_the_next_run(home):
    write_sources(home, "file: a.txt")
    assert run(home)["failed"] == 1
    (home / "a.txt").write_text("Note a\n\nOn June 25 2024 Belousov called Austin.\n")
    assert run(home)["read"] == 1


def test_a_page_in_the_place_of_a_known_feed_is_a_failure_and_no_article(home, local_server):
    served(local_server, "/feed", rss("The News", CALL))
    write_sources(home, f"url: {local_server.url('/feed')}\nallow_address: {local_server.address}")
    run(home)
    page = b"<html><head><title>Parked</title></head><body><p>Buy this domain on June 25 2024.</p></body></html>"
    local_server.routes["/feed"] = local_server.response(
        page, headers={"Content-Type": "text/html"}
    )
    assert run(home, "--force")["failed"] == 1
    assert query(home, "SELECT count(*) FROM articles") == [(1,)]


def test_names_that_a_plug_in_finds_reach_the_timeline(monkeypatch):
    """The workers' function hands plug-in recognisers to the extractor."""
    from datetime import UTC, datetime

    from ingest.extract import installed
    from ingest.hookspecs import Recogniser
    from ingest.model import Article, Entity, Revision

    ships = Recogniser("ships", lambda sentence: [Entity("Moskva", "organisation")])
    monkeypatch.setattr(installed, "_recognisers", lambda: (ships,))
    article = Article(None, None, "T", "T\n\nIt sank on April 14 2022.")
    revision = Revision(1, 1, "k", 1, datetime(2024, 1, 1, tzinfo=UTC), "", article, "s", "p")
    found = installed.extract(revision).mentions
    assert any(entity.name == "Moskva" for mention in found for entity in mention.entities)


def test_an_article_that_cannot_be_read_still_yields_its_report(home, monkeypatch):
    monkeypatch.setattr("ingest.batches.DIGEST", "ingest.digesting:nothing_of_this_name")
    write_sources(home, "file: a.txt\npublished: 2024-06-25")
    (home / "a.txt").write_text("Note a\n\nIn April 2024 a panel heard Wallander.\n")
    result = dateline(home, "run")
    assert result.exit_code == 0
    assert "failed" in result.stderr
    assert query(home, "SELECT title, edtf, basis FROM events") == [
        ("Note a", "2024-06-25", "published")
    ]
    assert dateline(home, "verify").exit_code == 0


WORDS = b"On June 25 2024, Belousov called Austin to complain about an operation. " * 9
PAGE = b"<html><head><title>Call</title></head><body><article><p>%s</p></article></body></html>"


def a_page(home, server, **fields):
    server.routes["/article"] = server.response(
        PAGE % WORDS, headers={"Content-Type": "text/html", **fields}
    )
    write_sources(home, f"page: {server.url('/article')}\nallow_address: {server.address}")


def published(home):
    run_over = b"".join(path.read_bytes() for path in home.glob("timeline.db"))
    return b"Belousov" in run_over


def reserve_by_file(server):
    server.routes["/.well-known/tdmrep.json"] = server.response(
        b'[{"location": "/art*", "tdm-reservation": 1}]'
    )


def test_a_page_that_its_hosts_tdmrep_file_reserves_is_not_published(home, local_server):
    a_page(home, local_server)
    reserve_by_file(local_server)
    summary = run(home)
    assert (summary["failed"], summary["articles"], summary["events"]) == (1, 0, 0)
    assert "tdmrep.json" in summary["failures"][0]


@pytest.mark.parametrize("how", ["file", "header", "header of a 304"])
def test_a_reservation_that_comes_later_unpublishes_and_one_that_goes_publishes_again(
    home, local_server, how
):
    a_page(home, local_server, ETag='"1"')
    assert run(home)["events"] > 0
    before = content(home)
    forget_host_files(home)
    if how == "file":
        reserve_by_file(local_server)
    elif how == "header":
        a_page(home, local_server, **{"tdm-reservation": "1"})
    else:
        local_server.routes["/article"] = local_server.response(
            b"", "304 Not Modified", headers={"X-Robots-Tag": "noindex"}
        )
    reserved = run(home, "--force")
    assert (reserved["failed"], reserved["articles"], reserved["events"]) == (1, 0, 0)
    for table in ("articles", "revisions", "mentions", "events", "mention_signatures", "entities"):
        assert query(home, f"SELECT count(*) FROM {table}") == [(0,)], table
    assert query(home, "SELECT article_count FROM sources") == [(0,)]
    assert dateline(home, "verify").exit_code == 0
    unpublished = content(home)
    dateline(home, "rebuild")
    assert content(home) == unpublished
    assert not published(home)

    forget_host_files(home)
    local_server.routes.pop("/.well-known/tdmrep.json", None)
    a_page(home, local_server, ETag='"1"')
    assert run(home, "--force")["read"] == 1
    again = content(home)
    del before["sources"], again["sources"]  # they tell when they were asked
    assert again == before
    assert dateline(home, "verify").exit_code == 0


def test_a_tdmrep_file_is_asked_for_once_a_day_and_an_outage_takes_no_reservation_back(
    home, local_server
):
    a_page(home, local_server)
    reserve_by_file(local_server)
    run(home)
    run(home, "--force")
    assert local_server.paths().count("/.well-known/tdmrep.json") == 1
    with closing(sqlite3.connect(home / "archive" / "archive.db")) as archive, archive:
        archive.execute(
            "UPDATE tdmrep SET fetched_at = datetime(fetched_at, '-2 days') || '+00:00'"
        )
    local_server.routes["/.well-known/tdmrep.json"] = local_server.response(b"", "503 Busy")
    assert run(home, "--force")["failed"] == 1
    assert local_server.paths().count("/.well-known/tdmrep.json") == 2


def forget_host_files(home):
    """A day passes for what is remembered of robots.txt and tdmrep.json."""
    with closing(sqlite3.connect(home / "archive" / "archive.db")) as archive, archive:
        archive.execute("DELETE FROM tdmrep")
        archive.execute("DELETE FROM robots")

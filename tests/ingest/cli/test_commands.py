"""The command line: bad input costs one line and a documented status; data goes to stdout."""

import gzip
import json
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from site_directory import dateline, query, rss, write_sources

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "site"
    assert dateline(home, "init", str(home)).exit_code == 0
    return home


def note(home, text="A note\n\nOn June 25 2024, Belousov called Austin.\n", name="note.txt"):
    path = home / name
    path.write_text(text)
    return path


def one_line(result, status):
    """The single line that a failed command says."""
    assert result.exit_code == status, result.output
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in lines[0]
    return lines[0]


def test_init_makes_a_site_directory_and_keeps_what_is_there(tmp_path):
    home = tmp_path / "new" / "site"
    assert dateline(home, "init", str(home)).exit_code == 0
    (home / "sources.yml").write_text("sources: [mine.txt]\n")
    assert dateline(home, "init", str(home)).exit_code == 0
    assert (home / "sources.yml").read_text() == "sources: [mine.txt]\n"
    assert (home / "metadata.yml").is_file()


def test_init_says_what_to_do_next_in_words_that_a_shell_takes_whole(tmp_path):
    home = tmp_path / "my archive"
    assert f"dateline --home '{home}' add" in dateline(home, "init", str(home)).stderr


def test_one_of_a_thing_is_told_as_one(tmp_path):
    document = tmp_path / "a note.txt"
    document.write_text("The bridge opened on June 25, 2024.")
    (tmp_path / "sources.yml").write_text("sources: []\n")
    told = dateline(tmp_path, "add", str(document)).stderr
    assert "1 source: 1 read" in told
    assert "1 new article, 0 changed, 1 new event; the timeline holds 1 event from 1 art" in told


def test_a_folder_without_sources_says_how_to_make_one(tmp_path):
    assert "dateline init" in one_line(dateline(tmp_path, "run"), 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sources:\n  - url: https://a.example/\n    publsher: A\n", "line 3"),
        ("sources:\n  - [\n", "line"),
        ("sources:\n  - url: ftp://a.example/x\n", "line 2"),
        ("surces: []\n", "sources"),
    ],
)
def test_a_wrong_sources_file_is_named_with_its_line(home, text, words):
    (home / "sources.yml").write_text(text)
    line = one_line(dateline(home, "run"), 2)
    assert "sources.yml" in line
    assert words in line


def test_adding_a_file_reads_it_at_once(home):
    result = dateline(home, "add", str(note(home)), "--publisher", "The Post")
    assert result.exit_code == 0, result.output
    assert query(home, "SELECT edtf, publisher FROM events WHERE basis = 'explicit'") == [
        ("2024-06-25", "The Post")
    ]
    assert "note.txt" in (home / "sources.yml").read_text()


def test_adding_what_is_not_there_or_there_already_costs_only_itself(home):
    note(home)
    other = note(home, name="other.txt")
    result = dateline(home, "add", str(home / "none.txt"), str(other))
    assert result.exit_code == 1
    assert "there is no such file" in result.stderr
    again = dateline(home, "add", str(other))
    assert again.exit_code == 1
    assert "not added" in again.stderr
    assert (home / "sources.yml").read_text().count("other.txt") == 1


def test_a_file_that_cannot_be_read_is_not_added(home):
    before = (home / "sources.yml").read_text() if (home / "sources.yml").exists() else ""
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    result = dateline(home, "add", str(home / "picture.png"))
    assert result.exit_code == 1
    assert "not added" in result.stderr
    assert "add a feed, an OPML list or a text" in result.stderr
    assert "picture.png" not in (home / "sources.yml").read_text().removeprefix(before)


def test_adding_a_web_page_subscribes_the_feed_that_it_names_with_one_request_each(
    home, local_server
):
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hi</body></html>'
    local_server.routes["/"] = local_server.response(page, headers={"Content-Type": "text/html"})
    feed = rss(
        "The News", ("1", "Headline", "It rained on June 25 2024.", "Wed, 26 Jun 2024 09:00:00 GMT")
    )
    local_server.routes["/feed"] = local_server.response(feed, headers={"ETag": '"1"'})
    result = dateline(home, "add", local_server.url("/"), "--allow-address", local_server.address)
    assert result.exit_code == 0, result.output
    assert f"feed: {local_server.url('/feed')}" in (home / "sources.yml").read_text()
    assert local_server.paths() == ["/", "/feed"]


def test_adding_a_feed_asks_for_it_once(home, local_server):
    feed = rss(
        "The News", ("1", "Headline", "It rained on June 25 2024.", "Wed, 26 Jun 2024 09:00:00 GMT")
    )
    local_server.routes["/feed"] = local_server.response(feed, headers={"ETag": '"1"'})
    result = dateline(
        home, "add", local_server.url("/feed"), "--allow-address", local_server.address
    )
    assert result.exit_code == 0, result.output
    assert dateline(home, "run").exit_code == 0
    assert local_server.paths() == ["/feed"]


def test_adding_a_private_address_is_refused_unless_it_is_admitted(home, local_server):
    result = dateline(home, "add", local_server.url("/feed"))
    assert result.exit_code == 1
    assert f"--allow-address {local_server.address}" in result.stderr
    assert local_server.requests == []


def test_where_a_private_address_is_but_led_to_nothing_proposes_to_admit_it(home, local_server):
    local_server.routes["/feed"] = local_server.response(
        b"", "302 Found", {"Location": "http://127.0.0.2:9/secret"}
    )
    result = dateline(
        home, "add", local_server.url("/feed"), "--allow-address", local_server.address
    )
    assert result.exit_code == 1
    assert "127.0.0.2" in result.stderr
    assert "--allow-address" not in result.stderr


def test_read_prints_mentions_and_writes_nothing(tmp_path):
    path = note(tmp_path)
    result = dateline(tmp_path, "read", str(path), "--jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [m["edtf"] for m in found if m["basis"] == "explicit"] == ["2024-06-25"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["note.txt"]


def test_read_expressions_counts_the_characters_of_a_plain_file(tmp_path):
    text = "\n\n  Title \r\n\nIt began on June 25 2024, and ended in the summer of 2025.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, newline="")
    result = dateline(tmp_path, "read", str(path), "--expressions", "--jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["text"] for one in found] == ["June 25 2024", "the summer of 2025"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found)
    assert set(found[0]) == {
        "start", "end", "text", "type", "value", "edtf", "date_start", "date_end", "precision",
        "relation", "basis",
    }  # fmt: skip


def test_read_takes_standard_input_and_a_publication_date(tmp_path):
    text = b"It happened on Tuesday."
    result = dateline(
        tmp_path, "read", "-", "--published", "2024-06-26", "--expressions", "--jsonl", data=text
    )
    assert json.loads(result.stdout)["date_start"] == "2024-06-25"
    without = dateline(tmp_path, "read", "-", data=text)
    assert "needs a publication date" in without.stderr


def test_read_explains_each_date(tmp_path):
    result = dateline(
        tmp_path,
        "read",
        "-",
        "--published",
        "2024-06-26",
        "--explain",
        data=b"It rained on Tuesday.",
    )
    assert "Tuesday" in result.stdout
    assert "2024-06-26" in result.stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.xml", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0\xff" * 500),
    ],
)
def test_reading_what_is_no_text_says_so_in_one_line(tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    line = one_line(dateline(tmp_path, "read", str(tmp_path / name)), 1)
    assert name in line


def test_status_tells_each_source_in_words_and_in_json(home, local_server):
    local_server.routes["/gone"] = local_server.response(b"", "410 Gone")
    note(home)
    write_sources(
        home,
        "note.txt",
        f"feed: {local_server.url('/gone')}\nallow_address: {local_server.address}",
    )
    dateline(home, "run")
    told = dateline(home, "status").stdout
    assert "gone" in told
    assert "a local file" in told
    states = [
        json.loads(line)["state"] for line in dateline(home, "status", "--json").stdout.splitlines()
    ]
    assert states == ["active", "gone"]


def test_status_before_the_first_run_says_what_to_do_and_is_no_error(home):
    result = dateline(home, "status")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "dateline add" in result.stderr


def test_a_file_elsewhere_is_told_by_its_path(home, tmp_path):
    document = tmp_path / "elsewhere" / "note.txt"
    document.parent.mkdir()
    document.write_text("A note\n\nOn June 25 2024, Belousov called Austin.\n")
    told = dateline(home, "add", str(document)).stderr
    assert f"added      {document} (file)" in told
    assert f"read       {document}: 1 article" in told
    assert f"({document})" in dateline(home, "status").stdout
    assert query(home, "SELECT count(*) FROM sources WHERE key LIKE '%elsewhere%'") == [(0,)]


def test_a_folder_without_anything_to_read_is_added_and_says_so(home, tmp_path):
    (tmp_path / "empty").mkdir()
    told = dateline(home, "add", str(tmp_path / "empty"))
    assert told.exit_code == 0
    assert "nothing in it that can be read yet" in told.stderr


def test_dates_that_need_a_publication_date_are_told_with_their_articles(home):
    told = dateline(home, "add", str(note(home, "A note\n\nOn Tuesday it rained.\n"))).stderr
    assert "1 date needs a publication date, in “A note”" in told


def test_verify_names_a_quote_that_was_tampered_with(home):
    dateline(home, "add", str(note(home)))
    assert dateline(home, "verify").exit_code == 0
    import sqlite3

    with sqlite3.connect(home / "timeline.db") as db:
        db.execute("UPDATE mentions SET quote = 'Nobody said this.' WHERE kind = 'passage' OR 1")
    db.close()
    result = dateline(home, "verify", "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["sound"] is False
    assert "does not stand" in told["problems"][0]


def test_rebuild_mends_an_index_that_is_out_of_step(home):
    dateline(home, "add", str(note(home)))
    import sqlite3

    with sqlite3.connect(home / "timeline.db") as db:
        db.execute("INSERT INTO events_fts (events_fts) VALUES ('delete-all')")
    db.close()
    assert dateline(home, "verify").exit_code == 1
    assert dateline(home, "rebuild").exit_code == 0
    assert dateline(home, "verify").exit_code == 0


@pytest.mark.parametrize(
    "content", [b"this is no database, it is a text file\n" * 40, b"\0" * 8192]
)
def test_a_damaged_timeline_is_refused_in_one_line_and_left_alone(home, content):
    note(home)
    write_sources(home, "note.txt")
    (home / "timeline.db").write_bytes(content)
    line = one_line(dateline(home, "run", "--json"), 1)
    assert "timeline.db" in line
    assert (home / "timeline.db").read_bytes() == content


def test_a_site_directory_that_cannot_be_written_is_named(home):
    (home / "dateline.lock").mkdir()  # stands for a read-only folder, which the superuser may write
    line = one_line(dateline(home, "run"), 2)
    assert "cannot be written" in line
    assert str(home) in line


def test_a_backup_goes_into_a_new_folder_only(home, tmp_path):
    dateline(home, "add", str(note(home)))
    target = tmp_path / "copy"
    assert dateline(home, "backup", str(target)).exit_code == 0
    assert "exists already" in one_line(dateline(home, "backup", str(target)), 2)
    assert dateline(target, "verify").exit_code == 0


def test_a_taken_port_is_named(home):
    dateline(home, "add", str(note(home)))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        line = one_line(dateline(home, "serve", "--port", str(port)), 2)
    assert str(port) in line
    assert "--port" in line


def test_serving_before_the_first_run_says_what_to_do(home):
    assert "dateline run" in one_line(dateline(home, "serve"), 2)


@pytest.mark.parametrize("name", ["timeline.db", "metadata.yml"])
def test_serving_what_cannot_be_read_names_it(home, name):
    dateline(home, "add", str(note(home)))
    (home / name).unlink()
    (home / name).mkdir()
    assert f"{home / name}: cannot be read" in one_line(dateline(home, "serve", "--port", "0"), 2)


def test_serve_answers_and_stops_at_ctrl_c(home):
    dateline(home, "add", str(note(home)))
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", "--home", str(home), "serve", "--port", "0"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        told = ""
        while "Ctrl-C" not in told:
            line = process.stderr.readline()
            assert line, told
            told += line
        url = told.split("The timeline:")[1].split()[0]
        with urllib.request.urlopen(url + "2024/06/25") as answer:  # our own server on this machine
            assert b"Belousov" in answer.read()
    finally:
        import signal

        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in rest


def test_control_characters_from_outside_never_reach_the_terminal(home, local_server):
    body = rss(
        "Evil \x9b31m", ("1", "Head\x9bline", "It rained on June 25 2024.", "today")
    ).replace(b"Evil", b"Evil &#27;[31m")
    local_server.routes["/feed"] = local_server.response(body)
    write_sources(home, f"feed: {local_server.url('/feed')}\nallow_address: {local_server.address}")
    result = dateline(home, "run")
    told = result.output + dateline(home, "status").output
    assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in told)


def test_export_writes_the_events_in_a_format_under_the_sites_title(home):
    dateline(home, "add", str(note(home)))
    target = home / "events.csv"
    assert dateline(home, "export", "--format", "csv", "-o", str(target)).exit_code == 0
    assert "Belousov" in target.read_text("utf-8")
    feed = home / "new.json"
    assert (
        dateline(home, "export", "--format", "json", "-o", str(feed), "--from", "2024-06").exit_code
        == 0
    )
    assert json.loads(feed.read_text("utf-8"))["title"].startswith("News timeline")


def test_exporting_nothing_says_what_to_do(home):
    assert "dateline run" in one_line(dateline(home, "export", "--format", "csv"), 1)
    assert dateline(home, "export").exit_code == 2


def test_a_wrong_export_is_told_in_the_words_of_the_command_line(home, capfd):
    dateline(home, "add", str(note(home)))
    for wrong in (
        ["--format", "foo"],
        ["--format", "csv", "--precision", "foo"],
        ["--format", "csv", "--frm", "x"],
    ):
        capfd.readouterr()
        assert dateline(home, "export", *wrong).exit_code == 2
        told = capfd.readouterr().err
        assert "Try 'dateline export --help'" in told
        assert "datasette_timeline" not in told


def test_explain_tells_how_an_events_date_was_read(home):
    dateline(home, "add", str(note(home)))
    (slug,) = query(home, "SELECT slug FROM events WHERE basis = 'explicit'")[0]
    told = dateline(home, "explain", slug).stdout
    assert "'June 25 2024' read by" in told
    assert json.loads(dateline(home, "explain", slug, "--json").stdout)["event"]["slug"] == slug
    assert "no event has the slug" in one_line(dateline(home, "explain", "nothing"), 1)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_packed_documents_are_added_as_what_they_hold(home, kind):
    line = {
        "title": "A call",
        "text": "On June 25 2024, Belousov called Austin.",
        "published": "2024-06-26",
    }
    (home / "notes").mkdir()
    (home / "notes" / "calls.jsonl.gz").write_bytes(gzip.compress(json.dumps(line).encode()))
    (home / "notes" / "picture.png.gz").write_bytes(gzip.compress(b"no document"))
    place = home / "notes" / "calls.jsonl.gz" if kind == "file" else home / "notes"
    assert dateline(home, "add", str(place)).exit_code == 0
    assert query(home, "SELECT title FROM articles") == [("A call",)]
    assert ("2024-06-25",) in query(home, "SELECT date_start FROM mentions")


def test_packed_text_is_read_with_the_offsets_of_its_own_characters(tmp_path):
    path = tmp_path / "note.txt.gz"
    path.write_bytes(gzip.compress(b"Call\n\nOn June 25 2024 they met."))
    result = dateline(tmp_path, "read", str(path), "--expressions", "--jsonl")
    assert json.loads(result.stdout.splitlines()[0])["start"] == 9


def test_a_run_without_any_source_says_how_to_add_one(home):
    write_sources(home)
    (home / "sources.yml").write_text("sources: []\n")
    assert "dateline add" in dateline(home, "run").stderr

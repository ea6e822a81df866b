"""sources.yml says what to read in the user's words; a mistake is told by its line, a source added in place."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.errors import ConfigError
from ingest.sources import add_entry, read_sources, read_sources_file, source_key

EXAMPLE = """\
# sources.yml
sources:
  - feeds/harbour-gazette.xml          # a bare string is a feed, page, file or folder
  - https://news.example/feed.xml
  - url: https://news.example/other?format=rss
    title: Example
    publisher: Example News
    language: en-GB
    limits: {min_interval_seconds: 3_600}
  - feed: http://10.0.0.7:8080/feed
    allow_address: 10.0.0.7:8080
  - page: https://news.example/story
  - file: notes/op-ed.txt
    published: 2025-01-22
    genre: opinion
  - folder: documents
  - opml: subscriptions.opml   # the last

settings: {contact: "https://me.example/", limits: {body_bytes: 1000}}   # optional
"""


@pytest.fixture
def home(tmp_path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path


@pytest.fixture
def written(home):
    """Write a sources.yml and give its path."""

    def write(text):
        path = home / "sources.yml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


def test_every_form_of_entry_is_read(written, home):
    file = read_sources_file(written(EXAMPLE), home)
    assert [(source.key, source.kind) for source in file.sources] == [
        ("feeds/harbour-gazette.xml", "auto"),
        ("https://news.example/feed.xml", "auto"),
        ("https://news.example/other?format=rss", "auto"),
        ("http://10.0.0.7:8080/feed", "feed"),
        ("https://news.example/story", "page"),
        ("notes/op-ed.txt", "document"),
        ("documents", "folder"),
        ("subscriptions.opml", "opml"),
    ]
    gazette, _, other, intranet, _, note, *_ = file.sources
    assert gazette.location == str(home / "feeds" / "harbour-gazette.xml")
    assert (other.title, other.publisher, other.language) == ("Example", "Example News", "en-GB")
    assert other.overrides == {"min_interval_seconds": 3600}
    assert intranet.allow_address == "10.0.0.7:8080"
    assert (note.published, note.genre) == (date(2025, 1, 22), "opinion")
    assert file.settings.contact == "https://me.example/"
    assert file.settings.limits == {"body_bytes": 1000}


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "sources:\n", "sources: []\n", "settings:\n", "---\n"]
)
def test_an_empty_file_lists_no_sources(written, home, text):
    assert read_sources(written(text), home) == ()


@pytest.mark.parametrize(
    ("entry", "kind"),
    [("documents", "folder"), ("more/", "folder"), ("a.opml", "opml"), ("a.txt", "auto")],
)
def test_a_bare_path_is_what_it_looks_like(written, home, entry, kind):
    (source,) = read_sources(written(f"sources:\n  - {entry}\n"), home)
    assert source.kind == kind


def test_an_instant_keeps_its_offset(written, home):
    (source,) = read_sources(
        written("sources:\n  - file: a\n    published: 2025-01-22T08:00:00+02:00\n"), home
    )
    assert source.published == datetime(2025, 1, 22, 6, tzinfo=UTC)


MISTAKES = {
    "sources:\n  - urll: x\n": (2, "unknown key `urll`; did you mean `url`?"),
    "sorces: []\n": (1, "unknown key `sorces`; did you mean `sources`?"),
    "sources:\n  - a\n  - file: b\n    zzz: 1\n": (4, "unknown key `zzz`; known are"),
    "sources:\n  - url: ftp://x.example/\n": (2, "no http or https address"),
    "sources:\n  - url: 'http://[::1'\n": (2, "no web address"),
    "sources:\n  - www.news.example\n": (2, "https://www.news.example"),
    "sources:\n  - file: https://news.example/\n": (2, "write `url:`"),
    "sources:\n  - a\n  - ./a\n": (3, "a is there already, on line 2"),
    "sources:\n  - https://news.example/#x\n  - HTTPS://News.example\n": (
        3,
        "is there already, on line 2",
    ),
    "sources:\n  - file: a\n    published: soon\n": (
        3,
        "'soon' is no date; write it as 2025-01-22",
    ),
    "sources:\n  - file: a\n    published: 2025\n": (3, "'2025' is no date"),
    "sources:\n  - file: a\n    genre: gossip\n": (3, "`genre` is report or opinion"),
    "sources:\n  - file: a\n    language: English\n": (3, "no language tag"),
    "sources:\n  - url: http://a.example\n    allow_address: everything\n": (3, "HOST:PORT"),
    "sources:\n  - url: http://a.example\n    allow_address: a:99999\n": (3, "HOST:PORT"),
    "sources:\n  - url: http://a.example\n    limits: {x: many}\n": (3, "whole number"),
    "sources:\n  - {file: a, url: http://b.example}\n": (2, "exactly one of url, feed"),
    "sources:\n  - title: x\n": (2, "exactly one of url, feed"),
    "sources:\n  - file: a\n    file: b\n": (3, "`file` is there twice"),
    "sources:\n  - file: [a]\n": (2, "single value"),
    "sources:\n  - file:\n": (2, "is missing here"),
    "sources:\n  -\n": (2, "is missing here"),
    "sources: feed.xml\n": (1, "`sources` is a list"),
    "- feed.xml\n": (1, "`key: value`"),
    "words\n": (1, "`key: value`"),
    "sources:\n  - a\n b: c\n": (3, "not valid YAML"),
    "sources:\n\t- a\n": (2, "not valid YAML"),
    "sources: [a\n": (2, "not valid YAML"),
    "sources:\n  - *a\n": (2, "not valid YAML"),
    "sources: " + "[" * 5_000: (1, "not valid YAML"),
}


@pytest.mark.parametrize(
    ("text", "mistake"), MISTAKES.items(), ids=[text[:30] for text in MISTAKES]
)
def test_a_mistake_is_told_with_file_line_and_mend(written, home, text, mistake):
    line, reason = mistake
    with pytest.raises(ConfigError) as refused:
        read_sources(written(text), home)
    message = str(refused.value)
    assert message.startswith(f"sources.yml, line {line}: ")
    assert reason in message
    assert "\n" not in message


def test_a_file_that_is_not_utf_8_is_told_by_its_line(written, home):
    with pytest.raises(ConfigError, match="line 3: not UTF-8"):
        read_sources(written("sources:\n  - a\n  - Fähre\n".encode("latin-1")), home)


def test_a_missing_file_says_what_makes_one(home):
    with pytest.raises(ConfigError, match="no such file; `dateline init` makes one"):
        read_sources(home / "sources.yml", home)


def test_a_tag_of_yaml_runs_nothing(written, home):
    text = "sources:\n  - !!python/object/apply:os.mkdir [pwned]\n"
    with pytest.raises(ConfigError):
        read_sources(written(text), home)
    assert not (home / "pwned").exists()


@pytest.mark.parametrize(
    ("location", "key"),
    [
        ("HTTPS://News.Example:443/feed?b=1&utm_source=x#top", "https://news.example/feed?b=1&utm_source=x"),
        ("https://user:secret@news.example/feed", "https://news.example/feed"),
        ("notes/./a.txt", "notes/a.txt"),
        ("notes/../a.txt", "a.txt"),
        (".", "."),
    ],
)  # fmt: skip
def test_one_source_has_one_key(home, location, key):
    assert source_key(location, home) == key


def test_a_file_has_one_key_however_it_is_named(home, tmp_path_factory):
    assert source_key(str(home / "notes" / "a.txt"), home) == "notes/a.txt"
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(home)
    assert source_key(str(home / "a.txt"), link) == "a.txt"


def test_a_file_elsewhere_is_told_by_its_name_and_not_by_its_path(home):
    key = source_key("/somewhere/private/a.txt", home)
    assert key.startswith("a.txt~")
    assert key != source_key("/somewhere/else/a.txt", home)
    assert "private" not in key


ADDED = {
    "empty": ("", "sources:\n  - url: https://a.example/\n    title: T\n"),
    "comment": ("# mine\n", "# mine\nsources:\n  - url: https://a.example/\n    title: T\n"),
    "nothing listed": ("sources:\n", "sources:\n  - url: https://a.example/\n    title: T\n"),
    "brackets": ("sources: []\n", "sources:\n  - url: https://a.example/\n    title: T\n"),
    "no indent": ("sources:\n- a", "sources:\n- a\n- url: https://a.example/\n  title: T\n"),
    "deep indent": ("sources:\n     - a\n", "sources:\n     - a\n     - url: https://a.example/\n       title: T\n"),
    "settings after": (
        "sources:\n  - a   # first\n\n# about me\nsettings: {contact: x}\n",
        "sources:\n  - a   # first\n  - url: https://a.example/\n    title: T\n\n# about me\nsettings: {contact: x}\n",
    ),
    "settings only": ("settings:\n  contact: x\n", "settings:\n  contact: x\nsources:\n  - url: https://a.example/\n    title: T\n"),
    "Windows": ("sources:\r\n  - a\r\n", "sources:\r\n  - a\r\n  - url: https://a.example/\r\n    title: T\r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED)
def test_a_source_is_added_below_the_last_and_all_else_stays(written, home, before, after):
    path = written(before)
    source = add_entry(path, {"url": "https://a.example/", "title": "T"}, home)
    assert path.read_bytes().decode() == after
    assert (source.key, source.title) == ("https://a.example/", "T")
    assert read_sources(path, home)[-1] == source


def test_the_whole_example_grows_by_one(written, home):
    path = written(EXAMPLE)
    before = read_sources(path, home)
    add_entry(
        path,
        {"file": "Kyiv: day 1.txt", "published": date(2025, 2, 3), "publisher": "# no comment"},
        home,
    )
    after = read_sources(path, home)
    assert after[:-1] == before
    assert after[-1].key == "Kyiv: day 1.txt"
    assert (after[-1].published, after[-1].publisher) == (date(2025, 2, 3), "# no comment")
    kept = [line for line in path.read_text().splitlines() if line in EXAMPLE.splitlines()]
    assert kept == EXAMPLE.splitlines()


@pytest.mark.parametrize(
    ("text", "entry", "reason"),
    [
        ("sources:\n  - a\n", "a", "is there already, on line 2"),
        ("sources:\n  - a\n", {"url": "ftp://x.example"}, "no http or https"),
        ("sources:\n  - a\n", {"file": "b", "colour": "red"}, "unknown key `colour`"),
        ("sources: [a]\n", "b", "brackets"),
        ("sources: {a: b}\n", "b", "is a list"),
        ("sorces:\n", "b", "unknown key"),
    ],
)
def test_a_source_that_cannot_be_added_changes_nothing(written, home, text, entry, reason):
    path = written(text)
    with pytest.raises(ConfigError, match=reason):
        add_entry(path, entry, home)
    assert path.read_text() == text
    assert [file.name for file in home.iterdir() if file.is_file()] == ["sources.yml"]


def test_the_file_keeps_its_mode_and_its_link(written, home, tmp_path_factory):
    real = tmp_path_factory.mktemp("dotfiles") / "real.yml"
    real.write_text("sources:\n  - a\n")
    real.chmod(0o640)
    link = home / "sources.yml"
    link.symlink_to(real)
    add_entry(link, "b", home)
    assert link.is_symlink()
    assert real.read_text() == "sources:\n  - a\n  - b\n"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_line(written, home):
    path = written("sources:\n  - a\n")
    home.chmod(0o500)
    try:
        with pytest.raises(ConfigError, match="cannot be written"):
            add_entry(path, "b", home)
    finally:
        home.chmod(0o700)

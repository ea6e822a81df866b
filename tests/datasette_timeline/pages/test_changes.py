"""What sources changed: every change once, newest first, in both directions, of all sources or of one."""

import gzip
import json
import random
import re
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from datasette.database import QueryInterrupted

from datasette_timeline.presentation import change_entries
from datasette_timeline.reading import changes
from datasette_timeline.reading.changes import PAGE_SIZE, Place
from datasette_timeline.reading.database import Database


def _titles(text: str) -> list[str]:
    return re.findall(r"<h3><a [^>]*>([^<]*)</a></h3>", text)


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_change_tells_title_words_and_sentences_and_leads_to_its_revision(reader: Any) -> None:
    text = reader.get("/changes").text
    said = _words(text)
    assert "Title changed from Harbour bridge opens to Bridge opens at last" in said
    assert "2 words added, 9 removed" in said
    assert "as was feared at last" in said
    assert "Its last day was a Tuesday. Removed" in said
    assert 'href="/article/1#r2"' in text
    assert 'id="r2"' in reader.get("/article/1").text


def test_what_an_editor_hid_is_in_no_change(reader: Any) -> None:
    assert "An editor hid" not in reader.get("/changes").text
    assert "An editor hid" not in reader.get("/changes.atom").text


def test_a_headline_that_was_changed_is_told_once(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add(title="Old name")
    revision = maker.revise(1, title="New name", previous_title="Old name", changes="[]")
    maker.edit(1, revision, kind="report", quote="New name")
    maker.edit(1, revision, quote="It is open at last.")
    text = read_site(maker.finish()).get("/changes").text
    assert text.count("New name") == 2
    assert "It is open at last." in text


def test_words_of_a_changed_title_are_not_told_again_below_it(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add(title="The old name of it")
    runs = [
        ["-", "old"],
        ["+", "new"],
        ["-", "name"],
        ["+", "word"],
        ["+", "It opened."],
        ["-", "old"],
    ]
    maker.revise(
        1, title="The new word of it", previous_title="The old name of it", changes=json.dumps(runs)
    )
    text = read_site(maker.finish()).get("/changes").text
    (told,) = re.findall(r'<p class="changes"[^>]*>(.*?)</p>', text)
    assert told.strip() == "<ins>It opened.</ins> <del>old</del>"


@pytest.mark.parametrize(
    ("old", "new", "runs", "told"),
    [
        # A short word that the title has too is the text's own once the titles' difference is told.
        ("A fire in the port", "A blaze in the port", "-fire +blaze -a +the", "-a +the"),
        ("A fire in the port", "A blaze in the port", "-in +on", "-in +on"),
        ("Port opens", "Port opens a day late", "+a_day_late +a", "+a"),
        ("Port opens a day late", "Port opens", "-a_day_late -late", "-late"),
        ("Two die", "Three are dead", "-Two_die +Three_are_dead -die", "-die"),
    ],
)
def test_only_words_of_the_titles_difference_are_left_out(
    old: str, new: str, runs: str, told: str
) -> None:
    def read(text: str) -> list[tuple[str, str]]:
        return [(run[0], run[1:].replace("_", " ")) for run in text.split()]

    row = {"previous_title": old, "title": new}
    assert change_entries.below_title(read(runs), row) == read(told)


def test_an_article_that_was_taken_back_is_a_change(reader: Any) -> None:
    text = reader.get("/changes").text
    assert _titles(text)[0] == "Old plan"
    assert "its source no longer has it" in _words(text)


def test_a_further_sources_first_copy_of_an_article_is_no_change(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add(title="Carried by two")
    maker.revise(1, words_added=None, words_removed=None, changes=None)
    assert "Nothing has changed yet." in read_site(maker.finish()).get("/changes").text


def _site(maker: Any, read_site: Callable[..., Any]) -> tuple[Any, list[str]]:
    """Return a site of many changes, some at one instant, and the titles in the order of its page."""
    chance = random.Random(7)
    told = []
    for number in range(1, 90):
        at = f"2026-07-{chance.randint(1, 9):02}T10:00:00Z"
        publisher = ("Harbour Echo", "Valley Post")[number % 2]
        event = maker.add(title=f"Article {number}", publishers=(publisher,))
        article = maker.article_of(f"event-{event}")
        if number % 3:
            told.append((at, "r", maker.revise(article, seen_at=at), number))
        else:
            maker.connection.execute(
                "UPDATE articles SET withdrawn_at = ? WHERE id = ?", (at, article)
            )
            told.append((at, "a", article, number))
    order = [f"Article {number}" for *_, number in sorted(told, reverse=True)]
    return read_site(maker.finish()), order


@pytest.mark.parametrize("path", ["/changes", "/source/1/changes"])
def test_older_visits_every_change_once_and_newer_returns(
    maker: Any, read_site: Callable[..., Any], path: str
) -> None:
    site, order = _site(maker, read_site)
    if path != "/changes":
        # The first source is the Valley Post's: the odd numbers.
        order = [title for title in order if int(title.split()[1]) % 2]
    pages, address = [], path
    while address:
        pages.append(site.get(address).text)
        found = re.search(r'rel="next" href="([^"]+)"', pages[-1])
        address = found[1].replace("&amp;", "&") if found else ""
    assert [title for page in pages for title in _titles(page)] == order
    assert max(len(_titles(page)) for page in pages) == PAGE_SIZE
    for page in reversed(pages[:-1]):
        back = re.search(r'rel="prev" href="([^"]+)"', pages[pages.index(page) + 1])
        assert back is not None
        assert _titles(site.get(back[1]).text) == _titles(page)
    assert 'rel="prev"' not in pages[0]


def test_the_feed_has_the_pages_changes_and_goes_on(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    site, order = _site(maker, read_site)
    answer = site.get("/changes.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    first = feedparser.parse(answer.content)
    assert not first.bozo
    assert [entry.title.partition(": ")[2] for entry in first.entries] == order[:PAGE_SIZE]
    next_page = next(link.href for link in first.feed.links if link.rel == "next")
    second = feedparser.parse(site.get(next_page.removeprefix("http://localhost")).content)
    assert second.feed.id == first.feed.id
    assert len({entry.id for entry in [*first.entries, *second.entries]}) == 2 * PAGE_SIZE
    assert '<link rel="alternate" type="application/atom+xml"' in site.get("/changes").text


def test_a_feed_of_hostile_texts_is_well_formed(maker: Any, read_site: Callable[..., Any]) -> None:
    title = "</title><script>\x0b&amp;\ufffe ]]>"
    maker.add(title=title, url="javascript:alert(1)")
    maker.edit(1, maker.revise(1, title=title, previous_title="<b>", changes='[["?", "<i>"]]'),
               quote="<img src=x onerror=alert(2)>")  # fmt: skip
    site = read_site(maker.finish())
    feed = feedparser.parse(site.get("/changes.atom").content)
    assert not feed.bozo
    assert "<script" not in feed.entries[0].content[0].value
    assert "javascript:" not in site.get("/changes.atom").text + site.get("/changes").text
    assert "<img" not in site.get("/changes").text


@pytest.mark.parametrize(
    "query", ["after=x", "before=1_r2", "after=2026-07-01T08:00:00Z_r" + "9" * 30]
)
@pytest.mark.parametrize("path", ["/changes", "/changes.atom", "/source/1/changes"])
def test_a_place_that_no_page_gave_out_is_refused_with_the_way_on(
    reader: Any, path: str, query: str
) -> None:
    answer = reader.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert "Take it out of the address" in answer.text


@pytest.mark.parametrize("path", ["/source/99999/changes", "/source/99999999999999999999/changes",
                                  "/source/99999/changes.atom"])  # fmt: skip
def test_a_source_that_is_not_there_has_no_changes(reader: Any, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_an_unchanged_page_of_changes_is_not_sent_again(reader: Any) -> None:
    for path in ("/changes", "/changes.atom", "/source/1/changes"):
        tag = reader.get(path).headers["etag"]
        answer = reader.get(path, headers={"If-None-Match": tag})
        assert (answer.status_code, answer.content) == (304, b"")


def test_changes_without_their_sentences_say_so_and_are_not_kept(
    reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Database.rows

    async def interrupted(self: Database, sql: str, params: Any = None) -> Any:
        if "quote_start" in sql:
            raise QueryInterrupted(TimeoutError(), sql, {})
        return await rows(self, sql, params)

    monkeypatch.setattr(Database, "rows", interrupted)
    answer = reader.get("/changes")
    assert answer.status_code == 200
    assert "were left out" in answer.text
    assert "Bridge opens at last" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert reader.get("/changes.atom").headers["cache-control"] == "no-store"


def test_long_changes_are_cut_and_lead_to_the_whole(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    chance = random.Random(3)

    def prose(words: int) -> str:
        return " ".join("".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(words))

    for number in range(PAGE_SIZE):
        maker.add(title=prose(12))
        article = number + 1
        runs = ", ".join(f'["{sign}", "{prose(70)}"]' for sign in "+-+-")
        revision = maker.revise(article, previous_title=prose(12), changes=f"[{runs}]")
        for place in range(12):
            maker.edit(article, revision, quote=prose(80), quote_start=place,
                       withdrawn_at=changes_at(place))  # fmt: skip
    site = read_site(maker.finish())
    text = site.get("/changes").text
    assert text.count("6 further dated sentences") == PAGE_SIZE
    assert text.count("all the words") == PAGE_SIZE
    # Of random letters; prose compresses three times as well.
    assert len(gzip.compress(text.encode())) < 45_000


def changes_at(place: int) -> str | None:
    """Let every other sentence go with the revision, the rest come."""
    return "2026-07-02T09:30:00Z" if place % 2 else None


@pytest.mark.parametrize(
    "one", [Place("2026-07-01T08:00:00Z", "r", 5), Place("2026-07-01T08:00:00.5Z", "a", 0)]
)
def test_a_place_is_read_back_from_its_address(one: Place) -> None:
    assert changes.place(str(one)) == one


@pytest.mark.parametrize("text", [None, "", "{}", "[1]", '["+"]', "not json", '[["+", "a", "b"]]'])
def test_changes_that_cannot_be_read_are_none(text: str | None) -> None:
    assert change_entries.pieces(text) == []

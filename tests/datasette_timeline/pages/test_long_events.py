"""An event that many tell of: a light page, and another on which every mention stands once."""

import gzip
import html
import re
from collections.abc import Callable
from typing import Any

import pytest

from datasette_timeline.pages import events


def _ids(text: str) -> list[str]:
    return re.findall(r' id="m(\d+)"', text)


def _walked(reader: Any, address: str) -> list[str]:
    pages = []
    while address:
        pages.append(reader.get(address).text)
        found = re.search(r'rel="next" href="([^"]+)"', pages[-1])
        address = html.unescape(found[1]) if found else ""
    for number in range(1, len(pages)):
        back = re.search(r'rel="prev" href="([^"]+)"', pages[number])
        assert back is not None
        assert _ids(reader.get(html.unescape(back[1])).text) == _ids(pages[number - 1])
    return pages


def test_the_page_of_a_long_event_is_light_and_leads_to_all_of_it(reader: Any) -> None:
    page = reader.get("/event/long")
    assert len(gzip.compress(page.content)) < 15_000
    assert page.text.count('<section class="mention') == 12
    for words in ("All 113 mentions", "All 30 publishers", "63 further reasons", "53 others"):
        assert words in page.text
    assert '<a href="/event/long/mentions">' in page.text


def test_every_link_into_the_page_has_its_mention_there(reader: Any) -> None:
    text = reader.get("/event/long").text
    targets = re.findall(r'href="#m(\d+)"', text)
    assert targets
    assert set(targets) <= set(_ids(text))


def test_all_mentions_stand_once_on_the_pages_of_all(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.tell_often("long")
    held = {str(row[0]) for row in maker.connection.execute("SELECT id FROM mentions")}
    reader = read_site(maker.finish())
    pages = _walked(reader, "/event/long/mentions")
    found = [number for page in pages for number in _ids(page)]
    assert len(found) == len(set(found)) == 113
    assert set(found) == held
    assert len(pages) == 4
    assert "31 to 60 of 113 mentions" in pages[1]
    assert all(len(gzip.compress(page.encode())) < 15_000 for page in pages)


def test_the_mentions_of_one_publisher_are_those_that_its_row_counts(reader: Any) -> None:
    text = reader.get("/event/long/mentions?publisher=Paper+7").text
    assert "1 to 4 of 4 mentions" in re.sub(r"<[^>]+>", "", text)
    assert len(_ids(text)) == 4
    assert 'content="noindex, follow"' in text


@pytest.mark.parametrize(
    "path",
    ["/event/none/mentions", "/event/long/mentions?page=0", "/event/long/mentions?page=5",
     "/event/long/mentions?page=x", "/event/long/mentions?publisher=Nobody", "/event/hidden-one/mentions"],
)  # fmt: skip
def test_mentions_that_are_not_there_are_a_404(reader: Any, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_an_event_of_a_few_more_wordings_folds_them_on_its_own_page(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.tell_often("long", wordings=18)
    text = read_site(maker.finish()).get("/event/long").text
    assert "6 further wordings" in text
    assert text.count('<section class="mention') == 18


def test_the_same_words_of_many_are_cut_with_a_count(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    maker.add(slug="echoed", publishers=tuple(f"Paper {number}" for number in range(40)))
    text = read_site(maker.finish()).get("/event/echoed").text
    assert "The same words in 39 other reports" in text
    assert "27 further ones" in text


def test_an_event_is_cited_by_its_leading_mention_wherever_that_stands_among_many(
    maker: Any, read_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    event_id = maker.tell_often("led")
    sql = maker.connection
    (last,) = sql.execute("SELECT max(id) FROM mentions WHERE event_id = ?", (event_id,)).fetchone()
    sql.execute("UPDATE mentions SET reported_at = '2024-12-30' WHERE id = ?", (last,))
    for column in ("quote", "article_id"):
        told = f"(SELECT {column} FROM mentions WHERE id = ?)"
        sql.execute(f"UPDATE events SET {column} = {told}", (last,))
    monkeypatch.setattr(events, "_READ", 20)
    cited = re.search(
        r'<p class="cite"[^>]*>(.*?)</p>', read_site(maker.finish()).get("/event/led").text
    )
    assert cited is not None
    assert "30 December 2024" in cited[1]
    assert "Archived text: revision 1" in cited[1]

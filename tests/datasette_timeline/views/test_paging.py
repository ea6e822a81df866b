"""Paging: forwards every event is met once, backwards the same pages return."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.views import paging, segments
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.paging import Cursor, CursorError

_SHOWN = re.compile(r'<(?:h3[^>]*|li)><a href="/event/([^"]+)"')
_NEXT = re.compile(r'<a rel="next" href="(/[^"]*after=[^"]*)"')
_PREVIOUS = re.compile(r'<p class="pager"><a(?: rel="prev")? href="(/[^"]*before=[^"]*)"')
_TOTAL = re.compile(r'(?:class="count"><b>|<h1>(?:All )?)([\d,]+) event')


def _walk(reader: Any, path: str, link: re.Pattern[str]) -> list[tuple[str, list[str]]]:
    pages = []
    while path:
        page = reader.get(path)
        assert page.status_code == 200, path
        pages.append((path, _SHOWN.findall(page.text)))
        found = link.search(page.text)
        path = found[1].replace("&amp;", "&") if found else ""
        assert len(pages) < 20
    return pages


@pytest.mark.parametrize(
    "path",
    [
        "/", "/?sort=oldest", "/?sort=publishers", "/?q=bridge", "/?q=bridge&sort=relevance", "/2024",
        "/2024?sort=newest", "/2023", "/2023?sort=publishers", "/2023/05/04", "/2024/06",
        "/?from=2023&to=2024", "/?from=2023", "/?to=2023", "/2024?exact=1", "/?publisher=Hill+Gazette",
        "/?basis=published", "/?status=any", "/2023?q=ward&publisher=Valley+Post&sort=newest",
    ],
)  # fmt: skip
def test_walking_on_meets_every_event_once_and_walking_back_returns(reader: Any, path: str) -> None:
    pages = _walk(reader, path, _NEXT)
    met = [slug for _, slugs in pages for slug in slugs]
    total = _TOTAL.search(reader.get(path).text)
    assert total is not None
    assert len(met) == len(set(met)) == int(total[1].replace(",", ""))
    back = _walk(reader, pages[-1][0], _PREVIOUS)
    assert [slugs for _, slugs in reversed(back)] == [slugs for _, slugs in pages]


@pytest.mark.parametrize(
    "cursor",
    ["x", "9", "9_a", "0_2024-01-01", "-1_a", "0_a_b_c_d", "0_a_b_1_99999999999999999999", "²_a"],
)
def test_a_cursor_of_no_page_is_refused_with_a_way_out(reader: Any, cursor: str) -> None:
    page = reader.get("/", params={"after": cursor})
    assert page.status_code == 400
    assert "Take it out of the address" in page.text


@given(st.tuples(st.text(alphabet="0123456789-", max_size=10), st.text(alphabet="0123456789-", max_size=10),
                 st.integers(0, 10**6), st.integers(-(2**62), 2**62)))  # fmt: skip
def test_a_cursor_returns_from_its_text(values: tuple[str, str, int, int]) -> None:
    parts, _ = segments.of(Filter(), "walk", _TODAY)
    assert paging.decode(paging.encode(0, values), parts) == Cursor(0, values)


def test_a_cursor_without_values_is_where_a_segment_begins() -> None:
    parts, _ = segments.of(Filter(), "walk", _TODAY)
    assert paging.decode("1", parts) == Cursor(1, ())
    with pytest.raises(CursorError):
        paging.decode("7", parts)


_TODAY = date(2024, 1, 1)


def test_spans_without_a_start_come_after_those_with_one_the_nearest_end_first(
    maker: Any, read_site: Callable[..., Any]
) -> None:
    for year in (2034, 2030):
        maker.add(title=f"Until {year}", date_start=None, date_end=f"{year}-12-31", edtf=f"../{year}",
                  precision="open", relation="until")  # fmt: skip
    maker.add(title="Since 2014", date_start="2014-01-01", date_end=None, edtf="2014/..",
              precision="open", relation="since")  # fmt: skip
    page = read_site(maker.finish()).get("/2022").text
    titles = re.findall(r"<h3[^>]*><a [^>]*>([^<]*)</a>", page)
    assert titles == ["Since 2014", "Until 2030", "Until 2034"]

"""The laws of a filtered view, over random archives and filters: its bars, its pages and its count agree."""

import asyncio
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_PUBLISHERS = ("Harbour Echo", "Valley Post", "Hill Gazette")
_DATES = st.sampled_from(
    [
        ("2024-06-25", "2024-06-25", "day"), ("2024-06-25", "2024-06-25", "minute"),
        ("2024-06-01", "2024-06-30", "month"), ("2024-06-24", "2024-06-30", "week"),
        ("2024-01-01", "2024-12-31", "year"), ("2020-01-01", "2029-12-31", "decade"),
        ("2014-01-01", None, "open"), (None, "2024-06-25", "open"), (None, None, "unknown"),
        ("2023-12-31", "2024-01-01", "day"), ("1850-05-05", "1850-05-05", "day"),
    ]
)  # fmt: skip
_EVENTS = st.lists(
    st.tuples(_DATES, st.sets(st.sampled_from(_PUBLISHERS), min_size=1), st.sampled_from("xy")),
    max_size=60,
)
_VIEWS = st.tuples(
    st.sampled_from(["/", "/2024", "/2024/06", "/2024/06/25", "/?from=2024-05-20&to=2024-07-10", "/?from=2014",
                     "/?to=2024-06"]),
    st.sets(
        st.sampled_from(["publisher=Valley+Post", "publisher=Hill+Gazette", "precision=day", "precision=month",
                         "basis=explicit", "q=word", "q=wor*", "min_publishers=2", "exact=1", "kind=passage"]),
        max_size=3,
    ),
    st.sampled_from(["", "sort=newest", "sort=oldest", "sort=publishers"]),
)  # fmt: skip
_SHOWN = re.compile(r'<(?:h3[^>]*|li)><a href="/event/([^"]+)"')
_TOTAL = re.compile(r'(?:class="count"><b>|<h1>(?:All )?)([\d,]+) event')
_VAGUER = re.compile(r"([\d,]+) with a longer")
_BIN = re.compile(r'class="n">([\d,]+)<')
_NEXT = re.compile(r'<a rel="next" href="(/[^"]*after=[^"]*)"')
_PREVIOUS = re.compile(r'<p class="pager"><a(?: rel="prev")? href="(/[^"]*before=[^"]*)"')


def _filled(maker: Any, events: list[Any]) -> Path:
    for (start, end, precision), publishers, word in events:
        maker.add(
            title=f"Title {word}", quote=f"A word {word}.", date_start=start, date_end=end,
            edtf=start or end or "", precision=precision, publishers=tuple(sorted(publishers)),
            basis="explicit" if word == "x" else "relative",
        )  # fmt: skip
    path: Path = maker.finish()
    return path


async def _walked(
    datasette: Any, path: str, link: re.Pattern[str]
) -> tuple[str, list[list[str]], str]:
    """Return the last page's address, the events of each page, and the first page's text."""
    pages, first, last = [], "", path
    while path:
        text = (await datasette.client.get(path)).text
        first, last = first or text, path
        pages.append(
            _SHOWN.findall(text.partition('class="leads"')[0] + text.partition("</ol>")[2])
        )
        found = link.search(text)
        path = found[1].replace("&amp;", "&") if found else ""
        assert len(pages) < 9
    return last, pages, first


async def _agree(path: Path, view: tuple[str, set[str], str]) -> None:
    page, narrowed, sort = view
    arguments = "&".join(filter(None, [*sorted(narrowed), sort]))
    address = page + ("&" if "?" in page else "?") + arguments if arguments else page
    datasette = Datasette([str(path)], settings={"suggest_facets": False})
    await datasette.invoke_startup()
    try:
        last, pages, first = await _walked(datasette, address, _NEXT)
        met = [slug for slugs in pages for slug in slugs]
        said = _TOTAL.search(first)
        total = int(said[1].replace(",", "")) if said else 0
        assert len(met) == len(set(met)) == total, address
        listed = first.partition('<details class="bins">')[2].partition("</ul>")[0]
        if listed and "Days of" not in listed:
            vaguer = _VAGUER.search(first)
            bins = sum(int(number.replace(",", "")) for number in _BIN.findall(listed))
            assert bins + (int(vaguer[1]) if vaguer else 0) == total, address
        _, back, _ = await _walked(datasette, last, _PREVIOUS)
        assert back[::-1] == pages, address
    finally:
        for database in datasette.databases.values():
            database.close()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_EVENTS, _VIEWS)
def test_bars_pages_and_total_of_a_filtered_view_are_the_same_events(
    make_timeline: Callable[[Path], Any], events: list[Any], view: tuple[str, set[str], str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = _filled(make_timeline(Path(folder) / "timeline.db"), events)
        asyncio.run(_agree(path, view))

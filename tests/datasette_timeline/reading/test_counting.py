"""Counting in slices: together they count a view once, however it is read."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from datasette.utils import MultiParams

from datasette_timeline.reading import counting
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter

VIEWS = ["", "q=bridge", "publisher=Hill+Gazette", "entity=Ada+Brown", "place=Harbourtown", "basis=published",
         "q=bridge&publisher=Valley+Post", "from=2023&to=2024&q=the", "min_publishers=2", "speaker=Ada+Brown",
         "from=2024-06-20", "to=2023", "status=any"]  # fmt: skip


@pytest.fixture(scope="module")
def connection(timeline: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{timeline}?mode=ro", uri=True)) as opened:
        yield opened


@pytest.mark.parametrize("query", VIEWS)
@pytest.mark.parametrize("plan", ["gather", "walk", "probe"])
def test_every_plan_counts_the_same_events_by_the_same_bounds(
    connection: sqlite3.Connection, scan: Callable[[str], int], query: str, plan: Plan
) -> None:
    view = Filter.from_args(MultiParams(parse_qs(query)))
    years = dict(connection.execute("SELECT period, events FROM period_counts WHERE unit = 'year'"))
    counted = []
    for total in (100, 10 * counting.SLICE):
        is_text, wanted = counting.statements(view, plan, total, years)
        rows = [row for sql, params in wanted for row in connection.execute(sql, params)]
        groups = counting.joined(row[0] for row in rows) if is_text else rows
        bounds: Counter[tuple[str | None, str | None]] = Counter()
        for start, end, events in groups:
            bounds[start, end] += events
        counted.append(bounds)
    assert counted[0] == counted[1]
    assert counted[0].total() == scan(query)


def test_a_large_archive_is_cut_where_its_years_are() -> None:
    years = {str(year): 100_000 for year in range(2000, 2010)}
    _, wanted = counting.statements(Filter(), "walk", 1_000_000, years)
    lows = [params["low"] for _, params in wanted if "low" in params]
    assert lows[0] == ""
    assert len(lows) == 8
    assert lows[1:] == sorted(lows[1:])

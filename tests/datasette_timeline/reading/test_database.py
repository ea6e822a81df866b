"""What is asked of the database before a view is read: how many events it holds, and how it is best read."""

import asyncio
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from datasette.app import Datasette
from datasette.utils import MultiParams

from datasette_timeline.reading.database import Database
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter


@pytest.mark.parametrize(
    ("query", "plan", "total", "best"),
    [
        ("q=bridge", "probe", 100_000, "probe"),
        ("q=bridge", "probe", None, "probe"),
        # What is common in the archive is rare in this view.
        ("q=bridge", "probe", 0, "walk"),
        ("q=bridge&from=2024&to=2024", "probe", 0, "walk"),
        ("q=bridge&from=2024&to=2024", "probe", 100_000, "probe"),
        ("q=bridge", "gather", 0, "gather"),
    ],
)
def test_the_index_is_asked_for_each_event_only_where_most_of_them_match(
    timeline: Path, query: str, plan: Plan, total: int | None, best: Plan
) -> None:
    datasette = Datasette([str(timeline)])
    view = Filter.from_args(MultiParams(parse_qs(query)))
    database = Database(datasette.databases["timeline"])
    assert asyncio.run(database.plan_of_page(view, plan, total)) == best
    for opened in datasette.databases.values():
        opened.close()


@pytest.mark.parametrize(
    ("query", "most", "is_few"),
    [
        ("from=2024-06-25&to=2024-06-25", 1000, True),
        ("kind=opinion", 1000, True),
        ("kind=opinion", 0, True),
        ("min_publishers=2&disputed=1", 1000, True),
        ("status=any", 1000, True),
        ("status=any", 3, False),
        ("basis=explicit&from=2024&to=2024", 1, False),
        # Everything is in the rollups; what an index selects is told by the plan.
        ("", 1000, False),
        ("q=bridge", 1000, False),
        ("publisher=Valley+Post", 1000, False),
    ],
)
def test_a_view_of_few_events_is_told_without_reading_them(
    timeline: Path, query: str, most: int, is_few: bool
) -> None:
    datasette = Datasette([str(timeline)])
    view = Filter.from_args(MultiParams(parse_qs(query)))
    database = Database(datasette.databases["timeline"])
    assert asyncio.run(database.holds_few(view, most)) is is_few
    for opened in datasette.databases.values():
        opened.close()

"""A list page is called by what it shows: how many events, for which words, whose and when."""

import pytest
from datasette.utils import MultiParams

from datasette_timeline.presentation import titles
from datasette_timeline.views import periods
from datasette_timeline.views.filters import Filter


def view(query: str, period: str = "") -> Filter:
    arguments: dict[str, list[str]] = {}
    for pair in filter(None, query.split("&")):
        name, _, value = pair.partition("=")
        arguments.setdefault(name, []).append(value)
    return Filter.from_args(MultiParams(arguments), periods.parse(period) if period else None)


@pytest.mark.parametrize(
    ("query", "period", "total", "said"),
    [
        ("", "", 7_128, "All 7,128 events"),
        ("", "", 0, "All events"),
        ("", "", None, "All events"),
        ("", "2024-06", 12, "June 2024"),
        ("from=2014&to=2016", "", 12, "2014 to 2016"),
        ("from=2014-01&to=2014-01", "", 12, "January 2014"),
        ("q=oil spill", "", 1_037, "1,037 events for “oil spill”"),
        ("q=oil", "2024-06-25", 1, "1 event for “oil” on 25 June 2024"),
        ("q=oil", "2024", 0, "No events for “oil” in 2024"),
        ("q=oil", "", None, "Events for “oil”"),
        ("q=oil&from=2014", "", 3, "3 events for “oil”, from 2014"),
        ("q=oil&to=2014-05", "", 3, "3 events for “oil”, until May 2014"),
        ("publisher=B&publisher=A", "", 3, "3 events reported by A or B"),
        ("publisher=A&entity=Ada Brown&q=oil", "2024", 3, "3 events for “oil” about Ada Brown, reported by A in 2024"),
        ("source=7", "", 3, "3 events read from The Feed"),
        ("basis=explicit", "2024-06", 3, "3 events in June 2024, filtered"),
        ("q=oil&basis=explicit", "", 3, "3 events for “oil”"),
    ],
)  # fmt: skip
def test_a_view_is_called_by_what_it_shows(
    query: str, period: str, total: int | None, said: str
) -> None:
    assert str(titles.of_view(view(query, period), total, {"7": "The Feed"})) == said


def test_only_a_title_that_says_the_total_is_said_to() -> None:
    assert titles.of_view(view("q=oil"), 0, {}).has_total
    assert titles.of_view(view(""), 3, {}).has_total
    assert not titles.of_view(view("q=oil"), None, {}).has_total
    assert not titles.of_view(view("", "2024"), 3, {}).has_total

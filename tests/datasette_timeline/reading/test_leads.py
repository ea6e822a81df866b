"""What leads the home page, a year and a month: happenings that many report, not spans that hold them."""

import re
from collections.abc import Callable
from typing import Any

import pytest

MANY = ("Harbour Echo", "Valley Post", "Hill Gazette")


@pytest.fixture
def crowded(maker: Any, read_site: Callable[..., Any]) -> Any:
    """Serve a year of many events, of which few are reported by several publishers."""
    for day in range(1, 31):
        on = f"2024-06-{day:02}"
        for number in range(2):
            maker.add(slug=f"small-{day}-{number}", date_start=on, date_end=on, edtf=on)
    maker.add(
        slug="war", title="The war goes on", publishers=(*MANY, "Far Courier"),
        date_start="2024-01-01", date_end="2024-12-31", edtf="2024", precision="year",
    )  # fmt: skip
    maker.add(
        slug="in-june", title="Talks fail", publishers=MANY, edtf="2024-06",
        date_start="2024-06-01", date_end="2024-06-30", precision="month",
    )  # fmt: skip
    maker.add(slug="blast", title="A blast at the docks", publishers=MANY)
    maker.add(slug="echo", title="An echo", publishers=MANY[:2], date_start="2024-06-02",
              date_end="2024-06-02", edtf="2024-06-02")  # fmt: skip
    return read_site(maker.finish())


def led(page: Any) -> list[str]:
    found = re.search(r'<ol class="leads">(.*?)</ol>', page.text, re.DOTALL)
    return re.findall(r'href="/event/([^"]+)"', found[1]) if found else []


def test_a_year_and_the_home_page_are_led_by_what_is_dated_to_a_month_at_least(
    crowded: Any,
) -> None:
    assert led(crowded.get("/2024")) == ["in-june", "blast", "echo"]
    assert sorted(led(crowded.get("/"))) == ["blast", "echo", "in-june"]


def test_a_month_is_led_by_days_of_it(crowded: Any) -> None:
    assert led(crowded.get("/2024/06")) == ["blast", "echo"]


def test_no_narrowed_view_is_led(crowded: Any) -> None:
    assert led(crowded.get("/2024?min_publishers=2")) == []

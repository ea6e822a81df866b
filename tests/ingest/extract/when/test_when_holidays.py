"""Days known by a name: whose they are, and the weekends beside them."""

from datetime import date

import pytest

from ingest.extract.when import find
from ingest.extract.when.holidays import easter, orthodox_easter

PUBLISHED = date(2025, 3, 12)


def intervals_of(text: str) -> list[str]:
    return [each.edtf for each in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's Independence Day passed quietly.",
        "They marked Independence Day in the capital.",
        "Indian Independence Day was rainy, said a U.S. envoy.",
        "The first Thanksgiving was a feast.",
    ],
)
def test_a_holiday_of_another_nation_or_of_any_year_is_no_day_of_these_years(text: str) -> None:
    assert intervals_of(text) == []


def test_independence_day_is_that_of_the_nation_that_is_told_of() -> None:
    assert intervals_of("Americans marked Independence Day.") == ["2024-07-04"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was quiet over the Memorial Day weekend.", "2024-05-25/2024-05-27"),
        ("They spent the Thanksgiving weekend 2019 at home.", "2019-11-28/2019-12-01"),
        ("They left over the Easter bank holiday weekend.", "2024-03-30/2024-03-31"),
    ],
)
def test_the_weekend_of_a_holiday_is_more_than_its_day(text: str, edtf: str) -> None:
    assert intervals_of(text) == [edtf]


def test_orthodox_easter_is_another_day() -> None:
    # Meeus, Astronomical Algorithms, and the tables of the churches
    assert orthodox_easter(2016) == date(2016, 5, 1)
    assert orthodox_easter(2024) == date(2024, 5, 5)
    assert orthodox_easter(2025) == easter(2025) == date(2025, 4, 20)
    assert intervals_of("At Orthodox Easter 2024 a truce held.") == ["2024-05-05"]

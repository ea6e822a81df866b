"""What draws from feeds of all kinds showed (blogs, listings, notices, finance), in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract.when import find

#: A Wednesday.
PUBLISHED = date(2025, 7, 9)


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [found.value for found in find(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "Fetch it from nightly.example.org or see example.today for more.",
        "The script is in /etc/cron.monthly of the box.",
        "They called it the ‘12-Day War’.",
        "The study took 2000 person-years and 1950 man-hours.",
        "He let the wind and the current of events carry him.",
        "An organist played the Wedding March.",
        "I see her every now and then, or now and again.",
        "He was calm, because at the end of the day a goal is a goal.",
        "At the end of the day even the best lose.",
    ],
)
def test_addresses_compounds_marches_and_idioms_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing will happen between now and then.", ["PRESENT_REF"]),
        ("The current mayor stays.", ["PRESENT_REF"]),
        ("The fees will go back to their April level.", ["2025-04"]),
        ("Sales are to stay below their May peak.", ["2025-05"]),
        ("The fees will change in April.", ["2026-04"]),
    ],
)
def test_what_stands_near_them_is_a_time(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_hours_of_opening_are_of_every_week_and_of_no_day() -> None:
    text = "The baths are open:\n\nMonday - Friday: 10am - 4pm\nSaturday: 11am - 3pm\n\nCall us."
    assert values(text) == [
        "XXXX-WXX-1", "XXXX-WXX-5", "XXXX-XX-XXT10:00", "XXXX-XX-XXT16:00",
        "XXXX-WXX-6", "XXXX-XX-XXT11:00", "XXXX-XX-XXT15:00",
    ]  # fmt: skip


def test_the_hours_of_one_day_are_of_that_day() -> None:
    assert values("The fair is open on Saturday, 11am - 3pm.") == [
        "2025-07-12", "2025-07-12T11:00", "2025-07-12T15:00",
    ]  # fmt: skip


def test_a_day_known_by_its_date_is_that_of_the_attack_where_the_country_is_told_of() -> None:
    assert values("Envoys from Israel argued about Oct. 7 and its lessons.") == ["2023-10-07"]
    assert values("Shops in Leeds will close on Oct. 7.") == ["2025-10-07"]

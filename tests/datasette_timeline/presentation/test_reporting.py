"""Who reported an event: how long after the first, and what reports share their words."""

from typing import Any

import pytest

from datasette_timeline.presentation import reporting


def _rows(*reported: str | None) -> list[dict[str, Any]]:
    return [
        {"publisher": f"P{n}", "mention_id": n, "reported_at": at, "mentions": 1}
        for n, at in enumerate(reported)
    ]


@pytest.mark.parametrize(
    ("first", "other", "later"),
    [
        ("2024-06-26T09:00:00Z", "2024-06-26T09:40:00Z", "within the hour"),
        ("2024-06-26T09:00:00Z", "2024-06-26T12:00:00Z", "3 hours later"),
        ("2024-06-26T09:00:00Z", "2024-07-03T09:00:00Z", "7 days later"),
        ("2024-06-26", "2024-06-26T12:00:00Z", "the same day"),
        ("2024-06-26T23:00:00Z", "2024-06-27", "1 day later"),
        ("2024-06-26", "2024-06-28", "2 days later"),
        ("2024-06-26", None, None),
    ],
)
def test_a_report_is_so_much_later_as_its_date_allows_to_say(
    first: str, other: str | None, later: str | None
) -> None:
    told = reporting.reports(_rows(first, other))
    assert [report.later for report in told] == ["first", later]


def test_of_several_at_one_time_none_is_first() -> None:
    told = reporting.reports(_rows("2024-06-26", "2024-06-26", "2024-06-27"))
    assert [report.later for report in told] == [
        "among the first",
        "among the first",
        "1 day later",
    ]
    assert reporting.reports(_rows(None, None))[0].later is None


def _mention(
    quote: str, reported: str | None = None, withdrawn: str | None = None
) -> dict[str, Any]:
    return {"row": {"quote": quote, "reported_at": reported, "withdrawn_at": withdrawn}}


@pytest.mark.parametrize(
    ("reported", "is_known"),
    [
        (["2024-06-26", "2024-06-27"], True),
        (["2024-06-26T09:00:00Z", "2024-06-26T10:00:00Z"], True),
        (["2024-06-26", "2024-06-26T10:00:00Z"], False),
        (["2024-06-26", "2024-06-26"], False),
        (["2024-06-26", None], True),
        ([None, None], False),
    ],
)
def test_the_first_report_is_named_only_where_its_date_tells(
    reported: list[str | None], is_known: bool
) -> None:
    mentions = [_mention("The bridge opened.", at) for at in reported]
    assert (reporting.first(mentions) is mentions[0]) == is_known


def test_reports_with_the_same_words_stand_together_but_not_with_what_was_taken_back() -> None:
    mentions = [
        _mention("The bridge opened."),
        _mention("A bridge was opened."),
        _mention("The  bridge\nopened."),
        _mention("The bridge opened.", withdrawn="2024-07-01T00:00:00Z"),
    ]
    found = reporting.wordings(mentions)
    assert [(wording.lead is lead, len(wording.others)) for wording, lead in zip(
        found, (mentions[0], mentions[1], mentions[3]), strict=True
    )] == [(True, 1), (True, 0), (True, 0)]  # fmt: skip

"""Histograms: the unit fits the range, the bars and what is vaguer add up, nothing vague is drawn."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.views import histogram, periods, spans


@pytest.mark.parametrize(
    ("start", "end", "unit"),
    [
        ("2024-06-01", "2024-06-30", "day"),
        ("2024-06-01", "2024-08-01", "day"),
        ("2024-06-01", "2024-08-02", "month"),
        ("2024-01-01", "2024-12-31", "month"),
        ("2019-01-01", "2024-12-31", "month"),
        ("2018-12-31", "2024-12-31", "year"),
        ("1905-01-01", "2024-12-31", "year"),
        ("1904-01-01", "2024-12-31", "decade"),
    ],
)
def test_the_unit_fits_the_range(start: str, end: str, unit: str) -> None:
    assert histogram.frame(date.fromisoformat(start), date.fromisoformat(end)).unit == unit


_DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
_GROUPS = st.lists(
    st.tuples(_DATES, st.integers(0, 4000), st.integers(1, 50), st.sampled_from("se ")), max_size=40
)


def _groups(drawn: list[tuple[date, int, int, str]]) -> list[histogram.Group]:
    found: list[histogram.Group] = []
    for start, days, events, bounds in drawn:
        end = min(start.toordinal() + days, date.max.toordinal())
        found.append(
            (
                start.isoformat() if bounds != "e" else None,
                date.fromordinal(end).isoformat() if bounds != "s" else None,
                events,
            )
        )
    return found


@given(_GROUPS, _DATES, st.integers(0, 60_000))
def test_bars_and_vaguer_add_up_to_the_view(
    drawn: list[tuple[date, int, int, str]], start: date, length: int
) -> None:
    groups = _groups(drawn)
    total = sum(events for _, _, events in groups)
    shown = histogram.frame(start, min(start, date.max - timedelta(length)) + timedelta(length))
    counts = histogram.count(groups, shown.unit)
    chart = histogram.draw(shown, counts, total)
    assert sum(bar.events for bar in chart.bars) + chart.vaguer == total
    assert all(bar.events == 0 or bar.height > 0 for bar in chart.bars)


@given(_GROUPS)
def test_an_archive_is_drawn_in_at_most_120_bars_and_its_ends(
    drawn: list[tuple[date, int, int, str]],
) -> None:
    groups = _groups(drawn)
    years = histogram.count(groups, "year")
    shown = histogram.main_frame(years)
    if shown is None:
        assert not years
        return
    total = sum(events for _, _, events in groups)
    chart = histogram.draw(shown, histogram.count(groups, shown.unit), total)
    assert len(chart.bars) <= 122
    assert sum(bar.events for bar in chart.bars) + chart.vaguer == total


def test_a_single_event_of_old_becomes_the_bar_before() -> None:
    years = {"0044": 1} | {str(year): 100 for year in range(2000, 2021)}
    shown = histogram.main_frame(years)
    assert shown == histogram.Frame("year", date(2000, 1, 1), date(2020, 12, 31))
    first = histogram.draw(shown, years, 2101).bars[0]
    assert (first.label, first.events, first.start, first.end) == (
        "before 2000", 1, None, date(1999, 12, 31),
    )  # fmt: skip


def test_months_alone_leave_the_first_day_empty() -> None:
    groups: list[histogram.Group] = [("2024-06-01", "2024-06-30", 40)]
    june = periods.parse("2024-06")
    shown = histogram.frame(june.start, june.end)
    chart = histogram.draw(shown, histogram.count(groups, shown.unit), 40)
    assert [bar.events for bar in chart.bars] == [0] * 30
    assert chart.vaguer == 40
    assert chart.peak is None


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=40))
def test_a_fuller_bar_is_never_lower_and_the_guide_stands_at_its_number(events: list[int]) -> None:
    counts = {f"{1980 + n}": number for n, number in enumerate(events)}
    last = date(1979 + len(events), 12, 31)
    chart = histogram.draw(histogram.frame(date(1980, 1, 1), last), counts, sum(events))
    if chart.unit == "year":
        by_events = sorted(chart.bars, key=lambda bar: bar.events)
        assert all(a.height <= b.height for a, b in itertools.pairwise(by_events))
    if chart.guide and chart.peak:
        number, height = chart.guide
        share = height / 100
        assert 0 < number <= chart.peak.events
        assert abs((share**2 if chart.is_rooted else share) - number / chart.peak.events) < 0.002


@given(_GROUPS, _DATES, st.integers(0, 9_998))
def test_no_range_is_drawn_in_more_bars_or_labels_than_fit(
    drawn: list[tuple[date, int, int, str]], start: date, years: int
) -> None:
    groups = _groups(drawn)
    shown = histogram.frame(start, date(min(start.year + years, 9999), 12, 31))
    counts = histogram.count(groups, shown.unit)
    total = sum(events for _, _, events in groups)
    chart = histogram.draw(histogram.legible(shown, counts), counts, total)
    assert sum(bar.events for bar in chart.bars) + chart.vaguer == total
    if chart.peak:
        assert len(chart.bars) <= 122
        assert len(chart.ticks) <= 16


def test_labels_of_many_bars_keep_apart_and_stay_even() -> None:
    chart = histogram.draw(histogram.frame(date(1987, 1, 1), date(2026, 12, 31)), {}, 0)
    assert [bar.tick for bar in chart.ticks] == [str(year) for year in range(1990, 2026, 5)]
    months = histogram.draw(histogram.frame(date(2022, 1, 1), date(2024, 12, 31)), {}, 0)
    assert [bar.tick for bar in months.ticks] == ["2022", "2023", "2024"]


def test_vague_dates_are_spans_cut_to_the_frame_the_fullest_kept() -> None:
    june = periods.parse("2024-06")
    groups: list[histogram.Group] = [
        ("2024-06-10", "2024-06-10", 99),
        ("2024-06-01", "2024-06-30", 3),
        ("2014-01-01", None, 2),
        ("2024-01-01", "2024-12-31", 5),
        (None, "2024-06-15", 1),
        ("2023-01-01", "2023-12-31", 8),
        (None, None, 8),
    ]
    found = spans.fullest(groups, histogram.frame(june.start, june.end))
    assert [span.bounds for span in found][1] == (None, None)
    assert [(span.events, span.left, span.width) for span in found] == [
        (1, 0.0, 50.0), (7, 0.0, 100.0), (3, 0.0, 100.0),
    ]  # fmt: skip

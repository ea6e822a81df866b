"""What stands above a chart says what the chart shows, and what it does not."""

import pytest

from datasette_timeline.presentation import summary
from datasette_timeline.reading.chart import Chart
from datasette_timeline.views import histogram, periods
from datasette_timeline.views.filters import Filter


def _chart(counts: dict[str, int], total: int, shown: str = "2024") -> Chart:
    period = periods.parse(shown)
    frame = histogram.frame(period.start, period.end)
    return Chart(total, histogram.draw(frame, counts, total), ())


_MARCH = "events; most in March 2024 (2)."


@pytest.mark.parametrize(
    ("counts", "total", "said"),
    [
        ({"2024-03": 2, "2024-05": 1}, 3, f"3 {_MARCH}"),
        ({"2024-03": 2}, 1_003, f"1,003 {_MARCH} 1,001 with a longer or vaguer date are listed but not in the bars."),
        ({"2024-03": 2}, 3, f"3 {_MARCH} 1 with a longer or vaguer date is listed but not in the bars."),
        ({"2024-03": 1}, 1, "1 event, in March 2024."),
        ({}, 4, "4 events, all with a longer or vaguer date."),
        ({}, 1, "1 event, with a longer or vaguer date."),
        ({}, 0, ""),
    ],
)  # fmt: skip
def test_a_chart_is_told_in_words(counts: dict[str, int], total: int, said: str) -> None:
    assert " ".join(summary.sentences(Filter(), _chart(counts, total))) == said


@pytest.mark.parametrize(
    ("counts", "total", "said"),
    [
        ({"2024-06-25": 2}, 2, "2 events"),
        ({"2024-06-25": 2}, 3, "3 events: 2 on this day, 1 with a longer or vaguer date that includes it."),
        ({}, 3, "3 events, all with a longer or vaguer date."),
    ],
)  # fmt: skip
def test_a_day_tells_its_own_events_from_those_that_include_it(
    counts: dict[str, int], total: int, said: str
) -> None:
    view = Filter(period=periods.parse("2024-06-25"))
    assert " ".join(summary.sentences(view, _chart(counts, total, "2024-06-25"))) == said


def test_what_could_not_be_counted_or_has_no_date_claims_nothing() -> None:
    assert "too many events" in summary.sentences(Filter(), None)[0]
    assert summary.sentences(Filter(), Chart(2, None, ())) == ["2 events."]


@pytest.mark.parametrize(
    ("counts", "total", "said"),
    [
        ({"2024-03": 2, "2024-05": 1}, 4, "Most in March 2024 (2). 1 with a longer or vaguer date is listed but not in the bars."),
        ({"2024-03": 1}, 1, "In March 2024."),
        ({}, 4, "All with a longer or vaguer date."),
        ({}, 1, "With a longer or vaguer date."),
    ],
)  # fmt: skip
def test_below_a_title_that_says_the_total_it_is_not_said_again(
    counts: dict[str, int], total: int, said: str
) -> None:
    told = summary.sentences(Filter(q="oil"), _chart(counts, total), is_headed=True)
    assert " ".join(told) == said

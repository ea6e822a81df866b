"""How many events lie in each year, month or day: which bins, and their geometry in per cent. Pure.

An event counts in a bin when its whole interval lies within it. One that is vaguer than the bins is not
drawn, least of all on the 1st: it is counted apart, so that bins and "vaguer" add up to the view.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import median
from typing import Final

from datasette_timeline.views import periods
from datasette_timeline.views.periods import Period, Unit

#: Above these lengths a range is drawn in the next vaguer unit, so that no chart has more bars than this.
_MAX_BARS: Final = 120
_MAX_DAYS: Final = 62
_MAX_MONTHS: Final = 72
_MAX_YEARS: Final = _MAX_BARS
_MAX_DECADES: Final = 60
#: Each end of an archive's range that holds no more than this share of it becomes one bar, "before 1950":
#: a single event of the year 44 must not squeeze the present into a corner.
_OUTLYING: Final = 0.02
#: How much of an ISO date names the period of each unit.
KEY_LENGTH: Final[Mapping[Unit, int]] = {"decade": 3, "year": 4, "month": 7, "day": 10}
#: The share of a bin's width that is bar, the least height of a bar that stands for something, and how
#: many labels fit below the bars of a desktop.
_BAR_SHARE: Final = 0.86
_LEAST_HEIGHT: Final = 2.0
_MAX_TICKS: Final = 16
_DAY: Final = timedelta(days=1)
#: Where the fullest bar has this many times the events of a middling one, even heights show it alone:
#: then heights grow with the square root of the number, and the chart says so.
_LOPSIDED: Final = 20
#: Numbers that a line across the chart may stand for, times a power of ten.
_ROUND: Final = (5, 2, 1)

#: date_start, date_end (None: open or unknown) and the number of events that have both.
Group = tuple[str | None, str | None, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a chart shows: a range of whole units."""

    unit: Unit
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Bar:
    """One bin. `start` or `end` is None in the bar of all that lies before or after the chart's range."""

    label: str
    tick: str
    start: date | None
    end: date | None
    events: int
    #: Per cent of the drawing: left edge of the bin, its width, left edge and width of the bar, its height.
    left: float = 0
    width: float = 0
    bar_left: float = 0
    bar_width: float = 0
    height: float = 0

    @property
    def first(self) -> str:
        """Its first day as an address writes it, in the shortest form; '' where it has none."""
        return self._written[0]

    @property
    def last(self) -> str:
        """Its last day, likewise."""
        return self._written[1]

    @property
    def _written(self) -> tuple[str, str]:
        if self.start and self.end:
            return periods.written(self.start, self.end)
        start, end = (bound.isoformat() if bound else "" for bound in (self.start, self.end))
        return start, end

    @property
    def period(self) -> Period | None:
        """The calendar period that it stands for; None for the bars at the ends."""
        if self.start is None or self.end is None:
            return None
        found = periods.spanning(self.start, self.end)
        return found or Period(self.start, self.end, "decade")


@dataclass(frozen=True, slots=True)
class Histogram:
    """The bars in order, and what they leave out."""

    unit: Unit
    bars: tuple[Bar, ...]
    #: Events of the view that are vaguer than a bar.
    vaguer: int
    #: Whether heights grow with the square root of the number of events, not with the number.
    is_rooted: bool = False

    @property
    def peak(self) -> Bar | None:
        """The fullest bar, the first of equals; None where there is nothing to draw."""
        best = max(self.bars, key=lambda bar: bar.events, default=None)
        return best if best and best.events else None

    @property
    def guide(self) -> tuple[int, float] | None:
        """A round number about halfway up, and its height in per cent; None where bars are too few."""
        most = self.peak.events if self.peak else 0
        half = most // 4 if self.is_rooted else most // 2
        if half < 1:
            return None
        power = 10 ** (len(str(half)) - 1)
        number = next(digit * power for digit in _ROUND if digit * power <= half)
        return number, _height(number, most, is_rooted=self.is_rooted)

    @property
    def ticks(self) -> list[Bar]:
        """The bars that are labelled, so few that the labels do not meet."""
        labelled = [bar for bar in self.bars if bar.tick]
        stride = next(n for n in (1, 2, 5, 10, 20, 50) if len(labelled) / n <= _MAX_TICKS)
        return [bar for bar in labelled if _ordinal(bar, self.unit) % stride == 0]


def frame(start: date, end: date) -> Frame:
    """Return the chart of a given range: days up to two months, then months, years, decades."""
    days = (end - start).days + 1
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    years = end.year - start.year + 1
    unit: Unit = (
        "day" if days <= _MAX_DAYS
        else "month" if months <= _MAX_MONTHS
        else "year" if years <= _MAX_YEARS
        else "decade"
    )  # fmt: skip
    return Frame(unit, periods.containing(start, unit).start, periods.containing(end, unit).end)


def main_frame(years: Mapping[str, int]) -> Frame | None:
    """Return the range that holds all but the outlying years of an archive; None where it is empty."""
    inner = _without_outliers(years)
    if not inner:
        return None
    found = frame(periods.year(int(inner[0])).start, periods.year(int(inner[-1])).end)
    return _newest(found) if found.unit == "decade" else found


def legible(given: Frame, counts: Mapping[str, int]) -> Frame:
    """Return the frame, or of one with too many bars (thousands of years) the part that holds most events.

    `counts` are those of the frame's unit, by key.
    """
    if given.unit != "decade" or (given.end.year - given.start.year) // 10 < _MAX_BARS:
        return given
    low, high = (periods.containing(on, "decade").key for on in (given.start, given.end))
    inner = _without_outliers({key: counts[key] for key in counts if low <= key <= high})
    if not inner:
        return _newest(given)
    first, last = (
        periods.containing(date(int(key) or 1, 1, 1), given.unit) for key in (inner[0], inner[-1])
    )
    return _newest(Frame("decade", first.start, last.end))


def count(groups: Iterable[Group], unit: Unit) -> Counter[str]:
    """Return the number of events that lie within each period of that unit, by its key."""
    length = KEY_LENGTH[unit]
    suffix = "0" if unit == "decade" else ""
    counted: Counter[str] = Counter()
    for start, end, events in groups:
        if start and end and start[:length] == end[:length]:
            counted[start[:length] + suffix] += events
    return counted


def draw(shown: Frame, counts: Mapping[str, int], total: int) -> Histogram:
    """Return the chart of the frame; counts outside it become a bar at that end. `total`: of the view."""
    bars = [
        Bar(period.label, _tick(period, shown), period.start, period.end, counts.get(period.key, 0))
        for period in _units(shown)
    ]
    first, last = bars[0], bars[-1]
    assert first.start is not None and last.end is not None  # noqa: S101, PT018 - as made above
    length = KEY_LENGTH[
        shown.unit
    ]  # of a decade without its last digit: the first begins in the year 1
    low, high = first.start.isoformat()[:length], last.end.isoformat()[:length]
    before = sum(events for key, events in counts.items() if key[:length] < low)
    after = sum(events for key, events in counts.items() if key[:length] > high)
    if before:
        bars.insert(0, Bar(f"before {first.label}", "", None, first.start - _DAY, before))
    if after:
        bars.append(Bar(f"after {last.label}", "", last.end + _DAY, None, after))
    charted = sum(bar.events for bar in bars)
    is_rooted = _is_lopsided([bar.events for bar in bars])
    placed = tuple(_placed(bars, is_rooted=is_rooted))
    return Histogram(shown.unit, placed, max(total - charted, 0), is_rooted)


def _without_outliers(counts: Mapping[str, int]) -> list[str]:
    keys = sorted(key for key, events in counts.items() if events > 0)
    allowed = sum(counts.values()) * _OUTLYING
    for position in (0, -1):
        left_out = 0
        while len(keys) > 1 and left_out + counts[keys[position]] <= allowed:
            left_out += counts[keys.pop(position)]
    return keys


def _newest(shown: Frame) -> Frame:
    """Return the newest decades of a frame of decades, as many as are drawn."""
    first = max(shown.start.year, shown.end.year + 1 - 10 * _MAX_DECADES)
    return Frame("decade", periods.decade(first - first % 10).start, shown.end)


def _units(shown: Frame) -> Iterable[Period]:
    period: Period | None = periods.containing(shown.start, shown.unit)
    while period and period.start <= shown.end:
        yield period
        period = period.next


def _tick(period: Period, shown: Frame) -> str:
    """Return the label below a bar; months of several years are told by their Januaries."""
    if period.unit == "month" and shown.start.year != shown.end.year:
        return str(period.start.year) if period.start.month == 1 else ""
    return period.short_label


def _is_lopsided(events: list[int]) -> bool:
    filled = [number for number in events if number]
    return len(filled) > 2 and max(filled) > _LOPSIDED * median(filled)


def _height(events: int, most: int, *, is_rooted: bool) -> float:
    share = sqrt(events / most) if is_rooted else events / most
    return round(100 * share, 1)


def _placed(bars: list[Bar], *, is_rooted: bool) -> Iterable[Bar]:
    width = 100 / len(bars)
    most = max((bar.events for bar in bars), default=0) or 1
    for position, bar in enumerate(bars):
        height = _height(bar.events, most, is_rooted=is_rooted)
        height = max(height, _LEAST_HEIGHT) if bar.events else 0.0
        yield Bar(
            bar.label, bar.tick, bar.start, bar.end, bar.events,
            left=round(position * width, 2), width=round(width, 2),
            bar_left=round((position + (1 - _BAR_SHARE) / 2) * width, 2),
            bar_width=round(width * _BAR_SHARE, 2), height=height,
        )  # fmt: skip


def _ordinal(bar: Bar, unit: Unit) -> int:
    """Return the number by which bars are labelled in even steps: 1990, 1995, ..."""
    if bar.start is None:
        return 1
    match unit:
        case "decade":
            return bar.start.year // 10
        case "year":
            return bar.start.year
        case "month":
            return bar.start.year if bar.tick.isdigit() else bar.start.month
        case "day":
            return bar.start.day

"""What two mentions have in common and where they differ, as numbers that a score weighs. Pure."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, NamedTuple

from ingest.cluster.reading.features import Features
from ingest.cluster.reading.times import Agreement
from ingest.cluster.reading.words import HAPPENING

#: At most so many sorts of happening, so much weight and so many plain words count.
_MOST_HAPPENINGS: Final = 2.0
_MOST_WEIGHT: Final = 40.0
_MOST_PLAIN: Final = 6
#: The length of a time is told in doublings of a day, about 8 to a year; what is open counts as longer.
_DOUBLINGS_IN_A_YEAR: Final = 8
_OPEN_DAYS: Final = 400
#: An interval of about a year or longer.
_YEAR_DAYS: Final = 300


class Observations(NamedTuple):
    """What a pair has in common, each about 0 to 1 or 2; the same fields hold the weights."""

    #: 1 always: the weight is the logarithm of the odds of a pair with nothing in common.
    prior: float
    #: The words of both give the same time; one time lies within the other; they are a day apart.
    same_time: float
    time_within: float
    time_near: float
    #: How long the shorter time is, and how much longer the other: many things happen in a month.
    length: float
    longer: float
    #: A year is mostly named for the one thing that everybody knows of it.
    year: float
    #: Both name one sort of happening, near to the date in both.
    happening: float
    #: Both come back to the date from a later day: such a day has one event above all.
    later: float
    #: How much of the words near its date the one finds in the other, whichever finds more.
    covered: float
    #: The weight of the common words near both dates.
    weight: float
    #: Common words that are neither names nor figures nor sorts of happening.
    plain: float
    #: Both give a number that is neither date nor year.
    figure: float
    #: Both name people or organisations, and none in common.
    others_named: float
    #: One asks, the other tells.
    one_asks: float
    #: One tells of it as planned, the other not; of titles without a date ("to ban", "bans") it says nothing.
    one_plans: float
    #: Passages of one article are mostly different happenings: its author told them apart.
    same_article: float
    #: One newsroom seldom tells one happening twice, and its phrases recur.
    same_publisher: float
    #: One newsroom, a day apart, one of them by its publication: it has gone on to what came of it.
    next_day: float
    #: The one is what an article reports, the other a passage.
    one_report: float
    #: A time of day stands before each update of a running text: one has it, or they differ.
    one_clock: float
    clocks_differ: float


def observations(one: Features, other: Features, agreed: Agreement) -> Observations:
    """Return what two mentions have in common, given how their times agree; symmetric."""
    short, long = _in_order(one, other)
    weight = happenings = short_found = long_found = 0.0
    plain = figures = 0
    for name in filter(long.near.__contains__, short.near):
        mine, theirs = short.near[name], long.near[name]
        short_found += mine
        long_found += theirs
        weight += min(theirs, mine)
        if name[0] == HAPPENING:
            happenings += min(short.sorts[name], long.sorts[name])
        elif name[0].isdigit():
            figures = 1
        elif not (name in short.names and name in long.names):
            plain += 1
    days, most_days = sorted((one.days or _OPEN_DAYS, other.days or _OPEN_DAYS))
    length, longer = _lengths(days, most_days)
    a, b = one.mention, other.mention
    told = not (one.time.is_published or other.time.is_published)
    one_newsroom = a.publisher == b.publisher
    return Observations(
        prior=1.0,
        same_time=agreed == "same" and told,
        time_within=agreed == "within",
        time_near=agreed == "near",
        length=length,
        longer=longer,
        year=most_days >= _YEAR_DAYS,
        happening=min(happenings, _MOST_HAPPENINGS),
        later=one.is_later and other.is_later,
        covered=max(short_found / short.near_sum, long_found / long.near_sum),
        weight=min(weight, _MOST_WEIGHT) / _MOST_WEIGHT,
        plain=min(plain, _MOST_PLAIN) / _MOST_PLAIN,
        figure=figures,
        others_named=_are_others(one.actors, other.actors),
        one_asks=one.asks != other.asks,
        one_plans=(a.modality == "planned") != (b.modality == "planned")
        and not (one.time.is_published and other.time.is_published),
        same_article=a.article_key == b.article_key,
        same_publisher=one_newsroom,
        next_day=one_newsroom and agreed == "near",
        one_report=(a.kind == "passage") != (b.kind == "passage"),
        one_clock=(one.clock is None) != (other.clock is None),
        clocks_differ=None not in (one.clock, other.clock) and one.clock != other.clock,
    )


def _in_order(one: Features, other: Features) -> tuple[Features, Features]:
    """Return two mentions in one order of summing, so that rounding is symmetric too."""
    words, others = len(one.near), len(other.near)
    if words == others:
        ones, theirs = (one.words_hash, one.mention.id), (other.words_hash, other.mention.id)
        return (one, other) if ones <= theirs else (other, one)
    return (one, other) if words < others else (other, one)


def _are_others(ones: frozenset[str], others: frozenset[str]) -> bool:
    return bool(ones and others) and ones.isdisjoint(others)


@lru_cache(maxsize=1 << 10)
def _lengths(short: int, long: int) -> tuple[float, float]:
    return (
        math.log2(short) / _DOUBLINGS_IN_A_YEAR,
        math.log2(long / short) / _DOUBLINGS_IN_A_YEAR,
    )

"""Whether two mentions tell of one happening, with a score and the reason in words. Pure.

The score is a logistic model of a few observations (`evidence.py`); its weights are fitted on the pairs of
tests/quality/pairs that are for tuning (bench/pairs.py), the rest is the test. A few things are beyond
weighing: times that disagree, a plan and its execution, an anniversary and what it recalls, a first and
a second of one kind, two numbers of one series, a morning and an evening.
"""

from __future__ import annotations

import math
import operator
from typing import Final

from ingest.cluster.likeness.evidence import Observations, observations
from ingest.cluster.reading.features import Features
from ingest.cluster.reading.frames import tell_of_others
from ingest.cluster.reading.passage import printed, text_of
from ingest.cluster.reading.stock import are_of_others
from ingest.cluster.reading.times import Agreement, agreement, told
from ingest.cluster.reading.words import HAPPENING

#: A score from here on means one happening.
SAME: Final = 0.75
#: From here on two are alike enough to speak for one event of others, not alone.
ALIKE: Final = 0.6
#: The score of two that no event may hold both of, whatever ties them: they say the same of other names.
APART: Final = -1.0
#: Near-identical text: the share of three-word runs in common (Broder 1997).
NEAR_IDENTICAL: Final = 0.7
_ANNIVERSARY: Final = HAPPENING + "anniversary"
#: A morning and the evening or night of its day (codes of TIMEX3).
_APART_IN_A_DAY: Final = ({"MO", "EV"}, {"MO", "NI"})
_REASON_WORDS: Final = 6
_WEIGHTS: Final = Observations(
    prior=-3.72,
    same_time=1.56,
    time_within=-0.27,
    time_near=-1.16,
    length=-2.14,
    longer=-1.15,
    year=1.78,
    happening=0.68,
    later=1.22,
    covered=5.46,
    weight=2.16,
    plain=1.42,
    figure=1.52,
    others_named=-0.88,
    one_asks=-1.94,
    one_plans=-1.09,
    same_article=-1.15,
    same_publisher=-0.84,
    next_day=-1.88,
    one_report=0.17,
    one_clock=-1.11,
    clocks_differ=-4.37,
)


def score(one: Features, other: Features) -> float:
    """Return how surely two mentions tell of one happening, 0 to 1, or `APART`; symmetric."""
    agreed = agreement(one.time, other.time)
    if agreed is None:
        return 0.0
    if one.words_hash == other.words_hash:
        return 1.0
    if not one.time.edtf:
        return 0.0
    likeness = likeness_at(agreed, one, other)
    if likeness < ALIKE:
        return likeness
    if cannot_be_one(one, other) or are_of_others(one.wording.stock, other.wording.stock):
        return 0.0
    far_apart = bool(one.countries and other.countries) and one.countries.isdisjoint(
        other.countries
    )
    others = tell_of_others(one.wording.framed, other.wording.framed, far_apart=far_apart)
    return APART if others else likeness


def likeness_at(agreed: Agreement, one: Features, other: Features) -> float:
    """Return the score that two mentions would have if their times agreed so, 0 to 1."""
    evidence = sum(map(operator.mul, observations(one, other, agreed), _WEIGHTS))
    return 1 / (1 + math.exp(-evidence))


def cannot_be_one(one: Features, other: Features) -> bool:
    """Whether two mentions tell of two happenings however much they have in common."""
    if one.is_ahead != other.is_ahead:
        return True
    if (_ANNIVERSARY in one.near) != (_ANNIVERSARY in other.near):
        return True
    if one.ordinals and other.ordinals and one.ordinals.isdisjoint(other.ordinals):
        return True
    part, other_part = one.part_of_day, other.part_of_day
    if part and other_part and one.time == other.time and {part, other_part} in _APART_IN_A_DAY:
        return True
    return are_other_parts(one, other)


def are_other_parts(one: Features, other: Features) -> bool:
    """Whether two mentions tell of two parts of one series: day 13 of the games and day 14; two entries."""
    if one.entry and other.entry and one.entry[0] == other.entry[0] and one.entry != other.entry:
        return True
    ones, others = one.numbered, other.numbered
    if not (ones and others):
        return False
    return any(ones[head].isdisjoint(others[head]) for head in ones.keys() & others.keys())


def resemblance(one: Features, other: Features) -> float:
    """Return the share of three-word runs that two texts have in common, 0 to 1."""
    union = len(one.shingles | other.shingles)
    return len(one.shingles & other.shingles) / union if union else 0.0


def is_forced(one: Features, other: Features) -> bool:
    """Whether two mentions are one event whatever else they say.

    They are the same words of a compatible date, or the report that one article is, before and after
    an edit.
    """
    a, b = one.mention, other.mention
    if a.kind == b.kind != "passage" and a.article_key == b.article_key:
        return True
    return one.words_hash == other.words_hash and agreement(one.time, other.time) is not None


def reason(one: Features, other: Features, scored: float) -> str:
    """Return one line that says why `other` is of one event with `one`."""
    a, b = one.mention, other.mention
    if a.article_key == b.article_key and a.kind == b.kind != "passage":
        return f"{scored:.2f}: the report of one article, before and after an edit"
    dates = sorted({told(a.when, a.relation), told(b.when, b.relation)})
    when = " and ".join(dates)
    if one.words_hash == other.words_hash:
        return f"{scored:.2f}: {b.publisher} has the same words; {when}"
    common = one.near.keys() & other.near.keys()
    by_weight = sorted(common, key=lambda name: (-min(one.near[name], other.near[name]), name))
    words = ", ".join(printed(text_of(b), by_weight[:_REASON_WORDS]))
    return f"{scored:.2f}: {b.publisher}; {when}; in common: {words}"

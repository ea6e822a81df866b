"""Whether two mentions tell of one happening, with a score and the reason in words. Pure.

The score is a logistic model of a few observations; its weights were fitted on two thirds of the pairs
in tests/quality/pairs (bench/pairs.py), the rest is the test. A few things are beyond weighing: times that disagree, a plan
and its execution, an anniversary and what it recalls, a first and a second of one kind.
"""

from __future__ import annotations

import math
import operator
from typing import Final, NamedTuple

from ingest.cluster.features import Features
from ingest.cluster.times import Agreement, agreement, told
from ingest.cluster.words import HAPPENING

#: A score from here on means one happening: at it, 95 of 100 pairs must be (tests/quality/pairs).
SAME: Final = 0.7
#: Near-identical text: the share of three-word runs in common (Broder 1997).
NEAR_IDENTICAL: Final = 0.7
#: At most so many sorts of happening, so much weight and so many plain words count.
_MOST_HAPPENINGS: Final = 2.0
_MOST_WEIGHT: Final = 40.0
_MOST_PLAIN: Final = 6
_ANNIVERSARY: Final = HAPPENING + "anniversary"
_REASON_WORDS: Final = 6


class Observations(NamedTuple):
    """What a pair has in common, each about 0 to 1 or 2; the same fields hold the weights."""

    #: 1 always: the weight is the logarithm of the odds of a pair with nothing in common.
    prior: float
    #: The times are the same, or one lies within the other; near weighs nothing.
    same_time: float
    time_within: float
    #: Both name one sort of happening, near to the date in both.
    happening: float
    #: How many come back to the date from a later day: such a day has one event above all.
    later: float
    #: The cosine of the weighted words.
    cosine: float
    #: How much of the words near its date the one finds in the other, whichever finds more.
    covered: float
    #: The weight of the common words near both dates.
    weight: float
    #: Common words that are neither names nor figures nor sorts of happening.
    plain: float
    #: Passages of one article are mostly different happenings: its author told them apart.
    same_article: float
    #: One asserts what the other doubts or denies.
    standing_differs: float


_WEIGHTS: Final = Observations(-5.8, 2.7, 1.1, 1.4, 0.85, 3.1, 0.0, 2.6, 2.4, -1.75, -0.1)


def score(one: Features, other: Features) -> float:
    """Return how surely two mentions tell of one happening, 0 to 1; symmetric."""
    agreed = agreement(one.time, other.time)
    if agreed is None:
        return 0.0
    if one.words_hash == other.words_hash:
        return 1.0
    if not one.time.edtf or _cannot_be_one(one, other):
        return 0.0
    return likeness_at(agreed, one, other)


def likeness_at(agreed: Agreement, one: Features, other: Features) -> float:
    """Return the score that two mentions would have if their times agreed so, 0 to 1."""
    evidence = sum(map(operator.mul, observations(one, other, agreed), _WEIGHTS))
    return 1 / (1 + math.exp(-evidence))


def _cannot_be_one(one: Features, other: Features) -> bool:
    if (one.standing == "planned") != (other.standing == "planned"):
        return True
    if (_ANNIVERSARY in one.weights) != (_ANNIVERSARY in other.weights):
        return True
    return bool(one.ordinals and other.ordinals and one.ordinals.isdisjoint(other.ordinals))


def observations(one: Features, other: Features, agreed: Agreement) -> Observations:
    """Return what two mentions have in common, given how their times agree; symmetric."""
    if other.rank < one.rank:  # one order of summing, so that rounding is symmetric too
        one, other = other, one
    cosine = weight = happenings = mine_found = theirs_found = 0.0
    plain = 0
    for name, mine in one.weights.items():
        theirs = other.weights.get(name)
        if theirs is None:
            continue
        cosine += mine * theirs
        mine_near, theirs_near = one.near[name], other.near[name]
        mine_found += mine_near
        theirs_found += theirs_near
        weight += min(mine_near, theirs_near)
        if name[0] == HAPPENING:
            happenings += min(one.sorts[name], other.sorts[name])
        elif not (name[0].isdigit() or (name in one.names and name in other.names)):
            plain += 1
    return Observations(
        prior=1.0,
        same_time=float(agreed == "same"),
        time_within=float(agreed == "within"),
        happening=min(happenings, _MOST_HAPPENINGS),
        later=float(one.is_later + other.is_later),
        cosine=cosine / (one.norm * other.norm),
        covered=max(mine_found / one.near_sum, theirs_found / other.near_sum),
        weight=min(weight, _MOST_WEIGHT) / _MOST_WEIGHT,
        plain=min(plain, _MOST_PLAIN) / _MOST_PLAIN,
        same_article=float(one.mention.article_key == other.mention.article_key),
        standing_differs=float(one.standing != other.standing),
    )


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
    words = ", ".join(name.lstrip(HAPPENING) for name in by_weight[:_REASON_WORDS])
    return f"{scored:.2f}: {b.publisher}; {when}; in common: {words}"

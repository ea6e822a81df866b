"""Whether two mentions tell of one happening, with a score and the reason in words. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from ingest.cluster.features import Features
from ingest.cluster.times import Agreement, agreement, told

#: A score from here on means one happening; measured in tests/quality/pairs.
SAME: Final = 0.5
#: What a pair of mentions needs in common words (0 to 1), by how their times agree.
_BASE: Final[dict[Agreement, float]] = {"same": 0.40, "within": 0.50, "near": 0.45}
_STEEPNESS: Final = 12.0
#: Passages of one article are mostly different happenings: its author told them apart.
_SAME_ARTICLE: Final = 0.15
#: Near-identical text: the share of three-word runs in common.
NEAR_IDENTICAL: Final = 0.7


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two mentions gave."""

    #: 0 to 1; `SAME` and more means one happening.
    score: float
    agreement: Agreement
    reason: str


def score(one: Features, other: Features) -> float:
    """Return how surely two mentions tell of one happening, 0 to 1; symmetric."""
    if one.standing != other.standing:
        return 0.0
    agreed = agreement(one.time, other.time)
    if agreed is None:
        return 0.0
    if one.words_hash == other.words_hash:
        return 1.0
    if not one.time.edtf:
        return 0.0
    anniversary = ("#anniversary" in one.weights) != ("#anniversary" in other.weights)
    if anniversary:
        return 0.0
    cosine = common_weight(one, other) / (one.norm * other.norm)
    needed = _BASE[agreed]
    if one.mention.article_key == other.mention.article_key:
        needed += _SAME_ARTICLE
    return 1 / (1 + math.exp(-_STEEPNESS * (cosine - needed)))


def common_weight(one: Features, other: Features) -> float:
    """Return the product of the weights of the stems both have, summed."""
    few, many = sorted((one.weights, other.weights), key=len)
    return math.fsum(weight * many[name] for name, weight in few.items() if name in many)


def resemblance(one: Features, other: Features) -> float:
    """Return the share of three-word runs that two texts have in common, 0 to 1 (Broder 1997)."""
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
    """Return one line that says why two mentions are one event."""
    a, b = one.mention, other.mention
    date = told(a.when, a.relation)
    if a.article_key == b.article_key and a.kind == b.kind != "passage":
        return f"{scored:.2f} one article's report before and after an edit"
    if one.words_hash == other.words_hash:
        return f"{scored:.2f} the same words in {b.publisher}; {date}"
    shared = sorted(
        set(one.weights) & set(other.weights), key=lambda name: (-one.weights[name], name)
    )
    words = ", ".join(shared[:6])
    return f"{scored:.2f} {b.publisher}: {date} and {told(b.when, b.relation)}; both have {words}"

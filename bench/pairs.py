"""Fit the weights of likeness on the labelled pairs that are for tuning, and show how they would do.

Usage: python bench/pairs.py

Logistic regression by Newton's method with a small penalty on large weights. What is printed as "unseen" is
cross-validated: each pair scored by weights that were fitted without it.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.cluster.likeness.evidence import Observations, observations
from ingest.cluster.likeness.similarity import cannot_be_one, is_forced
from ingest.cluster.reading.features import Features, features
from ingest.cluster.reading.times import agreement
from ingest.model import Mention

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))
from labelled_pairs import labels, mentions_at, mentions_of

#: The penalty: as if each standardised weight were drawn from a normal distribution of variance 1/2.
PENALTY = 2.0
ROUNDS = 30
FOLDS = 10
THRESHOLDS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8)

Row = tuple[list[float], bool]


def rows() -> list[Row]:
    """Return what is observed of each tuning pair that is to be weighed, and whether it is one happening."""
    found = []
    mentions = mentions_of(labels())
    for pair in labels():
        if pair.part != "tune":
            continue
        ones = mentions_at(mentions[pair.collection, pair.article], pair.place)
        others = mentions_at(mentions[pair.collection, pair.other_article], pair.other_place)
        best = max(weighed(ones, others), key=sum, default=None)
        if best is not None:
            found.append((best, pair.verdict == "same"))
    return found


def weighed(ones: Sequence[Mention], others: Sequence[Mention]) -> list[list[float]]:
    """Return the observations of the pairs of two sentences' mentions that no rule decides."""
    found = []
    for one in map(features, ones):
        for other in map(features, others):
            seen = observe(one, other)
            if seen is not None:
                found.append(list(seen))
    return found


def observe(one: Features, other: Features) -> Observations | None:
    """Return what a pair has in common, None where its likeness is not a question of weight."""
    agreed = agreement(one.time, other.time)
    if agreed is None or not one.time.edtf or is_forced(one, other) or cannot_be_one(one, other):
        return None
    return observations(one, other, agreed)


def fit(data: Sequence[Row]) -> list[float]:
    """Return the weights that make `data` likeliest, a little drawn towards 0; the first is the prior's."""
    size = len(data[0][0])
    spreads = [1.0] + [spread([seen[each] for seen, _ in data]) for each in range(1, size)]
    scaled = [
        ([value / by for value, by in zip(seen, spreads, strict=True)], same) for seen, same in data
    ]
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [0.0] + [-PENALTY * weight for weight in weights[1:]]
        curve = [[PENALTY * (row == column > 0) for column in range(size)] for row in range(size)]
        for seen, same in scaled:
            odds = probability(weights, seen)
            for row, value in enumerate(seen):
                slope[row] += value * (same - odds)
                for column, by in enumerate(seen):
                    curve[row][column] += value * by * odds * (1 - odds)
        step = solve(curve, slope)
        weights = [weight + by for weight, by in zip(weights, step, strict=True)]
    return [weight / by for weight, by in zip(weights, spreads, strict=True)]


def spread(values: Sequence[float]) -> float:
    """Return the standard deviation of `values`, 1 where they are all one."""
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values)) or 1.0


def probability(weights: Sequence[float], seen: Sequence[float]) -> float:
    """Return the odds of one happening as a share of 1."""
    return 1 / (1 + math.exp(-math.fsum(a * b for a, b in zip(weights, seen, strict=True))))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return x of matrix * x = right, by elimination; the matrix is positive definite."""
    size = len(right)
    lines = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for pivot in range(size):
        for below in range(pivot + 1, size):
            by = lines[below][pivot] / lines[pivot][pivot]
            lines[below] = [a - by * b for a, b in zip(lines[below], lines[pivot], strict=True)]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = math.fsum(lines[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (lines[row][size] - known) / lines[row][row]
    return found


def main() -> None:
    """Print the fitted weights and, for some thresholds, precision and recall on unseen pairs."""
    data = rows()
    scores = [0.0] * len(data)
    for fold in range(FOLDS):
        weights = fit([row for place, row in enumerate(data) if place % FOLDS != fold])
        for place in range(fold, len(data), FOLDS):
            scores[place] = probability(weights, data[place][0])
    for threshold in THRESHOLDS:
        merged = [same for (_, same), score in zip(data, scores, strict=True) if score >= threshold]
        precision = sum(merged) / len(merged)
        recall = sum(merged) / sum(same for _, same in data)
        print(f"unseen, from {threshold:.2f} on: precision {precision:.3f}, recall {recall:.3f}")
    print(f"{len(data)} pairs")
    for name, weight in zip(Observations._fields, fit(data), strict=True):
        print(f"    {name}={weight:.2f},")


if __name__ == "__main__":
    main()

"""Sentences that many a report may hold: which happening they tell of shows in what stands around them. Pure.

"Two people were taken to hospital after the crash on Tuesday" stands, word for word, under the titles of
two crashes. It names nobody, so the same words are no sign of the same happening.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ingest.cluster.reading.forms import form

#: Two sentences are about the same where this share of the words of each is in the other,
_SAME_SENTENCE: Final = 0.75
#: and stand in the same surroundings where this share of the words around the one is around the other.
_SAME_SURROUNDINGS: Final = 0.25
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(eq=False)
class Stock:
    """A sentence that names nothing that is of one happening alone, and what stands around it."""

    sentence: str
    surroundings: str

    @cached_property
    def said(self) -> Mapping[str, float]:
        """The telling stems of the sentence, with how telling each is."""
        return _stems(self.sentence)

    @cached_property
    def around(self) -> Mapping[str, float]:
        """The telling stems of what stands around it, with how telling each is."""
        return _stems(self.surroundings)


def are_of_others(one: Stock | None, other: Stock | None) -> bool:
    """Whether two sentences of this kind are about the same and stand in other surroundings.

    None stands for a sentence that is not of this kind.
    """
    if one is None or other is None or min(_shares(one.said, other.said)) < _SAME_SENTENCE:
        return False
    return max(_shares(one.around, other.around)) < _SAME_SURROUNDINGS


def _shares(ones: Mapping[str, float], others: Mapping[str, float]) -> tuple[float, float]:
    """Return how much of each has the other; all of what is empty."""
    common = ones.keys() & others.keys()
    return _share(common, ones), _share(common, others)


def _share(names: Iterable[str], weights: Mapping[str, float]) -> float:
    whole = math.fsum(weights.values())
    return math.fsum(weights[name] for name in names) / whole if whole else 1.0


def _stems(text: str) -> Mapping[str, float]:
    forms = map(form, _WORD.findall(text))
    return {part.stem: part.weight for part in forms if part.weight}

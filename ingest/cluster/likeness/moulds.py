"""Moulds: mentions alike but for their figures, of which one comparison stands for many. Pure.

A feed of earthquakes, warnings or results tells each entry in one mould. What two mentions are to one
another depends on their moulds alone, unless they have a figure, their words or their article in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ingest.cluster.reading.features import Features


class Mould(NamedTuple):
    """What decides how a mention compares, as a number, and what is its own beside it."""

    #: A hash of all that comparison reads, figures blanked; of one process only.
    number: int
    #: Its figures, words and article: with a mention that has one of these it is compared by itself.
    own: frozenset[object]


def mould_of(compared: Features) -> Mould:
    """Return the mould of a mention."""
    mention = compared.mention
    read = (
        compared.wording.blanked,
        compared.time,
        compared.standing,
        compared.is_ahead,
        compared.is_later,
        compared.is_taken_back,
        compared.clock,
        compared.part_of_day,
        compared.actors,
        compared.countries,
        compared.asks,
        compared.entry[:1],
        (mention.kind, mention.basis, mention.modality, mention.publisher, mention.url is None),
    )
    words = compared.wording
    fillings = (words.forms[place].stem for place in words.fillings)
    own = (*words.figures, *fillings, compared.words_hash, mention.article_key)
    return Mould(hash(read), frozenset(own))


class Moulds:
    """Answers whether mentions are tied; of pairs that compare alike, because of their moulds, one is compared."""

    def __init__(self, moulds: Iterable[Mould] = ()) -> None:
        """Take the moulds of mentions; of each pair that is asked about one is among them or is added."""
        self._seen: set[int] = set()
        self._shared: set[int] = set()
        self._known: dict[tuple[int, int], bool] = {}
        for mould in moulds:
            self.add(mould)

    def add(self, mould: Mould) -> None:
        """Take the mould of one more mention."""
        (self._shared if mould.number in self._seen else self._seen).add(mould.number)

    def tied(self, one: Mould, other: Mould, compare: Callable[[], bool]) -> bool:
        """Whether a pair of these moulds is tied, which `compare` tells where no such pair did before."""
        key = self.key(one, other)
        if key is None:
            return compare()
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = compare()
        return known

    def key(self, one: Mould, other: Mould) -> tuple[int, int] | None:
        """Return what stands for all pairs that compare as this one does; None: it may be the only one."""
        a, b = one.number, other.number
        if (a not in self._shared and b not in self._shared) or not one.own.isdisjoint(other.own):
            return None
        return (a, b) if a <= b else (b, a)

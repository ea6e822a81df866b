"""What pairs of mentions are to one another: alike, linked, or nothing. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice, product
from typing import Final

from ingest.cluster.likeness.links import Side, Told, link, told_by
from ingest.cluster.likeness.moulds import Mould, Moulds, mould_of
from ingest.cluster.likeness.similarity import SAME, is_forced, score
from ingest.cluster.reading.features import ByPlace, Features
from ingest.cluster.reading.times import Time
from ingest.model import LinkRelation

#: Among more pairs of two groups it is worth looking for those that stand for all.
_MANY: Final = 64

#: Places by the part that they tell of, by its series; 0 and 0: of none that others here tell of too.
Series = Mapping[int, Mapping[int, Sequence[int]]]


def likeness(first: Features, second: Features) -> float:
    """Return the score of a pair, the earlier in rank first; 0 where one was taken back."""
    if is_forced(first, second):
        return 1.0
    if first.is_taken_back or second.is_taken_back:
        return 0.0
    return score(first, second)


class Pairs:
    """What pairs of some mentions, named by their places in rank order, are to one another."""

    def __init__(self, mentions: ByPlace, asked: Iterable[int]) -> None:
        """Take the mentions by place, and the places of those whose pairs will be asked about."""
        self._mentions = mentions
        self._asked = frozenset(asked)
        self._scores: dict[tuple[int, int], float] = {}

    @cached_property
    def _told(self) -> dict[int, Told]:
        return {place: told_by(self._mentions[place].mention) for place in self._asked}

    @cached_property
    def _mould_of(self) -> dict[int, Mould]:
        return {place: mould_of(self._mentions[place]) for place in self._asked}

    @cached_property
    def _moulds(self) -> Moulds:
        return Moulds(self._mould_of.values())

    def likeness(self, one: int, other: int) -> float:
        """Return the score of a pair, the lower place first; 0 where one was taken back."""
        known = self._scores.get((one, other))
        if known is None:
            known = self._scores[one, other] = likeness(self._mentions[one], self._mentions[other])
        return known

    def can_be_compared(self, one: int, other: int) -> bool:
        """Whether the score of a pair says anything of their likeness: neither was taken back."""
        return not (self._mentions[one].is_taken_back or self._mentions[other].is_taken_back)

    def are_tied(self, one: int, other: int) -> bool:
        """Whether a pair is alike or linked."""
        low, high = (one, other) if one < other else (other, one)
        return self._moulds.tied(
            self._mould_of[low], self._mould_of[high], partial(self._compare, low, high)
        )

    def _compare(self, low: int, high: int) -> bool:
        return self.likeness(low, high) >= SAME or any(self.links(low, high))

    def any_tied(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Whether any pair of two groups is alike or linked."""
        pairs = product(ones, others)
        if any(self.are_tied(one, other) for one, other in islice(pairs, _MANY)):
            return True
        if len(ones) * len(others) <= _MANY:
            return False
        return any(self.are_tied(one, other) for one, other in self._telling_pairs(ones, others))

    def _telling_pairs(
        self, ones: Sequence[int], others: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield pairs of two groups that stand for all of them."""
        owners: defaultdict[object, list[int]] = defaultdict(list)
        for other in others:
            for own in self._mould_of[other].own:
                owners[own].append(other)
        for one in ones:
            for own in self._mould_of[one].own:
                yield from ((one, other) for other in owners.get(own, ()))
        theirs = self._by_mould(others).values()
        for mine in self._by_mould(ones).values():
            for those in theirs:
                pairs = product(mine, those)
                yield from islice(filter(self._have_nothing_in_common, pairs), 1)

    def _have_nothing_in_common(self, pair: tuple[int, int]) -> bool:
        one, other = pair
        return self._mould_of[one].own.isdisjoint(self._mould_of[other].own)

    def _by_mould(self, places: Iterable[int]) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for place in places:
            found[self._mould_of[place].number].append(place)
        return found

    def by_time(self, places: Iterable[int]) -> dict[Time, list[int]]:
        """Return places by the time that they tell of."""
        found: defaultdict[Time, list[int]] = defaultdict(list)
        for place in places:
            found[self._mentions[place].time].append(place)
        return found

    def by_telling(self, places: Iterable[int]) -> dict[Told, list[int]]:
        """Return places by who tells of when."""
        found: defaultdict[Told, list[int]] = defaultdict(list)
        for place in places:
            found[self._told[place]].append(place)
        return found

    def by_series(self, places: Sequence[int]) -> Series:
        """Return places by the series, and in it the part, that they tell of."""
        if len(places) == 1:
            return {0: {0: places}}
        parts = {place: self._mentions[place].part for place in places}
        tellings = Counter(part[0] for part in parts.values() if part)
        found: dict[int, dict[int, list[int]]] = {}
        for place, told in parts.items():
            series, part = told if told and tellings[told[0]] > 1 else (0, 0)
            found.setdefault(series, {}).setdefault(part, []).append(place)
        return found

    def links(self, one: int, other: int) -> Iterator[tuple[int, int, LinkRelation]]:
        """Yield from which place to which a pair is linked."""
        linked = _link(self._mentions[one], self._mentions[other], self.likeness(one, other))
        if linked is None:
            return
        relation, side = linked
        if side != "second":
            yield one, other, relation
        if side != "first":
            yield other, one, relation


def are_tied(one: Features, other: Features) -> bool:
    """Whether two mentions are alike or linked."""
    scored = likeness(one, other)
    return scored >= SAME or _link(one, other, scored) is not None


def _link(first: Features, second: Features, scored: float) -> tuple[LinkRelation, Side] | None:
    if scored or first.is_taken_back or second.is_taken_back:
        return None
    return link(first, second)

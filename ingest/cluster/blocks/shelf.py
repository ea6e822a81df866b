"""A shelf: the mentions of one time or stretch of the calendar as sets of bits, quick to be asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from ingest.cluster.blocks.signature import Signature
from ingest.cluster.likeness.links import Told, may_concern

#: Stems that two mentions share: three, else two.
_THREE: Final = 3


class Shelf:
    """Some mentions, each a bit, by their stems, their texts and the series that they are of."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._with_stem: dict[int, int] = {}
        self._with_text: dict[int, int] = {}
        self._of_series: dict[int, int] = {}
        self._of_part: dict[tuple[int, int], int] = {}
        self._told: dict[Told, int] = {}
        self._concerned: dict[Told, int] = {}

    def add(
        self, number: int, signature: Signature, stems: Iterable[int], texts: Iterable[int] = ()
    ) -> None:
        """Put one more mention on the shelf, to be found by these of its stems and texts."""
        bit = 1 << len(self._numbers)
        self._numbers.append(number)
        for stem in stems:
            self._with_stem[stem] = self._with_stem.get(stem, 0) | bit
        for text in texts:
            self._with_text[text] = self._with_text.get(text, 0) | bit
        if signature.part:
            series, _ = signature.part
            self._of_series[series] = self._of_series.get(series, 0) | bit
            self._of_part[signature.part] = self._of_part.get(signature.part, 0) | bit

    def sharing(
        self,
        signature: Signature,
        stems: Iterable[int],
        shared: Literal[2, 3],
        texts: Iterable[int] = (),
    ) -> int:
        """Return the set of the mentions that have so many of `stems`, or any of `texts`.

        Other parts of the series that the signature is a part of are left out, but for the same words.
        """
        found = self._agreeing(stems, shared)
        for text in texts:
            found |= self._with_text.get(text, 0)
        if found and signature.part:
            series, _ = signature.part
            others = self._of_series.get(series, 0) ^ self._of_part.get(signature.part, 0)
            found &= ~others | self._with_text.get(signature.words_hash, 0)
        return found

    def tell(self, told: Told) -> None:
        """Say who tells of when in the mention that was put here last."""
        self._told[told] = self._told.get(told, 0) | 1 << (len(self._numbers) - 1)

    def concerned(self, told: Told) -> int:
        """Return the set of the mentions that what is told so could be alike to or linked with."""
        known = self._concerned.get(told)
        if known is None:
            known = 0
            for other, those in self._told.items():
                known |= those if may_concern(other, told) else 0
            self._concerned[told] = known
        return known

    def numbers(self, those: int) -> Iterator[int]:
        """Yield the numbers of a set of mentions."""
        while those:
            last = those.bit_length() - 1
            yield self._numbers[last]
            those ^= 1 << last

    def _agreeing(self, stems: Iterable[int], shared: Literal[2, 3]) -> int:
        known = list(filter(None, map(self._with_stem.get, stems)))
        if len(known) < shared:
            return 0
        return _in_three(known) if shared == _THREE else _in_two(known)


def _in_two(sets: Sequence[int]) -> int:
    """Return what is in two of the sets at least."""
    once = twice = 0
    for those in sets:
        twice |= once & those
        once |= those
    return twice


def _in_three(sets: Sequence[int]) -> int:
    """Return what is in three of the sets at least."""
    once = twice = thrice = 0
    for those in sets:
        thrice |= twice & those
        twice |= once & those
        once |= those
    return thrice

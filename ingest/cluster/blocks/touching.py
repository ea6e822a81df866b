"""Whether what is kept must be merged anew because of a change: whether they are alike or linked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain, islice
from typing import Final

from ingest.cluster.blocks.blocking import Index
from ingest.cluster.blocks.signature import Signature, Signed, stretches_of
from ingest.cluster.likeness.links import told_by
from ingest.cluster.likeness.moulds import Mould, Moulds, mould_of
from ingest.cluster.likeness.pairs import are_tied
from ingest.cluster.reading.features import Features, features, read_features
from ingest.model import Mention

#: So many pairs are compared before it is asked which of them compare alike.
_FEW: Final = 16


class Changed:
    """The mentions of a change, to be asked whether they touch one that is kept. Of that nothing is remembered."""

    def __init__(self, mentions: Mapping[int, Mention], index: Index) -> None:
        """Take the mentions by number, and the index of their signatures."""
        self._mentions = mentions
        self._index = index
        self._moulds = Moulds()
        self._mould_of: dict[int, Mould] = {}

    def touch(self, kept: Mention, signature: Signature) -> bool:
        """Whether any of them is alike to a kept mention or linked with it."""
        told = told_by(kept)
        numbers = self._index.sharing(Signed(stretches_of(told.time), signature), told)
        first = next(numbers, None)
        return first is not None and self._any_tied(read_features(kept), chain([first], numbers))

    def _any_tied(self, kept: Features, numbers: Iterable[int]) -> bool:
        rest = iter(numbers)
        if any(are_tied(kept, self._features(number)) for number in islice(rest, _FEW)):
            return True
        more = next(rest, None)
        if more is None:
            return False
        mould = mould_of(kept)
        return any(
            self._moulds.tied(
                mould, self._mould(number), partial(are_tied, kept, self._features(number))
            )
            for number in chain([more], rest)
        )

    def _features(self, number: int) -> Features:
        return features(self._mentions[number])

    def _mould(self, number: int) -> Mould:
        known = self._mould_of.get(number)
        if known is None:
            known = self._mould_of[number] = mould_of(self._features(number))
            self._moulds.add(known)
        return known

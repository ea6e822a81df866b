"""Blocks: only mentions that share one are compared, so that few are, however large the archive. Pure.

Two mentions share a block when they touch a stretch of the calendar together and have there the same
words, a run of telling words, or three of their five most telling stems; or when they are of one date,
or of one "since", and share two of their eight most telling stems.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations
from typing import Final, get_args

from ingest.cluster.blocks.shelf import Shelf
from ingest.cluster.blocks.signature import (
    Signature,
    Signed,
    has_none,
    marks,
    stretches_of,
    unpack,
)
from ingest.cluster.likeness.links import Told, told_by
from ingest.cluster.reading.times import Time
from ingest.dates import Relation
from ingest.model import Mention

#: Of the telling stems, those that join what only shares a stretch, and how many of them must agree.
_OF_STRETCH: Final = 5
_SHARED_IN_STRETCH: Final = 3
_SHARED_AT_TIME: Final = 2

#: Stands beside the stretch of what is open; no day has this number.
_OPEN: Final = -1
#: Where mentions of unknown date are kept: those are not compared.
_OF_NO_DATE: Final = frozenset(
    stretch
    for relation in get_args(Relation)
    for stretch in stretches_of(Time(None, None, "", relation, is_published=False))
)
#: Signatures of which it is remembered whether they share a block.
_REMEMBERED: Final = 1 << 10

#: An interval in days, or the number of a stretch.
Calendar = tuple[int, int] | int
Stems = tuple[int, ...]


def shared_blocks(signed: Sequence[Signed]) -> list[tuple[int, ...]]:
    """Return the blocks that two or more share, as ascending places in `signed`; each once."""
    # What has one signature is in the same blocks.
    alike: defaultdict[Signed, list[int]] = defaultdict(list)
    for place, each in enumerate(signed):
        alike[each].append(place)
    texts: defaultdict[tuple[int, int], list[list[int]]] = defaultdict(list)
    shelves: defaultdict[tuple[Calendar, int], list[tuple[Stems, list[int]]]] = defaultdict(list)
    for (stretches, signature), places in alike.items():
        for stretch in stretches:
            for text in _texts(signature):
                texts[stretch, text].append(places)
        for calendar, shared, stems in _telling(stretches, signature):
            shelves[calendar, shared].append((stems, places))
    blocks = chain(
        texts.values(),
        *(_telling_blocks(shelf, shared) for (_, shared), shelf in shelves.items()),
    )
    # Lists are told apart by where they are; each belongs to one signature.
    differing = {tuple(map(id, each)): each for each in blocks if len(each) > 1}
    found = {tuple(sorted(chain.from_iterable(each))) for each in differing.values()}
    found.update(tuple(places) for places in alike.values() if len(places) > 1)
    return sorted(found)


def _telling_blocks(
    shelf: Sequence[tuple[Stems, list[int]]], shared: int
) -> Iterable[list[list[int]]]:
    """Return the places that have so many stems in common, for each choice of stems."""
    counted = Counter(chain.from_iterable(stems for stems, _ in shelf))
    blocks: defaultdict[Stems, list[list[int]]] = defaultdict(list)
    for stems, places in shelf:
        # A stem that no other signature has there is in no block that two share.
        repeated = sorted(stem for stem in stems if counted[stem] > 1)
        for together in combinations(repeated, shared):
            blocks[together].append(places)
    return blocks.values()


def same_words(signed: Sequence[Signed]) -> list[list[int]]:
    """Return the places in `signed` that have the same words in one stretch, two or more each."""
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (stretches, signature) in enumerate(signed):
        for stretch in stretches:
            found[stretch, signature.words_hash].append(place)
    return [places for places in found.values() if len(places) > 1]


class Index:
    """Some mentions by their blocks, to be asked which of them share one with another mention."""

    def __init__(self, mentions: Mapping[int, Mention], signed: Mapping[int, Signed]) -> None:
        """Take the mentions and their signatures by their numbers."""
        self._shelves: defaultdict[Calendar, Shelf] = defaultdict(Shelf)
        #: Most of an archive has none of the marks of one article.
        self._marks: set[int] = set()
        for number, (stretches, signature) in signed.items():
            told, texts = told_by(mentions[number]), _texts(signature)
            self._marks |= marks(signature)
            for stretch in stretches:
                shelf = self._shelves[stretch]
                shelf.add(number, signature, signature.stems[:_OF_STRETCH], texts)
                shelf.tell(told)
            for time in _times(Signed(stretches, signature)):
                shelf = self._shelves[time]
                shelf.add(number, signature, signature.stems)
                shelf.tell(told)

    def candidates(self, kept: Iterable[tuple[int, int, bytes]]) -> dict[int, bytes]:
        """Return those mentions of `kept` that share a block with any, with their packed signatures.

        `kept` are rows of a stretch, a mention's number and its packed signature.
        """
        # The same words of one date have one signature, however often they are told.
        shares = lru_cache(maxsize=_REMEMBERED)(self._shares)
        return {
            number: packed
            for stretch, number, packed in kept
            if not has_none(packed, self._marks) and shares(stretch, packed)
        }

    def _shares(self, stretch: int, packed: bytes) -> bool:
        return any(self._sharing(Signed((stretch,), unpack(packed))))

    def sharing(self, signed: Signed, told: Told) -> Iterator[int]:
        """Yield the mentions that share a block with one of this signature, and that it may concern.

        One that shares several blocks may come several times.
        """
        for shelf, those in self._sharing(signed):
            yield from shelf.numbers(those & shelf.concerned(told))

    def _sharing(self, signed: Signed) -> Iterator[tuple[Shelf, int]]:
        """Yield the mentions that share a block with one of this signature, as sets of their shelves."""
        stretches, signature = signed
        for stretch in stretches:
            if shelf := self._shelves.get(stretch):
                stems = signature.stems[:_OF_STRETCH]
                those = shelf.sharing(signature, stems, _SHARED_IN_STRETCH, _texts(signature))
                if those:
                    yield shelf, those
        for time in _times(signed):
            if shelf := self._shelves.get(time):
                those = shelf.sharing(signature, signature.stems, _SHARED_AT_TIME)
                if those:
                    yield shelf, those


def _times(signed: Signed) -> tuple[tuple[int, int], ...]:
    """Return the dates it may be of; of "since 1981" the stretch that it is kept under, which is of no other date."""
    stretches, signature = signed
    if signature.first or stretches[0] in _OF_NO_DATE:
        return signature.exact_times
    return ((stretches[0], _OPEN),)


def _texts(signature: Signature) -> tuple[int, ...]:
    return signature.words_hash, *signature.runs


def _telling(
    stretches: Sequence[int], signature: Signature
) -> Iterator[tuple[Calendar, int, Stems]]:
    """Yield where telling stems make a block, how many must agree there, and which take part."""
    for time in _times(Signed(tuple(stretches), signature)):
        yield time, _SHARED_AT_TIME, signature.stems
    for stretch in stretches:
        yield stretch, _SHARED_IN_STRETCH, signature.stems[:_OF_STRETCH]

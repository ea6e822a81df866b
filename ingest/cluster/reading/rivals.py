"""Sorts of building and of disaster: the same told of another sort is another happening. Pure.

"Fire at school in Leeds kills 2" and "Robbery at hotel in Leeds kills 2" have the place and most words in
common. A report of a happening names where and what it was in one word each, and so do its retellings.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from ingest.cluster.reading.words import stem

#: A kind of sorts ("site") and the sort ("school").
Sort = tuple[str, str]

_NO_SORTS: Final[frozenset[Sort]] = frozenset()


class _Table(NamedTuple):
    #: Of each stem the sorts that it names.
    named: dict[str, frozenset[Sort]]
    #: Two sorts of one kind that one happening may be.
    together: frozenset[tuple[Sort, Sort]]


def sorts_of(stems: Collection[str]) -> frozenset[Sort]:
    """Return the sorts of building and of disaster that stems name."""
    named = _table().named
    return _NO_SORTS.union(*(named[each] for each in stems if each in named))


def names_sort(stemmed: str) -> bool:
    """Whether a stem names a sort of building or of disaster."""
    return stemmed in _table().named


def are_rivals(ones: Collection[Sort], others: Collection[Sort]) -> bool:
    """Whether two texts name sorts of one kind, none of which the happening of the other can be."""
    kinds = {kind for kind, _ in ones} & {kind for kind, _ in others}
    return any(
        not any(
            _may_be_one(one, other)
            for one in ones
            for other in others
            if one[0] == other[0] == kind
        )
        for kind in kinds
    )


def _may_be_one(one: Sort, other: Sort) -> bool:
    together = _table().together
    return one == other or (one, other) in together or (other, one) in together


@cache
def _table() -> _Table:
    named: dict[str, frozenset[Sort]] = {}
    together: set[tuple[Sort, Sort]] = set()
    text = resources.files(__package__).joinpath("rivals.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("//"):
            continue
        kind, name, words, *others = line.split("\t")
        for word in words.split():
            named[stem(word)] = named.get(stem(word), _NO_SORTS) | {(kind, name)}
        together.update(((kind, name), (kind, other)) for other in " ".join(others).split())
    return _Table(named, frozenset(together))

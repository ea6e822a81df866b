"""Which of many mentions are alike, must stay together or are linked, two by two. Pure.

First the components, for which a pair already connected need not be compared; then, inside each
component, who is alike to whom. In a large block each mention is compared with the earliest only, so
that an event with a thousand mentions does not cost a million comparisons. The blocks of a component
hold the same mentions whatever else is there, and so the outcome depends on the component alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Final

from ingest.cluster.blocks.blocking import same_words, shared_blocks
from ingest.cluster.blocks.signature import Signed
from ingest.cluster.components.unions import Unions
from ingest.cluster.likeness.links import may_concern
from ingest.cluster.likeness.pairs import Pairs, Series
from ingest.cluster.likeness.similarity import is_forced
from ingest.cluster.reading.features import Compared
from ingest.cluster.reading.times import Time, agreement
from ingest.model import LinkRelation

#: The earliest mentions of a block with which each of its mentions is compared.
_EARLIEST: Final = 5

#: For each place, the places that it was compared with, and the score.
Ties = dict[int, dict[int, float]]
#: For each place, the places whose events its event is linked to.
Links = dict[int, dict[int, LinkRelation]]


@dataclass(frozen=True, slots=True)
class Component:
    """Mentions that have to be merged anew together, by their places in rank order."""

    places: tuple[int, ...]
    ties: Ties
    links: Links
    #: The places in groups that are one event whatever else they say.
    groups: tuple[tuple[int, ...], ...]


def components(
    compared: Compared, signed: Sequence[Signed], known: Iterable[Sequence[int]] = ()
) -> Iterator[Component]:
    """Yield the components of mentions, of which `signed` are the signatures by place.

    `known` are places that were found to be of one component before, and that no other place held together.
    """
    shared = shared_blocks(signed)
    pairs = Pairs(compared, chain.from_iterable(shared))
    groups = _forced(compared, signed)
    connected = groups.copy()
    for first, *rest in known:
        for place in rest:
            connected.join(first, place)
    for places in shared:
        _connect(connected, places, pairs)
    inside: defaultdict[int, list[Sequence[int]]] = defaultdict(list)
    for places in shared:
        for name, part in _by_group(connected, places).items():
            if len(part) > 1:
                inside[name].append(part)
    for group in connected.groups():
        yield _component(group, inside[group[0]], pairs, groups)


def _connect(connected: Unions, places: Sequence[int], pairs: Pairs) -> None:
    """Join the groups of a block that any pair of theirs ties or links.

    First those of one time, then those of times that have to do with one another: most have not. Other
    parts of one series have not either.
    """
    if len(set(map(connected.find, places))) == 1:
        return
    by_time = list(pairs.by_time(places).items())
    for _, together in by_time:
        by_series = list(pairs.by_series(together).values())
        for parts in by_series:
            for part in parts.values():
                _connect_all(connected, part, pairs)
        for one, other in combinations(by_series, 2):
            _connect_across(connected, _all_of(one), _all_of(other), pairs)
    for (time, ones), (other_time, others) in combinations(by_time, 2):
        if agreement(time, other_time) is not None:
            _connect_parts(connected, pairs.by_series(ones), pairs.by_series(others), pairs)
        else:
            _connect_contradicting(connected, ones, others, pairs)


def _connect_contradicting(
    connected: Unions, ones: Sequence[int], others: Sequence[int], pairs: Pairs
) -> None:
    """Join what two times that do not agree have to do with one another: other newsrooms may contradict."""
    theirs = pairs.by_telling(others)
    for told, mine in pairs.by_telling(ones).items():
        concerned = [
            place
            for other_told, those in theirs.items()
            if may_concern(told, other_told)
            for place in those
        ]
        if concerned:
            _connect_parts(connected, pairs.by_series(mine), pairs.by_series(concerned), pairs)


def _connect_all(connected: Unions, places: Sequence[int], pairs: Pairs) -> None:
    groups = list(_by_group(connected, places).values())
    while len(groups) > 1:
        first, *rest = groups
        apart = []
        for other in rest:
            if pairs.any_tied(first, other):
                connected.join(first[0], other[0])
                first += other
            else:
                apart.append(other)
        # A group that grew may reach one it did not reach before.
        groups = [first, *apart] if len(apart) < len(rest) else apart


def _connect_parts(connected: Unions, ones: Series, others: Series, pairs: Pairs) -> None:
    for (series, parts), (other_series, other_parts) in product(ones.items(), others.items()):
        if series != other_series:
            _connect_across(connected, _all_of(parts), _all_of(other_parts), pairs)
            continue
        for part in parts.keys() & other_parts.keys():
            _connect_across(connected, parts[part], other_parts[part], pairs)


def _connect_across(
    connected: Unions, ones: Sequence[int], others: Sequence[int], pairs: Pairs
) -> None:
    theirs = _by_group(connected, others).values()
    for mine in _by_group(connected, ones).values():
        for other in theirs:
            together = connected.find(mine[0]) == connected.find(other[0])
            if not together and pairs.any_tied(mine, other):
                connected.join(mine[0], other[0])


def _all_of(parts: Mapping[int, Sequence[int]]) -> list[int]:
    return [place for places in parts.values() for place in places]


def _by_group(connected: Unions, places: Iterable[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        found[connected.find(place)].append(place)
    return found


def _component(
    places: Sequence[int], shared: Sequence[Sequence[int]], pairs: Pairs, groups: Unions
) -> Component:
    ties: defaultdict[int, dict[int, float]] = defaultdict(dict)
    links: defaultdict[int, dict[int, LinkRelation]] = defaultdict(dict)
    for one, other in _with_the_earliest(shared):
        if not pairs.can_be_compared(one, other):
            continue
        likeness = ties[one][other] = ties[other][one] = pairs.likeness(one, other)
        # What is alike at all is not linked; most are alike a little.
        if not likeness:
            for start, end, relation in pairs.links(one, other):
                links[start][end] = relation
    together = tuple(tuple(group) for group in _by_group(groups, places).values())
    return Component(tuple(places), ties, links, together)


def _with_the_earliest(shared: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """Return the pairs of each block of which one is among its earliest, the lower place first."""
    found: set[tuple[int, int]] = set()
    for places in shared:
        found.update(combinations(places[:_EARLIEST], 2))
        found.update(product(places[:_EARLIEST], places[_EARLIEST:]))
    return found


def _forced(compared: Compared, signed: Sequence[Signed]) -> Unions:
    """Return the groups of mentions that are one event whatever else they say."""
    groups = Unions(len(compared.mentions))
    reports: dict[tuple[str, str], int] = {}
    for place, mention in enumerate(compared.mentions):
        if mention.kind != "passage":
            groups.join(reports.setdefault((mention.article_key, mention.kind), place), place)
    for places in same_words(signed):
        at: dict[Time, int] = {}
        for place in places:
            groups.join(at.setdefault(compared[place].time, place), place)
        for one, other in combinations(at.values(), 2):
            if is_forced(compared[one], compared[other]):
                groups.join(one, other)
    return groups

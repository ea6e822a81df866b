"""What comparison reads of a text, worked out once for all mentions of the same words. Pure."""

from __future__ import annotations

import math
import re
from array import array
from binascii import crc32
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import pairwise
from typing import Final

from ingest.cluster.figures import Count, counts
from ingest.cluster.passage import Passage, Text, Word, read
from ingest.cluster.words import COMMON, HAPPENING, MONTHS, is_furniture, rarity, stem

#: Texts whose wording is remembered, and mentions whose features are: more than a batch of long articles makes.
REMEMBERED: Final = 1 << 14
#: Names tell one happening from another a little better than other words of the same rarity.
_NAME_WEIGHT: Final = 1.1
#: A figure ("11") tells little by itself; together with what is counted it tells much.
_FIGURE_WEIGHT: Final = 3.0
#: A word this far from the date counts half; far words keep a fifth.
_HALF_DISTANCE: Final = 8
_LEAST_NEARNESS: Final = 0.2
#: Without a date in the words the beginning is the news.
_NEWS_WORDS: Final = 14
_REST_NEARNESS: Final = 0.4
#: The runs of words by which near-identical texts find one another, and the telling words of each.
_NEAR_TEXT_RUNS: Final = 2
_TELLING_WORDS: Final = 2
#: 56 bits: no two texts of one archive share a hash by chance.
_HASH_BYTES: Final = 7
_NOT_WORD: Final = re.compile(r"\W+")
_DAY_NAMES: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun "
    "yesterday today tomorrow week month year"
)
_ORDINAL_NAMES: Final = "first second third fourth fifth sixth seventh eighth ninth tenth"
#: What a number follows to name one of a series, or one of several things that are told apart by numbers.
_SERIES_NAMES: Final = (
    "day week round stage phase level leg part episode season chapter game match test race heat lap"
    " flight reactor unit bill resolution proposition amendment route highway interstate district ward precinct"
)
_CALENDAR: Final = MONTHS | frozenset(stem(word) for word in _DAY_NAMES.split())
_ORDINALS: Final = frozenset(stem(word) for word in _ORDINAL_NAMES.split())
_SERIES: Final = frozenset(stem(word) for word in _SERIES_NAMES.split())


@dataclass(frozen=True, eq=False)
class Wording:
    """A text as it is compared: stems with weights, sorts of happening, figures, runs of words.

    What few comparisons ask for is worked out when it is first asked for.
    """

    #: Telling stems and figures, with how telling each is.
    weights: dict[str, float]
    #: The same, less what stands far from the words that give the date.
    near: dict[str, float]
    near_sum: float
    #: The sorts of happening it names, each with how near to the date, 0 to 1.
    sorts: dict[str, float]
    #: Stems written with a capital within a sentence.
    names: frozenset[str]
    #: "First", "second", ...: what tells two of one kind apart.
    ordinals: frozenset[str]
    #: Exact counts of people: what is counted, and how many.
    counts: tuple[Count, ...]
    #: Which of a series it tells of: {"day": {"13"}} of "day 13 of the games".
    numbered: dict[str, set[str]]
    #: The quoted words without case, punctuation and spacing.
    words_hash: int
    #: Hashes of the runs of three words, in their order.
    run_hashes: array[int]
    #: The least hashes of the runs that hold two telling words: near-identical texts share one, and a
    #: turn of phrase ("one of the") brings no strangers together.
    near_text: tuple[int, ...]

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of runs of three words, for near-identical text."""
        return frozenset(self.run_hashes)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures among its telling words."""
        return frozenset(name for name in self.near if name[0].isdigit())

    @cached_property
    def blanked(self) -> int:
        """A hash of all that comparison reads of it but which figures it has; of one process only."""
        return hash(
            (
                frozenset(
                    (name, weight) for name, weight in self.near.items() if name not in self.figures
                ),
                tuple(sorted(self.near[name] for name in self.figures)),
                frozenset(self.sorts.items()),
                self.names,
                self.ordinals,
                tuple(sorted((head, *sorted(parts)) for head, parts in self.numbered.items())),
            )
        )

    @cached_property
    def part(self) -> tuple[str, str] | None:
        """The series that it tells one part of, and which part; None: of no series, or of several parts."""
        parts = [(head, number) for head, numbers in self.numbered.items() for number in numbers]
        return parts[0] if len(parts) == 1 else None


@lru_cache(maxsize=REMEMBERED)
def wording(text: Text) -> Wording:
    """Return what comparison reads of `text`; remembered until it is merged."""
    return read_wording(text)


def read_wording(text: Text) -> Wording:
    """Return what comparison reads of `text`, worked out anew."""
    passage = read(text)
    weights, near = _weights(passage)
    runs = _run_hashes(passage.words)
    return Wording(
        weights=weights,
        near=near,
        near_sum=math.fsum(near.values()) or 1.0,
        sorts={name: near[name] / weights[name] for name in weights if name[0] == HAPPENING},
        names=frozenset(
            word.stem for word in passage.words if word.is_name and word.stem in weights
        ),
        ordinals=_ORDINALS.intersection(word.stem for word in passage.words),
        counts=counts(passage),
        numbered=_numbered(passage.words),
        words_hash=words_hash(text.quote),
        run_hashes=runs,
        near_text=_near_text(passage.words, weights, runs),
    )


def words_hash(text: str) -> int:
    """Return a hash of the words of `text` without case, punctuation and spacing."""
    words = _NOT_WORD.sub(" ", text.casefold()).strip().encode("utf-8", "replace")
    return int.from_bytes(blake2b(words, digest_size=_HASH_BYTES).digest(), "big")


def _weights(passage: Passage) -> tuple[dict[str, float], dict[str, float]]:
    weights: dict[str, float] = {}
    near: dict[str, float] = {}
    for place, word in enumerate(passage.words):
        weight = _figure_weight(passage, place) if word.is_number else _word_weight(word.stem)
        if not weight:
            continue
        if word.is_name:
            weight *= _NAME_WEIGHT
        nearby = weight * _nearness(passage, place)
        if weight > weights.get(word.stem, 0.0):
            weights[word.stem] = weight
        if nearby > near.get(word.stem, 0.0):
            near[word.stem] = nearby
    return weights, near


@lru_cache(maxsize=1 << 14)
def _word_weight(stemmed: str) -> float:
    if stemmed in _CALENDAR or len(stemmed) < 2 or is_furniture(stemmed):
        return 0.0
    telling = rarity(stemmed) - COMMON
    return max(telling, 0.0) + COMMON / 2 if telling > 0 or stemmed[0] == HAPPENING else 0.0


def _figure_weight(passage: Passage, place: int) -> float:
    number = passage.words[place].stem
    is_year = len(number) == 4 and number.isdigit() and number[:2] in {"18", "19", "20"}
    around = {word.stem for word in passage.words[max(0, place - 1) : place + 2]}
    return 0.0 if is_year or passage.distance(place) == 0 or around & MONTHS else _FIGURE_WEIGHT


def _nearness(passage: Passage, place: int) -> float:
    distance = passage.distance(place)
    if distance is None:
        return 1.0 if place < _NEWS_WORDS else _REST_NEARNESS
    return max(_LEAST_NEARNESS, 1 / (1 + (distance / _HALF_DISTANCE) ** 2))


def _numbered(words: Sequence[Word]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for head, number in pairwise(words):
        if number.is_number and head.stem in _SERIES:
            found[head.stem].add(number.stem)
    return found


def _run_hashes(words: Sequence[Word]) -> array[int]:
    numbers = [number_of(word.stem) for word in words]
    runs = zip(numbers, numbers[1:], numbers[2:], strict=False)
    return array("Q", [(one * 31 + two) * 31 + three for one, two, three in runs])


def _near_text(
    words: Sequence[Word], weights: Container[str], run_hashes: Sequence[int]
) -> tuple[int, ...]:
    telling = [word.stem in weights for word in words]
    pairs = zip(run_hashes, telling, telling[1:], telling[2:], strict=False)
    runs = {run for run, *told in pairs if sum(told) >= _TELLING_WORDS}
    return tuple(nsmallest(_NEAR_TEXT_RUNS, runs))


@lru_cache(maxsize=1 << 14)
def number_of(stemmed: str) -> int:
    """Return a hash of a stem, 32 bits."""
    return crc32(stemmed.encode("utf-8", "replace"))

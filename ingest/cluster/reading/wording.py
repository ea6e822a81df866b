"""What comparison reads of a text, worked out once for all mentions of the same words. Pure."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Final

from ingest.cluster.reading.entries import Filled, filled_form
from ingest.cluster.reading.figures import Count, counts, tolls
from ingest.cluster.reading.forms import Form
from ingest.cluster.reading.frames import Framed, Slots, slots
from ingest.cluster.reading.passage import LONGEST, Passage, Text, read, says_enough, whole
from ingest.cluster.reading.rivals import sorts_of
from ingest.cluster.reading.stock import Stock
from ingest.cluster.reading.words import HAPPENING, MONTHS, is_nation, stem

#: Texts whose wording is remembered, and mentions whose features are: more than a batch of long articles makes.
REMEMBERED: Final = 1 << 14
#: Names tell one happening from another a little better than other words of the same rarity.
_NAME_WEIGHT: Final = 1.1
#: A figure ("11") tells little by itself; together with what is counted it tells much.
_FIGURE_WEIGHT: Final = 3.0
#: A word this far from the date counts half; far words keep a fifth.
_HALF_DISTANCE: Final = 8
_LEAST_NEARNESS: Final = 0.2
#: From this distance on all count alike.
_FAR: Final = 2 * _HALF_DISTANCE
_NEARNESS: Final = tuple(
    max(_LEAST_NEARNESS, 1 / (1 + (distance / _HALF_DISTANCE) ** 2)) for distance in range(_FAR + 1)
)
#: Without a date in the words the beginning is the news.
_NEWS_WORDS: Final = 14
_REST_NEARNESS: Final = 0.4
#: Words that are said of many a happening ("It happened on Tuesday") tell less than those around them.
_SAID_OF_MANY: Final = 0.4
_WITHOUT_DATE: Final = [1.0] * _NEWS_WORDS + [_REST_NEARNESS] * (LONGEST - _NEWS_WORDS)
#: The most telling stems by which mentions find one another.
TELLING: Final = 8
#: The runs of words by which near-identical texts find one another, and the telling words of each.
NEAR_TEXT_RUNS: Final = 2
_TELLING_WORDS: Final = 2
#: 56 bits: no two texts of one archive share a hash by chance.
_HASH_BYTES: Final = 7
_WORDS: Final = re.compile(r"\w+")
_ORDINAL_NAMES: Final = "first second third fourth fifth sixth seventh eighth ninth tenth"
#: What a number follows to name one of a series, or one of several things that are told apart by numbers.
_SERIES_NAMES: Final = (
    "day week round stage phase level leg part episode season chapter game match test race heat lap"
    " flight reactor unit bill resolution proposition amendment route highway interstate district ward precinct"
)
#: One for all that have none: each empty set takes 216 bytes.
_NO_STEMS: Final[frozenset[str]] = frozenset()
_ORDINALS: Final = frozenset(stem(word) for word in _ORDINAL_NAMES.split())
_SERIES: Final = frozenset(stem(word) for word in _SERIES_NAMES.split())


# Not frozen, which takes twice the time to make.
@dataclass(eq=False)
class Wording:
    """A text as it is compared: stems with weights, sorts of happening, figures, runs of words.

    What few comparisons ask for is worked out when it is first asked for.
    """

    #: Its most telling stems and figures, the most telling first.
    telling: tuple[str, ...]
    #: Telling stems and figures, with how telling each is, less where it stands far from the words of the date.
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
    #: The quoted words without case, punctuation and spacing; where they say too little, all that is read.
    words_hash: int
    #: All its words.
    forms: tuple[Form, ...]
    #: The places of the numbers that neither belong to a date nor count people.
    fillings: tuple[int, ...]
    #: The form that its names and figures fill in; None: there are none.
    filled: Filled | None
    #: The places of words that say too little without those around them; None: they say enough.
    backed: range | None
    #: Its sentence and what stands around it, where many a report may hold the sentence; else None.
    stock: Stock | None

    def near_text(self) -> tuple[int, ...]:
        """Return the least hashes of its runs of three words that hold two telling ones.

        Near-identical texts share one, and a turn of phrase ("one of the") brings no strangers together.
        """
        backed = self.backed or ()
        telling = [
            form.stem in self.near and place not in backed for place, form in enumerate(self.forms)
        ]
        told = zip(self._run_hashes(), telling, telling[1:], telling[2:], strict=False)
        runs = {run for run, one, two, three in told if one + two + three >= _TELLING_WORDS}
        return tuple(sorted(runs)[:NEAR_TEXT_RUNS])

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of its runs of three words, for near-identical text."""
        return frozenset(self._run_hashes())

    def _run_hashes(self) -> list[int]:
        numbers = [form.number for form in self.forms]
        runs = zip(numbers, numbers[1:], numbers[2:], strict=False)
        return [(one * 31 + two) * 31 + three for one, two, three in runs]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures among its telling words."""
        return frozenset(name for name in self.near if name[0].isdigit())

    @cached_property
    def slots(self) -> Slots:
        """Its names by what stands around them."""
        return slots(self.forms, self.names)

    @cached_property
    def framed(self) -> Framed:
        """Its frame, and the names that are set in it."""
        set_in = set().union(*self.slots.values())
        names = self.names | set_in
        frame = {
            name: weight
            for name, weight in self.near.items()
            if name not in names and not (name[0].isdigit() or is_nation(name))
        }
        return Framed(self.slots, self.near.keys() | set_in, frame, sorts_of(self.near))

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
                self.fillings,
                self.stock and (frozenset(self.stock.said), frozenset(self.stock.around)),
                tuple(
                    [
                        None if form.is_number else (form.stem, form.is_capital)
                        for form in self.forms
                    ]
                ),
            )
        )

    @property
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
    nearness = _backed(passage) if text.is_backed else _nearness(passage, text.is_report)
    weights, near = _weights(passage, nearness)
    named = zip(passage.forms, passage.names, strict=True)
    fillings = _fillings(passage)
    return Wording(
        telling=tuple(_most_telling(_around(weights, passage) if text.is_backed else weights)),
        near=near,
        near_sum=math.fsum(near.values()) or 1.0,
        sorts={name: near[name] / weights[name] for name in near if name[0] == HAPPENING},
        names=frozenset(form.stem for form, is_name in named if is_name and form.stem in near),
        ordinals=_ORDINALS.intersection(_own_stems(passage)) or _NO_STEMS,
        counts=counts(passage),
        numbered=_numbered(passage),
        words_hash=words_hash(
            f"{text.quote} {text.beside}" if says_enough(text.quote) else whole(text)
        ),
        forms=passage.forms,
        fillings=fillings,
        filled=filled_form(passage.forms, passage.names, fillings),
        backed=passage.own if text.is_backed else None,
        stock=Stock(text.quote, text.beside) if text.beside else None,
    )


def words_hash(text: str) -> int:
    """Return a hash of the words of `text` without case, punctuation and spacing."""
    words = " ".join(_WORDS.findall(text.casefold())).encode("utf-8", "replace")
    return int.from_bytes(blake2b(words, digest_size=_HASH_BYTES).digest(), "big")


def _weights(
    passage: Passage, nearness: Sequence[float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return how telling each stem is, by itself and where it stands."""
    weights: dict[str, float] = {}
    near: dict[str, float] = {}
    placed = zip(passage.forms, passage.names, nearness, strict=True)
    for place, (form, is_name, share) in enumerate(placed):
        weight = _figure_weight(passage, place) if form.is_number else form.weight
        if not weight:
            continue
        if is_name:
            weight *= _NAME_WEIGHT
        nearby = weight * share
        if weight > weights.get(form.stem, 0.0):
            weights[form.stem] = weight
        if nearby > near.get(form.stem, 0.0):
            near[form.stem] = nearby
    return weights, near


def _own_stems(passage: Passage) -> list[str]:
    return [form.stem for form in passage.forms[passage.own.start : passage.own.stop]]


def _around(weights: dict[str, float], passage: Passage) -> dict[str, float]:
    """Return the weights of what stands around the own words: a stock phrase brings no strangers together."""
    own = passage.own
    beside = chain(passage.forms[: own.start], passage.forms[own.stop :])
    return {form.stem: weights[form.stem] for form in beside if form.stem in weights}


def _most_telling(weights: dict[str, float]) -> list[str]:
    return sorted(weights, key=lambda name: (-weights[name], name))[:TELLING]


def _figure_weight(passage: Passage, place: int) -> float:
    number = passage.forms[place].stem
    is_year = len(number) == 4 and number.isdigit() and number[:2] in {"18", "19", "20"}
    return 0.0 if is_year or _is_of_date(passage, place) else _FIGURE_WEIGHT


def _is_of_date(passage: Passage, place: int) -> bool:
    around = passage.forms[max(0, place - 1) : place + 2]
    return passage.distance(place) == 0 or any(form.stem in MONTHS for form in around)


def _fillings(passage: Passage) -> tuple[int, ...]:
    counting = tolls(passage)
    return tuple(
        place
        for place in passage.figures
        if place not in counting and not _is_of_date(passage, place)
    )


def _nearness(passage: Passage, is_report: bool) -> Sequence[float]:
    """Return how much of each word's weight its distance from the date leaves; a report begins with its news."""
    if passage.date is None:
        return _WITHOUT_DATE[: len(passage.forms)]
    near = [_NEARNESS[min(away, _FAR)] for away in passage.distances()]
    return list(map(max, near, _WITHOUT_DATE)) if is_report else near


def _backed(passage: Passage) -> Sequence[float]:
    """Return how much counts of words that say too little by themselves, and of those around them."""
    places = range(len(passage.forms))
    return [_SAID_OF_MANY if place in passage.own else 1.0 for place in places]


def _numbered(passage: Passage) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in passage.figures:
        head = passage.forms[place - 1].stem if place else ""
        if head in _SERIES:
            found[head].add(passage.forms[place].stem)
    return dict(found)

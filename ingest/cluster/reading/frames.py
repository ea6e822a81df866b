"""The frame of a text: what stands around its names. In one frame other names tell of another happening. Pure.

"Bus crash in Kenya kills 11" and "Bus crash in Peru kills 11" have all but one word in common. A newsroom
tells the like in the like words, and so do newsrooms of one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from ingest.cluster.reading.forms import Form
from ingest.cluster.reading.rivals import Sort, are_rivals, names_sort
from ingest.cluster.reading.words import HAPPENING, is_nation, is_region, stem

#: What stands before a name and after it, and the stems of the name.
Slots = Mapping[tuple[str, str], frozenset[str]]

#: The two frames are one when of the words near the date, names and figures left out, each has this share in the other.
_SAME_FRAME: Final = 0.5
#: Spellings of one name ("Kiev", "Kyiv") have this share of letters in common.
_ONE_SPELLING: Final = 0.7
#: Where more than this share of the words, and more than so many, have capitals, a capital tells nothing.
_TITLE_CASE: Final = 0.5
_FEW_CAPITALS: Final = 3
_SAYING_FORMS: Final = "say says said saying tell tells told add adds added"
_SAYING: Final = frozenset(map(stem, _SAYING_FORMS.split()))
_ACCORDING: Final = [stem("according"), stem("to")]
#: How far a name reaches.
_PLACE, _REGION, _NATION = range(3)
#: A word as rare as this (about one text in 250 has it).
_RARE: Final = 5.5
_IN: Final = stem("in")
#: Nations that lie in one that is told of as a nation too.
_BRITAIN: Final = stem("Britain")
_IN_BRITAIN: Final = frozenset(map(stem, ("England", "Scotland", "Wales")))
_EDGE: Final = "|"
_ANY_FIGURE: Final = "0"


def slots(forms: tuple[Form, ...], names: Container[str]) -> Slots:
    """Return the names of a text by what stands around them; who is only quoted is no part of the frame."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for first, after in _runs(_names(forms, names)):
        if not _is_quoted(forms, first, after):
            slot = _around(forms, first - 1), _around(forms, after)
            found[slot].update(form.stem for form in forms[first:after])
    return {slot: frozenset(stems) for slot, stems in found.items()}


@dataclass(frozen=True, slots=True)
class Framed:
    """A text as its frame and what is set in it."""

    slots: Slots
    #: All its telling stems and its names.
    stems: AbstractSet[str]
    #: The telling words near its date, names and figures left out, with how telling each is.
    frame: Mapping[str, float]
    #: The sorts of building and of disaster that it names.
    sorts: frozenset[Sort]


def tell_of_others(one: Framed, other: Framed, *, far_apart: bool) -> bool:
    """Whether two texts say the same of other names or of another sort of building or disaster.

    Of other names: the one has a name where the other has another.

    `far_apart`: no place of the one is in a country of the other's.
    """
    ones, others = one.slots, other.slots
    has_other_names = any(
        ones[slot].isdisjoint(other.stems)
        and others[slot].isdisjoint(one.stems)
        and _are_rivals(ones[slot], others[slot], far_apart=far_apart)
        for slot in ones.keys() & others.keys()
    )
    if has_other_names and _is_one(one.frame, other.frame):
        return True
    return are_rivals(one.sorts, other.sorts) and _is_one_but_for_sorts(one.frame, other.frame)


def _is_one(ones: Mapping[str, float], others: Mapping[str, float]) -> bool:
    return bool(ones and others) and min(_found(ones, others), _found(others, ones)) >= _SAME_FRAME


def _is_one_but_for_sorts(ones: Mapping[str, float], others: Mapping[str, float]) -> bool:
    """Whether two frames are one where what differs is left out; where nothing is left, they are."""
    rests = [
        {name: weight for name, weight in frame.items() if not names_sort(name)}
        for frame in (ones, others)
    ]
    return not all(rests) or _is_one(*rests)


def _names(forms: Sequence[Form], names: Container[str]) -> list[int]:
    """Return the places of the words of names: "John" is one by the "Smith" that follows."""
    capitals = [place for place, form in enumerate(forms) if form.is_capital]
    placed = _placed(forms)
    if len(capitals) > max(_FEW_CAPITALS, _TITLE_CASE * len(forms)):
        return sorted({*placed, *(place for place in capitals if is_nation(forms[place].stem))})
    stems = ((place, forms[place].stem) for place in capitals)
    known = {place for place, name in stems if name in names or is_nation(name)}
    # A word that says nothing may begin a name ("New York"), and after one the next sentence ("Leeds. A fire").
    near = {
        place
        for place in capitals
        if place in known or place + 1 in known or (place - 1 in known and forms[place].weight)
    }
    return sorted(near.union(placed))


def _placed(forms: Sequence[Form]) -> list[int]:
    """Return the places of rare words that stand where a name does, however written: first, or after "in"."""
    after_in = (place + 1 for place, form in enumerate(forms[:-1]) if form.stem == _IN)
    return [place for place in chain(range(min(len(forms), 1)), after_in) if _is_rare(forms[place])]


def _is_rare(form: Form) -> bool:
    return not form.is_number and form.weight >= _RARE and form.stem[0] != HAPPENING


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first place of each run of places, and the place after its last."""
    first = after = -1
    for place in places:
        if place != after:
            if first >= 0:
                yield first, after
            first = place
        after = place + 1
    if first >= 0:
        yield first, after


def _is_quoted(forms: tuple[Form, ...], first: int, after: int) -> bool:
    """Whether a name is that of who says so: "Reuters says", "said Allen", "according to Xinhua"."""
    beside = forms[max(0, first - 1) : first] + forms[after : after + 1]
    before = [form.stem for form in forms[max(0, first - len(_ACCORDING)) : first]]
    return before == _ACCORDING or not _SAYING.isdisjoint(form.stem for form in beside)


def _around(forms: Sequence[Form], place: int) -> str:
    if not 0 <= place < len(forms):
        return _EDGE
    return _ANY_FIGURE if forms[place].is_number else forms[place].stem


def _are_rivals(ones: frozenset[str], others: frozenset[str], *, far_apart: bool) -> bool:
    """Whether two names cannot stand for one another: a town may for its nation, "Kiev" for "Kyiv"."""
    pairs = (ones, others), (others, ones)
    if not far_apart and _extent(ones) != _extent(others):
        return False
    if any(_BRITAIN in name and not _IN_BRITAIN.isdisjoint(stems) for name, stems in pairs):
        return False
    if _is_short(ones, others) or _is_short(others, ones):
        return False
    spelled, other = (" ".join(sorted(stems)) for stems in (ones, others))
    first, second = sorted((spelled, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() < _ONE_SPELLING


def _is_short(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the one name has the initials of the other, in whatever order."""
    initials = sorted(stemmed[0] for stemmed in others)
    return len(ones) == 1 and any(sorted(stemmed) == initials for stemmed in ones)


def _extent(stems: Collection[str]) -> int:
    if any(map(is_nation, stems)):
        return _NATION
    return _REGION if is_region(stems) else _PLACE


def _found(ones: Mapping[str, float], others: Container[str]) -> float:
    return sum(weight for name, weight in ones.items() if name in others) / sum(ones.values())

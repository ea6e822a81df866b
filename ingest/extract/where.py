"""Where a sentence says that something happened: places with country and coordinates. Pure.

A name counts as a place where the sentence uses it as one ("in Austin", "the city of Austin", "Austin, Texas") or
where it is a country. Which of several places a name means is decided by the document (the countries and states it
speaks of) and by size; where that is not enough the name stays unresolved and gives no place.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.names.full_names import without_possessive
from ingest.extract.names.roles import ORGANISATIONS, TITLES
from ingest.extract.places import gazetteer
from ingest.extract.places.gazetteer import Place
from ingest.extract.places.locatives import TYPES, is_locative
from ingest.extract.text.vocabulary import words
from ingest.model import Entity, EntityRole

_RUN: Final = re.compile(
    r"(?:U\.S\.A?\.?|U\.K\.|[A-ZÀ-ÞŠŽŁİ][\w’'-]*)(?:\s(?:(?:of the|of|and|the|de|la|del|da|do|al|el|upon|on)\s)?"
    r"[A-ZÀ-ÞŠŽŁİ][\w’'-]*)*"
)
_IN_COUNTRY: Final = re.compile(r",\s+(?=[A-ZÀ-Þ])")
_DIRECTIONS: Final = words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest"
    " greater upper lower downtown mainland occupied inner outer"
)
#: Words of a longer name that is no place though a place's name is in it.
_NOT_PLACES: Final = ORGANISATIONS | TITLES | words(
    "stock agreement accord accords treaty protocol summit conference declaration memorandum pact plan doctrine"
    " spring war games olympics cup marathon festival museum theatre theater hotel street avenue road square"
    " stadium palace castle cathedral bridge tower review magazine observer prize award convention process"
)  # fmt: skip
_QUALIFIED: Final = 3.0
_EVIDENCE: Final = 1.0
#: News speaks of the USA whatever it tells; of another country where it happened.
_FOREIGN_EVIDENCE: Final = 1.5
_STATE_EVIDENCE: Final = 1.5
#: Orders of magnitude by which one reading must be ahead of the next.
_MARGIN: Final = 0.5
#: A small place of this name is believed only where the document speaks of its country.
_KNOWN_SIZE: Final = 100_000
#: Where no other place has the name, less will do; below this it is as likely a surname.
_SMALL_TOWN: Final = 20_000
_CAPITAL: Final = 0.5
_TOWNS: Final = ("city", "capital")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in the sentence that the gazetteer knows."""

    start: int
    end: int
    name: str
    locative: bool
    #: The country or state that stands after it ("Austin, Texas"), None where none does.
    within: str | None
    #: The countries in which the words beside it put it ("the Greek island of Crete", "Handsworth, Birmingham"); empty:
    #: in any.
    countries: frozenset[str] = frozenset()


def places(document: Document, sentence: str) -> tuple[Entity, ...]:
    """Return the places of a sentence, the one it happened at first; its dates are masked."""
    found: dict[str, Entity] = {}
    for named in _names(document, sentence):
        place = _resolve(document, named)
        if place is None or (not named.locative and place.kind in _TOWNS):
            continue
        role: EntityRole = "place" if named.locative else "actor"
        entity = Entity(
            place.name, "place", role, None, place.country, place.latitude, place.longitude
        )
        known = found.get(place.name)
        if known is None or (known.role == "actor" and role == "place"):
            found[place.name] = entity
    ordered = sorted(found.values(), key=lambda entity: entity.role != "place")
    return tuple(_narrowest_first(ordered))


def _narrowest_first(entities: list[Entity]) -> list[Entity]:
    """Put a city before the country that it lies in; otherwise keep the order of the text."""
    return sorted(entities, key=lambda each: (each.role != "place", each.latitude is None))


_ROW: Final = re.compile(r"\s*(?:,|and|or|,\s*and)\s*(?:in\s)?")


def _names(document: Document, sentence: str) -> Iterator[_Named]:
    """Yield the place names of the sentence; names in a row share what stands before the first."""
    last: _Named | None = None
    for named in _single_names(document, sentence):
        if last and last.locative and _ROW.fullmatch(sentence, last.end, named.start):
            last = replace(named, locative=True)
        else:
            last = named
        yield last


def _single_names(document: Document, sentence: str) -> Iterator[_Named]:
    """Yield the place names of the sentence that are not part of another name."""
    for run in _RUN.finditer(sentence):
        tokens = [
            (found.start() + run.start(), found.group()) for found in _TOKEN.finditer(run.group())
        ]
        index = 0
        while index < len(tokens):
            size = _longest(tokens, index)
            if size and not _inside_name(document, sentence, tokens, index, size):
                yield _named(sentence, tokens, index, size)
            index += size or 1


_TOKEN: Final = re.compile(r"\S+")
_LONGEST_NAME: Final = 4


def _longest(tokens: list[tuple[int, str]], index: int) -> int:
    """Return how many tokens from `index` are the longest name that the gazetteer knows, 0 for none."""
    longest = min(_LONGEST_NAME, len(tokens) - index)
    if longest > 1 and not gazetteer.begins_longer_name(tokens[index][1]):
        longest = 1
    for size in range(longest, 0, -1):
        if gazetteer.find(_joined(tokens[index : index + size])):
            return size
    return 0


def _joined(tokens: list[tuple[int, str]]) -> str:
    return without_possessive(" ".join([token for _, token in tokens]))


def _inside_name(
    document: Document, sentence: str, tokens: list[tuple[int, str]], index: int, size: int
) -> bool:
    """Whether the name is a person's, or a part of an organisation's or a treaty's."""
    following = tokens[index + size][1].lower() if index + size < len(tokens) else ""
    if following and (
        following in _NOT_PLACES or (following not in TYPES and following not in _LINKS)
    ):
        country = _joined(tokens[index : index + size]) in gazetteer.countries()
        if not country or following in _NOT_PLACES:
            return True
    previous = tokens[index - 1][1] if index else ""
    if (
        previous
        and previous.lower() not in _BEFORE_NAME
        and not _is_opening(sentence, tokens[index - 1][0])
    ):
        return True
    name = _joined(tokens[index : index + size])
    names = document.names
    return name in names.persons or name in names.titled or _titled(sentence, tokens[index][0])


_LINKS: Final = words("of the and de la del upon on")
_BEFORE_NAME: Final = _DIRECTIONS | _LINKS
_TITLE_BEFORE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Prof|Sir|President|Minister|Secretary|General|Senator|Chancellor"
    r"|spokesman|spokeswoman|director|analyst|chairman|lawyer|judge)\.?\s+$"
)


def _titled(sentence: str, start: int) -> bool:
    return _TITLE_BEFORE.search(sentence, max(start - 16, 0), start) is not None


def _is_opening(sentence: str, start: int) -> bool:
    """Whether the capital at `start` is only that of a sentence's first word."""
    return not sentence[:start].strip(" “\"'‘(")


def _named(sentence: str, tokens: list[tuple[int, str]], index: int, size: int) -> _Named:
    start = tokens[index][0]
    end = tokens[index + size - 1][0] + len(tokens[index + size - 1][1])
    lead = start
    if index and tokens[index - 1][1].lower() in _DIRECTIONS:
        lead = tokens[index - 1][0]
    name = _joined(tokens[index : index + size])
    beside = _countries_beside(sentence, start, end)
    return _Named(
        start, end, name, is_locative(sentence, lead, end), _within(sentence, end), beside
    )


#: "the Mexican state of [Sonora]".
_OF_PEOPLE: Final = re.compile(r"\b([A-ZÀ-Þ]\w+)\s(?:[a-z]+\s)?(?:[a-z]+)\sof\s$")
_OF_PEOPLE_WINDOW: Final = 40


def _countries_beside(sentence: str, start: int, end: int) -> frozenset[str]:
    """Return the countries that a people named before the place, or a city named after it, stand for."""
    people = _OF_PEOPLE.search(sentence, max(start - _OF_PEOPLE_WINDOW, 0), start)
    if people and (country := gazetteer.demonyms().get(people[1])):
        return frozenset((country,))
    comma = _IN_COUNTRY.match(sentence, end)
    run = _RUN.match(sentence, comma.end()) if comma else None
    cities = gazetteer.find(without_possessive(run.group())) if run else ()
    large = {place.country for place in cities if place.population >= _KNOWN_SIZE and place.country}
    return frozenset(large)


def _within(sentence: str, end: int) -> str | None:
    """Return the country or state named right after a comma, None where there is none."""
    comma = _IN_COUNTRY.match(sentence, end)
    run = _RUN.match(sentence, comma.end()) if comma else None
    if run is None:
        return None
    name = run.group().rstrip("'’s") if run.group().endswith(("'s", "’s")) else run.group()
    return name if any(place.kind not in _TOWNS for place in gazetteer.find(name)) else None


def _resolve(document: Document, named: _Named) -> Place | None:
    """Return the one place that the name means here, None where that stays open."""
    candidates = gazetteer.find(named.name)
    if named.countries:
        candidates = tuple(
            place
            for place in candidates
            if place.country in named.countries or place.population >= _KNOWN_SIZE
        )
        if not candidates:
            return None
    if (
        len({(place.country, place.kind) for place in candidates}) == 1
        and candidates[0].kind == "country"
    ):
        return candidates[0]
    scored = sorted(
        ((_score(document, named, place), place) for place in candidates),
        key=lambda pair: pair[0],
        reverse=True,
    )
    best, place = scored[0]
    rivals = [
        (score, other)
        for score, other in scored[1:]
        if best - score < _MARGIN and not _is_wider_or_narrower(place, other)
    ]
    if rivals:
        return _somewhere_in(document, named, [place, *(other for _, other in rivals)])
    return place if _is_believable(document, named, place, alone=len(candidates) == 1) else None


def _somewhere_in(document: Document, named: _Named, rivals: list[Place]) -> Place | None:
    """Return the name without a point on the map where all it can mean lie in one country that the text speaks of."""
    countries = {place.country for place in rivals}
    country = rivals[0].country
    if len(countries) > 1 or country == "US" or country not in document.countries:
        return None
    return Place(named.name, "city", country, "", None, None, 0)


def _is_wider_or_narrower(place: Place, other: Place) -> bool:
    """Whether one is a town and the other the country or state it is in: either reading is right."""
    towns = (place.kind in _TOWNS) != (other.kind in _TOWNS)
    return towns and place.country == other.country and place.country is not None


def _is_believable(document: Document, named: _Named, place: Place, *, alone: bool) -> bool:
    """Whether the document speaks of where a small place lies, or the place is no small one."""
    if place.kind != "city" or place.population >= _KNOWN_SIZE or named.within:
        return True
    if place.country == "US":
        return place.division in document.states
    return place.country in document.countries or (alone and place.population >= _SMALL_TOWN)


#: A country or region weighs as much as a city of ten million.
_LARGE: Final = 7.0


def _score(document: Document, named: _Named, place: Place) -> float:
    score = _LARGE
    if place.kind in _TOWNS:
        score = math.log10(max(place.population, 1)) + (_CAPITAL if place.kind == "capital" else 0)
    if place.country in document.countries:
        score += _EVIDENCE if place.country == "US" else _FOREIGN_EVIDENCE
    if place.country == "US" and place.kind in _TOWNS and place.division in document.states:
        score += _STATE_EVIDENCE
    if named.within:
        around = gazetteer.find(named.within)
        if any(_lies_in(place, outer) for outer in around if outer.kind not in _TOWNS):
            score += _QUALIFIED
    return score


def _lies_in(place: Place, outer: Place) -> bool:
    if place.kind == outer.kind or place.country != outer.country:
        return False
    return outer.kind != "state" or place.division == outer.division

"""Places by name: cities and US states from GeoNames, countries and regions from our own tables. Pure.

The tables are read once, when first asked; the large one stays as sorted bytes and is searched by halving, so
that reading it costs a few milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

PlaceKind = Literal["country", "region", "state", "capital", "city"]
#: As the table has them.
_KINDS: Final[dict[str, PlaceKind]] = {"C": "city", "P": "capital", "S": "state"}


@dataclass(frozen=True, slots=True)
class Place:
    """One place that a name can mean."""

    name: str
    kind: PlaceKind
    #: ISO 3166 alpha-2; None for seas and regions of several countries.
    country: str | None
    #: The first-level division: a US state's postal code, else GeoNames' code; "" where none is kept.
    division: str
    #: Degrees; None for countries, which are no point on a map.
    latitude: float | None
    longitude: float | None
    population: int


@lru_cache(maxsize=16384)
def find(name: str) -> tuple[Place, ...]:
    """Return every place of this exact name, countries and regions first; none: an empty tuple."""
    country = countries().get(name)
    found: list[Place] = []
    if country:
        found.append(Place(usual_names()[country], "country", country, "", None, None, 0))
    region = _regions().get(name)
    if region:
        found.append(region)
    return (*found, *_cities(name))


@cache
def countries() -> dict[str, str]:
    """Return country codes by each name that news uses for the country."""
    return {name: code for code, names, _ in _country_lines() for name in names if name}


@cache
def usual_names() -> dict[str, str]:
    """Return the usual name of each country by its code."""
    return {code: names[0] for code, names, _ in _country_lines()}


@cache
def demonyms() -> dict[str, str]:
    """Return country codes by each word for the country's people ("Ukrainian", "Swiss")."""
    return {word: code for code, _, people in _country_lines() for word in people if word}


@cache
def _country_lines() -> list[tuple[str, list[str], list[str]]]:
    rows = (line.split("\t") for line in _lines("countries.tsv"))
    return [(code, names.split("|"), people.split("|")) for code, names, people in rows]


@cache
def _regions() -> dict[str, Place]:
    rows = (line.split("\t") for line in _lines("regions.tsv"))
    return {
        name: Place(name, "region", country or None, "", _degrees(latitude), _degrees(longitude), 0)
        for name, country, latitude, longitude in rows
    }


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def _cities(name: str) -> list[Place]:
    table = _table()
    prefix = f"{name}\t".encode()
    at = _first_line(table, prefix)
    found = []
    while table.startswith(prefix, at):
        end = table.index(b"\n", at)
        found.append(_city(table[at:end].decode()))
        at = end + 1
    return found


def _first_line(table: bytes, prefix: bytes) -> int:
    """Return where the first line begins that is not before `prefix`; the lines are sorted."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", low, middle) + 1 or low
        end = table.index(b"\n", middle)
        if table[start:end] < prefix:
            low = end + 1
        else:
            high = start
    return low


def _city(line: str) -> Place:
    name, country, division, kind, latitude, longitude, people = line.split("\t")
    where = float(latitude), float(longitude)
    return Place(name, _KINDS[kind], country, division, *where, int(people))


@cache
def _table() -> bytes:
    return (files("ingest.extract") / "gazetteer.tsv").read_bytes()


@cache
def _lines(table: str) -> list[str]:
    text = (files("ingest.extract") / table).read_text("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]

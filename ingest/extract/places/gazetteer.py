"""Places by name: cities and US states from GeoNames, countries and regions from our own tables. Pure.

The tables are read once, when first asked; the large one stays as sorted bytes with an index of blocks, so that
reading it costs a few milliseconds and little more memory than the file has bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

PlaceKind = Literal["country", "region", "state", "capital", "city"]
#: As the table has them.
_KINDS: Final[dict[str, PlaceKind]] = {"": "city", "P": "capital", "S": "state"}


@dataclass(frozen=True, slots=True)
class Place:
    """One place that a name can mean."""

    name: str
    kind: PlaceKind
    #: ISO 3166 alpha-2; None for seas and regions of several countries.
    country: str | None
    #: A US state's postal code; "" elsewhere.
    division: str
    #: Degrees; None for countries, which are no point on a map.
    latitude: float | None
    longitude: float | None
    #: Rounded to thousands, 1,000 at least; 0 for countries and regions.
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


@lru_cache(maxsize=16384)
def begins_longer_name(word: str) -> bool:
    """Whether some place has a name of several words that begins with `word`; many capitals need no more asking."""
    return word in _first_words() or _first_line(_table(), f"{word} ".encode()) >= 0


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in (*countries(), *_regions()) if " " in name)


def _cities(name: str) -> list[Place]:
    table = _table()
    prefix = f"{name}\t".encode()
    at = _first_line(table, prefix)
    found = []
    while at >= 0 and table.startswith(prefix, at):
        end = table.index(b"\n", at)
        found.append(_city(table[at:end].decode()))
        at = end + 1
    return found


def _first_line(table: bytes, prefix: bytes) -> int:
    """Return where the first line with this prefix begins, -1 for none; the lines are sorted."""
    heads, starts = _blocks()
    block = bisect_right(heads, prefix)
    # The first such line is in the block before the first one that begins after the prefix, or begins that one.
    first, last = starts[max(block - 1, 0)], starts[block] + len(prefix)
    return table.find(b"\n" + prefix, first - 1, last) + 1 or -1


#: Small enough to be searched through in less than a microsecond.
_BLOCK_BYTES: Final = 4096


@cache
def _blocks() -> tuple[list[bytes], list[int]]:
    """Return the first lines of the table's blocks; and where these begin, with the table's end.

    The table opens with a line of remarks, so every line of places follows a line's end.
    """
    table = _table()
    starts = [
        table.index(b"\n", at) + 1 for at in range(0, len(table) - _BLOCK_BYTES, _BLOCK_BYTES)
    ]
    heads = [table[start : table.index(b"\n", start)] for start in starts]
    return heads, [*starts, len(table)]


def _city(line: str) -> Place:
    name, country, division, kind, latitude, longitude, people = line.split("\t")
    where = int(latitude) / 100, int(longitude) / 100
    return Place(name, _KINDS[kind], country, division, *where, 1000 * int(people))


@cache
def _table() -> bytes:
    return (files("ingest.extract.places") / "gazetteer.tsv").read_bytes()


@cache
def _lines(table: str) -> list[str]:
    text = (files("ingest.extract.places") / table).read_text("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]

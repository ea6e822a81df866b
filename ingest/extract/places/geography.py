"""Which countries and US states a whole text speaks of: the evidence for what a place name means. Pure."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ingest.extract.places import gazetteer

#: A capitalised word; its first letter comes before the test for a word's beginning because the engine looks
#: for a class of characters fastest.
_CAPITAL: Final = re.compile(r"[A-ZÀ-Þ](?<!\w\w)(?:(?<=U)\.[SK]\.|\w+)")
#: The states of the USA by postal code; GeoNames' own table gives names and codes alike.
_STATES: Final = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "Florida": "FL", "Georgia": "GA", "Hawaii": "HI", "Idaho": "ID",
    "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA",
    "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN",
    "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV",
    "New Hampshire": "NH", "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC",
    "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA",
    "Rhode Island": "RI", "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX",
    "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington state": "WA", "West Virginia": "WV",
    "Wisconsin": "WI", "Wyoming": "WY",
}  # fmt: skip
#: Those of two words, with their first words.
_LONG_STATES: Final = tuple(
    (name.partition(" ")[0], name, code) for name, code in _STATES.items() if " " in name
)


def capitals_of(text: str) -> frozenset[str]:
    """Return the capitalised words of the text, which the functions below want to be given."""
    return frozenset(_CAPITAL.findall(text))


def countries_in(text: str, capitals: frozenset[str]) -> frozenset[str]:
    """Return the codes of the countries that the text names, or whose people it names."""
    found = {_single_words()[word] for word in capitals & _single_words().keys()}
    found |= {code for first, phrase, code in _phrases() if first in capitals and phrase in text}
    if states_in(text, capitals) - {"GA"}:
        found.add("US")
    if "GE" in found and "Georgian" not in capitals and "Tbilisi" not in capitals:
        found.discard("GE")
    return frozenset(found)


def states_in(text: str, capitals: frozenset[str]) -> frozenset[str]:
    """Return the postal codes of the US states that the text names."""
    found = {_STATES[name] for name in capitals & _STATES.keys()}
    found |= {code for first, name, code in _LONG_STATES if first in capitals and name in text}
    return frozenset(found)


@cache
def _single_words() -> dict[str, str]:
    return {word: code for word, code in _all_words().items() if " " not in word}


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    """Return the names of more than one word with their first words."""
    return tuple(
        (word.partition(" ")[0], word, code) for word, code in _all_words().items() if " " in word
    )


def _all_words() -> dict[str, str]:
    return {**gazetteer.demonyms(), **gazetteer.countries()}

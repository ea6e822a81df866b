"""Who holds which office in one document: "Jane Doe, the mayor" makes "the mayor" her. Pure.

An office that two people of the document hold stands for nobody; nor does one that somebody held before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ingest.extract.text.vocabulary import alternatives, words

_HEADS_TEXT: Final = (
    "president vice-president premier chancellor minister secretary secretary-general commander commander-in-chief mayor"
    " governor chairman chairwoman chair ceo executive director admiral general judge senator ambassador envoy spokesman"
    " spokeswoman spokesperson commissioner sheriff pope king queen prince archbishop bishop coach prosecutor"
    " superintendent principal dean economist"
)
#: Nouns that end the name of an office.
HEADS: Final = words(_HEADS_TEXT)
_HEAD: Final = alternatives(_HEADS_TEXT)
_NAME: Final = r"[A-ZÀ-Þ][\w’'-]{0,40}\w(?:\s(?:(?:de|van|von|bin|al|el)\s)?(?:[A-Z]\.|[A-ZÀ-Þ][\w’'-]{0,40}\w)){0,3}"
#: "mayor Jane Doe", "the foreign minister, Jane Doe,".
_BEFORE: Final = re.compile(
    rf"(?:\b(?P<field>[\w-]{{1,30}})\s)?\b(?P<head>(?i:{_HEAD})),?\s(?P<name>{_NAME})"
)
#: "Jane Doe, the mayor of", "Jane Doe, Lakeland's foreign minister".
_AFTER: Final = re.compile(
    rf"\b(?P<name>{_NAME}),\s(?:\d\d,\s)?(?:[\w’'.-]{{1,30}}\s){{0,4}}?(?:(?P<field>[\w-]{{1,30}})\s)?(?P<head>{_HEAD})\b"
)
#: Such a word before an office makes another office of it.
_OTHER: Final = words(
    "former ex then late deputy vice acting assistant associate under past first second next incoming outgoing"
)


def bearers(text: str) -> Mapping[str, str]:
    """Return the offices that the text gives to one person alone, in small letters, with the name."""
    held: dict[str, set[str]] = {}
    for office, name in _held(text):
        held.setdefault(office, set()).add(name)
    return {office: max(names, key=len) for office, names in held.items() if _is_one(names)}


def _is_one(names: set[str]) -> bool:
    return len({name.rpartition(" ")[2] for name in names}) == 1


def _held(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(text):
            head, field = found["head"].lower(), (found["field"] or "").lower()
            if field not in _OTHER and not _OTHER & set(found.group().lower().split()):
                yield head, found["name"]
            if field:
                yield f"{field} {head}", found["name"]

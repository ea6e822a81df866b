"""Whether a sentence uses a place's name to say where something happened: "in Oslo", "the fall of Oslo". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.text.tokens import is_verb
from ingest.extract.text.vocabulary import words

#: What is done to a place.
_DONE: Final = (
    "hit|struck|shelled|bombed|bombarded|attacked|captured|seized|recaptured|retaken|liberated|invaded|stormed|rocked|swept"
    "|battered|flooded|evacuated|besieged|encircled|surrounded|devastated|occupied|annexed|pounded|destroyed|raided|taken"
)
_PLACE_NOUNS: Final = (
    "city|cities|town|towns|village|villages|settlements?|port|region|province|state|capital|suburbs?|districts?|islands?"
    "|north|south|east|west|center|centre|outskirts|coast|streets|city\\s+center|northeast|northwest|southeast|southwest"
    "|parts?|airport|municipality|commune|hamlet"
)
#: "the fall of Oslo", "control of Oslo": what happens to or in a place.
_EVENTS: Final = (
    "capture|recapture|liberation|siege|seizure|fall|loss|invasion|bombing|bombardment|shelling|control|occupation"
    "|annexation|evacuation|defence|defense|population|residents|people|inhabitants|direction"
)
_BEFORE: Final = re.compile(
    rf"\b(?:hits|entered|reached|visited|left|{_DONE}"
    r"|in|at|near|outside|inside|around|across|throughout|over|off|within|along|on|above|beneath|into|toward|towards"
    rf"|(?:{_PLACE_NOUNS}|{_EVENTS})\s+of|(?:battle|fight|fighting)\s+(?:of|for)"
    r"|(?:withdr[ae]w\w*|withdrawn|retreat\w*|evacuat\w+|fled|flee\w*|driven(?:\s+out)?|expelled|pushed(?:\s+out)?)\s+(?:of|from))"
    r"\s+(?:the\s+|both\s+)?(?:(?:[a-z]+(?:ern|al)|[a-z-]+(?:-held|-controlled|-occupied)|entire|whole|nearby|neighbou?ring|downtown"
    rf"|rural|mainland|{_PLACE_NOUNS})"
    rf"(?:\s+(?:{_PLACE_NOUNS}|of))*\s+)*$",
    re.IGNORECASE,
)
#: The longest run of words that the expression above reads before a name.
_BEFORE_WINDOW: Final = 48
#: "Oslo was shelled", "Oslo came under fire".
_PASSIVE_AFTER: Final = re.compile(
    rf"\s+(?:(?:was|were|has been|have been|had been|is being|are being|was being|were being)\s+(?:\w+ly\s+)?(?:{_DONE})"
    r"|came under\s+(?:\w+\s+)?(?:fire|attack|shelling|bombardment))\b"
)
#: "from the Oslo area".
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
TYPES: Final = words(
    "region oblast province county city district state governorate peninsula airport prefecture municipality"
    " area suburb suburbs coast coastline shore shoreline waters harbour harbor port border front valley island islands"
    " bay beach beaches"
)
_NEXT_WORD: Final = re.compile(r"\s([A-Za-z]+)\b")
_FUNCTION_WORDS: Final = words(
    "and or but in on at of to by for from with that which who when while after before as since until into over"
    " because if than where during so under near through amid against about around not then also here there"
    " yesterday today tomorrow late early alone last this next following"
)


def is_locative(sentence: str, start: int, end: int) -> bool:
    """Whether the name at start..end is where something happened, not whom or what it describes."""
    floor = max(start - _BEFORE_WINDOW, 0)
    if _PASSIVE_AFTER.match(sentence, end):
        return True
    if _BEFORE.search(sentence, floor, start):
        return not _describes(sentence, end)
    named = _FROM.search(sentence, floor, start) is not None
    return named and _next_word(sentence, end).lower() in TYPES


def _describes(sentence: str, end: int) -> bool:
    """Whether the name only describes the noun after it: "in US history"."""
    word = _next_word(sentence, end)
    if not word.islower():
        return False
    known = word in _FUNCTION_WORDS or word in TYPES
    return not (known or is_verb(word) or word.endswith(("ing", "ly")))


def _next_word(sentence: str, end: int) -> str:
    found = _NEXT_WORD.match(sentence, end)
    return found[1] if found else ""

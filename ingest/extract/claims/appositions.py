"""The subject of a verb of saying behind asides: "Jane Doe, 34, of Leeds, said". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.places import gazetteer
from ingest.extract.text.noun_phrases import ADVERBIAL, phrase_before
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import has_verb

AND: Final = re.compile(r"(?<!\bin)(?<!\bup)(?<!\bon),?\s+(?:and|or)\s+", re.IGNORECASE)
#: "a professor in Newark, New Jersey": what stands after the comma tells only where Newark is.
_WIDER_PLACE: Final = re.compile(
    r"\b(?:in|of|at|from|near|outside)\s(?:the\s)?[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2},"
    r"\s(?P<wider>[A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ][\w.]+)?)\s*\Z"
)


def is_wider_place(sentence: str, start: int, end: int) -> bool:
    """Whether the words end in a state or country that only tells where the place before it is."""
    found = _WIDER_PLACE.search(sentence, start, end)
    return found is not None and any(
        place.kind in ("country", "state") for place in gazetteer.find(found["wider"])
    )


def over_apposition(sentence: str, start: int, end: int) -> Span | None:
    """Return the subject before an aside that ends at the comma: "Jane Doe, 34, of Leeds, said"."""
    parts: list[Span] = []
    at = start
    for piece in sentence[start:end].split(","):
        parts.append((at, at + len(piece)))
        at += len(piece) + 1
    if len(parts) == _NO_ASIDE and has_verb(sentence, start, end):
        return end, end  # "visited the yard, told the men that ..."
    named = _name_after_role(sentence, parts) or _nearest_name(sentence, parts)
    if named:
        return named
    for begin, piece_end in parts:
        piece_start = begin
        opened = _OPENS_CLAUSE.match(sentence, piece_start, piece_end)
        piece_start = opened.end() if opened else piece_start
        phrase = sentence[piece_start:piece_end].strip()
        first = phrase.partition(" ")[0]
        if (
            not phrase
            or first.lower() in ADVERBIAL
            or phrase[0] in '“"'
            or (first.endswith("ing") and first.islower())
        ):
            continue
        if has_verb(sentence, piece_start, piece_end) and len(parts) > _ONE_ASIDE:
            # "... several teams Dr Jane Doe, head of the yard, said": the text lost a sentence's end.
            titled = _TITLED_LAST.search(sentence, piece_start, piece_end)
            if titled and parts[-_ONE_ASIDE] == (begin, piece_end):
                return titled.span("name")
            continue
        joined = AND.split(sentence[piece_start:piece_end])
        if len(joined) > 1 and has_verb(sentence, piece_start, piece_start + len(joined[0])):
            piece_start = piece_end - len(joined[-1])
        found = phrase_before(sentence, piece_start, piece_end)
        if found and found[0] < found[1]:
            return found
    return None


_TITLED_LAST: Final = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|Gen|Sen)\.?\s(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2})\Z"
)
#: "As Jane Doe, the mayor, put it"
_OPENS_CLAUSE: Final = re.compile(
    r"\s*(?:[Aa]s|[Bb]ut|[Aa]nd|[Ww]hen|[Ww]hile|[Bb]ecause|[Ii]f)\s(?=[A-ZÀ-Þ])"
)
_NO_ASIDE: Final = 2
#: The subject, one aside between commas, and the nothing after it.
_ONE_ASIDE: Final = 3
_BARE_NAME: Final = re.compile(
    r"\s*[A-ZÀ-Þ][\w.’'-]*(?:\s(?:(?:de|van|von|bin|al)\s)?[A-ZÀ-Þ][\w.’'-]*){1,5}\s*$"
)
#: "..., veteran commander Jane Doe,", "..., the Radical Brotherhood,"
_ROLE_AND_NAME: Final = re.compile(
    r"\s*(?:the\s|(?:(?!(?:the|an?|of|in|for|at|from|and|with|by|to|on|its|his|her|their|who|which|formerly|now)\b)[a-z][\w-]+\s){1,4})[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}\s*$"
)
#: "Jane Doe, the president's adviser said": without its second comma.
_NAME_THEN_ROLE: Final = re.compile(
    r"[\s,]*(?:(?:In|At|Near|Outside)\s[^,]{2,40},\s)?(?!(?:In|At|On|For|From|By|With|After|Before|Since|Near|Outside|To|Of|As)\s)"
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}),"
    r"\s(?:(?:the|an?|its|his|her|their|[A-ZÀ-Þ][\w.-]*['’]s|acting|deputy|assistant|former|chief|senior|executive|managing|general)\s(?:[\w’'.-]+\s){0,5}?)?"
    r"(?:\w+er|\w+or|\w+man|\w+woman|chief|president|head|minister|governor|mayor|chair|executive|analyst|\w+ist|counsel|attorney|secretary|envoy|fellow|partner|host|expert)"
    r"(?:\s(?:of|for|at)\s[^,;:]{2,80})?\s*\Z"
)


def name_then_role(sentence: str, start: int, end: int) -> Span | None:
    """Return the name in "Jane Doe, the president's adviser", None where the words are no such thing."""
    found = _NAME_THEN_ROLE.match(sentence, start, end)
    return found.span("name") if found and not _TIED.search(sentence, 0, start) else None


#: "After Orbit, the mayor said": the name is no subject.
_TIED: Final = re.compile(r"\b(?:after|before|since|than|like|unlike)\s\Z", re.IGNORECASE)


_ROLE_HEAD: Final = re.compile(
    r"(?:^|\s)(?:the|a|an|its|his|her|their|[\w.]+['’]s?)\s[^,]*?[a-z]\s*$", re.IGNORECASE
)


_NAMES_END: Final = re.compile(
    r"\s*[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,4}\sand\s[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,4}\s*$"
)


def _name_after_role(sentence: str, parts: list[Span]) -> Span | None:
    """Return the name in "the bank's chief economist, Jane Doe, said"."""
    if len(parts) < 3:
        return None
    (role_start, role_end), (start, end) = parts[-3], parts[-2]
    named = sentence[start:end]
    is_name = _BARE_NAME.match(named) or _ROLE_AND_NAME.match(named)
    if is_name and _ROLE_HEAD.search(sentence[role_start:role_end]):
        return start, end
    return None


def _nearest_name(sentence: str, parts: list[Span]) -> Span | None:
    """Return the full name that stands between commas nearest to the verb, before its asides."""
    if len(parts) > _ONE_ASIDE and _NAMES_END.match(sentence, *parts[-2]):
        return None  # "a group of directors, Jane Doe and John Roe, said"
    for start, end in reversed(parts[1:-2]):
        if _BARE_NAME.match(sentence[start:end]) and not is_wider_place(sentence, 0, end):
            return start, end
    return None

"""The noun phrase before a verb of saying: who said, in the sentence's own words. Pure.

The sentences given here are masked: date words, direct speech and asides in parentheses are blanked out
(see `claims`), so that "Mr Doe on Friday said" reads "Mr Doe said"; every offset is the sentence's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.extract import gazetteer
from ingest.extract.sentences import Span
from ingest.extract.terms import QUOTE_MARKS, marks_a_term
from ingest.extract.tokens import first_verb, has_verb, is_verb
from ingest.extract.vocabulary import alternatives, words

#: Stands for blanked direct speech: nothing is read across it.
SPEECH: Final = "\x02"

_AUXILIARIES: Final = words(
    "has have had is was were are be been being would will could also later then earlier repeatedly previously"
    " publicly further once again recently himself herself itself themselves first only still now already"
    " just even long since did does do to not never often always sometimes not_only today afterwards"
    " subsequently initially reportedly who which that went on goes each both"
)
_NOUNS_IN_LY: Final = words(
    "family ally reply supply assembly monopoly bully italy july anomaly butterfly"
)
_PREPOSITIONS: Final = words(
    "of for at in from with on to by into about against near inside within across around between behind under over outside"
)
#: Tie a phrase to the noun before it: "the admiral leading the relief".
_TIES: Final = _PREPOSITIONS | words(
    "leading heading running overseeing representing investigating studying covering monitoring including commanding"
)
_DETERMINERS: Final = words(
    "the a an his her its their our my your this that these those some many several most few other another"
    " one two three four five six seven eight nine ten both all each every no any"
)
_PRONOUNS: Final = words("he she they it we i you one everyone somebody someone who others")
#: Open a phrase that is no subject: "After the vote, ...", "While abroad, ...".
_ADVERBIAL: Final = words(
    "in on at after before during since while when as if although though because despite amid following"
    " by for from with without under over until unless but and or so yet however meanwhile later earlier"
    " recently then still also moreover instead indeed today yesterday there here asked according to speaking"
    " writing addressing citing referring standing near above among against like unlike besides whether where"
    " that which who perhaps maybe now once nevertheless nonetheless therefore thus separately additionally"
)
_BOUNDARY: Final = re.compile(
    rf"[;:—{SPEECH}(\[\"“”]|\s[–-]{{1,2}}\s|\b(?:{alternatives('that but as while because when if although where after before since so than whether until unless though whereas which who whom')})\s",
    re.IGNORECASE,
)
#: "Orbit Oil, Harbour Bank and": a row of names.
_NAMES_IN_ROW: Final = re.compile(
    r"\s*(?:(?:the\s)?[A-ZÀ-Þ][\w.’'&-]*(?:\s[A-ZÀ-Þ][\w.’'&-]*){0,4},\s?)+$"
)
#: What an aside between commas does not reach over.
_HARD_BOUNDARY: Final = re.compile(rf"[;:—{SPEECH}]|\bbut\s")
#: "a professor in Newark, New Jersey": what stands after the comma tells only where Newark is.
_WIDER_PLACE: Final = re.compile(
    r"\b(?:in|of|at|from|near|outside)\s(?:the\s)?[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2},"
    r"\s(?P<wider>[A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ][\w.]+)?)\s*\Z"
)
_ASIDE_COMMAS: Final = 2
#: Participles that do not end in -ed, and what may follow them: "a report put out by the union".
_PARTICIPLES: Final = words(
    "put made given held led run written seen sent found taken built drawn speaking writing standing"
)
_PARTICLES: Final = words("out up forth down")
_SUBORDINATE: Final = words("when while after before since because if where as that")
_AND: Final = re.compile(r",?\s+(?:and|or)\s+", re.IGNORECASE)
#: Words in a noun phrase that look like verbs: "people familiar with", "officials briefed on".
_POSTMODIFIERS: Final = words(
    "familiar close briefed involved based named identified released published commissioned led backed united"
    " issued obtained seen conducted posted elected retired unnamed detained armed injured displaced trained appointed called red"
)
_MAX_WORDS: Final = 20
_TOKEN: Final = re.compile(r"\S+")


@lru_cache(maxsize=32)
def before(sentence: str, verb: int) -> Span | None:
    """Return the span of the subject that stands before the verb at `verb`, None where there is none.

    An empty span means that the clause shares the subject of the clause before ("came and said").
    """
    start, end = _clause_before(sentence, verb)
    end = _without_auxiliaries(sentence, start, end)
    if sentence[start:end].rstrip().endswith(","):
        opened = [found.end() for found in _HARD_BOUNDARY.finditer(sentence, 0, end)]
        return _over_apposition(sentence, opened[-1] if opened else 0, end)
    segment = max(sentence.rfind(",", start, end) + 1, start)
    named = _NAME_THEN_ROLE.match(sentence, start, end) if segment > start else None
    if named and named.end("name") == segment - 1:
        return named.span("name")
    if segment > start and _is_wider_place(sentence, start, end):
        opened = [found.end() for found in _HARD_BOUNDARY.finditer(sentence, 0, end)]
        over = _over_apposition(sentence, opened[-1] if opened else 0, end)
        if over and over[0] < over[1] < segment:
            return over
    joined = list(_AND.finditer(sentence, max(segment - 1, start), end))
    if not joined:
        return _phrase(sentence, segment, end)
    if has_verb(sentence, segment, joined[-1].start()):
        return _phrase(sentence, joined[-1].end(), end)
    row = start if _NAMES_IN_ROW.match(sentence, start, segment) else segment
    return _pair(sentence, row, joined[-1], end)


def _is_wider_place(sentence: str, start: int, end: int) -> bool:
    """Whether the words end in a state or country that only tells where the place before it is."""
    found = _WIDER_PLACE.search(sentence, start, end)
    return found is not None and any(
        place.kind in ("country", "state") for place in gazetteer.find(found["wider"])
    )


def _pair(sentence: str, start: int, joined: re.Match[str], end: int) -> Span | None:
    """Return two subjects with the "and" between them, or the second where the first is none."""
    first, second = _phrase(sentence, start, joined.start()), _phrase(sentence, joined.end(), end)
    if first and second and first[0] < first[1] and second[0] < second[1]:
        return first[0], second[1]
    return second


def _clause_before(sentence: str, verb: int) -> Span:
    """Return the clause that ends at the verb; a relative clause gives way to the noun it describes."""
    start = 0
    described: Span | None = None
    for found in _BOUNDARY.finditer(sentence, 0, verb):
        word = found.group().strip()
        if word == "WHO" or (word in QUOTE_MARKS and marks_a_term(sentence, found, verb)):
            continue
        relative = word.lower() in ("who", "which", "whom")
        if (
            relative
            and _is_whole(sentence, found.end(), verb)
            and sentence[found.start() - 1] != ","
        ):
            described = (start, found.start())  # "people who lived there said"
        elif described and not relative and _has_own_verb(sentence, found, verb):
            continue  # "people who left when it closed said"
        elif not relative or found.end() >= verb - 1:
            described = None
            start = found.end()
    return described or (start, verb)


def _is_whole(sentence: str, start: int, verb: int) -> bool:
    """Whether the words to the verb have no comma, or the two of one aside before it: ", in May, say"."""
    commas = sentence.count(",", start, verb)
    return not commas or (commas == _ASIDE_COMMAS and sentence[start:verb].rstrip().endswith(","))


def _has_own_verb(sentence: str, opened: re.Match[str], verb: int) -> bool:
    """Whether the clause that the word opens has a verb before the one at `verb`, and a word to part them."""
    small = opened.group().strip().lower()
    if small not in _SUBORDINATE or sentence.find(",", opened.end(), verb) >= 0:
        return False
    own = first_verb(sentence, opened.end(), verb)
    return own is not None and sentence[own:verb].strip().count(" ") > 0


def _without_auxiliaries(sentence: str, start: int, end: int) -> int:
    while True:
        end = start + len(sentence[start:end].rstrip())
        last = sentence.rfind(" ", start, end) + 1
        last = max(last, start)
        word = sentence[last:end].lower()
        if (
            last >= end
            or sentence[last:end] == "WHO"
            or not (word in _AUXILIARIES or (word.endswith("ly") and word not in _NOUNS_IN_LY))
        ):
            return end
        if sentence[last].isupper() and (last > 0 or word not in _AUXILIARIES):
            return end  # "Long said": a name, whatever it is in small letters
        end = last


def _over_apposition(sentence: str, start: int, end: int) -> Span | None:
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
        phrase = sentence[piece_start:piece_end].strip()
        first = phrase.partition(" ")[0]
        if not phrase or first.lower() in _ADVERBIAL or (first.endswith("ing") and first.islower()):
            continue
        if has_verb(sentence, piece_start, piece_end) and len(parts) > _ONE_ASIDE:
            # "... several teams Dr Jane Doe, head of the yard, said": the text lost a sentence's end.
            titled = _TITLED_LAST.search(sentence, piece_start, piece_end)
            if titled and parts[-_ONE_ASIDE] == (begin, piece_end):
                return titled.span("name")
            continue
        joined = _AND.split(sentence[piece_start:piece_end])
        if len(joined) > 1 and has_verb(sentence, piece_start, piece_start + len(joined[0])):
            piece_start = piece_end - len(joined[-1])
        found = _phrase(sentence, piece_start, piece_end)
        if found and found[0] < found[1]:
            return found
    return None


_TITLED_LAST: Final = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|Gen|Sen)\.?\s(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2})\Z"
)
_NO_ASIDE: Final = 2
#: The subject, one aside between commas, and the nothing after it.
_ONE_ASIDE: Final = 3
_BARE_NAME: Final = re.compile(
    r"\s*[A-ZÀ-Þ][\w.’'-]*(?:\s(?:(?:de|van|von|bin|al)\s)?[A-ZÀ-Þ][\w.’'-]*){1,5}\s*$"
)
#: "Jane Doe, the president's adviser said": without its second comma.
_NAME_THEN_ROLE: Final = re.compile(
    r"[\s,]*(?P<name>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}),\s(?:the|an?|its|his|her|their)\s(?:[\w’'.-]+\s){0,5}?"
    r"(?:\w+er|\w+or|\w+man|\w+woman|chief|president|head|minister|governor|mayor|chair|executive|analyst|economist)\s*\Z"
)
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
    if _ROLE_HEAD.search(sentence[role_start:role_end]) and _BARE_NAME.match(sentence[start:end]):
        return start, end
    return None


def _nearest_name(sentence: str, parts: list[Span]) -> Span | None:
    """Return the full name that stands between commas nearest to the verb, before its asides."""
    if len(parts) > _ONE_ASIDE and _NAMES_END.match(sentence, *parts[-2]):
        return None  # "a group of directors, Jane Doe and John Roe, said"
    for start, end in reversed(parts[1:-2]):
        if _BARE_NAME.match(sentence[start:end]) and not _is_wider_place(sentence, 0, end):
            return start, end
    return None


def _phrase(sentence: str, start: int, end: int) -> Span | None:
    """Return the noun phrase at the end of `sentence[start:end]`, walking left from its head."""
    tokens = list(_TOKEN.finditer(sentence, start, end))
    first = len(tokens)
    while first > 0 and len(tokens) - first < _MAX_WORDS:
        word = tokens[first - 1].group().strip(",.").lower()
        counts = word == "one" and first < len(tokens)  # "one banker"
        if word in _PRONOUNS and not counts and tokens[first - 1].group() != "WHO":
            first -= 1 if first == len(tokens) else 0
            break
        if word in _DETERMINERS:
            first = _over_determiner(tokens, first)
            if first > 0 and tokens[first].group().lower() in _TIES:
                continue
            break
        if word in _PREPOSITIONS and (first == 1 or first == len(tokens)):
            break
        infinitive = first > 1 and tokens[first - 2].group().lower() == "to"
        if (
            not infinitive
            and _stops(tokens[first - 1].group())
            and not _is_participle(tokens, first)
        ):
            break
        first -= 1
    while first < len(tokens) and tokens[first].group().lower() in _PREPOSITIONS:
        first += 1
    if first == len(tokens):
        return (end, end)
    return tokens[first].start(), tokens[-1].end()


def _is_participle(tokens: list[re.Match[str]], first: int) -> bool:
    """Whether the word before `first` only describes a noun: "protesters gathered in the square said"."""
    follows = tokens[first].group().lower() if first < len(tokens) else ""
    noun = tokens[first - 2].group() if first > 1 else ""
    return (
        (follows in _PREPOSITIONS or follows in _PARTICLES)
        and (tokens[first - 1].group().endswith("ed") or tokens[first - 1].group() in _PARTICIPLES)
        and bool(noun)
        and not noun.endswith(",")
        and noun.lower() not in _PRONOUNS | _AUXILIARIES
    )


def _over_determiner(tokens: list[re.Match[str]], first: int) -> int:
    """Include the determiner before `first`, and a preposition that ties it to a noun before."""
    first -= 1
    if first >= 2 and tokens[first - 1].group().lower() in _TIES:
        return first - 1
    return first


def _stops(token: str) -> bool:
    """Whether a word cannot be part of the noun phrase."""
    word = token.strip("’',.").lower()
    if word in _POSTMODIFIERS or token[0].isupper():
        return False
    if word in _ADVERBIAL and word not in _PREPOSITIONS:
        return True
    return is_verb(word)

"""From the words that name a speaker to the name: titles off, short forms joined within the document. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.names.full_names import (
    DETERMINER,
    NOT_A_PERSON,
    POSSESSIVES,
    Names,
    without_possessive,
)
from ingest.extract.names.given_names import GIVEN_NAMES
from ingest.extract.names.roles import DOCUMENTS, FIELDS, ONE_PERSON, ORGANISATIONS
from ingest.extract.text.vocabulary import words

#: Stands for " - " in texts that write every hyphen so ("Vice - President"); as long, and part of a word.
HYPHEN: Final = "___"
#: Stands for the comma in "12,000", which parts no phrases.
DIGITS_COMMA: Final = "\u201a"
_NOBODY: Final = words(
    "here there this that these those what it which who one such so the a an you they we i he she me them him her us"
    " while when if as and or but of in on at to by for from with about into than then now not also only just even"
    " re s t no new latest goodbye emphatically"
)
#: A noun phrase does not begin with these.
_NO_OPENING: Final = words(
    "by against at in on to of for from with about into upon toward towards despite without within against open"
    " because although though until since not also then"
)
#: "What’s certain", "There are": no noun phrase.
_CLEFTS: Final = words("what's there there's")
#: Opens a sentence before its subject: "Then Doe said".
_LINKING: Final = re.compile(
    r"^(?:(?:Then|Yet|But|And|So|Still|Also|Now|Later|Even|Meanwhile|Instead|However|When|While|As|If|Once|Or|What|what),?\s)+(?=\S)"
)
_TIES: Final = words(
    "of for in at from with by on to near the our its his her their and & against at"
)
#: Titles that are part of the name: "Pope Francis", "King Charles".
_ROYAL: Final = words("king queen prince princess pope sheikh emperor father sister ayatollah")
#: "a poll released [in April]", "the report published by the board".
_RELEASED: Final = re.compile(
    r"(?<=\w)\s(?:released|published|issued|conducted|commissioned|obtained|seen|posted|founded|announced|filed|lodged|submitted"
    r"|ordered|requested|sought|funded|sponsored|demanded|generated|broadcast|circulated|unveiled|completed|shared|signed|taken|to be)\b.*"
)
#: "[In a] statement Harbour Council said": without its comma.
_OCCASION: Final = re.compile(
    r"^(?:(?:written|joint|brief|short|separate|recent|later|new)\s)*"
    r"(?:statement|interview|letter|speech|tweet|message|memo|email|e-mail|release|address)\s(?=[A-Z])"
)
_TRAILING: Final = re.compile(
    r"(?:\s+(?:himself|herself|itself|themselves|also|later|all|both|here|there))+$"
)
_DOCUMENT: Final = "|".join(sorted(DOCUMENTS))
_OWNED: Final = re.compile(
    rf"(?P<owner>[^’',]+?)(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s){{0,3}}?(?:{_DOCUMENT})\b(?!\s(?!on|of|in|by|from|for|to|about"
    r"|published|released|issued)[a-z])"
)
_MADE_BY: Final = re.compile(
    rf"\b(?:{_DOCUMENT})\b(?!\sunder\b)[^,]*?\s(?:by|from)\s+(?:the\s+)?(?=\w)"
)


#: "27 percent said so": how many, and not who.
_SHARE: Final = re.compile(r"(?:some |about |only |just |nearly |over )?[\d.,]+\s?(?:%|per\s?cent)")
_LETTER: Final = re.compile(r"[^\W\d_]")


def speaker_name(phrase: str, names: Names) -> str | None:
    """Return whom a noun phrase names: roles off a person's name, else the phrase without its article.

    None where the phrase names nobody.
    """
    phrase = _TRAILING.sub(
        "", " ".join(phrase.split()).strip(" ,.:;—–-*_").removeprefix("'s ").removeprefix("’s ")
    )
    full = _LINKING.sub("", phrase)
    phrase = _RELEASED.sub("", DETERMINER.sub("", full, count=1))
    phrase = _OCCASION.sub("", phrase) if phrase[:1].islower() else phrase
    if (
        not _LETTER.search(phrase)
        or _SHARE.fullmatch(phrase)
        or _names_nobody(phrase, determined=len(full) > len(phrase))
    ):
        return None
    owner = _owner(phrase) or _before_comma(phrase)
    kept = _bare_person(owner.split(), names)
    return (
        names.full(kept if kept == phrase and " " not in kept else without_possessive(kept))
        .replace(HYPHEN, " - ")
        .replace(DIGITS_COMMA, ",")
    )


def _before_comma(phrase: str) -> str:
    """Return the name in "Jane Doe, director of the bank", else the whole phrase."""
    named, comma, rest = phrase.partition(",")
    is_name = comma and named.count(" ") and named.rpartition(" ")[2][:1].isupper()
    return named if is_name and not _LIST.search(phrase) and not _BASED.match(rest) else phrase


#: "a spokesman for the Leeds, Conn.-based company"
_BASED: Final = re.compile(rf"\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:-|{HYPHEN})based\b")


#: "Orbit Oil, Harbour Bank and Doe": a row of names, none of them described.
_LIST: Final = re.compile(r"(?:,|\band)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*(?:,|\sand\s|$)")


def _names_nobody(phrase: str, *, determined: bool) -> bool:
    """Whether the words are no noun phrase: they end in a function word or begin like another phrase.

    `determined`: an article stood before them, as before "monitoring group".
    """
    first, last = phrase.partition(" ")[0], phrase.rpartition(" ")[2]
    acronym = last.isupper() and len(last) > 1
    if last.lower().replace("’", "'").partition("'")[0] in _NOBODY and not acronym:
        return True
    if first.lower().replace("’", "'") in _CLEFTS or (
        first.lower() in _NO_OPENING and " " in phrase
    ):
        return True
    gerund = first.endswith("ing") and " " in phrase and not determined
    return first.islower() and (first in _NO_OPENING or gerund)


def _owner(phrase: str) -> str | None:
    """Return who made the document that the phrase names: "Doe's analysis", "a report by Roe"."""
    owned = _OWNED.match(phrase)
    if owned and phrase.partition(" ")[0] not in DOCUMENTS:  # "statement on the school's website"
        return owned["owner"]
    made = _MADE_BY.search(phrase)
    return phrase[made.end() :] if made else None


def _bare_person(tokens: list[str], names: Names) -> str:
    """Return the person's name at the end of the phrase without the roles before it, if one is there."""
    if _is_institution(tokens):
        return " ".join(tokens)
    tokens = _without_place(tokens)
    first = len(tokens)
    while first > 0 and _is_name_part(tokens, first - 1):
        first -= 1
    run = tokens[first:]
    if _belongs_to(tokens, first):
        return " ".join(tokens)
    alone = len(run) == 1 and first and len(run[0]) > 1 and run[0].isupper()  # "state TV"
    if not run or _is_role(run[-1]) or alone:
        return " ".join(tokens)
    tied = first > 1 and tokens[first - 1][0].isupper() and tokens[first - 2].lower() in _TIES
    if tied and not (tokens[first - 2] == "of" and first > 2 and tokens[first - 3][0].isupper()):
        return _known_tail(tokens, names)
    roles = [index for index, word in enumerate(run) if _is_role(word)]
    if not roles or all(run[index].lower() in FIELDS for index in roles):
        return _known_tail(run, names)
    royal = run[roles[-1]].lower() in _ROYAL
    return _known_tail(run[roles[-1] + (0 if royal else 1) :], names)


def _belongs_to(tokens: list[str], first: int) -> bool:
    """Whether the name at `first` is what somebody speaks for: "spokeswoman for Harbour amp Doe"."""
    tied = any(word in ("for", "at", "with", "from") for word in tokens[:first])
    person = len(tokens) - first > 1 and tokens[first] in GIVEN_NAMES
    role = tokens[0] in ONE_PERSON
    return tied and role and not person


_BEFORE_INSTITUTION: Final = words(
    "Royal National American British European International Federal Central General World"
)


def _is_institution(tokens: list[str]) -> bool:
    """Whether the words are an organisation's name with what it is of: "Organization of African Unity"."""
    head = 1 if tokens[0] in _BEFORE_INSTITUTION else 0
    if len(tokens) < head + 3 or tokens[head + 1] not in ("of", "for"):
        return False
    if tokens[head].lower() not in ORGANISATIONS:
        return False
    return all(word[0].isupper() or word.lower() in _TIES for word in tokens)


def _without_place(tokens: list[str]) -> list[str]:
    """Return a person's name without what follows it: "Jane Doe of Example College"."""
    for index, word in enumerate(tokens[2:], start=2):
        if word in _TIES and word not in ("and", "&"):
            if word == "for" and tokens[index - 2] not in GIVEN_NAMES:
                continue  # "U.S. Centers for Disease Control"
            named = all(
                token[0].isupper() and not _is_role(token) for token in tokens[index - 2 : index]
            )
            return tokens[:index] if named else tokens
    return tokens


def _known_tail(tokens: list[str], names: Names) -> str:
    """Return the known full name that the tokens end with, else all of them."""
    for size in range(2, min(len(tokens), 5)):
        tail = " ".join(tokens[-size:])
        tied = size < len(tokens) and tokens[-size - 1].lower() in _TIES
        if not tied and names.persons.get(tokens[-1]) == tail:
            return tail
    return " ".join(tokens)


def _is_name_part(tokens: list[str], index: int) -> bool:
    word = tokens[index]
    if word[0].isupper():
        previous = tokens[index - 1] if index else ""
        return not word.endswith(POSSESSIVES) and previous.lower() not in _TIES
    return word in ("de", "van", "von", "der", "bin", "al", "el", "la", "du", "da") and (
        index > 0 or len(tokens) > 1
    )


def _is_role(word: str) -> bool:
    plain = word.strip(".,").lower().replace(HYPHEN, "-")
    return plain in NOT_A_PERSON or word.endswith(POSSESSIVES)

"""From the words that name a speaker to the name: titles off, short forms joined within the document. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ingest.extract.given_names import GIVEN_NAMES
from ingest.extract.roles import DOCUMENTS, FIELDS, ORGANISATIONS, TITLES
from ingest.extract.vocabulary import opening, words

#: Stands for " - " in texts that write every hyphen so ("Vice - President"); as long, and part of a word.
HYPHEN: Final = "___"
#: Stands for the comma in "12,000", which parts no phrases.
DIGITS_COMMA: Final = "\u201a"
#: A capitalised word or an initial. The class comes first because the engine looks for one fastest.
_CAPITAL: Final = r"[A-ZÀ-ÞŁŚŽŠČĆİА-ЯІЇЄҐ](?:[\w’'-]{0,40}\w|(?<=[A-Z])\.)"
_PARTICLE: Final = r"(?:de|van|von|der|den|bin|ben|ibn|al|el|la|le|du|da|di|dos|ter|zu|abu)"
_FULL_NAME: Final = re.compile(rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}){{1,4}}")
_ACRONYM: Final = re.compile(r"\(\s?([A-Z]{2,8})\s?\)")
_LONG_FORM: Final = re.compile(
    rf"{_CAPITAL}(?:\s(?:(?:of|for|on|and|the|de|in)\s){{0,2}}{_CAPITAL}){{1,7}}\s$"
)
_LONG_FORM_WINDOW: Final = 100
_NOT_A_PERSON: Final = words(
    "yet still even meanwhile now then so also however both only just such some like until under over last next"
    " once here there what why how who perhaps because despite during more most many all no not yes well"
    " instead indeed although though unlike among between through against another each every other our your"
    " my their its later earlier today yesterday than whether where which whose whom says said"
    "the a an in on at it his her he she they we i this that these those but and or if as when while after"
    " before since for from with by of to north south east west new monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november december"
    " street road avenue square river lake mount gulf sea ocean island islands city county state states"
    " province region oblast republic democratic kingdom airport bridge tower park valley bay war battle"
    " treaty act agreement memorandum accord day year week cup league championship games olympics prize award"
) | ORGANISATIONS | TITLES  # fmt: skip
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
#: Opens a sentence before its subject: "Then Doe said".
_LINKING: Final = re.compile(
    r"^(?:(?:Then|Yet|But|And|So|Still|Also|Now|Later|Even|Meanwhile|Instead|However|When|While|As|If|Once|Or),?\s)+(?=\S)"
)
_TIES: Final = words("of for in at from with by on to near the and & against at")
#: Titles that are part of the name: "Pope Francis", "King Charles".
_ROYAL: Final = words("king queen prince princess pope sheikh emperor father sister ayatollah")
_POSSESSIVES: Final = ("'s", "’s", "'", "’")
_DETERMINER: Final = re.compile(r"^(?:the|a|an|both|his|her|its|their|our)\s+", re.IGNORECASE)
#: "a poll released [in April]", "the report published by the board".
_RELEASED: Final = re.compile(
    r"(?<=\w)\s(?:released|published|issued|conducted|commissioned|obtained|seen|posted|founded)\b.*"
)
_TRAILING: Final = re.compile(r"(?:\s+(?:himself|herself|itself|themselves|also|later|all|both))+$")
_DOCUMENT: Final = "|".join(sorted(DOCUMENTS))
_OWNED: Final = re.compile(
    rf"(?P<owner>[^’',]+?)(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s){{0,3}}?(?:{_DOCUMENT})\b(?!\s(?!on|of|in|by|from|for|to|about"
    r"|published|released|issued)[a-z])"
)
_MADE_BY: Final = re.compile(
    rf"\b(?:{_DOCUMENT})\b(?!\sunder\b)[^,]*?\s(?:by|from)\s+(?:the\s+)?(?=\w)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The full names of one document, by the short forms that stand for them."""

    #: Last name -> the shortest full name with it; absent where two people share it.
    persons: Mapping[str, str]
    #: Acronym -> name in full, as the text introduces it.
    acronyms: Mapping[str, str]
    #: Words that stand right after a personal title somewhere in the text.
    titled: frozenset[str]

    #: Words that stand right before a verb of saying or "who" somewhere in the text.
    acting: frozenset[str]

    def is_person(self, name: str) -> bool:
        """Whether the text shows that the name is a person's: a given name, a title, an act of speech."""
        first, _, last = name.rpartition(" ")
        if last in self.titled:
            return True
        if self.persons.get(last) != name:
            return False
        return first.partition(" ")[0] in GIVEN_NAMES or last in self.acting

    def full(self, name: str) -> str:
        """Return the fullest form the document gives for a short name, or the name itself."""
        return self.persons.get(name) or self.acronyms.get(name) or name


def names_in(text: str) -> Names:
    """Return the names that `text` gives in full."""
    by_last: dict[str, set[str]] = {}
    sequences = set(_FULL_NAME.findall(text))
    plain = set(text.split()) if any(len(each.split()) > 2 for each in sequences) else set()
    for found in sequences:
        name = _person(found, plain)
        if name:
            by_last.setdefault(name.rpartition(" ")[2], set()).add(name)
    persons = {}
    for last, full in by_last.items():
        firsts = {name.partition(" ")[0][0] for name in full}
        if len(firsts) == 1:
            persons[last] = min(full, key=lambda name: (len(name), name))
    return Names(
        persons,
        _acronyms(text),
        frozenset(_TITLED.findall(text)),
        _acting(text),
    )


def _acronyms(text: str) -> dict[str, str]:
    """Return the acronyms that the text introduces: "World Health Organization (WHO)"."""
    found = {}
    for short in _ACRONYM.finditer(text):
        start = short.start()
        long = _LONG_FORM.search(text, max(start - _LONG_FORM_WINDOW, 0), start)
        if long and _abbreviates(short[1], long.group()) and not long.group().isupper():
            found[short[1]] = _DETERMINER.sub("", long.group().strip())
    return found


_TITLE: Final = opening(
    "Mr Mrs Ms Dr Prof Professor Gen General Lt Col Sen Senator Rep Gov Judge Sir"
)
_TITLED: Final = re.compile(rf"{_TITLE}\.?\s({_CAPITAL})")


_ACTING: Final = re.compile(
    rf"({_CAPITAL})(?:\s(?:said|says|told|added|wrote|argued|who|tweeted|testified)|, (?:who|\d\d),?)\b"
)
#: "..., said Stone Lin, an analyst", and the name in "Wes Lin, head of the bank, said": their acts too.
_ACTED: Final = re.compile(
    rf"{opening('said says added wrote')}\s{_CAPITAL}\s({_CAPITAL}),\s(?:an?|the|who|[a-z]+|\d\d)\b"
)
_AFTER_ASIDE: Final = re.compile(r",\s(?:said|says|told|added|wrote|warned|argued)\b")
_DESCRIBED: Final = re.compile(rf"{_CAPITAL}\s({_CAPITAL}),\s[a-z][^,.;\n]{{2,90}}\Z")
_DESCRIBED_WINDOW: Final = 180


def _acting(text: str) -> frozenset[str]:
    """Return the names that stand beside a verb of saying."""
    found = _ACTING.findall(text) + _ACTED.findall(text)
    for said in _AFTER_ASIDE.finditer(text):
        at = said.start()
        described = _DESCRIBED.search(text, max(at - _DESCRIBED_WINDOW, 0), at)
        if described:
            found.append(described[1])
    return frozenset(found)


def speaker_name(phrase: str, names: Names) -> str | None:
    """Return whom a noun phrase names: roles off a person's name, else the phrase without its article.

    None where the phrase names nobody.
    """
    phrase = _TRAILING.sub("", " ".join(phrase.split()).strip(" ,.:;—–-*_"))
    full = _LINKING.sub("", phrase)
    phrase = _RELEASED.sub("", _DETERMINER.sub("", full, count=1))
    if not phrase or _names_nobody(phrase, determined=len(full) > len(phrase)):
        return None
    owner = _owner(phrase) or _before_comma(phrase)
    kept = _bare_person(owner.split(), names)
    return (
        names.full(kept if kept == phrase and " " not in kept else without_possessive(kept))
        .replace(HYPHEN, " - ")
        .replace(DIGITS_COMMA, ",")
    )


def without_possessive(name: str) -> str:
    """Return the name without "'s" or "'" at its end."""
    for ending in _POSSESSIVES:
        if name.endswith(ending):
            return name[: -len(ending)]
    return name


def _before_comma(phrase: str) -> str:
    """Return the name in "Jane Doe, director of the bank", else the whole phrase."""
    named, comma, _ = phrase.partition(",")
    is_name = comma and named.count(" ") and named.rpartition(" ")[2][:1].isupper()
    return named if is_name and not _LIST.search(phrase) else phrase


#: "Orbit Oil, Harbour Bank and Doe": a row of names, none of them described.
_LIST: Final = re.compile(r"(?:,|\band)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*(?:,|\sand\s|$)")


def _names_nobody(phrase: str, *, determined: bool) -> bool:
    """Whether the words are no noun phrase: they end in a function word or begin like another phrase.

    `determined`: an article stood before them, as before "monitoring group".
    """
    first, last = phrase.partition(" ")[0], phrase.rpartition(" ")[2]
    acronym = last.isupper() and len(last) > 1
    if last.lower() in _NOBODY and not acronym:
        return True
    if first.lower() in _NO_OPENING and " " in phrase:
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


def _is_institution(tokens: list[str]) -> bool:
    """Whether the words are an organisation's name with what it is of: "Organization of African Unity"."""
    if len(tokens) < 3 or tokens[0].lower() not in ORGANISATIONS or tokens[1] not in ("of", "for"):
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
        return not word.endswith(_POSSESSIVES) and previous.lower() not in _TIES
    return word in ("de", "van", "von", "der", "bin", "al", "el", "la", "du", "da") and index > 0


def _is_role(word: str) -> bool:
    plain = word.strip(".,").lower().replace(HYPHEN, "-")
    return plain in _NOT_A_PERSON or word.endswith(_POSSESSIVES)


def _person(sequence: str, plain: set[str]) -> str | None:
    """Return the person's name in a row of capitalised words, None where it is something else.

    `plain`: the words the text writes small; before a full name they are no part of it ("Biologist").
    """
    tokens = sequence.split()
    while len(tokens) > 2 and tokens[0].lower() in plain:
        tokens = tokens[1:]
    while tokens and (tokens[0].strip(".").lower() in _NOT_A_PERSON or len(tokens[0]) == 1):
        tokens = tokens[1:]
    owners = [index for index, token in enumerate(tokens[:-1]) if token.endswith(_POSSESSIVES)]
    tokens = tokens[owners[-1] + 1 :] if owners else tokens  # "Lakeland's Jane Doe"
    tokens = [without_possessive(token) for token in tokens]
    if len(tokens) < 2 or any(token.strip(".").lower() in _NOT_A_PERSON for token in tokens):
        return None
    if tokens[-1].isupper() or len(tokens[-1]) < 2:
        return None
    return " ".join(tokens)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of the acronym begin the words of the long name, in order."""
    initials = [word[0] for word in long.split() if word[0].isupper()]
    return "".join(initials).endswith(short) or "".join(initials).startswith(short)

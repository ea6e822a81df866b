"""The full names that a document gives, by the short forms that stand for them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ingest.extract.names.given_names import GIVEN_NAMES, gender
from ingest.extract.names.roles import ONE_PERSON, ORGANISATIONS, PERSONAL_TITLES, TITLES
from ingest.extract.text.vocabulary import opening, words

#: A capitalised word or an initial. The class comes first because the engine looks for one fastest.
_CAPITAL: Final = r"[A-ZÀ-ÞŁŚŽŠČĆİА-ЯІЇЄҐ](?:[\w’'-]{0,40}\w|(?<=[A-Z])\.(?:[A-Z]\.){0,2})"
_PARTICLE: Final = r"(?:de|van|von|der|den|bin|ben|ibn|al|el|la|le|du|da|di|dos|ter|zu|abu)"
_FULL_NAME: Final = re.compile(rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}){{1,4}}")
_ACRONYM: Final = re.compile(r"\(\s?([A-Z]{2,8})\s?\)")
_LONG_FORM: Final = re.compile(
    rf"{_CAPITAL}(?:\s(?:(?:of|for|on|and|the|de|in)\s){{0,2}}{_CAPITAL}){{1,7}}\s$"
)
_LONG_FORM_WINDOW: Final = 100
#: Words that no person's name holds.
NOT_A_PERSON: Final = words(
    "yet still even meanwhile now then so also however both only just such some like until under over last next"
    " once here there what why how who perhaps because despite during more most many all no not yes well"
    " instead indeed although though unlike among between through against another each every other our your"
    " behind inside beyond above below near outside along around within without whatever"
    " my their its later earlier today yesterday than whether where which whose whom says said"
    " studies affairs relations research sciences policy strategic international global"
    " should would could can did does do has have is are was were let"
    "the a an in on at it his her he she they we i this that these those but and or if as when while after"
    " before since for from with by of to north south east west new monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november december"
    " street road avenue square river lake mount gulf sea ocean island islands city county state states"
    " province region oblast republic democratic kingdom airport bridge tower park valley bay war battle"
    " treaty act agreement memorandum accord day year week cup league championship games olympics prize award"
) | ORGANISATIONS | TITLES  # fmt: skip
#: What makes a name an owner.
POSSESSIVES: Final = ("'s", "’s", "'", "’")
#: What stands before a noun; no part of its name.
DETERMINER: Final = re.compile(r"^(?:the|a|an|both|his|her|its|their|our)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """The full names of one document, by the short forms that stand for them."""

    #: Last name -> the shortest full name with it; absent where two people share it.
    persons: Mapping[str, str]
    #: Last names that two people share.
    shared: frozenset[str]
    #: Acronym -> name in full, as the text introduces it.
    acronyms: Mapping[str, str]
    #: Words that stand right after a personal title somewhere in the text.
    titled: frozenset[str]
    #: First word -> the one full name that begins with it, where a title stands before it: "President Xi Jinping".
    led: Mapping[str, str]
    #: Words that stand right before a verb of saying or "who" somewhere in the text.
    acting: frozenset[str]

    def is_person(self, name: str) -> bool:
        """Whether the text shows that the name is a person's: a given name, a title, an act of speech."""
        first, _, last = name.rpartition(" ")
        if last in self.titled or (not first and last in self.shared):
            return True
        if self.persons.get(last) != name:
            return False
        return first.partition(" ")[0] in GIVEN_NAMES or last in self.acting

    def full(self, name: str) -> str:
        """Return the fullest form the document gives for a short name, or the name itself."""
        return self.persons.get(name) or self.acronyms.get(name) or self.led.get(name) or name


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
        firsts = {name.partition(" ")[0] for name in full}
        of_one = len({first[0] for first in firsts}) == 1
        if len(firsts) == 1 or (of_one and not _are_two(firsts)):
            persons[last] = min(full, key=lambda name: (len(name), name))
    titled, acting = frozenset(_TITLED.findall(text)), _acting(text)
    return Names(
        persons,
        frozenset(by_last.keys() - persons.keys()),
        _acronyms(text),
        titled,
        _led(persons, titled & acting, text),
        acting,
    )


def _led(persons: Mapping[str, str], known: frozenset[str], text: str) -> dict[str, str]:
    """Return the full names by the family name that they begin with, as a title before them shows."""
    found: dict[str, list[str]] = {}
    for name in persons.values():
        first = name.partition(" ")[0]
        if first in known and first not in persons:
            found.setdefault(first, []).append(name)
    if not found:
        return {}
    in_full = {words for each in _TITLED_NAME.findall(text) for words in _beginnings(each)}
    return {
        first: names[0] for first, names in found.items() if len(names) == 1 and names[0] in in_full
    }


def _beginnings(sequence: str) -> list[str]:
    """Return the row of words cut behind its second, third and further words."""
    tokens = sequence.split()
    return [" ".join(tokens[:size]) for size in range(2, len(tokens) + 1)]


def _acronyms(text: str) -> dict[str, str]:
    """Return the acronyms that the text introduces: "World Health Organization (WHO)"."""
    found = {}
    for short in _ACRONYM.finditer(text):
        start = short.start()
        long = _LONG_FORM.search(text, max(start - _LONG_FORM_WINDOW, 0), start)
        name = _spelt_out(short[1], long.group()) if long else None
        if long and name and not long.group().isupper():
            found[short[1]] = DETERMINER.sub("", name)
    return found


def _are_two(firsts: set[str]) -> bool:
    """Whether given names with one initial are a woman's and a man's: "Mary" and "Mitch"."""
    return len({gender(first) for first in firsts} - {None}) > 1


_TITLE: Final = opening(
    "Mr Mrs Ms Dr Prof Professor Gen General Lt Col Sen Senator Rep Gov Judge Sir President Minister Chancellor Governor Adm Admiral"
)
_TITLED: Final = re.compile(rf"{_TITLE}\.?\s({_CAPITAL})")
_TITLED_NAME: Final = re.compile(rf"{_TITLE}\.?\s({_FULL_NAME.pattern})")


_ACTING: Final = re.compile(
    rf"({_CAPITAL})(?:\s(?:said|says|told|added|wrote|argued|who|tweeted|testified)|, (?:who|\d\d),?)\b"
)
#: "..., said Stone Lin, an analyst", and the name in "Wes Lin, head of the bank, said": their acts too.
_ACTED: Final = re.compile(
    rf"{opening('said says added wrote')}\s{_CAPITAL}\s({_CAPITAL}),\s(?:an?|the|who|[a-z]+|\d\d)\b"
)
_AFTER_ASIDE: Final = re.compile(
    r",\s(?:said|says|told|added|wrote|warned|argued|explained|noted|claimed|insisted|recalled|announced|agreed|testified)\b"
)
#: "Anan Doewar, leader of the Harbour Party, urged him": what somebody is shows that the name is a person's.
_ROLE_FOLLOWS: Final = re.compile(
    r",\s(?:(?:an?|the|its|his|her|their)\s)?(?:[a-z-]{1,20}\s){0,2}?"
    rf"(?:{'|'.join(sorted(ONE_PERSON))})(?:,|\s(?:of|at|for|with|and|who)\b)"
)
_NAMED: Final = re.compile(rf"{_CAPITAL}\s({_CAPITAL})\Z")
_NAMED_WINDOW: Final = 60
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
    for role in _ROLE_FOLLOWS.finditer(text):
        named = _NAMED.search(text, max(role.start() - _NAMED_WINDOW, 0), role.start())
        if named:
            found.append(named[1])
    return frozenset(found)


def _person(sequence: str, plain: set[str]) -> str | None:
    """Return the person's name in a row of capitalised words, None where it is something else.

    `plain`: the words the text writes small; before a full name they are no part of it ("Biologist").
    """
    tokens = sequence.split()
    while len(tokens) > 2 and tokens[0].lower() in plain:
        tokens = tokens[1:]
    if len(tokens) > 2:  # "Lakeland Mayor Jane Doe"
        titles = [at for at, token in enumerate(tokens) if token.lower() in PERSONAL_TITLES]
        tokens = tokens[titles[-1] + 1 :] if titles else tokens
    while tokens and (_opens_sentence(tokens[0]) or len(tokens[0]) == 1):
        tokens = tokens[1:]
    owners = [index for index, token in enumerate(tokens[:-1]) if token.endswith(POSSESSIVES)]
    tokens = tokens[owners[-1] + 1 :] if owners else tokens  # "Lakeland's Jane Doe"
    tokens = [without_possessive(token) for token in tokens]
    if (
        len(tokens) < 2
        or tokens[0] == tokens[-1]
        or any(token.strip(".").lower() in NOT_A_PERSON for token in tokens)
    ):
        return None
    if tokens[-1].isupper() or len(tokens[-1]) < 2 or _is_acronym(tokens[0]) or tokens[0] == "AP":
        return None
    if tokens[-1].lower() in _INSTITUTIONAL:
        return None
    return " ".join(tokens)


#: End the names of institutions, though they are words for no institution: "Harbour Watch".
_INSTITUTIONAL: Final = words("watch facility rights programme program initiative")


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals is no row of initials: the health service of "NHS Oslo"."""
    return word.isalpha() and word.isupper() and len(word) > _MOST_INITIALS


#: "JD Doe"
_MOST_INITIALS: Final = 2


def _opens_sentence(word: str) -> bool:
    """Whether a word in front of a name is no part of it: "Then", "General", "Supposedly"."""
    if word.strip(".").lower() in NOT_A_PERSON:
        return True
    return word.endswith("ly") and len(word) > _SHORT_NAME and word not in GIVEN_NAMES


#: "Kelly", "Emily": longer words in -ly are adverbs, or listed.
_SHORT_NAME: Final = 6


def _spelt_out(short: str, long: str) -> str | None:
    """Return the words of a long name that an acronym is made of; None where it is of none.

    "The Bank of England and the World Health Organization (WHO)" names two.
    """
    capitals = [word.start() for word in _WORD_WITH_CAPITAL.finditer(long)]
    initials = "".join(long[at] for at in capitals)
    if not initials.endswith(short):
        return long.strip() if initials.startswith(short) else None
    begun = capitals[-len(short)]
    return long[begun:].strip() if _AND_LAST.search(long, 0, begun) else long.strip()


_AND_LAST: Final = re.compile(r"\sand\s(?:the\s)?\Z")


_WORD_WITH_CAPITAL: Final = re.compile(r"(?<!\S)[A-ZÀ-ÞŁŚŽŠČĆİА-ЯІЇЄҐ]")


def without_possessive(name: str) -> str:
    """Return the name without "'s" or "'" at its end."""
    if name.endswith(POSSESSIVES):  # nearly none does
        return next(name[: -len(ending)] for ending in POSSESSIVES if name.endswith(ending))
    return name

"""The noun phrase that ends at a place of a sentence, found by walking left from its last word. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import is_verb
from ingest.extract.text.vocabulary import words

AUXILIARIES: Final = words(
    "has have had is was were are be been being would will could also later then earlier repeatedly previously"
    " publicly further once again recently himself herself itself themselves first only still now already"
    " just even long since did does do to not never often always sometimes not_only today afterwards"
    " subsequently initially reportedly who which that went on goes each both"
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
_ARTICLES: Final = words("the a an his her its their")
#: "the two banks", "all three"
_BEFORE_NUMERAL: Final = words("the his her its their our these those all")
_PRONOUNS: Final = words("he she they it we i you one everyone somebody someone who others")
#: Open a phrase that is no subject: "After the vote, ...", "While abroad, ...".
ADVERBIAL: Final = words(
    "in on at after before during since while when as if although though because despite amid following"
    " by for from with without under over until unless but and or so yet however meanwhile later earlier"
    " recently then still also moreover instead indeed today yesterday there here asked according to speaking"
    " writing addressing citing referring standing near above among against like unlike besides whether where"
    " that which who perhaps maybe now once nevertheless nonetheless therefore thus separately additionally"
)
#: Participles that do not end in -ed, and what may follow them: "a report put out by the union".
_PARTICIPLES: Final = words(
    "put made given held led run written seen sent found taken built drawn speaking writing standing"
)
_PARTICLES: Final = words("out up forth down")
#: Words in a noun phrase that look like verbs: "people familiar with", "officials briefed on".
_POSTMODIFIERS: Final = words(
    "familiar close briefed involved based named identified released published commissioned led backed united"
    " issued obtained seen conducted posted elected retired unnamed detained armed injured displaced trained appointed called red"
    " polled surveyed interviewed quoted cited questioned contacted consulted reached present sampled"
)
_BE: Final = words("is are was were been be am")
_MAX_WORDS: Final = 20
_TOKEN: Final = re.compile(r"\S+")


_OF: Final = re.compile(r"\s(?:of|in|at|for|from|with|on|into|to|over)\s")


def head_of(phrase: str) -> str:
    """Return the noun that the phrase is about: "official" of "an official of the bank"."""
    return _OF.split(phrase.strip())[0].rpartition(" ")[2]


def phrase_before(sentence: str, start: int, end: int) -> Span | None:
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
            if first > 0 and _ties(tokens, first):
                continue
            break
        if word in _PREPOSITIONS and (first == 1 or first == len(tokens)):
            break
        infinitive = first > 1 and tokens[first - 2].group().lower() == "to"
        if (
            not infinitive
            and _stops(tokens[first - 1].group())
            and not _is_participle(tokens, first)
            and not _is_determined(tokens, first)
        ):
            break
        first -= 1
    if 0 < first < len(tokens) - 1 and _is_doing(tokens, first):
        first += 1
    while first < len(tokens) and tokens[first].group().lower() in _PREPOSITIONS:
        first += 1
    if first == len(tokens):
        return (end, end)
    return tokens[first].start(), tokens[-1].end()


def _is_doing(tokens: list[re.Match[str]], first: int) -> bool:
    """Whether the phrase begins with a verb's participle: "was [responding to a report]", "was [led by Doe]"."""
    doing = tokens[first].group().endswith("ing") or tokens[first + 1].group() == "by"
    return doing and tokens[first - 1].group() in _BE


def _is_participle(tokens: list[re.Match[str]], first: int) -> bool:
    """Whether the word before `first` only describes a noun: "protesters gathered in the square said"."""
    follows = tokens[first].group().lower() if first < len(tokens) else ""
    noun = tokens[first - 2].group() if first > 1 else ""
    return (
        (follows in _PREPOSITIONS or follows in _PARTICLES)
        and (tokens[first - 1].group().endswith("ed") or tokens[first - 1].group() in _PARTICIPLES)
        and bool(noun)
        and not noun.endswith(",")
        and noun.lower() not in _PRONOUNS | AUXILIARIES
    )


def _is_determined(tokens: list[re.Match[str]], first: int) -> bool:
    """Whether the word before `first` stands between a determiner and its noun: "the [worried] executive"."""
    described = first < len(tokens) and tokens[first - 1].group().endswith("ed")
    return described and first > 1 and tokens[first - 2].group().lower() in _ARTICLES


def _over_determiner(tokens: list[re.Match[str]], first: int) -> int:
    """Include the determiner before `first`, and a preposition that ties it to a noun before."""
    first -= 1
    if first and tokens[first - 1].group().lower() in _BEFORE_NUMERAL:
        first -= tokens[first].group().lower() not in _BEFORE_NUMERAL
    if first < _TIED:
        return first
    return first - 1 if _ties(tokens, first - 1) else first


def _ties(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the word at `at` ties what follows it to the noun before: "the head [of]", "a team [analysing]"."""
    tie = tokens[at].group().lower()
    if tie in _TIES or not at:
        return tie in _TIES
    doing = tie.endswith("ing") and len(tie) > _SHORTEST_GERUND
    return doing and _can_be_described(tokens[at - 1].group())


#: A noun, what ties to it, a determiner.
_TIED: Final = 2
#: "thing", "bring"
_SHORTEST_GERUND: Final = 5


def _can_be_described(word: str) -> bool:
    """Whether a word can be the noun that a participle describes: "a team [analysing] the flow"."""
    small = word.lower()
    if small == "those":
        return True
    return small.isalpha() and not (
        small in _PREPOSITIONS | ADVERBIAL | AUXILIARIES | _BE | _PRONOUNS | _DETERMINERS
        or is_verb(small)
    )


def _stops(token: str) -> bool:
    """Whether a word cannot be part of the noun phrase."""
    word = token.strip("’',.").lower()
    if word in _POSTMODIFIERS or token[0].isupper():
        return False
    if word in ADVERBIAL and word not in _PREPOSITIONS:
        return True
    return is_verb(word)

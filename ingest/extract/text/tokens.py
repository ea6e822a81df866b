"""The words of a sentence with their offsets, and which of them look like finite verbs. Pure.

Several rules read the same sentence one after another, so its words are kept for a short while.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from ingest.extract.text.vocabulary import words

#: Rules read a sentence masked and unmasked, and a few sentences before it.
KEPT: Final = 32

#: So many words make up nearly all of a day's news.
_COMMON: Final = 8192

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
#: Finite verbs that do not end in -ed: auxiliaries, common irregular pasts, some presents.
_VERBS: Final = words(
    "is are was were am be been has have had do does did will would shall should can could may might must"
    " arose beat became began bore bought broke brought built came caught chose cost cut dealt drew drove fell"
    " felt fled flew fought found froze gave got grew heard held hid hit hung hurt kept knew laid lay left"
    " lent let lost made meant met overthrew paid put quit ran rang rode rose said sank sat saw sent set"
    " shook shot shut slid sold sought spent split spoke spread stole stood struck stuck swept swore swung"
    " ate blew clung crept dug drank forbade forgot leapt mistook overcame oversaw overtook rebuilt resold shone shrank sang"
    " slept sprang stung swam tore underwent undertook upheld wept withheld withstood spun bent burst"
    " taught threw told took tore understood went withdrew woke won wore wrote says plans wants shows remains"
    " warns expects hopes comes goes takes makes gives gets keeps means runs stands begins ends falls rises"
    " leads needs know want seems appears includes allows cannot led read thinks believes knows appear seem remain"
    " fails becomes brings happens occurs contains consists exists involves provides requires tells tries dies arrives"
    " finds loses receives sells sends sits speaks spends asks agrees argues buys considers creates decides denies"
    " develops enters explains grows hears insists joins lies occupies operates owns performs prepares produces proves"
    " reaches refuses rejects replaces represents seeks stays suffers suggests survives threatens continues"
    " applies belongs carries celebrates chooses collapses depends destroys discovers emerges encourages enjoys ensures"
    " expires follows gathers governs ignores improves inherits introduces invades"
    " kills learns maintains manages marries meets opens oversees persuades pleads predicts prevents"
    " proposes publishes pursues recalls recovers reflects relies remembers resigns resumes retires reveals serves"
    " settles sinks  succeeds surrenders treats tries undergoes unveils urges vanishes"
    " warns withdraws worsens foresaw befell beheld foretold rewrote retold misled outdid overheard overran partook undid"
)
#: "didn't", "we're": the verb is in the word.
_CONTRACTED: Final = ("n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "i'm", "i’m")
#: "there's", "they'd": and so in these.
_WITH_VERB: Final = frozenset(
    pronoun + mark + verb
    for mark in ("'", "’")
    for verb, pronouns in (
        ("s", "there it he she that what here who"),
        ("d", "i you he she it we they there who"),
    )
    for pronoun in pronouns.split()
)
#: Verbs above that are nouns where a determiner stands right before them: "a cut", "the lead".
_NOUNS: Final = words(
    "cut cost hit run spread split lead ends falls rises leads needs plans shows stands left set read put bet bid must might burst"
)
_DETERMINERS: Final = words(
    "a an the its their our my your his another each every worst best hardest newly badly most least"
)
#: Nouns and adjectives in -ed.
_NOT_VERBS: Final = words(
    "hundred united need bed seed feed speed deed breed shed sacred naked wicked rugged so-called indeed red"
    " armed allied federated dated wed sped embed exceed proceed succeed greed creed weed steed unidentified unprecedented"
)


@lru_cache(maxsize=KEPT)
def tokens(sentence: str) -> list[tuple[int, str]]:
    """Return the words of the sentence in small letters, each with its offset; "WHO" stays "WHO"."""
    small = sentence.lower()
    if "WHO" not in sentence and len(small) == len(sentence):
        return [(found.start(), found.group()) for found in _WORD.finditer(small)]
    return [
        (found.start(), word if word == "WHO" else word.lower())
        for found in _WORD.finditer(sentence)
        if (word := found.group())
    ]


@lru_cache(maxsize=KEPT)
def word_set(sentence: str) -> frozenset[str]:
    """Return the distinct words that `tokens` gives: most rules need to look no further than into it."""
    return frozenset([word for _, word in tokens(sentence)])


@lru_cache(maxsize=_COMMON)
def is_verb(word: str) -> bool:
    """Whether a word in small letters looks like a finite verb."""
    if word.endswith("ed"):
        return len(word) > 3 and word not in _NOT_VERBS
    return word in _VERBS or word in _WITH_VERB or word.endswith(_CONTRACTED)


def has_verb(sentence: str, start: int, end: int) -> bool:
    """Whether `sentence[start:end]` holds what looks like a finite verb."""
    return first_verb(sentence, start, end) is not None


def first_verb(sentence: str, start: int, end: int) -> int | None:
    """Return where the first finite verb of `sentence[start:end]` begins, None where there is none."""
    verbs = _verbs(sentence)
    index = bisect_left(verbs, start)
    return verbs[index] if index < len(verbs) and verbs[index] < end else None


def verb_after(sentence: str, first: int, end: int) -> int | None:
    """Return where the verb after the group of verbs at `first` begins: "was closed [in 2019] has been ..."."""
    at = first
    while (following := first_verb(sentence, at + 1, end)) is not None:
        if sentence[at:following].strip().count(" ") > 0 or "  " in sentence[at:following]:
            return following
        at = following
    return None


@lru_cache(maxsize=KEPT)
def _verbs(sentence: str) -> list[int]:
    verbs = {word for word in word_set(sentence) if is_verb(word)}
    if not verbs:
        return []
    return [
        at
        for at, word in tokens(sentence)
        if word in verbs
        and not _is_compound(sentence, at)
        and not _is_name(sentence, at, word)
        and not ((word in _NOUNS or word.endswith("ed")) and _is_determined(sentence, at))
    ]


#: Between a determiner and its noun: "the total cost", "the latest cut".
_MEASURES: Final = words(
    "total latest overall first final average estimated likely full eventual ultimate further"
)


def _is_determined(sentence: str, at: int) -> bool:
    """Whether a determiner or "worst" stands right before `at`: "a cut", "the affected areas", "the total cost"."""
    start = sentence.rfind(" ", 0, max(at - 1, 0)) + 1
    word = sentence[start : at - 1].lower()
    return word in _DETERMINERS or (word in _MEASURES and _is_determined(sentence, start))


#: A word in small letters that is no "of" or "for" of a headline's.
_SMALL_BEFORE: Final = re.compile(r"\b[a-z]\w{3,}\s\Z")
_SMALL_AFTER: Final = re.compile(r"['’]?\w*\s[a-z]\w{3,}")
_SMALL_WINDOW: Final = 24


def _is_name(sentence: str, at: int, word: str) -> bool:
    """Whether a word in -ed is a name: "Mr Ahmed said", but not in a headline's capitals."""
    if not at or not sentence[at].isupper() or not word.endswith("ed"):
        return False
    small = _SMALL_BEFORE.search(sentence, max(at - _SMALL_WINDOW, 0), at)
    return bool(small or _SMALL_AFTER.match(sentence, at + len(word)))


def _is_compound(sentence: str, at: int) -> bool:
    """Whether the word is the end of a compound: "state-owned", "a Leeds-based maker"."""
    return at > 1 and sentence[at - 1] == "-" and not sentence[at - 2].isspace()

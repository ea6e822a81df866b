"""What comparison needs of a mention, worked out once. Pure."""

from __future__ import annotations

import math
import re
from binascii import crc32
from dataclasses import dataclass
from typing import Final, Literal

from ingest.cluster.times import Time, published_key, time_of
from ingest.cluster.words import HAPPENING, TELLING, rarity, stem, tokens
from ingest.model import Mention, stable_id

#: Whether a mention says that it happened; only mentions of one sort can be one event.
Standing = Literal["happened", "planned", "possible", "denied"]
_STANDINGS: Final[dict[str, Standing]] = {
    "asserted": "happened",
    "reported": "happened",
    "planned": "planned",
    "possible": "possible",
    "hypothetical": "possible",
    "denied": "denied",
    "negated": "denied",
}
#: A lead of more words than this is a summary of several things; its beginning is the news.
_LONGEST_TOKENS: Final = 70
#: Names tell one happening from another better than other words of the same rarity.
_NAME_WEIGHT: Final = 1.2
#: A figure ("11") tells little by itself; together with what is counted it tells much.
_FIGURE_WEIGHT: Final = 3.0
#: What the most common telling word keeps of its rarity after subtraction is its weight.
_COMMON: Final = TELLING / 2
_SHINGLE_WORDS: Final = 3
_NOT_WORD: Final = re.compile(r"\W+")
_MONTH_NAMES: Final = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
_DAY_NAMES: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun "
    "yesterday today tomorrow week month year"
)
_MONTHS: Final = frozenset(stem(word) for word in _MONTH_NAMES.split())
_CALENDAR: Final = _MONTHS | frozenset(stem(word) for word in _DAY_NAMES.split())


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """A mention as it is compared: stems with weights, names, sorts of happening, time, standing."""

    mention: Mention
    time: Time
    standing: Standing
    #: Telling stems and figures, with how telling each is.
    weights: dict[str, float]
    norm: float
    #: Stems written with a capital within a sentence.
    names: frozenset[str]
    #: The words without case, punctuation and spacing.
    words_hash: int
    #: Hashes of runs of three words, for near-identical text.
    shingles: frozenset[int]
    #: Sorts mentions by publication, then place: the first founds the slug.
    rank: tuple[str, str, int, str, int]

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts of happening that its words name."""
        return frozenset(name for name in self.weights if name[0] == HAPPENING)


def features(mention: Mention) -> Features:
    """Return what comparison needs of `mention`."""
    words = list(tokens(_compared_text(mention)))[:_LONGEST_TOKENS]
    names = _names(mention, words)
    weights = _weights(words, names)
    folded = [word.casefold() for word, _ in words]
    return Features(
        mention=mention,
        time=time_of(mention),
        standing=_STANDINGS[mention.modality],
        weights=weights,
        norm=math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0,
        names=frozenset(names.intersection(weights)),
        words_hash=words_hash(mention.quote),
        shingles=_shingles(folded),
        rank=rank(mention),
    )


def rank(mention: Mention) -> tuple[str, str, int, str, int]:
    """Return what sorts mentions by publication, then article, place, first sight and id."""
    seen = mention.first_seen_at.isoformat() if mention.first_seen_at else ""
    published = published_key(mention.published)
    return published, mention.article_key, mention.start, seen, mention.id


def words_hash(text: str) -> int:
    """Return a hash of the words of `text` without case, punctuation and spacing."""
    return stable_id("words", _NOT_WORD.sub(" ", text.casefold()).strip())


def _compared_text(mention: Mention) -> str:
    if mention.kind == "passage" or mention.title in mention.quote:
        return mention.quote
    return f"{mention.title}. {mention.quote}"


def _names(mention: Mention, words: list[tuple[str, int]]) -> set[str]:
    text = _compared_text(mention)
    names = set()
    for word, start in words:
        opens = start == 0 or text[max(0, start - 2) : start].strip(" \n") in {
            ".",
            "“",
            '"',
            "!",
            "?",
            ":",
        }
        if word[0].isupper() and (not opens or word.isupper()):
            names.add(stem(word))
    for entity in mention.entities:
        names.update(stem(word) for word, _ in tokens(entity.name) if word[0].isupper())
    return names - _CALENDAR


def _weights(words: list[tuple[str, int]], names: set[str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    stems = [word if word[0].isdigit() else stem(word) for word, _ in words]
    for place, stemmed in enumerate(stems):
        if stemmed[0].isdigit():
            around = stems[max(0, place - 1) : place + 2]
            if not (_is_year(stemmed) or _MONTHS.intersection(around)):
                weights[stemmed] = _FIGURE_WEIGHT
            continue
        weight = rarity(stemmed)
        happens = stemmed[0] == HAPPENING
        if stemmed in _CALENDAR or len(stemmed) < 2 or (weight < TELLING and not happens):
            continue
        boost = _NAME_WEIGHT if stemmed in names else 1.0
        weights[stemmed] = (weight - _COMMON) * boost
    return weights


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and number[:2] in {"18", "19", "20"}


def _shingles(words: list[str]) -> frozenset[int]:
    runs = zip(*(words[first:] for first in range(_SHINGLE_WORDS)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in runs)

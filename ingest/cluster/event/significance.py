"""How much an event matters, explained by what it is made of. Pure.

Not volume: a hundred echoes of one text count once. What counts is how many independent origins tell
it, whether later articles come back to it, and how many give it a report or words of their own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from ingest.cluster.likeness.origins import first_tellings, origin_of, publisher_family
from ingest.cluster.reading.features import Features
from ingest.cluster.reading.words import HAPPENING, is_nation
from ingest.model import Mention

#: Weights of the parts; the first of each part counts most (logarithms to the base 2).
_ORIGINS: Final = 2.0
_LATER: Final = 1.0
_REPORTS: Final = 0.5
_ARTICLES: Final = 0.5
_GRAVITY: Final = 0.5
_NATION: Final = 0.25
_MOST_NATIONS: Final = 2
#: Sorts of happening that make news wherever they happen (after Galtung and Ruge, 1965).
_GRAVE_SORTS: Final = (
    "explosion fire death murder attack invasion sinking crash quake storm flood ceasefire resignation"
    " election inauguration verdict bankruptcy outbreak capture liberation"
)
_GRAVE: Final = frozenset(HAPPENING + sort for sort in _GRAVE_SORTS.split())


def significance(members: Sequence[Features]) -> float:
    """Return how much the event of `members` matters, 0 and up, rounded to thousandths.

    `members` are sorted by rank. Two for each doubling of the independent origins, one for each doubling
    of the articles that come back to it on a later day, a half for each doubling of the publishers that
    give it a report and of the articles that tell it in words of their own; a half where most members
    tell of something grave, a quarter for each nation that most of them name, up to two.
    """
    firsts = set(first_tellings(members))
    own_words = {members[place].mention.article_key for place in firsts}
    origins = {origin_of(members[place]) for place in firsts}
    later = {
        member.mention.article_key
        for member in members
        if member.mention.kind == "passage" and _is_later(member.mention)
    }
    reporters = {
        publisher_family(member.mention.publisher)
        for member in members
        if member.mention.kind == "report"
    }
    total = (
        _ORIGINS * math.log2(1 + len(origins))
        + _LATER * math.log2(1 + len(later))
        + _REPORTS * math.log2(1 + len(reporters))
        + _ARTICLES * math.log2(1 + len(own_words))
    )
    return round(total + news_value(members), 3)


def significance_alone(mention: Mention, value: float) -> float:
    """Return the `significance` of an event that `mention` alone tells of, given its `news_value`."""
    is_passage = mention.kind == "passage"
    parts = _ORIGINS + _ARTICLES + _LATER * (is_passage and _is_later(mention))
    return round(parts + _REPORTS * (mention.kind == "report") + value, 3)


def news_value(members: Sequence[Features]) -> float:
    """Return what grave sorts of happening and nations add to the significance, 0 to 1."""
    usual = _usual_words(members)
    grave = any(name in _GRAVE for name in usual)
    nations = sum(is_nation(name) for name in usual)
    return _GRAVITY * grave + _NATION * min(nations, _MOST_NATIONS)


def _usual_words(members: Sequence[Features]) -> Collection[str]:
    """Return the telling stems that more than half of the members have."""
    if len(members) == 1:
        return members[0].near
    named = Counter(name for member in members for name in member.near)
    return [name for name, count in named.items() if 2 * count > len(members)]


def _is_later(mention: Mention) -> bool:
    """Whether the article was published after the day it tells of."""
    last, published = mention.when.end, mention.published
    return bool(last and published and published.isoformat()[:10] > last.isoformat())

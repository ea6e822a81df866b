"""Who says it independently: publisher families, wire agencies, and texts that are one text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from ingest.cluster.features import Features
from ingest.cluster.similarity import NEAR_IDENTICAL, resemblance
from ingest.cluster.unions import Unions

_NOT_WORD: Final = re.compile(r"[\W_]+")
#: Words that name a publisher's channel or form, not the publisher.
_CHANNEL: Final = re.compile(
    r"\b(?:online|news online|com|co uk|org|net|rss|feeds?|live|latest|top stories|world news|home(?: page)?"
    r"|international|edition)$"
)
_ARTICLE: Final = re.compile(r"^(?:the|die|der|das|le|la|el|il)\s+")


@lru_cache(maxsize=4096)
def publisher_family(name: str) -> str:
    """Return the name that one owner's newsrooms share, in lower case; the name itself where unknown.

    "BBC News" and "BBC Sport" are one publisher, "The Guardian" and "The Observer" another.
    """
    plain = _plain(name)
    return _families().get(plain, plain)


def is_wire(name: str) -> bool:
    """Whether `name` is a news agency, whose words other publishers carry."""
    return publisher_family(name) in _wires()


def origin_of(compared: Features) -> str:
    """Return the family whose words a mention carries: the origin its article names, else its publisher."""
    return publisher_family(compared.mention.origin or compared.mention.publisher)


def publishers(members: Sequence[Features]) -> frozenset[str]:
    """Return the families that publish any of `members`."""
    return frozenset(publisher_family(member.mention.publisher) for member in members)


def count_origins(members: Sequence[Features]) -> int:
    """Return how many independent origins the words of `members` have.

    Members are one origin where their articles name the same one, or where their texts are
    near-identical though publishers differ: somebody's words are carried.
    """
    unions = Unions(len(members))
    first_of: dict[str, int] = {}
    distinct: list[int] = []
    seen_words: dict[int, int] = {}
    for number, member in enumerate(members):
        unions.join(first_of.setdefault(origin_of(member), number), number)
        known = seen_words.setdefault(member.words_hash, number)
        if known != number:
            unions.join(known, number)
        else:
            distinct.append(number)
    for place, number in enumerate(distinct):
        for other in distinct[:place]:
            if unions.find(number) == unions.find(other):
                continue
            if resemblance(members[number], members[other]) >= NEAR_IDENTICAL:
                unions.join(number, other)
    return len(unions.groups())


def _plain(name: str) -> str:
    plain = _NOT_WORD.sub(" ", name.casefold()).strip()
    plain = _ARTICLE.sub("", plain)
    return _CHANNEL.sub("", plain).strip() or plain


@cache
def _families() -> dict[str, str]:
    table = {}
    for family, _, names in _rows():
        for name in (family, *names.split(";")):
            table[_plain(name)] = _plain(family)
    return table


@cache
def _wires() -> frozenset[str]:
    return frozenset(_plain(family) for family, sort, _ in _rows() if sort == "wire")


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = resources.files(__package__).joinpath("publishers.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("//"))
    return tuple((family, sort, names) for family, sort, names in rows)

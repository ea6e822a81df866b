"""Who says it independently: publisher families, wire agencies, and texts that are one text. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from ingest.cluster.likeness.similarity import NEAR_IDENTICAL, resemblance
from ingest.cluster.reading.features import Features

_NOT_WORD: Final = re.compile(r"[\W_]+")
#: Words that name a publisher's channel or form, not the publisher.
_CHANNEL: Final = re.compile(
    r"\b(?:online|news online|com|co uk|org|net|rss|feeds?|live|latest|top stories|world news|home(?: page)?"
    r"|international|edition)$"
)
#: Of two texts with seven tenths of their runs in common, 0.3 ** 4 share none of these (1 in 120).
_RUNS: Final = 4
#: With so many texts of one run a text is compared; more share a turn of phrase, not a text.
_MOST_FIRSTS: Final = 30
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
    """Return how many independent origins the words of `members`, sorted by rank, have."""
    return len(set(origins(members)))


def origins(members: Sequence[Features]) -> list[str]:
    """Return the origin of each of `members`, which are sorted by rank.

    It is that of the earliest near-identical text, whoever published it: somebody's words are carried.
    Else it is the one that the article names, else its publisher.
    """
    return [origin_of(members[first]) for first in first_tellings(members)]


def first_tellings(members: Sequence[Features]) -> list[int]:
    """Return for each of `members`, sorted by rank, the place of the earliest near-identical text.

    A text is compared with the earliest of those that share one of its smallest run hashes, as near-identical
    texts do, and that are not themselves told after another.
    """
    if len(members) == 1:
        return [0]
    earliest: list[int] = []
    same_words: dict[int, int] = {}
    by_run: defaultdict[int, list[int]] = defaultdict(list)
    for place, member in enumerate(members):
        same = same_words.setdefault(member.words_hash, place)
        if same != place:
            earliest.append(earliest[same])
            continue
        runs = sorted(member.shingles)[:_RUNS]
        known = sorted({first for run in runs for first in by_run[run]})
        alike = (first for first in known if resemblance(members[first], member) >= NEAR_IDENTICAL)
        earliest.append(next(alike, place))
        if earliest[place] == place:
            for run in runs:
                by_run[run] = [*by_run[run], place][:_MOST_FIRSTS]
    return earliest


def _plain(name: str) -> str:
    plain = _NOT_WORD.sub(" ", name.casefold()).strip()
    plain = _ARTICLE.sub("", plain)
    return _CHANNEL.sub("", plain).strip() or plain


@cache
def _families() -> dict[str, str]:
    table = {}
    for family, _, names in _rows():
        for name in filter(None, (family, *names.split(";"))):
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

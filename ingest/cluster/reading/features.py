"""What comparison needs of a mention: its wording, its time, and how it stands to what it tells of. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, Protocol

from ingest.cluster.reading.entries import Part, entry_of
from ingest.cluster.reading.figures import Count
from ingest.cluster.reading.forms import number_of
from ingest.cluster.reading.passage import text_of
from ingest.cluster.reading.times import Time, day_of, published_key, time_of
from ingest.cluster.reading.wording import Wording, read_wording, wording
from ingest.model import Mention

#: How a mention stands to what it tells of. A plan is told before its day is over.
Standing = Literal["happened", "planned", "doubted", "denied"]
_STANDINGS: Final[dict[str, Standing]] = {
    "asserted": "happened",
    "reported": "happened",
    "planned": "happened",  # of a day that is past: what was planned then
    "possible": "doubted",
    "hypothetical": "doubted",
}
#: An article this many days after the day it tells of comes back to it.
_LATER_DAYS: Final = 4
#: One for all that name nobody: each empty set takes 216 bytes.
_NOBODY: Final[frozenset[str]] = frozenset()
#: Between signing and merging the mentions of a change are asked for; those of a merge it keeps itself.
_REMEMBERED: Final = 1 << 13
_OF_A_CLOCK: Final = frozenset({"hour", "minute", "second"})


# Not frozen, which takes twice the time to make.
@dataclass(eq=False, slots=True)
class Features:
    """A mention as it is compared; its wording is one with that of others who tell it in the same words."""

    mention: Mention
    wording: Wording
    time: Time
    standing: Standing
    #: Whether its article comes back to a day that is past.
    is_later: bool
    #: The people, organisations and groups that it names.
    actors: frozenset[str]
    #: The time of day that the words of its date give; None where they give none.
    clock: str | None
    #: The part of a day that the words of its date name, as TIMEX3 codes it: MO, AF, EV, NI.
    part_of_day: str | None
    #: Which of the entries that its newsroom tells in the same words; empty for a file of the user's.
    entry: Part
    #: The series that it tells one part of, and which part; empty: of none, or of several parts.
    part: Part
    # What most comparisons ask for, as the wording and the time have it.
    near: dict[str, float]
    near_sum: float
    days: int
    sorts: dict[str, float]
    names: frozenset[str]
    words_hash: int

    @property
    def rank(self) -> tuple[str, str, int, str, int]:
        """Sorts mentions by publication, then place: the first founds the slug."""
        return rank(self.mention)

    @property
    def ordinals(self) -> frozenset[str]:
        """What tells two of one kind apart: "first", "second"."""
        return self.wording.ordinals

    @property
    def counts(self) -> tuple[Count, ...]:
        """Exact counts of people: what is counted, and how many."""
        return self.wording.counts

    @property
    def numbered(self) -> dict[str, set[str]]:
        """Which of a series it tells of: {"day": {"13"}} of "day 13 of the games"."""
        return self.wording.numbered

    @property
    def shingles(self) -> frozenset[int]:
        """Hashes of runs of three words, for near-identical text."""
        return self.wording.shingles

    @property
    def asks(self) -> bool:
        """Whether its title is a question."""
        return self.mention.title.endswith("?")

    @property
    def countries(self) -> frozenset[str]:
        """The countries of its places, as far as they are certain."""
        places = (each for each in self.mention.entities if each.role == "place")
        return frozenset([place.country for place in places if place.country])

    @property
    def is_ahead(self) -> bool:
        """Whether it is told before its day is over, planned or denied."""
        if self.standing != "denied":
            return self.standing == "planned"
        return _is_of_a_day_to_come(self.mention)

    @property
    def is_taken_back(self) -> bool:
        """Whether its article no longer says so; a former title still tells what the report is of."""
        return self.mention.withdrawn_at is not None and self.mention.kind == "passage"


@lru_cache(maxsize=_REMEMBERED)
def features(mention: Mention) -> Features:
    """Return what comparison needs of `mention`; remembered from signing it to merging it."""
    return _features(mention, wording(text_of(mention)))


def read_features(mention: Mention) -> Features:
    """Return what comparison needs of `mention`, worked out anew and not remembered."""
    return _features(mention, read_wording(text_of(mention)))


class ByPlace(Protocol):
    """Gives features by place: a list, or `Compared`."""

    def __getitem__(self, place: int, /) -> Features:
        """Return the features of the mention at `place`."""


class Compared:
    """Mentions in rank order, each worked out once, when it is first asked for."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Take mentions in any order."""
        self.mentions = sorted(mentions, key=rank)
        # Of a large component all are asked for again and again, more than `features` remembers.
        self._worked_out: list[Features | None] = [None] * len(self.mentions)

    def __getitem__(self, place: int, /) -> Features:
        """Return the features of the mention at `place`."""
        known = self._worked_out[place]
        if known is None:
            known = self._worked_out[place] = features(self.mentions[place])
        return known


def _features(mention: Mention, words: Wording) -> Features:
    time = time_of(mention)
    clock = (mention.timex or "").partition("T")[2]
    entry = entry_of(mention.publisher, words.filled) if mention.url else ()
    return Features(
        mention=mention,
        wording=words,
        time=time,
        standing=_standing(mention),
        is_later=_is_later(mention),
        actors=frozenset([each.name for each in mention.entities if each.role != "place"])
        or _NOBODY,
        clock=clock if mention.timex and mention.when.precision in _OF_A_CLOCK else None,
        part_of_day=clock if clock.isalpha() else None,
        entry=entry,
        part=_part(words, entry),
        near=words.near,
        near_sum=words.near_sum,
        days=time.days,
        sorts=words.sorts,
        names=words.names,
        words_hash=words.words_hash,
    )


def _part(words: Wording, entry: Part) -> Part:
    if words.part:
        series, part = words.part
        return number_of(series), number_of(part)
    return () if words.numbered else entry


def rank(mention: Mention) -> tuple[str, str, int, str, int]:
    """Return what sorts mentions by publication, then article, place, first sight and id."""
    seen = mention.first_seen_at.isoformat() if mention.first_seen_at else ""
    published = published_key(mention.published)
    return published, mention.article_key, mention.start, seen, mention.id


def _standing(mention: Mention) -> Standing:
    if mention.modality in {"denied", "negated"}:
        return "denied"
    end, published = mention.when.end, day_of(mention.published)
    if _is_of_a_day_to_come(mention):
        return "planned"
    if mention.modality == "planned" and mention.basis != "published" and published and end:
        return "planned" if published <= end else "happened"
    return _STANDINGS[mention.modality]


def _is_of_a_day_to_come(mention: Mention) -> bool:
    start, published = mention.when.start, day_of(mention.published)
    if mention.basis == "published" or published is None or start is None:
        return False
    return published < start


def _is_later(mention: Mention) -> bool:
    end, published = mention.when.end, day_of(mention.published)
    if end is None or published is None or mention.basis == "published":
        return False
    return (published - end).days >= _LATER_DAYS

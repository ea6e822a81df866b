"""Signatures: the little of a mention by which others find it, small enough to keep for each. Pure.

A mention is looked up by the stretches of the calendar that it touches. Whether two of one stretch are
worth comparing (`blocking`), their signatures tell without their words.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from ingest.cluster.reading.entries import Part
from ingest.cluster.reading.features import Features, features
from ingest.cluster.reading.forms import number_of
from ingest.cluster.reading.times import LONGEST_DAYS, Time
from ingest.cluster.reading.wording import NEAR_TEXT_RUNS, REMEMBERED, TELLING, Wording
from ingest.model import Mention

#: 48 bits: exact in every language that reads numbers as doubles.
_STRETCH_BYTES: Final = 6
#: An interval of more months than this is a stretch of its own.
_MOST_MONTHS: Final = LONGEST_DAYS // 30 + 1
#: The hash of the words, first and last day, flags, how many runs; then the part, the runs and the stems.
_HEAD: Final = struct.Struct("<QIIBB")
_PART: Final = struct.Struct("<II")
_FLAGS_AT: Final = 16
#: Runs and stems as numbers of 32 bits, by how many; one of more than 32 bits is two, the lower bits first.
_MARKS: Final = tuple(
    struct.Struct(f"<{count}I") for count in range(1 + TELLING + 2 * NEAR_TEXT_RUNS)
)
_MARK: Final = (1 << 32) - 1
_IS_PUBLISHED: Final = 1
_HAS_PART: Final = 2


class Signature(NamedTuple):
    """What of a mention decides with which others it is compared."""

    #: Of the words without case, punctuation and spacing; 56 bits.
    words_hash: int
    #: Its days as proleptic Gregorian ordinals; 0 for what is open or unknown.
    first: int
    last: int
    #: Whether it is the day of publication, for want of a date in the words.
    is_published: bool
    #: The least hashes of its telling runs of words; near-identical texts share one.
    runs: tuple[int, ...]
    #: Hashes of its most telling stems, the most telling first.
    stems: tuple[int, ...]
    #: The series that it tells a part of, and which part: "day" and "13"; empty: of none, or of several.
    part: Part = ()

    @property
    def exact_times(self) -> tuple[tuple[int, int], ...]:
        """The intervals it may be of: its own; for a day of publication also the day before."""
        if not self.first:
            return ()
        own = self.first, self.last
        return (own, (self.first - 1, self.first - 1)) if self.is_published else (own,)

    def pack(self) -> bytes:
        """Return it as some 60 bytes, which `unpack` reads."""
        flags = _IS_PUBLISHED * self.is_published | _HAS_PART * bool(self.part)
        head = _HEAD.pack(self.words_hash, self.first, self.last, flags, len(self.runs))
        part = _PART.pack(*self.part) if self.part else b""
        rest = struct.pack(f"<{len(self.runs)}Q{len(self.stems)}I", *self.runs, *self.stems)
        return head + part + rest


def unpack(packed: bytes) -> Signature:
    """Return what `Signature.pack` packed."""
    words_hash, first, last, flags, runs = _HEAD.unpack_from(packed)
    start, part = _HEAD.size, ()
    if flags & _HAS_PART:
        part = _PART.unpack_from(packed, start)
        start += _PART.size
    stems = (len(packed) - start - 8 * runs) // 4
    rest = struct.unpack_from(f"<{runs}Q{stems}I", packed, start)
    is_published = bool(flags & _IS_PUBLISHED)
    return Signature(words_hash, first, last, is_published, rest[:runs], rest[runs:], part)


def marks(signature: Signature) -> set[int]:
    """Return numbers of 32 bits of which two signatures that share a block have one in common."""
    texts = signature.words_hash, *signature.runs
    return {text & _MARK for text in texts}.union(signature.stems)


def has_none(packed: bytes, marks: AbstractSet[int]) -> bool:
    """Whether a packed signature has none of `marks`; quicker than to unpack it."""
    start = _HEAD.size + _PART.size * (packed[_FLAGS_AT] & _HAS_PART != 0)
    words = _MARKS[(len(packed) - start) // 4].unpack_from(packed, start)
    return marks.isdisjoint(words) and marks.isdisjoint(_MARKS[1].unpack_from(packed))


class Signed(NamedTuple):
    """A mention's signature and where it is kept."""

    #: The stretches of the calendar that the mention touches, each a number of 48 bits; at least one.
    stretches: tuple[int, ...]
    signature: Signature


def sign(mention: Mention) -> Signed:
    """Return the signature of `mention` and the stretches of the calendar that it touches."""
    return sign_features(features(mention))


def sign_features(compared: Features) -> Signed:
    """Return `sign` of the mention that was worked out already."""
    taken_back = compared.is_taken_back
    return _sign(compared.wording, compared.time, compared.part, taken_back=taken_back)


@lru_cache(maxsize=REMEMBERED)
def _sign(words: Wording, time: Time, part: Part, *, taken_back: bool) -> Signed:
    """Return the signature of all that tell the same words of one time; remembered until it is merged."""
    closed = time.is_closed and time.first is not None and time.last is not None
    telling = () if taken_back else words.telling
    signature = Signature(
        words.words_hash,
        (time.first or 0) if closed else 0,
        (time.last or 0) if closed else 0,
        time.is_published,
        () if taken_back else words.near_text(),
        tuple(dict.fromkeys(map(number_of, telling))),
        part,
    )
    return Signed(stretches_of(time), signature)


def forget() -> None:
    """Drop what is remembered."""
    _sign.cache_clear()


@lru_cache(maxsize=1 << 12)
def stretches_of(time: Time) -> tuple[int, ...]:
    """Return the stretches of the calendar that what tells of `time` is kept under."""
    return tuple(map(_stretch_number, _stretches(time)))


def _stretches(time: Time) -> Iterator[str]:
    """Yield the months it touches; for what is open, unknown or longer its own text alone."""
    if not time.is_closed or time.first is None or time.last is None:
        yield f"{time.relation} {time.edtf}"
        return
    first = date.fromordinal(max(1, time.first - 1) if time.is_published else time.first)
    last = date.fromordinal(time.last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > _MOST_MONTHS:
        yield f"{time.first} {time.last}"
        return
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12}-{number % 12 + 1}"


def _stretch_number(stretch: str) -> int:
    digest = blake2b(stretch.encode("utf-8", "replace"), digest_size=_STRETCH_BYTES).digest()
    return int.from_bytes(digest, "big")

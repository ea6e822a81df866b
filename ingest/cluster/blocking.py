"""Blocking keys: only mentions that share one are compared. Pure, of the one mention alone.

A key joins a stretch of the calendar with rare words, so that few mentions share it however large the
archive: a date with two telling words, or a month with three, by which a vaguer date meets a day in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import blake2b
from itertools import combinations
from typing import Final

from ingest.cluster.features import Features, features
from ingest.cluster.times import LONGEST_DAYS, Time
from ingest.model import Mention

#: A stretch of the calendar and rare words: what mentions must share to be compared.
Block = tuple[object, ...]
#: 48 bits: exact in every language that reads numbers as doubles, and few enough to store.
_KEY_BYTES: Final = 6
#: The most telling stems that take part in keys.
_TELLING_STEMS: Final = 8
#: Of these, the ones that join a month.
_TELLING_STEMS_OF_MONTHS: Final = 5
#: An interval of more months than this has keys for its own EDTF text only.
_MOST_MONTHS: Final = LONGEST_DAYS // 30 + 1


def keys(mention: Mention) -> frozenset[int]:
    """Return the blocking keys of `mention`, each a positive number of at most 49 bits.

    Mentions that `merge` could join share at least one. Some twenty to forty for a day.
    """
    return frozenset(_key(block) for block in blocks(features(mention)))


def blocks(compared: Features) -> Iterator[Block]:
    """Yield what the keys of a mention stand for."""
    mention = compared.mention
    if mention.kind != "passage":
        yield "article", mention.article_key, mention.kind
    stretches = list(_stretches(compared.time))
    for stretch in stretches:
        yield "words", stretch, compared.words_hash
    if compared.is_taken_back:
        return
    for stretch in stretches:
        for shingle in compared.near_text:
            yield "near", stretch, shingle
    yield from _telling(compared, stretches)


def _key(parts: Block) -> int:
    text = "\x1f".join(map(str, parts)).encode("utf-8", "replace")
    return int.from_bytes(blake2b(text, digest_size=_KEY_BYTES).digest(), "big") + 1


def _telling(compared: Features, stretches: Sequence[str]) -> Iterator[Block]:
    near = compared.weights
    by_weight = sorted(near, key=lambda name: (-near[name], name))
    top = sorted(by_weight[:_TELLING_STEMS])
    for time in _exact_times(compared.time):
        for pair in combinations(top, 2):
            yield "time", time, *pair
    top = sorted(by_weight[:_TELLING_STEMS_OF_MONTHS])
    for stretch in stretches:
        for triple in combinations(top, 3):
            yield "month", stretch, *triple


def _exact_times(time: Time) -> Iterator[str]:
    """Yield the times it may be of: its own; for a day of publication also the day before."""
    if time.is_closed and time.first is not None:
        yield f"{time.first} {time.last}"
        if time.is_published:
            yield f"{time.first - 1} {time.first - 1}"


def _stretches(time: Time) -> Iterator[str]:
    """Yield the months it touches; for what is open, unknown or longer its own text alone."""
    if not time.is_closed or time.first is None or time.last is None:
        yield f"{time.relation} {time.edtf}"
        return
    first = date.fromordinal(max(1, time.first - 1) if time.is_published else time.first)
    last = date.fromordinal(time.last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > _MOST_MONTHS:
        yield time.edtf
        return
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12}-{number % 12 + 1}"

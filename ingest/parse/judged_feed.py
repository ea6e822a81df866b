"""Chooses who reads a feed: the plain reader where feedparser finds the same in a sample of it, else feedparser.

The sample is the feed without the entries that are built of nothing new, so that every kind of element in
every feed is judged each time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ingest.parse import bounded_feedparser, plain_feed
from ingest.parse.bounded_feedparser import Reading
from ingest.parse.plain_entry import NotPlain, PlainEntry
from ingest.parse.plain_feed import PlainFeed

#: One entry in so many may go into the sample: else feedparser reads the whole feed as cheaply.
_SAMPLED: Final = 3


def read(body: bytes, drafted: Callable[[dict[str, Any]], object]) -> Reading:
    """Return what stands in a feed in UTF-8 that says so.

    `drafted` makes of an entry what is kept of it: that is what must be the same. Raises what feedparser does.
    """
    try:
        plain = plain_feed.read(body)
    except NotPlain:
        return bounded_feedparser.read(body)
    sample = _sample(plain.entries)
    if len(sample) * _SAMPLED >= len(plain.entries):
        return bounded_feedparser.read(body)
    judge = bounded_feedparser.read(_document(body, plain, sample))
    if not _agrees(judge, plain, sample, drafted):
        return bounded_feedparser.read(body)
    return Reading(judge.channel, [entry.fields for entry in plain.entries], judge.version)


def _sample(entries: list[PlainEntry]) -> list[PlainEntry]:
    """Return the entries that hold an element that none before them held, or held elsewhere."""
    seen: set[tuple[str, ...]] = set()
    sample = []
    for entry in entries:
        if not seen.issuperset(entry.build):
            seen.update(entry.build)
            sample.append(entry)
    return sample


def _document(body: bytes, plain: PlainFeed, sample: list[PlainEntry]) -> bytes:
    """Return `body` without the entries that are not in the sample."""
    kept = {entry.start for entry in sample}
    pieces = []
    position = 0
    for entry in plain.entries:
        if entry.start not in kept:
            pieces.append(body[position : entry.start])
            position = entry.end
    # Entries beyond the limit are in no list, but they do not go into the sample either.
    last = plain.entries[-1].end
    return b"".join((*pieces, body[position:last], body[plain.end :]))


def _agrees(
    judge: Reading,
    plain: PlainFeed,
    sample: list[PlainEntry],
    drafted: Callable[[dict[str, Any]], object],
) -> bool:
    if judge.error or judge.is_exhausted or judge.version.startswith("atom") != plain.is_atom:
        return False
    return [drafted(entry) for entry in judge.entries] == [
        drafted(entry.fields) for entry in sample
    ]

"""Reads the archive's changes in batches, each extracted by workers while the one before it is merged.

archive.changes_after | chains | digest (in workers, one batch ahead)
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Protocol

from ingest.archive import Archive, Chain
from ingest.digest import Digest
from ingest.errors import DatelineError
from ingest.extract.bare import bare
from ingest.model import Revision

#: Changes a transaction. Larger batches merge more at once and cost fewer look-ups; smaller ones lose less
#: work when killed and hold the writer's lock for less time.
CHANGES_A_BATCH: Final = 3_000
#: Characters of text a transaction, whichever comes first: mentions, which memory is needed for, grow with them.
CHARACTERS_A_BATCH: Final = 1_500_000
#: The first batch is smaller, for nothing is merged while it is extracted; each is twice the one before it,
#: but by no more than so much larger: a small import is not to need the memory of a large one.
FIRST_CHARACTERS: Final = 125_000
MOST_GROWTH: Final = 250_000
#: More characters than this to read are worth the memory of another worker.
LONG_CHARACTERS: Final = 4_000_000
#: Where a batch brings less than is merged anew with it, which takes memory too.
CHARACTERS_A_COSTLY_BATCH: Final = 750_000
#: The function that workers run on each revision, by its dotted name.
DIGEST: Final = "ingest.digesting:digest"
#: Revisions that a worker is given at a time: an item of a feed takes it a millisecond, little more than a message.
REVISIONS_TOGETHER: Final = 16


class Workers(Protocol):
    """Runs a function by its dotted name on each item in other processes, results in order."""

    def map(self, name: str, items: Iterable[object], *, together: int = 1) -> Iterator[object]:
        """Yield each item's result, or the DatelineError that it raised; workers take so many `together`."""

    def lend(self, *, processors: bool) -> None:
        """Say from another thread whether processors are free for the spare workers."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the archive's changes, and what the articles that they concern say."""

    #: The last of the changes.
    upto: int
    chains: tuple[Chain, ...]
    #: By revision; of one that could not be read, its bare report.
    digests: Mapping[int, Digest]
    #: One error for each revision that could not be read.
    failures: tuple[DatelineError, ...]


@dataclass(slots=True)
class Pace:
    """How many characters each batch holds."""

    _next: int = FIRST_CHARACTERS
    _most: int = CHARACTERS_A_BATCH

    def next(self) -> int:
        """Return how many the batch holds that is read now."""
        characters = min(self._next, self._most)
        self._next = characters + min(characters, MOST_GROWTH)
        return characters

    def after(self, new: int, kept: int) -> None:
        """Take account of a batch that brought `new` mentions, with which `kept` ones were merged anew."""
        self._most = CHARACTERS_A_COSTLY_BATCH if kept > new else CHARACTERS_A_BATCH


@dataclass(frozen=True, slots=True)
class _Reading:
    """A batch that is being extracted."""

    upto: int
    chains: tuple[Chain, ...]
    outcome: Future[tuple[dict[int, Digest], list[DatelineError]]]

    def finished(self) -> Batch:
        """Wait for the workers."""
        digests, failures = self.outcome.result()
        return Batch(self.upto, self.chains, digests, tuple(failures))


def batches(
    archive: Archive, workers: Workers, applied: int, pace: Pace, advance: Callable[[int], None]
) -> Generator[Batch, None, None]:
    """Yield the changes after `applied` in batches; close the iterator to stop the workers early.

    `pace` tells how much the next holds, which is read one batch ahead. `advance` is called from another
    thread with the number of articles read since its last call. While the iterator is open nobody else may
    use `workers`; as long as the caller waits for them, in a long run, its processor is lent to them.
    """
    stop = threading.Event()
    reached, _ = archive.changes_after(applied, last := archive.last_change(), LONG_CHARACTERS)
    is_long = reached < last
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="extract") as reader:

        def begin(change: int) -> _Reading:
            upto, ids = archive.changes_after(change, CHANGES_A_BATCH, pace.next())
            chains = tuple(archive.chains(ids))
            return _Reading(upto, chains, reader.submit(_digest, workers, chains, advance, stop))

        try:
            ahead = begin(applied)
            while ahead.chains:
                workers.lend(processors=is_long and not ahead.outcome.done())
                batch = ahead.finished()
                ahead = begin(ahead.upto)
                yield batch
        finally:
            stop.set()


def _digest(
    workers: Workers,
    chains: Sequence[Chain],
    advance: Callable[[int], None],
    stop: threading.Event,
) -> tuple[dict[int, Digest], list[DatelineError]]:
    """Return the digest of each revision, and an error for each that could not be read."""
    revisions: list[Revision] = [each for chain in chains for each in chain.revisions]
    last = {chain.revisions[-1].id for chain in chains if chain.revisions}
    digests: dict[int, Digest] = {}
    failures: list[DatelineError] = []
    advance(sum(not chain.revisions for chain in chains))
    results = workers.map(DIGEST, revisions, together=REVISIONS_TOGETHER)
    for revision, result in zip(revisions, results, strict=True):
        if stop.is_set():
            break
        if isinstance(result, Digest):
            digests[revision.id] = result
        elif isinstance(result, DatelineError):
            result.source = revision.article.url or revision.article_key
            failures.append(result)
            digests[revision.id] = Digest(bare(revision))
        advance(revision.id in last)
    return digests, failures

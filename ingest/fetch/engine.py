"""Runs many conversations at once over one libcurl multi handle, each host in its turn."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pycurl

from ingest.errors import FetchError
from ingest.fetch.exchange import Answer, Conversation, Get
from ingest.fetch.hosts import Turns, host_key
from ingest.fetch.settings import ClientSettings
from ingest.fetch.transfer import Transfer
from ingest.model import Fetched

#: How long the thread sleeps at most before it looks whether it should stop.
_LOOK_UP_SECONDS = 0.1
#: How long we wait for the thread to end. libcurl closes only when every name lookup has come back,
#: which takes tens of seconds where a name server is dead; nothing depends on it any more.
_PARTING_SECONDS = 1.0
#: When nothing has come for so long, the reader may put away what it holds back to do together.
_LULL_SECONDS = 0.05


@dataclass(slots=True, eq=False)
class Job:
    """One conversation; `followers` start when it has ended (pages of one host, after its robots.txt)."""

    key: Any
    conversation: Conversation[Fetched]
    followers: Sequence[Job] = field(default_factory=tuple)
    #: The request that waits for its turn or is under way.
    get: Get | None = None


Outcome = tuple[Any, Fetched | FetchError]


class Engine:
    """Fetches in a thread of its own, so that servers are not kept waiting while answers are parsed."""

    def __init__(self, settings: ClientSettings) -> None:
        self._settings = settings
        self._limits = settings.limits
        self._multi = pycurl.CurlMulti()
        self._idle: list[Transfer] = []
        self._turns: Turns[Job] = Turns(settings.limits.host_in_flight)
        #: Hosts that sent 429 with Retry-After in this run, and until when.
        self._held: dict[str, datetime] = {}
        self._under_way: set[Transfer] = set()
        self._outcomes: queue.SimpleQueue[Outcome | BaseException | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._waiting_bytes = 0

    def run(self, jobs: Sequence[Job], idle: Callable[[], None] | None = None) -> Iterator[Outcome]:
        """Yield the outcome of every job as it comes; closing the iterator ends all transfers.

        `idle` is called once in each pause between two outcomes that lasts a moment.
        """
        thread = threading.Thread(target=self._work, args=(jobs,), name="fetch", daemon=True)
        thread.start()
        try:
            while True:
                outcome = self._next(idle)
                if outcome is None:
                    return
                if isinstance(outcome, BaseException):
                    raise outcome
                yield outcome
                self._count(outcome, -1)
        finally:
            self._stop.set()
            thread.join(_PARTING_SECONDS)

    def _next(self, idle: Callable[[], None] | None) -> Outcome | BaseException | None:
        if idle is not None:
            try:
                return self._outcomes.get(timeout=_LULL_SECONDS)
            except queue.Empty:
                idle()
        return self._outcomes.get()

    def _count(self, outcome: Outcome, sign: int) -> None:
        """Keep the number of bytes that wait for the reader."""
        if isinstance(outcome[1], Fetched):
            with self._lock:
                self._waiting_bytes += sign * len(outcome[1].body)

    def _work(self, jobs: Sequence[Job]) -> None:
        try:
            for job in jobs:
                self._advance(job, None)
            while (self._under_way or self._turns.waiting) and not self._stop.is_set():
                self._start_some()
                self._move()
            self._outcomes.put(None)
        except BaseException as error:  # noqa: BLE001 - handed to the reader's thread, which raises it
            self._outcomes.put(error)
        finally:
            self._close()

    def _close(self) -> None:
        for transfer in self._under_way:
            self._multi.remove_handle(transfer.curl)
        for transfer in (*self._under_way, *self._idle):
            transfer.close()
        self._multi.close()

    def _start_some(self) -> None:
        """Start what may start now."""
        while len(self._under_way) < self._limits.in_flight and not self._is_reader_behind():
            job = self._turns.take(time.monotonic())
            if job is None or job.get is None:
                return
            self._start(job, job.get)

    def _start(self, job: Job, get: Get) -> None:
        transfer = self._idle.pop() if self._idle else Transfer(self._settings)
        transfer.owner = job
        transfer.curl.owner = transfer
        try:
            transfer.start(get)
        except (pycurl.error, ValueError, TypeError) as error:  # what libcurl cannot be told
            self._idle.append(transfer)
            self._turns.done(host_key(get.target))
            self._advance(job, FetchError(f"cannot be asked for: {error}"))
            return
        self._multi.add_handle(transfer.curl)
        self._under_way.add(transfer)

    def _is_reader_behind(self) -> bool:
        with self._lock:
            return self._waiting_bytes > self._limits.waiting_bytes

    def _move(self) -> None:
        """Let libcurl work, hand on what has ended, and wait for the next thing to happen."""
        self._multi.perform()
        ended = self._collect()
        if ended:
            return
        pause = self._turns.pause(time.monotonic())
        full = len(self._under_way) >= self._limits.in_flight or self._is_reader_behind()
        seconds = _LOOK_UP_SECONDS if pause is None or full else min(pause, _LOOK_UP_SECONDS)
        if self._under_way:
            self._multi.select(seconds)
        else:
            self._stop.wait(seconds)

    def _collect(self) -> int:
        """Hand the transfers that have ended back to their conversations; return how many."""
        ended = 0
        more = 1
        while more:
            more, succeeded, failed = self._multi.info_read()
            for curl, code in (
                *((curl, pycurl.E_OK) for curl in succeeded),
                *((curl, code) for curl, code, _ in failed),
            ):
                ended += 1
                self._end(curl.owner, code)
        return ended

    def _end(self, transfer: Transfer, code: int) -> None:
        job: Job = transfer.owner
        self._multi.remove_handle(transfer.curl)
        self._under_way.discard(transfer)
        if job.get is not None:
            self._turns.done(host_key(job.get.target))
        try:
            result: Answer | FetchError = transfer.outcome(code)
        except FetchError as error:
            result = error
        self._idle.append(transfer)
        self._advance(job, result)

    def _advance(self, job: Job, result: Answer | FetchError | None) -> None:
        """Give a conversation its answer; queue its next request, or hand on what it returns."""
        try:
            if isinstance(result, FetchError):
                get = job.conversation.throw(result)
            elif result is None:
                get = next(job.conversation)
            else:
                get = job.conversation.send(result)
        except StopIteration as stop:
            self._finish(job, stop.value)
        except FetchError as error:
            self._hold_host(job, error)
            self._finish(job, error)
        except Exception as error:  # noqa: BLE001 - one source never stops the others
            self._finish(job, FetchError(f"could not be read: {type(error).__name__}: {error}"))
        else:
            self._queue(job, get)

    def _queue(self, job: Job, get: Get) -> None:
        is_hop = job.get is not None
        job.get = get
        host = host_key(get.target)
        if host in self._held:
            self._advance(job, self._postponement(host))
            return
        rules = self._settings.files.robots.get(get.target.origin, self._settings.clock())
        crawl_delay = (rules.crawl_delay if rules else None) or 0.0
        self._turns.put(host, job, max(get.limits.host_delay_ms / 1000, crawl_delay), first=is_hop)

    def _finish(self, job: Job, result: Fetched | FetchError) -> None:
        outcome = (job.key, result)
        self._count(outcome, 1)
        self._outcomes.put(outcome)
        for follower in job.followers:
            self._advance(follower, None)

    def _hold_host(self, job: Job, error: FetchError) -> None:
        """After 429 with Retry-After nothing more is asked of that host in this run."""
        if error.status != 429 or error.retry_at is None or job.get is None:
            return
        host = host_key(job.get.target)
        self._held[host] = error.retry_at
        for waiting in self._turns.clear(host):
            self._advance(waiting, self._postponement(host))

    def _postponement(self, host: str) -> FetchError:
        until = self._held[host]
        return FetchError(
            f"not asked: {host} wants a pause until {until:%Y-%m-%d %H:%M} UTC", retry_at=until
        )

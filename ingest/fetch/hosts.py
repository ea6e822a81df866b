"""Whose turn it is: requests wait here until their host, and the run as a whole, may take one more.

Pure but for its own memory: times are seconds of any steadily growing clock, given by the caller.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

from ingest.fetch.urls import Target

T = TypeVar("T")


def host_key(target: Target) -> str:
    """Return what counts as one host: http and https alike, other ports are other servers."""
    return target.host if target.port in {80, 443} else f"{target.host}:{target.port}"


@dataclass(slots=True)
class _Host(Generic[T]):
    queue: deque[tuple[T, float]] = field(default_factory=deque)
    under_way: int = 0
    free_at: float = 0.0
    scheduled: bool = False


class Turns(Generic[T]):
    """Queues of waiting items, one a host; `take` gives the next item that may start."""

    def __init__(self, host_in_flight: int) -> None:
        self._host_in_flight = host_in_flight
        self._hosts: dict[str, _Host[T]] = {}
        self._due: list[tuple[float, int, str]] = []
        self._order = count()
        self.waiting = 0

    def put(self, key: str, item: T, delay: float, *, first: bool = False) -> None:
        """Queue `item`; after it starts, the host rests for `delay` seconds. `first`: before the others."""
        host = self._hosts.setdefault(key, _Host())
        (host.queue.appendleft if first else host.queue.append)((item, delay))
        self.waiting += 1
        self._schedule(key, host)

    def _schedule(self, key: str, host: _Host[T]) -> None:
        if host.queue and not host.scheduled and host.under_way < self._host_in_flight:
            host.scheduled = True
            heapq.heappush(self._due, (host.free_at, next(self._order), key))

    def take(self, now: float) -> T | None:
        """Return the next item whose host is free at `now`, None where there is none yet."""
        while self._due and self._due[0][0] <= now:
            _, _, key = heapq.heappop(self._due)
            host = self._hosts[key]
            host.scheduled = False
            if not host.queue:
                continue
            item, delay = host.queue.popleft()
            self.waiting -= 1
            host.under_way += 1
            host.free_at = now + delay
            self._schedule(key, host)
            return item
        return None

    def done(self, key: str) -> None:
        """Say that one item of this host has ended."""
        host = self._hosts[key]
        host.under_way -= 1
        self._schedule(key, host)

    def clear(self, key: str) -> list[T]:
        """Take all waiting items of a host out of the queue and return them."""
        host = self._hosts.get(key)
        if host is None:
            return []
        items = [item for item, _ in host.queue]
        host.queue.clear()
        self.waiting -= len(items)
        return items

    def pause(self, now: float) -> float | None:
        """Return the seconds until the next host is free; None where none waits for time."""
        return max(0.0, self._due[0][0] - now) if self._due else None

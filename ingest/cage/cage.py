"""The parent's side of the cage: keeps worker processes, hands them calls, kills those that overrun."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Self

from ingest.cage import framing
from ingest.cage.limits import MEBIBYTE, CageLimits, resident_bytes
from ingest.errors import CageError, DatelineError

#: What a worker's environment holds: how to find libraries and to read text, nothing of the user's.
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "LD_LIBRARY_PATH")
_SOURCE_CHARACTERS = 300
_Arguments = tuple[Any, ...]
#: Between the end of a worker's output and that of the worker; a core may have to be torn down.
_DYING_SECONDS = 5.0


class _Worker:
    """One worker process, and a thread that waits for its replies so that we can stop waiting."""

    def __init__(self) -> None:
        environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "ingest.cage.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        #: The function that it was given last.
        self.called = ""
        self._replies: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, name="cage", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        try:
            while True:
                self._replies.put(framing.receive_values(self._process.stdout))  # type: ignore[arg-type]
        except (framing.MessageError, OSError, ValueError) as error:
            self._replies.put(error)

    def send(self, calls: tuple[str, tuple[_Arguments, ...], CageLimits]) -> None:
        """Begin calls of one function; a worker that has died is noticed by `replies`."""
        with contextlib.suppress(OSError):
            framing.send(self._process.stdin, calls)  # type: ignore[arg-type]

    def replies(self, number: int, limits: CageLimits) -> tuple[list[Any], bool]:
        """Wait for the values or errors of `number` calls, and whether the worker is used up.

        CageError when it overruns the time, dies or sends something else.
        """
        try:
            reply = self._replies.get(timeout=limits.wall_seconds)
        except queue.Empty:
            raise CageError(f"took longer than {limits.wall_seconds:g} seconds to read") from None
        if isinstance(reply, Exception):
            raise CageError(self._cause_of_death(limits, reply)) from reply
        try:
            replies, is_used_up = reply
            results = [value if error is None else error for value, error in replies]
        except (TypeError, ValueError):
            results, is_used_up = [], True
        if len(results) != number:
            raise CageError("the parser answered nonsense")
        return results, is_used_up

    def _cause_of_death(self, limits: CageLimits, error: Exception) -> str:
        if not isinstance(error, framing.ClosedError):
            return f"the parser answered nonsense ({error})"
        try:
            code = self._process.wait(timeout=_DYING_SECONDS)
        except subprocess.TimeoutExpired:
            return "the parser stopped answering"
        if code == -getattr(signal, "SIGXCPU", 0):
            return f"took more than {limits.cpu_seconds} seconds of processor time to read"
        cause = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return f"the parser died on it ({cause})"

    def is_fit(self, name: str, left_over: int) -> bool:
        """Whether the process may be given calls of the function `name`.

        It still runs (the system may have ended it between two calls) and holds no more than `left_over`
        bytes of what another function left.
        """
        if self._process.poll() is not None:
            return False
        held = 0 if name == self.called else resident_bytes(self._process.pid)
        return (held or 0) <= left_over

    def end(self) -> None:
        """Kill the process and wait for it; nothing is left behind."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class _Running:
    """Calls that a worker is at."""

    worker: _Worker
    name: str
    #: The arguments of each call.
    group: tuple[_Arguments, ...]


class Cage:
    """A context manager that runs module-level functions, by dotted name, in worker processes.

    Workers start when they are first needed and live until the end, or until a call exceeds its limits:
    then the worker is killed and the next call gets a new one. Arguments and results are pickled; a
    result may hold only plain values, dates, and dataclasses and errors of `ingest`.
    Use it from one thread, but for `lend`.
    """

    def __init__(self, *, jobs: int = 1, spare: int = 0, limits: CageLimits | None = None) -> None:
        """Take how many workers run at a time, and how many more while processors are lent."""
        self._jobs = max(1, jobs)
        self._spare = spare
        self._lent = False
        self._limits = limits or CageLimits()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle.clear()
        self._busy.clear()

    @property
    def _most(self) -> int:
        return self._jobs + self._spare * self._lent

    def lend(self, *, processors: bool) -> None:
        """Let the spare workers run too, or no more, in a `map` that has begun as well; from any thread.

        Those that are no longer wanted end with what they are at.
        """
        self._lent = processors

    def run(self, name: str, *arguments: Any, source: str = "") -> Any:
        """Return what the function "package.module:name" returns for `arguments`.

        Raises the DatelineError that it raised, or CageError when it exceeded a limit or died; both name
        `source`, which defaults to the first argument's own source.
        """
        (result,) = self._results(self._begin(name, (arguments,)), source)
        if isinstance(result, DatelineError):
            raise result
        return result

    def map(self, name: str, items: Iterable[Any], *, together: int = 1) -> Iterator[Any]:
        """Yield, in the order of `items`, the function's value for each, or its DatelineError.

        Up to `jobs` workers run at a time (and the spare ones, see `lend`), and each is given so many items `together`: where an item takes a
        worker no longer than a message does, that halves the cost. The function must be pure, for items
        among which one meets a limit are read again, each alone and within limits of its own.
        """
        running: deque[_Running] = deque()
        remaining = iter(items)
        while group := tuple((item,) for item in islice(remaining, together)):
            done: list[Any] = []
            while len(running) >= self._most:
                done += self._results(running.popleft())
            # The next calls begin before the results are handed on, so that the caller works beside them.
            running.append(self._begin(name, group))
            yield from done
        while running:
            yield from self._results(running.popleft())

    def _begin(self, name: str, group: tuple[_Arguments, ...]) -> _Running:
        left_over = self._limits.left_over_mb * MEBIBYTE
        while self._idle and not self._idle[-1].is_fit(name, left_over):
            self._idle.pop().end()
        worker = self._idle.pop() if self._idle else _Worker()
        worker.called = name
        self._busy.add(worker)
        worker.send((name, group, self._limits))
        return _Running(worker, name, group)

    def _results(self, running: _Running, source: str = "") -> list[Any]:
        """Wait for the calls' values and errors; the calls of a group that met a limit are made again, one by one."""
        results = self._end(running.worker, len(running.group))
        if len(results) > 1 and any(isinstance(result, CageError) for result in results):
            singly = (self._begin(running.name, (arguments,)) for arguments in running.group)
            return [result for each in singly for result in self._results(each, source)]
        for result, arguments in zip(results, running.group, strict=True):
            if isinstance(result, DatelineError):
                result.source = result.source or source or _source_of(arguments)
        return results

    def _end(self, worker: _Worker, number: int) -> list[Any]:
        """Wait for a worker and return its values or errors; keep the worker if it is still good."""
        replace = True
        try:
            results, replace = worker.replies(number, self._limits)
        except CageError as overrun:
            return [overrun] * number
        finally:
            self._busy.discard(worker)
            if replace or len(self._busy) + len(self._idle) >= self._most:
                worker.end()
            else:
                self._idle.append(worker)
        return results


def _source_of(arguments: _Arguments) -> str:
    """Return the key of the source that the first argument carries, "" where it carries none."""
    source = getattr(arguments[0], "source", None) if arguments else None
    return str(getattr(source, "key", ""))[:_SOURCE_CHARACTERS]

"""The process inside the cage: takes calls from standard input, answers on what was standard output."""

from __future__ import annotations

import functools
import gc
import importlib
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

from ingest.cage import framing, limits
from ingest.errors import CageError, DatelineError, ParseError

_ERROR_CHARACTERS = 300
#: New objects before cycles among them are looked for: most values here are trees, which reference counts
#: free, and Python's default of 700 costs a seventh of the time.
_COLLECT_EVERY = 50_000

#: Events (PEP 578) that a parser has no business with: the network and other programs.
_FORBIDDEN_EVENTS = frozenset(
    {
        "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
        "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
        "urllib.Request", "ftplib.connect",
    }
)  # fmt: skip

#: Calls of one function: (dotted name, the arguments of each, limits of all together).
Calls = tuple[str, tuple[tuple[Any, ...], ...], limits.CageLimits]
#: What they gave, in order: (value or None, error or None) of each; and whether to replace this worker.
Replies = tuple[list[tuple[Any, DatelineError | None]], bool]


def main() -> None:
    """Serve calls until the parent goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    limits.prepare()
    gc.set_threshold(_COLLECT_EVERY)
    calls, replies = _take_over_standard_streams()
    waiting: queue.SimpleQueue[Calls] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls, waiting), daemon=True).start()
    sys.addaudithook(_watch)
    while True:
        framing.send(replies, _replies(*waiting.get()))


def _take_over_standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves: what a library prints must not become a message."""
    calls = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return calls, replies


def _listen(calls: BinaryIO, waiting: queue.SimpleQueue[Calls]) -> None:
    """Pass calls on; when the parent has gone, end at once, in the middle of a call too."""
    try:
        while True:
            waiting.put(framing.receive_trusted(calls))
    except BaseException:  # noqa: BLE001 - whatever went wrong, a worker without a parent must end
        os._exit(0)


@functools.cache
def _function(name: str) -> Callable[..., Any]:
    """Return the function that "package.module:name" means."""
    module, _, attribute = name.partition(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return function


def _watch(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(f"a parser may not do this: {event}")


def _replies(
    name: str, each_arguments: tuple[tuple[Any, ...], ...], allowed: limits.CageLimits
) -> Replies:
    """Run the calls within their limits."""
    limits.impose(allowed)
    try:
        replies = [_reply(name, arguments, allowed) for arguments in each_arguments]
    finally:
        limits.release()
    exhausted = any(isinstance(error, CageError) for _, error in replies)
    resident = limits.resident_bytes() or 0
    return replies, exhausted or resident > allowed.resident_mb * limits.MEBIBYTE


def _reply(
    name: str, arguments: tuple[Any, ...], allowed: limits.CageLimits
) -> tuple[Any, DatelineError | None]:
    """Run one call; every exception becomes an error that can be shown."""
    try:
        return _function(name)(*arguments), None
    except DatelineError as raised:
        return None, raised
    except MemoryError:
        return None, CageError(f"needs more than {allowed.memory_mb} MB to be read")
    except Exception as raised:  # noqa: BLE001 - a parser's own fault costs this source, not the run
        words = f"{type(raised).__name__}: {raised}"[:_ERROR_CHARACTERS]
        return None, ParseError(f"could not be read ({' '.join(words.split())})")


if __name__ == "__main__":
    main()

"""Ctrl-C and SIGTERM: never in the middle of a transaction, always right after it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

#: What a shell sees when a signal ended a command: 128 + its number (POSIX).
STATUS_OF_SIGNAL: Final = {signal.SIGINT: 130, signal.SIGTERM: 143}


class Interrupted(BaseException):
    """The user or the system asked us to stop; `status` is the exit status that says so."""

    def __init__(self, signum: int) -> None:
        """Keep the signal's number."""
        super().__init__(signal.Signals(signum).name)
        self.status = STATUS_OF_SIGNAL[signal.Signals(signum)]

    @property
    def is_from_keyboard(self) -> bool:
        """Whether it was Ctrl-C."""
        return self.status == STATUS_OF_SIGNAL[signal.SIGINT]


class Interrupts:
    """Raises Interrupted where a signal arrives, or at the end of the block it must not disturb."""

    def __init__(self) -> None:
        """Start out undisturbed by nothing; `listening` installs the handlers."""
        self._depth = 0
        self._pending: int | None = None

    @contextmanager
    def listening(self) -> Iterator[Interrupts]:
        """Handle SIGINT and SIGTERM during the block; a no-op outside the main thread."""
        if threading.current_thread() is not threading.main_thread():
            yield self
            return
        before = {number: signal.signal(number, self._handle) for number in STATUS_OF_SIGNAL}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Hold signals back during the block; raise Interrupted after it if one came."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        if self._pending is not None and not self._depth:
            raise Interrupted(self._pending)

    def _handle(self, signum: int, frame: FrameType | None) -> None:
        del frame
        if self._depth and self._pending is None:
            self._pending = signum
            return
        raise Interrupted(signum)

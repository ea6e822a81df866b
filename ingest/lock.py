"""One writer at a time: a lock file in the site directory that names the pid of its holder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from ingest.errors import BusyError, ConfigError

LOCK_NAME: Final = "dateline.lock"


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Hold the site directory for writing during the block.

    The operating system drops the lock when its holder ends, however it ends, so that a killed run never
    has to be cleaned up after. Raises BusyError naming the pid where another dateline holds it, and
    ConfigError where the folder cannot be written.
    """
    path = home / LOCK_NAME
    try:
        handle = path.open("a+", encoding="ascii")
    except OSError as error:
        raise ConfigError(
            f"cannot be written ({error.strerror}); dateline keeps its files there",
            source=str(home),
        ) from error
    with handle:
        if not _locked(handle):
            handle.seek(0)
            pid = handle.read().strip() or "unknown"
            raise BusyError(
                f"another dateline is writing here (pid {pid}); wait for it or stop it",
                source=str(home),
            )
        handle.seek(0)
        handle.truncate()
        handle.write(f"{os.getpid()}\n")
        handle.flush()
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: IO[str]) -> bool:
        """Take the lock if nobody holds it; return whether it was taken."""
        try:
            handle.seek(1024)  # beyond the pid, which others must be able to read
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: IO[str]) -> bool:
        """Take the lock if nobody holds it; return whether it was taken."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

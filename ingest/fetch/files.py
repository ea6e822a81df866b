"""Reads a local source: one regular file, whole, within a limit, unpacked where it is a gzip file."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ingest.errors import FetchError, LimitError, RefusedError
from ingest.fetch.decoding import unzip
from ingest.fetch.limits import Limits, with_overrides
from ingest.fetch.urls import redacted
from ingest.model import Fetched, Source

#: Opening a FIFO must not wait for a writer; the flag does not exist on Windows, nor do FIFOs.
_NO_WAITING = (
    getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)


def read(source: Source, now: datetime, limits: Limits | None = None) -> Fetched:
    """Return the bytes of a local file as if fetched; its URL is `file:` and the absolute path.

    Raises FetchError where it is missing, unreadable or no regular file (a directory, a FIFO, a
    device) or a damaged gzip file, RefusedError where it is a URL of another scheme, LimitError where
    it is larger than `file_bytes`, packed or unpacked, or expands like a bomb.
    """
    if "://" in source.location:
        raise RefusedError("only http, https and files are read", source=redacted(source.location))
    limits = with_overrides(limits or Limits(), source.overrides)
    path = Path(source.location)
    try:
        packed = _contents(path, limits.file_bytes, source.location)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FetchError(f"cannot be read: {reason}", source=source.location) from error
    except ValueError as error:  # a NUL in the name
        raise FetchError("not a file name", source=source.location) from error
    body = _unpacked(packed, limits, source.location)
    return Fetched(
        source=source, url=path.absolute().as_uri(), fetched_at=now, status=200, body=body
    )


def _contents(path: Path, limit: int, name: str) -> bytes:
    """Open first and look at what was opened, so that nothing can be exchanged in between."""
    if path.is_dir():
        os.scandir(path).close()  # raises what forbids to look into it
        raise FetchError("a directory, not a file; list its files or use kind: folder", source=name)
    with os.fdopen(os.open(path, os.O_RDONLY | _NO_WAITING), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FetchError("not a regular file but a device, pipe or socket", source=name)
        body = file.read(limit + 1)
    if len(body) > limit:
        raise LimitError(f"larger than {limit:,} bytes; raise file_bytes or split it", source=name)
    return body


def _unpacked(packed: bytes, limits: Limits, name: str) -> bytes:
    """Return what a gzip file holds, any other file's own bytes; errors name the file."""
    try:
        return unzip(packed, replace(limits, body_bytes=limits.file_bytes))
    except LimitError as error:
        raise LimitError(error.message, source=name) from error
    except FetchError as error:
        raise FetchError("a gzip file that is damaged or stops short", source=name) from error

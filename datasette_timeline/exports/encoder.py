"""How an export is written: a few bytes at the start, some an event, some at the end, so that it streams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from datasette_timeline.exports.record import EventRow, FeedMeta


class Encoder(Protocol):
    """Writes one export; `start` is called once, then `add` for each event, then `finish` once."""

    def start(self) -> bytes:
        """Return what comes before the first event."""

    def add(self, event: EventRow) -> bytes:
        """Return what one event adds; nothing where the format has no form for it."""

    def finish(self) -> bytes:
        """Return what comes after the last event."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text format: head, one text an event, tail; the texts of events are joined by `separator`."""

    item: Callable[[EventRow, FeedMeta], str | None]
    head: Callable[[FeedMeta], str] = lambda _meta: ""
    tail: Callable[[FeedMeta], str] = lambda _meta: ""
    separator: str = ""
    #: Stands in the place of the events where there are none.
    placeholder: str = ""

    def open(self, meta: FeedMeta) -> Encoder:
        """Return an encoder that writes this document once."""
        return _TextEncoder(self, meta)


class _TextEncoder:
    """Writes a Document in UTF-8; remembers only whether an event has been written."""

    def __init__(self, document: Document, meta: FeedMeta) -> None:
        self._document = document
        self._meta = meta
        self._is_empty = True

    def start(self) -> bytes:
        return _utf8(self._document.head(self._meta))

    def add(self, event: EventRow) -> bytes:
        text = self._document.item(event, self._meta)
        if text is None:
            return b""
        before = "" if self._is_empty else self._document.separator
        self._is_empty = False
        return _utf8(before + text)

    def finish(self) -> bytes:
        before = self._document.placeholder if self._is_empty else ""
        return _utf8(before + self._document.tail(self._meta))


def encode(encoder: Encoder, events: Iterable[EventRow]) -> Iterator[bytes]:
    """Yield an export's bytes as the events come; memory does not grow with their number."""
    yield encoder.start()
    for event in events:
        yield encoder.add(event)
    yield encoder.finish()


def _utf8(text: str) -> bytes:
    """Encode; a lone surrogate, which UTF-8 cannot hold, becomes a question mark."""
    return text.encode("utf-8", "replace")

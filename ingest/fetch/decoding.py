"""Undoes Content-Encoding (gzip, deflate) piece by piece, never producing more than the limit."""

from __future__ import annotations

import zlib
from typing import Protocol

from ingest.errors import FetchError, LimitError
from ingest.fetch.limits import Limits

_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b\x08"
#: How much one step may put out; bounds memory however small the piece that came in.
_STEP_BYTES = 256 * 1024
#: A block-gzipped body of 16 MiB has 256; each costs a new engine and a copy of what follows it.
_MEMBERS = 1000
_SLICE_BYTES = 64 * 1024


class Decoder(Protocol):
    """Takes encoded pieces, gives decoded ones; `finish` raises where the end is missing."""

    def feed(self, data: bytes) -> bytes:
        """Decode one piece."""
        ...

    def finish(self) -> None:
        """Check that the stream was complete."""
        ...


class _Inflater:
    """gzip with any number of members, or deflate with or without its zlib header."""

    def __init__(self, coding: str, limits: Limits) -> None:
        self._gzip = coding == "gzip"
        self._limits = limits
        self._engine: zlib._Decompress | None = None
        self._members = 0
        self._taken = 0
        self._given = 0

    def feed(self, data: bytes) -> bytes:
        """Decode one piece; LimitError when it grows too large, FetchError when it is broken."""
        self._taken += len(data)
        out = bytearray()
        more = bool(data)
        while more:
            engine = self._engine_for(data)
            if engine is None:
                break
            try:
                piece = engine.decompress(data, _STEP_BYTES)
            except zlib.error as error:
                raise FetchError("the compressed answer is damaged") from error
            out += piece
            self._check(len(out))
            data = engine.unused_data if engine.eof else engine.unconsumed_tail
            # A full step may have left output inside zlib though all input is used up.
            more = bool(data) or (len(piece) == _STEP_BYTES and not engine.eof)
        self._given += len(out)
        return bytes(out)

    def _engine_for(self, data: bytes) -> zlib._Decompress | None:
        """Return what decodes `data`: the open stream, the next gzip member, or None for what trails."""
        if self._engine is None:
            # RFC 1950: method 8 in the low bits; many servers send bare RFC 1951 for "deflate".
            zlib_header = zlib.MAX_WBITS if data[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS
            self._engine = zlib.decompressobj(_GZIP_WINDOW if self._gzip else zlib_header)
        elif self._engine.eof:
            if not self._gzip or not data.startswith(_GZIP_MAGIC[:1]):
                return None
            self._members += 1
            if self._members > _MEMBERS:
                raise LimitError(f"a gzip answer of more than {_MEMBERS} members")
            self._engine = zlib.decompressobj(_GZIP_WINDOW)
        return self._engine

    def _check(self, new: int) -> None:
        total = self._given + new
        if total > self._limits.body_bytes:
            raise LimitError(f"larger than {self._limits.body_bytes:,} bytes when decompressed")
        if total > self._limits.ratio_from_bytes and total > self._limits.ratio * self._taken:
            raise LimitError(f"expands more than {self._limits.ratio} times: a compression bomb")

    def finish(self) -> None:
        """Raise FetchError where the stream stops before its end."""
        if self._engine is not None and not self._engine.eof:
            raise FetchError("the compressed answer stops short")


def decoders(content_encoding: str, limits: Limits) -> list[Decoder]:
    """Return the decoders for a Content-Encoding header, in the order to apply them.

    Raises FetchError for a coding that we did not ask for, LimitError for too many of them.
    """
    codings = [coding.strip().lower() for coding in content_encoding.split(",")]
    codings = [coding.removeprefix("x-") for coding in codings if coding not in {"", "identity"}]
    if len(codings) > limits.encodings:
        raise LimitError(f"encoded {len(codings)} times over")
    for coding in codings:
        if coding not in {"gzip", "deflate"}:
            raise FetchError(f"sent in an encoding that we did not ask for: {coding[:40]!r}")
    return [_Inflater(coding, limits) for coding in reversed(codings)]


def unzip(body: bytes, limits: Limits) -> bytes:
    """Return what a body that is itself a gzip file (feed.xml.gz) holds; any other body unchanged.

    Raises FetchError where it is damaged or stops short, LimitError where it grows too large.
    """
    if not body.startswith(_GZIP_MAGIC):
        return body
    inflater = _Inflater("gzip", limits)
    slices = (body[at : at + _SLICE_BYTES] for at in range(0, len(body), _SLICE_BYTES))
    plain = b"".join(map(inflater.feed, slices))
    inflater.finish()
    return plain

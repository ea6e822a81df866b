"""Collects the header lines of a response within their limits, validators byte for byte."""

from __future__ import annotations

from ingest.errors import FetchError, LimitError
from ingest.fetch.limits import Limits

#: Fields that are lists (RFC 9110 section 5.3), where every line counts.
_LISTS = frozenset({"cache-control", "content-encoding", "x-robots-tag"})
#: We keep no cookies, so that none can be stored, shown or sent.
_DROPPED = frozenset({"set-cookie", "set-cookie2"})
_SWITCHING_PROTOCOLS = 101
#: Header fields that could not be echoed without forging another one.
_UNPRINTABLE = frozenset(range(0x20)) - {0x09} | {0x7F}


class Head:
    """Status and header fields of the final response; interim (1xx) ones only count for the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bytes = 0
        self._lines = 0
        #: 0 until a status line came.
        self.status = 0
        #: Whether the blank line that ends the final response's head has come.
        self.complete = False
        #: By lower-cased name, as text; the last value wins, list fields are joined.
        self.fields: dict[str, str] = {}
        #: The values of the same fields, verbatim but for surrounding blanks.
        self.raw: dict[str, bytes] = {}

    @property
    def started(self) -> bool:
        """Whether at least one byte of an answer came."""
        return self._lines > 0

    def add(self, line: bytes) -> None:
        """Take one line; LimitError when there are too many or too long ones, FetchError for nonsense."""
        self._count(line)
        if self.complete:
            return  # trailer fields of a chunked body
        text = line.rstrip(b"\r\n")
        if text.startswith(b"HTTP/"):
            self._begin(text)
        elif not text:
            self.complete = self.status >= 200 or self.status == _SWITCHING_PROTOCOLS
        else:
            self._keep(text)

    def _count(self, line: bytes) -> None:
        self._bytes += len(line)
        self._lines += 1
        if len(line) > self._limits.header_line_bytes:
            raise LimitError(f"a header line longer than {self._limits.header_line_bytes:,} bytes")
        if self._bytes > self._limits.header_bytes:
            raise LimitError(f"more than {self._limits.header_bytes:,} bytes of headers")
        if self._lines > self._limits.header_lines:
            raise LimitError(f"more than {self._limits.header_lines} header lines")

    def _begin(self, line: bytes) -> None:
        status = line.partition(b" ")[2][:3]
        if not status.isdigit():
            raise FetchError("answered without an HTTP status")
        self.status = int(status)
        self.fields = {}
        self.raw = {}

    def _keep(self, line: bytes) -> None:
        name, colon, value = line.partition(b":")
        key = name.strip().decode("latin-1").lower()
        if not colon or key in _DROPPED:
            return
        value = value.strip(b" \t")
        if key in _LISTS and key in self.raw:
            value = self.raw[key] + b", " + value
        self.raw[key] = value
        self.fields[key] = value.decode("latin-1")

    def validator(self, name: str) -> bytes | None:
        """Return a field verbatim, None where it is absent, empty or cannot be echoed."""
        value = self.raw.get(name)
        return value if can_be_echoed(value) else None


def can_be_echoed(value: bytes | None) -> bool:
    """Tell whether a field's value may be sent back: there is one, and it cannot forge another field."""
    return bool(value) and not _UNPRINTABLE.intersection(value or b"")

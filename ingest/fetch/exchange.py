"""What a conversation asks of the network and what it gets back, free of any HTTP library."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ingest.errors import FetchError
from ingest.fetch.addresses import Admission
from ingest.fetch.limits import Limits
from ingest.fetch.urls import Target

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Get:
    """One GET request; nothing but these headers, User-Agent, Host and Accept-Encoding is sent."""

    target: Target
    #: Header lines without line ends ("Accept: text/html"), as bytes: validators are echoed verbatim.
    headers: tuple[bytes, ...]
    limits: Limits
    #: Seconds that are left of the source's total deadline.
    seconds: float
    #: "user:password" for this origin, None for every other.
    credentials: str | None = None
    admission: Admission | None = None
    #: Keep the first `limits.body_bytes` of a longer body instead of refusing it (robots.txt).
    truncate: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete response. The body is decoded, and empty for every status but 200."""

    target: Target
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: bytes | None = None
    last_modified: bytes | None = None
    location: bytes | None = None
    body: bytes = b""
    #: How long it took, in seconds.
    seconds: float = 0.0


class ConnectionLostError(FetchError):
    """The connection ended before the first byte of an answer: worth one quiet second attempt."""


#: A dialogue with servers, free of input and output: it yields requests, is sent answers (or thrown
#: FetchErrors) and returns what it was for.
Conversation = Generator[Get, Answer, T]

"""Says in our own words what libcurl's result codes mean; a library's text is never shown as an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pycurl

from ingest.errors import FetchError, LimitError
from ingest.fetch.exchange import ConnectionLostError, Get

#: CURLE_WEIRD_SERVER_REPLY and CURLE_TOO_LARGE (libcurl's own limit for header lines), which pycurl
#: does not name.
_WEIRD_SERVER_REPLY: Final = 8
_TOO_LARGE: Final = 100

#: The peer hung up or reset the connection.
_LOST: Final = frozenset({pycurl.E_GOT_NOTHING, pycurl.E_RECV_ERROR, pycurl.E_SEND_ERROR})
_TLS: Final = frozenset({pycurl.E_SSL_CONNECT_ERROR, pycurl.E_PEER_FAILED_VERIFICATION})
_IN_WORDS: Final = {
    pycurl.E_COULDNT_RESOLVE_HOST: "no such host; check the address, or the network",
    pycurl.E_COULDNT_CONNECT: "no connection: nobody answers there",
    pycurl.E_PARTIAL_FILE: "the answer stops short of its announced length",
    pycurl.E_UNSUPPORTED_PROTOCOL: "what answers there does not speak HTTP",
    pycurl.E_BAD_CONTENT_ENCODING: "sent in a transfer encoding that we did not ask for",
    pycurl.E_GOT_NOTHING: "the connection ended without an answer",
    pycurl.E_RECV_ERROR: "the connection broke in the middle of the answer",
    pycurl.E_SEND_ERROR: "the connection broke while asking",
    pycurl.E_HTTP2: "the server breaks the rules of HTTP/2",
    _WEIRD_SERVER_REPLY: "the answer's header is malformed",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a transfer had come when it ended."""

    #: Whether a connection stood and the request was about to be sent.
    connected: bool
    #: Whether a first line of an answer came.
    answered: bool
    #: Whether libcurl has asked a second time by itself (a kept-alive connection that had died).
    retried: bool
    seconds: float


def error_for(code: int, get: Get, progress: Progress, detail: str) -> FetchError:
    """Return the error that ended a transfer; `detail` is libcurl's text, shown only for TLS."""
    limits = get.limits
    if code == pycurl.E_OPERATION_TIMEDOUT:
        return LimitError(_timeout_in_words(get, progress))
    if code == pycurl.E_FILESIZE_EXCEEDED:
        return LimitError(f"larger than {limits.body_bytes:,} bytes")
    if code == _TOO_LARGE:
        return LimitError(f"a header line longer than {limits.header_line_bytes:,} bytes")
    if code in _LOST and not progress.answered and not progress.retried:
        return ConnectionLostError(_IN_WORDS[code])
    if code in _TLS:
        return FetchError(f"no secure connection: {' '.join(detail.split())}")
    return FetchError(_IN_WORDS.get(code, f"the exchange failed (libcurl error {code})"))


def _timeout_in_words(get: Get, progress: Progress) -> str:
    limits = get.limits
    if not progress.connected:
        return f"no connection within {min(limits.connect_seconds, limits.total_seconds)} seconds"
    if progress.seconds < get.seconds:
        return f"silent for {limits.stall_seconds} seconds"
    return f"took longer than {limits.total_seconds} seconds"

"""One HTTP exchange through libcurl: the only place that opens a connection, and guards where to."""

from __future__ import annotations

import os
import socket
import time
from typing import Any, Final

import certifi
import pycurl

from ingest.errors import FetchError, LimitError, RefusedError
from ingest.fetch import addresses, decoding
from ingest.fetch.exchange import Answer, Get
from ingest.fetch.failures import Progress, error_for
from ingest.fetch.head import Head
from ingest.fetch.settings import ClientSettings

#: Codings that `decoding` undoes within limits; brotli and zstd are in no standard library we support.
_ACCEPT_ENCODING: Final = b"Accept-Encoding: gzip, deflate"
_ABORT: Final = -1


def ca_file(settings: ClientSettings) -> str:
    """Return the file of trusted certificates: as set, SSL_CERT_FILE of the environment, or certifi's."""
    return settings.ca_file or os.environ.get("SSL_CERT_FILE") or certifi.where()


class Transfer:
    """A reusable libcurl handle; `start` prepares it for one Get, `outcome` says how that ended."""

    def __init__(self, settings: ClientSettings) -> None:
        self.curl = pycurl.Curl()
        #: Free for the user of this handle: what the transfer is for.
        self.owner: Any = None
        self._handed_over: list[socket.socket] = []
        self._configure(settings)

    def _configure(self, settings: ClientSettings) -> None:
        """Set what is the same for every request."""
        curl = self.curl
        curl.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        curl.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS)
        curl.setopt(pycurl.HTTP09_ALLOWED, 0)
        curl.setopt(pycurl.FOLLOWLOCATION, 0)
        curl.setopt(pycurl.NOSIGNAL, 1)
        curl.setopt(pycurl.PIPEWAIT, 1)
        # An empty proxy also overrules HTTP_PROXY and its kin: through a proxy we could not see
        # which address is contacted.
        curl.setopt(pycurl.PROXY, "")
        curl.setopt(pycurl.SSL_VERIFYPEER, 1)
        curl.setopt(pycurl.SSL_VERIFYHOST, 2)
        curl.setopt(pycurl.SSLVERSION, pycurl.SSLVERSION_TLSv1_2)
        curl.setopt(pycurl.CAINFO, ca_file(settings))
        curl.setopt(pycurl.USERAGENT, settings.user_agent)
        curl.setopt(pycurl.HTTPAUTH, pycurl.HTTPAUTH_BASIC)
        curl.setopt(pycurl.LOW_SPEED_LIMIT, 1)
        curl.setopt(pycurl.OPENSOCKETFUNCTION, self._open_socket)
        curl.setopt(pycurl.PREREQFUNCTION, self._before_request)
        curl.setopt(pycurl.HEADERFUNCTION, self._on_header)
        curl.setopt(pycurl.WRITEFUNCTION, self._on_body)
        if settings.resolve:
            curl.setopt(pycurl.RESOLVE, list(settings.resolve))

    def close(self) -> None:
        """Free the handle."""
        self._let_go()
        self.curl.close()

    def start(self, get: Get) -> None:
        """Prepare the handle for one request."""
        self._get = get
        self._head = Head(get.limits)
        self._body = bytearray()
        self._taken = 0
        self._decoders: list[decoding.Decoder] | None = None
        self._failure: FetchError | None = None
        self._refused: str | None = None
        self._requests = 0
        self._stopped = False
        self._started_at = time.monotonic()
        curl, limits = self.curl, get.limits
        curl.setopt(pycurl.URL, get.target.url)
        curl.setopt(pycurl.HTTPHEADER, [*get.headers, _ACCEPT_ENCODING])
        curl.setopt(pycurl.TIMEOUT_MS, max(1, int(get.seconds * 1000)))
        curl.setopt(pycurl.CONNECTTIMEOUT_MS, limits.connect_seconds * 1000)
        curl.setopt(pycurl.LOW_SPEED_TIME, limits.stall_seconds)
        curl.setopt(pycurl.MAXFILESIZE, 0 if get.truncate else limits.body_bytes)
        if get.credentials:
            curl.setopt(pycurl.USERPWD, get.credentials.encode())
        else:
            curl.unsetopt(pycurl.USERPWD)

    def _open_socket(self, _purpose: int, peer: Any) -> socket.socket | int:
        """Open a socket to an address that the name really led to, unless it is refused."""
        target = self._get.target
        why = addresses.verdict(self._get.admission, (target.host, target.port), peer.addr[:2])
        if why is not None:
            self._refused = f"{why} address {peer.addr[0]}"
            return int(pycurl.SOCKET_BAD)
        opened = socket.socket(peer.family, peer.socktype, peer.protocol)
        self._handed_over.append(opened)
        return opened

    def _let_go(self) -> None:
        """Close our ends of the sockets that libcurl has duplicated."""
        while self._handed_over:
            self._handed_over.pop().close()

    def _before_request(self, address: str, _local: str, port: int, _local_port: int) -> int:
        """Check the peer again: a kept-alive connection was opened for another request, perhaps admitted."""
        self._requests += 1
        self._let_go()
        target = self._get.target
        why = addresses.verdict(self._get.admission, (target.host, target.port), (address, port))
        if why is None:
            return int(pycurl.PREREQFUNC_OK)
        self._refused = f"{why} address {address}"
        return int(pycurl.PREREQFUNC_ABORT)

    def _on_header(self, line: bytes) -> int | None:
        try:
            self._head.add(line)
        except FetchError as error:
            self._failure = error
            return _ABORT
        return None

    def _on_body(self, data: bytes) -> int | None:
        """Take a piece of the body; of every status but 200 the first one ends the transfer."""
        if self._head.status != 200:
            self._stopped = True
            return _ABORT
        try:
            self._body += self._decoded(data)
        except FetchError as error:
            self._failure = error
            return _ABORT
        if len(self._body) > self._get.limits.body_bytes:
            self._stopped = self._get.truncate
            self._failure = None if self._get.truncate else self._too_large()
            return _ABORT
        return None

    def _decoded(self, data: bytes) -> bytes:
        self._taken += len(data)
        if self._taken > self._get.limits.body_bytes and not self._get.truncate:
            raise self._too_large()
        if self._decoders is None:
            encoding = self._head.fields.get("content-encoding", "")
            self._decoders = decoding.decoders(encoding, self._get.limits)
        for decoder in self._decoders:
            data = decoder.feed(data)
        return data

    def _too_large(self) -> LimitError:
        return LimitError(f"larger than {self._get.limits.body_bytes:,} bytes")

    def outcome(self, code: int) -> Answer:
        """Return the answer, given libcurl's result code (0 for success); raises FetchError."""
        self._let_go()
        if self._failure is not None:
            raise self._failure
        if self._head.complete and (self._stopped or self._head.status != 200):
            return self._answer()
        if code != pycurl.E_OK:
            raise self._error(code)
        for decoder in self._decoders or []:
            decoder.finish()
        return self._answer()

    def _answer(self) -> Answer:
        head = self._head
        return Answer(
            target=self._get.target,
            status=head.status,
            headers=head.fields,
            etag=head.validator("etag"),
            last_modified=head.validator("last-modified"),
            location=head.raw.get("location"),
            body=bytes(self._body[: self._get.limits.body_bytes]) if head.status == 200 else b"",
            seconds=time.monotonic() - self._started_at,
        )

    def _error(self, code: int) -> FetchError:
        if self._refused is not None:
            target = self._get.target
            refused = RefusedError(f"{target.origin} leads to the {self._refused}; refused")
            refused.private = f"{target.host}:{target.port}"
            return refused
        progress = Progress(
            connected=self._requests > 0,
            answered=self._head.started,
            retried=self._requests > 1,
            seconds=time.monotonic() - self._started_at,
        )
        return error_for(code, self._get, progress, self.curl.errstr())

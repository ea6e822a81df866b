"""Fixtures that any test may use: a local HTTP server that says exactly what a test tells it to."""

from __future__ import annotations

import shutil
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

#: How often the server looks whether the test is over, in seconds.
_LOOK_UP = 0.05


class Reset:
    """As a reply or the end of one: close the connection with RST."""


class Silence:
    """As a reply or the end of one: say nothing more until the client goes."""


@dataclass(frozen=True)
class Received:
    """One request as it arrived."""

    method: str
    path: str
    #: Header values by lower-cased name, verbatim.
    headers: dict[str, bytes]
    at: float
    #: Counts connections from 1.
    connection: int


Piece = bytes | Reset | Silence
Reply = Piece | Iterable[Piece] | Callable[[Received], "Reply"]


def _as_bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def response(
    body: bytes = b"", status: str = "200 OK", headers: dict[str, object] | None = None
) -> bytes:
    """A well-formed HTTP/1.1 response with Content-Length."""
    lines = [f"HTTP/1.1 {status}".encode()]
    for name, value in {"Content-Length": len(body), **(headers or {})}.items():
        values = value if isinstance(value, list) else [value]
        lines.extend(name.encode() + b": " + _as_bytes(one) for one in values)
    return b"\r\n".join(lines) + b"\r\n\r\n" + (b"" if status.startswith("304") else body)


def redirect(location: str | bytes, status: str = "302 Found", body: bytes = b"") -> bytes:
    """A redirect."""
    return response(body, status, {"Location": location})


@dataclass
class LocalServer:
    """Serves `routes` (path to reply) on a port of 127.0.0.1, or another loopback address.

    A reply is the bytes to send, several pieces of them (the connection is closed after the last), Reset,
    Silence, or a function of the request that returns one of these. Unknown paths get a 404.
    """

    host: str = "127.0.0.1"
    context: ssl.SSLContext | None = None
    routes: dict[str, Reply] = field(default_factory=dict)
    requests: list[Received] = field(default_factory=list)
    #: Connections that were opened, requests or not.
    connections: int = 0
    #: What TLS clients agreed to speak.
    alpn: list[str | None] = field(default_factory=list)
    #: Bytes sent in all.
    sent: int = 0

    response = staticmethod(response)
    redirect = staticmethod(redirect)
    Reset = Reset
    Silence = Silence

    def __post_init__(self) -> None:
        self._closing = threading.Event()
        self._socket = socket.create_server((self.host, 0), backlog=128)
        self.port: int = self._socket.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def address(self) -> str:
        """What a source's `allow_address` must say to reach this server."""
        return f"{self.host}:{self.port}"

    def url(self, path: str = "/") -> str:
        """The URL of a path."""
        return f"{'https' if self.context else 'http'}://{self.address}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [request.path for request in self.requests]

    def close(self) -> None:
        """Stop serving and end every connection."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(
                target=self._serve, args=(connection, self.connections), daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        connection.settimeout(_LOOK_UP)
        try:
            if self.context is not None:
                connection.settimeout(5)
                connection = self.context.wrap_socket(connection, server_side=True)
                connection.settimeout(_LOOK_UP)
                self.alpn.append(connection.selected_alpn_protocol())
            while (request := self._receive(connection, number)) is not None:
                self.requests.append(request)
                default = response(b"nothing here", "404 Not Found")
                if not self._reply(connection, request, self.routes.get(request.path, default)):
                    return
        except OSError:
            return
        finally:
            connection.close()

    def _receive(self, connection: socket.socket, number: int) -> Received | None:
        data = b""
        while b"\r\n\r\n" not in data:
            try:
                piece = connection.recv(65536)
            except TimeoutError:
                if self._closing.is_set():
                    return None
                continue
            if not piece:
                return None
            data += piece
        first, *lines = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
        method, path, _ = first.decode("latin-1").split(" ", 2)
        pairs = (line.split(b":", 1) for line in lines)
        headers = {name.decode().lower(): value.strip(b" ") for name, value in pairs}
        return Received(method, path, headers, time.monotonic(), number)

    def _reply(self, connection: socket.socket, request: Received, reply: Reply) -> bool:
        """Send a reply; return whether the connection stays open."""
        if callable(reply):
            return self._reply(connection, request, reply(request))
        if isinstance(reply, bytes):
            self._send(connection, reply)
            return b"connection: close" not in reply[:4096].lower()
        for piece in [reply] if isinstance(reply, Reset | Silence) else reply:
            if isinstance(piece, bytes):
                self._send(connection, piece)
            elif isinstance(piece, Reset):
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                self._wait_for_the_end(connection)
        return False

    def _send(self, connection: socket.socket, data: bytes) -> None:
        view = memoryview(data)
        while view and not self._closing.is_set():
            try:
                count = connection.send(view)
            except TimeoutError:
                continue
            self.sent += count
            view = view[count:]

    def _wait_for_the_end(self, connection: socket.socket) -> None:
        while not self._closing.is_set():
            try:
                if not connection.recv(4096):
                    return
            except TimeoutError:
                continue

    def pause(self, seconds: float) -> None:
        """Keep the client waiting, unless the test is over."""
        self._closing.wait(seconds)

    def drip(self, piece: bytes, seconds: float) -> Iterator[bytes]:
        """Give the same piece again and again, so many seconds apart, until the test is over."""
        while not self._closing.wait(seconds):
            yield piece


@pytest.fixture
def local_server() -> Iterator[LocalServer]:
    """A plain HTTP server on 127.0.0.1."""
    server = LocalServer()
    yield server
    server.close()


@pytest.fixture
def start_server() -> Iterator[Callable[..., LocalServer]]:
    """A function that starts further servers: `start_server(host="127.0.0.2", context=tls)`."""
    servers: list[LocalServer] = []

    def start(**options: object) -> LocalServer:
        servers.append(LocalServer(**options))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@dataclass(frozen=True)
class Certificates:
    """A directory with certificates made for this test run; `authority` is the one to trust."""

    directory: Path

    @property
    def authority(self) -> Path:
        """The certificate of our own authority."""
        return self.directory / "authority.pem"

    def context(self, name: str = "good") -> ssl.SSLContext:
        """A server context with a certificate: "good", "expired", "other_host" or "self_signed"."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.directory / f"{name}.pem", self.directory / f"{name}.key")
        return context


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Certificates for 127.0.0.1 from an authority of our own; skips where openssl is missing."""
    if shutil.which("openssl") is None:
        pytest.skip("the openssl command is not installed, so no certificates can be made")
    directory = tmp_path_factory.mktemp("certificates")
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=directory, check=True, capture_output=True)

    def issue(name: str, subject: str, *times: str) -> None:
        extension = directory / f"{name}.ext"
        extension.write_text(f"subjectAltName={subject}\n")
        openssl(
            "req", *new_key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}"
        )
        openssl(
            "x509", "-req", "-in", f"{name}.csr", "-CA", "authority.pem", "-CAkey", "authority.key",
            "-CAcreateserial", "-out", f"{name}.pem", "-extfile", extension.name, *times,
        )  # fmt: skip

    openssl(
        "req", "-x509", *new_key, "-keyout", "authority.key", "-out", "authority.pem",
        "-subj", "/CN=An authority of this test run", "-days", "2",
    )  # fmt: skip
    openssl(
        "req", "-x509", *new_key, "-keyout", "self_signed.key", "-out", "self_signed.pem",
        "-subj", "/CN=self", "-days", "2", "-addext", "subjectAltName=IP:127.0.0.1",
    )  # fmt: skip
    issue("good", "IP:127.0.0.1", "-days", "2")
    issue("other_host", "DNS:elsewhere.example", "-days", "2")
    issue("expired", "IP:127.0.0.1", "-days", "-1")
    return Certificates(directory)

"""A server that speaks just enough HTTP/2 (RFC 9113) for a test: every request gets the same answer."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import repeat

_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS, PING, CONTINUATION = 0, 1, 4, 6, 9
END_STREAM, ACK, END_HEADERS = 1, 1, 4
_STATUS_200 = b"\x88"  # HPACK's static table (RFC 7541, appendix A), number 8


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    """One frame (RFC 9113, section 4.1)."""
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def fields(**values: bytes) -> bytes:
    """Header fields as HPACK literals without indexing; names and values of up to 126 bytes."""
    return b"".join(
        b"\x00" + bytes([len(name)]) + name.encode() + bytes([len(value)]) + value
        for name, value in ((name.replace("_", "-"), value) for name, value in values.items())
    )


def answer(body: bytes, **headers: bytes) -> list[tuple[int, int, bytes]]:
    """The frames of a whole answer: (type, flags, payload)."""
    return [
        (HEADERS, END_HEADERS, _STATUS_200 + fields(**headers)),
        (DATA, END_STREAM, body),
    ]


def flood() -> Iterator[tuple[int, int, bytes]]:
    """Header fields without end (the CONTINUATION flood of 2024)."""
    yield HEADERS, 0, _STATUS_200
    yield from repeat((CONTINUATION, 0, fields(x_filler=b"y" * 100) * 100))


class Http2Server:
    """Serves one answer on a port of 127.0.0.1, over TLS with ALPN "h2"; counts what it got."""

    def __init__(self, context: ssl.SSLContext, reply: Iterable[tuple[int, int, bytes]]) -> None:
        context.set_alpn_protocols(["h2"])
        self._context = context
        self._reply = reply
        self.connections = 0
        self.requests = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(20)
            with self._context.wrap_socket(connection, server_side=True) as secure:
                stream = secure.makefile("rb")
                assert stream.read(len(_PREFACE)) == _PREFACE
                secure.sendall(frame(SETTINGS, 0, 0))
                while len(head := stream.read(9)) == 9:
                    size, kind, flags, number = (
                        int.from_bytes(head[:3]), head[3], head[4], int.from_bytes(head[5:]),
                    )  # fmt: skip
                    payload = stream.read(size)
                    if kind == SETTINGS and not flags & ACK:
                        secure.sendall(frame(SETTINGS, ACK, 0))
                    elif kind == PING and not flags & ACK:
                        secure.sendall(frame(PING, ACK, 0, payload))
                    elif kind == HEADERS:
                        self.requests += 1
                        for one, marks, content in self._reply:
                            secure.sendall(frame(one, marks, number, content))

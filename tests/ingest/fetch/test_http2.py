"""H9 of docs/hardening.md: an exchange over HTTP/2, and what a hostile server may do with it."""

from __future__ import annotations

from dataclasses import replace

import http2_server
import pytest

from ingest.errors import FetchError
from ingest.fetch import PollState, Request, fetch_all
from ingest.fetch.limits import with_overrides
from ingest.model import Source


@pytest.fixture
def ask(client, certificates):
    """Read so many paths of an HTTP/2 server that gives `reply`; return the results and the server."""
    servers = []

    def read(reply, paths=("/feed",), **limits):
        server = http2_server.Http2Server(certificates.context(), reply)
        servers.append(server)
        settings = replace(
            client,
            ca_file=str(certificates.authority),
            limits=with_overrides(client.limits, limits),
        )
        requests = [
            Request(
                Source(path, f"https://{server.address}{path}", allow_address=server.address),
                PollState(),
            )
            for path in paths
        ]
        return [result for _, result in fetch_all(requests, client=settings)], server

    yield read
    for server in servers:
        server.close()


def test_a_feed_is_read_over_http_2_with_its_validators_byte_for_byte(ask):
    reply = http2_server.answer(b"feed", etag=b'W/"a,\\b"', last_modified=b"thu, 26 Dec 2024")
    (result,), _ = ask(reply)
    assert (result.status, result.body) == (200, b"feed")
    assert (result.etag, result.last_modified) == (b'W/"a,\\b"', b"thu, 26 Dec 2024")


def test_requests_to_one_host_share_an_http_2_connection(ask):
    results, server = ask(http2_server.answer(b"feed"), [f"/{n}" for n in range(6)])
    assert [result.body for result in results] == [b"feed"] * 6
    assert (server.requests, server.connections) == (6, 1)


def test_header_fields_without_end_are_an_error_over_http_2_too(ask):
    (result,), _ = ask(http2_server.flood(), total_seconds=15)
    assert isinstance(result, FetchError)
    assert "\n" not in str(result)


def test_a_body_beyond_the_limit_is_an_error_over_http_2_too(ask):
    head, data = http2_server.answer(b"x" * 16_000)
    reply = [head, *[(http2_server.DATA, 0, data[2])] * 3, data]
    (result,), _ = ask(reply, body_bytes=20_000)
    assert isinstance(result, FetchError)
    assert "larger than 20,000 bytes" in str(result)


@pytest.mark.parametrize(
    "reply",
    [
        [(http2_server.DATA, http2_server.END_STREAM, b"no head")],
        [(http2_server.HEADERS, http2_server.END_HEADERS, b"\xff\xff\xff\xff\xff")],
        [(http2_server.SETTINGS, 0, b"x")],
        [(99, 0, b"a frame of a kind that nobody knows"), *http2_server.answer(b"feed")],
    ],
)
def test_broken_http_2_is_read_or_one_clear_line(ask, reply):
    (result,), _ = ask(reply, total_seconds=5)
    assert "\n" not in str(result) if isinstance(result, FetchError) else result.body == b"feed"

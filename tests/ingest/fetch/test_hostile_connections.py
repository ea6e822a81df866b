"""Rows 6, 10, 11 and 12 of docs/hardening.md: servers that are slow, silent, rude or not HTTP at all."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import repeat

import pytest

from ingest.errors import FetchError, LimitError
from ingest.fetch import PollState, Request, fetch_all
from ingest.model import Fetched, Source

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"", b"H"),
        (OK, b"X-A: a\r\n"),
        (OK + b"Content-Length: 100000\r\n\r\n", b"a"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (OK + b"\r\n", b"a" * 5000),
    ],
    ids=["status line", "headers", "body", "chunks", "endless body"],
)
def test_a_dripping_server_is_cut_off_at_the_total_deadline(local_server, fetch, start, piece):
    def dripping(_request):
        yield start
        yield from local_server.drip(piece, 0.02)

    local_server.routes["/"] = dripping
    began = time.monotonic()
    result = fetch("/", total_seconds=1, header_lines=10**6)
    assert isinstance(result, FetchError)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "start",
    [b"", OK, OK + b"Content-Length: 9\r\n\r\nabc"],
    ids=["at once", "in headers", "in the body"],
)
def test_a_silent_server_is_left_after_the_longest_silence(local_server, fetch, start):
    local_server.routes["/"] = [start, local_server.Silence()]
    result = fetch("/", stall_seconds=1, total_seconds=20)
    assert isinstance(result, LimitError)
    assert "silent for 1 seconds" in str(result)


def test_redirects_share_one_deadline(local_server, fetch):
    def slow(number):
        def reply(_request):
            local_server.pause(0.4)
            return local_server.redirect(f"/{number + 1}")

        return reply

    local_server.routes = {f"/{number}": slow(number) for number in range(10)}
    result = fetch("/0", total_seconds=1)
    assert isinstance(result, LimitError)
    assert "longer than 1 seconds" in str(result)
    assert len(local_server.requests) <= 4


@pytest.mark.parametrize("how", ["reset", "close"])
def test_a_connection_that_dies_before_any_byte_is_tried_once_more_and_no_oftener(
    local_server, fetch, how
):
    local_server.routes["/"] = [local_server.Reset()] if how == "reset" else []
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert len(local_server.requests) == 2


def test_a_second_attempt_that_works_is_enough(local_server, fetch):
    replies = iter([[local_server.Reset()], local_server.response(b"feed")])
    local_server.routes["/"] = lambda _request: next(replies)
    assert fetch("/").body == b"feed"


def test_a_connection_that_dies_in_the_middle_is_an_error_without_a_second_attempt(
    local_server, fetch
):
    local_server.routes["/"] = [OK + b"Content-Length: 9\r\n\r\nabc", local_server.Reset()]
    assert isinstance(fetch("/"), FetchError)
    assert len(local_server.requests) == 1


def test_nobody_listening_is_one_clear_line(start_server, client):
    gone = start_server()
    gone.close()
    source = Source(key="x", location=gone.url("/"), allow_address=gone.address)
    ((_, result),) = fetch_all([Request(source, PollState())], client=client)
    assert isinstance(result, FetchError)
    assert "nobody answers there" in str(result)


@pytest.mark.parametrize(
    "reply",
    [
        b"<rss>no status line</rss>",
        b"HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.1 OK\r\nContent-Length: 2\r\n\r\nok",
        b"220 mail.example ESMTP ready\r\n",
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"HTTP/1.1 200 OK\r\nX-\0: a\r\nContent-Length: 2\r\n\r\nok",
        b'HTTP/1.1 200 OK\r\nETag: "a"\rX-Forged: b\r\nContent-Length: 2\r\n\r\nok',
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\0" * 2000,
    ],
)
def test_what_is_not_http_is_one_clear_line(local_server, fetch, reply):
    local_server.routes["/"] = [reply]
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert "Traceback" not in str(result)
    assert "\n" not in str(result)


@pytest.mark.parametrize(
    "reply",
    [
        b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
        b"HTTP/1.0 200\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nX-A: one\r\n  two\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 2\r\n\r\nok",
    ],
    ids=["bare line feeds", "HTTP/1.0", "folded header", "line without colon"],
)
def test_sloppy_http_is_read_or_refused_but_never_misread(local_server, fetch, reply):
    local_server.routes["/"] = [reply]
    result = fetch("/")
    assert isinstance(result, FetchError) or result.body == b"ok"


def one_at_a_time(client):
    return replace(client, limits=replace(client.limits, in_flight=1))


def test_a_forged_second_answer_never_becomes_another_feeds_answer(local_server, client, source):
    settings = one_at_a_time(
        client
    )  # so that the second request could use the first one's connection
    forged = local_server.response(b"forged")
    local_server.routes["/first"] = local_server.response(b"first") + forged
    local_server.routes["/second"] = local_server.response(b"second")
    requests = [Request(source(path), PollState()) for path in ("/first", "/second")]
    results = {
        request.source.key: result for request, result in fetch_all(requests, client=settings)
    }
    assert results["/second"].body == b"second"


def test_a_body_after_a_304_is_ignored(local_server, client, source):
    settings = one_at_a_time(client)
    local_server.routes["/first"] = b"HTTP/1.1 304 Not Modified\r\nContent-Length: 6\r\n\r\nforged"
    local_server.routes["/second"] = local_server.response(b"second")
    requests = [
        Request(source("/first"), PollState(etag=b'"a"')),
        Request(source("/second"), PollState()),
    ]
    results = {
        request.source.key: result for request, result in fetch_all(requests, client=settings)
    }
    assert isinstance(results["/first"], Fetched)
    assert results["/first"].body == b""
    assert results["/second"].body == b"second"


def test_chunk_extensions_without_end_are_cut_off_at_the_total_deadline(local_server, fetch):
    def reply(_request):
        yield OK + b"Transfer-Encoding: chunked\r\n\r\n1"
        yield from repeat(b";name=value" * 1000)

    local_server.routes["/"] = reply
    assert isinstance(fetch("/", total_seconds=1), FetchError)


def test_trailers_without_end_count_as_headers(local_server, fetch):
    def reply(_request):
        yield OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nfeed\r\n0\r\n"
        yield from repeat(b"X-Trailer: value\r\n" * 100)

    local_server.routes["/"] = reply
    result = fetch("/")
    assert isinstance(result, LimitError)
    assert "256 header lines" in str(result)


def test_a_header_that_drips_is_cut_off_like_silence(local_server, fetch):
    def reply(_request):
        yield OK
        yield from local_server.drip(b"X", 0.05)

    local_server.routes["/"] = reply
    assert isinstance(fetch("/", stall_seconds=1, total_seconds=10), LimitError)


@pytest.mark.parametrize(
    "validators",
    [
        {"etag": b'"a"\r\nX-Forged: 1'},
        {"last_modified": b"a\nX-Forged: 1"},
        {"etag": b'"a\0"', "last_modified": b"\x7f"},
    ],
)
def test_a_validator_in_an_archive_from_elsewhere_forges_no_header(local_server, fetch, validators):
    local_server.routes["/"] = local_server.response(b"feed")
    assert fetch("/", state=PollState(**validators)).body == b"feed"
    sent = local_server.requests[0].headers
    assert not {"x-forged", "if-none-match", "if-modified-since"} & sent.keys()

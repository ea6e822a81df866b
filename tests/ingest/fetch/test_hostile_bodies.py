"""Rows 1 to 9 and 13 of docs/hardening.md: bodies and headers that are too much, broken or nothing."""

from __future__ import annotations

import gzip
import resource
import sys
import zlib
from itertools import repeat

import pytest

from ingest.errors import FetchError, LimitError
from ingest.model import Fetched

MEBIBYTE = 1024 * 1024
FEED = b"<rss version='2.0'><channel><title>Own words</title></channel></rss>"
PACKED = gzip.compress(FEED)


def gzip_bomb(size: int) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(MEBIBYTE)
    return b"".join(engine.compress(block) for _ in range(size // MEBIBYTE)) + engine.flush()


def resident_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / MEBIBYTE


@pytest.mark.parametrize("times_over", [1, 2])
def test_a_gzip_bomb_is_refused_in_little_memory_however_often_it_is_packed(
    local_server, fetch, times_over
):
    body = gzip_bomb(200 * MEBIBYTE)
    for _ in range(times_over - 1):
        body = gzip.compress(body)
    encoding = ", ".join(["gzip"] * times_over)
    local_server.routes["/"] = local_server.response(body, headers={"Content-Encoding": encoding})
    before = resident_megabytes()
    result = fetch("/")
    assert isinstance(result, LimitError)
    assert "bomb" in str(result) or "larger than" in str(result)
    assert resident_megabytes() - before < 100


def test_text_that_compresses_well_but_honestly_is_read(local_server, fetch):
    body = FEED + b"".join(b"<item><title>Number %d</title></item>" % n for n in range(60_000))
    packed = gzip.compress(body)
    local_server.routes["/"] = local_server.response(packed, headers={"Content-Encoding": "gzip"})
    assert fetch("/").body == body


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "nonsense", "gzip, br", "x" * 5000])
def test_an_encoding_that_was_not_asked_for_is_an_error(local_server, fetch, encoding):
    local_server.routes["/"] = local_server.response(FEED, headers={"Content-Encoding": encoding})
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert "did not ask for" in str(result)
    assert len(str(result)) < 300


@pytest.mark.parametrize("lines", [", ".join(["gzip"] * 30), ["gzip"] * 30])
def test_thirty_chained_encodings_are_refused(local_server, fetch, lines):
    local_server.routes["/"] = local_server.response(FEED, headers={"Content-Encoding": lines})
    assert "30 times over" in str(fetch("/"))


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        pytest.param(PACKED, "gzip", id="gzip"),
        pytest.param(PACKED, "X-GZip", id="an old name of gzip"),
        pytest.param(gzip.compress(FEED[:9]) + gzip.compress(FEED[9:]), "gzip", id="two members"),
        pytest.param(PACKED + b"\0\0\0", "gzip", id="padded gzip"),
        pytest.param(gzip.compress(PACKED), "gzip, gzip", id="gzip twice"),
        pytest.param(zlib.compress(FEED), "deflate", id="deflate"),
        pytest.param(zlib.compress(FEED)[2:-4], "deflate", id="raw deflate"),
        pytest.param(zlib.compress(PACKED), "gzip, deflate", id="gzip in deflate"),
        pytest.param(PACKED, "identity", id="a gzip file"),
        pytest.param(FEED, "identity", id="plain"),
    ],
)
def test_every_honest_form_of_compression_is_undone(local_server, fetch, body, encoding):
    local_server.routes["/"] = local_server.response(body, headers={"Content-Encoding": encoding})
    assert fetch("/").body == FEED


def test_a_feed_that_is_itself_a_gzip_file_is_unpacked(local_server, fetch):
    local_server.routes["/feed.xml.gz"] = local_server.response(gzip.compress(FEED))
    assert fetch("/feed.xml.gz").body == FEED


def test_a_gzip_file_that_is_a_bomb_is_refused(local_server, fetch):
    local_server.routes["/feed.xml.gz"] = local_server.response(gzip_bomb(50 * MEBIBYTE))
    assert isinstance(fetch("/feed.xml.gz"), LimitError)


@pytest.mark.parametrize(
    "body",
    [
        PACKED[:-9],
        PACKED[:-4],
        PACKED[:-8] + b"\0" * 8,
        FEED,
        b"\x1f\x8b",
    ],
    ids=[
        "cut in the data",
        "cut in the trailer",
        "wrong checksum",
        "not compressed",
        "header only",
    ],
)
def test_damaged_compression_is_an_error_and_never_half_a_feed(local_server, fetch, body):
    local_server.routes["/"] = local_server.response(body, headers={"Content-Encoding": "gzip"})
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert "compressed answer" in str(result)


def test_a_million_empty_gzip_members_are_refused_quickly(local_server, fetch):
    body = gzip.compress(b"") * 200_000
    local_server.routes["/"] = local_server.response(body, headers={"Content-Encoding": "gzip"})
    assert "members" in str(fetch("/"))


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["until the connection closes", "chunked"],
)
def test_an_endless_body_is_cut_off_soon_after_the_limit(local_server, fetch, start):
    block = bytes(65536)
    chunk = b"10000\r\n" + block + b"\r\n" if b"chunked" in start else block

    def endless(_request):
        yield start
        yield from repeat(chunk)

    local_server.routes["/"] = endless
    result = fetch("/")
    assert isinstance(result, LimitError)
    assert "larger than 16,777,216 bytes" in str(result)
    assert local_server.sent < 30 * MEBIBYTE  # what the limit and the system's socket buffers take


@pytest.mark.parametrize(
    "reply",
    [
        [b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"a" * MEBIBYTE],
        [b"HTTP/1.1 200 OK\r\n", *[b"X-%d: a\r\n" % n for n in range(10_000)]],
        [b"HTTP/1.1 200 OK\r\n", *[b"X-A: " + b"a" * 9000 + b"\r\n" for _ in range(1000)]],
        [b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" for _ in range(10_000)],
    ],
    ids=[
        "one line of a megabyte",
        "ten thousand lines",
        "nine megabytes",
        "endless interim answers",
    ],
)
def test_headers_beyond_the_limit_are_an_error(local_server, fetch, reply):
    local_server.routes["/"] = reply
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert "header" in str(result)


@pytest.mark.parametrize("size", [10**9, 10**15, 10**30])
def test_an_announced_length_beyond_the_limit_is_refused_before_reading(local_server, fetch, size):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % size
    local_server.routes["/"] = [head, local_server.Silence()]
    result = fetch("/", total_seconds=10)
    assert isinstance(result, LimitError)
    assert "larger than" in str(result)


@pytest.mark.parametrize(
    "field",
    [b"-5", b"five", b"5\r\nContent-Length: 9", b"5, 9", b"0x5", b"5 5"],
)
def test_a_length_that_is_no_number_or_two_is_an_error(local_server, fetch, field):
    local_server.routes["/"] = [b"HTTP/1.1 200 OK\r\nContent-Length: " + field + b"\r\n\r\nHello"]
    assert isinstance(fetch("/"), FetchError)


def test_a_body_shorter_than_announced_is_an_error_so_its_validators_are_never_kept(
    local_server, fetch
):
    head = b'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 500\r\n\r\n'
    local_server.routes["/"] = [head + FEED]
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert "stops short" in str(result)


def test_chunks_win_over_a_length(local_server, fetch):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
    local_server.routes["/"] = [head + b"5\r\nHello\r\n0\r\n\r\n"]
    assert fetch("/").body == b"Hello"


@pytest.mark.parametrize(
    "chunks",
    [
        b"zz\r\nHello\r\n0\r\n\r\n",
        b"5\r\nHello\r\n",
        b"fffffffffffffffff\r\nHello",
        b"-5\r\nHello\r\n0\r\n\r\n",
    ],
    ids=["garbage size", "no last chunk", "huge size", "negative size"],
)
def test_broken_chunks_are_an_error(local_server, fetch, chunks):
    local_server.routes["/"] = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks]
    assert isinstance(fetch("/"), FetchError)


def test_chunks_of_one_byte_are_read(local_server, fetch):
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in FEED) + b"0\r\nX-Trailer: a\r\n\r\n"
    local_server.routes["/"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
    result = fetch("/")
    assert result.body == FEED
    assert "x-trailer" not in result.headers


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("200 OK", b""),
        ("204 No Content", b""),
        ("206 Partial Content", FEED),
        ("226 IM Used", FEED),
        ("202 Accepted", FEED),
        ("203 Non-Authoritative Information", FEED),
        ("300 Multiple Choices", FEED),
        ("101 Switching Protocols", b""),
        ("304 Not Modified", b""),
        ("600 Odd", FEED),
        ("999 Denied", FEED),
    ],
)
def test_an_answer_that_is_not_a_whole_document_is_an_error(local_server, fetch, status, body):
    local_server.routes["/"] = local_server.response(
        body, status, headers={"Connection": "close", "ETag": '"a"'}
    )
    result = fetch("/", total_seconds=2)
    assert isinstance(result, FetchError)
    assert "\n" not in str(result)


def test_the_limits_of_one_source_may_be_overridden(local_server, client, source):
    from ingest.fetch import PollState, Request, fetch_all

    local_server.routes["/"] = local_server.response(FEED)
    small = source("/", key="small", overrides={"body_bytes": 10, "entries": 5})
    plain = source("/", key="plain")
    requests = [Request(one, PollState()) for one in (small, plain)]
    results = {request.source.key: result for request, result in fetch_all(requests, client=client)}
    assert isinstance(results["small"], LimitError)
    assert isinstance(results["plain"], Fetched)

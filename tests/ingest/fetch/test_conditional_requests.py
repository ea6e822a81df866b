"""C1 to C5 and H1 to H8 of docs/hardening.md: what is sent, echoed and remembered, byte for byte."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingest.errors import FetchError
from ingest.fetch import PollState, Request, fetch_all
from ingest.fetch.politeness import after_failure, after_success
from ingest.model import Fetched, Parsed

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
FEED = b"<rss/>"
PARSED = Parsed((), "rss20")

ODD_ETAGS = [
    b'"plain"',
    b'W/"weak"',
    b'w/"lower"',
    b'"abc-gzip"',
    b'"abc;gzip"',
    b'"a","b"',
    b'"back\\slash"',
    b"unquoted",
    b'"half',
    b'""',
    b'"latin \xe9\xff"',
    "\u201cutf-8 quotes\u201d".encode(),
    b'"inner  spaces\tand tab"',
    b'"' + b"x" * 8190 + b'"',
    b"0",
]
ODD_DATES = [
    b"Thu, 26 Dec 2024 17:12:41 GMT",
    b"thu, 26 Dec 2024 17:12:41 +0000",
    b"2024-12-26T17:12:41Z",
    b"Thursday, 26-Dec-24 17:12:41 GMT",
    b"1735233161",
    b"0",
    b"never",
]


def read(client, source, state):
    ((_, result),) = fetch_all([Request(source, state)], client=client)
    return result


def poll(client, source, state):
    """One whole poll: fetch, parse, commit, remember."""
    result = read(client, source, state)
    if isinstance(result, FetchError):
        return after_failure(state, result, NOW, salt=source.key)
    parsed = None if result.not_modified else PARSED
    return after_success(state, result, parsed, NOW, salt=source.key)


@pytest.mark.parametrize("etag", ODD_ETAGS)
def test_an_etag_is_echoed_byte_for_byte(local_server, client, source, etag):
    local_server.routes["/"] = local_server.response(FEED, headers={"ETag": etag})
    state = poll(client, source("/"), PollState())
    poll(client, source("/"), PollState.from_row(state.to_row()))
    first, second = local_server.requests
    assert "if-none-match" not in first.headers
    assert second.headers["if-none-match"] == etag


@pytest.mark.parametrize("date", ODD_DATES)
def test_a_last_modified_is_echoed_byte_for_byte(local_server, client, source, date):
    local_server.routes["/"] = local_server.response(FEED, headers={"Last-Modified": date})
    state = poll(client, source("/"), PollState())
    poll(client, source("/"), PollState.from_row(state.to_row()))
    first, second = local_server.requests
    assert "if-modified-since" not in first.headers
    assert second.headers["if-modified-since"] == date
    assert "if-none-match" not in second.headers


def test_both_validators_are_sent_where_both_were_given(local_server, client, source):
    headers = {"ETag": '"a"', "Last-Modified": "Thu, 26 Dec 2024 17:12:41 GMT"}
    local_server.routes["/"] = local_server.response(FEED, headers=headers)
    poll(client, source("/"), poll(client, source("/"), PollState()))
    assert {"if-none-match", "if-modified-since"} <= local_server.requests[1].headers.keys()


def test_nothing_is_invented_where_the_server_gives_no_validators(local_server, client, source):
    local_server.routes["/"] = local_server.response(FEED)
    poll(client, source("/"), poll(client, source("/"), PollState()))
    assert not any(name.startswith("if-") for name in local_server.requests[1].headers)


def test_validators_that_the_server_drops_are_sent_no_more(local_server, client, source):
    replies = iter([{"ETag": '"a"', "Last-Modified": "x"}, {}, {}])
    local_server.routes["/"] = lambda _: local_server.response(FEED, headers=next(replies))
    state = PollState()
    for _ in range(3):
        state = poll(client, source("/"), state)
    assert not any(name.startswith("if-") for name in local_server.requests[2].headers)


@pytest.mark.parametrize("status", ["200 OK", "304 Not Modified"])
@pytest.mark.parametrize(
    "second",
    [
        {"ETag": '"new"', "Last-Modified": "old"},
        {"ETag": '"old"', "Last-Modified": "new"},
        {"ETag": '"new"', "Last-Modified": "new"},
        {"ETag": '"old"', "Last-Modified": "old"},
    ],
)
def test_validators_are_renewed_by_every_200_and_304_though_the_body_is_the_same(
    local_server, client, source, status, second
):
    replies = iter(
        [
            local_server.response(FEED, headers={"ETag": '"old"', "Last-Modified": "old"}),
            local_server.response(FEED, status, headers=second),
            local_server.response(FEED),
        ]
    )
    local_server.routes["/"] = lambda _: next(replies)
    state = PollState()
    for _ in range(3):
        state = poll(client, source("/"), state)
    sent = local_server.requests[2].headers
    assert sent["if-none-match"].decode() == second["ETag"]
    assert sent["if-modified-since"].decode() == second["Last-Modified"]


def test_a_304_that_repeats_only_one_validator_keeps_the_other(local_server, client, source):
    local_server.routes["/"] = local_server.response(
        b"", "304 Not Modified", headers={"Last-Modified": "new"}
    )
    state = poll(client, source("/"), PollState(etag=b'"a"', last_modified=b"old"))
    assert (state.etag, state.last_modified) == (b'"a"', b"new")


def test_a_failure_keeps_the_validators_of_the_last_success(local_server, client, source):
    local_server.routes["/"] = local_server.response(
        b"", "500 Oops", headers={"ETag": '"of the error page"', "Last-Modified": "new"}
    )
    state = poll(client, source("/"), PollState(etag=b'"a"', last_modified=b"old"))
    assert (state.etag, state.last_modified) == (b'"a"', b"old")


def test_conditions_reach_the_end_of_a_redirect(local_server, client, source):
    local_server.routes["/"] = local_server.redirect("/feed")
    local_server.routes["/feed"] = local_server.response(b"", "304 Not Modified")
    result = read(client, source("/"), PollState(etag=b'"a"'))
    assert isinstance(result, Fetched)
    assert result.not_modified
    assert local_server.requests[1].headers["if-none-match"] == b'"a"'


@pytest.mark.parametrize("value", [b"", b"   ", b"\t"])
def test_an_empty_validator_is_none(local_server, client, source, value):
    local_server.routes["/"] = local_server.response(FEED, headers={"ETag": value})
    assert read(client, source("/"), PollState()).etag is None


def test_only_what_is_needed_is_sent(local_server, client, source):
    """No cookie, no Referer, no cache bypass, no range, no delta; one GET with an honest name."""
    local_server.routes["/"] = local_server.response(
        FEED, headers={"Set-Cookie": "id=1", "Location": "/x"}
    )
    for _ in range(2):
        result = read(client, source("/"), PollState(etag=b'"a"'))
    assert "set-cookie" not in result.headers
    for request in local_server.requests:
        assert request.method == "GET"
        assert request.path == "/"
        assert request.headers == {
            "host": local_server.address.encode(),
            "user-agent": b"Dateline/0.1.0 (+https://archive.example/about; 3 feeds)",
            "accept": b"application/atom+xml, application/rss+xml, application/feed+json, "
            b"application/xml;q=0.9, */*;q=0.1",
            "accept-encoding": b"gzip, deflate",
            "if-none-match": b'"a"',
        }


def test_cookies_set_by_a_redirect_are_not_sent_to_its_target(local_server, client, source):
    local_server.routes["/"] = local_server.response(
        b"", "302 Found", headers={"Location": "/feed", "Set-Cookie": "id=1; Path=/"}
    )
    local_server.routes["/feed"] = local_server.response(FEED)
    assert read(client, source("/"), PollState()).body == FEED
    assert "cookie" not in local_server.requests[1].headers
    assert "referer" not in local_server.requests[1].headers


def test_proxies_of_the_environment_are_not_used(
    local_server, client, source, monkeypatch, start_server
):
    proxy = start_server()
    for name in ("http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url())
    local_server.routes["/"] = local_server.response(FEED)
    assert read(client, source("/"), PollState()).body == FEED
    assert proxy.connections == 0


def test_a_query_string_is_sent_as_written(local_server, client, source):
    local_server.routes["/feed?a=1&b=%20c&d=e+f"] = local_server.response(FEED)
    assert read(client, source("/feed?a=1&b=%20c&d=e+f"), PollState()).body == FEED


def test_a_path_beyond_ascii_is_percent_encoded(local_server, client, source):
    local_server.routes["/caf%C3%A9"] = local_server.response(FEED)
    assert read(client, source("/café"), PollState()).body == FEED

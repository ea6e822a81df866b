"""A1 and A2 of docs/hardening.md: article pages ask robots.txt first, feeds never."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingest.errors import FetchError, RefusedError
from ingest.fetch import HostFiles, PollState, Request, RobotsCache, fetch_all, fetch_page

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


@pytest.fixture
def page(local_server, client):
    """Fetch a path as an article page."""
    local_server.routes["/article"] = local_server.response(b"<p>words</p>")

    def fetch(path="/article", settings=client):
        return fetch_page(
            local_server.url(path), client=settings, allow_address=local_server.address
        )

    return fetch


def test_robots_is_asked_first_and_by_the_same_name(local_server, page):
    local_server.routes["/robots.txt"] = local_server.response(b"User-agent: *\nDisallow: /private")
    assert page().body == b"<p>words</p>"
    robots, _, article = local_server.requests
    assert (robots.path, article.path) == ("/robots.txt", "/article")
    assert robots.headers["user-agent"] == article.headers["user-agent"]
    assert article.headers["accept"].startswith(b"text/html")


def test_a_forbidden_page_is_not_asked_for(local_server, page):
    local_server.routes["/robots.txt"] = local_server.response(
        b"User-agent: dateline\nDisallow: /article"
    )
    with pytest.raises(RefusedError, match=r"robots\.txt forbids"):
        page()
    assert local_server.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"]
)
def test_no_robots_file_allows_everything(local_server, page, status):
    local_server.routes["/robots.txt"] = local_server.response(
        b"User-agent: *\nDisallow: /", status
    )
    assert page().body


@pytest.mark.parametrize(
    "reply", [b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
              b"HTTP/1.1 429 Slow\r\nContent-Length: 0\r\n\r\n", [b"nonsense"], []],
    ids=["500", "503", "429", "nonsense", "hung up"],
)  # fmt: skip
def test_a_robots_file_that_cannot_be_read_forbids_everything(local_server, page, reply):
    local_server.routes["/robots.txt"] = reply
    with pytest.raises(RefusedError, match="cannot be read"):
        page()
    assert "/article" not in local_server.paths()


def test_an_empty_robots_file_allows_everything(local_server, page):
    local_server.routes["/robots.txt"] = local_server.response(b"")
    assert page().body


def test_robots_redirects_are_followed_five_times(local_server, page):
    for number in range(5):
        path = f"/{number}" if number else "/robots.txt"
        local_server.routes[path] = local_server.redirect(f"/{number + 1}")
    local_server.routes["/5"] = local_server.response(b"User-agent: *\nDisallow: /")
    with pytest.raises(RefusedError, match="forbids"):
        page()


def test_only_the_first_500_kibibytes_of_robots_are_read(local_server, page):
    def endless(_request):
        yield b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /article\n"
        while True:
            yield b"# nothing more to say\n" * 1000

    local_server.routes["/robots.txt"] = endless
    with pytest.raises(RefusedError, match="forbids"):
        page()


def test_what_robots_says_is_remembered_for_a_day(local_server, page, client):
    local_server.routes["/robots.txt"] = local_server.response(b"")
    cache = RobotsCache()
    for hours in (0, 23, 25):
        clock = NOW + timedelta(hours=hours)
        page(
            settings=replace(client, files=HostFiles(robots=cache), clock=lambda clock=clock: clock)
        )
    assert local_server.paths().count("/robots.txt") == 2


def test_many_pages_of_a_host_ask_its_robots_file_once(local_server, client, source):
    local_server.routes["/robots.txt"] = local_server.response(b"User-agent: *\nDisallow: /3")
    requests = []
    for number in range(6):
        local_server.routes[f"/{number}"] = local_server.response(b"page")
        requests.append(Request(source(f"/{number}", kind="page"), PollState()))
    results = {request.source.key: result for request, result in fetch_all(requests, client=client)}
    assert local_server.paths().count("/robots.txt") == 1
    assert isinstance(results.pop("/3"), RefusedError)
    assert len(results) == 5
    assert not any(isinstance(result, FetchError) for result in results.values())


def test_a_redirect_to_a_forbidden_page_is_refused(local_server, page):
    local_server.routes["/robots.txt"] = local_server.response(b"User-agent: *\nDisallow: /private")
    local_server.routes["/article"] = local_server.redirect("/private")
    with pytest.raises(RefusedError, match="forbids"):
        page()
    assert local_server.paths() == ["/robots.txt", "/.well-known/tdmrep.json", "/article"]


def test_crawl_delay_makes_the_pause_longer(local_server, client, source):
    local_server.routes["/robots.txt"] = local_server.response(b"User-agent: *\nCrawl-delay: 0.4")
    local_server.routes["/a"] = local_server.routes["/b"] = local_server.response(b"page")
    requests = [Request(source(path, kind="page"), PollState()) for path in ("/a", "/b")]
    list(fetch_all(requests, client=client))
    times = {request.path: request.at for request in local_server.requests}
    assert abs(times["/b"] - times["/a"]) >= 0.2


def test_a_page_that_was_read_before_is_asked_for_conditionally(local_server, client, source):
    local_server.routes["/robots.txt"] = local_server.response(b"")
    local_server.routes["/a"] = local_server.response(b"", "304 Not Modified")
    request = Request(source("/a", kind="page"), PollState(etag=b'"a"'))
    ((_, result),) = fetch_all([request], client=client)
    assert result.not_modified
    robots, _, article = local_server.requests
    assert "if-none-match" not in robots.headers
    assert article.headers["if-none-match"] == b'"a"'


def test_a_feed_never_asks_robots(local_server, client, source):
    local_server.routes["/robots.txt"] = local_server.response(b"User-agent: *\nDisallow: /")
    local_server.routes["/feed"] = local_server.response(b"feed")
    for kind in ("feed", "auto"):
        ((_, result),) = fetch_all(
            [Request(source("/feed", kind=kind), PollState())], client=client
        )
        assert result.body == b"feed"
    assert local_server.paths() == ["/feed", "/feed"]

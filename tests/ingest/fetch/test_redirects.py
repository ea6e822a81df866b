"""Rows 3, 16 to 19, 21 and 22 of docs/hardening.md, and R1 to R4: where redirects may and may not lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.errors import FetchError, LimitError, RefusedError
from ingest.fetch import PollState, Request, fetch_all
from ingest.fetch.conversation import read_source
from ingest.fetch.exchange import Answer
from ingest.model import Fetched, Source

FEED = b"<rss/>"


@pytest.fixture
def inside(start_server):
    """A server that nobody may reach: on the same machine, not admitted."""
    server = start_server()
    server.routes["/"] = server.response(b"internal")
    return server


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 T", "308 P"])
@pytest.mark.parametrize(
    "location", ["/feed", "feed", "./x/../feed", "?moved", "//{address}/feed", "{url}"]
)
def test_a_redirect_is_followed_wherever_it_is_written_from(local_server, fetch, status, location):
    location = location.format(address=local_server.address, url=local_server.url("/feed"))
    local_server.routes["/"] = local_server.redirect(location, status)
    local_server.routes["/feed"] = local_server.routes["/?moved"] = local_server.response(FEED)
    result = fetch("/")
    assert result.body == FEED
    assert result.url == local_server.url("/?moved" if "?" in location else "/feed")


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        (["301 M"], "/1"),
        (["308 P"], "/1"),
        (["301 M", "308 P"], "/2"),
        (["301 M", "302 F"], "/1"),
        (["302 F", "301 M"], None),
        (["307 T"], None),
        (["303 S", "308 P"], None),
        ([], None),
    ],
)
def test_only_the_leading_run_of_permanent_hops_is_reported_as_a_move(
    local_server, fetch, statuses, moved_to
):
    for number, status in enumerate(statuses):
        local_server.routes[f"/{number}"] = local_server.redirect(f"/{number + 1}", status)
    local_server.routes[f"/{len(statuses)}"] = local_server.response(FEED)
    result = fetch("/0")
    assert result.moved_to == (local_server.url(moved_to) if moved_to else None)


def test_a_permanent_redirect_to_nothing_is_an_error_and_no_move(local_server, fetch):
    local_server.routes["/"] = local_server.redirect("/parked", "301 Moved")
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert result.status == 404


def test_a_source_that_moved_is_asked_at_its_new_address_only(local_server, fetch):
    local_server.routes["/new"] = local_server.response(FEED)
    result = fetch("/old", state=PollState(moved_to=local_server.url("/new")))
    assert result.body == FEED
    assert local_server.paths() == ["/new"]


def test_the_body_of_a_redirect_is_never_read(local_server, fetch):
    def bomb(_request):
        yield (
            b"HTTP/1.1 302 Found\r\nLocation: /feed\r\nContent-Encoding: gzip\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        for _ in range(100_000):
            yield b"10000\r\n" + bytes(65536) + b"\r\n"

    local_server.routes["/"] = bomb
    local_server.routes["/feed"] = local_server.response(FEED)
    assert fetch("/").body == FEED
    assert local_server.sent < 20 * 1024 * 1024


@pytest.mark.parametrize("length", [b"10000000000000", b"500"])
def test_a_redirect_that_announces_a_body_it_never_sends_is_followed(local_server, fetch, length):
    head = b"HTTP/1.1 302 Found\r\nLocation: /feed\r\nContent-Length: " + length + b"\r\n\r\n"
    local_server.routes["/"] = [head, local_server.Silence()]
    local_server.routes["/feed"] = local_server.response(FEED)
    assert fetch("/", stall_seconds=1, total_seconds=20).body == FEED


def test_a_redirect_to_itself_ends_after_one_request(local_server, fetch):
    local_server.routes["/"] = local_server.redirect("/")
    result = fetch("/")
    assert isinstance(result, LimitError)
    assert "circle" in str(result)
    assert len(local_server.requests) == 1


def test_a_loop_of_two_is_named(local_server, fetch):
    local_server.routes["/a"] = local_server.redirect("/b")
    local_server.routes["/b"] = local_server.redirect("/a")
    assert "back to " + local_server.url("/a") in str(fetch("/a"))


def test_two_hundred_hops_end_at_the_tenth(local_server, fetch):
    local_server.routes = {f"/{n}": local_server.redirect(f"/{n + 1}") for n in range(200)}
    result = fetch("/0")
    assert isinstance(result, LimitError)
    assert "more than 10 redirects" in str(result)
    assert len(local_server.requests) == 11


def test_ten_hops_are_allowed(local_server, fetch):
    local_server.routes = {f"/{n}": local_server.redirect(f"/{n + 1}") for n in range(10)}
    local_server.routes["/10"] = local_server.response(FEED)
    assert fetch("/0").body == FEED


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "308 P"])
def test_a_redirect_without_a_target_is_an_error(local_server, fetch, status):
    local_server.routes["/"] = local_server.response(b"", status)
    assert "without saying where" in str(fetch("/"))


@pytest.mark.parametrize(
    "location",
    [
        b"http://",
        b"http:///path",
        b"http://[::1",
        b"http://[nonsense]/",
        b"http://a b/",
        b"http://a.example:99999/",
        b"http://a.example:port/",
        b"http://a.example:0/",
        b"http://.example/",
        b"http://" + b"a" * 300 + b".example/",
        b"http://a..example/",
        b"http://xn--/",
        b"http://\xff\xfe/",
        b"\\\\a.example\\b",
        b"http:\\\\127.0.0.1\\",
        b"/" + b"a" * 10_000,
        "http://\u2100.example/".encode(),
    ],
)
def test_a_malformed_target_is_one_clear_line(local_server, fetch, location):
    local_server.routes["/"] = local_server.redirect(location)
    result = fetch("/")
    assert isinstance(result, FetchError)
    assert "\n" not in str(result)
    assert str(result).isprintable()
    assert local_server.paths() == ["/"]


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:70/_x",
        "data:text/xml,<rss/>",
        "javascript:alert(1)",
        "unix:/run/docker.sock",
        "dict://127.0.0.1:11211/stats",
        "ws://127.0.0.1/",
        "FILE:/etc/passwd",
        "view-source:http://127.0.0.1/",
    ],
)
def test_only_http_and_https_are_followed(local_server, fetch, location):
    local_server.routes["/"] = local_server.redirect(location)
    result = fetch("/")
    assert isinstance(result, RefusedError)
    assert "only http and https" in str(result)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",
        "http://127.0.0.2:{port}/",
        "http://127.1:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0x7f.0.0.1:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://0177.0.0.01:{port}/",
        "http://localhost:{port}/",
        "http://localhost.:{port}/",
        "http://LOCALHOST:{port}/",
        "http://0.0.0.0:{port}/",
        "http://0:{port}/",
        "http://[::]:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::ffff:7f00:1]:{port}/",
        "http://[::127.0.0.1]:{port}/",
        "http://[64:ff9b::127.0.0.1]:{port}/",
        "http://[2002:7f00:1::]:{port}/",
        "http://public.example@127.0.0.1:{port}/",
        "http://public.example:80@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}#@public.example/",
        "http://127.0.0.1:{port}?@public.example/",
        "http://①②⑦.⓪.⓪.①:{port}/",
        "http://１２７.0.0.1:{port}/",
        "http://[fe80::1%25eth0]:{port}/",
        "http://[2001:0:7f00:1::]:{port}/",
        "http://[fe80::5efe:127.0.0.1]:{port}/",
        "http://127。0。0。1:{port}/",
        "http://%31%32%37.0.0.1:{port}/",
    ],
)
def test_no_form_of_an_inner_address_is_reached_through_a_redirect(
    local_server, fetch, inside, location
):
    local_server.routes["/"] = local_server.redirect(location.format(port=inside.port).encode())
    result = fetch("/")
    assert isinstance(result, RefusedError)
    assert inside.connections == 0


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("http://10.0.0.1/", "private network"),
        ("http://172.16.9.9/", "private network"),
        ("http://192.168.1.1/", "private network"),
        ("http://100.64.0.1/", "carrier-grade NAT"),
        ("http://[fd00:ec2::254]/", "private network"),
        ("http://[fe80::1]/", "link-local"),
        ("http://224.0.0.1/", "multicast"),
        ("http://127.0.0.1/", "loopback"),
    ],
)
def test_the_refusal_names_the_class_of_the_address(local_server, fetch, location, kind):
    local_server.routes["/"] = local_server.redirect(location)
    result = fetch("/")
    assert isinstance(result, RefusedError)
    assert kind in str(result)
    assert "refused" in str(result)


def test_an_inner_address_two_hops_away_is_refused_too(local_server, fetch, inside):
    local_server.routes["/"] = local_server.redirect("/b")
    local_server.routes["/b"] = local_server.redirect(inside.url())
    assert isinstance(fetch("/"), RefusedError)
    assert inside.connections == 0


def test_a_source_without_admission_reaches_no_inner_address(local_server, client, source):
    local_server.routes["/"] = local_server.response(FEED)
    request = Request(source("/", allow_address=None), PollState())
    ((_, result),) = fetch_all([request], client=client)
    assert isinstance(result, RefusedError)
    assert local_server.connections == 0


def test_a_connection_opened_for_an_admitted_source_serves_no_other(
    local_server, start_server, client, source
):
    """The hostile one is redirected to where an open, kept-alive connection of the admitted one leads."""
    hostile = start_server()
    hostile.routes["/"] = hostile.redirect(local_server.url("/secret"))
    local_server.routes["/feed"] = local_server.response(FEED)
    local_server.routes["/secret"] = local_server.response(b"secret")
    admitted = Request(source("/feed", key="admitted"), PollState())
    other = Request(
        source(hostile.url("/"), key="other", allow_address=hostile.address), PollState()
    )
    results = {
        request.source.key: result
        for request, result in fetch_all([admitted, other], client=client)
    }
    assert results["admitted"].body == FEED
    assert isinstance(results["other"], RefusedError)
    assert local_server.paths() == ["/feed"]


def test_the_admitted_host_may_be_a_name(local_server, client, source):
    local_server.routes["/"] = local_server.response(FEED)
    name = f"intranet.example:{local_server.port}"
    settings = replace(client, resolve=(f"{name}:127.0.0.1",))
    admitted = source(f"http://{name}/", allow_address=name)
    other = source(f"http://{name}/", key="other", allow_address=local_server.address)
    requests = [Request(admitted, PollState()), Request(other, PollState())]
    results = {
        request.source.key: result for request, result in fetch_all(requests, client=settings)
    }
    assert results[admitted.key].body == FEED
    assert isinstance(
        results["other"], RefusedError
    )  # another name for the address is another host


def test_a_name_that_leads_inside_is_refused_on_what_it_resolved_to(local_server, client, source):
    """DNS rebinding: whatever a name led to before, the address that is contacted now is what counts."""
    name = f"public.example:{local_server.port}"
    settings = replace(client, resolve=(f"{name}:127.0.0.1",))
    request = Request(source(f"http://{name}/", allow_address=None), PollState())
    ((_, result),) = fetch_all([request], client=settings)
    assert isinstance(result, RefusedError)
    assert "loopback" in str(result)
    assert local_server.connections == 0


def test_a_password_is_sent_to_its_own_origin_and_shown_nowhere(local_server, client, source):
    local_server.routes["/"] = local_server.redirect("/feed", "301 Moved")
    local_server.routes["/feed"] = local_server.response(FEED)
    location = local_server.url("/").replace("://", "://us%40er:pass%3Aword@")
    ((_, result),) = fetch_all([Request(source(location), PollState())], client=client)
    assert isinstance(result, Fetched)
    tokens = [request.headers.get("authorization") for request in local_server.requests]
    assert tokens == [b"Basic dXNAZXI6cGFzczp3b3Jk"] * 2
    assert "pass" not in result.url
    assert "pass" not in result.moved_to


def test_a_password_never_follows_a_redirect_to_another_origin(client):
    source = Source(key="k", location="https://user:password@a.example/feed")
    conversation = read_source(source, PollState(), client)
    get = next(conversation)
    assert get.credentials == "user:password"
    origins = [
        "https://a.example/b",
        "https://b.example/",
        "http://a.example/",
        "https://a.example:8443/",
    ]
    sent = []
    for location in origins:
        get = conversation.send(Answer(get.target, 302, location=location.encode()))
        sent.append(get.credentials)
        assert "password" not in get.target.url
    assert sent == ["user:password", None, None, None]


def test_a_move_from_https_down_to_http_is_followed_but_never_remembered(client):
    conversation = read_source(Source(key="k", location="https://a.example/"), PollState(), client)
    get = next(conversation)
    get = conversation.send(Answer(get.target, 301, location=b"http://a.example/feed"))
    with pytest.raises(StopIteration) as stop:
        conversation.send(Answer(get.target, 200, body=FEED))
    assert stop.value.value.moved_to is None


def test_a_password_in_a_redirect_is_not_used(local_server, fetch):
    target = local_server.url("/feed").replace("://", "://user:password@")
    local_server.routes["/"] = local_server.redirect(target, "301 Moved")
    local_server.routes["/feed"] = local_server.response(FEED)
    result = fetch("/")
    assert result.moved_to == local_server.url("/feed")
    assert "authorization" not in local_server.requests[1].headers


@pytest.mark.parametrize("status", ["401 Unauthorized", "404 Not Found", "500 Error"])
def test_an_error_never_shows_the_password(local_server, client, source, status):
    local_server.routes["/"] = local_server.response(b"", status)
    location = local_server.url("/").replace("://", "://user:hunter2@")
    ((_, result),) = fetch_all([Request(source(location), PollState())], client=client)
    assert isinstance(result, FetchError)
    assert "hunter2" not in str(result)
    assert local_server.url("/") in str(result)

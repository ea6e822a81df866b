"""A2 of docs/hardening.md: the rules of /.well-known/tdmrep.json, as the TDM Reservation Protocol reads them."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import FetchError
from ingest.fetch import Request, fetch_all
from ingest.fetch.polling import PollState
from ingest.fetch.tdmrep import NO_RESERVATIONS, ReservationsCache, parse

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
FILE = "/.well-known/tdmrep.json"


def rules(*pairs):
    return json.dumps([{"location": where, "tdm-reservation": value} for where, value in pairs])


def reserves(text, resource):
    return parse(text.encode()).reserves(resource)


@pytest.mark.parametrize(
    ("pairs", "resource", "reserved"),
    [
        ([("/", 1)], "/a", True),
        ([("*", 1)], "/a", True),
        ([("/", 0)], "/a", False),
        ([("/a/", 1)], "/b/a/", False),
        ([("/a/*.html$", 1)], "/a/b/c.html", True),
        ([("/a/*.html$", 1)], "/a/c.html?page=2", False),
        ([("/A", 1)], "/a", False),
        ([("/caf%C3%A9", 1)], "/café", True),
        ([("/free/", 0), ("/", 1)], "/free/a", False),
        ([("/", 1), ("/free/", 0)], "/free/a", True),  # the first in sequence, not the longest
        ([("/", "1")], "/a", True),
        ([("/", 2)], "/a", False),
        ([("/", True)], "/a", False),
        ([("/", None), ("/", 1)], "/a", False),
        ([("", 1), (7, 1)], "/a", False),
    ],
)
def test_the_first_rule_whose_location_matches_decides(pairs, resource, reserved):
    assert reserves(rules(*pairs), resource) is reserved


@pytest.mark.parametrize(
    "text",
    ["", "nothing", '{"location": "/", "tdm-reservation": 1}', "[1, null, [], {}]", "[" * 100_000],
)
def test_what_is_no_list_of_rules_reserves_nothing(text):
    assert not reserves(text, "/a")


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists), st.text())
def test_any_file_and_any_path_are_answered(value, path):
    text = json.dumps([{"location": path, "tdm-reservation": value}, value])
    assert isinstance(reserves(text, "/" + path), bool)


def test_rules_are_fresh_for_a_day_and_hold_for_a_month_where_the_file_cannot_be_had():
    cache, restored = ReservationsCache(), ReservationsCache()
    found = parse(rules(("/", 1), ("/b", None)).encode())
    cache.put("https://a.example", found, NOW)
    restored.restore(list(cache.rows(NOW + timedelta(days=29))))
    assert restored.get("https://a.example", NOW + timedelta(hours=23)) == found
    assert restored.get("https://a.example", NOW + timedelta(days=1)) is None
    assert restored.hold("https://a.example", NOW + timedelta(days=29)) == found
    assert list(cache.rows(NOW + timedelta(days=30))) == []
    assert cache.hold("https://b.example", NOW) == NO_RESERVATIONS


@pytest.fixture
def pages(local_server, client, source):
    """Fetch these paths as pages, after a robots.txt that says `robots`."""

    def fetch(*paths, robots=b"", state=None):
        local_server.routes["/robots.txt"] = local_server.response(robots)
        for path in paths:
            local_server.routes.setdefault(path, local_server.response(b"page"))
        requests = [Request(source(path, kind="page"), state or PollState()) for path in paths]
        return {request.source.key: got for request, got in fetch_all(requests, client=client)}

    return fetch


def test_the_file_is_asked_for_once_a_host_and_its_pages_are_marked(local_server, pages):
    local_server.routes[FILE] = local_server.response(rules(("/a", 1)).encode())
    got = pages("/a", "/b", "/c")
    assert local_server.paths().count(FILE) == 1
    assert [got[path].is_reserved for path in ("/a", "/b", "/c")] == [True, False, False]


def test_a_reserved_page_is_asked_for_whole_because_it_may_say_otherwise(local_server, pages):
    local_server.routes[FILE] = local_server.response(rules(("/a", 1)).encode())
    pages("/a", "/b", state=PollState(etag=b'"1"'))
    asked = {request.path: request.headers for request in local_server.requests}
    assert "if-none-match" not in asked["/a"]
    assert asked["/b"]["if-none-match"] == b'"1"'


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "500 Oops", "503 Busy"])
def test_a_file_that_cannot_be_had_reserves_nothing_and_is_asked_for_once(
    local_server, pages, status
):
    local_server.routes[FILE] = local_server.response(rules(("/", 1)).encode(), status)
    assert not any(got.is_reserved for got in pages("/a", "/b").values())
    assert local_server.paths().count(FILE) == 1


def test_redirects_lead_to_the_file(local_server, pages):
    local_server.routes[FILE] = local_server.redirect("/elsewhere.json")
    local_server.routes["/elsewhere.json"] = local_server.response(rules(("/a", 1)).encode())
    assert pages("/a")["/a"].is_reserved


def test_a_file_that_robots_txt_forbids_is_not_asked_for(local_server, pages):
    assert not isinstance(pages("/a", robots=b"User-agent: *\nDisallow: /.")["/a"], FetchError)
    assert FILE not in local_server.paths()


def test_a_file_without_end_is_read_no_further_than_robots_txt(local_server, pages):
    endless = b'[{"location": "/", "tdm-reservation": 1}' + b" " * 600_000 + b"]"
    local_server.routes[FILE] = local_server.response(endless)
    assert not pages("/a")["/a"].is_reserved

"""T6 to T8 and row 23 of docs/hardening.md: many sources at once, each host in its turn."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from ingest.errors import FetchError
from ingest.fetch import Limits, PollState, Request, fetch_all
from ingest.fetch.politeness import after_failure, is_due
from ingest.model import Fetched

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
#: Of a pause, as the server sees it: on a busy machine it notes the earlier request late. Without any it is none.
AT_LEAST = 0.5


def with_limits(client, **limits):
    return replace(client, limits=replace(Limits(), **limits))


def test_one_host_is_asked_with_pauses_and_by_few_at_a_time(local_server, client, source):
    under_way, most, lock = set(), [0], threading.Lock()

    def slow(request):
        with lock:
            under_way.add(request.path)
            most[0] = max(most[0], len(under_way))
        local_server.pause(0.3)
        with lock:
            under_way.discard(request.path)
        return local_server.response(b"feed")

    requests = []
    for number in range(6):
        local_server.routes[f"/{number}"] = slow
        requests.append(Request(source(f"/{number}"), PollState()))
    settings = with_limits(client, host_delay_ms=100)
    assert len(list(fetch_all(requests, client=settings))) == 6
    times = [request.at for request in local_server.requests]
    assert all(later - earlier >= AT_LEAST * 0.1 for earlier, later in pairwise(times))
    assert most[0] == 2


def test_the_pause_is_a_second_unless_told_otherwise(local_server, client, source):
    local_server.routes = {path: local_server.response(b"feed") for path in ("/a", "/b")}
    requests = [Request(source(path), PollState()) for path in ("/a", "/b")]
    assert len(list(fetch_all(requests, client=with_limits(client)))) == 2
    first, second = (request.at for request in local_server.requests)
    assert AT_LEAST <= second - first < 3


def test_redirects_keep_the_pause_too(local_server, client, source):
    local_server.routes["/"] = local_server.redirect("/feed")
    local_server.routes["/feed"] = local_server.response(b"feed")
    list(
        fetch_all(
            [Request(source("/"), PollState())], client=with_limits(client, host_delay_ms=300)
        )
    )
    first, second = (request.at for request in local_server.requests)
    assert second - first >= AT_LEAST * 0.3


def test_at_most_eight_are_under_way_in_all(start_server, client, source):
    barrier_state, lock = {"now": 0, "most": 0}, threading.Lock()
    servers = [start_server() for _ in range(12)]

    def slow(server):
        def reply(_request):
            with lock:
                barrier_state["now"] += 1
                barrier_state["most"] = max(barrier_state["most"], barrier_state["now"])
            server.pause(0.3)
            with lock:
                barrier_state["now"] -= 1
            return server.response(b"feed")

        return reply

    requests = []
    for server in servers:
        server.routes["/"] = slow(server)
        requests.append(Request(source(server.url(), allow_address=server.address), PollState()))
    results = [result for _, result in fetch_all(requests, client=with_limits(client))]
    assert all(isinstance(result, Fetched) for result in results)
    assert barrier_state["most"] == 8


def test_connections_are_kept_for_the_next_request(local_server, client, source):
    local_server.routes = {f"/{n}": local_server.response(b"feed") for n in range(5)}
    requests = [Request(source(f"/{n}"), PollState()) for n in range(5)]
    assert len(list(fetch_all(requests, client=with_limits(client, host_delay_ms=50)))) == 5
    assert local_server.connections < 5


def test_one_request_for_each_source_and_run(local_server, client, source):
    statuses = ["404 N", "403 F", "500 E", "503 S", "429 T", "410 G", "418 I"]
    requests = []
    for number, status in enumerate(statuses):
        local_server.routes[f"/{number}"] = local_server.response(b"", status)
        requests.append(Request(source(f"/{number}"), PollState()))
    results = list(fetch_all(requests, client=client))
    assert sorted(local_server.paths()) == [f"/{n}" for n in range(7)]
    for request, error in results:
        assert isinstance(error, FetchError)
        assert str(error.status) in str(error)
        assert request.source.location in str(error)


@pytest.mark.parametrize("status", ["429 Too Many", "503 Unavailable"])
@pytest.mark.parametrize("value", ["120", "Wed, 04 Mar 2026 05:08:07 GMT"])
def test_retry_after_is_handed_on_as_an_instant(local_server, client, source, status, value):
    headers = {"Retry-After": value, "Date": "Wed, 04 Mar 2026 05:06:07 GMT"}
    local_server.routes["/"] = local_server.response(b"", status, headers=headers)
    settings = replace(client, clock=lambda: NOW)
    ((_, error),) = fetch_all([Request(source("/"), PollState())], client=settings)
    assert error.retry_at == NOW + timedelta(seconds=120)
    assert "wants a pause until 2026-03-04 05:08 UTC" in str(error)


def test_after_a_429_nothing_more_is_asked_of_the_host(local_server, start_server, client, source):
    other = start_server()
    other.routes["/"] = other.response(b"feed")
    requests = [Request(source(other.url(), key="other", allow_address=other.address), PollState())]
    for number in range(10):
        local_server.routes[f"/{number}"] = local_server.response(
            b"", "429 Too Many", headers={"Retry-After": "3600"}
        )
        requests.append(Request(source(f"/{number}"), PollState()))
    settings = replace(with_limits(client, host_delay_ms=50), clock=lambda: NOW)
    results = {
        request.source.key: result for request, result in fetch_all(requests, client=settings)
    }
    assert isinstance(results.pop("other"), Fetched)
    assert len(local_server.requests) <= 2  # those that were under way together
    assert len(results) == 10
    for error in results.values():
        state = after_failure(PollState(), error, NOW, salt="k")
        assert not is_due(state, NOW + timedelta(seconds=3599), force=True)
        assert is_due(state, NOW + timedelta(seconds=3600), force=True)


def test_one_bad_source_costs_the_others_nothing(local_server, client, source):
    local_server.routes["/good"] = local_server.response(b"feed")
    local_server.routes["/silent"] = [local_server.Silence()]
    local_server.routes["/rude"] = [local_server.Reset()]
    bad = [
        source("/silent"),
        source("/rude"),
        source("ftp://a.example/"),
        source("http://user:p\udcffw@a.invalid/", key="surrogate"),
        source("http:// /", key="space"),
        source("/admission", allow_address="nonsense"),
        source("/negative", overrides={"body_bytes": -1}),
    ]
    bad = [one for one in bad if one.is_remote]
    settings = with_limits(client, host_delay_ms=0, total_seconds=1)
    requests = [Request(one, PollState()) for one in (*bad, source("/good"))]
    results = {
        request.source.key: result for request, result in fetch_all(requests, client=settings)
    }
    assert results.pop("/good").body == b"feed"
    assert len(results) == len(bad)
    for error in results.values():
        assert isinstance(error, FetchError)
        assert "\n" not in str(error)


def test_closing_the_iterator_ends_all_transfers(local_server, client, source):
    local_server.routes["/good"] = local_server.response(b"feed")
    local_server.routes["/silent"] = [local_server.Silence()]
    requests = [Request(source(path), PollState()) for path in ("/good", "/silent")]
    before = threading.active_count()
    results = fetch_all(requests, client=client)
    next(results)
    results.close()
    assert threading.active_count() <= before + 2  # the server's own two threads


def test_a_slow_reader_does_not_make_servers_wait_beyond_their_deadline(
    local_server, client, source
):
    for number in range(6):
        local_server.routes[f"/{number}"] = local_server.response(b"feed")
    requests = [Request(source(f"/{n}"), PollState()) for n in range(6)]
    settings = with_limits(client, host_delay_ms=0, total_seconds=1)
    results = []
    for _, result in fetch_all(requests, client=settings):
        local_server.pause(0.4)  # the time that parsing takes
        results.append(result)
    assert all(isinstance(result, Fetched) for result in results)


def test_the_reader_is_told_when_for_a_moment_nothing_comes(local_server, client, source):
    told = threading.Event()
    local_server.routes["/quick"] = local_server.response(b"feed")

    def late(request):
        told.wait(10)
        return local_server.response(b"feed")

    local_server.routes["/late"] = late
    requests = [Request(source(path), PollState()) for path in ("/quick", "/late")]
    keys = [r.source.key for r, _ in fetch_all(requests, client=client, idle=told.set)]
    assert (keys, told.is_set()) == (["/quick", "/late"], True)


def test_nothing_new_is_started_while_the_reader_is_far_behind(local_server, client, source):
    for number in range(20):
        local_server.routes[f"/{number}"] = local_server.response(b"a" * 1000)
    requests = [Request(source(f"/{n}"), PollState()) for n in range(20)]
    settings = with_limits(client, host_delay_ms=0, waiting_bytes=3000)
    results = fetch_all(requests, client=settings)
    next(results)
    local_server.pause(0.5)
    assert len(local_server.requests) <= 8
    assert len(list(results)) == 19


def test_no_requests_no_results(client):
    assert list(fetch_all([], client=client)) == []

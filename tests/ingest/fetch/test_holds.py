"""T3 of docs/hardening.md: a 429 speaks for the whole host, in later runs too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ingest.errors import FetchError
from ingest.fetch import PollState, Request
from ingest.fetch.holds import held_hosts, is_held
from ingest.fetch.politeness import after_failure
from ingest.model import Source

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)


def request(location, state=None):
    return Request(Source(key=location, location=location), state or PollState())


def failed(status, until):
    error = FetchError(f"answered {status}", status=status, retry_at=until)
    return PollState.from_row(after_failure(PollState(), error, NOW, salt="k").to_row())


def test_other_sources_of_the_host_are_held_until_the_pause_is_over():
    asked = request("https://a.example/1", failed(429, NOW + HOUR))
    held = held_hosts([asked, request("https://b.example/")], NOW)
    assert held == {"a.example": NOW + HOUR}
    for location, expected in {
        "https://a.example/2": True,
        "http://a.example/": True,
        "http://a.example:8080/": False,
        "https://b.example/": False,
        "/documents/a.txt": False,
        "http:// /": False,
    }.items():
        assert is_held(request(location), held) is expected
    assert held_hosts([asked], NOW + HOUR) == {}


def test_a_source_that_moved_is_held_with_its_new_host():
    held = held_hosts([request("https://a.example/", failed(429, NOW + HOUR))], NOW)
    assert not is_held(
        request("https://a.example/2", PollState(moved_to="https://b.example/")), held
    )


@pytest.mark.parametrize(("status", "until"), [(503, NOW + HOUR), (429, None)])
def test_other_failures_speak_for_one_source_only(status, until):
    assert held_hosts([request("https://a.example/", failed(status, until))], NOW) == {}


def test_a_pause_that_a_wrong_clock_has_set_is_none():
    state = PollState(host_not_before=NOW + timedelta(days=400))
    assert held_hosts([request("https://a.example/", state)], NOW) == {}

"""T8 of docs/hardening.md: each host in its turn."""

from __future__ import annotations

import pytest

from ingest.fetch.hosts import Turns, host_key
from ingest.fetch.urls import parse


def test_a_host_is_left_alone_between_two_starts():
    turns = Turns(2)
    for item in ("a1", "a2", "a3"):
        turns.put("a", item, 1.0)
    assert turns.take(0.0) == "a1"
    assert turns.take(0.5) is None
    assert turns.pause(0.5) == 0.5
    assert turns.take(1.0) == "a2"
    assert turns.take(2.0) is None  # two are under way
    turns.done("a")
    assert turns.take(2.0) == "a3"
    assert turns.waiting == 0


def test_one_busy_host_does_not_hold_up_another():
    turns = Turns(1)
    turns.put("a", "a1", 1.0)
    turns.put("a", "a2", 1.0)
    turns.put("b", "b1", 1.0)
    assert [turns.take(0.0), turns.take(0.0), turns.take(5.0)] == ["a1", "b1", None]


def test_a_hop_goes_before_what_waits():
    turns = Turns(2)
    turns.put("a", "later", 0.0)
    turns.put("a", "hop", 0.0, first=True)
    assert turns.take(0.0) == "hop"


def test_a_host_can_be_cleared():
    turns = Turns(2)
    turns.put("a", "a1", 0.0)
    turns.put("b", "b1", 0.0)
    assert turns.clear("a") == ["a1"]
    assert turns.clear("c") == []
    assert [turns.take(0.0), turns.take(0.0)] == ["b1", None]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://a.example/x", "a.example"),
        ("https://a.example/", "a.example"),
        ("http://a.example:8080/", "a.example:8080"),
    ],
)
def test_http_and_https_are_one_host_and_other_ports_are_others(url, key):
    assert host_key(parse(url)) == key

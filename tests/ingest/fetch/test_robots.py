"""A1 of docs/hardening.md: RFC 9309, in files of our own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fetch.robots import (
    ALLOW_ALL,
    DISALLOW_ALL,
    LONGEST_CRAWL_DELAY,
    RobotsCache,
    Rules,
    parse,
)

NOW = datetime(2026, 3, 4, tzinfo=UTC)


def allows(text: str, resource: str) -> bool:
    return parse(text, "Dateline").allows(resource)


@pytest.mark.parametrize(
    ("text", "resource", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow: /a", "/abc", False),
        ("user-AGENT:*\r\nDISALLOW:/a # why", "/a", False),
        ("\ufeffUser-agent: *\rDisallow: /a", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: dateline\nDisallow: /", "/a", False),
        ("User-agent: Dateline/2.0\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nAllow: /", "/a", True),
        ("User-agent: Dateline\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: dateline\nDisallow: /b",
         "/b", False),
        ("User-agent: Dateline\nDisallow:\nUser-agent: *\nDisallow: /", "/a", True),
        ("Disallow: /", "/a", True),
        ("User-agent: *\nSitemap: /s\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.gif$", "/x/y.gif", False),
        ("User-agent: *\nDisallow: /*.gif$", "/x/y.gif?z", True),
        ("User-agent: *\nDisallow: /a*b", "/axxb/c", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: *", "/a", False),
        ("User-agent: *\nDisallow: /a?b=", "/a?b=c", False),
        ("User-agent: *\nDisallow: /caf%c3%a9", "/café", False),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: /%61", "/a", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", False),
        ("<html><title>not found</title></html>", "/a", True),
    ],
)  # fmt: skip
def test_a_path_is_allowed_as_the_standard_says(text, resource, allowed):
    assert allows(text, resource) is allowed


def test_missing_allows_everything_and_unreachable_nothing():
    assert ALLOW_ALL.allows("/a")
    assert not DISALLOW_ALL.allows("/a")


@pytest.mark.parametrize(
    ("value", "delay"),
    [
        ("10", 10.0),
        ("0.5", 0.5),
        ("9999", LONGEST_CRAWL_DELAY),
        ("-1", None),
        ("soon", None),
        ("", None),
    ],
)
def test_crawl_delay_is_honoured_up_to_a_minute(value, delay):
    assert parse(f"User-agent: *\nCrawl-delay: {value}", "Dateline").crawl_delay == delay


def test_rules_are_remembered_for_a_day_and_not_from_the_future():
    cache = RobotsCache()
    rules = Rules((("/a", False),))
    cache.put("https://a.example", rules, NOW)
    assert cache.get("https://a.example", NOW + timedelta(hours=23, minutes=59)) == rules
    assert cache.get("https://a.example", NOW + timedelta(hours=24)) is None
    assert cache.get("https://a.example", NOW - timedelta(hours=1)) is None
    assert cache.get("http://a.example", NOW) is None


def test_a_pattern_of_stars_is_matched_in_linear_time():
    text = "User-agent: *\nDisallow: /" + "*a" * 5000 + "$"
    assert allows(text, "/" + "a" * 4000 + "b")


@given(st.text(), st.text(alphabet="/ab*$%2F?é\ud800"))
def test_any_file_and_any_path_are_answered(text, path):
    assert isinstance(allows("User-agent: *\n" + text, "/" + path), bool)
    assert isinstance(allows("User-agent: *\nDisallow: " + path, "/" + text), bool)


@given(st.text(), st.none() | st.floats(0, 60))
def test_what_is_kept_between_runs_says_the_same(path, delay):
    cache, restored = RobotsCache(), RobotsCache()
    rules = Rules((("/" + path.encode("ascii", "replace").decode(), False), ("/a", True)), delay)
    cache.put("https://a.example", rules, NOW)
    cache.put("https://b.example", DISALLOW_ALL, NOW)
    cache.put("https://c.example", rules, NOW - timedelta(days=2))
    kept = list(cache.rows(NOW))
    restored.restore(kept)
    assert [origin for origin, _, _ in kept] == ["https://a.example"]
    assert restored.get("https://a.example", NOW) == rules

"""URLs are split one way only, so that what was checked is what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import RefusedError
from ingest.fetch.urls import credentials, join, parse, redacted


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://A.Example", "http://a.example/"),
        ("HTTPS://a.example:443/x", "https://a.example/x"),
        ("http://a.example:8080/x?y=1#z", "http://a.example:8080/x?y=1"),
        ("http://a.example?q", "http://a.example/?q"),
        ("https://user:password@a.example/", "https://a.example/"),
        ("https://bücher.example/ä?ö", "https://xn--bcher-kva.example/%C3%A4?%C3%B6"),
        ("http://[2001:4860:0::8888]/", "http://[2001:4860::8888]/"),
        ("http://1.2.3.4/", "http://1.2.3.4/"),
        ("http://under_score.example/", "http://under_score.example/"),
        ("http://4chan.example/", "http://4chan.example/"),
        ("http://a.example./", "http://a.example./"),
    ],
)
def test_a_url_has_one_spelling(url, canonical):
    target = parse(url)
    assert target.url == canonical
    assert parse(target.url) == target


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.example/feed",
        "//a.example/",
        "http:a.example",
        "http://",
        "http://:80/",
        "http://user@/",
        "ftp://a.example/",
        "http://a b.example/",
        "http://a.example/\nHost: b",
        "http://a.example\\@b.example/",
        "http://a.example:0/",
        "http://a.example:99999/",
        "http://1.2.3/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://0x7f.1/",
        "http://a.example.0x1/",
        "http://[fe80::1%25eth0/",
        "http://-/" + "a" * 9000,
        "http://" + "ü" * 300 + ".example/",
        "http://ex%41mple/",
    ],
)
def test_what_is_no_plain_web_address_is_refused_in_one_line(url):
    with pytest.raises(RefusedError) as refused:
        parse(url)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:hunter2@a.example/x", "https://a.example/x"),
        ("https://us@er:hunter2@a.example/x", "https://a.example/x"),
        ("//user:hunter2@a.example", "//a.example"),
        ("https://a.example/@hunter2", "https://a.example/@hunter2"),
        ("https://a.example/\x1b[31m", "https://a.example/[31m"),
        ("not a url", "not a url"),
    ],
)
def test_a_url_is_shown_without_password_and_control_characters(url, shown):
    assert redacted(url) == shown


def test_credentials_are_decoded():
    assert credentials("https://a%40b:c%3Ad@a.example/") == "a@b:c:d"
    assert credentials("https://token@a.example/") == "token:"
    assert credentials("https://a.example/") is None
    assert credentials("https://[broken") is None


@given(st.binary(max_size=60))
def test_any_location_is_joined_or_refused(location):
    base = parse("https://a.example/b/c")
    try:
        target = join(base, location)
    except RefusedError as error:
        refusal = str(error)
    else:
        refusal = ""
        assert parse(target.url) == target
        assert target.url.isascii()
    assert refusal.isprintable()


@given(st.text(st.characters(), max_size=60))
def test_any_text_is_parsed_or_refused(text):
    try:
        target = parse("http://" + text)
    except RefusedError:
        return
    assert parse(target.url) == target

"""Only web addresses are addresses, and two spellings of one are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.urls import NotAWebAddress, address_key, canonical_url, web_url

HOSTS = st.sampled_from(["news.example", "NEWS.Example.", "xn--bcher-kva.example", "[2001:db8::1]", "10.0.0.1"])  # fmt: skip
TAILS = st.text("abcAZ09/?&=#%:@;.,-_~+ \t[]é\\", max_size=40)


@st.composite
def urls(draw):
    scheme = draw(st.sampled_from(["http", "HTTPS", "https"]))
    user = draw(st.sampled_from(["", "user@", "user:secret@"]))
    port = draw(st.sampled_from(["", ":80", ":443", ":8080", ":"]))
    return f"{scheme}://{user}{draw(HOSTS)}{port}/{draw(TAILS)}"


@given(urls())
def test_the_canonical_form_is_its_own_canonical_form(url):
    once = canonical_url(url)
    assert canonical_url(once) == once
    assert address_key(address_key(url)) == address_key(url)


@given(urls())
def test_no_form_of_an_address_shows_credentials(url):
    for form in (canonical_url(url), address_key(url), web_url(url)):
        assert "secret" not in form.partition("/")[2].partition("/")[2].partition("/")[0]


@given(urls(), st.sampled_from(["utm_source=rss", "fbclid=1", "at_medium=RSS", "gclid=x"]))
def test_a_tracking_parameter_makes_no_other_address(url, mark):
    plain = url.partition("#")[0].strip()
    assert canonical_url(plain + ("&" if "?" in plain else "?") + mark).rstrip("?") == (
        canonical_url(plain).rstrip("?")
    )


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://News.Example:80", "http://news.example/"),
        ("https://news.example:443/A?b=2&a=1#top", "https://news.example/A?b=2&a=1"),
        ("https://news.example/a?utm_source=x&id=7&utm_medium=y", "https://news.example/a?id=7"),
        ("https://news.example/a?id=7&fbclid=abc#x", "https://news.example/a?id=7"),
        ("https://news.example/a?ref=rss&page=2", "https://news.example/a?ref=rss&page=2"),
        ("https://user:pass@news.example/a", "https://news.example/a"),
        (" https://news.example/a b ", "https://news.example/a%20b"),
        ("https://news.exa\nmple/a", "https://news.example/a"),
    ],
)
def test_spellings_that_mean_one_address(url, canonical):
    assert canonical_url(url) == canonical


def test_the_key_of_a_source_keeps_its_whole_query():
    assert address_key("https://News.example/feed?utm_source=x&format=rss") == (
        "https://news.example/feed?utm_source=x&format=rss"
    )


#: Row 47 of the tables: what a feed may put where an address belongs.
HOSTILE = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "jav&#x09;ascript:alert(1)",
    "\x0ejavascript:alert(1)", "javascript&colon;alert(1)", "vbscript:x", "data:text/html,<script>x</script>",
    "file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1:70/", "feed://news.example/x",
    "mailto:a@news.example", "tel:+1", "blob:https://news.example/1", "about:blank", "view-source:https://a/",
    "//", "https://", "https:///path", "http://[::1", "http://news.example:99999/", "http://news.example:x/",
    "https://.", "", "   ", "just words", "/a/path", "#top", "http://a\u2100b/", "x" * 9000, "https://a/" + "x" * 9000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:25])
def test_what_is_no_web_address_is_none(text):
    assert web_url(text) is None
    if len(text) < 100:
        with pytest.raises(NotAWebAddress):
            canonical_url(text)


@pytest.mark.parametrize("text", HOSTILE[:18], ids=lambda text: text[:25])
def test_a_hostile_base_or_reference_never_leaves_the_web(text):
    assert (web_url(text, "https://news.example/a/") or "https://").startswith("https://")
    assert web_url("b", text) is None or web_url("b", text).startswith("http")


@pytest.mark.parametrize(
    ("reference", "absolute"),
    [
        ("/b?x#y", "https://news.example/b?x#y"),
        ("c", "https://news.example/a/c"),
        ("//other.example/d", "https://other.example/d"),
        ("https://user:pass@other.example:8443/d", "https://other.example:8443/d"),
    ],
)
def test_references_resolve_against_their_base(reference, absolute):
    assert web_url(reference, "https://news.example/a/b") == absolute

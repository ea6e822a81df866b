"""Header lines are taken one by one, within limits, and validators byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import FetchError
from ingest.fetch.head import Head
from ingest.fetch.limits import Limits

LINES = st.one_of(
    st.binary(max_size=50),
    st.sampled_from(
        [
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 100 C\r\n",
            b"\r\n",
            b"\n",
            b"HTTP/2 \r\n",
            b"ETag: a\r\n",
        ]
    ),
)


def head_of(*lines):
    head = Head(Limits())
    for line in lines:
        head.add(line + b"\r\n")
    return head


@given(st.lists(LINES, max_size=30))
def test_any_lines_are_taken_or_refused(lines):
    head = Head(Limits(header_bytes=500, header_lines=20))
    try:
        for line in lines:
            head.add(line)
    except FetchError:
        return
    assert head.fields.keys() == head.raw.keys()
    assert all(name == name.lower() for name in head.fields)


def test_only_the_final_response_counts():
    head = head_of(
        b"HTTP/1.1 103 Early",
        b"ETag: early",
        b"",
        b"HTTP/1.1 200 OK",
        b"X: y",
        b"",
        b"ETag: trailer",
    )
    assert (head.status, head.complete, head.fields) == (200, True, {"x": "y"})


def test_the_last_value_wins_and_lists_are_joined():
    head = head_of(
        b"HTTP/1.1 200 OK",
        b"ETag: a",
        b"etag:  b ",
        b"Cache-Control: no-store",
        b"cache-control: max-age=5",
        b"",
    )
    assert head.validator("etag") == b"b"
    assert head.fields["cache-control"] == "no-store, max-age=5"


@pytest.mark.parametrize("value", [b"a\0b", b"a\x1bb", b"a\x7f", b"a\rb"])
def test_a_validator_that_would_forge_a_header_is_none(value):
    assert head_of(b"HTTP/1.1 200 OK", b"ETag: " + value, b"").validator("etag") is None

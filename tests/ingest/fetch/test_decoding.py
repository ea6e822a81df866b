"""Laws of bounded decoding: what was packed comes back, however it arrives, and nothing grows too large."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import FetchError, LimitError
from ingest.fetch.decoding import decoders, unzip
from ingest.fetch.limits import Limits

SMALL = Limits(body_bytes=10_000, ratio_from_bytes=1000)
PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress}


def decoded(body, encoding, limits=SMALL, piece=7):
    chain = decoders(encoding, limits)
    out = b""
    for at in range(0, len(body), piece):
        data = body[at : at + piece]
        for decoder in chain:
            data = decoder.feed(data)
        out += data
    for decoder in chain:
        decoder.finish()
    return out


@given(st.binary(max_size=3000), st.sampled_from(sorted(PACKERS)), st.integers(1, 200))
def test_what_was_packed_comes_back_in_whatever_pieces_it_arrives(body, coding, piece):
    assert decoded(PACKERS[coding](body), coding, piece=piece) == body
    twice = PACKERS[coding](PACKERS["gzip"](body))
    assert decoded(twice, f"gzip, {coding}", piece=piece) == body


@given(st.lists(st.binary(max_size=200), max_size=5), st.integers(1, 50))
def test_gzip_members_are_joined(parts, piece):
    packed = b"".join(map(gzip.compress, parts)) or gzip.compress(b"")
    assert decoded(packed, "gzip", piece=piece) == b"".join(parts)
    assert unzip(packed, SMALL) == b"".join(parts)


@given(st.binary(max_size=3000), st.sampled_from(["gzip", "deflate", "gzip, gzip", ""]))
def test_any_bytes_are_decoded_within_the_limit_or_refused(body, encoding):
    try:
        assert len(decoded(body, encoding)) <= SMALL.body_bytes
    except FetchError as error:
        assert str(error).isprintable()  # noqa: PT017 - either way is right


@given(st.binary(min_size=1, max_size=300), st.data())
def test_a_part_of_a_packed_body_is_never_taken_for_the_whole(body, data):
    packed = gzip.compress(body)
    cut = data.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(FetchError):
        decoded(packed[:cut], "gzip")


def test_a_body_of_exactly_the_limit_is_read_and_one_byte_more_is_not():
    noise = b"".join(n.to_bytes(2) for n in range(5000))
    assert decoded(gzip.compress(noise), "gzip") == noise
    with pytest.raises(LimitError, match="larger than 10,000 bytes"):
        decoded(gzip.compress(noise + b"x"), "gzip")


def test_a_step_that_ends_exactly_at_its_bound_loses_nothing():
    limits = Limits(ratio=2000)
    for size in (256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 512 * 1024):
        body = bytes(size)
        assert decoded(gzip.compress(body), "gzip", limits, piece=10**6) == body

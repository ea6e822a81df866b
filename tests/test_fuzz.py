"""Parsers and exports under bytes that nobody wrote: bounded here, without end with scripts/fuzz.py."""

import fuzzing
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CORPUS = fuzzing.corpus()
#: What parsers trip over: ends of things, entities, declarations, numbers, characters that no text holds.
TOKENS = [
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"&a;", b"&#0;", b"&#xD800;",
    b"&#x110000;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<?xml version='1.0' encoding='utf-7'?>",
    b"<item>", b"</item>", b"<entry>", b"</channel>", b"xml:base='javascript:'", b'"', b"'", b"{", b"}", b"[", b"]",
    b"9" * 5000, b"-1", b"1e999", b"NaN", b"null", b"\\ud800", b"9999-12-31T23:59:59-14:00", b"0000-00-00",
    b"<svg/onload=x>", b"<p>" * 50, b"On 31 February 2024, ", b"yesterday ", b"\r\n", b"\xe2\x80\xae", b"=1+1",
]  # fmt: skip
#: The same on every machine and in every run, so that CI fails for a change and not by chance.
BOUNDED = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def mutants(draw):
    """A document of the corpus, cut, doubled, crossed with another and sprinkled with tokens."""
    data = draw(st.sampled_from(CORPUS))
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        middle = draw(
            st.sampled_from([b"", data[start:end] * 2, draw(st.sampled_from(TOKENS))])
            | st.binary(max_size=8)
        )
        end = min(end, start + draw(st.integers(0, 40)))
        data = data[:start] + middle + data[end:]
    return data[:60_000]


@pytest.mark.parametrize("kind", fuzzing.KINDS)
def test_no_mutant_of_a_document_raises_anything_but_one_line_or_gives_what_is_not_clean(kind):
    @settings(BOUNDED, max_examples=150)
    @given(mutants())
    def check(data):
        fuzzing.read(data, kind)

    check()


@settings(BOUNDED, max_examples=150)
@given(mutants())
def test_whatever_is_read_every_mention_rests_on_words_that_stand_there(data):
    parsed = fuzzing.read(data, "auto")
    for article in parsed.articles[:3] if parsed else ():
        fuzzing.tell(article)


@settings(BOUNDED, max_examples=150)
@given(
    st.lists(st.text(max_size=30) | st.sampled_from(TOKENS).map(lambda t: t.decode("latin-1"))).map(
        "".join
    )
)
def test_whatever_an_event_says_every_export_stays_well_formed(text):
    fuzzing.write(text)

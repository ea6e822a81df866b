"""Whatever bytes come, readable text goes on, and no codec that would run or interpret them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.encoding import decode, usable_codec

WORDS = "Київ, Москва, Łódź"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding):
    assert decode(WORDS.encode(encoding)).removeprefix("\ufeff") == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"])
def test_wide_encodings_are_known_without_a_mark(encoding):
    assert decode(f"<rss>{WORDS}</rss>".encode(encoding)) == f"<rss>{WORDS}</rss>"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("koi8-r", "Новости порта"),
        ("windows-1251", "Новости порта"),
        ("gb18030", "港口新闻今天"),
        ("big5", "港口新聞今天"),
        ("shift_jis", "港のニュース"),
        ("iso-2022-jp", "港のニュース"),
        ("euc-kr", "항구 소식"),
        ("windows-1252", "“naïve” café – €5"),
    ],
)
def test_a_declared_encoding_is_used_in_document_and_header(encoding, words):
    declared = f'<?xml version="1.0" encoding="{encoding}"?><title>{words}</title>'
    assert words in decode(declared.encode(encoding))
    meta = f'<html><head><meta charset="{encoding}"><title>{words}</title>'
    assert words in decode(meta.encode(encoding))
    assert decode(words.encode(encoding), f"text/plain; charset={encoding}") == words


def test_utf_8_is_read_as_utf_8_whatever_is_declared():
    body = f'<?xml version="1.0" encoding="iso-8859-1"?>{WORDS}'.encode()
    assert WORDS in decode(body, "text/xml; charset=us-ascii")


def test_a_documents_own_word_beats_a_servers_latin_1():
    body = '<?xml version="1.0" encoding="windows-1251"?>Новости'.encode("windows-1251")
    assert "Новости" in decode(body, "text/xml; charset=ISO-8859-1")


def test_latin_1_is_read_as_windows_1252():
    body = b'<?xml version="1.0" encoding="iso-8859-1"?>it\x92s caf\xe9'
    assert decode(body).endswith("it’s café")


def test_one_broken_byte_does_not_spoil_the_rest():
    assert decode(("й" * 200).encode() + b"\xff") == "й" * 200 + "\ufffd"


def test_a_character_cut_at_the_end_is_replaced():
    assert decode(("й" * 200).encode()[:-1]) == "й" * 199 + "\ufffd"


@pytest.mark.parametrize(
    "name",
    ["unicode_escape", "raw_unicode_escape", "utf-7", "idna", "punycode", "undefined", "rot13", "base64",
     "hex", "zip", "bz2", "no-such-thing", "", "a\0b", "x" * 500],
)  # fmt: skip
def test_codecs_that_are_none_or_interpret_are_refused(name):
    assert usable_codec(name) is None


@given(st.binary(max_size=300), st.text(max_size=30))
def test_no_bytes_raise(body, charset):
    decode(body, f"text/xml; charset={charset}")
    decode(f'<?xml version="1.0" encoding="{charset}"?>'.encode("utf-8", "replace") + body)

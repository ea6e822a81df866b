"""Refuses XML that attacks its parser, before any parser sees it; every check is one linear scan.

Expat refuses to amplify entities, but feedparser then falls back to its lenient parser, which expands
them itself (103 kB became 608 MB), and its time grows with the square of an element's attributes.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.errors import ParseError
from ingest.parse.limits import (
    ATTRIBUTES,
    DOCTYPES,
    DOCUMENT_BYTES,
    ENTITY_CHARACTERS,
    ENTITY_DECLARATIONS,
    TAG_BYTES,
)

#: Shorter tags cannot hold enough attributes to matter: an attribute takes at least five bytes.
_LONG_TAG: Final = re.compile(rb"<[^<>]{%d,}" % (5 * ATTRIBUTES))
_QUOTED: Final = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_ELEMENT: Final = re.compile(rb"<[A-Za-z_]")
_ENTITY: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
#: An entity for one character or a few plain words, as RSS 0.91's own document type declares them.
_HARMLESS: Final = re.compile(
    rb"<!ENTITY\s+[\w.:-]+\s+(?:\"(?:&#\w{1,8};|[^\"&%%<]{0,%d})\"|'(?:&#\w{1,8};|[^'&%%<]{0,%d})')\s*>"
    % (ENTITY_CHARACTERS, ENTITY_CHARACTERS),
    re.IGNORECASE,
)
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def check_xml(body: bytes, source: str = "") -> None:
    """Raise ParseError, naming `source`, if the document is too large or made to exhaust a parser.

    `body` is in UTF-8, since UTF-16 would hide what is looked for.
    """
    if len(body) > DOCUMENT_BYTES:
        raise ParseError(
            f"the document is {len(body) >> 20} MB, the limit is {DOCUMENT_BYTES >> 20} MB",
            source=source,
        )
    _check_prolog(prolog(body), source)
    for tag in _LONG_TAG.finditer(body):
        attributes = _QUOTED.sub(b"", tag[0]).count(b"=")
        if attributes > ATTRIBUTES or len(tag[0]) > TAG_BYTES:
            raise ParseError(
                f"one element has {attributes} attributes in {len(tag[0])} bytes; it was not read",
                source=source,
            )


def prolog(body: bytes) -> bytes:
    """Return what stands before the root element: declarations, comments and any junk."""
    position = 0
    while True:
        start = body.find(b"<", position)
        if start < 0:
            return body
        if body.startswith(b"<!--", start):
            position = _past(body, b"-->", start + 4)
        elif body.startswith(b"<?", start):
            position = _past(body, b"?>", start + 2)
        elif body[start : start + 9].upper() == b"<!DOCTYPE":
            position = _past_doctype(body, start)
        elif body.startswith(b"<!", start):
            position = _past(body, b">", start + 2)
        elif _ELEMENT.match(body, start):
            # feedparser cuts its own prolog at the first "<" before a letter, a comment's too.
            return body[:start]
        else:
            position = start + 1


def _past(body: bytes, end: bytes, start: int) -> int:
    found = body.find(end, start)
    return len(body) if found < 0 else found + len(end)


def _past_doctype(body: bytes, start: int) -> int:
    close, subset = body.find(b">", start), body.find(b"[", start)
    if 0 <= subset < close:
        return _past(body, b">", _past(body, b"]", subset))
    return len(body) if close < 0 else close + 1


def _check_prolog(head: bytes, source: str) -> None:
    if len(_DOCTYPE.findall(head)) > DOCTYPES:
        raise ParseError("it has many document types; it was not read", source=source)
    declared = len(_ENTITY.findall(head))
    if declared > ENTITY_DECLARATIONS or len(_HARMLESS.findall(head)) < declared:
        raise ParseError(
            "its document type declares entities, which feeds have no use for and attackers have;"
            " it was not read",
            source=source,
        )

"""Texts of sources as XML may hold them, and the elements that both feeds are made of. Pure."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from datasette_timeline.exports.record import one_line

#: Everything that XML 1.0 section 2.2 does not allow in a document, and CR, which parsers turn to LF.
_NOT_XML: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def line(element: str, text: str) -> str:
    """Return an element that holds the text in one line."""
    return f"<{element}>{escape(clean(one_line(text)))}</{element}>\n"


def link(relation: str, url: str, media_type: str = "") -> str:
    """Return an Atom link (RFC 4287, section 4.2.7)."""
    type_attribute = f' type="{media_type}"' if media_type else ""
    return f'<link rel="{relation}"{type_attribute} href="{attribute(url)}"/>\n'


def attribute(text: str) -> str:
    """Return the text as the value of an attribute."""
    return escape(clean(one_line(text)))


def clean(text: str) -> str:
    """Return the text without the characters that XML does not allow."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))

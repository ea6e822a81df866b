"""Makes the bytes of a feed fit for a strict XML parser where that takes no guess about its content."""

from __future__ import annotations

import re
from typing import Final

from ingest.parse.encoding import decode
from ingest.parse.limits import PERSON_CHARACTERS

#: What XML 1.0 section 2.2 does not allow, raw.
_NO_XML_CHARACTER: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE: Final = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,5000})|([0-9]{1,5000}));?")
_DECLARATION: Final = re.compile(r"<\?xml\b[^>]{0,400}\?>")
_FEED_START: Final = re.compile(r"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_OPEN_ENTRY: Final = re.compile(rb"<(?:\w+:)?(item|entry)[\s>]", re.IGNORECASE)
_CLOSED_ENTRY: Final = re.compile(rb"</(?:\w+:)?(item|entry)\s*>", re.IGNORECASE)
#: An overlong person: the start tag with what is kept, and the rest.
_LONG_PERSON: Final = re.compile(
    r"(<(?:\w+:)?(?:author|creator|contributor|publisher|managingEditor|webMaster|owner|name|email)"
    rf"(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?[^<]{{{PERSON_CHARACTERS}}})[^<\]]+",
    re.IGNORECASE,
)
#: Decimal and hexadecimal digits of the last character of Unicode, U+10FFFF, leading zeros apart.
_LONGEST_REFERENCE: Final = 7


def repaired(body: bytes, content_type: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the feed in UTF-8 with a declaration that says so, and a note for each repair.

    Repaired are a false or unknown encoding, characters and references that XML does not allow, names
    too long for feedparser, and anything that a server printed before the document.
    """
    text = decode(body, content_type)
    notes = []
    start = _start(text)
    if text[:start].strip("\ufeff \t\r\n"):
        notes.append(f"characters before the feed, skipped: {start}")
    text = _DECLARATION.sub("", text[start:].lstrip(), count=1)
    text, raw = _NO_XML_CHARACTER.subn("", text)
    text, references = _without_bad_references(text)
    if raw + references:
        notes.append(f"characters that XML does not allow, dropped: {raw + references}")
    text = _LONG_PERSON.sub(r"\1", text)
    return b'<?xml version="1.0" encoding="utf-8"?>' + text.encode("utf-8", "replace"), tuple(notes)


def is_cut_off(body: bytes) -> bool:
    """Whether the last entry of a feed in UTF-8 has no end: the transfer broke in its middle."""
    opened = _last(_OPEN_ENTRY, body)
    return opened >= 0 and _last(_CLOSED_ENTRY, body) < opened


def _start(text: str) -> int:
    """Return where the document begins: its declaration, else its root, behind blank lines and warnings."""
    feed = _FEED_START.search(text)
    if feed is None:
        return 0
    declaration = _DECLARATION.search(text, 0, feed.start())
    if declaration:
        return declaration.start()
    return 0 if text.lstrip("\ufeff \t\r\n").startswith(("<!", "<?")) else feed.start()


def _without_bad_references(text: str) -> tuple[str, int]:
    if "&#" not in text:
        return text, 0
    dropped = 0

    def keep_valid(found: re.Match[str]) -> str:
        nonlocal dropped
        digits = (found[1] or found[2]).lstrip("0")
        if len(digits) <= _LONGEST_REFERENCE:
            code = int(digits or "0", 16 if found[1] else 10)
            if code <= 0x10FFFF and not _NO_XML_CHARACTER.match(chr(code)):
                return found[0]
        dropped += 1
        return ""

    return _REFERENCE.sub(keep_valid, text), dropped


def _last(pattern: re.Pattern[bytes], body: bytes) -> int:
    position = -1
    for found in pattern.finditer(body):
        position = found.start()
    return position

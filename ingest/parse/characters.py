"""Makes any string clean plain text: no lone surrogates, no controls, one blank at a time."""

from __future__ import annotations

import re
from typing import Final

#: C0 and DEL say nothing in text. C1 is almost always Windows-1252 read as Latin-1, which HTML
#: repairs too (WHATWG HTML, "numeric character reference end state").
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_C1: Final = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_EMPTY_LINES: Final = re.compile("\n{3,}")


def clean_text(text: str) -> str:
    """Return `text` with valid characters, blanks collapsed, lines stripped, at most one empty line.

    Blanks are all that Unicode calls so; zero-width characters stay. Nothing else is changed: no normal
    form, no quotes, no spelling. Idempotent.
    """
    lines = [" ".join(line.split()) for line in valid_characters(text).splitlines()]
    text = "\n".join(lines)
    if "\n\n\n" in text:
        text = _EMPTY_LINES.sub("\n\n", text)
    return text.strip("\n")


def clean_line(text: str, limit: int) -> str:
    """Return `text` as one clean line of at most `limit` characters; a cut one ends with "…"."""
    line = " ".join(valid_characters(text[: 4 * limit]).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def valid_characters(text: str) -> str:
    """Return `text` as storable Unicode: lone surrogates become U+FFFD, controls go."""
    if text.replace("\n", " ").isprintable():  # nearly always, and soon told
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Escapes such as \\ud83d\\ude00 in JSON are pairs to be joined; what is alone is replaced.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROL.sub(_repair, text)


def _repair(found: re.Match[str]) -> str:
    return _C1.get(ord(found[0]), "")

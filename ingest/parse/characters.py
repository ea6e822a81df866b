"""Makes any string clean plain text: no lone surrogates, no controls, one blank at a time."""

from __future__ import annotations

import re
from typing import Final

#: Line ends of every system and of Unicode (UAX 14 classes BK, CR, LF, NL).
_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
#: C0 and DEL say nothing in text. C1 is almost always Windows-1252 read as Latin-1, which HTML
#: repairs too (WHATWG HTML, "numeric character reference end state").
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_C1: Final = {
    code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85
}
#: Every blank (Unicode category Zs) and the tab; zero-width characters are left as they are.
_BLANKS: Final = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")  # fmt: skip
_LINE_EDGES: Final = re.compile(" ?\n ?")
_EMPTY_LINES: Final = re.compile("\n{3,}")
_ANY_SPACE: Final = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Return `text` with valid characters, blanks collapsed, lines stripped, at most one empty line.

    Nothing else is changed: no normal form, no quotes, no spelling. Idempotent.
    """
    text = valid_characters(text)
    text = _BLANKS.sub(" ", text)
    if "\n" in text:
        text = _EMPTY_LINES.sub("\n\n", _LINE_EDGES.sub("\n", text))
    return text.strip()


def clean_line(text: str, limit: int) -> str:
    """Return `text` as one clean line of at most `limit` characters; a cut one ends with "…"."""
    line = _ANY_SPACE.sub(" ", valid_characters(text[: 4 * limit])).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def valid_characters(text: str) -> str:
    """Return `text` as storable Unicode: lone surrogates become U+FFFD, controls go, line ends are \\n."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Escapes such as \ud83d\ude00 in JSON are pairs to be joined; what is alone is replaced.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _LINE_END.sub("\n", text)
    return _CONTROL.sub(_repair, text)


def _repair(found: re.Match[str]) -> str:
    return _C1.get(ord(found[0]), "")

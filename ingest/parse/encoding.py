"""Bytes to text when the encoding is unknown, doubtful or a lie; only real text codecs are ever used."""

from __future__ import annotations

import codecs
import re
from typing import Final

#: Codecs that Python calls text encodings and no publisher writes: they would interpret escapes in
#: the content, or are quadratic.
_NOT_FOR_DOCUMENTS: Final = frozenset(
    ("unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "idna",
     "punycode", "undefined", "utf-7", "charmap", "mbcs", "oem")
)  # fmt: skip
#: Byte order marks, longest first, since UTF-32's begins with UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
)
#: "<?", "<!" or "{" and a letter without a mark (XML 1.0 appendix F).
_UNMARKED: Final = (
    (re.compile(rb"\0\0\0[<{\[\"]"), "utf-32-be"),
    (re.compile(rb"[<{\[\"]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0[<{\[\"]\0[^\0]"), "utf-16-be"),
    (re.compile(rb"[<{\[\"]\0[^\0]\0"), "utf-16-le"),
)
_XML_DECLARATION: Final = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{0,60})[\"']", re.IGNORECASE
)
_META_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_HEADER_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([^\"';\s]{1,60})", re.IGNORECASE)
#: Python's names of the encodings that switch between character sets within seven bits.
_SEVEN_BIT: Final = ("iso2022", "hz")
#: How far into a document it may say its encoding (WHATWG HTML: 1,024 bytes; real pages need more).
_HEAD_BYTES: Final = 4096


def decode(body: bytes, content_type: str = "") -> str:
    """Return `body` as text: by its byte order mark, else as UTF-8, else as it or its header declares.

    UTF-8 goes before any declaration, since text in another encoding is almost never valid UTF-8 by
    chance. What nothing can decode is Windows-1252 with U+FFFD for its holes, never an error.
    """
    name, mark = marked_encoding(body)
    if name:
        return body[mark:].decode(name, "replace")
    declared = _declared_codecs(body, content_type)
    # ISO 2022 and HZ write every language in ASCII bytes, so they are valid UTF-8 too.
    if not (declared and declared[0].startswith(_SEVEN_BIT)):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for codec in declared:
        if codec not in ("utf-8", "cp1252"):
            return body.decode(codec, "replace")
    # A few broken bytes in UTF-8 are better lost than every letter of it misread.
    mostly_utf8 = body.decode("utf-8", "replace")
    broken = mostly_utf8.count("\ufffd")
    whole = sum(character > "\x7f" for character in mostly_utf8) - broken
    return mostly_utf8 if whole > broken else body.decode("cp1252", "replace")


def _declared_codecs(body: bytes, content_type: str) -> list[str]:
    """Return the codecs that header and document declare, the more credible first (RFC 7303 section 3).

    Latin-1 in a header is most often the server's default, so the document's own word goes before it.
    """
    names = [header_charset(content_type), declared_encoding(body)]
    usable = [codec for name in names if name and (codec := usable_codec(name))]
    return usable[::-1] if usable[:1] == ["cp1252"] else usable


def marked_encoding(body: bytes) -> tuple[str, int]:
    """Return the encoding that the first bytes prove and the length of the mark to skip; "" if none."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return name, len(mark)
    for pattern, name in _UNMARKED:
        if pattern.match(body):
            return name, 0
    return "", 0


def declared_encoding(body: bytes) -> str:
    """Return the encoding that an XML declaration or an HTML meta element names, "" if none does."""
    head = body[:_HEAD_BYTES]
    found = _XML_DECLARATION.search(head) or _META_CHARSET.search(head)
    return found[1].decode("ascii", "replace").strip() if found else ""


def header_charset(content_type: str) -> str:
    """Return the charset parameter of a Content-Type header, "" if it has none."""
    found = _HEADER_CHARSET.search(content_type)
    return found[1] if found else ""


def usable_codec(name: str) -> str | None:
    """Return Python's codec for an encoding as documents name it; None if there is no such text codec.

    Latin-1 and ASCII are read as Windows-1252, their superset (WHATWG Encoding).
    """
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError, TypeError):
        return None
    if codec.name in _NOT_FOR_DOCUMENTS or not getattr(codec, "_is_text_encoding", True):
        return None
    return "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name

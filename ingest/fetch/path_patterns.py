"""Path patterns of RFC 9309, which robots.txt and tdmrep.json share: prefixes with "*" and a final "$". Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote_to_bytes

#: "/", "*" and "$", whose encoded form means the character itself.
_RESERVED: Final = re.compile(r"%(2[Ff]|2[Aa]|24)")
_UNRESERVED: Final = "!$&'()*+,/:;=?@[]~"


def normal(path: str) -> str:
    """Return a path or pattern with one spelling of percent-encoding (RFC 9309 section 2.2.2)."""
    kept = _RESERVED.sub(lambda match: "%25" + match.group(1).upper(), path)
    return quote(unquote_to_bytes(kept.encode("utf-8", "replace")), _UNRESERVED)


def matches(pattern: str, path: str) -> bool:
    """Match "*" (anything) and a final "$" (the end), in linear steps: patterns are hostile too."""
    anchored = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = parts.pop() if anchored and parts else None
    for part in parts:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is None:
        return not anchored or at == len(path)
    return len(path) - len(last) >= at and path.endswith(last)

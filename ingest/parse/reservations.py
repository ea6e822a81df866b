"""What a page's publisher forbids to those who would quote it: robots directives and reserved rights.

Google's and Bing's robots directives (X-Robots-Tag, <meta name="robots">) and the W3C community group's TDM
Reservation Protocol, in a header or a meta element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

#: Directives after which nothing of a page may be shown elsewhere, and what each says. `noarchive` is not
#: among them: it forbids to show a copy, and a page's text never leaves the private archive.
_FORBIDDING: Final = {
    "none": "asks not to be indexed or shown",
    "noindex": "asks not to be indexed",
    "nosnippet": "asks that no words of it be shown",
    "max-snippet:0": "asks that no words of it be shown",
    "noai": "asks not to be read by machines",
}
#: Whom a directive may name and mean us.
_US: Final = frozenset({"", "robots", "dateline"})
#: Directives with a value, which look like "name: directive".
_VALUED: Final = frozenset(
    {"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"}
)
_NAMED: Final = re.compile(r"([a-z0-9_*-]+)\s*:\s*(.*)")
_TDM: Final = "tdm-reservation"


def reservation(headers: Mapping[str, str], tree: Any) -> str | None:
    """Return what the publisher says against quoting the page, None where nothing."""
    metas = list(_metas(tree))
    reserved = [headers.get(_TDM, "").strip(), *(text for name, text in metas if name == _TDM)]
    if "1" in reserved:
        return "reserves text and data mining (tdm-reservation: 1)"
    said = list(_directives(headers.get("x-robots-tag", "")))
    for name, text in metas:
        said += _directives(text) if name in _US else ()
    found = next((directive for directive in said if directive in _FORBIDDING), None)
    return f"{_FORBIDDING[found]} ({found})" if found else None


def _metas(tree: Any) -> Iterable[tuple[str, str]]:
    for node in tree.iter("meta"):
        name = (node.get("name") or "").strip().lower()
        if name:
            yield name, (node.get("content") or "").strip().lower()


def _directives(text: str) -> Iterator[str]:
    """Yield the directives of a comma-separated list that are for everybody or for us."""
    agent = ""
    for part in text.lower().split(","):
        directive = part.strip()
        named = _NAMED.fullmatch(directive)
        if named and named[1] not in _VALUED:
            agent, directive = named[1].replace("*", ""), named[2]
        if agent in _US:
            yield re.sub(r"\s+", "", directive)

"""What a page's publisher forbids to those who would quote it: robots directives and reserved rights.

Google's and Bing's robots directives (X-Robots-Tag, <meta name="robots">) and the W3C community group's TDM
Reservation Protocol, in a meta element, in a header or in the host's own file (`Fetched.is_reserved`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ingest.model import Fetched

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


def reservation(fetched: Fetched, tree: Any) -> str | None:
    """Return what the publisher says against quoting the page, None where nothing.

    `tree` is None where the body is not at hand (304): its header and the host's file speak alone.
    """
    headers = fetched.headers
    metas = list(_metas(tree)) if tree is not None else []
    reserved = _tdm_reservation(fetched, [text for name, text in metas if name == _TDM])
    if reserved:
        return reserved
    said = list(_directives(headers.get("x-robots-tag", "")))
    for name, text in metas:
        said += _directives(text) if name in _US else ()
    found = next((directive for directive in said if directive in _FORBIDDING), None)
    return f"{_FORBIDDING[found]} ({found})" if found else None


def _tdm_reservation(fetched: Fetched, metas: Iterable[str]) -> str | None:
    """Return who reserves text and data mining: a meta element beats the header, that the host's file.

    Values other than 0 and 1 say nothing ("Processing priority" and "tdm-reservation" of the protocol).
    """
    in_page = {text for text in metas if text in {"0", "1"}}
    in_header = {fetched.headers.get(_TDM, "").strip()} & {"0", "1"}
    if in_page or in_header:
        is_reserved = "1" in (in_page or in_header)
        return "reserves text and data mining (tdm-reservation: 1)" if is_reserved else None
    in_file = "reserves text and data mining (/.well-known/tdmrep.json)"
    return in_file if fetched.is_reserved else None


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

"""Tells fragments of HTML that would exhaust an HTML parser from all others, in one linear scan.

An HTML parser's time grows with the open elements that each tag meets, with the square of one tag's
attributes, and with the square of its references.
"""

from __future__ import annotations

import re
from typing import Final

#: Nothing shorter takes a parser longer than a millisecond.
_HARMLESS_CHARACTERS: Final = 2_000
#: Fewer tags than this are never deep enough to matter, whatever they are.
_MANY_TAGS: Final = 300
#: A stretch without "<" that is shorter holds too few attributes to matter.
_LONG_STRETCH: Final = 4_000
#: Open elements that an average tag may meet; browsers stop at 512, real articles stay below 30.
_AVERAGE_DEPTH: Final = 100
#: Attributes of one tag (125,000 took 15 s).
_ATTRIBUTES: Final = 1_000
#: References beyond which the time grows with their square (a million took 18 s).
_REFERENCES: Final = 50_000
#: Elements that hold nothing, or that the next of their kind ends (WHATWG HTML section 13.1.2.4).
_NEVER_DEEP: Final = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot",
))  # fmt: skip
#: In a drawing or a formula every element may hold every other.
_FOREIGN: Final = re.compile(r"<(?:svg|math)\b", re.IGNORECASE)
#: A start or end tag as the HTML tokenizer reads it: ">" ends it but in the quoted value of an attribute.
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+)")
#: A comment as the HTML tokenizer reads it; one without an end goes on to the end.
_COMMENT: Final = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"[\s/][^\s/]")
_QUOTED: Final = re.compile(r"\"[^\"]*+\"|'[^']*+'")


def exhausts_parser(markup: str) -> bool:
    """Return whether an HTML parser would take more than linear time over `markup`."""
    if len(markup) < _HARMLESS_CHARACTERS:
        return False
    if markup.count("&") > _REFERENCES:
        return True
    stretches = markup.split("<")
    if len(stretches) <= _MANY_TAGS and len(max(stretches, key=len)) < _LONG_STRETCH:
        return False
    return _is_deep_or_wide(markup)


def _is_deep_or_wide(markup: str) -> bool:
    never_deep = frozenset() if _FOREIGN.search(markup) else _NEVER_DEEP
    tags = _TAG.findall(_COMMENT.sub("", markup))
    opened: dict[str, int] = {}
    depth = met = 0
    for is_end, written, attributes in tags:
        if len(attributes) > _LONG_STRETCH and _count(attributes) > _ATTRIBUTES:
            return True
        met += depth
        name = written.lower()
        if name in never_deep or (not never_deep and attributes.endswith("/")):
            continue
        if not is_end:
            opened[name] = opened.get(name, 0) + 1
            depth += 1
        elif opened.get(name):
            opened[name] -= 1
            depth -= 1
    return met > _AVERAGE_DEPTH * max(len(tags), _MANY_TAGS)


def _count(attributes: str) -> int:
    return len(_ATTRIBUTE.findall(_QUOTED.sub("", attributes)))

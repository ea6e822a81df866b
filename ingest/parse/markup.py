"""HTML to plain text: paragraphs become paragraphs, lines lines, everything else goes."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.parse.characters import clean_text
from ingest.parse.markup_guard import exhausts_parser

if TYPE_CHECKING:
    import nh3

#: Elements that stand apart from what surrounds them, as browsers show them (WHATWG HTML section 15.3).
_PARAGRAPHS: Final = frozenset((
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"
))  # fmt: skip
#: Elements that begin a line of their own within one of those.
_LINES: Final = frozenset((
    "br", "caption", "dd", "dt", "li", "option", "tr"
))  # fmt: skip
_CELLS: Final = frozenset(("td", "th"))
#: Elements whose content is not text to read, or is read only where a picture cannot be shown.
_UNREAD: Final = frozenset((
    "audio", "canvas", "iframe", "noembed", "noframes", "object", "script", "style", "template",
    "textarea", "title", "video"
))  # fmt: skip
_ANY_TAG: Final = re.compile(r"<[^<>]*>")
_BREAK: Final = re.compile(rf"</?(?:{'|'.join(sorted(_PARAGRAPHS | _LINES | _CELLS))})>")
#: Two list items are two lines, not two paragraphs.
_BREAKS: Final = {
    **{f"<{end}{name}>": "\n\n" for name in _PARAGRAPHS for end in ("", "/")},
    **{f"<{name}>": "\n" for name in _LINES},
    **{f"</{name}>": " " for name in _LINES},
    **{f"<{end}{name}>": " " for name in _CELLS for end in ("", "/")},
}
_PRE: Final = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_EMPTY_LINE: Final = re.compile(r"\r\n?[ \t]*\r\n?|\n[ \t]*\n")
_TAG: Final = re.compile(r"<[a-zA-Z/!?]")


def text_of_html(markup: str) -> str:
    """Return the words of an HTML fragment as clean plain text.

    A paragraph ends with an empty line, a list item or table row with a line end. Scripts, styles and
    comments leave no trace. The empty lines of a fragment without any tag are paragraphs too, because
    many feeds put plain text where HTML belongs.
    """
    return clean_text(words_of_html(markup))


def words_of_html(markup: str) -> str:
    """Return what `text_of_html` does before it is cleaned, for what will be cleaned later."""
    if _TAG.search(markup) is None:
        paragraphs = (" ".join(part.split()) for part in _EMPTY_LINE.split(markup))
        return html.unescape("\n\n".join(paragraphs))
    if exhausts_parser(markup):
        return html.unescape(_ANY_TAG.sub("\n", markup))
    # An HTML parser reads the fragment and writes it again, so what follows meets only well-formed
    # tags of the names above, without attributes.
    cleaned = _cleaner().clean(markup)
    pieces = _PRE.split(cleaned) if "<pre>" in cleaned else [cleaned]
    spaced = (piece if piece.startswith("<pre>") else " ".join(piece.split()) for piece in pieces)
    return _unescaped(_BREAK.sub(_break, "".join(spaced)))


def text_of_line(markup: str) -> str:
    """Return the words of a title or name that may hold HTML, on one line."""
    return " ".join(text_of_html(markup).split()) if "<" in markup or "&" in markup else markup


def _break(tag: re.Match[str]) -> str:
    return _BREAKS[tag[0]]


def _unescaped(text: str) -> str:
    """Undo the only escapes that an HTML serialiser writes (WHATWG HTML section 13.3)."""
    if "&" not in text:
        return text
    for escape, character in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(escape, character)
    return text


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(
        tags=set(_PARAGRAPHS | _LINES | _CELLS),
        attributes={},
        clean_content_tags=set(_UNREAD),
        link_rel=None,
    )

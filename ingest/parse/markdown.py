"""Markdown files (CommonMark with tables) as plain text: words only, without marks, targets and code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.errors import ParseError
from ingest.model import Fetched, Parsed
from ingest.parse.article import build_article
from ingest.parse.encoding import decode
from ingest.parse.front_matter import draft_from, split_front_matter
from ingest.parse.limits import TEXT_CHARACTERS
from ingest.parse.markup import text_of_html
from ingest.parse.sniffing import form_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_CELL_MARK: Final = " | "
_PARAGRAPH: Final = "\n\n"


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is Markdown: by its name or media type, nothing else tells."""
    return 60 if form_of(fetched) == "markdown" and fetched.source.kind != "feed" else 0


def parse(fetched: Fetched) -> Parsed:
    """Return the one article of a Markdown file; its first heading is the title unless front matter has one.

    Raises ParseError if there is no text in it.
    """
    text = decode(fetched.body, fetched.headers.get("content-type", ""))
    fields, rest = split_front_matter(text.replace("\r\n", "\n"))
    heading, body = render(rest[: 2 * TEXT_CHARACTERS])
    draft = draft_from(fields, body, fetched.source)
    draft.title = draft.title or heading
    article = build_article(draft, fetched.source)
    if article is None:
        left_out = " (code, and what is nested very deeply, is left out)" if rest.strip() else ""
        raise ParseError(f"there is no text in it{left_out}", source=fetched.url)
    cut = len(body) > TEXT_CHARACTERS
    notes = (f"only the first {TEXT_CHARACTERS} characters were kept",) if cut else ()
    return Parsed(
        (article,), "markdown", title=article.title, language=article.language, notes=notes
    )


def render(text: str) -> tuple[str, str]:
    """Return the first heading, if the text begins with one ("" if not), and all words as plain text.

    Paragraphs and headings end with an empty line, list items and table rows with a line end. The text of
    a link stays, its target goes; code blocks go, code within a sentence stays.
    """
    tokens = _parser().parse(text)
    pieces: list[str] = []
    depth = 0
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            depth += token.nesting
        pieces.append(_piece(token, in_list=depth > 0))
    is_headed = len(tokens) > 1 and tokens[0].type == "heading_open"
    heading = " ".join(_words(tokens[1].children or ()).split()) if is_headed else ""
    return heading, "".join(pieces)


def _piece(token: Token, *, in_list: bool) -> str:
    if token.type == "inline":
        return _words(token.children or ())
    if token.type == "html_block":
        return text_of_html(token.content) + _PARAGRAPH
    if token.type in ("th_close", "td_close"):
        return _CELL_MARK
    if token.type in ("tr_close", "list_item_close"):
        return "\n"
    if token.type == "paragraph_close":
        return "\n" if in_list else _PARAGRAPH
    return _PARAGRAPH if token.nesting == -1 and token.block else ""


def _words(children: Sequence[Token]) -> str:
    pieces = []
    for token in children:
        if token.type in ("text", "code_inline", "text_special"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak" or token.content.lower().startswith("<br"):
            pieces.append("\n")
    return "".join(pieces)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")

"""Plain text files: the first line is the title if it is short and more follows; front matter may precede."""

from __future__ import annotations

from typing import Final

from ingest.errors import ParseError
from ingest.model import Fetched, Parsed
from ingest.parse.article import build_article
from ingest.parse.encoding import decode
from ingest.parse.front_matter import draft_from, split_front_matter
from ingest.parse.limits import TEXT_CHARACTERS
from ingest.parse.line_wraps import without_wraps
from ingest.parse.sniffing import form_of

#: Characters of a first line that is still a headline; the longest in the samples has 160.
_LONGEST_HEADLINE: Final = 200


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is plain text; the last resort for any text that is no feed."""
    if fetched.source.kind in ("feed", "opml", "folder"):
        return 0
    form = form_of(fetched)
    if form == "text":
        return 50
    return 10 if form in ("json", "xml") and not fetched.source.is_remote else 0


def parse(fetched: Fetched) -> Parsed:
    """Return the one article of a text file. Raises ParseError if there is no text in it."""
    text = decode(fetched.body, fetched.headers.get("content-type", ""))
    fields, body = split_front_matter(text.replace("\r\n", "\n"))
    body = without_wraps(body)
    draft = draft_from(fields, body, fetched.source)
    if not draft.title:
        draft.title, draft.body = _split_headline(body)
    article = build_article(draft, fetched.source)
    if article is None:
        raise ParseError("there is no text in it", source=fetched.url)
    cut = len(body) > TEXT_CHARACTERS
    notes = (f"only the first {TEXT_CHARACTERS} characters were kept",) if cut else ()
    return Parsed((article,), "text", title=article.title, language=article.language, notes=notes)


def _split_headline(body: str) -> tuple[str, str]:
    first, _, rest = body.lstrip("\ufeff \t\r\n").partition("\n")
    if len(first.strip()) <= _LONGEST_HEADLINE and rest.strip():
        return first.strip(), rest
    return "", body

"""Web pages and local HTML files: the one article of a page, its text through trafilatura."""

from __future__ import annotations

from typing import Any, Final

from ingest.errors import NotAFeedError, ParseError, ReservedError
from ingest.model import Fetched, Parsed
from ingest.parse.article import Draft, build_article
from ingest.parse.autodiscovery import feed_links
from ingest.parse.characters import valid_characters
from ingest.parse.encoding import decode
from ingest.parse.limits import PAGE_BYTES, PAGE_ELEMENTS
from ingest.parse.markup import text_of_html, text_of_line
from ingest.parse.page_facts import PageFacts, lone_date, page_facts
from ingest.parse.reservations import reservation
from ingest.parse.sniffing import CALLED, form_of

#: What trafilatura's and lxml's heuristics raise on malformed pages.
_EXTRACTOR_FAULTS: Final = (
    AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
#: Elements of trafilatura's tree that begin a line of their own, and those that begin a paragraph.
_LINES: Final = frozenset(("item", "row", "lb"))
_PARAGRAPHS: Final = frozenset(("p", "head", "quote", "list", "table", "div", "ab", "code"))


def matches(fetched: Fetched) -> int:
    """Return how sure it is that this is a page with an article; what the user calls a page is tried."""
    if fetched.source.kind in ("feed", "opml"):
        return 0
    form = form_of(fetched)
    if form == "html":
        return 80
    return 40 if fetched.source.kind == "page" and form not in ("binary", "empty") else 0


def parse(fetched: Fetched) -> Parsed:
    """Return the article of a page, and a note of the feeds that the page links to.

    The publication date is what the page states about itself, else what htmldate finds in its address and
    the elements around the text; a date that merely stands in the text is none. Raises ParseError
    where there is no article text, or where the publisher forbids to quote the page.
    """
    if len(fetched.body) > PAGE_BYTES:
        raise ParseError(f"the page is larger than {PAGE_BYTES >> 20} MB", source=fetched.url)
    text = decode(fetched.body, fetched.headers.get("content-type", ""))
    tree = _tree(text)
    links = feed_links(fetched.body, fetched.url, fetched.headers.get("content-type", ""))
    if tree is None:
        called = CALLED[form_of(fetched)]
        raise ParseError(f"not a web page: it is {called}", source=fetched.url)
    reserved = reservation(fetched, tree) if fetched.source.is_remote else None
    if reserved:
        raise ReservedError(f"is not read: its publisher {reserved}", source=fetched.url)
    try:
        draft = _draft(tree, fetched)
    except _EXTRACTOR_FAULTS as error:
        raise ParseError("the page cannot be read", source=fetched.url) from error
    if not draft.body.strip():
        raise _no_text(fetched, links)
    article = build_article(draft, fetched.source)
    if article is None:
        raise _no_text(fetched, links)
    notes = (f"this page links to a feed: {links[0]}",) if links else ()
    return Parsed(
        (article,),
        "html",
        title=draft.publisher or article.title,
        home_url=article.url,
        language=article.language,
        notes=notes,
    )


def _tree(text: str) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(
            valid_characters(text).encode("utf-8"),
            parser=html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _draft(tree: Any, fetched: Fetched) -> Draft:
    facts = page_facts(tree, fetched.url)
    is_ordinary = sum(1 for _ in tree.iter()) <= PAGE_ELEMENTS
    searched = (
        _searched(tree, facts, fetched) if is_ordinary else (tree.findtext(".//title"), None, ())
    )
    title, author, dates = searched
    return Draft(
        title=fetched.source.title or text_of_line(facts.title or title or ""),
        body=_body(tree) if is_ordinary else _all_words(tree),
        url=facts.url,
        published_texts=facts.published_texts + dates,
        updated_text=facts.updated_text,
        author=facts.author or author,
        publisher=facts.publisher,
        genre="opinion" if facts.is_opinion else None,
        language=facts.language,
    )


def _searched(
    tree: Any, facts: PageFacts, fetched: Fetched
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return a page's title, author and dates as trafilatura and htmldate find them."""
    from trafilatura.metadata import extract_metadata

    # Trees, never strings: trafilatura and htmldate would fetch a string that looks like an address.
    said = extract_metadata(tree, default_url=facts.url, date_config=_date_search(fetched))
    dates = (lone_date(tree, fetched.fetched_at.date()), said.date)
    return said.title, said.author, tuple(text for text in dates if text)


def _body(tree: Any) -> str:
    """Return the article's text."""
    import trafilatura
    from trafilatura.settings import Document

    document = trafilatura.bare_extraction(tree, include_comments=False)
    return _text(document.body) if isinstance(document, Document) else ""


def _all_words(tree: Any) -> str:
    """Return all that stands in a page of too many elements."""
    from lxml import etree

    return text_of_html(etree.tostring(tree, encoding="unicode", method="html"))


def _date_search(fetched: Fetched) -> dict[str, Any]:
    """Return htmldate's options: the first date of the page, never one after it was fetched.

    Its extensive search is off: on pages that state no date it is wrong as often as right.
    """
    return {
        "original_date": True,
        "extensive_search": False,
        "max_date": fetched.fetched_at.date().isoformat(),
    }


def _text(body: Any) -> str:
    """Return the paragraphs of trafilatura's tree, each ended by an empty line, items by a line end."""
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if isinstance(element.tag, str):
            words = element.text if event == "start" else element.tail
            pieces += (_break(element.tag, event), words or "")
    return "".join(pieces)


def _break(name: str, event: str) -> str:
    if name in _PARAGRAPHS:
        return "\n\n"
    if name in _LINES and event == "start":
        return "\n"
    return " " if name == "cell" else ""


def _no_text(fetched: Fetched, links: tuple[str, ...]) -> ParseError:
    if links:
        return NotAFeedError(
            f"a web page without an article; it links to the feed {links[0]}",
            source=fetched.url,
            feed_links=links,
        )
    return ParseError("a web page without an article's text", source=fetched.url)

"""The feeds that a web page names in its head (WHATWG HTML section 4.6.7, link type "alternate")."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urljoin

from ingest.parse.encoding import decode
from ingest.parse.urls import web_url

_FEED_TYPES: Final = frozenset(
    ("application/atom+xml", "application/rss+xml", "application/feed+json", "application/rdf+xml")
)
#: Types that serve much else too; taken when the address says that it is a feed.
_DOUBTFUL_TYPES: Final = frozenset(("application/xml", "text/xml", "application/json"))
_FEED_WORDS: Final = ("feed", "rss", "atom")
#: Feeds of a page's comments are not its news.
_COMMENT_WORDS: Final = ("comment", "kommentar", "commentaire", "comentario")
#: The heads of the largest real pages are shorter.
_SEARCHED_CHARACTERS: Final = 500_000
_LINKS: Final = 10


def feed_links(body: bytes, url: str, content_type: str = "") -> tuple[str, ...]:
    """Return the absolute URLs of the feeds that an HTML page links to, best first; () if none.

    Best is the page's own order, with feeds of comments last.
    """
    from lxml import etree, html

    text = decode(body, content_type)[:_SEARCHED_CHARACTERS]
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=_utf8_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    bases = page.xpath("//base/@href")
    base = urljoin(url, str(bases[0])) if bases else url
    links = []
    for link in page.iter("link"):
        address = web_url(link.get("href"), base)
        if address and _names_feed(link, address) and address not in links:
            links.append(address)
    return tuple(sorted(links, key=_is_for_comments))[:_LINKS]


def _utf8_parser() -> Any:
    from lxml import html

    return html.HTMLParser(encoding="utf-8", no_network=True)


def _names_feed(link: Any, address: str) -> bool:
    relations = (link.get("rel") or "").lower().split()
    media_type = (link.get("type") or "").partition(";")[0].strip().lower()
    if "alternate" in relations and media_type in _FEED_TYPES:
        return True
    if "feed" in relations:
        return True
    says_so = any(word in address.lower() for word in _FEED_WORDS)
    return "alternate" in relations and media_type in _DOUBTFUL_TYPES and says_so


def _is_for_comments(address: str) -> bool:
    return any(word in address.lower() for word in _COMMENT_WORDS)

"""Who publishes the words of an article: by the user, the item, the feed's title or the site's address. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from ingest.model import Article, Parsed, Source

#: Formats (`Parsed.format`) whose title is that of one article, not of a publication.
_DOCUMENT_FORMATS: Final = frozenset({"text", "markdown", "html", "jsonl"})
#: Who is told to publish what names nobody; counts as one publisher, so that it corroborates nothing.
UNNAMED_PUBLISHER: Final = "Unnamed publisher"

#: What parts a feed's title: "World – TIME", "NYT > World News", "ABC News: International".
_PARTING: Final = re.compile(r"\s+[|–—\-»›>·•/:]+\s+|:\s+")
#: A part of these words alone names a channel of a publisher, not the publisher.
_CHANNEL_WORDS: Final = frozenset(
    [
        "the",
        "all",
        "our",
        "top",
        "latest",
        "breaking",
        "recent",
        "new",
        "newest",
        "main",
        "home",
        "homepage",
        "front",
        "page",
        "index",
        "rss",
        "atom",
        "xml",
        "feed",
        "feeds",
        "news",
        "headline",
        "headlines",
        "story",
        "stories",
        "article",
        "articles",
        "post",
        "posts",
        "entry",
        "entries",
        "update",
        "updates",
        "blog",
        "world",
        "international",
        "national",
    ]
)
_WORD: Final = re.compile(r"\w+")
#: A longer host is none (RFC 1035, section 2.3.4); of a host its last labels may be names.
_LONGEST_HOST: Final = 253
_LABELS: Final = 6
_SHORTEST_NAME: Final = 3


def publisher_of(article: Article, source: Source, parsed: Parsed) -> str:
    """Return who publishes the words: the user's word, the item's, the feed's name, the site's host.

    In a list of documents (JSON Lines) each line's own word comes first: it is a user's word too. A
    document that names no publisher is its author's; one that names nobody is nobody's.
    """
    own = article.publisher
    first = (own, source.publisher) if parsed.format == "jsonl" else (source.publisher, own)
    told = first[0] or first[1]
    if told:
        return told
    if parsed.format in _DOCUMENT_FORMATS:
        return host_of(article.url or source.location) or article.author or UNNAMED_PUBLISHER
    site = host_of(parsed.home_url or source.location)
    return named(parsed.title or "", site) or host_of(source.location) or UNNAMED_PUBLISHER


def named(title: str, site: str) -> str:
    """Return the publisher that a feed's title names; `site` is the host of its home page, "" if not known.

    Titles put the publisher's name beside the channel's. The name is the part that the site's address
    spells, else the only one that is more than a channel's ("Top Stories"); where no part is, the address.
    A title that is told neither way stands as it is.
    """
    site = site if len(site) <= _LONGEST_HOST else ""
    parts = [part for part in _PARTING.split(title.strip()) if part]
    labels = _labels(site)
    for is_named in (_is_spelled, _is_begun):
        for part in parts if len(parts) > 1 else ():
            if is_named(part, labels):
                return part
    telling = [part for part in parts if not _is_channel(part)]
    if not telling:
        return site.removeprefix("www.") or title
    return telling[0] if len(telling) == 1 else title


def host_of(location: str) -> str:
    """Return the host of a URL without credentials and port, "" for a path."""
    return (urlsplit(location).hostname or "") if "://" in location else ""


def _is_channel(part: str) -> bool:
    return _CHANNEL_WORDS.issuperset(_WORD.findall(part.casefold()))


def _is_spelled(part: str, labels: list[str]) -> bool:
    """Whether a part is a name of the site: "The Guardian" or "CBSNews.com"; or its initials, "NYT"."""
    letters = _letters(part)
    if len(letters) < _SHORTEST_NAME:
        return letters in labels
    initials = part.isupper() and any(label.startswith(letters) for label in labels)
    return initials or letters in labels or letters in {"the" + label for label in labels}


def _is_begun(part: str, labels: list[str]) -> bool:
    """Whether a part begins with the site's name: "BBC News اردو" of bbc.com."""
    first = next(iter(part.split(maxsplit=1)), "")
    return _letters(first) in labels


def _labels(site: str) -> list[str]:
    """Return the parts of a host that may be a name, alone and with what follows: bbc, bbccouk, bbcco."""
    labels = [label.replace("-", "") for label in site.casefold().split(".") if label != "www"]
    labels = labels[-_LABELS:]
    begins = range(max(len(labels) - 1, 0))
    return [
        "".join(labels[first:last])
        for first in begins
        for last in range(first + 1, len(labels) + 1)
    ]


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum())

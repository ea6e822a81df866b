"""Which article an item is: the identity rule, as pure decisions. No database.

An item is known by three names, strongest first (docs/architecture.md tells the rule to users):

1. its URL in canonical form, in every source: two feeds that carry one URL carry one article;
2. its guid within its source: an item whose URL changes at each fetch stays one article;
3. the hash of its title and publication date within its source, where it has neither.

A name that two different items of one document share (guid "1" on all, every link to the home page) names
neither of them and is not used for any of that document.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.model import Article

#: Names longer than this are hashed: a 1 MB guid must not become a key (hostile-inputs row 39).
_LONGEST_NAME = 2_000

#: A document that lists one item under its old and its new headline is real; three titles are three items.
_MOST_TITLES_OF_ONE_ITEM = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an article: `scheme` url, guid or content, and whether only its source uses it."""

    scheme: str
    value: str
    is_local: bool


def names_of_all(
    articles: Sequence[Article], canonical_urls: Sequence[str | None], home_url: str | None
) -> list[tuple[Name, ...]]:
    """Return the usable names of each item of one document, strongest first; never empty.

    `canonical_urls` are the items' URLs in canonical form (None where an item has none), `home_url` that
    of the feed's site, which names no article.
    """
    items = list(zip(articles, canonical_urls, strict=True))
    shared_urls = _shared((url, article.guid, article.title) for article, url in items)
    shared_guids = _shared((article.guid, url, article.title) for article, url in items)
    names = []
    for article, url in items:
        own = []
        if url and url not in shared_urls and url != home_url:
            own.append(Name("url", _bounded(url), is_local=False))
        if article.guid and article.guid not in shared_guids:
            own.append(Name("guid", _bounded(article.guid), is_local=True))
        if not own:
            own.append(Name("content", _content_name(article), is_local=True))
        names.append(tuple(own))
    return names


def article_key(name: Name, source_key: str) -> str:
    """Return the identity that an article first known by `name` keeps for good."""
    return f"{name.scheme}:{source_key}#{name.value}" if name.is_local else f"{name.value}"


def in_order_of_update(articles: Sequence[Article], *, only_newest: bool) -> list[Article]:
    """Return the states of one article that one document lists, oldest first, or the newest alone.

    A state without an `updated` is taken for older than one with; among equals the first listed is the
    newest, as feeds list new things first, and the others are not kept.
    """
    by_update: dict[str, Article] = {}
    for article in articles:
        by_update.setdefault(str(article.updated or ""), article)
    ordered = [by_update[key] for key in sorted(by_update)]
    return ordered[-1:] if only_newest else ordered


def _shared(uses: Iterable[tuple[str | None, str | None, str]]) -> set[str]:
    """Return the names that different items bear; `uses` are (name, the item's other name, its title).

    Two items that share both names are one item listed twice (an edit, a new headline), unless so many
    titles share them that the names mean nothing.
    """
    others = defaultdict[str, set[str]](set)
    titles = defaultdict[str, set[str]](set)
    for name, other, title in uses:
        if name:
            others[name].add(other or title)
            titles[name].add(title)
    return {
        name
        for name in others
        if len(others[name]) > 1 or len(titles[name]) > _MOST_TITLES_OF_ONE_ITEM
    }


def _content_name(article: Article) -> str:
    # The publication date tells two items with one headline apart; the text may be edited.
    first_line = article.title or article.text.partition("\n")[0]
    published = article.published_text or str(article.published or "")
    return hashlib.sha256(f"{first_line}\x1f{published}".encode("utf-8", "replace")).hexdigest()


def _bounded(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return "sha256:" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()

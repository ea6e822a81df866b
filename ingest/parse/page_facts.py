"""What a web page says about its article in its own markup: JSON-LD, meta elements, microdata, times.

Only statements with a name are read. Dates that merely stand somewhere in the text are left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from ingest.parse.published import read_published
from ingest.parse.urls import web_url

#: schema.org types of one piece of writing; pages describe their site and trail in the same place.
_ARTICLE_TYPES: Final = (
    "article",
    "blogposting",
    "liveblogposting",
    "report",
    "review",
    "statement",
)
_OPINION_TYPE: Final = "opinionnewsarticle"
#: A page's JSON-LD is searched no deeper and no further; real graphs have some dozens of objects.
_JSON_OBJECTS: Final = 500
_DECODER: Final = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)

#: Names of meta elements (`name`, `property` or `itemprop`), lower case, best first.
_PUBLISHED_NAMES: Final = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "citation_publication_date", "citation_online_date", "dcterms.issued",
    "dc.date.issued", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "publish-date",
    "publishdate", "publish_date", "published_date", "published_time", "pubdate", "publication_date",
    "publication-date", "date.published", "date_published", "article_date_original", "datecreated", "date",
)  # fmt: skip
_UPDATED_NAMES: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified",
)  # fmt: skip
_AUTHOR_NAMES: Final = ("author", "article:author_name", "dc.creator", "parsely-author", "byl")
_SITE_NAMES: Final = ("og:site_name", "application-name")
_TITLE_NAMES: Final = ("og:title", "twitter:title", "dc.title", "headline")
_NOT_SHOWN: Final = frozenset(("script", "style", "option", "template", "noscript"))
#: "5.1.2024" to "Wednesday, 25 September 2024, 10:30 AM CEST" with a label before it.
_SHORTEST_DATE: Final = 8
_LONGEST_DATE: Final = 60
_LABEL: Final = re.compile(
    r"(?:published|posted|date|erschienen|veröffentlicht|publié|publicado|pubblicato|geplaatst)"
    r"(?: +(?:on|am|le|el|il|op))?\s*:?\s+", re.IGNORECASE,
)  # fmt: skip
#: Microformats 2 and the classes of the large publishing systems for "published".
_TIME_CLASSES: Final = ("dt-published", "entry-date", "op-published", "published")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The statements found, as printed; None or () where the page makes none."""

    title: str | None = None
    #: Candidates, best first.
    published_texts: tuple[str, ...] = ()
    updated_text: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    is_opinion: bool = False


def page_facts(tree: Any, url: str) -> PageFacts:
    """Return what the page that lxml parsed into `tree` says of itself; `url` is where it was found."""
    metas = _metas(tree)
    article = _article(tree)
    linked = _from_json(article) if article else PageFacts()
    times = tuple(_times(tree))
    published = (*linked.published_texts, *_values(metas, _PUBLISHED_NAMES), *times)
    return replace(
        linked,
        title=linked.title or _first(metas, _TITLE_NAMES),
        published_texts=tuple(dict.fromkeys(published)),
        updated_text=linked.updated_text or _first(metas, _UPDATED_NAMES),
        author=linked.author or _first(metas, _AUTHOR_NAMES),
        publisher=_first(metas, _SITE_NAMES) or linked.publisher,
        language=linked.language or tree.get("lang") or _first(metas, ("og:locale",)),
        url=_canonical(tree, url),
    )


def lone_date(tree: Any, fetched_on: date) -> str | None:
    """Return the date that stands alone in an element of the page's body, as printed; None if not just one.

    Where several such dates differ nobody can say which is the article's. The day of fetching is left out:
    many front matters print the day on which they are looked at.
    """
    printed: dict[date, str] = {}
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.tag in _NOT_SHOWN:
            continue
        text = " ".join((node.text or "").split())
        if not (_SHORTEST_DATE <= len(text) <= _LONGEST_DATE):
            continue
        text = _LABEL.sub("", text)
        found = read_published(text)
        if found is not None and text[-1:] and not text.isdigit():
            day = found.date() if isinstance(found, datetime) else found
            printed.setdefault(day, text)
    printed.pop(fetched_on, None)
    return next(iter(printed.values())) if len(printed) == 1 else None


def _metas(tree: Any) -> dict[str, str]:
    """Return the contents of meta elements and of microdata by lower-cased name, the first of each."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        content = (node.get("content") or "").strip()
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        if content and name:
            found.setdefault(name.strip().lower(), content)
    for node in tree.xpath("//*[@itemprop='datePublished' or @itemprop='dateModified']"):
        content = node.get("content") or node.get("datetime") or node.text or ""
        if content.strip():
            found.setdefault(node.get("itemprop").lower(), content.strip())
    return found


def _times(tree: Any) -> Iterator[str]:
    """Yield the `datetime` of time elements that are marked as the publication's."""
    for node in tree.iter("time", "abbr"):
        classes = (node.get("class") or "").lower().split()
        marked = node.get("pubdate") is not None or any(name in classes for name in _TIME_CLASSES)
        printed = node.get("datetime") or node.get("title")
        if marked and printed and printed.strip():
            yield printed.strip()


def _article(tree: Any) -> Mapping[str, Any] | None:
    """Return the page's first JSON-LD object of a kind of article, those with a date first."""
    articles = [
        found
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for found in _objects(script.text or "")
        if _type(found).endswith(_ARTICLE_TYPES)
    ]
    dated = [found for found in articles if _string(found.get("datePublished"))]
    return next(iter(dated or articles), None)


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD text, outer ones first; nothing if it is broken."""
    start = min((at for mark in "{[" if (at := text.find(mark)) >= 0), default=-1)
    if start < 0:
        return
    try:
        waiting = [_DECODER.raw_decode(text, start)[0]]
    except (ValueError, RecursionError):
        return
    for _ in range(_JSON_OBJECTS):
        if not waiting:
            return
        found = waiting.pop(0)
        if isinstance(found, dict):
            yield found
            waiting += [found[key] for key in ("@graph", "mainEntity") if key in found]
        elif isinstance(found, list):
            waiting += found[:_JSON_OBJECTS]


def _from_json(article: Mapping[str, Any]) -> PageFacts:
    published = _string(article.get("datePublished")) or _string(article.get("dateCreated"))
    return PageFacts(
        title=_string(article.get("headline")) or _string(article.get("name")),
        published_texts=(published,) if published else (),
        updated_text=_string(article.get("dateModified")),
        author=_names(article.get("author")),
        publisher=_names(article.get("publisher")),
        language=_string(article.get("inLanguage")),
        is_opinion=_type(article) == _OPINION_TYPE,
    )


def _names(people: object) -> str | None:
    """Return the names of one or several people or organisations, joined by commas."""
    listed = people if isinstance(people, list) else [people]
    names = [
        _string(person.get("name")) if isinstance(person, dict) else _string(person)
        for person in listed
    ]
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name)) or None


def _type(found: Mapping[str, Any]) -> str:
    kind = found.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return next((name.lower() for name in names if isinstance(name, str)), "")


def _canonical(tree: Any, url: str) -> str | None:
    """Return the address that the page gives itself, if it can be believed: the site's front page cannot."""
    for link in tree.xpath("//link[translate(@rel,'CANONIL','canonil')='canonical']/@href"):
        address = web_url(str(link), url)
        if not address:
            continue
        if not web_url(url):
            return address
        there, here = urlsplit(address), urlsplit(url)
        if there.hostname == here.hostname and (there.path.strip("/") or not here.path.strip("/")):
            return address
    return web_url(url)


def _values(metas: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(metas[name] for name in names if name in metas)


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next(iter(_values(metas, names)), None)


def _string(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None

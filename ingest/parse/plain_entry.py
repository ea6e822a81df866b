"""Gathers the fields of one entry by feedparser's rules, as far as they are simple."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from feedparser.api import StrictFeedParser

from ingest.parse.limits import TAGS
from ingest.parse.plain_elements import AUTHOR_PARTS, KEYS_READ, KINDS, UNREAD

_TYPES: Final = {
    "text": "text/plain", "plain": "text/plain", "text/plain": "text/plain", "html": "text/html",
    "text/html": "text/html",
}  # fmt: skip
#: feedparser reads these as Windows-1252.
_C1: Final = re.compile("[\x80-\x9f]")
#: It makes one pair of slashes of the many that some addresses begin with.
_SLASHES: Final = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)/*")
_QUERY_REFERENCE: Final = re.compile("&([A-Za-z0-9_]+);")


class NotPlain(Exception):  # noqa: N818 - no error: feedparser reads the feed
    """The feed holds what this reader does not know; says what."""


@dataclass(slots=True)
class PlainEntry:
    """One entry: its fields, where it stands in the bytes, and what it is built of."""

    fields: dict[str, Any]
    start: int
    end: int = 0
    #: Each element with the names of its attributes and what stood before it.
    build: list[tuple[str, ...]] = field(default_factory=list)


class EntryBuilder:
    """Gathers one entry's fields by feedparser's rules, which depend on what came before."""

    def __init__(self, place: PlainEntry, language: str | None, *, is_atom: bool) -> None:
        self.place = place
        self._fields = place.fields
        self._language = language
        self._is_atom = is_atom
        self._before = ""
        self._kind = ""
        self._attributes: dict[str, str] = {}
        self._author: dict[str, str] | None = None
        self._inner = ""
        self._has_content = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a child of the entry."""
        kind = KINDS.get(name) or _kind_of_unknown(name)
        self.place.build.append((self._before, name, *attributes))
        self._before = name
        self._kind = kind
        self._attributes = attributes
        self._author = None
        if kind == "link":
            self._start_link()
        elif kind == "category":
            self._add_tag(
                attributes.get("term"),
                attributes.get("scheme", attributes.get("domain")),
                attributes.get("label"),
            )

    def start_inner(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element within a child of the entry."""
        if self._kind != "author" or self._inner:
            raise NotPlain(f"{name} within {self._before}")
        if name not in AUTHOR_PARTS:
            _kind_of_unknown(name)
        self._inner = name
        self._author = self._author or {}
        self.place.build.append((self._before, name, *attributes))

    def end_inner(self, text: str) -> None:
        """End an element within a child of the entry, with its text."""
        if self._author is not None:
            self._author[self._inner] = text
        self._inner = ""

    def end(self, text: str) -> None:
        """End a child of the entry, with its text."""
        handler = self._ENDS.get(self._kind)
        if handler:
            handler(self, text)
        elif self._kind != "unread":
            self._fields[self._kind] = text

    def _construct(self, default: str, text: str) -> dict[str, Any]:
        written = self._attributes.get("type", default).lower()
        media_type = _TYPES.get(written)
        if media_type is None or "mode" in self._attributes:
            raise NotPlain(f"text of type {written}")
        if media_type == "text/plain" and not self._is_atom and ("</" in text or "&" in text):
            media_type = "text/html" if StrictFeedParser.looks_like_html(text) else media_type
        language = self._attributes.get("xml:lang", self._attributes.get("lang"))
        language = self._language if language is None else language or None
        return {
            "type": media_type,
            "language": language.replace("_", "-") if language else None,
            "value": text,
        }

    def _end_title(self, text: str) -> None:
        if "title" in self._fields:
            raise NotPlain("two titles")
        self._fields["title"] = text
        self._fields["title_detail"] = self._construct("text/plain", text)

    def _end_description(self, text: str) -> None:
        self._add_summary("text/html", text)

    def _end_summary(self, text: str) -> None:
        self._add_summary("text/plain", text)

    def _add_summary(self, default: str, text: str) -> None:
        if "summary" in self._fields and not self._has_content:
            self._add_content("text/plain", text)
            return
        self._fields["summary"] = text
        self._fields["summary_detail"] = self._construct(default, text)

    def _end_content(self, text: str) -> None:
        self._add_content("text/plain", text)

    def _end_encoded(self, text: str) -> None:
        self._add_content("text/html", text)

    def _add_content(self, default: str, text: str) -> None:
        self._has_content = True
        self._fields.setdefault("content", []).append(self._construct(default, text))
        self._fields.setdefault("summary", text)

    def _start_link(self) -> None:
        attributes = self._attributes
        if "url" in attributes or "uri" in attributes:
            raise NotPlain("a link with a url")
        relation = attributes.get("rel", "alternate").lower()
        links = self._fields.setdefault("links", [])
        links.append({"rel": relation})
        if "href" in attributes:
            self._kind = "unread"
            href = links[-1]["href"] = _SLASHES.sub(r"\1", attributes["href"])
            written = attributes.get("type", "text/html").lower()
            is_page = written in ("html", "text/html", "xhtml", "application/xhtml+xml")
            if relation == "alternate" and is_page:
                self._fields["link"] = href

    def _end_link(self, text: str) -> None:
        href = _SLASHES.sub(r"\1", text).replace("&amp;", "&")
        href = self._fields["link"] = _QUERY_REFERENCE.sub(r"&\g<1>", href)
        if href:
            self._fields["links"][-1]["href"] = href

    def _end_id(self, text: str) -> None:
        is_link = self._attributes.get("ispermalink", "true") == "true"
        if is_link:
            text = _SLASHES.sub(r"\1", text)
        self._fields["id"] = text
        self._fields.setdefault("guidislink", is_link and "link" not in self._fields)
        if is_link:
            self._fields.setdefault("link", text)

    def _end_author(self, text: str) -> None:
        if self._author is None:
            self._fields["author"] = text
        elif text:
            raise NotPlain("text beside an author's parts")
        elif (before := self._fields.get("author")) and (
            "@" in before or not self._author.get("name")
        ):
            # feedparser gives this author the other's name or address.
            raise NotPlain("an author after one with an address")
        else:
            name, email = self._author.get("name"), self._author.get("email")
            self._fields["author"] = f"{name} ({email})" if name and email else name or email or ""

    def _end_category(self, text: str) -> None:
        tags = self._fields.get("tags")
        if text and tags and not tags[-1]["term"]:
            tags[-1]["term"] = text
        elif text:
            self._add_tag(text, None, None)

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        tags = self._fields.setdefault("tags", [])
        tag = {"term": term, "scheme": scheme, "label": label}
        if (term or scheme or label) and len(tags) < 2 * TAGS and tag not in tags:
            tags.append(tag)

    def _end_source(self, text: str) -> None:
        self._fields["source"] = {"title": text} if text else {}

    #: What ends each kind of element; a kind that is not here is the name of a field of plain text.
    _ENDS: ClassVar[dict[str, Callable[[EntryBuilder, str], None]]] = {
        "title": _end_title,
        "description": _end_description,
        "summary": _end_summary,
        "content": _end_content,
        "encoded": _end_encoded,
        "link": _end_link,
        "id": _end_id,
        "author": _end_author,
        "category": _end_category,
        "source": _end_source,
    }


def unmangled(text: str) -> str:
    """Return `text`, where it is UTF-8 that somebody took for Latin-1, as what it was."""
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    if _C1.search(text):
        raise NotPlain("characters of Windows-1252")
    return text


def _kind_of_unknown(name: str) -> str:
    """Return "unread" for an element that feedparser only files away under its own name."""
    key = name.replace(":", "_")
    if name in UNREAD:
        return "unread"
    if (
        key in KEYS_READ
        or hasattr(StrictFeedParser, f"_start_{key}")
        or hasattr(StrictFeedParser, f"_end_{key}")
    ):
        raise NotPlain(f"an element {name}")
    return "unread"

"""Reads the entries of feeds of ordinary build from expat alone, many times faster than feedparser.

It gives the fields that `ingest.parse.feed` uses, under feedparser's names and with its rules, and gives up on
anything that it does not know to be simple. `judged_feed` lets feedparser judge what it read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from feedparser.api import StrictFeedParser

from ingest.parse.limits import ENTRIES
from ingest.parse.plain_entry import EntryBuilder, NotPlain, PlainEntry, unmangled

_ENTRIES: Final = frozenset(("item", "entry"))
_PARENTS: Final = frozenset(("channel", "feed", "rdf:rdf", "rss"))
#: Namespaces by their lower-cased address, as feedparser knows them.
_PREFIXES: Final = {uri.lower(): prefix for uri, prefix in StrictFeedParser.namespaces.items()}
_BUFFER_BYTES: Final = 65_536


@dataclass(slots=True)
class PlainFeed:
    """The entries of a feed, at most one more than `limits.ENTRIES`."""

    entries: list[PlainEntry]
    is_atom: bool
    #: Where the last entry ends, kept or not.
    end: int


def read(body: bytes) -> PlainFeed:
    """Return the entries of a well-formed feed in UTF-8; raises NotPlain where feedparser is needed."""
    reader = _Reader(body)
    try:
        reader.parser.Parse(body, True)
    except expat.ExpatError as error:
        raise NotPlain(str(error)) from error
    return PlainFeed(reader.entries, reader.is_atom, reader.end)


class _Reader:
    """Keeps the place in the document between expat's calls."""

    def __init__(self, body: bytes) -> None:
        self.entries: list[PlainEntry] = []
        self.is_atom = False
        self.end = 0
        self._body = body
        self._names: dict[str, str] = {}
        self._path: list[str] = []
        self._languages: list[str | None] = [None]
        self._pieces: list[str] = []
        self._entry: EntryBuilder | None = None
        self._depth = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        self.parser.buffer_size = _BUFFER_BYTES
        self.parser.CharacterDataHandler = self._pieces.append
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise NotPlain("a document type")

    def _start(self, raw: str, attributes: dict[str, str]) -> None:
        name = self._names.get(raw) or self._named(raw)
        entry = self._entry
        if entry is None:
            self._start_outside(name, attributes)
            return
        self._depth += 1
        if attributes:
            attributes = _plain_attributes(attributes)
        if self._depth == 1:
            entry.start(name, attributes)
        else:
            entry.start_inner(name, attributes)
        self._pieces.clear()

    def _end(self, _raw: str) -> None:
        entry = self._entry
        if entry is None:
            self._path.pop()
            self._languages.pop()
        elif self._depth == 0:
            self._finish(entry)
        else:
            text = "".join(self._pieces).strip()
            self._pieces.clear()
            if not text.isascii():
                text = unmangled(text)
            if self._depth == 1:
                entry.end(text)
            else:
                entry.end_inner(text)
            self._depth -= 1

    def _start_outside(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._path[-1] if self._path else ""
        if attributes:
            attributes = _plain_attributes(attributes)
        language = attributes.get("xml:lang", attributes.get("lang"))
        language = self._languages[-1] if language is None else language or None
        if name in _ENTRIES:
            if parent not in _PARENTS or "href" in attributes or "lastmod" in attributes:
                raise NotPlain(f"an entry in {parent}")
            place = PlainEntry({}, self.parser.CurrentByteIndex)
            self._entry = EntryBuilder(place, language, is_atom=self.is_atom)
            if attributes.get("rdf:about"):
                place.fields["id"] = attributes["rdf:about"]
            place.build.append(("", name, *attributes))
            return
        if not self._path:
            self.is_atom = name == "feed"
        self._path.append(name)
        self._languages.append(language)
        self._pieces.clear()

    def _finish(self, entry: EntryBuilder) -> None:
        entry.place.end = self.end = self._body.index(b">", self.parser.CurrentByteIndex) + 1
        if len(self.entries) <= ENTRIES:
            self.entries.append(entry.place)
        self._entry = None

    def _named(self, raw: str) -> str:
        """Return an element's name as feedparser has it: lower case, with the prefix of a namespace it knows."""
        uri, local, prefix = _parts(raw)
        known = _PREFIXES.get(uri.lower())
        # feedparser takes an element of an unknown default namespace for one of the feed's own.
        prefix = prefix if known is None else known
        name = f"{prefix}:{local}".lower() if prefix else local.lower()
        self._names[raw] = name
        return name


def _plain_attributes(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes by lower-cased name, that of XML and RDF with their usual prefix."""
    found = {}
    for raw, value in attributes.items():
        uri, local, _ = _parts(raw)
        prefix = _PREFIXES.get(uri.lower(), "") if uri else ""
        found[f"{prefix}:{local}".lower() if prefix else local.lower()] = value
    if "xml:base" in found or "base" in found:
        raise NotPlain("a base address")
    return found


def _parts(raw: str) -> tuple[str, str, str]:
    """Return namespace, local name and prefix of a name as expat gives it."""
    parts = raw.split(" ")
    if len(parts) == 1:
        return "", raw, ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""

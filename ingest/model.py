"""The frozen values that travel between the stages; a stage knows these and no other stage.

Three kinds of truth are kept apart: what the source said (Article), what we saw (Fetched, Revision) and
what we concluded (Mention, Event). Strings are clean when they enter a value of this file: valid UTF-8
without lone surrogates or C0 controls other than tab and newline.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from ingest.dates import UNKNOWN, Basis, DateRange, Relation

SourceKind = Literal["auto", "feed", "page", "document", "folder", "opml"]
Genre = Literal["report", "opinion"]
EventKind = Literal["report", "opinion", "passage"]
Modality = Literal[
    "asserted", "reported", "denied", "planned", "possible", "hypothetical", "negated"
]
EntityKind = Literal["person", "organisation", "group", "place"]
EntityRole = Literal["actor", "speaker", "place"]
LinkRelation = Literal["contradicts", "plan_of"]

#: A publication date as the source gives it: an aware instant, a day without a time, or not given.
Published = datetime | date | None


#: 52 bits: exact in every language that reads numbers as IEEE 754 doubles (JSON in a browser).
_ID_HEX_DIGITS = 13


def stable_id(*parts: object) -> int:
    """Return the same positive number of at most 52 bits for the same parts, on every machine."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "replace"))
    return int(digest.hexdigest()[:_ID_HEX_DIGITS], 16)


@dataclass(frozen=True, slots=True)
class Source:
    """One thing the user asked Dateline to read, in the user's words (a row of sources.yml)."""

    #: The canonical URL, or the path relative to the site directory: what makes it the same source.
    key: str
    #: Where to read it now: a URL, or an absolute path.
    location: str
    kind: SourceKind = "auto"
    #: None: take the feed's or page's own title.
    title: str | None = None
    #: None: take the feed's or page's own name, else the host.
    publisher: str | None = None
    #: None: reports, unless the document says otherwise.
    genre: Genre | None = None
    #: For documents that do not carry their own date.
    published: Published = None
    language: str | None = None
    #: "host:port" that this source alone may reach though it is not a public address.
    allow_address: str | None = None
    #: Limits and intervals that sources.yml overrides for this source (names of fetch.limits).
    overrides: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_remote(self) -> bool:
        """Whether it is read over the network."""
        return self.location.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one attempt to read a source brought: bytes as served, never yet interpreted."""

    source: Source
    #: Where the bytes came from in the end, after redirects; relative links resolve against it.
    url: str
    fetched_at: datetime
    #: HTTP status; 200 for a file that was read. 304: nothing new, `body` is empty.
    status: int
    body: bytes = b""
    #: Header fields by lower-cased name, last value wins; empty for a file.
    headers: Mapping[str, str] = field(default_factory=dict)
    #: Validators byte for byte (RFC 9110 section 8.8); None where the server gave none.
    etag: bytes | None = None
    last_modified: bytes | None = None
    #: The target of the leading run of permanent redirects (301, 308), else None.
    moved_to: str | None = None
    #: The host's tdmrep.json reserves text and data mining of `url`; the answer itself may say otherwise.
    is_reserved: bool = False

    @property
    def not_modified(self) -> bool:
        """Whether the server said that nothing changed."""
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Article:
    """One feed item, page or document as its source gives it, as plain text."""

    #: The source's own identifier (guid, atom:id, JSON Feed id), None where it gives none.
    guid: str | None
    #: Absolute http(s) URL, else None; a document has none.
    url: str | None
    title: str
    #: Title, a blank line, then the body as plain text; all offsets count characters of this string.
    text: str
    published: Published = None
    #: The publication date as printed, for the record; None where there is none.
    published_text: str | None = None
    updated: Published = None
    author: str | None = None
    #: The publisher as the item itself names it; None: the source's.
    publisher: str | None = None
    #: Where the words first came from, as the item says (RSS <source>, "(Reuters)", a byline).
    origin: str | None = None
    genre: Genre = "report"
    #: BCP 47 tag, None where unknown.
    language: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a parser made of the bytes of one source."""

    articles: tuple[Article, ...]
    #: "rss20", "atom10", "json11", "html", "text", "markdown", "jsonl", "opml", ...
    format: str
    title: str | None = None
    #: The feed's or page's own home page and language.
    home_url: str | None = None
    language: str | None = None
    #: Sources that a list (OPML) or a folder names, to be read in turn.
    sources: tuple[Source, ...] = ()
    #: One line for each thing that was repaired or left out ("3 entries without text skipped").
    notes: tuple[str, ...] = ()
    #: The document stops in the middle of an entry: what followed must be asked for anew.
    is_cut_off: bool = False
    #: The feed's own wishes: minutes between polls (RSS ttl), hours and days to skip.
    ttl_minutes: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article's words, as the archive keeps it."""

    #: The archive's number; revisions are applied to the timeline in this order.
    id: int
    article_id: int
    #: The identity that the archive gave the article; stable over rebuilds and orders of arrival.
    article_key: str
    #: 1 for the first.
    number: int
    seen_at: datetime
    #: SHA-256 of the text in UTF-8, hexadecimal.
    sha256: str
    article: Article
    source_key: str
    publisher: str


@dataclass(frozen=True, slots=True)
class WordChanges:
    """How one revision differs from the one before it."""

    #: None where the title is the same.
    previous_title: str | None
    words_added: int
    words_removed: int
    #: JSON: [["+", words], ["-", words], ...] in text order, cut at a length.
    changes: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, group or place as the text names it, joined within one document."""

    #: The fullest name that the document gives; for a place the gazetteer's name.
    name: str
    kind: EntityKind
    role: EntityRole = "actor"
    #: What the text calls them ("Defence Minister"), None where it does not.
    title: str | None = None
    #: ISO 3166 alpha-2, for places whose country is certain.
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence of one revision that tells of something at a date. `text[start:end] == quote`."""

    #: Stable over revisions, rebuilds and orders of arrival: the words and where they stand.
    id: int
    article_id: int
    article_key: str
    revision_id: int
    #: report, opinion: the article as a whole; passage: a dated sentence of it.
    kind: EventKind
    #: Short, from the source's own words.
    title: str
    quote: str
    start: int
    end: int
    before_text: str = ""
    after_text: str = ""
    when: DateRange = UNKNOWN
    relation: Relation = "on"
    basis: Basis = "published"
    #: The words that gave the date and their offsets in the article's text; None for basis "published".
    date_text: str | None = None
    date_text_start: int | None = None
    date_text_end: int | None = None
    #: The TIMEX3 value and the rule that found it; None for basis "published".
    timex: str | None = None
    rule: str | None = None
    #: None where the author speaks.
    speaker: str | None = None
    #: The attributing words ("said", "according to"); None where the author speaks.
    cue: str | None = None
    modality: Modality = "asserted"
    entities: tuple[Entity, ...] = ()
    #: Facts about the article that merging needs.
    publisher: str = ""
    source_key: str = ""
    url: str | None = None
    published: Published = None
    first_seen_at: datetime | None = None
    #: Set when a later revision no longer holds these words.
    withdrawn_at: datetime | None = None
    #: Where the words first came from; None: the publisher's own.
    origin: str | None = None

    def __hash__(self) -> int:
        """Return the number: mentions are looked up by the thousand."""
        return self.id


@dataclass(frozen=True, slots=True)
class Event:
    """One or more mentions of the same happening; the leading mention's facts stand for it."""

    #: Derived from the slug's founding mention, so that a rebuild gives the same number.
    id: int
    slug: str
    title: str
    #: Founding mention first; ids of `mentions`.
    mentions: tuple[int, ...]
    #: The mention whose date, quote and claimant stand for the event.
    lead: int
    when: DateRange
    relation: Relation
    basis: Basis
    kind: EventKind
    publisher_count: int
    origin_count: int
    significance: float
    #: active, withdrawn (no mention is left in its article), hidden (by an editor)
    status: Literal["active", "withdrawn", "hidden"] = "active"
    #: Whether its mentions contradict one another on date or figure.
    disputed: bool = False
    place: Entity | None = None
    #: The group of mentions that must be merged anew together when one of them changes.
    component: int = 0
    #: Former and alternative slugs: those its other mentions would have founded.
    aliases: tuple[str, ...] = ()
    #: Why these mentions are one event, a line a merge; empty for a single mention.
    reasons: tuple[str, ...] = ()
    links: tuple[EventLink, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLink:
    """A tie between two events that are not one: they contradict, or one is the plan of the other."""

    other_slug: str
    relation: LinkRelation
    reason: str

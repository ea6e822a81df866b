"""The values that describe a change of timeline.db: what the pipeline decides and `Timeline.apply` does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ingest.model import Event, Mention, Published, WordChanges


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as the published file tells it: its words, and its health in plain facts."""

    id: int
    key: str
    url: str | None
    title: str
    kind: str
    publisher: str | None
    genre: str | None
    state: str
    last_fetched_at: str | None = None
    last_success_at: str | None = None
    next_due_at: str | None = None
    failure_count: int = 0
    last_error: str | None = None


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """A revision without its body."""

    id: int
    number: int
    seen_at: datetime
    sha256: str
    title: str
    #: The source whose state of the text it is.
    source_id: int
    #: Against the source's revision before; None for its first.
    changes: WordChanges | None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as it stands, its history and every mention that it ever made."""

    id: int
    key: str
    source_id: int
    source_ids: tuple[int, ...]
    publisher: str
    url: str | None
    title: str
    author: str | None
    genre: str
    language: str | None
    origin: str | None
    published: Published
    published_text: str | None
    first_seen_at: datetime
    withdrawn_at: datetime | None
    unresolved_count: int
    revisions: tuple[RevisionRecord, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SignatureRecord:
    """By what a mention is found when others are compared with it."""

    #: The stretches of the calendar that it touches, as numbers.
    stretches: tuple[int, ...]
    signature: bytes


@dataclass(frozen=True, slots=True)
class PublisherRecord:
    """A publisher, and the house it belongs to."""

    name: str
    #: None: not known to belong to a larger house.
    family: str | None
    #: Whether others carry its words.
    is_wire: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction's worth: these articles are now so, and these events replace those they touch."""

    articles: tuple[ArticleRecord, ...]
    #: Mentions of other articles that were merged anew together with those of `articles`.
    neighbours: tuple[Mention, ...]
    #: Every event that a mention of `articles` or `neighbours` belongs to.
    events: tuple[Event, ...]
    #: The signatures of the mentions of `articles`, by mention id.
    signatures: Mapping[int, SignatureRecord]
    #: The archive's change that the file has followed once this is applied.
    applied_change: int
    #: Numbers of articles that must not be published any longer: every trace of them goes.
    removed: tuple[int, ...] = ()
    #: The publishers of `articles`.
    publishers: tuple[PublisherRecord, ...] = ()
    #: What the table `build` is to tell besides.
    facts: Mapping[str, str] = field(default_factory=dict)

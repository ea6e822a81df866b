"""The only code that writes timeline.db: its schema, its changes, its checks."""

from ingest.store.changes import (
    ArticleRecord,
    Change,
    PublisherRecord,
    RevisionRecord,
    SignatureRecord,
    SourceRecord,
)
from ingest.store.timeline import TIMELINE, Held, Timeline

__all__ = [
    "TIMELINE",
    "ArticleRecord",
    "Change",
    "Held",
    "PublisherRecord",
    "RevisionRecord",
    "SignatureRecord",
    "SourceRecord",
    "Timeline",
]

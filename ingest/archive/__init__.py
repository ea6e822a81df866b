"""The append-only private memory: every article's every revision, the fetch log, what to ask for next.

`archive/archive.db` is never served and never rewritten; timeline.db is derived from it.
"""

from ingest.archive.archive import Archive, HostTable, Kept
from ingest.archive.revisions import Chain
from ingest.archive.schema import ARCHIVE

__all__ = ["ARCHIVE", "Archive", "Chain", "HostTable", "Kept"]

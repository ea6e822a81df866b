"""Which files of a folder are documents that Dateline reads, and by which ending of their names."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

#: Lower-case suffixes of the files that a folder takes: texts, pages, lists of articles, saved feeds.
suffixes: Final = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson",
     ".xml", ".rss", ".atom", ".rdf", ".json", ".opml")
)  # fmt: skip


def suffix_of(path: str | PurePath) -> str:
    """Return the lower-case suffix that tells what a file holds: ".jsonl" of articles.jsonl.gz too."""
    return PurePath(str(path).lower().removesuffix(".gz")).suffix

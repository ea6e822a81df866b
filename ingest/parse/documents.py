"""Which files of a folder are documents that Dateline reads."""

from __future__ import annotations

from typing import Final

#: Lower-case suffixes of the files that a folder takes: texts, pages, lists of articles, saved feeds.
suffixes: Final = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson",
     ".xml", ".rss", ".atom", ".rdf", ".json", ".opml")
)  # fmt: skip

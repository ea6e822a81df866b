"""Every SQL text that a page or an export runs, by name.

They read the schema of timeline.db, whose columns docs/schema.md describes. Texts that a `Filter`
completes hold `{where}`, a condition over `events AS e`; everything from a request is a parameter.
"""

# ruff: noqa: S608 -- only names of this file are put together; what a request says is a parameter

from __future__ import annotations

from typing import Final

#: All that a list, an export or a citation shows of an event, in the order of exports' columns.
EVENT_COLUMNS: Final = (
    "id", "slug", "title", "quote", "speaker", "modality", "kind", "edtf", "date_start", "date_end",
    "sort_on", "precision", "relation", "basis", "mention_count", "publisher_count", "origin_count",
    "significance", "disputed", "first_reported_at", "last_reported_at", "place", "country",
    "latitude", "longitude", "url", "source", "publisher", "article_id", "status", "first_seen_at",
)  # fmt: skip

_COLUMNS: Final = ", ".join(f"e.{name}" for name in EVENT_COLUMNS)

#: A whole view, for streaming: oldest first, unknown dates last.
EVENTS_ALL: Final = f"""
SELECT {_COLUMNS} FROM events AS e WHERE {{where}}
ORDER BY e.sort_on IS NULL, e.sort_on, e.id
"""

#: What the archive held last, newest first, for feeds of what is new; `:seen_at` and `:id` are the
#: last row of the page before ('9999' and 0 at first).
EVENTS_LATEST: Final = f"""
SELECT {_COLUMNS} FROM events AS e
WHERE {{where}} AND (e.first_seen_at, e.id) < (:seen_at, :id)
ORDER BY e.first_seen_at DESC, e.id DESC LIMIT :limit
"""

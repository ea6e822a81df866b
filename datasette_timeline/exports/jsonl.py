"""JSON Lines: every column of an event as one JSON object a line, texts exactly as stored."""

from __future__ import annotations

import json
from typing import Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import COLUMNS, EventRow, FeedMeta


def _item(event: EventRow, _meta: FeedMeta) -> str:
    row = {column: getattr(event, column) for column in COLUMNS}
    return json.dumps(row, ensure_ascii=False) + "\n"


FORMATS: Final = (
    Format(
        extension="jsonl",
        name="JSON Lines",
        purpose="one object a line, for programs",
        media_type="application/jsonl; charset=utf-8",
        open=Document(item=_item).open,
        columns=("slug", "title"),
    ),
)

"""The ways out of the timeline: one format a file, each a head, a text an event, and a tail.

`FORMATS` gives each by its extension; `render` writes one from any rows; answers.py serves them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from datasette_timeline.exports import (
    atom,
    bibtex,
    csljson,
    geojson,
    icalendar,
    jsonfeed,
    jsonl,
    jsonld,
    parquet,
    ris,
    spreadsheet,
    timelinejs,
)
from datasette_timeline.exports.encoder import encode
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import COLUMNS, EventRow, FeedMeta

__all__ = ["COLUMNS", "FORMATS", "EventRow", "FeedMeta", "Format", "render"]

#: Every format by its extension, in the order in which a page offers them.
FORMATS: Final[dict[str, Format]] = {
    form.extension: form
    for module in (
        spreadsheet, jsonl, parquet,
        atom, jsonfeed, icalendar, geojson, timelinejs, jsonld,
        csljson, ris, bibtex,
    )
    for form in module.FORMATS
}  # fmt: skip


def render(form: Format, events: Iterable[EventRow], meta: FeedMeta) -> Iterator[bytes]:
    """Yield the bytes of an export of `events` in the order given; memory does not grow with them."""
    return encode(form.open(meta), events)

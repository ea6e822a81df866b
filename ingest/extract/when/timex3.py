"""The expressions of a text as TIMEX3 tuples, for scorers and other tools of the TimeML world. Pure."""

from __future__ import annotations

from datetime import date

from ingest.extract.when.finder import find


def tag(text: str, published: str) -> list[tuple[int, int, str, str]]:
    """Return (start, end, type, value) of each expression; `published` is "YYYY-MM-DD..." or ""."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        day = None
    return [(found.start, found.end, found.type, found.value) for found in find(text, day)]

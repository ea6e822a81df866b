"""Own-written mentions for tests: a sentence, a date and an article are enough."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ingest import dates
from ingest.model import Mention, stable_id


def mention(quote: str, **facts: Any) -> Mention:
    """Return a mention of `quote`; a date `on`, an `article` and a `publisher` are enough to tell it."""
    on = facts.pop("on", date(2024, 6, 25))
    article = facts.pop("article", "a1")
    when = facts.pop("when", None) or (dates.day(on) if on else dates.UNKNOWN)
    start = facts.pop("start", 0)
    known = {
        "article_id": stable_id(article),
        "article_key": article,
        "revision_id": 1,
        "kind": "passage",
        "title": quote[:60],
        "end": start + len(quote),
        "basis": "explicit",
        "publisher": "The Courier",
        "published": date(2024, 6, 26),
        "first_seen_at": datetime(2024, 6, 26, 12, tzinfo=UTC),
    }
    identity = stable_id(article, start, quote, when.edtf)
    return Mention(
        **{"id": identity, **known, "quote": quote, "start": start, "when": when, **facts}
    )

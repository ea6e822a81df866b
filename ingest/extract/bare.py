"""What is left where extraction failed: an article still yields the event of its report."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from ingest.dates import UNKNOWN, day
from ingest.extract.article.titles import title_of
from ingest.extract.result import Extraction
from ingest.model import EventKind, Mention, Revision, stable_id

#: A first line that stands for a title is quoted no further than this.
_LONGEST_QUOTE: Final = 600


def bare(revision: Revision) -> Extraction:
    """Return the report alone, dated by its publication in the publisher's own time zone.

    Its quote is the first line of the text; there is none for an article without words.
    """
    article = revision.article
    quote = article.text.partition("\n")[0][:_LONGEST_QUOTE].rstrip()
    if not quote:
        return Extraction(())
    published = article.published
    on = published.date() if isinstance(published, datetime) else published
    when = day(on) if on else UNKNOWN
    kind: EventKind = "opinion" if article.genre == "opinion" else "report"
    return Extraction(
        (
            Mention(
                id=stable_id(revision.article_key, kind, quote, when.edtf, 0),
                article_id=revision.article_id,
                article_key=revision.article_key,
                revision_id=revision.id,
                kind=kind,
                title=title_of(quote),
                quote=quote,
                start=0,
                end=len(quote),
                when=when,
                origin=article.origin,
            ),
        )
    )

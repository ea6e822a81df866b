"""What extraction gives for one revision. Apart from how, so that who only handles it loads no extractor."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one revision tells: its mentions, and the date words that it could not resolve."""

    #: The report (or opinion) first, then the passages in text order.
    mentions: tuple[Mention, ...]
    #: Date words that need a publication date where there is none.
    unresolved: tuple[str, ...] = ()

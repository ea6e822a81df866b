"""What workers work out of one revision: what it says, and the outline of each of its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.cluster import Outline, has_outline_of
from ingest.extract import Extraction
from ingest.model import Mention


@dataclass(frozen=True, slots=True)
class Digest:
    """What one revision says, as far as it was worked out."""

    extraction: Extraction
    #: Of each of its mentions; empty where nothing was worked out.
    outlines: tuple[Outline, ...] = ()


def outlines_of(mentions: Iterable[Mention], digests: Mapping[int, Digest]) -> dict[int, Outline]:
    """Return the outlines of `mentions`, by their numbers, that still hold of them; `digests` are by revision."""
    worked_out = {
        (mention.revision_id, mention.id): (mention, outlined)
        for digest in digests.values()
        # Nothing was worked out of what could not be read.
        for mention, outlined in zip(digest.extraction.mentions, digest.outlines, strict=False)
    }
    found = {}
    for mention in mentions:
        known = worked_out.get((mention.revision_id, mention.id))
        if known and has_outline_of(mention, known[0]):
            found[mention.id] = known[1]
    return found

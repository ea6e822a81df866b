"""What merging must know of a mention that has nothing in common with another: little, and small to send. Pure.

Most mentions share no block with any other. An outline is all that is worked out of those, by whoever
extracts them; the features of the others are worked out where they are compared.
"""

from __future__ import annotations

from typing import NamedTuple

from ingest.cluster.blocks.signature import Signed, sign_features
from ingest.cluster.event.significance import news_value
from ingest.cluster.reading.features import features
from ingest.model import Mention


class Outline(NamedTuple):
    """How others find a mention, and what it adds to the significance of its event."""

    signed: Signed
    #: See `event.significance.news_value`.
    news_value: float


def outline(mention: Mention) -> Outline:
    """Return the outline of `mention`."""
    compared = features(mention)
    return Outline(sign_features(compared), news_value([compared]))


def has_outline_of(mention: Mention, other: Mention) -> bool:
    """Whether a mention has the outline that it had as `other`, with the same words, date and number.

    Who publishes it may have changed since, and whether it still stands.
    """
    said_by, was_said_by = (mention.publisher, mention.url), (other.publisher, other.url)
    return said_by == was_said_by and mention.withdrawn_at is other.withdrawn_at is None

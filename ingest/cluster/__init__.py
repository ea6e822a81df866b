"""Mentions in, events out: which mentions tell of one happening, and how much it matters. Pure."""

from ingest.cluster.blocks.blocking import Index
from ingest.cluster.blocks.signature import Signature, Signed, sign, unpack
from ingest.cluster.blocks.touching import Changed
from ingest.cluster.components.merging import forget, merge
from ingest.cluster.components.outline import Outline, has_outline_of, outline
from ingest.cluster.curation import Entry
from ingest.cluster.curation import parse as parse_curation
from ingest.cluster.days import DateSupport, pick_dates
from ingest.cluster.editing import Curated, curate
from ingest.cluster.event.slugs import slug
from ingest.cluster.likeness.origins import is_wire, publisher_family

__all__ = [
    "Changed",
    "Curated",
    "DateSupport",
    "Entry",
    "Index",
    "Outline",
    "Signature",
    "Signed",
    "curate",
    "forget",
    "has_outline_of",
    "is_wire",
    "merge",
    "outline",
    "parse_curation",
    "pick_dates",
    "publisher_family",
    "sign",
    "slug",
    "unpack",
]

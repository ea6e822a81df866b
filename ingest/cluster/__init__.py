"""Mentions in, events out: which mentions tell of one happening, and how much it matters. Pure."""

from ingest.cluster.blocking import Index
from ingest.cluster.curation import Entry
from ingest.cluster.curation import parse as parse_curation
from ingest.cluster.days import DateSupport, pick_dates
from ingest.cluster.editing import Curated, curate
from ingest.cluster.merging import forget, merge
from ingest.cluster.origins import is_wire, publisher_family
from ingest.cluster.signature import Signature, Signed, sign, unpack
from ingest.cluster.slugs import slug
from ingest.cluster.touching import Changed

__all__ = [
    "Changed",
    "Curated",
    "DateSupport",
    "Entry",
    "Index",
    "Signature",
    "Signed",
    "curate",
    "forget",
    "is_wire",
    "merge",
    "parse_curation",
    "pick_dates",
    "publisher_family",
    "sign",
    "slug",
    "unpack",
]

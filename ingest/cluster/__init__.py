"""Mentions in, events out: which mentions tell of one happening, and how much it matters. Pure."""

from ingest.cluster.blocking import keys
from ingest.cluster.merging import merge
from ingest.cluster.slugs import slug

__all__ = ["keys", "merge", "slug"]

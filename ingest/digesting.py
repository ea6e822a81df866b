"""Digests a revision: what workers run. Apart from `digest`, so that who only handles one loads no extractor."""

from __future__ import annotations

from ingest import cluster
from ingest.digest import Digest
from ingest.extract.installed import extract
from ingest.model import Revision


def digest(revision: Revision) -> Digest:
    """Return what a revision says and the outlines of its mentions, plug-in recognisers included."""
    extraction = extract(revision)
    outlines = tuple(map(cluster.outline, extraction.mentions))
    cluster.forget()
    return Digest(extraction, outlines)

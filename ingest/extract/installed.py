"""Extraction with the names that installed plug-ins find: what workers run on each revision."""

from __future__ import annotations

from functools import cache

from ingest import plugins
from ingest.extract.extraction import extract as extract_with
from ingest.extract.recognisers import registered
from ingest.extract.result import Extraction
from ingest.hookspecs import Recogniser
from ingest.model import Revision


def extract(revision: Revision) -> Extraction:
    """Return the mentions of a revision, plug-in recognisers included."""
    return extract_with(revision, _recognisers())


@cache
def _recognisers() -> tuple[Recogniser, ...]:
    return registered(plugins.manager())

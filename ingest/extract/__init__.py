"""Article -> Mentions: which sentences tell of something at a date, and who says so. Pure."""

from ingest.extract.result import Extraction
from ingest.hookspecs import Recogniser
from ingest.model import Revision

__all__ = ["Extraction", "extract"]


def extract(revision: Revision, recognisers: tuple[Recogniser, ...] = ()) -> Extraction:
    """Return the mentions of a revision: see `extraction.extract`.

    The extractors, some hundred compiled expressions, are loaded with the first call: the process that
    follows the archive leaves the calls to workers.
    """
    from ingest.extract.extraction import extract as extract_now

    return extract_now(revision, recognisers)

"""Article -> Mentions: which sentences tell of something at a date, and who says so. Pure."""

from ingest.extract.extraction import Extraction, extract

__all__ = ["Extraction", "extract"]

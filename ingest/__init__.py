"""Dateline's writing half: feeds and documents in, `archive/` and `timeline.db` out."""

__version__ = "0.1.0"

"""Bytes to articles, pure: `parse` chooses the ingester that knows the format and gives what it read."""

from ingest.parse.choice import parse

__all__ = ["parse"]

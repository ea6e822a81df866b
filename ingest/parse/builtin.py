"""The ingesters that come with Dateline, registered through the same hook as any plug-in's."""

from __future__ import annotations

from collections.abc import Callable

from ingest.hookspecs import Ingester, hookimpl
from ingest.parse import feed, json_feed, json_lines, markdown, opml, page, plain_text


@hookimpl
def register_ingesters(register: Callable[[Ingester], None]) -> None:
    """Register one ingester a format; the order decides nothing but ties."""
    for name, module in (
        ("feed", feed),
        ("json_feed", json_feed),
        ("opml", opml),
        ("page", page),
        ("json_lines", json_lines),
        ("markdown", markdown),
        ("text", plain_text),
    ):
        register(Ingester(name, module.matches, module.parse))

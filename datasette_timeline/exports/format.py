"""What is declared of an export format: how it is named, served, ordered, limited and written."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from datasette_timeline.exports.encoder import Encoder
from datasette_timeline.exports.record import FeedMeta

#: date: as it happened; seen: newest in the archive first; weight: most widely reported first.
Order = Literal["date", "seen", "weight"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way out. `open(meta)` gives the encoder that writes it."""

    #: After the dot of the address and of the file name ("ics"); it names the format on the command line.
    extension: str
    #: What a reader calls it, and what it is good for, in a few words.
    name: str
    purpose: str
    media_type: str
    open: Callable[[FeedMeta], Encoder]
    #: The column contract: the fields of EventRow without which the format cannot be written.
    columns: tuple[str, ...]
    order: Order = "date"
    #: SQL over `events AS e` that an event must fulfil to have a form here.
    condition: str = "1"
    #: The same where `?vague=1` asks for dates vaguer than a day; None: the option means nothing here.
    vague_condition: str | None = None
    #: The most events that a document of this format may hold; None: any number.
    limit: int | None = None
    #: Events a page for feeds that are read page by page (RFC 5005); None: one document holds all.
    page_size: int | None = None
    #: Shown by a browser or fetched again by a reader, rather than saved as a file.
    is_feed: bool = False
    #: The module it cannot be written without, and the extra of our package that brings it.
    requires: str | None = None
    extra: str | None = None

    def condition_for(self, *, include_vague: bool) -> str:
        """Return the condition in force, with or without `?vague=1`."""
        vague = self.vague_condition if include_vague else None
        return vague or self.condition

    def missing(self) -> str | None:
        """Return one line that says what to install, None where nothing is missing."""
        if self.requires is None or importlib.util.find_spec(self.requires) is not None:
            return None
        return f'{self.name} needs {self.requires}: pip install "dateline[{self.extra}]"'

"""Every error that Dateline raises on purpose; each can be shown to a user unchanged.

    DatelineError
    ├── ConfigError        sources.yml, OPML, front matter or an option is wrong (names file and line)
    ├── FetchError         a source could not be read (names the URL or path)
    │   ├── RefusedError   we would not go there: scheme, address, robots.txt, credentials
    │   ├── LimitError     it was too large, too slow or too deep
    │   └── GoneError      the publisher says that it is gone for good (410)
    ├── ParseError         bytes arrived and are not what they should be
    │   ├── NotAFeedError  a web page, a sitemap, a picture; carries the feed links it names
    │   ├── ReservedError  a page whose publisher forbids to quote it
    │   └── CageError      the parser ran out of time or memory, or died, and was killed
    ├── ArchiveError       archive/archive.db cannot be used
    ├── StoreError         timeline.db cannot be used
    └── BusyError          another dateline writes to this site directory (names its pid)

A feed that has not changed, a page that forbids robots and an article without a date are results, not
errors. One broken entry is counted and skipped; a feed whose every entry is broken is a ParseError.
"""

from __future__ import annotations

import re
from datetime import datetime


class DatelineError(Exception):
    """The root: the message is one line that names the source and, where there is one, the mend."""

    #: The step that failed, as stored in the fetch log and shown by `dateline status`.
    stage = "run"

    def __init__(self, message: str, *, source: str = "") -> None:
        """Keep `message` (one line) and `source`, the URL or path it is about ("" where there is none)."""
        super().__init__(message)
        self.message = message
        self.source = source

    def __str__(self) -> str:
        """One line, the source first, unless the message names it already."""
        if not self.source or re.search(rf"(?<!\w){re.escape(self.source)}(?!\w)", self.message):
            return self.message
        return f"{self.source}: {self.message}"


class ConfigError(DatelineError):
    """What the user wrote (sources.yml, OPML, front matter, an option) cannot be used."""

    stage = "config"


class FetchError(DatelineError):
    """A source could not be read from the network or the disk.

    `status` is the HTTP status that said so, None where there was none. `retry_at` is the aware instant
    before which the server asks us not to return (Retry-After); without a status it means that nothing
    was asked this time, because the host had asked for a pause.
    """

    stage = "fetch"

    def __init__(
        self,
        message: str,
        *,
        source: str = "",
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        """Keep the message, its source, and what the server said."""
        super().__init__(message, source=source)
        self.status = status
        self.retry_at = retry_at


class RefusedError(FetchError):
    """We would not go there: a scheme, an address or a rule forbids it. Never retried."""

    #: "host:port" as `allow_address` names it, where its address is not public and that is why.
    private: str | None = None


class LimitError(FetchError):
    """A body, a header, a redirect chain or a time exceeded its named limit."""


class GoneError(FetchError):
    """HTTP 410: the publisher says that this address is gone for good."""


class ParseError(DatelineError):
    """The bytes that arrived are not what the source should be."""

    stage = "parse"


class NotAFeedError(ParseError):
    """A feed was expected and something else came; `feed_links` are the feeds that it names, if any."""

    def __init__(self, message: str, *, source: str = "", feed_links: tuple[str, ...] = ()) -> None:
        """Keep the absolute URLs of the feeds that a web page links to, best first."""
        super().__init__(message, source=source)
        self.feed_links = feed_links


class ReservedError(ParseError):
    """The publisher of a page forbids to quote it: nothing of it may be published, now or any longer."""


class CageError(ParseError):
    """The parser exceeded its time or memory, or died, and was killed; nothing else was lost."""


class ArchiveError(DatelineError):
    """archive/archive.db cannot be opened, read or written."""

    stage = "archive"


class StoreError(DatelineError):
    """timeline.db cannot be opened, read or written, or is not ours."""

    stage = "publish"


class BusyError(DatelineError):
    """Another dateline is writing to this site directory."""

    stage = "lock"

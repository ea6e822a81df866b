"""Adds sources: finds out what a location is, writes it into sources.yml, and reads it at once.

A feed is asked for once: what was fetched to see what it is, is what is kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ingest.cage import Cage
from ingest.errors import (
    ConfigError,
    DatelineError,
    FetchError,
    NotAFeedError,
    ParseError,
    RefusedError,
)
from ingest.fetch import HostFiles, PollState, Request, urls
from ingest.gathering import PARSE, Fetch
from ingest.home import Home
from ingest.interrupts import Interrupts
from ingest.lock import writing
from ingest.model import Fetched, Genre, Parsed, Published, Source
from ingest.pipeline import Options, Report, Summary, Work, fetcher, update
from ingest.sources import (
    add_entry,
    expand,
    read_sources_file,
    relative_path,
    source_key,
    told_name,
)

#: An entry of sources.yml, in the file's own words.
Entry = dict[str, str | date]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says about the locations."""

    #: "feed" or "page"; None: find out.
    kind: str | None = None
    published: Published = None
    publisher: str | None = None
    genre: Genre | None = None
    allow_address: str | None = None

    def entry(self, kind: str, location: str) -> Entry:
        """Return the entry that says all this of a location."""
        said: dict[str, str | date | None] = {
            kind: location,
            "published": self.published,
            "publisher": self.publisher,
            "genre": self.genre,
            "allow_address": self.allow_address,
        }
        return {name: value for name, value in said.items() if value is not None}


@dataclass(slots=True)
class Added:
    """What came of it."""

    #: One line for each location.
    lines: list[str] = field(default_factory=list)
    failed: int = 0
    summary: Summary = field(default_factory=Summary)


def add(
    home: Home, locations: Iterable[str], wanted: Wanted, interrupts: Interrupts, report: Report
) -> Added:
    """Write each location into sources.yml and read it; one that cannot be added costs only itself."""
    added = Added()
    listed = read_sources_file(home.checked().sources, home.path)
    files = HostFiles()
    fetch = fetcher(listed, files)
    with writing(home.path), Cage(jobs=1) as workers:
        adder = _Adder(home, workers, fetch, wanted)
        sources = []
        for location in locations:
            try:
                source, line = adder.add(location)
            except DatelineError as error:
                added.lines.append(f"not added  {error}")
                added.failed += 1
            else:
                sources.append(source)
                added.lines.append(line)
        options = Options(force=True, revive=True)
        work = Work(home, workers, adder.fetch_rest, options, interrupts, report, files=files)
        added.summary = update(work, sources, retire=False)
    return added


class _Adder:
    """Finds out what locations are; keeps what it had to fetch for that."""

    def __init__(self, home: Home, workers: Cage, fetch: Fetch, wanted: Wanted) -> None:
        self._home = home
        self._workers = workers
        self._fetch = fetch
        self._wanted = wanted
        #: What was fetched already, by source key.
        self._held: dict[str, Fetched] = {}

    def add(self, location: str) -> tuple[Source, str]:
        """Write one location into sources.yml; return the source and a line about it."""
        kind, place = self._identify(location)
        source = add_entry(self._home.sources, self._wanted.entry(kind, place), self._home.path)
        found = f", found at {location}" if place != location and kind == "feed" else ""
        if kind == "folder" and not expand([source], self._home.path):
            found = ", with nothing in it that can be read yet"
        return source, f"added      {told_name(source.key, source.location)} ({kind}{found})"

    def fetch_rest(
        self, requests: Iterable[Request], *, idle: Callable[[], None] | None = None
    ) -> Iterator[tuple[Request, Fetched | FetchError]]:
        """Yield what was fetched already, then fetch the others."""
        others = []
        for request in requests:
            held = self._held.pop(request.source.key, None)
            if held:
                yield request, replace(held, source=request.source)
            else:
                others.append(request)
        yield from self._fetch(others, idle=idle)

    def _identify(self, location: str) -> tuple[str, str]:
        """Return what a location is, in the words of sources.yml, and where it is from now on."""
        if "://" in location:
            return self._identify_url(location)
        # The user names files from where they stand; sources.yml names them from the site directory.
        path = Path(location).expanduser().absolute()
        is_folder = _is_folder(path, location)
        place = relative_path(path, self._home.path) or str(path)
        if is_folder:
            return "folder", place
        self._require_readable(path, location)
        is_list = path.name.lower().removesuffix(".gz").endswith(".opml")
        return ("opml" if is_list else "file"), place

    def _require_readable(self, path: Path, location: str) -> None:
        """Raise what is wrong with a local file that cannot be read: unlike a server, it will not mend itself."""
        probe = Source(key=source_key(str(path), self._home.path), location=str(path))
        for _, result in self._fetch([Request(probe, PollState())]):
            if isinstance(result, DatelineError):
                raise result
            try:
                self._workers.run(PARSE, result)
            except DatelineError as error:
                raise ParseError(
                    f"{error.message}; add a feed, an OPML list or a text that can be read",
                    source=location,
                ) from error

    def _identify_url(self, url: str) -> tuple[str, str]:
        if self._wanted.kind:
            return self._wanted.kind, url
        try:
            key = source_key(url, self._home.path)
        except ValueError as error:
            raise ConfigError(f"{error}; only http and https can be read", source=url) from error
        probe = Source(key=key, location=url, kind="feed", allow_address=self._wanted.allow_address)
        for _, result in self._fetch([Request(probe, PollState())]):
            if isinstance(result, DatelineError):
                raise _with_mend(result, url)
            return self._identify_body(url, key, result)
        raise FetchError("nothing came back", source=key)

    def _identify_body(self, url: str, key: str, fetched: Fetched) -> tuple[str, str]:
        try:
            parsed: Parsed = self._workers.run(PARSE, fetched)
        except NotAFeedError as error:
            if error.feed_links:
                return "feed", error.feed_links[0]
            self._held[key] = fetched
            return "page", url
        self._held[key] = fetched
        return ("opml" if parsed.format == "opml" else "feed"), url


def _is_folder(path: Path, location: str) -> bool:
    """Whether the path is a folder, not a file; raises FetchError where it is neither or may not be looked into."""
    try:
        if not path.exists():
            raise FetchError("there is no such file or folder", source=location)
        if path.is_dir():
            os.scandir(path).close()
            return True
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FetchError(f"cannot be read: {reason}", source=location) from error
    return False


def _with_mend(error: DatelineError, url: str) -> DatelineError:
    """Return the error; of an address that the user wrote and that is not public, with how to admit it.

    Where the user's address only leads to another that is not public, nothing is proposed: it may be a trap.
    """
    if not isinstance(error, RefusedError) or error.private is None:
        return error
    target = urls.parse(url)
    if error.private != f"{target.host}:{target.port}":
        return error
    mend = f"{error.message}; if you know it: --allow-address {error.private}"
    return RefusedError(mend, source=error.source)

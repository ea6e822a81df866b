"""The order of the stages, and nothing else; the command line calls these functions and prints.

run      sources.yml -> archive/ -> timeline.db
rebuild  archive/ -> a new timeline.db
verify   timeline.db against the archive
backup   both files, consistent, while others read and write
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Final

from ingest import health, plugins
from ingest.archive import ARCHIVE, Archive, HostTable
from ingest.cage import Cage
from ingest.database import copy_database, exists, require_content
from ingest.errors import ArchiveError, ConfigError, StoreError
from ingest.fetch import ClientSettings, HostFiles, Limits, fetch_all
from ingest.fetch.limits import with_overrides
from ingest.following import Curation, Followed, Following, follow, read_curation
from ingest.gathering import Fetch, Gathered, Gathering, Outcome, gather
from ingest.health import SourceStatus
from ingest.home import Home
from ingest.interrupts import Interrupts
from ingest.lock import writing
from ingest.model import Source
from ingest.sources import SourcesFile, read_sources_file
from ingest.store import TIMELINE, Timeline, explanation
from ingest.store.checks import problems
from ingest.store.explanation import Explanation

_HOST_FILES: Final[tuple[HostTable, ...]] = ("robots", "tdmrep")
#: More workers than this cost more memory than they save time.
MOST_JOBS: Final = 4


@dataclass(frozen=True, slots=True)
class Report:
    """Where progress goes; every call is cheap and may be ignored."""

    #: A stage begins: its name, and how many steps it will take (None: not known).
    stage: Callable[[str, int | None], None] = lambda _name, _total: None
    #: So many steps of the stage are done.
    advance: Callable[[int], None] = lambda _steps: None
    #: One source is done with.
    source: Callable[[Outcome], None] = lambda _outcome: None


@dataclass(frozen=True, slots=True)
class Options:
    """How to run."""

    force: bool = False
    #: Ask again also what was given up for gone; the user adds it anew.
    revive: bool = False
    offline: bool = False
    #: None: one per processor but that on which what they read is merged, at most MOST_JOBS.
    jobs: int | None = None

    @property
    def workers(self) -> int:
        """The number of worker processes."""
        return self.jobs or max(1, min((os.cpu_count() or 1) - 1, MOST_JOBS))

    @property
    def spare(self) -> int:
        """How many more there may be while merging waits for them, whose processor is free then."""
        return int(self.jobs is None and (os.cpu_count() or 1) > 1)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run brought."""

    gathered: Gathered = field(default_factory=Gathered)
    followed: Followed = field(default_factory=Followed)
    counts: dict[str, int] = field(default_factory=dict)


def run(home: Home, options: Options, interrupts: Interrupts, report: Report) -> Summary:
    """Read what is due and bring timeline.db up to date; the next run completes one that was killed."""
    listed = read_sources_file(home.checked().sources, home.path)
    report.stage("read", len(listed.sources))
    files = HostFiles()
    with writing(home.path), Cage(jobs=options.workers, spare=options.spare) as workers:
        fetch = fetcher(listed, files)
        work = Work(home, workers, fetch, options, interrupts, report, files=files)
        return update(work, listed.sources, retire=True)


@dataclass(frozen=True, slots=True)
class Work:
    """What an update works with; its caller holds the lock."""

    home: Home
    workers: Cage
    fetch: Fetch
    options: Options
    interrupts: Interrupts
    report: Report
    #: The time; a replay of old polls brings its own.
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    #: What `fetch` knows of hosts' own files; kept in the archive from one run to the next.
    files: HostFiles = field(default_factory=HostFiles)


def update(work: Work, sources: Iterable[Source], *, retire: bool) -> Summary:
    """Gather from `sources`, then make the timeline follow; `retire` marks sources not among them."""
    now = work.clock()
    with Archive(work.home.archive) as archive, Timeline(work.home.timeline) as timeline:
        with _remembering(work, archive):
            gathered = gather(_gathering(work, archive, now), sources, retire=retire)
        followed = _follow(work, archive, timeline)
        return Summary(gathered, followed, timeline.counts())


def _gathering(work: Work, archive: Archive, now: datetime) -> Gathering:
    return Gathering(
        home=work.home.path,
        archive=archive,
        workers=work.workers,
        fetch=work.fetch,
        now=now,
        force=work.options.force,
        revive=work.options.revive,
        offline=work.options.offline,
        undisturbed=work.interrupts.undisturbed,
        tell=work.report.source,
    )


@contextmanager
def _remembering(work: Work, archive: Archive) -> Iterator[None]:
    """Let the block know the hosts' files that earlier runs have read, and keep what it learns."""
    known = {table: archive.host_files(table) for table in _HOST_FILES}
    work.files.robots.restore(known["robots"])
    work.files.reservations.restore(known["tdmrep"])
    try:
        yield
    finally:
        now = work.clock()
        learnt = {
            "robots": work.files.robots.rows(now),
            "tdmrep": work.files.reservations.rows(now),
        }
        for table in _HOST_FILES:
            rows = sorted(learnt[table])
            if rows != known[table]:
                archive.keep_host_files(table, rows)


def rebuild(home: Home, options: Options, interrupts: Interrupts, report: Report) -> Summary:
    """Derive timeline.db anew from the archive, offline; the old file serves until the new one is whole."""
    if not exists(home.archive, ARCHIVE):
        raise ArchiveError(
            "does not exist; there is nothing to rebuild from", source=str(home.archive)
        )
    fresh = home.timeline.with_suffix(".db.new")
    with (
        writing(home.path),
        Archive(home.archive) as archive,
        Cage(jobs=options.workers, spare=options.spare) as workers,
    ):
        _remove(fresh)
        work = Work(home, workers, fetcher(SourcesFile()), options, interrupts, report)
        with Timeline(fresh) as timeline:
            followed = _follow(work, archive, timeline)
            counts = timeline.counts()
        _put_in_place(fresh, home.timeline)
    return Summary(followed=followed, counts=counts)


def _follow(work: Work, archive: Archive, timeline: Timeline) -> Followed:
    """Apply what the timeline has not followed yet, and say as of when it stands."""
    applied = timeline.applied_change()
    if archive.last_change() < applied:
        raise StoreError(
            "was made from another archive; derive it anew with: dateline rebuild",
            source=str(timeline.path),
        )
    work.report.stage("publish", archive.changed_articles(applied))
    sources = [health.record(row) for row in archive.sources()]
    followed = follow(
        Following(
            archive=archive,
            timeline=timeline,
            workers=work.workers,
            sources={source.key: source for source in sources},
            curation=_curation(work.home),
            undisturbed=work.interrupts.undisturbed,
            advance=work.report.advance,
        )
    )
    with work.interrupts.undisturbed():
        facts = {"dateline_version": version("dateline")}
        timeline.finish(sources, work.clock(), facts)
    return followed


def _curation(home: Home) -> Curation:
    return read_curation(home.curation.read_bytes() if home.curation.is_file() else None)


def verify(home: Home) -> list[str]:
    """Return what is wrong with the archive, the timeline and every quote in it, a line each."""
    require_content(home.timeline, TIMELINE)
    require_content(home.archive, ARCHIVE)
    with Archive(home.archive) as archive:
        return [*archive.problems(), *problems(home.timeline, archive.text_of)]


def plugin_problems() -> tuple[str, ...]:
    """Return one line for each installed plug-in that cannot be used and was left out."""
    return plugins.installed().problems


def status(home: Home) -> list[SourceStatus]:
    """Return how each source is doing, in order of listing; none before the first run."""
    if not exists(home.checked().archive, ARCHIVE):
        return []
    with Archive(home.archive) as archive:
        return [health.status(row) for row in archive.sources()]


def explain(home: Home, slug: str) -> Explanation:
    """Return why an event is one event; raises StoreError where there is none with that slug."""
    return explanation.explain(home.timeline, slug)


def backup(home: Home, target: Path) -> list[Path]:
    """Write consistent copies of the archive and the timeline into the new folder `target`.

    Where that fails nothing of `target` is left.
    """
    if target.exists():
        raise ConfigError("exists already; name a new folder", source=str(target))
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        (unfinished / "archive").mkdir(parents=True)
        # The archive last: a timeline may be behind its archive, never ahead of it.
        copy_database(home.checked().timeline, TIMELINE, unfinished / home.timeline.name)
        copy_database(home.archive, ARCHIVE, unfinished / "archive" / home.archive.name)
        for path in (home.sources, home.metadata, home.curation):
            if path.is_file():
                shutil.copyfile(path, unfinished / path.name)
        unfinished.rename(target)
    except OSError as error:
        place = str(error.filename or target)
        raise ConfigError(f"cannot be copied ({error.strerror})", source=place) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return sorted(path for path in target.rglob("*") if path.is_file())


def fetcher(listed: SourcesFile, files: HostFiles | None = None) -> Fetch:
    """Return what reads sources as sources.yml says; raises ConfigError where a limit cannot be."""
    client = ClientSettings(
        version=version("dateline"),
        contact=listed.settings.contact or "",
        feed_count=sum(source.is_remote for source in listed.sources),
        limits=with_overrides(Limits(), listed.settings.limits),
        files=files or HostFiles(),
    )
    return partial(fetch_all, client=client)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _put_in_place(fresh: Path, target: Path) -> None:
    """Swap the new file in; a reader that has the old one open goes on with it."""
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    fresh.replace(target)


__all__ = [
    "Explanation", "Options", "Outcome", "Report", "SourceStatus", "Summary", "backup", "explain", "rebuild", "run", "status", "verify",
]  # fmt: skip

"""The order of the stages, and nothing else; the command line calls these functions and prints.

run      sources.yml -> archive/ -> timeline.db
rebuild  archive/ -> a new timeline.db
verify   timeline.db against the archive
backup   both files, consistent, while others read and write
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from ingest import health
from ingest.archive import Archive
from ingest.cage import Cage
from ingest.errors import ArchiveError, ConfigError
from ingest.fetch import ClientSettings
from ingest.following import Followed, Following, follow
from ingest.gathering import Gathered, Gathering, Outcome, gather
from ingest.health import SourceStatus
from ingest.home import Home
from ingest.interrupts import Interrupts
from ingest.lock import writing
from ingest.model import Source
from ingest.sources import Settings, read_sources
from ingest.store import Timeline
from ingest.store.checks import problems

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
    offline: bool = False
    #: None: one per processor, at most MOST_JOBS.
    jobs: int | None = None
    #: Read only these (keys); None: all that sources.yml lists.
    only: frozenset[str] | None = None

    @property
    def workers(self) -> int:
        """The number of worker processes."""
        return self.jobs or min(os.cpu_count() or 1, MOST_JOBS)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run brought."""

    gathered: Gathered = field(default_factory=Gathered)
    followed: Followed = field(default_factory=Followed)
    counts: dict[str, int] = field(default_factory=dict)


def run(home: Home, options: Options, interrupts: Interrupts, report: Report) -> Summary:
    """Read what is due, and bring timeline.db up to date with the archive; the next run completes a killed one."""
    sources, settings = read_sources(home.checked().sources, home.path)
    now = datetime.now(UTC)
    with (
        writing(home.path),
        Archive(home.archive) as archive,
        Timeline(home.timeline) as timeline,
        Cage(options.workers) as workers,
    ):
        report.stage("read", len(sources))
        gathered = gather(
            Gathering(
                home=home.path,
                archive=archive,
                workers=workers,
                client=_client(settings, sources),
                now=now,
                force=options.force,
                offline=options.offline,
                undisturbed=interrupts.undisturbed,
                tell=report.source,
            ),
            _chosen(sources, options.only),
            retire=options.only is None,
        )
        followed = _follow(archive, timeline, workers, interrupts, report)
        with interrupts.undisturbed():
            timeline.finish(
                [health.record(row) for row in archive.sources()],
                now,
                {"dateline_version": version("dateline")},
            )
        return Summary(gathered, followed, timeline.counts())


def rebuild(home: Home, options: Options, interrupts: Interrupts, report: Report) -> Summary:
    """Derive timeline.db anew from the archive, offline; the old file serves until the new one is whole."""
    if not home.archive.exists():
        raise ArchiveError(
            "does not exist; there is nothing to rebuild from", source=str(home.archive)
        )
    fresh = home.timeline.with_suffix(".db.new")
    with writing(home.path), Archive(home.archive) as archive, Cage(options.workers) as workers:
        _remove(fresh)
        now = datetime.now(UTC)
        with Timeline(fresh) as timeline:
            followed = _follow(archive, timeline, workers, interrupts, report)
            timeline.finish(
                [health.record(row) for row in archive.sources()],
                now,
                {"dateline_version": version("dateline")},
            )
            counts = timeline.counts()
        _put_in_place(fresh, home.timeline)
    return Summary(followed=followed, counts=counts)


def _follow(
    archive: Archive, timeline: Timeline, workers: Cage, interrupts: Interrupts, report: Report
) -> Followed:
    report.stage("publish", archive.last_change() - timeline.applied_change())
    return follow(
        Following(
            archive=archive,
            timeline=timeline,
            workers=workers,
            sources={row.key: row for row in map(health.record, archive.sources())},
            undisturbed=interrupts.undisturbed,
            advance=report.advance,
        )
    )


def verify(home: Home) -> list[str]:
    """Return what is wrong with the archive, the timeline and every quote in it, a line each."""
    if not home.timeline.exists():
        raise ConfigError("does not exist; make it with: dateline run", source=str(home.timeline))
    with Archive(home.archive) as archive:
        return [*archive.problems(), *problems(home.timeline, archive.text_of)]


def status(home: Home) -> list[SourceStatus]:
    """Return how each source is doing, in order of listing; none before the first run."""
    if not home.checked().archive.exists():
        return []
    with Archive(home.archive) as archive:
        return [health.status(row) for row in archive.sources()]


def backup(home: Home, target: Path) -> list[Path]:
    """Write consistent copies of the archive and the timeline into the new folder `target`."""
    if target.exists():
        raise ConfigError("exists already; name a new folder", source=str(target))
    home.checked()
    try:
        (target / "archive").mkdir(parents=True)
    except OSError as error:
        raise ConfigError(f"cannot be made ({error.strerror})", source=str(target)) from error
    copies = [target / "archive" / home.archive.name, target / home.timeline.name]
    with Archive(home.archive) as archive:
        archive.backup(copies[0])
    with Timeline(home.timeline) as timeline:
        timeline.backup(copies[1])
    for path in (home.sources, home.metadata, home.curation):
        if path.is_file():
            copies.append(target / path.name)
            copies[-1].write_bytes(path.read_bytes())
    return copies


def _chosen(sources: Sequence[Source], only: frozenset[str] | None) -> list[Source]:
    return [source for source in sources if only is None or source.key in only]


def _client(settings: Settings, sources: Sequence[Source]) -> ClientSettings:
    return ClientSettings(
        version=version("dateline"),
        contact=settings.contact,
        feed_count=sum(source.is_remote for source in sources),
        limits=settings.limits,
    )


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _put_in_place(fresh: Path, target: Path) -> None:
    """Swap the new file in; a reader that has the old one open goes on with it."""
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    fresh.replace(target)


__all__ = [
    "Options", "Outcome", "Report", "SourceStatus", "Summary", "backup", "rebuild", "run", "status", "verify",
]  # fmt: skip

"""Opens SQLite files as ours: right kind, right age, the right settings, and errors in one line.

Both stores open their files here, so that what is refused, how long a lock is waited for and how durable
a commit is are decided once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, Self

from ingest.errors import ArchiveError, StoreError
from ingest.lean_import import without

with without("numpy", "pandas"):
    from sqlite_utils import Database, Migrations

__all__ = [
    "Database", "Kind", "Migrations", "OpenFile", "check_ours", "connect_readonly", "copy_database", "exists", "explain", "make_folder", "open_database",
    "require_content",
]  # fmt: skip

#: How long a statement waits for another process's lock before it gives up (hostile-inputs row 55: >= 5 s).
BUSY_TIMEOUT_SECONDS: Final = 10


@dataclass(frozen=True, slots=True)
class Kind:
    """One of our two files: what marks it, how it is migrated, how durable it is, which error it raises."""

    name: str
    application_id: int
    migrations: Migrations
    #: FULL for what cannot be had again; NORMAL for what can be derived again (WAL never corrupts with
    #: either, NORMAL may lose the last commits on a power cut: https://sqlite.org/wal.html).
    synchronous: Literal["FULL", "NORMAL"]
    error: type[ArchiveError | StoreError]
    #: Size of the page cache; SQLite's default is 2 MB.
    cache_kib: int


class OpenFile:
    """One of our files, open for writing; use as a context manager."""

    def __init__(self, path: Path, kind: Kind) -> None:
        """Open or create the file; raises the kind's error where it cannot be used."""
        self.path = path
        self._kind = kind
        self._db = open_database(path, kind)
        self._sql: sqlite3.Connection = self._db.conn

    def __enter__(self) -> Self:
        """Return the file itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file; say SQLite's errors as ours."""
        self._db.close()
        if isinstance(error, sqlite3.Error):
            message = explain(error, self._kind.name)
            raise self._kind.error(message, source=str(self.path)) from error

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Raise SQLite's errors in the block as ours, so that no other open file is named for them."""
        with _explained(self.path, self._kind):
            yield

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Make the block one transaction; its errors are raised as ours."""
        with self.explained(), self._db.atomic():
            yield


def open_database(path: Path, kind: Kind) -> Database:
    """Return `path` opened for writing, created or migrated to the newest schema.

    A file that is not a database, was made by another program or by a newer Dateline is refused with the
    kind's error and left untouched. An empty file counts as new.
    """
    with _explained(path, kind):
        if path.is_dir():
            raise kind.error("is a folder, not a database file", source=str(path))
        if not path.parent.is_dir():
            raise kind.error(f"the folder {path.parent} does not exist", source=str(path))
        if path.exists() and path.stat().st_size:
            check_ours(path, kind)
        # Transactions begin and end where `atomic()` says, never behind our back.
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None)
        try:
            return _prepare(connection, kind)
        except BaseException:
            connection.close()
            raise


def _prepare(connection: sqlite3.Connection, kind: Kind) -> Database:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {kind.synchronous}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{kind.cache_kib}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.row_factory = sqlite3.Row
    db = Database(connection)
    if kind.migrations.pending(db):
        # Triggers and views of somebody else cannot run: check_ours has seen that the file is ours.
        kind.migrations.apply(db)
        connection.execute(f"PRAGMA application_id = {kind.application_id}")
    return db


def check_ours(path: Path, kind: Kind) -> None:
    """Raise the kind's error, naming the reason, unless `path` is a database that this Dateline may write."""
    with _explained(path, kind), closing(connect_readonly(path)) as connection:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = {
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
        # A first run that was killed leaves this table alone, before the file is marked as ours.
        if application_id != kind.application_id and tables - {Migrations.migrations_table}:
            raise kind.error(
                f"is a database of another program, not a Dateline {kind.name}; move it away",
                source=str(path),
            )
        applied = _applied_migrations(connection, kind) if tables else set()
    unknown = applied - _known_migrations(kind)
    if unknown:
        raise kind.error(
            f"was written by a newer Dateline (schema {', '.join(sorted(unknown))}); upgrade Dateline",
            source=str(path),
        )


def connect_readonly(path: Path) -> sqlite3.Connection:
    """Return a connection that can only read `path`; raises sqlite3.Error where it cannot be opened."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_SECONDS
    )
    connection.row_factory = sqlite3.Row
    return connection


def exists(path: Path, kind: Kind) -> bool:
    """Tell whether there is such a file; raises the kind's error where its folder may not be looked into."""
    with _explained(path, kind):
        return path.exists()


def make_folder(path: Path, kind: Kind) -> None:
    """Make the folder of the file where it is missing; raises the kind's error where that fails."""
    with _explained(path, kind):
        path.parent.mkdir(parents=True, exist_ok=True)


def require_content(path: Path, kind: Kind) -> None:
    """Raise the kind's error unless `path` is ours and a run has begun to fill it."""
    if not exists(path, kind):
        raise kind.error("does not exist yet; make it with: dateline run", source=str(path))
    check_ours(path, kind)
    with _explained(path, kind), closing(connect_readonly(path)) as connection:
        if not connection.execute("PRAGMA application_id").fetchone()[0]:
            raise kind.error("has nothing in it yet; fill it with: dateline run", source=str(path))


def copy_database(path: Path, kind: Kind, target: Path) -> None:
    """Write a consistent copy of `path` to `target`, which must not exist, whoever reads or writes it.

    Raises the kind's error where there is nothing of ours to copy or the copy cannot be written.
    """
    require_content(path, kind)
    with _explained(path, kind), closing(connect_readonly(path)) as connection:
        connection.execute("VACUUM INTO ?", [str(target)])


def _applied_migrations(connection: sqlite3.Connection, kind: Kind) -> set[str]:
    try:
        rows = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [kind.migrations.name]
        )
    except sqlite3.OperationalError:
        return set()
    return {row[0] for row in rows}


def _known_migrations(kind: Kind) -> set[str]:
    nothing = Database(memory=True)
    try:
        return {migration.name for migration in kind.migrations.pending(nothing)}
    finally:
        nothing.close()


@contextmanager
def _explained(path: Path, kind: Kind) -> Iterator[None]:
    """Turn what SQLite and the file system say into one line that names the file and the mend."""
    try:
        yield
    except sqlite3.Error as error:
        raise kind.error(explain(error, kind.name), source=str(path)) from error
    except OSError as error:
        raise kind.error(error.strerror or str(error), source=str(path)) from error


#: What SQLite's messages hold, and what that means to a user; "{}" stands for the message.
_MEANINGS: Final = (
    ("locked", f"is locked by another program for more than {BUSY_TIMEOUT_SECONDS} s; close it and try again"),
    ("malformed", "is damaged ({}); restore a backup, or for timeline.db: dateline rebuild"),
    ("corrupt", "is damaged ({}); restore a backup, or for timeline.db: dateline rebuild"),
    ("readonly", "cannot be written ({}); check the folder's permissions"),
    ("unable to open", "cannot be written ({}); check the folder's permissions"),
    ("full", "cannot be written: the disk is full ({})"),
    ("disk I/O error", "cannot be read or written ({}); is the disk full, or failing?"),
)  # fmt: skip


def explain(error: sqlite3.Error, name: str) -> str:
    """Return one line for a user: what is wrong with the database and what to do about it."""
    text = str(error)
    if "not a database" in text:
        return f"is not a Dateline {name} (not an SQLite database); move it away"
    meaning = next((words for part, words in _MEANINGS if part in text), "SQLite says: {}")
    return meaning.replace("{}", text)

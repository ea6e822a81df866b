"""One state of the database for a whole download, whatever is written while it is sent."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from threading import Lock
from typing import Any, Final, TypeVar
from urllib.parse import quote

from datasette.utils import sqlite_timelimit

Result = TypeVar("Result")

#: While a download lasts, SQLite cannot reuse what was written since it began: a reader who drips may not
#: make the file grow for ever. A million events are sent in a few minutes.
LONGEST_SECONDS: Final = 15 * 60
#: A walk from one end to the other needs few pages again; many downloads may be under way.
_CACHE_KIB: Final = 8 * 1024


class Snapshot:
    """A reading transaction of its own, begun by the first read; `close` ends it.

    A database that is not a file, which nobody writes, is read as it is.
    """

    def __init__(self, datasette: Any, database: str) -> None:
        """Nothing is opened yet."""
        self._datasette = datasette
        self._database = datasette.get_database(database)
        self._connection: sqlite3.Connection | None = None
        self._lock = Lock()
        self._is_closed = False

    async def read(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run reading work in a thread of Datasette's, within its time limit for one statement."""
        limit_ms = self._datasette.setting("sql_time_limit_ms")

        def limited(shared: sqlite3.Connection) -> Result:
            with self._lock:
                connection = self._opened() if self._database.path else shared
                try:
                    with sqlite_timelimit(connection, limit_ms):
                        return work(connection)
                finally:
                    self._let_go()

        result: Result = await self._database.execute_fn(limited)
        return result

    def _opened(self) -> sqlite3.Connection:
        if self._is_closed:
            raise sqlite3.ProgrammingError("the download has ended")
        if self._connection is None:
            mode = "mode=ro" if self._database.is_mutable else "immutable=1"
            uri = f"file:{quote(str(self._database.path))}?{mode}"
            connection = sqlite3.connect(
                uri, uri=True, check_same_thread=False, isolation_level=None
            )
            self._datasette._prepare_connection(connection, self._database.name)  # noqa: SLF001 - as its own
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            connection.execute("BEGIN")
            self._connection = connection
        return self._connection

    def close(self) -> None:
        """End the transaction, at once or, where a thread is reading, as soon as it has read."""
        self._is_closed = True
        if self._lock.acquire(blocking=False):
            try:
                self._let_go()
            finally:
                self._lock.release()

    def _let_go(self) -> None:
        if self._is_closed and self._connection is not None:
            self._connection.close()
            self._connection = None

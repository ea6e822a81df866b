"""Writes an export from one state of a timeline.db file, without a server and without a time limit."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import quote

from datasette_timeline.exports import render
from datasette_timeline.exports.address import Address
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow, FeedMeta
from datasette_timeline.exports.selection import STRIDE, Walk, read_rows, updated_at
from datasette_timeline.views import conditions
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter

#: An archive that is being written lets readers wait this long, in seconds.
_BUSY_SECONDS: Final = 30


class ExportError(Exception):
    """An export that cannot be written; the message is one line that names the file and the mend."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: which events, in which format, and as which address of a site."""

    view: Filter
    form: Format
    address: Address
    #: Whether a calendar has spans for dates vaguer than a day too.
    include_vague: bool = False

    def facts(self, updated_at: datetime) -> FeedMeta:
        """Return what the export says of itself."""
        return self.address.facts(
            self.form, self.view, updated_at, include_vague=self.include_vague
        )


@dataclass(slots=True)
class Written:
    """How much was written: events, and whether the format's limit left out more."""

    events: int = 0
    is_limited: bool = False


@contextmanager
def one_state(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an archive for reading; all that is read is of one moment, whatever is written meanwhile.

    Raises ExportError where the file is missing or no timeline.
    """
    if not path.is_file():
        raise ExportError(f"{path}: no such file; dateline run writes one")
    uri = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        connection.execute("BEGIN")
        tables = "SELECT count(*) FROM sqlite_master WHERE name IN ('events', 'build')"
        if connection.execute(tables).fetchone()[0] != 2:
            raise ExportError(f"{path}: not a timeline; dateline run writes one")
        yield connection
    except sqlite3.DatabaseError as error:
        raise ExportError(
            f"{path}: cannot be read ({error}); dateline verify tells more"
        ) from error
    finally:
        connection.close()


def write_events(connection: sqlite3.Connection, sink: BinaryIO, order: Order) -> Written:
    """Write what is ordered to `sink`; return how much that was.

    A feed that the site gives page by page is written whole.
    """
    form, base_url = order.form, order.address.base_url
    plan: Plan = "gather" if conditions.selections(order.view) else "walk"
    walk = Walk(order.view, form, plan, include_vague=order.include_vague)
    written = Written()
    ids = walk.next_ids(connection, form.limit or STRIDE)
    meta = order.facts(updated_at(connection))
    if form.limit is not None and walk.next_ids(connection, 1):
        written.is_limited = True
        meta = replace(meta, limited_to=form.limit)
    condition = form.condition_for(include_vague=order.include_vague)

    def events() -> Iterator[EventRow]:
        batch = ids
        while batch:
            for event in read_rows(connection, batch, base_url, condition):
                written.events += 1
                yield event
            batch = walk.next_ids(connection, STRIDE) if form.limit is None else []

    sink.writelines(render(form, events(), meta))
    return written


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that appears under its name when it is complete, or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as sink:
            yield sink
            sink.flush()
            os.fsync(sink.fileno())
        partial.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)

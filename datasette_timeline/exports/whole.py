"""Writes an export from one state of a timeline.db file, without a server and without a time limit."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import quote

from datasette_timeline.exports import render
from datasette_timeline.exports.address import Address
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import EventRow
from datasette_timeline.exports.selection import STRIDE, Walk, read_rows, updated_at
from datasette_timeline.views import conditions
from datasette_timeline.views.conditions import Plan
from datasette_timeline.views.filters import Filter

#: An archive that is being written lets readers wait this long, in seconds.
_BUSY_SECONDS: Final = 30


class ExportError(Exception):
    """An export that cannot be written; the message is one line that names the file and the mend."""


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


def write_events(
    connection: sqlite3.Connection,
    sink: BinaryIO,
    form: Format,
    view: Filter,
    address: Address,
    *,
    include_vague: bool = False,
) -> Written:
    """Write what the view finds to `sink`; return how much that was.

    A feed that the site gives page by page is written whole.
    """
    plan: Plan = "gather" if conditions.selections(view) else "walk"
    walk = Walk(view, form, plan, include_vague=include_vague)
    written = Written()
    ids = walk.next_ids(connection, form.limit or STRIDE)
    meta = address.facts(form, view, updated_at(connection), include_vague=include_vague)
    if form.limit is not None and walk.next_ids(connection, 1):
        written.is_limited = True
        meta = replace(meta, limited_to=form.limit)
    condition = form.condition_for(include_vague=include_vague)

    def events() -> Iterator[EventRow]:
        batch = ids
        while batch:
            for event in read_rows(connection, batch, address.base_url, condition):
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

"""SQL's printf() and format(), NULL where one call would run for seconds, as SQLite gives for what is too long.

SQLite writes the character of `%.*c` as often as the precision says, one by one, and goes on when the
result is longer than a value may be (sqlite3_str_vappendf, until 3.40 at least): two thousand million steps
of one call, which no time limit interrupts. All else is given to SQLite's own function.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from functools import cache
from threading import Lock
from typing import Any, Final

#: A conversion to a character, with all that may stand between "%" and "c".
_CHARACTER: Final = re.compile(r"%([-+ #!,0-9.*l]*)c")
_NUMBER: Final = re.compile(r"\s*[-+]?(\d+)", re.ASCII)
_NAMES: Final = ("printf", "format")
#: Two threads that take one statement from a connection's cache at a time would have one another's values.
_OWN_AT_WORK: Final = Lock()


def install(connection: sqlite3.Connection, most: int) -> None:
    """Let the connection's functions repeat a character `most` times, no more."""
    own = _own(most)

    def formatted(*values: Any) -> Any:
        if values and isinstance(values[0], str) and _repeats(values[0], values[1:], most):
            return None
        marks = ", ".join("?" * len(values))
        with _OWN_AT_WORK:
            return own.execute(f"SELECT printf({marks})", values).fetchone()[0]

    for name in _NAMES:
        connection.create_function(name, -1, formatted, deterministic=True)


@cache
def _own(most: int) -> sqlite3.Connection:
    """Return a connection for SQLite's own function, which only SQL can call, with results of so many bytes.

    One serves all threads until the process ends.
    """
    own = sqlite3.connect(":memory:", check_same_thread=False)
    own.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, most)
    return own


def _repeats(form: str, values: Iterable[Any], most: int) -> bool:
    """Whether a character might be repeated more than `most` times."""
    for conversion in _CHARACTER.finditer(form):
        given = re.findall(r"\d+", conversion[1])
        if any(len(number) > len(str(most)) or int(number) > most for number in given):
            return True
        if "*" in conversion[1] and any(_number(value) > most for value in values):
            return True
    return False


def _number(value: Any) -> float:
    """Return the size of the number that SQLite would read in a value."""
    if isinstance(value, int | float):
        return abs(value)
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    found = _NUMBER.match(text[:40])
    return float(found[1]) if found else 0

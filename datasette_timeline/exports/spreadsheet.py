"""CSV for people's spreadsheets: RFC 4180 in UTF-8, every text quoted, no cell a spreadsheet would run.

A text that begins like a formula gets one apostrophe in front; so does one that begins with apostrophes
and then like a formula. `restore` takes it off again, so nothing is lost.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import COLUMNS, EventRow, FeedMeta

#: What makes spreadsheets run a cell (OWASP, "CSV Injection"), also in full width, and after the white
#: space and invisible marks that some of them skip.
_FORMULA: Final = re.compile("'*(?:[\t\r\n]|[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠])")

#: Controls that no spreadsheet shows and some readers end a file at; tab, line feed and CR stay.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

#: Found in every text that is not as good as it is; one look at a text is cheaper than two.
_SUSPECT: Final = re.compile(
    "^['\\s\u200b-\u200f\u2060\ufeff=+\\-@＝＋－＠]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)

#: Excel takes a file without it for the local code page; every other reader skips it.
_BYTE_ORDER_MARK: Final = "\ufeff"


def guard(cell: object) -> object:
    """Return a cell's value so that no spreadsheet runs it; numbers and None as they are."""
    if not isinstance(cell, str) or not _SUSPECT.search(cell):
        return cell
    cell = _CONTROLS.sub("", cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restore(cell: str) -> str:
    """Return the text that `guard` was given (but for control characters)."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def line(cells: Iterable[object]) -> str:
    """Return one CSV record with its CRLF; None is an empty cell without quotes."""
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerow(
        ["" if cell is None else guard(cell) for cell in cells]
    )
    return buffer.getvalue()


def _item(event: EventRow, _meta: FeedMeta) -> str:
    return line(getattr(event, column) for column in COLUMNS)


_PLAIN: Final = Document(head=lambda _meta: line(COLUMNS), item=_item)
_MARKED: Final = Document(head=lambda _meta: _BYTE_ORDER_MARK + line(COLUMNS), item=_item)

FORMATS: Final = (
    Format(
        extension="csv",
        name="CSV",
        purpose="for spreadsheets and data tools",
        media_type="text/csv; charset=utf-8; header=present",
        open=_PLAIN.open,
        columns=("slug", "title"),
    ),
    Format(
        extension="excel.csv",
        name="CSV for Excel",
        purpose="the same with the mark that Excel needs to read accents",
        media_type="text/csv; charset=utf-8; header=present",
        open=_MARKED.open,
        columns=("slug", "title"),
    ),
)

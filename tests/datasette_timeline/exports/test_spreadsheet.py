"""CSV: rectangular, exact but for the guard against formulas, which can be taken off again."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_timeline.exports.record import COLUMNS
from datasette_timeline.exports.spreadsheet import guard, restore


def read(document: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(document.decode("utf-8-sig"), newline=""), strict=True))


def test_the_header_names_the_columns_of_the_contract(write):
    assert write("csv").decode() == ",".join(f'"{name}"' for name in COLUMNS) + "\r\n"


def test_a_row_has_every_column_and_numbers_stay_numbers(write, make_event):
    (row,) = read(write("csv", make_event(latitude=-33.9)))
    assert list(row) == list(COLUMNS)
    assert row["latitude"] == "-33.9"
    assert row["date_start"] == "1998-05-12"


def test_no_cell_begins_like_a_formula_and_restore_gives_the_text_back(write, make_event, trap):
    (row,) = read(write("csv", make_event(title=trap, quote=trap, speaker=trap)))
    visible = "".join(c for c in trap if (c >= " " and c != "\x7f") or c in "\t\r\n")
    for column in ("title", "quote", "speaker"):
        cell = row[column]
        assert not cell.lstrip(" \u200b\ufeff").startswith(
            ("=", "+", "-", "@", "\t", "\r", "\n", "＝")
        )
        assert restore(cell) == visible


@given(st.text())
def test_restore_is_the_inverse_of_guard(text):
    printable = "".join(c for c in text if (c >= " " and c != "\x7f") or c in "\t\r\n")
    assert restore(guard(text)) == printable


def test_the_excel_variant_differs_by_the_byte_order_mark_alone(write, make_event):
    assert write("excel.csv", make_event()) == b"\xef\xbb\xbf" + write("csv", make_event())


@pytest.mark.filterwarnings("ignore")
def test_pandas_reads_every_row(write, make_event, trap):
    pandas = pytest.importorskip("pandas", reason="pandas (extra: validators) is not installed")
    document = write("csv", make_event(title=trap), make_event(slug="second"))
    frame = pandas.read_csv(io.BytesIO(document))
    assert list(frame["slug"]) == [make_event().slug, "second"]

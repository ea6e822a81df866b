"""Parquet: typed columns that other readers understand, in row groups that keep memory bounded."""

import io
import sys
from datetime import UTC, date, datetime

import pytest

from datasette_timeline.exports import FORMATS, render
from datasette_timeline.exports.record import COLUMNS


@pytest.fixture
def parquet():
    return pytest.importorskip(
        "pyarrow.parquet", reason="pyarrow (extra: parquet) is not installed"
    )


def test_columns_have_their_types_and_texts_come_back_exactly(parquet, write, make_event, trap):
    table = parquet.read_table(io.BytesIO(write("parquet", make_event(quote=trap, date_end=None))))
    assert table.column_names == list(COLUMNS)
    (row,) = table.to_pylist()
    assert row["quote"] == trap
    assert row["date_start"] == date(1998, 5, 12)
    assert row["date_end"] is None
    assert row["first_seen_at"] == datetime(1998, 5, 13, 9, 30, tzinfo=UTC)
    assert row["disputed"] is False


def test_no_events_still_make_a_file_with_columns(parquet, write):
    table = parquet.read_table(io.BytesIO(write("parquet")))
    assert (table.num_rows, table.column_names) == (0, list(COLUMNS))


def test_rows_are_handed_over_group_by_group(parquet, make_event, make_meta):
    event = make_event()
    chunks = list(render(FORMATS["parquet"], (event for _ in range(25_000)), make_meta()))
    assert sum(1 for chunk in chunks if len(chunk) > 1000) == 3
    assert parquet.ParquetFile(io.BytesIO(b"".join(chunks))).metadata.num_row_groups == 3


def test_without_pyarrow_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert FORMATS["parquet"].missing() == 'Parquet needs pyarrow: pip install "dateline[parquet]"'
    assert FORMATS["csv"].missing() is None


def test_importing_the_exports_does_not_import_pyarrow():
    import subprocess

    code = "import sys, datasette_timeline.exports; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

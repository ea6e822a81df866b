"""Apache Parquet: every column of the events with its type, for pandas, DuckDB, Polars and Spark.

Needs pyarrow, which is large and therefore an extra: dateline[parquet].
"""

from __future__ import annotations

import io
from typing import Any, Final

from datasette_timeline.exports.encoder import Encoder
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import COLUMNS, EventRow, FeedMeta, parse_day, parse_instant

#: Rows held before they are written: some 20 MB, and a row group that readers can skip.
_ROW_GROUP: Final = 10_000

_INTEGERS: Final = frozenset(
    {
        "id", "article_id", "year", "month", "mention_count", "publisher_count", "origin_count",
        "revision_number", "quote_start", "quote_end",
    }
)  # fmt: skip
_REALS: Final = frozenset({"latitude", "longitude", "significance"})
_DAYS: Final = frozenset({"date_start", "date_end", "article_published_on"})
_INSTANTS: Final = frozenset({"revision_seen_at", "first_seen_at", "changed_at"})
_BOOLEANS: Final = frozenset({"disputed"})


def _value(event: EventRow, column: str) -> object:
    value = getattr(event, column)
    if column in _DAYS:
        return parse_day(value)
    if column in _INSTANTS:
        return parse_instant(value)
    return bool(value) if column in _BOOLEANS else value


def _schema() -> Any:
    import pyarrow as pa

    def kind(column: str) -> Any:
        for names, data_type in (
            (_INTEGERS, pa.int64()),
            (_REALS, pa.float64()),
            (_DAYS, pa.date32()),
            (_INSTANTS, pa.timestamp("us", tz="UTC")),
            (_BOOLEANS, pa.bool_()),
        ):
            if column in names:
                return data_type
        return pa.string()

    return pa.schema([(column, kind(column)) for column in COLUMNS])


class _Outbox(io.RawIOBase):
    """A file that only grows, whose written bytes can be taken away; Parquet never seeks back."""

    def __init__(self) -> None:
        super().__init__()
        self._chunks: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        chunk = bytes(data)
        self._chunks.append(chunk)
        self._written += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        return self._written

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken = b"".join(self._chunks)
        self._chunks.clear()
        return taken


class _ParquetEncoder:
    """Gathers a row group, writes it, and hands over the bytes that the writer has let go of."""

    def __init__(self, meta: FeedMeta) -> None:
        import pyarrow.parquet as pq

        self._outbox = _Outbox()
        self._schema = _schema().with_metadata({"title": meta.title, "source": meta.page_url})
        self._writer = pq.ParquetWriter(self._outbox, self._schema, compression="zstd")
        self._rows: list[EventRow] = []

    def start(self) -> bytes:
        return self._outbox.take()

    def add(self, event: EventRow) -> bytes:
        self._rows.append(event)
        return self._write_group() if len(self._rows) >= _ROW_GROUP else b""

    def finish(self) -> bytes:
        last = self._write_group() if self._rows else b""
        self._writer.close()
        return last + self._outbox.take()

    def _write_group(self) -> bytes:
        import pyarrow as pa

        arrays = [
            pa.array([_value(event, field.name) for event in self._rows], type=field.type)
            for field in self._schema
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()
        return self._outbox.take()


def _open(meta: FeedMeta) -> Encoder:
    return _ParquetEncoder(meta)


FORMATS: Final = (
    Format(
        extension="parquet",
        name="Parquet",
        purpose="typed columns, for pandas, DuckDB and Polars",
        media_type="application/vnd.apache.parquet",
        open=_open,
        columns=("slug", "title"),
        requires="pyarrow",
        extra="parquet",
    ),
)

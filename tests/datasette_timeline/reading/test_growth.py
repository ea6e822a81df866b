"""What a page costs does not grow with the archive: counted in steps of SQLite's machine, not in time."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from datasette_timeline.reading.database import Database


def _archive(maker: Any, days: int, events_a_day: int) -> Path:
    for day in range(days):
        for number in range(events_a_day):
            on = (date(2026, 6, 30) - timedelta(days=day)).isoformat()
            names = ("A", "B") if number % 4 else ("A",)
            maker.add(
                edtf=on, date_start=on, date_end=on, publishers=names, title=f"Event {number}"
            )
    path: Path = maker.finish()
    return path


def _steps(path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return the steps that all statements of a page take, in hundreds."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    async def rows(_: Database, sql: str, params: Any = None) -> list[Any]:
        return connection.execute(sql, dict(params or {})).fetchall()

    async def answer() -> int:
        datasette = Datasette([str(path)], settings={"suggest_facets": False})
        await datasette.invoke_startup()
        status = (await datasette.client.get(address)).status_code
        for database in datasette.databases.values():
            database.close()
        return int(status)

    with closing(sqlite3.connect(path)) as connection, monkeypatch.context() as patched:
        connection.row_factory = sqlite3.Row
        connection.set_progress_handler(count, 100)
        patched.setattr(Database, "rows", rows)
        assert asyncio.run(answer()) == 200
    return taken


@pytest.fixture(scope="module")
def archives(
    make_timeline: Callable[[Path], Any], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Return a small archive, larger than any page looks at, and two of three times its size."""
    folder = tmp_path_factory.mktemp("archives")
    sizes = {"small": (30, 70), "longer": (90, 70), "denser": (30, 210)}
    return {
        name: _archive(make_timeline(folder / f"{name}.db"), *size) for name, size in sizes.items()
    }


@pytest.mark.parametrize(
    ("address", "larger"),
    [("/", "longer"), ("/", "denser"), ("/?sort=oldest", "longer"), ("/?sort=publishers", "longer"),
     ("/event/event-9", "longer")],
)  # fmt: skip
def test_a_page_of_everything_costs_no_more_in_a_larger_archive(
    archives: dict[str, Path], address: str, larger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = archives["small"], archives[larger]
    assert _steps(large, address, monkeypatch) < 1.3 * _steps(small, address, monkeypatch)

"""What Datasette 0.65 needs of us to behave."""

import importlib
from typing import Any

import pytest

from datasette_timeline.serving import compat


class _Rich:
    def get_console(self) -> None:
        raise ValueError("Value for 'trace' required if not called in except: block")


def test_a_path_without_a_route_is_a_404_where_rich_is_installed(
    reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = importlib.import_module("datasette.handle_exception")
    monkeypatch.setattr(handler, "rich", _Rich())
    compat.keep_errors_plain()
    assert reader.get("/no/such/path/at/all").status_code == 404


def test_it_is_done_when_the_server_starts(reader: Any) -> None:
    reader.get("/")
    assert importlib.import_module("datasette.handle_exception").rich is None

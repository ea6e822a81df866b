"""What Datasette 0.65 needs of us to behave."""

import asyncio
import importlib

from datasette.app import Datasette


def test_a_path_without_a_route_is_a_404_where_rich_is_installed(monkeypatch):
    class Rich:
        def get_console(self):
            raise ValueError("Value for 'trace' required if not called in except: block")

    monkeypatch.setattr(importlib.import_module("datasette.handle_exception"), "rich", Rich())
    datasette = Datasette(memory=True)

    async def status() -> int:
        await datasette.invoke_startup()
        return (await datasette.client.get("/no/such/path/at/all")).status_code

    assert asyncio.run(status()) == 404

"""A real server, a real browser, and axe-core where it is installed; what is missing is skipped aloud."""

from __future__ import annotations

import importlib.util
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

ROOT = Path(__file__).parents[2]
DESKTOP = {"width": 1280, "height": 900}
_START_SECONDS = 20
_PATIENCE_MS = 8_000


def _shared() -> Any:
    """Return the fixtures' maker of timelines, which lies beside the other tests of the pages."""
    path = ROOT / "tests" / "datasette_timeline" / "conftest.py"
    spec = importlib.util.spec_from_file_location("timeline_fixtures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Return what starts a server and gives its address; `fill` puts events into its timeline."""
    shared = _shared()
    running: list[tuple[uvicorn.Server, threading.Thread, Any]] = []

    def start(fill: Callable[[Any], None] | None = shared.fill, **options: Any) -> str:
        maker = shared.TimelineMaker(tmp_path_factory.mktemp("site") / "timeline.db")
        if fill:
            fill(maker)
        datasette = shared.serve(maker.finish(), **options)
        config = uvicorn.Config(datasette.app(), port=0, log_level="error", lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        deadline = time.monotonic() + _START_SECONDS
        while not server.started and time.monotonic() < deadline:
            thread.join(0.02)
        running.append((server, thread, datasette))
        port = server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread, datasette in running:
        server.should_exit = True
        thread.join(_START_SECONDS)
        for database in datasette.databases.values():
            database.close()


@pytest.fixture(scope="session")
def site(serve: Callable[..., str]) -> str:
    """Return the address of a timeline with something of everything."""
    return serve()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return Chromium, the system's own.

    Playwright keeps an event loop running in this thread, in which no other test could start one: it ends with its file.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if not path:
        pytest.skip("no Chromium in PATH: the pages are not tested in a browser")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Return what opens a page of the site; nothing but the site can be reached, no error is let pass."""
    opened: list[tuple[Any, list[str]]] = []

    def go(
        path: str, *, base: str = site, viewport: dict[str, int] | None = None, **options: Any
    ) -> Any:
        context = browser.new_context(viewport=viewport or DESKTOP, **options)
        context.set_default_timeout(_PATIENCE_MS)
        problems: list[str] = []

        def only_local(route: Any) -> None:
            if route.request.url.startswith(base):
                route.continue_()
            else:
                problems.append(f"asked for {route.request.url}")
                route.abort()

        context.route("**/*", only_local)
        page = context.new_page()
        page.on(
            "console", lambda said: problems.append(said.text) if said.type == "error" else None
        )
        page.on("pageerror", lambda error: problems.append(str(error)))
        opened.append((context, problems))
        page.goto(base + path)
        return page

    yield go
    for context, problems in opened:
        context.close()
        # Chromium itself reports the status of a page that is meant to be an error page.
        assert [said for said in problems if "Failed to load resource" not in said] == []


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe-core, from AXE_CORE or node_modules."""
    given = os.environ.get("AXE_CORE")
    path = Path(given) if given else ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is not installed (npm install axe-core): accessibility is not tested")
    return path.read_text(encoding="utf-8")

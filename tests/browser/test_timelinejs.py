"""The export in the real TimelineJS 3 (npm's @knight-lab/timelinejs), cut off from the network."""

import json
import mimetypes
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

ROOT = Path(__file__).parents[2]
HOST = "http://timelinejs.test"
_PATIENCE_MS = 8_000
_PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="/css/timeline.css"><script src="/js/timeline.js"></script>
<body style="margin: 0"><div id="it" style="height: 600px"></div>
<script>window.shown = new TL.Timeline("it", "/events.json", {font: null, hash_bookmark: true});</script>
"""


@pytest.fixture(scope="module")
def library() -> Path:
    """Return the folder of the library's build, from TIMELINEJS or node_modules."""
    given = os.environ.get("TIMELINEJS")
    path = Path(given) if given else ROOT / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
    if not (path / "js" / "timeline.js").is_file():
        pytest.skip("TimelineJS is not installed (npm install @knight-lab/timelinejs)")
    return path


@pytest.fixture
def show(browser: Any, library: Path) -> Iterator[Callable[[bytes], Any]]:
    """Return what opens an export in TimelineJS; that nothing fails and nothing is asked for is checked."""
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    context.set_default_timeout(_PATIENCE_MS)
    problems: list[str] = []

    def go(export: bytes) -> Any:
        def answer(route: Any) -> None:
            path = urlsplit(route.request.url).path
            file = library / path.lstrip("/")
            if not route.request.url.startswith(HOST):
                problems.append(f"asked for {route.request.url}")
                route.abort()
            elif path == "/":
                route.fulfill(body=_PAGE, content_type="text/html")
            elif path == "/events.json":
                route.fulfill(body=export, content_type="application/json")
            elif file.is_file():
                kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                route.fulfill(body=file.read_bytes(), content_type=kind)
            else:
                route.fulfill(status=404)

        context.route("**/*", answer)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(HOST + "/")
        page.wait_for_function("document.querySelectorAll('.tl-slide').length > 0")
        return page

    yield go
    context.close()
    assert problems == []


def test_timelinejs_shows_a_slide_for_every_event_and_one_for_the_title(
    show: Callable[[bytes], Any], site: str
) -> None:
    export = httpx.get(f"{site}/events.timelinejs.json").content
    events = json.loads(export)["events"]
    page = show(export)
    assert page.locator(".tl-slide").count() == len(events) + 1
    assert page.locator(".tl-timemarker").count() == len(events)
    assert page.locator(".tl-message-content").count() == 0
    assert (
        page.locator(".tl-slide-titleslide h2").inner_text()
        == json.loads(export)["title"]["text"]["headline"]
    )


def test_a_slide_says_its_date_in_our_words_and_leads_back(
    show: Callable[[bytes], Any], site: str
) -> None:
    export = httpx.get(f"{site}/2024/06.timelinejs.json").content
    slides = {slide["unique_id"]: slide for slide in json.loads(export)["events"]}
    page = show(export)
    for name, slide in slides.items():
        shown = page.locator(f"#{name}").first
        assert slide["display_date"] in shown.locator(".tl-headline-date").text_content()
        assert shown.locator("a:has-text('Record')").get_attribute("href").endswith(f"/{name}")


def test_what_a_source_wrote_stays_text_in_timelinejs(
    show: Callable[[bytes], Any], site: str
) -> None:
    page = show(httpx.get(f"{site}/2024/06.timelinejs.json").content)
    assert page.locator(".tl-slide script, .tl-slide img, .tl-timemarker img").count() == 0
    assert page.locator(".tl-slide a[href^='javascript']").count() == 0


def test_the_next_button_of_timelinejs_moves_to_the_first_event(
    show: Callable[[bytes], Any], site: str
) -> None:
    page = show(httpx.get(f"{site}/2024/06.timelinejs.json").content)
    page.locator(".tl-slidenav-next").click()
    page.wait_for_function("location.hash.length > 1")
    page.wait_for_function(
        "document.getElementById(location.hash.replace('#event-', ''))"
        ".getBoundingClientRect().left === 0"
    )

"""WCAG 2.2 AA and best practice by axe-core, on every state of every page; layout from 320 to 1920 pixels."""

from collections.abc import Callable
from typing import Any

import pytest

STATES = ["/", "/2024", "/2023", "/2024/06", "/2024/06/25", "/2023/05/04", "/?q=bridge", "/?q=nothing-at-all",
          "/?from=2023&to=2024", "/2024/06?publisher=Valley+Post&min_publishers=2", "/2024?publisher=Valley+Post&publisher=Hill+Gazette", "/event/bridge-opens",
          "/event/hostile", "/event/bridge-opens/mentions", "/event/long", "/event/long/mentions?publisher=Paper+1", "/event/long/mentions?page=9", "/event/old-plan", "/article/1", "/sources", "/source/1", "/changes", "/source/1/changes",
          "/source/3/changes", "/changes?after=2026-07-02T09:30:00Z_r1", "/source/99/changes", "/changes?after=x", "/-/timeline/schema",
          "/-/timeline/keys", "/-/timeline/about", "/1800", "/nowhere", "/2024/13"]  # fmt: skip
#: Datasette's own pages in the timeline's frame and colours.
DATA = ["/timeline", "/timeline/events", "/timeline/events?_facet=publisher&precision=day", "/timeline/events/1", "/timeline/first_to_report",
        "/timeline?sql=select+slug,title+from+events"]  # fmt: skip
#: What only Datasette's templates can mend: its form of filters and its editor name no field, its h3 follow h1.
_DATASETTES = ("label:", "select-name:", "heading-order:")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => (await axe.run({runOnly: {type: "tag", values: tags}})).violations
    .map(v => v.id + ": " + v.nodes.map(n => n.target + " " + n.failureSummary).join("; "))"""


@pytest.mark.parametrize("path", STATES)
def test_axe_finds_no_violation(visit: Callable[..., Any], axe: str, path: str) -> None:
    page = visit(path, bypass_csp=True)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.evaluate(axe)
    found = {}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = page.evaluate(_RUN, _RULES)
    assert not any(found.values()), found


@pytest.mark.parametrize("path", DATA)
def test_axe_finds_on_datasettes_pages_only_what_is_in_their_templates(
    visit: Callable[..., Any], axe: str, path: str
) -> None:
    page = visit(path, bypass_csp=True)
    page.evaluate(axe)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate(_RUN, _RULES)
            assert [said for said in found if not said.startswith(_DATASETTES)] == []


@pytest.mark.parametrize("path", DATA)
def test_datasettes_pages_do_not_scroll_sideways(visit: Callable[..., Any], path: str) -> None:
    page = visit(path)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_axe_finds_no_violation_in_the_list_of_keys(visit: Callable[..., Any], axe: str) -> None:
    page = visit("/", bypass_csp=True)
    page.keyboard.press("?")
    page.evaluate(axe)
    assert page.evaluate(_RUN, _RULES) == []


def test_an_archive_without_events_is_accessible(
    visit: Callable[..., Any], serve: Callable[..., str], axe: str
) -> None:
    page = visit("/", base=serve(None), bypass_csp=True)
    page.evaluate(axe)
    assert page.evaluate(_RUN, _RULES) == []


@pytest.mark.parametrize("path", STATES)
def test_no_page_scrolls_sideways(visit: Callable[..., Any], path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640})
    for width in (320, 390, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/2024",
        "/2023",
        "/2024/06",
        "/2024/06/25",
        "/?q=bridge",
        "/?q=bridge&publisher=Valley+Post&basis=relative",
    ],
)
def test_the_first_headline_is_on_a_phones_first_screen(
    visit: Callable[..., Any], path: str
) -> None:
    page = visit(path, viewport={"width": 390, "height": 844})
    headline = page.locator("article.event h3 a, .leads a").first
    assert headline.bounding_box()["y"] < 844 - 24


def test_nothing_moves_while_a_page_loads(visit: Callable[..., Any]) -> None:
    page = visit("/2024")
    shift = page.evaluate(
        """() => new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
                .observe({type: "layout-shift", buffered: true});
            requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )
    assert shift == 0


def test_texts_from_right_to_left_are_set_so(visit: Callable[..., Any]) -> None:
    page = visit("/2024/06/27")
    title = page.locator("article.event h3 a").first
    assert title.evaluate("e => getComputedStyle(e).direction") == "rtl"

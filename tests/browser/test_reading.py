"""Reading in a browser: keys, dragging over a chart, and everything else without the script."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest


def test_keys_move_between_events_to_the_search_and_between_periods(
    visit: Callable[..., Any],
) -> None:
    page = visit("/2024/06")
    titles = page.locator("article.event h3 a").all_inner_texts()
    focused = "document.activeElement.textContent"
    page.keyboard.press("j")
    assert page.evaluate(focused) == titles[0]
    page.keyboard.press("j")
    assert page.evaluate(focused) == titles[1]
    page.keyboard.press("k")
    assert page.evaluate(focused) == titles[0]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("j/k?")
    assert page.input_value("#q") == "j/k?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/2024/05")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/2024/06")


def test_the_list_of_keys_opens_and_closes(visit: Callable[..., Any]) -> None:
    page = visit("/")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def _drag(page: Any, first: float, last: float) -> None:
    box = page.locator("svg.bars").bounding_box()
    height = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * first, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * (first + last) / 2, height)
    page.mouse.move(box["x"] + box["width"] * last, height)
    page.mouse.up()


@pytest.mark.parametrize(
    ("first", "last", "target"),
    [
        (5.5 / 12, 11.5 / 12, "/?from=2024-06&to=2024-12"),
        (11.9 / 12, 10.1 / 12, "/?from=2024-11&to=2024-12"),
        (5.05 / 12, 5.95 / 12, "/2024/06"),
        (11.5 / 12, 1.005, "/2024/12"),
    ],
)
def test_dragging_selects_whole_bins_in_either_direction(
    visit: Callable[..., Any], first: float, last: float, target: str
) -> None:
    page = visit("/2024")
    _drag(page, first, last)
    page.wait_for_url(f"**{target}")


def test_dragging_keeps_the_search_and_escape_leaves_all_as_it_was(
    visit: Callable[..., Any],
) -> None:
    page = visit("/2024?q=survey")
    box = page.locator("svg.bars").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 20)
    page.keyboard.press("Escape")
    assert page.locator(".in").count() == 0
    page.mouse.up()
    assert page.url.endswith("/2024?q=survey")
    # The address stays the same, so only the new page shows that the first drag was done with.
    with page.expect_navigation(url="**/2024?q=survey"):
        _drag(page, 0.02, 0.98)
    with page.expect_navigation(url="**/?q=survey&from=2024-01&to=2024-05"):
        _drag(page, 0.02, 0.4)


def test_dragging_by_touch_selects_too(visit: Callable[..., Any]) -> None:
    page = visit("/2024", viewport={"width": 390, "height": 844}, has_touch=True)
    box = page.locator("svg.bars").bounding_box()
    send = page.context.new_cdp_session(page).send

    def touch(kind: str, share: float) -> None:
        point = {"x": box["x"] + box["width"] * share, "y": box["y"] + 40}
        send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [] if kind == "touchEnd" else [point]},
        )

    touch("touchStart", 2.5 / 12)
    for share in (3 / 12, 4 / 12, 5.5 / 12):
        touch("touchMove", share)
    touch("touchEnd", 5.5 / 12)
    page.wait_for_url("**/?from=2024-03&to=2024-06")


def test_without_the_script_every_way_is_still_open(visit: Callable[..., Any]) -> None:
    page = visit("/", java_script_enabled=False)
    page.click(".bins summary")
    page.click(".bins a:has-text('May 2023')")
    assert page.locator("h1").inner_text() == "May 2023"
    page.click(".crumbs a:has-text('2023')")
    page.click(".crumbs a[rel=next]")
    page.fill("#q", "bridge")
    page.click("form.search button")
    assert page.url.endswith("/2024?q=bridge")
    page.click(".facet a:has-text('Valley Post')")
    assert "publisher=Valley+Post" in page.url
    page.click(".facet a:has-text('Hill Gazette')")
    assert page.url.endswith("publisher=Hill+Gazette&publisher=Valley+Post")
    page.click(".facet a[aria-current]:has-text('Hill Gazette')")
    page.click(".chips a:has-text('publisher')")
    assert page.url.endswith("/2024?q=bridge")
    page.fill("#from", "2024-06")
    page.fill("#to", "2024-06")
    page.click("aside button")
    assert page.url.endswith("/2024/06?q=bridge")
    page.click("article.event h3 a >> nth=0")
    assert "/event/" in page.url
    page.go_back()
    assert page.url.endswith("/2024/06?q=bridge")


def test_a_folded_day_opens_and_its_events_can_be_reached(visit: Callable[..., Any]) -> None:
    page = visit("/2023/05/04")
    hidden = page.locator(".fold li a").first
    assert not hidden.is_visible()
    page.click(".fold summary")
    hidden.click()
    assert "/event/" in page.url


def test_a_citation_is_copied_and_says_so(visit: Callable[..., Any]) -> None:
    page = visit("/event/bridge-opens", permissions=["clipboard-read", "clipboard-write"])
    page.click("aside .copy >> nth=0")
    page.wait_for_selector("aside .copy:has-text('Copied')")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("p.cite").text_content()


def test_without_the_script_no_button_stands_that_does_nothing(visit: Callable[..., Any]) -> None:
    page = visit("/event/bridge-opens", java_script_enabled=False)
    assert page.locator(".copy").count() == 0
    page.click("summary:has-text('BibTeX')")
    assert page.locator("pre.cite").nth(1).is_visible()


def test_print_leaves_the_words_and_drops_the_tools(visit: Callable[..., Any]) -> None:
    page = visit("/2024/06")
    page.emulate_media(media="print")
    assert not page.locator("aside").is_visible()
    assert not page.locator("form.search").is_visible()
    assert page.locator("blockquote").first.is_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/2024",
        "/2023",
        "/2024/06",
        "/2023/05/04",
        "/?q=bridge",
        "/changes",
        "/event/long",
        "/event/long/mentions",
    ],
)
def test_a_list_page_weighs_little_and_asks_for_little(browser: Any, site: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    answers: dict[str, Any] = {}

    def remember(answer: Any) -> None:
        answers[answer.url.partition("?")[0].rpartition("/")[2]] = answer

    page.on("response", remember)
    page.goto(site + path, wait_until="networkidle")
    weights = {name: len(gzip.compress(answer.body())) for name, answer in answers.items()}
    context.close()
    assert len(weights) <= 4
    assert weights.pop("timeline.css") < 8_000
    assert weights.pop("timeline.js") < 6_000
    assert all(weight < 15_000 for weight in weights.values())

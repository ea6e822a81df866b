"""Row 74 of docs/hardening.md: whatever a source says wherever it can, no page that links lead to is active."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

#: In our own words, what has run in one reader or another.
VECTORS = (
    "<script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></textarea></style><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<form action=javascript:alert(1)><button>x",
    "{{7*7}}{% raw %}${7*7}",
    "<math><mi xlink:href=javascript:alert(1)>x",
    "--><script>alert(1)</script><!--",
    "\u2028</script><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<base href=//evil.invalid/>",
    "<meta http-equiv=refresh content='0;url=//evil.invalid'>",
)
URLS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
    "//evil.invalid/", "https://ok.example/'\"><script>alert(1)</script>", "java\tscript:alert(1)", "file:///etc/passwd",
)  # fmt: skip
MOST_PAGES = 150
#: Elements that no page of ours has, and attributes that take an address.
FOREIGN = {"iframe", "object", "embed", "base", "math", "applet", "frame"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"}


class Page(HTMLParser):
    """The links of a page, and what in it could act."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.active: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in FOREIGN or (tag == "meta" and given.get("http-equiv", "").lower() == "refresh"):
            self.active.append(tag)
        for name, value in given.items():
            if name.startswith("on"):
                self.active.append(f"{tag} {name}")
            scheme = "".join(value.split()).lower().partition(":")[0]
            is_icon = tag == "link" and value.startswith("data:image/svg+xml,")  # our own
            if (
                name in ADDRESSES
                and not is_icon
                and scheme in {"javascript", "data", "vbscript", "file"}
            ):
                self.active.append(f"{tag} {name}={value[:40]}")
        # Structured data is not run; a text that ended its element would be seen as another.
        self._in_script = tag == "script" and given.get("type") != "application/ld+json"
        if tag == "a" and "href" in given:
            self.links.append(given["href"])

    def handle_data(self, data: str) -> None:
        if self._in_script and "alert(1)" in data:
            self.active.append(f"script {data[:40]}")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False


@pytest.fixture
def hostile(maker: Any, read_site: Callable[..., Any]) -> Any:
    """A site whose every text is an attack."""
    for number, text in enumerate(VECTORS):
        url = URLS[number % len(URLS)]
        event = maker.add(
            title=text, quote=f"On Tuesday {text}", speaker=text, place=text, edtf=text, url=url,
            publishers=(f"{text} {number}",), slug=f"hostile-{number}",
        )  # fmt: skip
        maker.name(event, f"{text} {number}", "person")
        maker.insert("event_reasons", event_id=event, number=1, reason=text)
    maker.connection.execute(
        "UPDATE sources SET title = title || ?, url = ?", VECTORS[2:3] + URLS[:1]
    )
    return read_site(maker.finish())


def crawl(reader: Any, start: str) -> Iterator[tuple[str, Any]]:
    """Yield each page of the site that links lead to, breadth first."""
    seen, waiting = {start}, deque([start])
    while waiting and len(seen) < MOST_PAGES * 4:
        path = waiting.popleft()
        answer = reader.get(path)
        yield path, answer
        if "html" not in answer.headers.get("content-type", ""):
            continue
        for link in Page(answer.text).links:
            there = urlsplit(urljoin(f"http://localhost{path}", link))
            target = there.path + (f"?{there.query}" if there.query else "")
            if there.netloc == "localhost" and target not in seen:
                seen.add(target)
                waiting.append(target)


@pytest.mark.parametrize("start", ["/", "/timeline", "/timeline/events", "/event/hostile-0"])
def test_no_page_that_links_lead_to_is_active_or_fails(hostile: Any, start: str) -> None:
    count = 0
    for path, answer in crawl(hostile, start):
        count += 1
        assert answer.status_code < 500, path
        if "html" in answer.headers.get("content-type", ""):
            assert Page(answer.text).active == [], path
        if count >= MOST_PAGES:
            break
    assert count >= 20


def test_the_crawler_sees_what_is_active() -> None:
    for vector in (
        VECTORS[1],
        VECTORS[2],
        VECTORS[5],
        VECTORS[6],
        VECTORS[7],
        VECTORS[13],
        VECTORS[14],
    ):
        assert Page(f"<p>{vector}</p>").active, vector
    assert Page("<script>alert(1)</script>").active

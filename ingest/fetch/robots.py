"""robots.txt (RFC 9309): what a file allows our product token to fetch, and for how long we know. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from ingest.fetch.path_patterns import matches, normal

#: RFC 9309 section 2.4: not to be used for longer than 24 hours.
CACHE_TIME: Final = timedelta(hours=24)
#: Crawl-delay is no standard; longer ones are taken for mistakes.
LONGEST_CRAWL_DELAY: Final = 60.0
_RULES: Final = 10_000
_LINE = re.compile(r"^\s*([A-Za-z-]+)\s*:\s*(.*?)\s*$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PRODUCT = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that one robots.txt has for us: (path pattern, whether it allows)."""

    patterns: tuple[tuple[str, bool], ...] = ()
    #: Seconds between requests, None where the file asks for none.
    crawl_delay: float | None = None

    def allows(self, resource: str) -> bool:
        """Tell whether `resource` (path and query) may be fetched: the longest match, allow on a tie."""
        path = normal(resource)
        if path == "/robots.txt":
            return True
        found = [
            (len(pattern), allow) for pattern, allow in self.patterns if matches(pattern, path)
        ]
        return max(found)[1] if found else True


#: 4xx: no file, everything is allowed. 5xx or unreachable: nothing is (RFC 9309 section 2.3.1).
ALLOW_ALL: Final = Rules()
DISALLOW_ALL: Final = Rules((("/", False),))


def parse(text: str, product: str) -> Rules:
    """Return the rules of all groups that name `product`, else of all groups for "*"."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    reading_agents = False
    for line in _LINE_END.split(text.removeprefix("\ufeff")):
        matched = _LINE.match(line.partition("#")[0])
        if not matched:
            continue
        name, value = matched.group(1).lower(), matched.group(2)
        if name == "user-agent":
            agents = [*agents, _agent(value)] if reading_agents else [_agent(value)]
            groups.setdefault(agents[-1], [])
        elif name in {"allow", "disallow", "crawl-delay"}:
            for agent in agents:
                groups[agent].append((name, value))
        else:
            continue  # Sitemap and other records do not end a group
        reading_agents = name == "user-agent"
    lines = groups.get(product.lower())
    return _rules(groups.get("*", []) if lines is None else lines)


def _agent(value: str) -> str:
    token = _PRODUCT.match(value)
    return token.group().lower() if token else value


def _rules(lines: list[tuple[str, str]]) -> Rules:
    patterns = tuple(
        (normal(value), name == "allow")
        for name, value in lines[:_RULES]
        if name != "crawl-delay" and value
    )
    delays = [_delay(value) for name, value in lines if name == "crawl-delay"]
    return Rules(patterns, max((delay for delay in delays if delay is not None), default=None))


def _delay(value: str) -> float | None:
    if not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", value):
        return None
    return min(float(value), LONGEST_CRAWL_DELAY)


@dataclass(slots=True)
class RobotsCache:
    """Remembers the rules of each origin for CACHE_TIME; `rows` and `restore` keep them between runs."""

    _known: dict[str, tuple[datetime, Rules]] = field(default_factory=dict)

    def get(self, origin: str, now: datetime) -> Rules | None:
        """Return the rules of "https://host:port", None where they must be fetched."""
        fetched_at, rules = self._known.get(origin, (None, ALLOW_ALL))
        if fetched_at is None or not timedelta() <= now - fetched_at < CACHE_TIME:
            return None
        return rules

    def put(self, origin: str, rules: Rules, now: datetime) -> None:
        """Remember the rules of an origin."""
        self._known[origin] = (now, rules)

    def rows(self, now: datetime) -> Iterator[tuple[str, datetime, str]]:
        """Yield what is worth keeping at `now`: each origin, when it was asked, and its rules as JSON.

        That a file could not be had is not: the next run may ask again.
        """
        for origin, (fetched_at, rules) in self._known.items():
            if rules is not DISALLOW_ALL and self.get(origin, now) is not None:
                yield origin, fetched_at, json.dumps([rules.patterns, rules.crawl_delay])

    def restore(self, rows: Iterable[tuple[str, datetime, str]]) -> None:
        """Remember what `rows` has given, unless the origin is known already."""
        for origin, fetched_at, text in rows:
            patterns, crawl_delay = json.loads(text)
            rules = Rules(tuple((path, allow) for path, allow in patterns), crawl_delay)
            self._known.setdefault(origin, (fetched_at, rules))

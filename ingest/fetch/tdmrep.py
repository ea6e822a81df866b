"""/.well-known/tdmrep.json (W3C TDM Reservation Protocol): which paths of a host are reserved. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from ingest.fetch.path_patterns import matches, normal

PATH: Final = "/.well-known/tdmrep.json"
#: As long as robots.txt (RFC 9309 section 2.4); the protocol names no period.
CACHE_TIME: Final = timedelta(hours=24)
#: While a file cannot be had, what it said last holds for so long: an outage takes no reservation back.
LONGEST_KNOWN: Final = timedelta(days=30)
_RULES: Final = 10_000
_VALUES: Final = {"0": False, "1": True}


@dataclass(frozen=True, slots=True)
class Reservations:
    """The rules of one file in its order: (path pattern, True reserved, False not, None nothing said)."""

    rules: tuple[tuple[str, bool | None], ...] = ()

    def reserves(self, resource: str) -> bool:
        """Tell whether `resource` (path and query) is reserved: the first rule that matches decides."""
        path = normal(resource)
        return bool(next((value for pattern, value in self.rules if matches(pattern, path)), None))


#: No file, or none that can be read: the host does not take part in the protocol.
NO_RESERVATIONS: Final = Reservations()


def parse(body: bytes) -> Reservations:
    """Return the rules of a file; rules without a location are left out, a file that is none has none."""
    try:
        listed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return NO_RESERVATIONS
    found = [
        (normal(rule["location"]), _value(rule.get("tdm-reservation")))
        for rule in (listed if isinstance(listed, list) else [])[:_RULES]
        if isinstance(rule, dict) and isinstance(rule.get("location"), str) and rule["location"]
    ]
    return Reservations(tuple(found))


def _value(said: object) -> bool | None:
    """Return what 0 or 1 means, written as a number or as text; every other value says nothing."""
    return None if isinstance(said, bool) else _VALUES.get(str(said).strip()[:2])


@dataclass(slots=True)
class ReservationsCache:
    """Remembers the rules of each origin; `rows` and `restore` keep them between runs."""

    _known: dict[str, tuple[datetime, Reservations]] = field(default_factory=dict)
    #: What holds for the rest of this run where a file could not be had.
    _held: dict[str, Reservations] = field(default_factory=dict)

    def get(self, origin: str, now: datetime) -> Reservations | None:
        """Return the rules of "https://host:port", None where they must be fetched."""
        return self._held.get(origin) or self._younger(origin, now, CACHE_TIME)

    def hold(self, origin: str, now: datetime) -> Reservations:
        """Return what holds where the file cannot be had: what it said last. It is not asked for again in this run."""
        last = self._younger(origin, now, LONGEST_KNOWN) or NO_RESERVATIONS
        self._held[origin] = last
        return last

    def _younger(self, origin: str, now: datetime, age: timedelta) -> Reservations | None:
        fetched_at, rules = self._known.get(origin, (None, NO_RESERVATIONS))
        return rules if fetched_at is not None and timedelta() <= now - fetched_at < age else None

    def put(self, origin: str, rules: Reservations, now: datetime) -> None:
        """Remember the rules of an origin."""
        self._known[origin] = (now, rules)

    def rows(self, now: datetime) -> Iterator[tuple[str, datetime, str]]:
        """Yield what is worth keeping at `now`: each origin, when it was asked, and its rules as JSON."""
        for origin, (fetched_at, rules) in self._known.items():
            if self._younger(origin, now, LONGEST_KNOWN) is not None:
                yield origin, fetched_at, json.dumps(rules.rules)

    def restore(self, rows: Iterable[tuple[str, datetime, str]]) -> None:
        """Remember what `rows` has given, unless the origin is known already."""
        for origin, fetched_at, text in rows:
            rules = tuple((pattern, value) for pattern, value in json.loads(text))
            self._known.setdefault(origin, (fetched_at, Reservations(rules)))

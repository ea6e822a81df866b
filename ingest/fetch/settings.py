"""How this installation presents itself to servers and what it asks of one run."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from ingest.errors import ConfigError
from ingest.fetch.limits import Limits
from ingest.fetch.politeness import PollState
from ingest.fetch.robots import RobotsCache
from ingest.fetch.tdmrep import ReservationsCache
from ingest.model import Source

#: The product token that robots.txt groups may name (RFC 9309 section 2.2.1).
PRODUCT = "Dateline"


class Request(NamedTuple):
    """A source to read, and what the archive remembers of earlier attempts."""

    source: Source
    state: PollState


@dataclass(frozen=True, slots=True)
class HostFiles:
    """What hosts say of themselves: their robots.txt and their tdmrep.json, remembered an origin at a time."""

    robots: RobotsCache = field(default_factory=RobotsCache)
    reservations: ReservationsCache = field(default_factory=ReservationsCache)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """Who we say we are, and within which limits."""

    version: str
    #: A web or mail address where a publisher reaches whoever runs this archive; "" is left out.
    contact: str = ""
    #: How many feeds this archive reads, as publishers like to know; None for a single page.
    feed_count: int | None = None
    limits: Limits = field(default_factory=Limits)
    #: Remembered files of hosts; pass the same again to save requests.
    files: HostFiles = field(default_factory=HostFiles)
    #: A file of trusted certificates; None: SSL_CERT_FILE of the environment, else certifi's.
    ca_file: str | None = None
    #: Fixed answers to name lookups, "host:port:address"; the addresses are checked like any other.
    resolve: tuple[str, ...] = ()
    clock: Callable[[], datetime] = _utc_now

    def __post_init__(self) -> None:
        """Refuse what would forge a header; ConfigError."""
        if not re.fullmatch(r"[\x21-\x7e]*", self.contact) or set(self.contact) & set("();"):
            raise ConfigError(
                f"not a contact address: {self.contact!r}; write a URL or mail address"
            )

    @property
    def user_agent(self) -> str:
        """Product, version, contact and number of feeds: "Dateline/0.1.0 (+https://a.example/; 12 feeds)"."""
        facts = [f"+{self.contact}"] if self.contact else []
        if self.feed_count is not None:
            facts.append(f"{self.feed_count} feed{'' if self.feed_count == 1 else 's'}")
        return f"{PRODUCT}/{self.version}" + (f" ({'; '.join(facts)})" if facts else "")

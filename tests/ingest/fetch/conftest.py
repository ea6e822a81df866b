"""Fixtures of the fetching tests: a client without pauses, and one call that reads one source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ingest.errors import FetchError
from ingest.fetch import ClientSettings, Limits, PollState, Request, fetch_all
from ingest.model import Fetched, Source

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
Result = Fetched | FetchError


@pytest.fixture
def client() -> ClientSettings:
    """A client that does not rest between two requests to one host."""
    return ClientSettings(
        version="0.1.0",
        contact="https://archive.example/about",
        feed_count=3,
        limits=Limits(host_delay_ms=0),
    )


@pytest.fixture
def fetch(client: ClientSettings, local_server) -> Callable[..., Result]:
    """Read one URL or path of `local_server`, which is admitted; keywords are limits or a `state`."""

    def fetch_one(url: str, *, state: PollState | None = None, **limits: int) -> Result:
        location = url if "://" in url else local_server.url(url)
        source = Source(key=location, location=location, allow_address=local_server.address)
        settings = replace(client, limits=replace(client.limits, **limits))
        ((_, result),) = fetch_all([Request(source, state or PollState())], client=settings)
        return result

    return fetch_one


@pytest.fixture
def source(local_server) -> Callable[..., Source]:
    """Make a source for a path of `local_server`, which is admitted unless the test says otherwise."""

    def make(path: str, **fields: object) -> Source:
        location = path if "://" in path else local_server.url(path)
        return Source(
            **{"key": path, "location": location, "allow_address": local_server.address, **fields}
        )

    return make

"""The one guarded door to the network and the disk: everything that Dateline reads comes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ingest.errors import FetchError
from ingest.fetch import files, urls
from ingest.fetch.conversation import read_source
from ingest.fetch.engine import Engine, Job
from ingest.fetch.limits import Limits
from ingest.fetch.politeness import PollState
from ingest.fetch.robots import RobotsCache
from ingest.fetch.settings import ClientSettings, HostFiles, Request
from ingest.model import Fetched, Source

__all__ = [
    "ClientSettings",
    "HostFiles",
    "Limits",
    "PollState",
    "Request",
    "RobotsCache",
    "fetch_all",
    "fetch_page",
]


def fetch_all(
    requests: Iterable[Request], *, client: ClientSettings, idle: Callable[[], None] | None = None
) -> Iterator[tuple[Request, Fetched | FetchError]]:
    """Read every source, local files first, and yield each with its bytes or its error as they come.

    At most one conversation a source; hosts are asked in turn, within `client.limits`. Fetching goes on
    in the background while the caller works on what it got; closing the iterator stops it. `idle` is
    called, in the caller's thread, when for a moment nothing has come.
    """
    remote: list[Request] = []
    for request in requests:
        if request.source.is_remote:
            remote.append(request)
        else:
            yield request, _read_file(request.source, client)
    if remote:
        yield from Engine(client).run(_jobs(remote, client), idle)


def fetch_page(url: str, *, client: ClientSettings, allow_address: str | None = None) -> Fetched:
    """Return one article page, if its robots.txt allows; `client.files` remembers what that says.

    Raises FetchError (RefusedError where robots.txt or an address forbids it, LimitError, GoneError).
    """
    source = Source(key=urls.redacted(url), location=url, kind="page", allow_address=allow_address)
    for _, result in fetch_all([Request(source, PollState())], client=client):
        if isinstance(result, FetchError):
            raise result
        return result
    raise FetchError("nothing came back", source=source.key)


def _read_file(source: Source, client: ClientSettings) -> Fetched | FetchError:
    try:
        return files.read(source, client.clock(), client.limits)
    except FetchError as error:
        return error


def _jobs(requests: list[Request], client: ClientSettings) -> list[Job]:
    """Return a job for each feed, and for the pages of each host one that the others follow."""
    jobs: list[Job] = []
    pages: dict[str, list[Job]] = {}
    for request in requests:
        job = Job(request, read_source(request.source, request.state, client))
        if request.source.kind == "page":
            origin = urls.redacted(request.source.location).split("/", 3)[:3]
            pages.setdefault("/".join(origin), []).append(job)
        else:
            jobs.append(job)
    for first, *others in pages.values():
        first.followers = others
        jobs.append(first)
    return jobs

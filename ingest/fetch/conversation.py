"""How one source is read over HTTP: conditional GET, redirects, one quiet retry. Does no input or output.

Each function is a Conversation: it yields Get requests and is sent Answers, so that every rule here can
be tested, and run by any HTTP library, without a network.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.errors import ConfigError, FetchError, GoneError, LimitError
from ingest.fetch import addresses, decoding, urls
from ingest.fetch.exchange import Answer, ConnectionLostError, Conversation, Get
from ingest.fetch.freshness import retry_at
from ingest.fetch.head import can_be_echoed
from ingest.fetch.limits import with_overrides
from ingest.fetch.permission import Check, page_check
from ingest.fetch.polling import PollState
from ingest.fetch.settings import ClientSettings
from ingest.fetch.urls import Target
from ingest.model import Fetched, Source

ACCEPT_FEED = (
    b"Accept: application/atom+xml, application/rss+xml, application/feed+json, "
    b"application/xml;q=0.9, */*;q=0.1"
)
ACCEPT_PAGE = b"Accept: text/html, application/xhtml+xml, */*;q=0.1"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class _Arrival:
    """The answer at the end of the redirects, and the end of their leading permanent run."""

    answer: Answer
    moved_to: str | None
    is_reserved: bool = False


def read_source(
    source: Source, state: PollState, settings: ClientSettings
) -> Conversation[Fetched]:
    """Read one source with the validators of `state`; a page asks robots.txt first, a feed never.

    Raises FetchError (RefusedError, LimitError, GoneError) naming the source.
    """
    shown = urls.redacted(source.location)
    try:
        first = _first_request(source, state, settings)
        check = page_check(settings, _file_of_host) if source.kind == "page" else None
        arrival = yield from _follow(first, check, source)
        _require_content(arrival.answer, first, settings)
        return _fetched(source, arrival, settings)
    except FetchError as error:
        error.source = error.source or shown
        raise
    except ConfigError as error:
        error.source = error.source or shown
        raise FetchError(error.message, source=shown) from error


def _first_request(source: Source, state: PollState, settings: ClientSettings) -> Get:
    """Return the request that the conversation starts with: straight to where the source moved."""
    limits = with_overrides(settings.limits, source.overrides)
    admitted = source.allow_address
    target = urls.parse(state.moved_to or source.location)
    conditions = []
    # Looked at again: an archive may come from elsewhere.
    if state.etag and can_be_echoed(state.etag):
        conditions.append(b"If-None-Match: " + state.etag)
    if state.last_modified and can_be_echoed(state.last_modified):
        conditions.append(b"If-Modified-Since: " + state.last_modified)
    return Get(
        target=target,
        headers=(ACCEPT_PAGE if source.kind == "page" else ACCEPT_FEED, *conditions),
        limits=limits,
        seconds=limits.total_seconds,
        credentials=_credentials_for(target, source),
        admission=addresses.parse_admission(admitted) if admitted else None,
    )


def _credentials_for(target: Target, source: Source) -> str | None:
    """Return the user name and password of the source's URL, but only for the source's own origin."""
    given = urls.credentials(source.location)
    return given if given and target.origin == urls.parse(source.location).origin else None


def _follow(get: Get, check: Check | None, source: Source) -> Conversation[_Arrival]:
    """Ask, and ask again where redirects lead, within the total time and the number of redirects."""
    seen = {get.target.url}
    moved_to: str | None = None
    permanent = True
    attempts = [1]  # one quiet retry for the whole source
    is_reserved = False
    while True:
        if check is not None:
            permit = yield from check(get)
            get, is_reserved = permit.get, permit.is_reserved
        answer = yield from _asked(get, attempts)
        if answer.status not in _REDIRECTS:
            return _Arrival(answer, moved_to, is_reserved)
        target = _next_hop(get, answer, seen)
        seen.add(target.url)
        permanent = permanent and _is_lasting(get.target, answer, target)
        moved_to = target.url if permanent else moved_to
        get = replace(
            get,
            target=target,
            seconds=get.seconds - answer.seconds,
            credentials=_credentials_for(target, source),
        )


def _file_of_host(get: Get) -> Conversation[Answer]:
    """Ask for a file of the host's own, with nobody's password."""
    nobody = Source(key="", location=get.target.url)
    return (yield from _follow(get, None, nobody)).answer


def _is_lasting(here: Target, answer: Answer, there: Target) -> bool:
    """Tell whether a hop may be remembered: a permanent one, and never from https down to http."""
    downgraded = here.scheme == "https" and there.scheme == "http"
    return answer.status in _PERMANENT and not downgraded


def _asked(get: Get, attempts: list[int]) -> Conversation[Answer]:
    """Ask once; once more where the connection died before the first byte of an answer."""
    try:
        return (yield get)
    except ConnectionLostError:
        if not attempts:
            raise
        attempts.pop()
    return (yield get)


def _next_hop(get: Get, answer: Answer, seen: set[str]) -> Target:
    """Return where a redirect leads; raises where it leads nowhere, in circles or too far."""
    if not answer.location:
        raise FetchError(
            f"answered {answer.status} without saying where to go", status=answer.status
        )
    target = urls.join(answer.target, answer.location)
    if target.url in seen:
        raise LimitError(f"redirects in a circle, back to {target.url[:200]}")
    if len(seen) > get.limits.redirects:
        raise LimitError(f"more than {get.limits.redirects} redirects, last to {target.url[:200]}")
    if get.seconds - answer.seconds <= 0:
        raise LimitError(f"took longer than {get.limits.total_seconds} seconds, redirects included")
    return target


def _require_content(answer: Answer, first: Get, settings: ClientSettings) -> None:
    """Raise the FetchError that a status calls for, unless it is 200 with a body or an expected 304."""
    status = answer.status
    conditional = any(line.startswith(b"If-") for line in first.headers)
    if (status == 200 and answer.body) or (status == 304 and conditional):
        return
    if status == 410:
        raise GoneError(
            "gone for good, says its publisher (410); it will not be asked again", status=410
        )
    if status == 200:
        raise FetchError("answered with nothing (an empty body)", status=status)
    if status == 304:
        raise FetchError("answered 304 (not modified) to a first request", status=status)
    later = retry_at(answer.headers, settings.clock()) if status in {429, 503} else None
    pause = f"; it wants a pause until {later:%Y-%m-%d %H:%M} UTC" if later else ""
    raise FetchError(_status_in_words(status) + pause, status=status, retry_at=later)


def _status_in_words(status: int) -> str:
    meaning = {
        401: "401: it wants a user name and password (https://user:password@host/...)",
        403: "403: the server refuses us",
        404: "404: there is nothing at this address",
        429: "429: the server says we ask too often",
        503: "503: the server is overloaded or being mended",
    }
    if status in meaning:
        return f"answered {meaning[status]}"
    if 500 <= status < 600:
        return f"answered {status}: the server has a fault of its own"
    return f"answered {status}, which is no answer to a plain request"


def _fetched(source: Source, arrival: _Arrival, settings: ClientSettings) -> Fetched:
    answer = arrival.answer
    limits = with_overrides(settings.limits, source.overrides)
    return Fetched(
        source=source,
        url=answer.target.url,
        fetched_at=settings.clock(),
        status=answer.status,
        body=decoding.unzip(answer.body, limits),
        headers=answer.headers,
        etag=answer.etag,
        last_modified=answer.last_modified,
        moved_to=arrival.moved_to,
        is_reserved=arrival.is_reserved,
    )

"""What a host's own files say of a page before it is asked for: robots.txt and tdmrep.json. No input or output.

Each file is asked for once an origin and day; the caches of the settings remember what it said.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

from ingest.errors import FetchError, RefusedError
from ingest.fetch import robots, tdmrep
from ingest.fetch.exchange import Answer, Conversation, Get
from ingest.fetch.robots import ALLOW_ALL, DISALLOW_ALL, Rules
from ingest.fetch.settings import PRODUCT, ClientSettings
from ingest.fetch.tdmrep import NO_RESERVATIONS, Reservations

_ROBOTS = "/robots.txt"
_ACCEPT = {
    _ROBOTS: b"Accept: text/plain, */*;q=0.1",
    tdmrep.PATH: b"Accept: application/json, */*;q=0.1",
}


@dataclass(frozen=True, slots=True)
class Permit:
    """How a page may be asked for."""

    get: Get
    #: The host's tdmrep.json reserves the page.
    is_reserved: bool


#: A look at what the host says of a page; raises RefusedError where it forbids to ask.
Check = Callable[[Get], Generator[Get, Answer, Permit]]
#: Asks for a file, redirects included.
Ask = Callable[[Get], Conversation[Answer]]


def page_check(settings: ClientSettings, ask: Ask) -> Check:
    """Return the check that RFC 9309 and the TDM Reservation Protocol want before each page."""

    def check(get: Get) -> Generator[Get, Answer, Permit]:
        origin, now = get.target.origin, settings.clock()
        rules = settings.files.robots.get(origin, now)
        if rules is None:
            rules = yield from _robots_rules(get, ask)
            settings.files.robots.put(origin, rules, settings.clock())
        if rules is DISALLOW_ALL:
            raise RefusedError(
                "its robots.txt cannot be read at present, so nothing may be fetched"
            )
        if not rules.allows(get.target.resource):
            raise RefusedError("its robots.txt forbids this page to Dateline")
        reserved = settings.files.reservations.get(origin, now)
        if reserved is None:
            reserved = yield from _reservations(get, rules, settings, ask)
        if not reserved.reserves(get.target.resource):
            return Permit(get, is_reserved=False)
        # Asked for whole: the page itself may take the reservation back, and a 304 would not say so.
        whole = tuple(line for line in get.headers if not line.startswith(b"If-"))
        return Permit(replace(get, headers=whole), is_reserved=True)

    return check


def _file_of_host(page: Get, path: str) -> Get:
    """Return the request for a host's own file, with the limits of robots.txt."""
    limits = replace(
        page.limits, body_bytes=page.limits.robots_bytes, redirects=page.limits.robots_redirects
    )
    return replace(
        page,
        target=replace(page.target, resource=path),
        headers=(_ACCEPT[path],),
        limits=limits,
        truncate=True,
    )


def _is_postponed(error: FetchError) -> bool:
    """Tell whether the host asked for a pause: nothing was learnt about its files."""
    return error.status is None and error.retry_at is not None


def _is_missing(answer: Answer) -> bool:
    return 400 <= answer.status < 500 and answer.status != 429


def _robots_rules(page: Get, ask: Ask) -> Conversation[Rules]:
    """Fetch and read robots.txt: missing (4xx) allows everything, unreachable or 5xx forbids it."""
    try:
        answer = yield from ask(_file_of_host(page, _ROBOTS))
    except FetchError as error:
        if _is_postponed(error):
            raise
        return DISALLOW_ALL
    if _is_missing(answer):
        return ALLOW_ALL
    if answer.status != 200:
        return DISALLOW_ALL
    return robots.parse(answer.body.decode("utf-8", "replace"), PRODUCT)


def _reservations(
    page: Get, rules: Rules, settings: ClientSettings, ask: Ask
) -> Conversation[Reservations]:
    """Fetch and read tdmrep.json: missing reserves nothing; while it is unreachable its last words hold."""
    origin, now = page.target.origin, settings.clock()
    found = NO_RESERVATIONS
    if rules.allows(tdmrep.PATH):
        try:
            answer = yield from ask(_file_of_host(page, tdmrep.PATH))
        except FetchError as error:
            if _is_postponed(error):
                raise
            return settings.files.reservations.hold(origin, now)
        if answer.status != 200 and not _is_missing(answer):
            return settings.files.reservations.hold(origin, now)
        found = tdmrep.parse(answer.body) if answer.status == 200 else NO_RESERVATIONS
    settings.files.reservations.put(origin, found, settings.clock())
    return found

"""Makes the archive follow the sources: list, fetch what is due, parse in workers, keep, one source at a time.

    sources.yml | expand folders and lists | is_due | fetch_all | parse (in workers) | archive.keep

One transaction a source holds its articles, its log entry, its validators and when it is due next;
sources without news share one. What fails is logged and told, and the next source goes on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from ingest.archive import Archive, Kept
from ingest.batches import Workers
from ingest.errors import DatelineError, FetchError, NotAFeedError, ParseError, ReservedError
from ingest.fetch import Request
from ingest.fetch.holds import held_hosts, is_held
from ingest.fetch.politeness import PollState, after_failure, after_success, is_due, is_unchanged
from ingest.fetch.urls import redacted
from ingest.model import Fetched, Parsed, Source
from ingest.parse.reservations import reservation
from ingest.parse.urls import canonical_url
from ingest.sources import expand, lies_in, told_name

#: Answers without news that may share a transaction, where they come without a pause.
_UNCHANGED_A_TRANSACTION: Final = 100

#: The function that workers run on each body, by its dotted name.
PARSE: Final = "ingest.parse:parse"
#: Lists may name lists; deeper than this is a loop.
_DEEPEST_LIST: Final = 3


class Fetch(Protocol):
    """Reads sources over the network and from the disk."""

    def __call__(
        self, requests: Iterable[Request], /, *, idle: Callable[[], None] | None = None
    ) -> Iterator[tuple[Request, Fetched | FetchError]]:
        """Yield each request with its bytes or its error as it comes; call `idle` in each pause."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source in this run."""

    source: Source
    #: "read", "unchanged", "not due", "failed"
    result: str
    kept: Kept | None = None
    error: DatelineError | None = None

    @property
    def name(self) -> str:
        """What its owner calls the source."""
        return told_name(self.source.key, self.source.location)


@dataclass(slots=True)
class Gathered:
    """What gathering brought, a line a source."""

    outcomes: list[Outcome] = field(default_factory=list)
    #: Keys of sources that the user no longer lists, since this run.
    retired: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gathering:
    """What gathering works with."""

    home: Path
    archive: Archive
    workers: Workers
    fetch: Fetch
    now: datetime
    force: bool
    #: What was given up for gone is asked again, as if it were new.
    revive: bool
    #: Only local files are read.
    offline: bool
    #: Holds back Ctrl-C during a transaction.
    undisturbed: Callable[[], AbstractContextManager[None]]
    #: Called for each source as soon as it is done with.
    tell: Callable[[Outcome], None]


def gather(work: Gathering, sources: Iterable[Source], *, retire: bool = True) -> Gathered:
    """Read every source that is due, and the sources that lists name; `retire` marks those not listed."""
    gathered = Gathered()
    listed: dict[str, Source] = {}
    wave: dict[str | None, list[Source]] = {None: expand(sources, work.home)}
    for _ in range(_DEEPEST_LIST):
        for namer, named in wave.items():
            named[:] = [source for source in named if source.key not in listed]
            listed.update((source.key, source) for source in named)
            with work.undisturbed():
                shown = [replace(source, location=redacted(source.location)) for source in named]
                work.archive.list_sources(shown, work.now, named_by=namer)
        wave = _read_wave(work, [source for named in wave.values() for source in named], gathered)
        if not wave:
            break
    if retire:
        with work.undisturbed():
            still = _still_listed(work.archive, listed)
            gathered.retired = work.archive.retire_sources(still, work.now)
            work.archive.withdraw((key for key in gathered.retired if _is_file(key)), work.now)
    return gathered


def _still_listed(archive: Archive, listed: Mapping[str, Source]) -> set[str]:
    """Return the keys that are listed, and of the files below folders that cannot be read now."""
    closed = [source for source in listed.values() if source.kind == "folder"]
    below = (row for row in archive.sources() if lies_in(str(row["location"]), closed))
    return {*listed, *(str(row["key"]) for row in below)} if closed else set(listed)


def _read_wave(
    work: Gathering, sources: list[Source], gathered: Gathered
) -> dict[str | None, list[Source]]:
    """Read the sources and return those that lists among them name, by the list's key.

    A list that is not due, unchanged or unreadable names what it named before.
    """
    named: dict[str | None, list[Source]] = {}
    for outcome, parsed in _read(work, sources):
        gathered.outcomes.append(outcome)
        work.tell(outcome)
        own = list(parsed.sources) if parsed else work.archive.named_by(outcome.source.key)
        if own:
            admitted = outcome.source.allow_address
            named[outcome.source.key] = expand(
                [replace(s, allow_address=s.allow_address or admitted) for s in own], work.home
            )
    return named


def _is_file(key: str) -> bool:
    return "://" not in key


def _read(work: Gathering, sources: Iterable[Source]) -> Iterator[tuple[Outcome, Parsed | None]]:
    """Yield what became of each source, and what was parsed where something was."""
    states = {key: PollState.from_row(row) for key, row in work.archive.poll_states().items()}
    if work.revive:
        states = {}
    feeds = work.archive.feeds()
    requests = [
        Request(_as_known(source, feeds), states.get(source.key, PollState())) for source in sources
    ]
    held = held_hosts(requests, work.now)
    due: list[Request] = []
    for request in requests:
        source, state = request
        is_now = is_due(state, work.now, force=work.force) and not is_held(request, held)
        # Looking at a local file costs nobody anything.
        if not source.is_remote or (is_now and not work.offline):
            due.append(request)
        else:
            yield Outcome(source, "not due"), None
    done: deque[Outcome] = deque()
    waiting: deque[tuple[Request, Fetched]] = deque()
    bodies = _bodies(work, due, done, waiting)
    for parsed in work.workers.map(PARSE, bodies):
        request, fetched = waiting.popleft()
        yield _keep(work, request, fetched, parsed)
        while done:
            yield done.popleft(), None
    while done:
        yield done.popleft(), None


def _bodies(
    work: Gathering,
    due: Iterable[Request],
    done: deque[Outcome],
    waiting: deque[tuple[Request, Fetched]],
) -> Iterator[Fetched]:
    """Yield the bodies to parse, in order of arrival; what needs no parsing is logged and put in `done`."""
    unchanged: list[tuple[Request, Fetched]] = []

    def put_away() -> None:
        done.extend(_keep_unchanged(work, unchanged))
        unchanged.clear()

    try:
        for request, result in work.fetch(due, idle=put_away):
            if isinstance(result, DatelineError):
                done.append(_fail(work, request, result))
            elif result.not_modified and (reserved := _reserved_since(result)):
                done.append(_fail(work, request, reserved))
            elif _is_unchanged(work, request, result):
                unchanged.append((request, result))
                if len(unchanged) >= _UNCHANGED_A_TRANSACTION:
                    put_away()
            else:
                put_away()
                waiting.append((request, result))
                yield result
    finally:
        put_away()


def _keep_unchanged(
    work: Gathering, answers: Sequence[tuple[Request, Fetched]]
) -> Iterator[Outcome]:
    """Log answers without news, and yield what to tell of them."""
    states = [
        after_success(request.state, fetched, None, work.now, salt=request.source.key).to_row()
        for request, fetched in answers
    ]
    if answers:
        with work.undisturbed():
            work.archive.keep_unchanged(zip((f for _, f in answers), states, strict=True))
    for request, _ in answers:
        yield Outcome(request.source, "unchanged")


def _as_known(source: Source, feeds: Container[str]) -> Source:
    """Return a source that has given a feed before as a feed: a web page in its place is no article."""
    return replace(source, kind="feed") if source.kind == "auto" and source.key in feeds else source


def _is_local_list(work: Gathering, fetched: Fetched) -> bool:
    """Whether a file names sources: it is read each time, as the archive keeps no passwords of theirs."""
    source = fetched.source
    return not source.is_remote and bool(work.archive.named_by(source.key))


def _keep(
    work: Gathering, request: Request, fetched: Fetched, parsed: object
) -> tuple[Outcome, Parsed | None]:
    if not isinstance(parsed, Parsed):
        error = parsed if isinstance(parsed, DatelineError) else ParseError("nothing was parsed")
        return _fail(work, request, _with_mend(error)), None
    urls = [_canonical(article.url) for article in parsed.articles]
    parsed = replace(parsed, home_url=_canonical(parsed.home_url))
    state = after_success(request.state, fetched, parsed, work.now, salt=request.source.key)
    with work.undisturbed():
        kept = work.archive.keep(fetched, parsed, urls, state.to_row())
    return Outcome(request.source, "read", kept), parsed


def _fail(work: Gathering, request: Request, error: DatelineError) -> Outcome:
    """Log a failure; one that only says "not now" is none."""
    state = after_failure(request.state, error, work.now, salt=request.source.key)
    if isinstance(error, FetchError) and error.retry_at is not None and error.status is None:
        with work.undisturbed():
            work.archive.postpone(request.source.key, state.to_row())
        return Outcome(request.source, "not due")
    source = replace(request.source, location=redacted(request.source.location))
    with work.undisturbed():
        work.archive.keep_failure(source, error, work.now, state.to_row())
        if isinstance(error, ReservedError):
            work.archive.reserve(source.key, work.now)
    return Outcome(request.source, "failed", error=error)


def _is_unchanged(work: Gathering, request: Request, answer: Fetched) -> bool:
    """Whether the answer needs no parsing; the same page does, once there is a wish not to quote it."""
    if not is_unchanged(request.state, answer) or _is_local_list(work, answer):
        return False
    return _reserved_since(answer) is None


def _reserved_since(answer: Fetched) -> ReservedError | None:
    """Return what its header and its host say against quoting a page, None where nothing or no page."""
    said = reservation(answer, None) if answer.source.kind == "page" else None
    return ReservedError(f"is not read: its publisher {said}", source=answer.url) if said else None


def _with_mend(error: DatelineError) -> DatelineError:
    """Return the error with what to do about it, where a web page stands in for a feed."""
    if isinstance(error, NotAFeedError) and error.feed_links:
        return NotAFeedError(
            f"is a web page; its feed is {error.feed_links[0]}; put that in sources.yml",
            source=error.source,
            feed_links=error.feed_links,
        )
    return error


def _canonical(url: str | None) -> str | None:
    try:
        return canonical_url(url) if url else None
    except ValueError:
        return None

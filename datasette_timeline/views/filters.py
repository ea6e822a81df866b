"""A view's filters as one value: the arguments of an address <-> `Filter`. Pure.

Every list, chart, facet and export of a view uses the same `Filter`, so they agree with one another.
An unknown argument is ignored (trackers add their own); a known one with a bad value is refused with
a message that says what to write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Protocol
from urllib.parse import urlencode

from datasette.utils.asgi import BadRequest

from datasette_timeline.views import periods, search_terms
from datasette_timeline.views.periods import Period, PeriodError

PRECISIONS: Final = (
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "half",
    "year", "decade", "century", "open", "unknown",
)  # fmt: skip
BASES: Final = ("explicit", "relative", "context", "published")
KINDS: Final = ("report", "opinion", "passage")
STATUSES: Final = ("active", "withdrawn", "any")
SORTS: Final = ("oldest", "newest", "publishers", "relevance")
MODALITIES: Final = (
    "asserted", "reported", "denied", "planned", "possible", "hypothetical", "negated",
)  # fmt: skip

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "precision": PRECISIONS, "basis": BASES, "kind": KINDS, "modality": MODALITIES,
    "status": STATUSES, "sort": SORTS,
}  # fmt: skip
#: Names are as long as a source makes them; longer ones than this are no name.
_MAX_NAME: Final = 500
#: The order of arguments in every address that we write, so that one view has one address.
_ORDER: Final = (
    "q", "from", "to", "exact", "publisher", "source", "speaker", "entity", "place", "country",
    "precision", "basis", "kind", "modality", "min_publishers", "disputed", "status", "sort",
    "after", "before",
)  # fmt: skip

#: Arguments that may be repeated: an event fits when it has any of the values.
REPEATED: Final = (
    "publisher", "source", "speaker", "entity", "place", "country", "precision", "basis", "kind",
    "modality",
)  # fmt: skip
#: So many values of one argument are a list that somebody made by hand; a script may make more.
_MAX_VALUES: Final = 20


class Arguments(Protocol):
    """The arguments of a request, as Datasette's MultiParams gives them."""

    def getlist(self, name: str) -> list[str]:
        """Return every value of an argument."""
        ...


@dataclass(frozen=True, slots=True)
class Filter:
    """What a view holds: everything active by default. None and '' mean: not filtered by this."""

    #: The words searched for, as the page shows them.
    q: str = ""
    #: The page's own period (/2024/06); its bounds are also in `start` and `end`.
    period: Period | None = None
    #: Inclusive days; an event matches when its interval overlaps them.
    start: date | None = None
    end: date | None = None
    #: Only events whose whole interval lies between the bounds.
    exact: bool = False
    #: Names, any of which fits; sorted, so that one view has one address.
    publisher: tuple[str, ...] = ()
    #: Sources' numbers, or their titles.
    source: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    min_publishers: int | None = None
    disputed: bool = False
    status: str = "active"
    #: '' is the view's own order: oldest first within a period, else newest first.
    sort: str = ""
    #: Cursors of paging.py; at most one is given.
    after: str = ""
    before: str = ""
    #: The numbers of the events that `q` finds, as a JSON array, once they were looked up and are few.
    matched: str | None = field(default=None, compare=False)
    #: Whether `q` was looked up and finds many.
    is_common: bool = field(default=False, compare=False)

    @classmethod
    def from_args(cls, args: Arguments, period: Period | None = None) -> Filter:
        """Return the filter that a request asks for; raises BadRequest that says what to write."""
        given = {name: _last_value(args, name) for name in _ORDER if name not in REPEATED}
        start, end = _bounds(given["from"], given["to"], period)
        names: dict[str, Any] = {name: _names(args, name) for name in REPEATED}
        for name in ("status", "sort"):
            _name(name, given[name])
        return cls(
            q=search_terms.clean(given["q"]),
            period=period,
            start=start,
            end=end,
            exact=_switch("exact", given["exact"]) and (start is not None or end is not None),
            min_publishers=_count("min_publishers", given["min_publishers"]),
            disputed=_switch("disputed", given["disputed"]),
            status=given["status"] or "active",
            sort=given["sort"],
            after=given["after"],
            before="" if given["after"] else given["before"],
            **names,
        )

    @classmethod
    def of_period(cls, period: Period) -> Filter:
        """Return everything active in a period."""
        return cls(period=period, start=period.start, end=period.end)

    @property
    def order(self) -> str:
        """The order in force: `sort`, or the view's own."""
        if self.sort == "relevance" and not self.match:
            return "newest"
        return self.sort or ("oldest" if self.start and self.end else "newest")

    @property
    def match(self) -> str | None:
        """The FTS5 expression of `q`; None where nothing in it can be searched for."""
        return search_terms.match_expression(self.q) if self.q else None

    @property
    def has_prefix(self) -> bool:
        """Whether some word searched for is a beginning (flo*)."""
        return '"*' in (self.match or "")

    @property
    def is_unsearchable(self) -> bool:
        """Whether words were typed that hold no letter or digit: such a view is empty."""
        return bool(self.q) and self.match is None

    @property
    def is_plain(self) -> bool:
        """Whether it is all active events, or all of a period: what the rollups count."""
        return not self.narrowing and not self.exact

    @property
    def narrowing(self) -> list[tuple[str, str]]:
        """The arguments that narrow the view beyond its period, in the order of addresses."""
        aside = {"from", "to", "exact", "sort", "after", "before"}
        return [(name, value) for name, value in self.arguments() if name not in aside]

    def query_string(self, **changes: str | None) -> str:
        """Return the canonical query string, '' or '?...', with arguments changed (None removes).

        The cursor of the page at hand is dropped: a changed view starts at its beginning.
        The page's own period is in the path, not here.
        """
        changed: dict[str, str | None] = {"after": None, "before": None, **changes}
        kept = [pair for pair in self.arguments() if pair[0] not in changed]
        pairs = [*kept, *((name, value) for name, value in changed.items() if value)]
        pairs.sort(key=lambda pair: _ORDER.index(pair[0]))
        return "?" + urlencode(pairs) if pairs else ""

    def with_value(self, name: str, value: str) -> Filter:
        """Return the view that one more value of a repeated argument fits, from its beginning."""
        return self._with_values(name, (*getattr(self, name), value))

    def without_value(self, name: str, value: str) -> Filter:
        """Return the view without one value of a repeated argument, from its beginning."""
        return self._with_values(name, tuple(v for v in getattr(self, name) if v != value))

    def _with_values(self, name: str, values: tuple[str, ...]) -> Filter:
        changed: dict[str, Any] = {name: tuple(sorted(set(values)))}
        return replace(self, after="", before="", **changed)

    def without_page(self) -> Filter:
        """Return the same view with its period in `start` and `end` alone, from the beginning.

        Its `query_string()` then names the period too, for an address that has none in its path.
        """
        return replace(self, period=None, after="", before="")

    def arguments(self) -> list[tuple[str, str]]:
        """Return the arguments of the view's address in their order; defaults left out."""
        values = {name: getattr(self, name, "") for name in _ORDER}
        if not self.period:
            values["from"], values["to"] = self.written_bounds()
        if values["status"] == "active":
            values["status"] = ""
        pairs = []
        for name, value in values.items():
            if name in REPEATED:
                pairs += [(name, one) for one in value]
            elif value:
                pairs.append((name, "1" if value is True else str(value)))
        return pairs

    def written_bounds(self) -> tuple[str, str]:
        """Return the period's bounds as a form shows them, in their shortest form; '' where open."""
        if self.start and self.end:
            return periods.written(self.start, self.end)
        return (
            periods.written_start(self.start) if self.start else "",
            periods.written_end(self.end) if self.end else "",
        )


def _last_value(args: Arguments, name: str) -> str:
    """Return the last value that says something: a form may send an empty field beside a link's."""
    return next((value for value in reversed(args.getlist(name)) if value.strip()), "").strip()


def _names(args: Arguments, name: str) -> tuple[str, ...]:
    """Return the values of a repeated argument, each once; raises BadRequest that says what to write."""
    given = {_name(name, value.strip()) for value in args.getlist(name) if value.strip()}
    if len(given) > _MAX_VALUES:
        raise BadRequest(f"{name} is given {len(given)} times; the most is {_MAX_VALUES}.")
    return tuple(sorted(given))


def _bounds(since: str, until: str, period: Period | None) -> tuple[date | None, date | None]:
    if period:
        return period.start, period.end
    try:
        start = periods.parse(since).start if since else None
        end = periods.parse(until).end if until else None
    except PeriodError as error:
        raise BadRequest(f"{error}.") from error
    if start and end and end < start:
        raise BadRequest(f"“to” ({until}) is before “from” ({since}): exchange the two.")
    return start, end


def _name(argument: str, value: str) -> str:
    if argument in _CHOICES and value and value not in _CHOICES[argument]:
        choices = ", ".join(_CHOICES[argument])
        raise BadRequest(f"{argument}={value[:40]} is not known; choose one of: {choices}.")
    return value[:_MAX_NAME]


def _switch(argument: str, value: str) -> bool:
    if value not in {"", "0", "1", "on"}:
        raise BadRequest(f"{argument} is a switch: write {argument}=1, or leave it out.")
    return value in {"1", "on"}


def _count(argument: str, value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 6):
        raise BadRequest(f"{argument} is a whole number, such as {argument}=2.")
    return int(value) if int(value) > 1 else None

"""A view's filters as one value: the arguments of an address <-> `Filter` <-> SQL over `events AS e`.

Every list, chart, facet and export of a view uses the same `Filter`, so they agree with one another.
An unknown argument is ignored (trackers add their own); a known one with a bad value is refused with
a message that says what to write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal, Protocol
from urllib.parse import urlencode

from datasette.utils.asgi import BadRequest

from datasette_timeline import periods, search_terms
from datasette_timeline.periods import Period, PeriodError

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

#: Columns of events that a filter compares for equality, by its argument's name.
_COLUMNS: Final = ("speaker", "place", "country", "precision", "basis", "kind", "modality")
#: Those of them whose values are many, so that an index finds few rows; the others never lead a plan
#: (unary +): SQLite without statistics takes any equality for selective.
_SELECTIVE: Final = ("speaker", "place", "country", "precision")
_SETS: Final[Mapping[str, str]] = {
    "match": "SELECT rowid AS id FROM events_fts WHERE events_fts MATCH :match",
    "publisher": "SELECT event_id AS id FROM event_publishers WHERE publisher_id IN"
    " (SELECT id FROM publishers WHERE name = :publisher)",
    "source": "SELECT event_id AS id FROM event_sources WHERE source_id IN"
    " (SELECT id FROM sources WHERE CAST(id AS TEXT) = :source OR title = :source)",
    "entity": "SELECT event_id AS id FROM event_entities WHERE entity_id IN"
    " (SELECT id FROM entities WHERE name = :entity)",
}


_PROBE: Final = (
    "EXISTS (SELECT 1 FROM events_fts WHERE events_fts MATCH :match AND events_fts.rowid = e.id)"
)

#: How a statement reads a view: gather its few events and sort them; walk the dates and test each event
#: against the sets; or walk and ask the index for each event, where most of them match.
Plan = Literal["gather", "walk", "probe"]


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
    publisher: str = ""
    #: A source's number, or its title.
    source: str = ""
    speaker: str = ""
    entity: str = ""
    place: str = ""
    country: str = ""
    precision: str = ""
    basis: str = ""
    kind: str = ""
    modality: str = ""
    min_publishers: int | None = None
    disputed: bool = False
    status: str = "active"
    #: '' is the view's own order: oldest first within a period, else newest first.
    sort: str = ""
    #: Cursors of paging.py; at most one is given.
    after: str = ""
    before: str = ""

    @classmethod
    def from_args(cls, args: Arguments, period: Period | None = None) -> Filter:
        """Return the filter that a request asks for; raises BadRequest that says what to write."""
        given = {name: _last_value(args, name) for name in _ORDER}
        start, end = _bounds(given["from"], given["to"], period)
        names = {
            name: _name(name, given[name]) for name in (*_COLUMNS, "publisher", "source", "entity")
        }
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
    def narrowing(self) -> dict[str, str]:
        """The arguments that narrow the view beyond its period, in the order of addresses."""
        aside = {"from", "to", "exact", "sort", "after", "before"}
        return {name: value for name, value in self.arguments().items() if name not in aside}

    def where(self, plan: Plan = "gather") -> tuple[str, dict[str, Any]]:
        """Return the SQL condition over `events AS e`, and its parameters by name.

        The plan says how the statement is to be run; the condition holds for the same events.
        """
        clauses, params = self._column_clauses(plan)
        for name in self.set_names:
            if name == "match" and plan == "probe":
                clauses.append(_PROBE)
            else:
                clauses.append(f"{'' if plan == 'gather' else '+'}e.id IN ({_SETS[name]})")
            params[name] = self._set_value(name)
        period_sql, period_params = self.period_where()
        if period_sql:
            clauses.append(period_sql)
        return " AND ".join(clauses), params | period_params

    @property
    def set_names(self) -> list[str]:
        """The filters that are sets of events by number (search, publisher, source, entity)."""
        return [name for name in _SETS if getattr(self, name)]

    def selections(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Return name, text and parameters of each filter that may select few events by an index.

        The search comes first, then the other sets, then columns; a text gives numbers of events.
        """
        texts = {name: _SETS[name] for name in self.set_names} | {
            name: f"SELECT id FROM events WHERE {name} = :{name}"  # noqa: S608 - our own names
            for name in _SELECTIVE
            if getattr(self, name)
        }
        return [(name, text, {name: self._set_value(name)}) for name, text in texts.items()]

    def _set_value(self, name: str) -> Any:
        return self.match if name == "match" else getattr(self, name)

    def period_where(self) -> tuple[str, dict[str, Any]]:
        """Return the condition of the period alone; an open bound of an event reaches every day."""
        params = {
            name: bound.isoformat()
            for name, bound in (("start", self.start), ("end", self.end))
            if bound
        }
        if self.exact:
            parts = {"start": "e.date_start >= :start", "end": "e.date_end <= :end"}
        else:
            parts = {
                "start": "(e.date_end >= :start OR (e.date_end IS NULL AND e.date_start IS NOT NULL))",
                "end": "(e.date_start <= :end OR (e.date_start IS NULL AND e.date_end IS NOT NULL))",
            }
        return " AND ".join(parts[name] for name in params), params

    def query_string(self, **changes: str | None) -> str:
        """Return the canonical query string, '' or '?...', with arguments changed (None removes).

        The cursor of the page at hand is dropped: a changed view starts at its beginning.
        The page's own period is in the path, not here.
        """
        arguments: dict[str, str | None] = dict(self.arguments())
        arguments.update({"after": None, "before": None} | changes)
        pairs = [(name, value) for name in _ORDER if (value := arguments.get(name))]
        return "?" + urlencode(pairs) if pairs else ""

    def without_page(self) -> Filter:
        """Return the same view with its period in `start` and `end` alone, from the beginning.

        Its `query_string()` then names the period too, for an address that has none in its path.
        """
        return replace(self, period=None, after="", before="")

    def arguments(self) -> dict[str, str]:
        """Return the arguments of the view's address by name, in their order; defaults left out."""
        values = {name: getattr(self, name, "") for name in _ORDER}
        if not self.period:
            values["from"], values["to"] = self.written_bounds()
        if values["status"] == "active":
            values["status"] = ""
        return {
            name: "1" if value is True else str(value) for name, value in values.items() if value
        }

    def written_bounds(self) -> tuple[str, str]:
        """Return the period's bounds as a form shows them, in their shortest form; '' where open."""
        if self.start and self.end:
            return periods.written(self.start, self.end)
        start, end = (bound.isoformat() if bound else "" for bound in (self.start, self.end))
        return start, end

    def _column_clauses(self, plan: Plan) -> tuple[list[str], dict[str, Any]]:
        clauses = ["+e.status <> 'hidden'" if self.status == "any" else "+e.status = :status"]
        params: dict[str, Any] = {} if self.status == "any" else {"status": self.status}
        if self.is_unsearchable:
            clauses.append("0")
        for name in _COLUMNS:
            if value := getattr(self, name):
                sign = "" if plan == "gather" and name in _SELECTIVE else "+"
                clauses.append(f"{sign}e.{name} = :{name}")
                params[name] = value
        if self.min_publishers:
            clauses.append("+e.publisher_count >= :min_publishers")
            params["min_publishers"] = self.min_publishers
        if self.disputed:
            clauses.append("+e.disputed = 1")
        return clauses, params


def _last_value(args: Arguments, name: str) -> str:
    """Return the last value that says something: a form may send an empty field beside a link's."""
    return next((value for value in reversed(args.getlist(name)) if value.strip()), "").strip()


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

"""A view's filter -> SQL over `events AS e`: its condition, its parameters, and how it may be run. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from datasette_timeline.views.filters import Filter

#: Columns of events that a filter compares for equality, by its argument's name.
_COLUMNS: Final = ("speaker", "place", "country", "precision", "basis", "kind", "modality")
#: Those of them whose values are many, so that an index finds few rows; the others never lead a plan
#: (unary +): SQLite without statistics takes any equality for selective.
_SELECTIVE: Final = ("speaker", "place", "country", "precision")
#: The filters that are sets of events by number, each by a table that tells the events of a thing;
#: `{values}` are parameters. By two publishers, or as two parts of one entity, an event is found twice.
_THINGS: Final[Mapping[str, tuple[str, str, str]]] = {
    "publisher": (
        "event_publishers", "publisher_id", "SELECT id FROM publishers WHERE name IN ({values})"
    ),
    "source": (
        "event_sources", "source_id",
        "SELECT id FROM sources WHERE CAST(id AS TEXT) IN ({values}) OR title IN ({values})",
    ),
    "entity": ("event_entities", "entity_id", "SELECT id FROM entities WHERE name IN ({values})"),
}  # fmt: skip
_MATCHES: Final = "SELECT rowid AS id FROM events_fts WHERE events_fts MATCH :match"
#: The same once it was looked up: a phrase is searched for once a page, not once a statement.
#: SQLite plans for a condition that it knows to be false, and then finds no use for an index that a text names.
_NEVER: Final = "+e.status = ''"
_MATCHED: Final = "SELECT value AS id FROM json_each(:matched)"
_PROBE: Final = (
    "EXISTS (SELECT 1 FROM events_fts WHERE events_fts MATCH :match AND events_fts.rowid = e.id)"
)

#: How a statement reads a view: gather its few events and sort them; walk the dates and test each event
#: against the sets; or walk and ask the index for each event, where most of them match.
Plan = Literal["gather", "walk", "probe"]
#: A condition and its parameters by name.
Condition = tuple[str, dict[str, Any]]


def where(view: Filter, plan: Plan = "gather", *, led_by: str = "") -> Condition:
    """Return the SQL condition of a view over `events AS e`, and its parameters by name.

    The plan says how the statement is to be run; the condition holds for the same events. A set that the
    statement starts from (`led_by`) is left out.
    """
    clauses, params = _of_columns(view, plan)
    for name in _set_names(view):
        if name != led_by:
            clauses.append(_in_set(view, name, plan))
        params |= _parameters(view, name)
    period_sql, period_params = of_period(view)
    if period_sql:
        clauses.append(period_sql)
    return " AND ".join(clauses), params | period_params


def selections(view: Filter) -> list[tuple[str, str, dict[str, Any]]]:
    """Return name, text and parameters of each filter that may select few events by an index.

    The search comes first, then the other sets, then columns; a text gives numbers of events.
    """
    texts = {name: _set(view, name) for name in _set_names(view)} | {
        name: f"SELECT id FROM events WHERE {_fits(view, name)}"  # noqa: S608 - our own names
        for name in _SELECTIVE
        if getattr(view, name)
    }
    return [(name, text, _parameters(view, name)) for name, text in texts.items()]


def of_period(view: Filter) -> Condition:
    """Return the condition of the period alone; an open bound of an event reaches every day."""
    params = {
        name: bound.isoformat()
        for name, bound in (("start", view.start), ("end", view.end))
        if bound
    }
    if view.exact:
        parts = {"start": "e.date_start >= :start", "end": "e.date_end <= :end"}
    else:
        parts = {
            "start": "(e.date_end >= :start OR (e.date_end IS NULL AND e.date_start IS NOT NULL))",
            "end": "(e.date_start <= :end OR (e.date_start IS NULL AND e.date_end IS NOT NULL))",
        }
    return " AND ".join(parts[name] for name in params), params


def _of_columns(view: Filter, plan: Plan) -> tuple[list[str], dict[str, Any]]:
    clauses = ["+e.status <> 'hidden'" if view.status == "any" else "+e.status = :status"]
    params: dict[str, Any] = {} if view.status == "any" else {"status": view.status}
    if view.is_unsearchable:
        clauses.append(_NEVER)
    for name in _COLUMNS:
        if getattr(view, name):
            sign = "" if plan == "gather" and name in _SELECTIVE else "+"
            clauses.append(f"{sign}e.{_fits(view, name)}")
            params |= _parameters(view, name)
    if view.min_publishers:
        clauses.append("+e.publisher_count >= :min_publishers")
        params["min_publishers"] = view.min_publishers
    if view.disputed:
        clauses.append("+e.disputed = 1")
    return clauses, params


def _set_names(view: Filter) -> list[str]:
    return [name for name in ("match", *_THINGS) if getattr(view, name)]


def _set(view: Filter, name: str) -> str:
    """Return the text of a set of events by number, each once."""
    if name == "match":
        return _MATCHED if view.matched is not None else _MATCHES
    table, column, things = _THINGS[name]
    once = "" if name == "publisher" and len(view.publisher) == 1 else "DISTINCT "
    things = things.format(values=_marks(view, name))
    return f"SELECT {once}event_id AS id FROM {table} WHERE {column} IN ({things})"  # noqa: S608


def _in_set(view: Filter, name: str, plan: Plan) -> str:
    """Return the condition that an event is in a set; who walks asks for each, and builds none."""
    if plan == "gather":
        return f"e.id IN ({_set(view, name)})"
    if name == "match":
        return _PROBE if plan == "probe" else f"+e.id IN ({_MATCHES})"
    table, column, things = _THINGS[name]
    things = things.format(values=_marks(view, name))
    return (
        f"EXISTS (SELECT 1 FROM {table} AS x WHERE x.event_id = e.id AND x.{column} IN ({things}))"  # noqa: S608
    )


def _fits(view: Filter, name: str) -> str:
    """Return the condition that a column has one of the filter's values."""
    marks = _marks(view, name)
    return f"{name} = {marks}" if len(getattr(view, name)) == 1 else f"{name} IN ({marks})"


def _marks(view: Filter, name: str) -> str:
    return ", ".join(f":{key}" for key in _parameters(view, name))


def _parameters(view: Filter, name: str) -> dict[str, Any]:
    if name == "match":
        found = {} if view.matched is None else {"matched": view.matched}
        return {"match": view.match, **found}
    return {f"{name}_{number}": value for number, value in enumerate(getattr(view, name))}

"""The few places where Datasette 0.65 and 1.0 differ, in one file."""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.utils.asgi import BadRequest, Forbidden
from jinja2 import Environment


async def ensure_may_view(datasette: Any, actor: Any, database: str, table: str) -> None:
    """Raise Forbidden where the visitor may not see the table; routes of plugins are not checked."""
    if hasattr(datasette, "permission_allowed"):
        await datasette.ensure_permissions(
            actor, [("view-table", (database, table)), ("view-database", database), "view-instance"]
        )
        return
    from datasette.resources import TableResource  # 1.0 only

    resource = TableResource(database, table)
    if not await datasette.allowed(action="view-table", resource=resource, actor=actor):
        raise Forbidden("view-table")


async def instance_metadata(datasette: Any) -> dict[str, Any]:
    """Return the site's own metadata: title, description, licence, source."""
    if hasattr(datasette, "metadata"):
        return {key: value for key, value in datasette.metadata().items() if isinstance(value, str)}
    return dict(await datasette.get_instance_metadata())


async def table_descriptions(datasette: Any, database: str) -> dict[str, dict[str, Any]]:
    """Return what metadata.yml says of each table: its description and those of its columns."""
    if hasattr(datasette, "metadata"):
        tables = (datasette.metadata("tables", database=database) or {}).items()
        return {name: value for name, value in tables if isinstance(value, dict)}
    names = await datasette.get_database(database).table_names()
    return {name: dict(await datasette.get_resource_metadata(database, name)) for name in names}


def keep_errors_plain() -> None:
    """Stop Datasette from printing errors with rich, where it is installed.

    Datasette 0.65 asks rich for the exception being handled; for a path without a route there is none,
    and rich's complaint takes the place of the 404.
    """
    handler = importlib.import_module("datasette.handle_exception")
    vars(handler)["rich"] = None


def refuse(datasette: Any, request: Any, message: str) -> Callable[[], Awaitable[Any]]:
    """Return Datasette's own answer, a page or JSON as the address asks, to a bad request (400)."""
    handler = importlib.import_module("datasette.handle_exception")
    answer: Callable[[], Awaitable[Any]] = handler.handle_exception(
        datasette=datasette, request=request, exception=BadRequest(message)
    )
    return answer


def templates(datasette: Any) -> Environment:
    """Return Datasette's template environment: a user's templates first, then those of plugins."""
    if hasattr(datasette, "jinja_env"):
        environment: Environment = datasette.jinja_env
        return environment
    found: Environment = datasette.get_jinja_environment()
    return found

"""Which state of the database a page shows: validators without SQL, and a file that was exchanged."""

from __future__ import annotations

import asyncio
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from datasette_timeline.reading.database import Database
from datasette_timeline.serving import assets, compat
from datasette_timeline.serving.site import PLUGIN_NAME, Site, read


@dataclass(slots=True)
class _Served:
    """What one Datasette serves: its settings, and the file that its connections have open."""

    site: Site
    #: Changes with the plugin and with metadata.yml.
    fingerprint: str
    identity: tuple[int, int] | None


_served: WeakKeyDictionary[Any, _Served] = WeakKeyDictionary()


async def prepare(datasette: Any) -> Site:
    """Read the settings once, when the server starts; raises SettingsError for a wrong one."""
    metadata = await compat.instance_metadata(datasette)
    settings = datasette.plugin_config(PLUGIN_NAME)
    site = read(settings, metadata)
    if site.database not in datasette.databases:
        others = [name for name in datasette.databases if not name.startswith("_")]
        if len(others) == 1 and not (settings or {}).get("database"):
            site = read({**(settings or {}), "database": others[0]}, metadata)
    assets.build(datasette, site)
    said = json.dumps([settings, metadata, assets.digests(datasette)], sort_keys=True, default=str)
    fingerprint = hashlib.sha256(f"{_version()} {said}".encode()).hexdigest()
    _served[datasette] = _Served(site, fingerprint, _identity(datasette, site))
    return site


async def site_of(datasette: Any) -> tuple[Site, Database]:
    """Return the site and its database; a file that was exchanged for another is opened anew."""
    if datasette not in _served:
        await prepare(datasette)
    served = _served[datasette]
    identity = _identity(datasette, served.site)
    if identity and served.identity and identity != served.identity:
        served.identity = identity
        await _reopen(datasette, served.site.database)
    return served.site, Database(datasette.databases.get(served.site.database))


def shows(datasette: Any, database: str) -> bool:
    """Whether the database with this name is the timeline; False before the server has started."""
    return datasette in _served and _served[datasette].site.database == database


def title(datasette: Any) -> str:
    """Return the site's title; to be asked once the server has started."""
    return _served[datasette].site.title


def entity_tag(datasette: Any, request: Any, site: Site) -> str | None:
    """Return the weak validator of a page, from the file's state alone; None where there is none.

    A visitor who is signed in gets none: what they see may be theirs alone.
    """
    state = _state(datasette, site)
    if state is None or request.actor:
        return None
    parts = (
        _served[datasette].fingerprint,
        state,
        str(datasette.urls.path("/")),
        request.full_path,
    )
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def matches(header: str | None, tag: str) -> bool:
    """Whether an If-None-Match header names the validator (compared weakly, RFC 9110 13.1.2)."""
    if not header:
        return False
    opaque = tag.removeprefix("W/")
    given = (value.strip().removeprefix("W/") for value in header.split(","))
    return header.strip() == "*" or opaque in given


def _path(datasette: Any, site: Site) -> Path | None:
    database = datasette.databases.get(site.database)
    return Path(database.path) if database and database.path else None


def _state(datasette: Any, site: Site) -> str | None:
    """Return a text that changes when the database does: its hash, or its files' sizes and times."""
    path = _path(datasette, site)
    if path is None:
        return None
    database = datasette.databases[site.database]
    if not database.is_mutable:
        return str(database.hash)
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            status = file.stat()
        except OSError:
            continue
        if status.st_size:
            found.append((status.st_ino, status.st_size, status.st_mtime_ns))
    return repr(found)


def _identity(datasette: Any, site: Site) -> tuple[int, int] | None:
    path = _path(datasette, site)
    try:
        status = path.stat() if path else None
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status else None


async def _reopen(datasette: Any, name: str) -> None:
    """Open the file at the path anew: connections are kept a thread, so the threads are exchanged too."""
    old, executor = datasette.databases[name], datasette.executor
    if executor is None:
        return
    new = type(old)(datasette, path=old.path, is_mutable=old.is_mutable)
    new.name, new.route = old.name, old.route
    datasette.databases = {**datasette.databases, name: new}
    datasette.executor = ThreadPoolExecutor(max_workers=datasette.setting("num_sql_threads"))
    await asyncio.to_thread(executor.shutdown)
    old.close()


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "0"

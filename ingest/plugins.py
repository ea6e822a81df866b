"""Finds the plug-ins: the built-in ingesters first, then every installed entry point of the group "dateline"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Final

import pluggy

from ingest import hookspecs
from ingest.hookspecs import PROJECT, Ingester

#: Loaded by name, as any plug-in, so that the core depends on no ingester.
BUILT_IN: Final = ("ingest.parse.builtin",)
#: Built in too, but of use only with a library that need not be there; `problem()` says what is missing.
OPTIONAL: Final = ("ingest.extract.spacy_names",)


@dataclass(frozen=True, slots=True)
class Plugins:
    """What was found: the manager, the ingesters in order of registration, and a line for each misfit."""

    manager: pluggy.PluginManager
    ingesters: tuple[Ingester, ...]
    #: One line for each plug-in that could not be used, naming it and the reason.
    problems: tuple[str, ...]


@cache
def installed() -> Plugins:
    """Return the built-in and the installed plug-ins; found once in the life of the process."""
    return load(tuple(entry_points(group=PROJECT)))


def manager() -> pluggy.PluginManager:
    """Return the plug-in manager with all plug-ins that could be loaded."""
    return installed().manager


def load(points: tuple[EntryPoint, ...]) -> Plugins:
    """Return the built-in plug-ins and those of `points`; a broken one is named and left out."""
    found = pluggy.PluginManager(PROJECT)
    found.add_hookspecs(hookspecs)
    problems: list[str] = []
    for name in BUILT_IN:
        found.register(import_module(name), name)
    for name in OPTIONAL:
        module = import_module(name)
        found.register(module, name)
        problems.extend(line for line in (module.problem(),) if line)
    for point in points:
        # Whatever a third party's module raises while it loads must not stop the run.
        try:
            found.register(point.load(), f"{point.name} ({point.value})")
            found.check_pending()
        except Exception as error:  # noqa: BLE001
            _leave_out(found, f"{point.name} ({point.value})", error, problems)
    return Plugins(found, _collect(found, problems), tuple(problems))


def _collect(found: pluggy.PluginManager, problems: list[str]) -> tuple[Ingester, ...]:
    ingesters: dict[str, Ingester] = {}
    for name, plugin in found.list_name_plugin():
        registered: list[Ingester] = []
        implementation = getattr(plugin, "register_ingesters", None)
        if implementation is None:
            continue
        try:
            implementation(register=registered.append)
            _check(registered, ingesters)
        except Exception as error:  # noqa: BLE001
            _leave_out(found, name, error, problems)
            continue
        ingesters.update({ingester.name: ingester for ingester in registered})
    return tuple(ingesters.values())


def _check(registered: list[Ingester], taken: dict[str, Ingester]) -> None:
    for ingester in registered:
        if not isinstance(ingester, Ingester):
            raise TypeError(f"register() takes an Ingester, not {type(ingester).__name__}")
        if ingester.name in taken:
            raise ValueError(f"an ingester named {ingester.name!r} is there already")


def _leave_out(
    found: pluggy.PluginManager, name: str, error: Exception, problems: list[str]
) -> None:
    if found.has_plugin(name):
        found.unregister(name=name)
    reason = " ".join(str(error).split()) or type(error).__name__
    problems.append(f"plug-in {name} left out: {reason}")

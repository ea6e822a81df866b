"""The hooks of Dateline, and the plain values that plug-ins pass through them.

A plug-in is a module that marks functions with `hookimpl` and is named by an entry point of the group
"dateline". docs/plugins.md shows one of ten lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pluggy

from ingest.model import Entity, Fetched, Parsed

#: The name of the project towards pluggy, and the group of the entry points.
PROJECT: Final = "dateline"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True, slots=True)
class Ingester:
    """One kind of source that Dateline can read. Both functions are pure and may run in a worker process."""

    #: Short and unique, as error lines and `Parsed.format` name it.
    name: str
    #: How sure it is that it can read these bytes: 0 is no, the built-in ingesters stay below 100.
    matches: Callable[[Fetched], int]
    #: Reads them; raises ParseError or NotAFeedError with one line for the user.
    parse: Callable[[Fetched], Parsed]


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One way to find names in a sentence, beside the built-in one (a trained model, say)."""

    #: Short and unique.
    name: str
    #: Sentence -> the persons, organisations, groups and places that it names; pure, may run in a worker process.
    recognise: Callable[[str], Sequence[Entity]]


@hookspec
def register_ingesters(register: Callable[[Ingester], None]) -> None:
    """Call `register(Ingester(...))` once for each kind of source that the plug-in reads."""


@hookspec
def register_recognisers(register: Callable[[Recogniser], None]) -> None:
    """Call `register(Recogniser(...))` once for each way to find names that the plug-in brings."""

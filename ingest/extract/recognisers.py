"""Names that plug-ins find in a sentence, added to the built-in ones. Pure but for what a plug-in does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pluggy

from ingest.hookspecs import Recogniser
from ingest.model import Entity


def registered(manager: pluggy.PluginManager) -> tuple[Recogniser, ...]:
    """Return the recognisers of the plug-ins that `manager` holds, in order of registration."""
    found: list[Recogniser] = []
    manager.hook.register_recognisers(register=found.append)
    return tuple(found)


def with_recognised(
    entities: Sequence[Entity], sentence: str, recognisers: Iterable[Recogniser]
) -> tuple[Entity, ...]:
    """Return the entities and, after them, those that only the recognisers find in the sentence.

    What is known stays as it is: a recogniser adds names, it does not judge them anew. A name that is part of a known
    one, or holds it, is that one ("Doe" beside "Jane Doe").
    """
    known = [f" {entity.name} " for entity in entities]
    added: list[Entity] = []
    for recogniser in recognisers:
        for entity in recogniser.recognise(sentence):
            name = f" {entity.name} "
            if not any(name in other or other in name for other in known):
                known.append(name)
                added.append(entity)
    return (*entities, *added)

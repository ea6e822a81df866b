"""Names that a trained model of spaCy finds, where spaCy and one of its English models are installed (dateline[ner]).

spaCy is not imported before the first sentence is asked for: finding out whether it is there costs no second at start.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from ingest.hookspecs import Recogniser, hookimpl
from ingest.model import Entity, EntityKind

#: spaCy's own English pipelines, the most accurate first; each is a package of that name.
MODELS: Final = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
#: Labels of those models -> kinds. Places are left out: a model knows that it is a place, not which one.
_KINDS: Final[dict[str, EntityKind]] = {"PERSON": "person", "ORG": "organisation", "NORP": "group"}


def model() -> str | None:
    """Return the name of the best model that is installed, None where spaCy or every model is missing."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name)), None)


def problem() -> str | None:
    """Return a line for the user where spaCy is installed without a model, else None."""
    if find_spec("spacy") is None or model():
        return None
    return f"spaCy finds no names: no English model is installed (python -m spacy download {MODELS[-1]})"


@hookimpl
def register_recognisers(register: Callable[[Recogniser], None]) -> None:
    """Register the model as a recogniser, where there is one."""
    name = model()
    if name:
        register(recogniser(lambda: _loaded(name)))


def recogniser(pipeline: Callable[[], Any]) -> Recogniser:
    """Return a recogniser that asks the spaCy pipeline which `pipeline()` gives."""

    def recognise(sentence: str) -> list[Entity]:
        return [
            Entity(found.text, _KINDS[found.label_])
            for found in pipeline()(sentence).ents
            if found.label_ in _KINDS
        ]

    return Recogniser("spacy", recognise)


@cache
def _loaded(name: str) -> Any:
    """Return the model without the parts that find no names; loaded once in the life of a process."""
    return import_module("spacy").load(name, exclude=["lemmatizer", "attribute_ruler", "parser"])

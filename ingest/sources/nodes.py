"""YAML nodes with their places: every wrong value becomes one line that names the file and the line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

import yaml
from yaml.composer import Composer
from yaml.resolver import Resolver

from ingest.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, for error messages."""

    file: str
    #: Counted from 1.
    line: int

    def error(self, message: str) -> ConfigError:
        """Return a ConfigError that begins with the file and the line."""
        return ConfigError(f"{self.file}, line {self.line}: {message}", source=self.file)


def compose(text: str, file: str) -> yaml.Node | None:
    """Return the root node of a YAML text, None if it is empty. Builds no objects, runs no tags.

    Raises ConfigError with the line of a syntax error.
    """
    try:
        return _compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise Place(file, line).error(f"not valid YAML: {error.problem or error}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split())[:100]
        raise Place(file, 1).error(f"not valid YAML: {reason}") from error


class _EventComposer(Composer, Resolver):
    """Builds nodes in Python from libyaml's events: its own composer crashes the process on deep nesting."""

    def __init__(self, text: str) -> None:
        from yaml._yaml import CParser

        events = CParser(text)
        self.check_event = events.check_event
        self.peek_event = events.peek_event
        self.get_event = events.get_event
        Composer.__init__(self)
        Resolver.__init__(self)


def _compose(text: str) -> yaml.Node | None:
    if yaml.__with_libyaml__:
        return _EventComposer(text).get_single_node()
    return yaml.compose(text, Loader=yaml.SafeLoader)  # the same result, seven times slower


def place_of(node: yaml.Node, file: str) -> Place:
    """Return where a node begins."""
    return Place(file, node.start_mark.line + 1)


def entries(
    node: yaml.Node, known: Iterable[str] | None, file: str
) -> dict[str, tuple[Place, yaml.Node]]:
    """Return the values of a mapping by key, each with the place of its key.

    Raises ConfigError if it is no mapping, names a key twice or one that is not among `known` (None: any).
    """
    if not isinstance(node, yaml.MappingNode):
        raise place_of(node, file).error("expected `key: value` lines here")
    found: dict[str, tuple[Place, yaml.Node]] = {}
    for key_node, value in node.value:
        place = place_of(key_node, file)
        key = scalar(key_node, place)
        if known is not None and key not in known:
            raise place.error(f"unknown key `{key}`{_suggestion(key, known)}")
        if key in found:
            raise place.error(f"`{key}` is there twice")
        found[key] = (place, value)
    return found


def scalar(node: yaml.Node, place: Place) -> str:
    """Return a single value as written. Raises ConfigError if it is a list or a mapping."""
    if not isinstance(node, yaml.ScalarNode):
        raise place.error("expected a single value, not a list or a mapping")
    return str(node.value).strip()


def is_null(node: yaml.Node | None) -> bool:
    """Whether nothing stands there, or YAML's own word for nothing."""
    return node is None or node.tag == "tag:yaml.org,2002:null"


def _suggestion(key: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(key, names, n=1)
    return f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(names)}"

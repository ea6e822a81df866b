"""Adds a source to sources.yml as a person would: a few lines below the last, everything else untouched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from ingest.errors import ConfigError
from ingest.model import Source
from ingest.sources.nodes import compose, entries, is_null
from ingest.sources.reading import load_text, parse_sources

_NEVER_FOLD: Final = 1_000_000
_INDENT: Final = 2


def add_entry(path: Path, entry: str | Mapping[str, str | date], home: Path) -> Source:
    """Write `entry` at the end of the list in the file at `path` and return the source that it became.

    `entry` is in the words of the file: a location, or {"url": ..., "publisher": ...}. Comments and layout
    stay. The new text is read again before it replaces the old one in one step, so a wrong entry or one
    that is there already is a ConfigError and changes nothing.
    """
    text = load_text(path)
    before = parse_sources(text, path.name, home).sources
    extended = _extended(text, entry, path.name)
    after = parse_sources(extended, path.name, home).sources
    if after[:-1] != before:
        raise ConfigError("its layout is unusual; please add the source by hand", source=str(path))
    _replace(path, extended)
    return after[-1]


def _extended(text: str, entry: str | Mapping[str, str | date], file: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    root = compose(text, file)
    top = {} if root is None or is_null(root) else entries(root, None, file)
    if "sources" not in top:
        lines += ["sources:", *_item(entry, _INDENT)]
        return newline.join(lines) + newline
    place, node = top["sources"]
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        lines[_last_line(node) + 1 : _last_line(node) + 1] = _item(entry, node.start_mark.column)
    elif is_null(node) or (isinstance(node, yaml.SequenceNode) and not node.value):
        lines[place.line - 1] = lines[place.line - 1].replace("[]", "").rstrip()
        lines[place.line : place.line] = _item(entry, _INDENT)
    else:
        raise place.error("the list is written in [brackets]; please add the source by hand")
    return newline.join(lines) + newline


def _item(entry: str | Mapping[str, str | date], indent: int) -> list[str]:
    value = entry if isinstance(entry, str) else dict(entry)
    dumped = yaml.safe_dump([value], sort_keys=False, allow_unicode=True, width=_NEVER_FOLD)
    return [" " * indent + line for line in dumped.splitlines()]


def _last_line(node: yaml.Node) -> int:
    """Return the number of the last line, from 0, that holds a value of `node`.

    A block's own end mark stands behind the comments that follow it.
    """
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False) or not node.value:
        mark = node.end_mark
        return mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line
    children = node.value
    last = children[-1][1] if isinstance(node, yaml.MappingNode) else children[-1]
    return _last_line(last)


def _replace(path: Path, text: str) -> None:
    target = path.resolve()
    try:
        mode = target.stat().st_mode
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="",
            dir=target.parent,
            prefix=f".{target.name}.",
            delete=False,
        ) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).chmod(mode)
        Path(file.name).replace(target)
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", source=str(path)) from error

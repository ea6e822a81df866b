"""The files of a folder that Dateline reads; what of it cannot be looked into stays a source, and fails as one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ingest.model import Source, SourceKind
from ingest.parse.documents import suffix_of, suffixes
from ingest.sources.keys import source_key


def expand(sources: Iterable[Source], home: Path) -> list[Source]:
    """Return the sources, each once, with each folder replaced by a source for each readable file in it, sorted.

    A folder that is missing or may not be read, at any depth, stays in the list as a source of the kind
    "folder": reading it tells why, and its files are not taken for gone.
    """
    expanded: dict[str, Source] = {}
    for source in sources:
        is_folder = not source.is_remote and (source.kind == "folder" or _is_folder(source))
        for each in _files(source, home) if is_folder else (source,):
            expanded.setdefault(each.key, each)
    return list(expanded.values())


def lies_in(location: str, folders: Iterable[Source]) -> bool:
    """Whether a source's location is a path below one of the folders."""
    return "://" not in location and any(
        Path(location).is_relative_to(folder.location) for folder in folders
    )


def _is_folder(source: Source) -> bool:
    try:
        return Path(source.location).is_dir()
    except OSError:  # it lies in a folder that may not be looked into: reading it tells so
        return False


def _files(folder: Source, home: Path) -> list[Source]:
    """Return a source for each readable file of the folder, and for each folder in it that cannot be read."""
    closed: list[OSError] = []
    files: list[Path] = []
    for place, folders, names in os.walk(folder.location, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found = (Path(place, name) for name in names if not name.startswith("."))
        files += (file for file in found if suffix_of(file) in suffixes and _may_be_read(file))
    return [
        *(_below(folder, str(file), home, "auto") for file in sorted(files)),
        *(_below(folder, str(error.filename), home, "folder") for error in closed),
    ]


def _may_be_read(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # reading it tells why
        return True


def _below(folder: Source, location: str, home: Path, kind: SourceKind) -> Source:
    return replace(folder, key=source_key(location, home), location=location, kind=kind)

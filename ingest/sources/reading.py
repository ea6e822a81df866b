"""Reads sources.yml into sources and settings; docs/sources.md describes the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from ingest.errors import ConfigError
from ingest.model import Genre, Published, Source, SourceKind
from ingest.parse.article import language_tag
from ingest.parse.published import read_published
from ingest.sources.keys import absolute_path, is_url, source_key
from ingest.sources.nodes import Place, compose, entries, is_null, place_of, scalar

#: Bytes; a thousand feeds with titles are a tenth of it.
_LARGEST: Final = 4 * 1024 * 1024

#: The key that says where the source is, and what it says about the kind.
_LOCATIONS: Final[dict[str, SourceKind]] = {
    "url": "auto", "feed": "feed", "page": "page", "file": "document", "folder": "folder",
    "opml": "opml",
}  # fmt: skip
_DETAILS: Final = (
    "title", "publisher", "genre", "published", "language", "allow_address", "limits",
)  # fmt: skip
_SETTINGS: Final = ("contact", "limits")
_TOP: Final = ("sources", "settings")
_GENRES: Final[dict[str, Genre]] = {"report": "report", "opinion": "opinion"}
_ADDRESS: Final = re.compile(r"(?:\[[0-9a-fA-F:.]+\]|[^\s:/\[\]]+):(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for all sources."""

    #: How a publisher reaches whoever runs this archive: a URL or an e-mail address; None if not given.
    contact: str | None = None
    #: Limits and intervals that the user overrides (names of fetch.limits).
    limits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """The whole of sources.yml."""

    sources: tuple[Source, ...] = ()
    settings: Settings = field(default_factory=Settings)


def read_sources(path: Path, home: Path) -> tuple[Source, ...]:
    """Return the sources that the file at `path` lists, in its order; relative paths start at `home`.

    Raises ConfigError naming the file and the line of what is wrong.
    """
    return read_sources_file(path, home).sources


def read_sources_file(path: Path, home: Path) -> SourcesFile:
    """Return the sources and the settings of the file at `path`. Raises ConfigError as `read_sources`."""
    return parse_sources(load_text(path), path.name, home)


def load_text(path: Path) -> str:
    """Return the file's text with its own line ends. Raises ConfigError if it cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(
            "there is no such file; `dateline init` makes one", source=str(path)
        ) from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", source=str(path)) from error
    if len(data) > _LARGEST:
        raise ConfigError(f"is larger than {_LARGEST >> 20} MB", source=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Place(path.name, line).error("not UTF-8 text; save the file as UTF-8") from error


def parse_sources(text: str, file: str, home: Path) -> SourcesFile:
    """Return what the text of a sources.yml says; `file` is its name in errors. Pure but for folders."""
    root = compose(text, file)
    if root is None or is_null(root):
        return SourcesFile()
    top = entries(root, _TOP, file)
    _, listed = top.get("sources", (None, None))
    _, settings = top.get("settings", (None, None))
    return SourcesFile(
        sources=_sources(listed, file, home),
        settings=Settings() if settings is None or is_null(settings) else _settings(settings, file),
    )


def _sources(node: yaml.Node | None, file: str, home: Path) -> tuple[Source, ...]:
    if node is None or is_null(node):
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise place_of(node, file).error("`sources` is a list: begin each with `- `")
    found: dict[str, tuple[Source, Place]] = {}
    for item in node.value:
        place = place_of(item, file)
        source = _source(item, place, home)
        if source.key in found:
            line = found[source.key][1].line
            raise place.error(f"{source.key} is there already, on line {line}")
        found[source.key] = (source, place)
    return tuple(source for source, _ in found.values())


def _source(node: yaml.Node, place: Place, home: Path) -> Source:
    if isinstance(node, yaml.ScalarNode):
        location = scalar(node, place)
        return _located(location, _kind_of(location, home), place, home)
    said = entries(node, (*_LOCATIONS, *_DETAILS), place.file)
    where = [key for key in _LOCATIONS if key in said]
    if len(where) != 1:
        names = ", ".join(_LOCATIONS)
        raise place.error(f"say where it is, with exactly one of {names}")
    location_place, location_node = said[where[0]]
    location = scalar(location_node, location_place)
    source = _located(location, _LOCATIONS[where[0]], location_place, home)
    return _with_details(source, said)


def _located(location: str, kind: SourceKind, place: Place, home: Path) -> Source:
    if not location:
        raise place.error("an address or a path is missing here")
    try:
        key = source_key(location, home)
    except ValueError as error:
        raise place.error(f"{error}; only http and https addresses can be read") from error
    if is_url(location):
        if kind in ("document", "folder"):
            raise place.error("this is an address; write `url:` for it")
        return Source(key=key, location=location, kind=kind)
    if kind in ("auto", "feed", "page") and location.lower().startswith("www."):
        raise place.error(f"an address begins with its scheme: https://{location}")
    return Source(key=key, location=str(absolute_path(location, home)), kind=kind)


def _kind_of(location: str, home: Path) -> SourceKind:
    if is_url(location):
        return "auto"
    if location.endswith("/") or absolute_path(location, home).is_dir():
        return "folder"
    return "opml" if location.lower().endswith(".opml") else "auto"


def _with_details(source: Source, said: Mapping[str, tuple[Place, yaml.Node]]) -> Source:
    words = {
        key: scalar(node, place) or None
        for key, (place, node) in said.items()
        if key in _DETAILS and key != "limits" and not is_null(node)
    }
    places = {key: place for key, (place, _) in said.items()}
    limits_place, limits = said.get("limits", (None, None))
    return Source(
        key=source.key,
        location=source.location,
        kind=source.kind,
        title=words.get("title"),
        publisher=words.get("publisher"),
        genre=_genre(words.get("genre"), places.get("genre")),
        published=_published(words.get("published"), places.get("published")),
        language=_language(words.get("language"), places.get("language")),
        allow_address=_address(words.get("allow_address"), places.get("allow_address")),
        overrides=_limits(limits, limits_place.file) if limits and limits_place else {},
    )


def _genre(text: str | None, place: Place | None) -> Genre | None:
    if text and place and text not in _GENRES:
        raise place.error(f"`genre` is {' or '.join(_GENRES)}, not {text!r}")
    return _GENRES[text] if text else None


def _published(text: str | None, place: Place | None) -> Published:
    published = read_published(text)
    if text and place and published is None:
        raise place.error(f"{text!r} is no date; write it as 2025-01-22, or with a time and offset")
    return published


def _language(text: str | None, place: Place | None) -> str | None:
    tag = language_tag(text)
    if text and place and tag is None:
        raise place.error(f"{text!r} is no language tag; write `en` or `pt-BR`")
    return tag


def _address(text: str | None, place: Place | None) -> str | None:
    found = _ADDRESS.fullmatch(text) if text else None
    if text and place and not (found and 0 < int(found[1]) < 65536):
        raise place.error(f"`allow_address` is HOST:PORT, such as 127.0.0.1:8080, not {text!r}")
    return text


def _limits(node: yaml.Node, file: str) -> dict[str, int]:
    limits = {}
    for key, (place, value) in entries(node, None, file).items():
        digits = scalar(value, place).replace("_", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 15):
            raise place.error(f"`{key}` is a whole number, not {digits!r}")
        limits[key] = int(digits)
    return limits


def _settings(node: yaml.Node, file: str) -> Settings:
    said = entries(node, _SETTINGS, file)
    contact = scalar(said["contact"][1], said["contact"][0]) if "contact" in said else ""
    limits = said.get("limits")
    return Settings(
        contact=contact or None,
        limits=_limits(limits[1], file) if limits and not is_null(limits[1]) else {},
    )

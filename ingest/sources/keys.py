"""Which source a location is: the same key for every spelling of one address or path."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ingest.parse.urls import address_key

#: Two files of one name in different folders must not be taken for one.
_HASH_DIGITS = 8


def is_url(location: str) -> bool:
    """Whether a location in the user's words is meant as a URL, not as a path."""
    return "://" in location[:12]


def source_key(location: str, home: Path) -> str:
    """Return the key of the source at `location`, a URL or a path (relative ones start at `home`).

    A URL's is its normal form with the query kept and without credentials; a path's is relative to the
    site directory where it lies inside, with "/" on every system. Keys are published, so a path outside
    is told by its file name and a hash. Raises NotAWebAddress for a URL that is not http or https.
    """
    if is_url(location):
        return address_key(location)
    path = absolute_path(location, home)
    inside = relative_path(path, home)
    if inside is not None:
        return inside
    digest = hashlib.sha256(path.as_posix().encode("utf-8", "surrogateescape")).hexdigest()
    return f"{path.name}~{digest[:_HASH_DIGITS]}"


def told_name(key: str, location: str) -> str:
    """Return what to call a source to its owner: its key, but a file outside the site directory by its path."""
    hides_path = not is_url(location) and key.startswith(f"{Path(location).name}~")
    return location if hides_path else key


def relative_path(path: Path, home: Path) -> str | None:
    """Return an absolute path as seen from the site directory, with "/"; None where it lies outside."""
    for inside, base in ((path, absolute_path(".", home)), (path.resolve(), home.resolve())):
        if inside.is_relative_to(base):
            return inside.relative_to(base).as_posix()
    return None


def absolute_path(location: str, home: Path) -> Path:
    """Return the absolute path of a file or folder as sources.yml names it; "~" is the user's home."""
    return Path(os.path.abspath(home / Path(location).expanduser()))  # noqa: PTH100 - keeps symlinks

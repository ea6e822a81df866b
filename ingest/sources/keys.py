"""Which source a location is: the same key for every spelling of one address or path."""

from __future__ import annotations

import os
from pathlib import Path

from ingest.parse.urls import address_key


def is_url(location: str) -> bool:
    """Whether a location in the user's words is meant as a URL, not as a path."""
    return "://" in location[:12]


def source_key(location: str, home: Path) -> str:
    """Return the key of the source at `location`, a URL or a path (relative ones start at `home`).

    A URL's is its normal form with the query kept and without credentials; a path's is relative to the
    site directory where it lies inside, else absolute; with "/" on every system. Raises NotAWebAddress
    for a URL that is not http or https.
    """
    if is_url(location):
        return address_key(location)
    path = absolute_path(location, home)
    for inside, base in ((path, absolute_path(".", home)), (path.resolve(), home.resolve())):
        if inside.is_relative_to(base):
            return inside.relative_to(base).as_posix()
    return path.as_posix()


def absolute_path(location: str, home: Path) -> Path:
    """Return the absolute path of a file or folder as sources.yml names it; "~" is the user's home."""
    return Path(os.path.abspath(home / Path(location).expanduser()))  # noqa: PTH100 - keeps symlinks

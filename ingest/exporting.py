"""Runs the exporter of the package that shows, in a process of its own: neither half imports the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

import yaml

from ingest.database import require_content
from ingest.home import Home
from ingest.store import TIMELINE

_EXPORTER: Final = "datasette_timeline.exports"
#: What the exporter calls itself in its usage and its errors: what the user typed.
_CALLED_AS: Final = {"DATELINE_EXPORT_CALLED_AS": "dateline export"}


def export(home: Home, arguments: Sequence[str]) -> int:
    """Return the exit status of the exporter, run on the site's timeline with `arguments`.

    What metadata.yml calls the site is what the files call it. Raises StoreError where there is nothing
    to export.
    """
    command = [sys.executable, "-m", _EXPORTER]
    if "--help" not in arguments:
        require_content(home.timeline, TIMELINE)
        command += ["--db", str(home.timeline)]
        if title := _title(home):
            command += ["--title", title]
    environment = os.environ | _CALLED_AS
    done = subprocess.run([*command, *arguments], check=False, env=environment)  # noqa: S603 - our own module
    return done.returncode


def _title(home: Home) -> str | None:
    """Return the site's title from metadata.yml, None where there is none that can be read."""
    try:
        said = yaml.safe_load(home.metadata.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    title = said.get("title") if isinstance(said, dict) else None
    return title if isinstance(title, str) else None

"""A site directory: where its files are, and how a new one is made."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from ingest.errors import ConfigError

#: The files of a new site directory, from the package's `site` folder, and what they are called there.
_NEW_FILES: Final = {
    "sources.yml": "sources.yml",
    "metadata.yml": "metadata.yml",
    "gitignore": ".gitignore",
}


@dataclass(frozen=True, slots=True)
class Home:
    """The paths of one site directory."""

    path: Path

    @property
    def sources(self) -> Path:
        """What to read, in the user's words."""
        return self.path / "sources.yml"

    @property
    def metadata(self) -> Path:
        """What Datasette says of the database."""
        return self.path / "metadata.yml"

    @property
    def archive(self) -> Path:
        """The private memory."""
        return self.path / "archive" / "archive.db"

    @property
    def timeline(self) -> Path:
        """The published file."""
        return self.path / "timeline.db"

    @property
    def curation(self) -> Path:
        """An editor's acts, applied on top of what the machine concluded."""
        return self.path / "curation.yml"

    def checked(self) -> Home:
        """Return the same home; raises ConfigError where it is not a site directory."""
        if not self.path.is_dir():
            raise ConfigError("there is no such folder", source=str(self.path))
        if not self.sources.is_file():
            raise ConfigError(
                f"has no sources.yml; make a site directory with: dateline init {self.path}",
                source=str(self.path),
            )
        return self


def initialise(directory: Path) -> list[Path]:
    """Make a new site directory and return the files written; what exists is kept as it is.

    Raises ConfigError where the folder cannot be made or written.
    """
    written = []
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for template, name in _NEW_FILES.items():
            target = directory / name
            if not target.exists():
                target.write_bytes((files("ingest") / "site" / template).read_bytes())
                written.append(target)
    except OSError as error:
        raise ConfigError(
            f"cannot be written ({error.strerror or error}); choose another folder",
            source=str(directory),
        ) from error
    return written

"""sources.yml: what the user asked Dateline to read, as `Source` values; errors name the file and the line."""

from ingest.sources.adding import add_entry
from ingest.sources.folders import expand, lies_in
from ingest.sources.keys import relative_path, source_key, told_name
from ingest.sources.reading import Settings, SourcesFile, read_sources, read_sources_file

__all__ = [
    "Settings",
    "SourcesFile",
    "add_entry",
    "expand",
    "lies_in",
    "read_sources",
    "read_sources_file",
    "relative_path",
    "source_key",
    "told_name",
]

"""The block of "key: value" lines between two "---" lines at the start of a text or Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import yaml

from ingest.model import Source
from ingest.parse.article import Draft
from ingest.parse.limits import FRONT_MATTER_CHARACTERS
from ingest.parse.urls import web_url

_BLOCK: Final = re.compile(r"\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE: Final = re.compile(r"([A-Za-z][\w-]{0,40})\s*:\s*(.*)")

#: What each field is called in the front matter of the usual site generators, lower case, best first.
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "subject", "headline"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "pubdate", "date", "date_published", "publisheddate", "publishdate"),
    "updated": ("updated", "lastmod", "modified"),
    "url": ("url", "link", "canonical", "source_url"),
    "publisher": ("publisher", "site", "publication"),
    "genre": ("genre", "kind"),
    "language": ("language", "lang"),
    "guid": ("guid", "id"),
    "tags": ("tags", "keywords", "categories"),
}


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the front matter as lower-cased keys and strings ({} if there is none), and the rest."""
    found = _BLOCK.match(text[:FRONT_MATTER_CHARACTERS])
    if found is None:
        return {}, text
    fields = _from_yaml(found[1])
    if fields is None:
        # "title: Kyiv: the first day" is what people write and no YAML.
        lines = (_LINE.match(line) for line in found[1].split("\n"))
        fields = {line[1].lower(): line[2].strip().strip("\"'") for line in lines if line}
    return fields, text[found.end() :] if fields else text


def draft_from(fields: Mapping[str, str], body: str, source: Source) -> Draft:
    """Return the draft of a document with this front matter; the user's own title for it goes first."""
    said = {
        field: next((fields[name] for name in names if fields.get(name)), None)
        for field, names in _NAMES.items()
    }
    return Draft(
        title=source.title or said["title"] or "",
        body=body,
        guid=said["guid"],
        url=web_url(said["url"]) or (web_url(source.location) if source.is_remote else None),
        published_texts=(said["published"],) if said["published"] else (),
        updated_text=said["updated"],
        author=said["author"],
        publisher=said["publisher"],
        genre=said["genre"],
        language=said["language"],
        tags=tuple(tag.strip() for tag in (said["tags"] or "").split(",")),
    )


def _from_yaml(block: str) -> dict[str, str] | None:
    """Return the scalar entries as written; None if the block is no YAML mapping. Builds no objects."""
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    return {
        str(key.value).lower(): _written(value)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    }


def _written(value: yaml.Node) -> str:
    if isinstance(value, yaml.ScalarNode):
        return str(value.value)
    if isinstance(value, yaml.SequenceNode):
        return ", ".join(
            str(part.value) for part in value.value if isinstance(part, yaml.ScalarNode)
        )
    return ""

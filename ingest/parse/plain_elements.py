"""The elements of entries that `plain_feed` knows, by feedparser's names for them."""

from __future__ import annotations

from typing import Final

#: Kind by element. The kinds of plain text are named as feedparser names their field.
KINDS: Final = {
    "title": "title", "dc:title": "title",
    "description": "description", "dc:description": "description", "summary": "summary",
    "itunes:summary": "summary", "content": "content", "content:encoded": "encoded",
    "link": "link", "guid": "id", "id": "id",
    "pubdate": "published", "published": "published", "issued": "published", "dcterms:issued": "published",
    "updated": "updated", "modified": "updated", "lastbuilddate": "updated", "dc:date": "updated",
    "dcterms:modified": "updated", "created": "created", "dcterms:created": "created",
    "author": "author", "dc:creator": "author", "dc:author": "author", "itunes:author": "author",
    "category": "category", "keywords": "category", "dc:subject": "category", "source": "source",
    "feedburner:origlink": "feedburner_origlink",
}  # fmt: skip
#: The parts of an author; its name and its address are read.
AUTHOR_PARTS: Final = frozenset(("name", "email", "uri", "homepage", "url"))
#: Elements that feedparser handles, without effect on any field that is read, as long as nothing is in them.
UNREAD: Final = frozenset((
    "enclosure", "media:content", "media:thumbnail", "media:credit", "media:rating", "media:player",
    "media:restriction", "media:license", "itunes:subtitle", "itunes:image", "itunes:link",
    "itunes:explicit", "itunes:block", "rights", "copyright", "dc:rights", "publisher", "dc:publisher",
    "language", "dc:language", "generator", "expirationdate", "georss:point", "georss:line", "georss:box",
    "georss:polygon", "subtitle", "tagline",
))  # fmt: skip
#: Fields that are read: an unknown element of the same name would be one of them.
KEYS_READ: Final = frozenset((
    "title", "title_detail", "summary", "summary_detail", "content", "id", "guidislink", "link", "links",
    "published", "created", "updated", "author", "source", "tags", "feedburner_origlink",
))  # fmt: skip

"""Which address leads to which page."""

from __future__ import annotations

from typing import Any, Final

from datasette_timeline.exports import answers
from datasette_timeline.pages import changes, events, extras, lists, records
from datasette_timeline.serving import assets
from datasette_timeline.serving.visit import view

#: A year has four digits or more, so that /999999 gets the page that explains dates.
_YEAR: Final = r"(?P<year>[0-9]{4,12})"
_MONTH: Final = r"(?P<month>[0-9]{1,4})"
_DAY: Final = r"(?P<day>[0-9]{1,4})"

#: The tables of what was read: who may not see one of them gets no page that quotes from it.
_TEXTS: Final = ("articles", "mentions", "revisions")

#: What a page of changes tells of.
_CHANGED: Final = ("events", "sources", *_TEXTS)

#: Patterns of the whole path below the site's prefix, as Datasette's register_routes wants them.
ROUTES: Final[list[tuple[str, Any]]] = [
    *answers.routes(),
    (r"^/$", view(lists.home)),
    (rf"^/{_YEAR}$", view(lists.period)),
    (rf"^/{_YEAR}/{_MONTH}$", view(lists.period)),
    (rf"^/{_YEAR}/{_MONTH}/{_DAY}$", view(lists.period)),
    (r"^/event/(?P<slug>[^/]+)$", view(events.event, "events", *_TEXTS)),
    (r"^/event/(?P<slug>[^/]+)/mentions$", view(events.mentions, "events", *_TEXTS)),
    (r"^/article/(?P<id>[0-9]{1,20})$", view(records.article, *_TEXTS)),
    (r"^/sources$", view(records.sources, "sources")),
    (r"^/source/(?P<id>[0-9]{1,20})$", view(records.source, "sources", "articles")),
    (r"^/changes$", view(changes.changed, *_CHANGED)),
    (r"^/changes\.atom$", view(changes.feed, *_CHANGED)),
    (r"^/source/(?P<id>[0-9]{1,20})/changes$", view(changes.changed, *_CHANGED)),
    (r"^/source/(?P<id>[0-9]{1,20})/changes\.atom$", view(changes.feed, *_CHANGED)),
    (r"^/robots\.txt$", view(extras.robots)),
    (r"^/sitemap\.xml$", view(extras.sitemap)),
    (r"^/sitemap-(?P<year>[0-9]{4})\.xml$", view(extras.sitemap_of_year)),
    (r"^/-/timeline/schema$", view(extras.schema)),
    (r"^/-/timeline/keys$", view(extras.keys)),
    (r"^/-/timeline/about$", view(extras.about)),
    (r"^/-/timeline/(?P<name>[a-z.]+)$", assets.serve),
]

"""What the plugin adds to Datasette's own pages of the timeline: links back to it, and room to read."""

from __future__ import annotations

from typing import Any, Final

from datasette.utils.asgi import BadRequest
from markupsafe import Markup, escape

from datasette_timeline.presentation.cards import event_path
from datasette_timeline.serving import assets, freshness

_SLUGS: Final = frozenset({"slug", "other_slug"})
#: A longer cell of quotes folds; and so much of it is on the page at all, a hundred rows of which it may hold.
_FOLDED_ABOVE: Final = 600
_SHOWN: Final = 6_000
#: Datasette gives each facet that an address asks for a fifth of a second, and counts no facets: an address of
#: some thousands held a thread for many minutes. With these it is five seconds.
_MOST_FACETS: Final = 12


def cell(
    datasette: Any, database: str, table: str | None, column: str, value: Any
) -> Markup | None:
    """Return a cell that leads to the page of the event or article that it names; None for any other.

    In tables `article_id` is a foreign key, which Datasette links with the article's title. Of the quotes of an
    event of many mentions, which would fill a hundred screens, the cell tells how many there are and unfolds.
    """
    if column == "more_quotes" and isinstance(value, str) and len(value) > _FOLDED_ABOVE:
        return _folded(value) if freshness.shows(datasette, database) else None
    if column in _SLUGS and isinstance(value, str) and value:
        path = event_path(value)
    elif column == "article_id" and table is None and isinstance(value, int):
        path = f"/article/{value}"
    else:
        return None
    return _link(datasette, path, value) if freshness.shows(datasette, database) else None


def check_facets(request: Any) -> None:
    """Raise BadRequest where an address of a table asks for more facets than a page is counted with."""
    asked = [name for name in request.args if name.startswith("_facet") and name != "_facet_size"]
    if sum(len(request.args.getlist(name)) for name in asked) > _MOST_FACETS:
        raise BadRequest(
            f"More than {_MOST_FACETS} facets are too many for one page: leave some out."
        )


def stylesheets(datasette: Any, database: str | None) -> list[str]:
    """Return the stylesheets for the pages of a database: ours for the timeline, none for others."""
    if database is None or not freshness.shows(datasette, database):
        return []
    return [assets.path("data.css", datasette)]


def head(datasette: Any, database: str | None) -> dict[str, Any]:
    """Return what base.html says of the site above Datasette's pages of the timeline; nothing above others."""
    if database is None or not freshness.shows(datasette, database):
        return {}
    return {
        "timeline": {
            "title": freshness.title(datasette),
            "home": datasette.urls.path("/"),
            "sources": datasette.urls.path("/sources"),
            "data": datasette.urls.database(database),
        }
    }


def _folded(quotes: str) -> Markup:
    """Return quotes, one a line, below a line that says how many there are."""
    count = quotes.count("\n") + 1
    cut = "" if len(quotes) <= _SHOWN else "… (all of them: the table mentions)"
    return Markup("<details><summary>{} more quotes</summary>{}{}</details>").format(
        f"{count:,}", quotes[:_SHOWN], cut
    )


def _link(datasette: Any, path: str, text: object) -> Markup:
    return Markup('<a href="{}">{}</a>').format(str(datasette.urls.path(path)), escape(text))

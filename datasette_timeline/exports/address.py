"""What an export says of itself: its titles and addresses, from the view that it shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import FeedMeta
from datasette_timeline.serving.site import Site
from datasette_timeline.views.filters import Filter


@dataclass(frozen=True, slots=True)
class Address:
    """Where an export stands: the site, and the path of its page without an extension."""

    site: Site
    #: Scheme, host and prefix, without a slash at the end.
    base_url: str
    #: The path of the page whose events these are: "/2024/06", "/event/SLUG"; "/" is the home page.
    page_path: str = "/"

    @property
    def stem(self) -> str:
        """The path of its exports up to the dot; the home page's are called events."""
        return "/events" if self.page_path == "/" else self.page_path

    def file_name(self, form: Format) -> str:
        """Return a name for the saved file, in ASCII: "timeline-2024-06.csv"."""
        words = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.stem).strip("-")
        return f"{self.site.database}-{words[:80]}.{form.extension}"

    def facts(
        self, form: Format, view: Filter, updated_at: datetime, *, include_vague: bool = False
    ) -> FeedMeta:
        """Return the facts of the whole; the caller adds what only the events tell (next, limit)."""
        query = _with_vague(view.query_string(after=None), include_vague=include_vague)
        path = f"{self.stem}.{form.extension}"
        return FeedMeta(
            site_title=self.site.title,
            title=": ".join([self.site.title, *_subject(view)]),
            page_url=f"{self.base_url}{self.page_path}{view.query_string(after=None)}",
            feed_url=f"{self.base_url}{path}{query}",
            feed_key=path + query,
            updated_at=updated_at,
            license_url=self.site.license_url or None,
            include_vague=include_vague,
        )

    def page_url(self, form: Format, view: Filter, cursor: str) -> str:
        """Return the address of another page of the same feed."""
        return f"{self.base_url}{self.stem}.{form.extension}{view.query_string(after=cursor)}"


def _subject(view: Filter) -> list[str]:
    """Return what the view is about in words: its period, then its filters; nothing of all events."""
    parts = [view.period.label] if view.period else []
    if not view.period and (view.start or view.end):
        parts.append(f"{view.start or ''} to {view.end or ''}".strip())
    parts += [
        f"“{value}”" if name == "q" else f"{name.replace('_', ' ')} {value}"
        for name, value in view.narrowing
    ]
    return [", ".join(parts)] if parts else []


def _with_vague(query: str, *, include_vague: bool) -> str:
    if not include_vague:
        return query
    return f"{query}&vague=1" if query else "?vague=1"

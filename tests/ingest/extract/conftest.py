"""A revision from a few words, so that a test reads as text in, mentions out."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from ingest.model import Article, Genre, Published, Revision

Make = Callable[..., Revision]


@pytest.fixture
def revision() -> Make:
    """Return a function that makes a revision of a body, with a title or without."""

    def make(
        body: str,
        title: str = "",
        published: Published = date(2024, 6, 26),
        genre: Genre = "report",
        key: str = "article",
    ) -> Revision:
        text = f"{title}\n\n{body}" if title else body
        article = Article(None, "https://example.org/a", title, text, published, genre=genre)
        seen = datetime(2024, 6, 27, tzinfo=UTC)
        return Revision(7, 3, key, 1, seen, "0" * 64, article, "source", "Example News")

    return make

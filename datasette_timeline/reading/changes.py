"""What sources changed: the SQL texts that read it, and places in its order. Pure.

A change is a revision that has one before it from the same source, or an article that was taken back.
They stand newest first; at one instant revisions before articles, higher numbers first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from datasette_timeline.reading.rows import Row

#: Changes on a page: under 15 KB compressed, whatever their words are.
PAGE_SIZE: Final = 20
#: Sentences of each kind, added and taken back, that one change shows.
SENTENCES: Final = 3
_MAX_ID: Final = 2**63 - 1
_CURSOR: Final = re.compile(r"([0-9][0-9T:.Z-]{9,39})_([ra])([0-9]{1,18})", re.ASCII)

_LISTING: Final = """
SELECT * FROM (SELECT seen_at AS at, 'r' AS kind, id FROM revisions INDEXED BY {revisions}
  WHERE words_added IS NOT NULL AND {owner} (seen_at, id) {sign} (:at, :revision)
  ORDER BY seen_at {way}, id {way} LIMIT :limit)
UNION ALL
SELECT * FROM (SELECT withdrawn_at, 'a', id FROM articles INDEXED BY {articles}
  WHERE withdrawn_at IS NOT NULL AND {owner} (withdrawn_at, id) {sign} (:at, :article)
  ORDER BY withdrawn_at {way}, id {way} LIMIT :limit)
ORDER BY 1 {way}, 2 {way}, 3 {way} LIMIT :limit
"""
#: The revisions with these numbers, and what is told of their articles.
REVISIONS: Final = """
SELECT r.id, 'r' AS kind, r.seen_at AS at, r.number, r.title, r.previous_title, r.words_added,
  r.words_removed, r.changes, a.id AS article_id, a.key AS article_key, a.url, a.language,
  p.name AS publisher, s.id AS source_id, s.title AS source
FROM revisions r JOIN articles a ON a.id = r.article_id JOIN publishers p ON p.id = a.publisher_id
LEFT JOIN sources s ON s.id = r.source_id
WHERE r.id IN ({ids})
"""
#: The articles with these numbers that were taken back, with how many dated sentences fell with each.
WITHDRAWALS: Final = """
SELECT a.id, 'a' AS kind, a.withdrawn_at AS at, NULL AS number, a.title, NULL AS previous_title,
  NULL AS words_added, NULL AS words_removed, NULL AS changes, a.id AS article_id, a.key AS article_key,
  a.url, a.language, p.name AS publisher, s.id AS source_id, s.title AS source,
  (SELECT count(*) FROM mentions m WHERE m.article_id = a.id AND m.withdrawn_at = a.withdrawn_at) AS fallen
FROM articles a JOIN publishers p ON p.id = a.publisher_id JOIN sources s ON s.id = a.source_id
WHERE a.id IN ({ids})
"""
#: The dated sentences that came and went with revisions, the first `:most` of each kind, and how many all;
#: a headline that was changed is told already.
EDITED_SENTENCES: Final = """
SELECT * FROM (
  SELECT r.id AS edit_id, m.id, m.quote, m.quote_start, m.date_start, m.date_end, m.edtf, m.precision,
    m.relation, m.speaker, m.modality, m.withdrawn_at IS r.seen_at AS is_withdrawn, e.slug,
    count(*) OVER (PARTITION BY r.id, m.withdrawn_at IS r.seen_at) AS sentences,
    row_number() OVER (
      PARTITION BY r.id, m.withdrawn_at IS r.seen_at ORDER BY m.quote_start, m.id) AS place
  FROM revisions r
  JOIN mentions m ON m.article_id = r.article_id
    AND (m.first_seen_at = r.seen_at OR m.withdrawn_at = r.seen_at)
  JOIN events e ON e.id = m.event_id AND e.status <> 'hidden'
  WHERE r.id IN ({ids}) AND (r.previous_title IS NULL OR m.quote NOT IN (r.previous_title, r.title)))
WHERE place <= :most ORDER BY edit_id, quote_start, is_withdrawn DESC, id
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the order of changes: beside the change that it names."""

    at: str
    kind: Literal["r", "a"]
    number: int

    def params(self) -> dict[str, Any]:
        """Return the bounds of both kinds at this place, for the texts of `listing`."""
        is_revision = self.kind == "r"
        return {
            "at": self.at,
            "revision": self.number if is_revision else -1,
            "article": _MAX_ID if is_revision else self.number,
        }

    def __str__(self) -> str:
        """Return the place as an address holds it."""
        return f"{self.at}_{self.kind}{self.number}"


#: Before every change.
START: Final = Place("9999", "r", 0)


def listing(*, of_source: bool, back: bool) -> str:
    """Return the text for the changes beyond a place: kind and number of at most `:limit`.

    It takes the parameters of a Place, and `:source` where it asks for one source's.
    """
    return _LISTING.format(
        revisions="idx_revisions_source" if of_source else "idx_revisions_changes",
        articles="idx_articles_source_withdrawn" if of_source else "idx_articles_withdrawn",
        owner="source_id = :source AND" if of_source else "",
        sign=">" if back else "<",
        way="ASC" if back else "DESC",
    )


def place(text: str) -> Place | None:
    """Return the place that an address names; None where it names none."""
    found = _CURSOR.fullmatch(text)
    if found is None:
        return None
    return Place(found[1], "r" if found[2] == "r" else "a", int(found[3]))


def place_of(row: Row) -> Place:
    """Return the place of a row of `listing`."""
    return Place(row["at"], row["kind"], row["id"])

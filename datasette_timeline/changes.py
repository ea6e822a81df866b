"""What sources changed: the texts that read it, places in its order, and an entry as a page shows it. Pure.

A change is a revision that has one before it from the same source, or an article that was taken back.
They stand newest first; at one instant revisions before articles, higher numbers first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from datasette_timeline import datetext, display
from datasette_timeline.datetext import Row

#: Changes on a page: under 15 KB compressed, whatever their words are.
PAGE_SIZE: Final = 20
#: Sentences of each kind, added and taken back, that one change shows.
SENTENCES: Final = 3
#: Characters of the changed words that are shown; the article's page has them all.
_WORDS: Final = 400
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A dated sentence that came or went with a revision."""

    row: Row
    words: str
    when: str
    modality: str | None


@dataclass(slots=True)
class Entry:
    """One change as a page shows it."""

    row: Row
    #: The article's own page, at the revision where there is one.
    path: str
    time: str
    #: Runs of words with their sign, "+" or "-", cut to a few lines; and whether there are more.
    words: list[tuple[str, str]]
    has_more_words: bool
    sentences: list[Sentence] = field(default_factory=list)
    #: Of the sentences, those that are not shown here.
    further: int = 0

    @property
    def day(self) -> str | None:
        """The day of the change, '1 July 2026'."""
        return display.day_of(self.row["at"])


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


def entries(listed: Sequence[Row], told: Iterable[Row], sentences: Iterable[Row]) -> list[Entry]:
    """Return the entries of a page in the order of `listed`.

    `told` are rows of REVISIONS and WITHDRAWALS, `sentences` of EDITED_SENTENCES.
    """
    by_key = {(row["kind"], row["id"]): _entry(row) for row in told}
    for row in sentences:
        entry = by_key["r", row["edit_id"]]
        entry.sentences.append(
            Sentence(
                row,
                display.excerpt(row["quote"]),
                datetext.when(row).text,
                display.modality(row["modality"]),
            )
        )
        # The last place of each kind tells how many of that kind there are beyond it.
        if row["place"] == min(row["sentences"], SENTENCES):
            entry.further += row["sentences"] - row["place"]
    keys = [(row["kind"], row["id"]) for row in listed]
    return [by_key[key] for key in keys if key in by_key]


def _entry(row: Row) -> Entry:
    words, has_more = _excerpt(below_title(pieces(row["changes"]), row))
    anchor = f"#r{row['number']}" if row["number"] else ""
    path = f"/article/{row['article_id']}{anchor}"
    return Entry(row, path, f"{row['at'][11:16]} UTC", words, has_more)


def pieces(changes: str | None) -> list[tuple[str, str]]:
    """Return the runs of words of a revision's `changes`; nothing where they cannot be read."""
    try:
        return [(str(sign), str(words)) for sign, words in json.loads(changes or "[]")]
    except (ValueError, TypeError):
        return []


def below_title(runs: list[tuple[str, str]], row: Row) -> list[tuple[str, str]]:
    """Return the runs without those at their beginning that the change of the title tells already.

    A text begins with its title, so the two titles are walked together: a run belongs to them as long as
    they differ ahead, and where its words come next in its title after words that both have.
    """
    if not row["previous_title"]:
        return runs
    old, new = row["previous_title"].split(), (row["title"] or "").split()
    below = list(runs)
    while below and old != new:
        sign, words = below[0]
        title, run = (new if sign == "+" else old), words.split()
        start = next((n for n in range(len(title)) if title[n : n + len(run)] == run), -1)
        if start < 0 or old[:start] != new[:start]:
            break
        old, new = old[start:], new[start:]
        del (new if sign == "+" else old)[: len(run)]
        del below[0]
    return below


def _excerpt(runs: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], bool]:
    """Return the first runs of words, some lines long, and whether there are more."""
    shown: list[tuple[str, str]] = []
    left = _WORDS
    for sign, words in runs:
        if left <= 0:
            return shown, True
        shown.append((sign, words if len(words) <= left else words[:left] + " …"))
        left -= len(words)
    return shown, left < 0

"""A change of a source as a page shows it: its words that came and went, and its dated sentences. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from datasette_timeline.presentation import datetext, display
from datasette_timeline.reading.changes import SENTENCES
from datasette_timeline.reading.rows import Row

#: Characters of the changed words that are shown; the article's page has them all.
_WORDS: Final = 400


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

"""Folds an article's revisions into the mentions that stand and those that were withdrawn. Pure.

An article says what the newest revision of each source that carries it says. A mention keeps its number
as long as its words and its date stay the same, points to the newest revision that holds it, remembers
when it was first seen, and is marked withdrawn, never dropped, when its words are gone.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from ingest.model import Entity, Mention, Published, Revision, WordChanges

#: A published list of changes longer than this many characters is cut: bodies stay in the archive.
_LONGEST_CHANGES: Final = 2_000
#: difflib is quadratic; beyond this many words only the counts of a bag of words are compared.
_MOST_WORDS_TO_ALIGN: Final = 4_000


def standing_revision(revisions: Sequence[Revision], current: frozenset[int]) -> Revision:
    """Return the revision whose title, address and publisher stand for the article now.

    It is the newest one of the source that carried the article first, if that still carries it.
    """
    first_source = revisions[0].source_key
    candidates = [revision for revision in revisions if revision.id in current] or list(revisions)
    own = [revision for revision in candidates if revision.source_key == first_source]
    return (own or candidates)[-1]


def first_published(revisions: Sequence[Revision]) -> Published:
    """Return the first publication date that the article was given, in UTC; edits do not move it."""
    given = (revision.article.published for revision in revisions)
    return in_utc(next((published for published in given if published), None))


def fold(
    revisions: Sequence[Revision],
    extracted: Mapping[int, Sequence[Mention]],
    current: frozenset[int],
    withdrawn_at: datetime | None,
) -> tuple[Mention, ...]:
    """Return every mention an article ever made, those that stand first, each group in text order.

    `revisions` are all of the article's, oldest first; `extracted` their mentions by revision id;
    `current` the ids of the revisions that stand now; `withdrawn_at` is set where the whole article was.
    """
    head = standing_revision(revisions, current)
    published = first_published(revisions)
    newest: dict[int, Mention] = {}
    first_seen: dict[int, datetime] = {}
    for revision in revisions:
        for mention in extracted[revision.id]:
            first_seen.setdefault(mention.id, revision.seen_at)
            newest[mention.id] = mention
    standing: dict[int, Mention] = {}
    for revision in revisions:
        if revision.id in current:
            standing.update({mention.id: mention for mention in extracted[revision.id]})
    folded = [
        replace(
            standing.get(number, mention),
            first_seen_at=first_seen[number],
            withdrawn_at=withdrawn_at
            if number in standing
            else _left_at(mention, revisions) or withdrawn_at,
            published=published,
            publisher=head.publisher,
            url=head.article.url,
            source_key=revisions[0].source_key,
            entities=_canonical(mention.entities),
        )
        for number, mention in newest.items()
    ]
    return tuple(
        sorted(
            folded, key=lambda m: (m.withdrawn_at is not None, m.kind == "passage", m.start, m.id)
        )
    )


def _canonical(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return each entity once in each role, in an order that does not depend on the text's."""
    once: dict[tuple[str, str, str, str | None], Entity] = {}
    for entity in entities:
        once.setdefault((entity.role, entity.kind, entity.name, entity.country), entity)
    return tuple(once[key] for key in sorted(once, key=repr))


def in_utc(published: Published) -> Published:
    """Return an aware instant in UTC; a day and None as they are."""
    return published.astimezone(UTC) if isinstance(published, datetime) else published


def _left_at(mention: Mention, revisions: Sequence[Revision]) -> datetime | None:
    """Return when the source that held the mention last was first seen without it."""
    by_id = {revision.id: revision for revision in revisions}
    last = by_id[mention.revision_id]
    later = [
        revision.seen_at
        for revision in revisions
        if revision.source_key == last.source_key and revision.number > last.number
    ]
    return min(later, default=None)


def word_changes(old: Revision, new: Revision) -> WordChanges:
    """Return what `new` changed against `old`, by words."""
    before, after = _words(old.article.text), _words(new.article.text)
    pieces = _aligned(before, after)
    return WordChanges(
        previous_title=old.article.title if old.article.title != new.article.title else None,
        words_added=sum(len(words) for sign, words in pieces if sign == "+"),
        words_removed=sum(len(words) for sign, words in pieces if sign == "-"),
        changes=_bounded_json(pieces),
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


def _aligned(before: list[str], after: list[str]) -> list[tuple[str, list[str]]]:
    """Return the runs of words that were removed ("-") and added ("+"), in text order."""
    start, end = _common_ends(before, after)
    before = before[start : len(before) - end]
    after = after[start : len(after) - end]
    if max(len(before), len(after)) > _MOST_WORDS_TO_ALIGN:
        return [("-", before), ("+", after)]
    pieces: list[tuple[str, list[str]]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            pieces += [("-", before[i1:i2])] if i2 > i1 else []
            pieces += [("+", after[j1:j2])] if j2 > j1 else []
    return pieces


def _common_ends(before: list[str], after: list[str]) -> tuple[int, int]:
    """Return how many words the two share at the start and, beyond those, at the end."""
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _bounded_json(pieces: Sequence[tuple[str, list[str]]]) -> str:
    told: list[tuple[str, str]] = []
    left = _LONGEST_CHANGES
    for sign, words in pieces:
        text = " ".join(words)
        if left <= 0:
            break
        told.append((sign, text if len(text) <= left else text[:left] + "…"))
        left -= len(text)
    return json.dumps(told, ensure_ascii=False)

"""Makes timeline.db follow the archive: extract, fold, merge, apply, a batch of changes at a time.

    archive.changes_after | chains | extract (in workers) | fold | cluster.merge | timeline.apply

Each batch is one transaction that also records the archive's change it has followed, so that a run that is
killed anywhere is completed by the next one. The result does not depend on how changes fell into batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Final, Protocol

from ingest import cluster
from ingest.archive import Archive, Chain
from ingest.errors import DatelineError
from ingest.extract import Extraction
from ingest.history import first_published, fold, standing_revision, word_changes
from ingest.model import Event, Revision
from ingest.store import ArticleRecord, Change, RevisionRecord, SourceRecord, Timeline

#: Changes a transaction. Larger batches merge more at once and cost fewer look-ups; smaller ones lose less
#: work when killed and hold the writer's lock for less time.
CHANGES_A_BATCH: Final = 400

#: The function that workers run on each revision, by its dotted name.
EXTRACT: Final = "ingest.extract:extract"


class Workers(Protocol):
    """Runs a function by its dotted name on each item in other processes, results in order."""

    def map(self, name: str, items: Iterable[object]) -> Iterator[object]:
        """Yield each item's result, or the DatelineError that it raised."""


@dataclass(slots=True)
class Followed:
    """What following brought."""

    articles: int = 0
    new_events: int = 0
    #: Dates that need a publication date where there is none, in the articles that were followed.
    unresolved: int = 0
    #: One error for each revision that could not be read; the others of its article stand.
    failures: list[DatelineError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Following:
    """What following works with: two open stores, workers, and how to stop between transactions."""

    archive: Archive
    timeline: Timeline
    workers: Workers
    #: The sources as the published file tells them, by key.
    sources: Mapping[str, SourceRecord]
    #: Holds back Ctrl-C during a transaction.
    undisturbed: Callable[[], AbstractContextManager[None]]
    #: Called with the number of articles that a transaction brought.
    advance: Callable[[int], None]


def follow(work: Following) -> Followed:
    """Apply every change of the archive that the timeline has not followed yet."""
    followed = Followed()
    applied = work.timeline.applied_change()
    while True:
        upto, article_ids = work.archive.changes_after(applied, CHANGES_A_BATCH)
        if not article_ids:
            return followed
        articles = _articles(work, article_ids, followed)
        change = _change(work.timeline, articles, upto)
        with work.undisturbed():
            followed.new_events += work.timeline.apply(change, list(work.sources.values()))
        followed.articles += len(articles)
        applied = upto
        work.advance(len(article_ids))


def _articles(
    work: Following, article_ids: Sequence[int], followed: Followed
) -> tuple[ArticleRecord, ...]:
    """Return each article as it stands, with every mention that it ever made."""
    chains = list(work.archive.chains(article_ids))
    revisions = [revision for chain in chains for revision in chain.revisions]
    extracted: dict[int, Extraction] = {}
    for revision, result in zip(revisions, work.workers.map(EXTRACT, revisions), strict=True):
        if isinstance(result, Extraction):
            extracted[revision.id] = result
        elif isinstance(result, DatelineError):
            followed.failures.append(result)
            extracted[revision.id] = Extraction(mentions=(), unresolved=())
    records = tuple(_record(chain, extracted, work.sources) for chain in chains)
    followed.unresolved += sum(record.unresolved_count for record in records)
    return records


def _record(
    chain: Chain, extracted: Mapping[int, Extraction], sources: Mapping[str, SourceRecord]
) -> ArticleRecord:
    head = standing_revision(chain.revisions, chain.current)
    article = head.article
    mentions = {revision.id: extracted[revision.id].mentions for revision in chain.revisions}
    return ArticleRecord(
        id=chain.article_id,
        key=chain.key,
        source_id=sources[chain.source_key].id,
        source_ids=tuple(sources[key].id for key in chain.source_keys),
        publisher=head.publisher,
        url=article.url,
        title=article.title,
        author=article.author,
        genre=article.genre,
        language=article.language,
        origin=article.origin,
        published=first_published(chain.revisions),
        published_text=article.published_text,
        first_seen_at=chain.first_seen_at,
        withdrawn_at=chain.withdrawn_at,
        unresolved_count=len(extracted[head.id].unresolved),
        revisions=_revision_records(chain.revisions),
        mentions=fold(chain.revisions, mentions, chain.current, chain.withdrawn_at),
    )


def _revision_records(revisions: Sequence[Revision]) -> tuple[RevisionRecord, ...]:
    """Return the revisions without their bodies, each with what it changed in its source's words."""
    newest: dict[str, Revision] = {}
    records = []
    for revision in revisions:
        before = newest.get(revision.source_key)
        records.append(
            RevisionRecord(
                id=revision.id,
                number=revision.number,
                seen_at=revision.seen_at,
                sha256=revision.sha256,
                title=revision.article.title,
                changes=word_changes(before, revision) if before else None,
            )
        )
        newest[revision.source_key] = revision
    return tuple(records)


def _change(timeline: Timeline, articles: tuple[ArticleRecord, ...], upto: int) -> Change:
    """Merge the articles' mentions with those they might be one event with."""
    mentions = [mention for article in articles for mention in article.mentions]
    keys = {mention.id: cluster.keys(mention) for mention in mentions}
    neighbours = timeline.neighbourhood(
        {key for own in keys.values() for key in own}, (article.id for article in articles)
    )
    events: tuple[Event, ...] = cluster.merge([*mentions, *neighbours])
    return Change(articles, neighbours, events, keys, upto)

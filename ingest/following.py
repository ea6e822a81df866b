"""Makes timeline.db follow the archive: digest, fold, merge, apply, a batch of changes at a time.

    batches | fold | neighbours | cluster.merge | timeline.apply

Each batch is one transaction that also records the archive's change it has followed, so that a run that is
killed anywhere is completed by the next one. The result does not depend on how changes fell into batches.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from typing import Final

from ingest import cluster
from ingest.archive import Archive, Chain
from ingest.batches import Batch, Pace, Workers, batches
from ingest.cluster import Entry
from ingest.digest import Digest, outlines_of
from ingest.errors import DatelineError
from ingest.history import first_published, fold, standing_revision, word_changes
from ingest.model import Revision
from ingest.neighbours import neighbours, records, sign
from ingest.store import (
    ArticleRecord,
    Change,
    PublisherRecord,
    RevisionRecord,
    SourceRecord,
    Timeline,
)

#: Raise this when a change to `extract`, `cluster` or `history` would read an old article otherwise than
#: before: a run then says that `dateline rebuild` applies the new rules to what was read with the old.
RULES: Final = "9"
_RULES: Final = "rules"

#: What the table `build` remembers of curation.yml: its version, and the slugs that it names.
_CURATION: Final = "curation_sha256"
_CURATED_SLUGS: Final = "curated_slugs"


@dataclass(slots=True)
class Followed:
    """What following brought."""

    articles: int = 0
    new_events: int = 0
    #: Dates that need a publication date where there is none, in the articles that were followed.
    unresolved: int = 0
    #: Titles of those articles.
    undated: list[str] = field(default_factory=list)
    #: One error for each revision that could not be read; the others of its article stand.
    failures: list[DatelineError] = field(default_factory=list)
    #: Acts of curation.yml that name no event.
    unused_acts: tuple[Entry, ...] = ()
    #: Part of the timeline was made with other rules than those of this Dateline.
    has_old_rules: bool = False


@dataclass(frozen=True, slots=True)
class Curation:
    """An editor's acts, and which version of curation.yml they are of."""

    entries: tuple[Entry, ...] = ()
    sha256: str = ""

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs that the entries name."""
        return tuple(sorted({slug for entry in self.entries for slug in entry.slugs}))


def read_curation(data: bytes | None) -> Curation:
    """Return what curation.yml (None: there is none) says; raises ConfigError naming the line."""
    if not data:
        return Curation()
    return Curation(
        cluster.parse_curation(data.decode("utf-8", "replace")), hashlib.sha256(data).hexdigest()
    )


@dataclass(frozen=True, slots=True)
class Following:
    """What following works with: two open stores, workers, and how to stop between transactions."""

    archive: Archive
    timeline: Timeline
    workers: Workers
    #: The sources as the published file tells them, by key.
    sources: Mapping[str, SourceRecord]
    curation: Curation
    #: Holds back Ctrl-C during a transaction.
    undisturbed: Callable[[], AbstractContextManager[None]]
    #: Called, from another thread too, with the number of articles that were read since the last call.
    advance: Callable[[int], None]


def follow(work: Following) -> Followed:
    """Apply every change of the archive, and of curation.yml, that the timeline has not followed yet."""
    applied = work.timeline.applied_change()
    is_first = not applied
    rules = RULES if is_first else work.timeline.fact(_RULES) or ""
    followed = Followed(has_old_rules=rules != RULES)
    pace = Pace()
    reading = batches(work.archive, work.workers, applied, pace, work.advance)
    with closing(reading):
        for batch in reading:
            pace.after(*_apply(work, batch, rules, followed))
            applied = batch.upto
    if work.timeline.fact(_CURATION) not in {work.curation.sha256, None}:
        _apply(work, Batch(applied, (), {}, ()), rules, followed)
    if is_first:
        # A later batch may have made one of two events that were new.
        followed.new_events = work.timeline.counts()["events"]
    return followed


def _apply(work: Following, batch: Batch, rules: str, followed: Followed) -> tuple[int, int]:
    """Merge a batch and make the timeline follow it, in one transaction.

    Returns how many mentions the batch brought, and how many others were merged anew with them.
    """
    articles = tuple(
        _record(chain, batch.digests, work.sources) for chain in batch.chains if chain.revisions
    )
    change, unused = _change(work, articles, batch)
    change = replace(change, facts={**change.facts, _RULES: rules})
    with work.undisturbed():
        followed.new_events += work.timeline.apply(change, list(work.sources.values()))
    cluster.forget()
    followed.articles += len(articles)
    followed.unresolved += sum(record.unresolved_count for record in articles)
    followed.undated += (record.title for record in articles if record.unresolved_count)
    followed.failures += batch.failures
    followed.unused_acts = unused
    return len(change.signatures), len(change.neighbours)


def _record(
    chain: Chain, digests: Mapping[int, Digest], sources: Mapping[str, SourceRecord]
) -> ArticleRecord:
    head = standing_revision(chain.revisions, chain.current)
    article = head.article
    said = {revision.id: digests[revision.id].extraction for revision in chain.revisions}
    mentions = {number: extraction.mentions for number, extraction in said.items()}
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
        unresolved_count=len(said[head.id].unresolved),
        revisions=_revision_records(chain.revisions, sources),
        mentions=fold(chain.revisions, mentions, chain.current, chain.withdrawn_at),
    )


def _revision_records(
    revisions: Sequence[Revision], sources: Mapping[str, SourceRecord]
) -> tuple[RevisionRecord, ...]:
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
                source_id=sources[revision.source_key].id,
                changes=word_changes(before, revision) if before else None,
            )
        )
        newest[revision.source_key] = revision
    return tuple(records)


def _change(
    work: Following, articles: tuple[ArticleRecord, ...], batch: Batch
) -> tuple[Change, tuple[Entry, ...]]:
    """Merge the articles' mentions with those they might be one event with, and apply the editor's acts.

    What an editor touched, now or in the version before, is merged anew each time, so that acts that
    were taken back have no effect any more. Also returns the acts that name no event.
    """
    mentions = [mention for article in articles for mention in article.mentions]
    removed = tuple(chain.article_id for chain in batch.chains if not chain.revisions)
    outlines = outlines_of(mentions, batch.digests)
    signed = sign(mentions, outlines)
    former = (work.timeline.fact(_CURATED_SLUGS) or "").split()
    others = neighbours(
        work.timeline,
        mentions,
        signed,
        [*(article.id for article in articles), *removed],
        {*former, *work.curation.slugs},
    )
    all_mentions = {mention.id: mention for mention in (*mentions, *others.mentions)}
    merged = cluster.merge(all_mentions.values(), others.whole, outlines)
    curated = cluster.curate(merged, all_mentions, work.curation.entries)
    change = Change(
        articles=articles,
        neighbours=others.mentions,
        events=curated.events,
        signatures=records(signed),
        applied_change=batch.upto,
        removed=removed,
        publishers=_publishers({article.publisher for article in articles}),
        facts={_CURATION: work.curation.sha256, _CURATED_SLUGS: " ".join(work.curation.slugs)},
    )
    return change, curated.unused


def _publishers(names: Iterable[str]) -> tuple[PublisherRecord, ...]:
    """Return what is known of the publishers with these names."""
    families = {name: cluster.publisher_family(name) for name in names}
    return tuple(
        PublisherRecord(name, family if family != name else None, cluster.is_wire(name))
        for name, family in sorted(families.items())
    )

"""The schema of timeline.db, in the order in which it came to be (sqlite-utils migrations).

The tables of the first release stand in tables.py. Every column that is sorted, faceted or filtered is
indexed. docs/schema.md is written from what the migrations make, and a test compares the two.
"""

from __future__ import annotations

from typing import Final

from ingest.database import Database, Migrations
from ingest.store.tables import TABLES

#: Marks the file as ours (PRAGMA application_id): "DLTL".
APPLICATION_ID: Final = 0x444C544C

migrations = Migrations("dateline.timeline")

_INDEXES: Final = """
CREATE INDEX idx_sources_publisher ON sources(publisher_id);
CREATE INDEX idx_articles_source ON articles(source_id, published_on);
CREATE INDEX idx_articles_publisher ON articles(publisher_id, published_on);
CREATE INDEX idx_articles_published ON articles(published_on);
CREATE INDEX idx_articles_url ON articles(url);
CREATE INDEX idx_article_sources_source ON article_sources(source_id, article_id);
CREATE UNIQUE INDEX idx_revisions_article ON revisions(article_id, number);
CREATE INDEX idx_revisions_seen ON revisions(seen_at);
-- every list, chart and count of a view reads this one, mostly without the table's rows
CREATE INDEX idx_events_sort ON events(
  sort_on, date_end, date_start, publisher_count, precision, basis, kind, modality, disputed, status);
-- a search gives numbers in ascending order: their dates are read from here, not from the wide rows
CREATE INDEX idx_events_bounds ON events(id, date_start, date_end, status);
-- the vague dates of a period, which a chart draws as spans
CREATE INDEX idx_events_vague ON events(sort_on, date_end, date_start, status)
  WHERE date_start IS NOT date_end;
-- the long spans that a month or a day must look for among everything that began before it
CREATE INDEX idx_events_spans ON events(sort_on, date_end, date_start)
  WHERE date_end IS NULL OR date_start IS NULL OR substr(date_start, 1, 4) <> substr(date_end, 1, 4);
CREATE INDEX idx_events_date ON events(date_start, date_end);
CREATE INDEX idx_events_end ON events(date_end);
CREATE INDEX idx_events_year ON events(year, month);
CREATE INDEX idx_events_significance ON events(significance);
CREATE INDEX idx_events_precision ON events(precision, sort_on);
CREATE INDEX idx_events_basis ON events(basis, sort_on);
CREATE INDEX idx_events_kind ON events(kind, sort_on);
CREATE INDEX idx_events_speaker ON events(speaker, sort_on) WHERE speaker IS NOT NULL;
CREATE INDEX idx_events_place ON events(place, sort_on) WHERE place IS NOT NULL;
CREATE INDEX idx_events_country ON events(country, sort_on) WHERE country IS NOT NULL;
CREATE INDEX idx_events_publishers ON events(publisher_count, sort_on);
CREATE INDEX idx_events_publisher ON events(publisher, sort_on);
CREATE INDEX idx_events_source ON events(source, sort_on);
CREATE INDEX idx_events_status ON events(status);
CREATE INDEX idx_events_disputed ON events(disputed, sort_on) WHERE disputed;
CREATE INDEX idx_events_reported ON events(first_reported_at);
CREATE INDEX idx_events_seen ON events(first_seen_at, id);
CREATE INDEX idx_events_article ON events(article_id);
CREATE INDEX idx_mentions_event ON mentions(event_id);
CREATE INDEX idx_mentions_article ON mentions(article_id, quote_start);
CREATE INDEX idx_mentions_revision ON mentions(revision_id);
CREATE INDEX idx_mentions_date ON mentions(date_start, date_end);
CREATE INDEX idx_mentions_speaker ON mentions(speaker) WHERE speaker IS NOT NULL;
CREATE INDEX idx_entities_name ON entities(name);
CREATE INDEX idx_entities_kind ON entities(kind, event_count);
CREATE INDEX idx_mention_entities_entity ON mention_entities(entity_id);
CREATE INDEX idx_event_entities_event ON event_entities(event_id);
CREATE INDEX idx_event_publishers_event ON event_publishers(event_id);
CREATE INDEX idx_event_sources_event ON event_sources(event_id);
CREATE INDEX idx_event_aliases_event ON event_aliases(event_id);
CREATE INDEX idx_mention_keys_mention ON mention_keys(mention_id);
CREATE INDEX idx_facet_counts ON facet_counts(facet, events);
CREATE INDEX idx_mention_components ON mention_components(component);
"""


@migrations()
def m001_initial(db: Database) -> None:
    """Create the tables of the first release."""
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _execute(db, TABLES)
    _execute(db, _INDEXES)


_SIGNATURES: Final = """
CREATE TABLE mention_signatures (
  -- internal: mentions that touch one stretch of the calendar are compared where their signatures agree
  stretch INTEGER NOT NULL,
  mention_id INTEGER NOT NULL REFERENCES mentions(id) DEFERRABLE INITIALLY DEFERRED,
  signature BLOB NOT NULL,
  PRIMARY KEY (stretch, mention_id)
) WITHOUT ROWID;
CREATE INDEX idx_mention_signatures_mention ON mention_signatures(mention_id);
DROP TABLE mention_keys;
-- signatures come from the mentions' words: the next run reads the archive from its first change again
DELETE FROM build WHERE key = 'applied_change';
"""


@migrations()
def m002_signatures(db: Database) -> None:
    """Keep a signature for each mention instead of some forty keys: a third of the file."""
    _execute(db, _SIGNATURES)


_CHANGES: Final = """
ALTER TABLE revisions ADD COLUMN source_id INTEGER REFERENCES sources(id);
-- what sources changed, newest first: revisions that have one before them, and articles taken back
CREATE INDEX idx_revisions_changes ON revisions(seen_at, id) WHERE words_added IS NOT NULL;
CREATE INDEX idx_revisions_source ON revisions(source_id, seen_at, id) WHERE words_added IS NOT NULL;
CREATE INDEX idx_articles_withdrawn ON articles(withdrawn_at, id) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX idx_articles_source_withdrawn ON articles(source_id, withdrawn_at, id)
  WHERE withdrawn_at IS NOT NULL;
-- whose revision each is, the archive knows: the next run reads it from its first change again
DELETE FROM build WHERE key = 'applied_change';
"""


@migrations()
def m003_changes(db: Database) -> None:
    """Say which source each revision is of, and find in order what sources changed."""
    _execute(db, _CHANGES)


def _execute(db: Database, script: str) -> None:
    """Run the statements one by one: executescript() would commit the transaction of the migration."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)

"""The tables of timeline.db as the first release made them; what came later is in schema.py.

Numbers are those of the archive (sources, articles, revisions) or are derived from content (publishers,
entities, mentions, events), so that a rebuild gives the same rows. Each group of columns says which kind
of truth it holds and what NULL means; docs/schema.md tells the same to readers.
"""

from __future__ import annotations

from typing import Final

#: SQL, statement after statement; schema.py applies it.
TABLES: Final = """
CREATE TABLE build (
  -- how this file came to be: schema, dateline_version, applied_change, updated_at, ...
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE publishers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  family TEXT,                    -- NULL: not known to belong to a larger house
  is_wire INTEGER NOT NULL DEFAULT 0,
  article_count INTEGER NOT NULL DEFAULT 0,
  event_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- what the user and the source said
  url TEXT,                       -- NULL: a document of the site directory
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  publisher_id INTEGER REFERENCES publishers(id),
  genre TEXT,                     -- NULL: reports, unless an article says otherwise
  -- what we saw
  state TEXT NOT NULL,            -- active, failing, gone, removed
  last_fetched_at TEXT,           -- NULL: not yet tried
  last_success_at TEXT,           -- NULL: never read
  next_due_at TEXT,               -- NULL: not polled
  failure_count INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,                -- NULL: the last attempt went well
  article_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  publisher_id INTEGER NOT NULL REFERENCES publishers(id),
  -- what the source said
  url TEXT,                       -- NULL: it has no address on the web
  title TEXT NOT NULL,
  author TEXT,                    -- NULL: not given
  genre TEXT NOT NULL,            -- report, opinion
  language TEXT,                  -- NULL: not given
  origin TEXT,                    -- NULL: the publisher's own words
  published_text TEXT,            -- NULL: the source gave no date
  published_at TEXT,              -- NULL: no date, or a day without a time
  published_on TEXT,              -- NULL: the source gave no date
  -- what we saw
  first_seen_at TEXT NOT NULL,
  last_changed_at TEXT NOT NULL,
  withdrawn_at TEXT,              -- NULL: its source has not taken it back
  revision_count INTEGER NOT NULL DEFAULT 1,
  -- what we concluded
  mention_count INTEGER NOT NULL DEFAULT 0,
  unresolved_count INTEGER NOT NULL DEFAULT 0   -- dates that need a publication date, and there is none
);

CREATE TABLE article_sources (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  source_id INTEGER NOT NULL REFERENCES sources(id),
  PRIMARY KEY (article_id, source_id)
) WITHOUT ROWID;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  number INTEGER NOT NULL,
  seen_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  title TEXT NOT NULL,
  previous_title TEXT,            -- NULL: the first revision, or the title did not change
  words_added INTEGER,            -- NULL: the first revision
  words_removed INTEGER,          -- NULL: the first revision
  changes TEXT                    -- NULL: the first revision; else JSON: [["+", words], ["-", words], ...]
);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- the leading mention's words and facts
  quote TEXT NOT NULL,
  more_quotes TEXT,               -- NULL: its mentions have the same words; else the other quotes, for search
  speaker TEXT,                   -- NULL: the author speaks
  modality TEXT NOT NULL,
  kind TEXT NOT NULL,             -- report, opinion: an article as a whole; passage: a dated sentence
  edtf TEXT NOT NULL,             -- '': no date is known
  date_start TEXT,                -- NULL: open or unknown
  date_end TEXT,                  -- NULL: open or unknown; inclusive
  sort_on TEXT,                   -- date_start, else date_end; NULL: no date is known
  precision TEXT NOT NULL,
  relation TEXT NOT NULL,
  basis TEXT NOT NULL,
  year INTEGER,                   -- of sort_on
  month INTEGER,                  -- NULL where the precision is vaguer than a month
  -- who reports it
  mention_count INTEGER NOT NULL,
  publisher_count INTEGER NOT NULL,
  origin_count INTEGER NOT NULL,
  significance REAL NOT NULL,
  disputed INTEGER NOT NULL DEFAULT 0,
  first_reported_at TEXT,         -- an instant, or a day where the source gives no time; NULL: not given
  last_reported_at TEXT,          -- likewise
  place TEXT,                     -- NULL: the sentence names none that is certain
  country TEXT,                   -- ISO 3166 alpha-2; NULL likewise
  latitude REAL,
  longitude REAL,
  url TEXT,                       -- of the leading mention's article
  source TEXT NOT NULL,           -- title of the leading mention's source
  publisher TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  status TEXT NOT NULL,           -- active, withdrawn, hidden
  first_seen_at TEXT NOT NULL     -- when the archive first held one of its mentions
);

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  revision_id INTEGER NOT NULL REFERENCES revisions(id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  -- the words; offsets count characters of the revision's text
  quote TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  before_text TEXT NOT NULL,
  after_text TEXT NOT NULL,
  date_text TEXT,                 -- NULL: no date in the words (basis 'published')
  date_text_start INTEGER,
  date_text_end INTEGER,
  -- what we concluded
  timex TEXT,                     -- TIMEX3 value; NULL: basis 'published'
  rule TEXT,                      -- the rule that read the date; NULL: basis 'published'
  edtf TEXT NOT NULL,
  date_start TEXT,
  date_end TEXT,
  precision TEXT NOT NULL,
  relation TEXT NOT NULL,
  basis TEXT NOT NULL,
  speaker TEXT,                   -- NULL: the author speaks
  cue TEXT,                       -- NULL: the author speaks
  modality TEXT NOT NULL,
  origin TEXT,                    -- NULL: the publisher's own words
  -- what we saw
  reported_at TEXT,               -- publication, an instant or a day; NULL: not given
  first_seen_at TEXT NOT NULL,
  withdrawn_at TEXT               -- NULL: its article still says so
);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,             -- person, organisation, group, place
  country TEXT,                   -- NULL: not a place, or not certain
  latitude REAL,
  longitude REAL,
  event_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE mention_entities (
  mention_id INTEGER NOT NULL REFERENCES mentions(id) DEFERRABLE INITIALLY DEFERRED,
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  role TEXT NOT NULL,             -- actor, speaker, place
  title TEXT,                     -- what the text calls them; NULL: nothing
  PRIMARY KEY (mention_id, entity_id, role)
) WITHOUT ROWID;

CREATE TABLE event_entities (
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  sort_on TEXT NOT NULL DEFAULT '',   -- as in events, '' for NULL, so that one index pages by date
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  PRIMARY KEY (entity_id, role, sort_on, event_id)
) WITHOUT ROWID;

CREATE TABLE event_publishers (
  publisher_id INTEGER NOT NULL REFERENCES publishers(id),
  sort_on TEXT NOT NULL DEFAULT '',
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  first_reported_at TEXT,
  PRIMARY KEY (publisher_id, sort_on, event_id)
) WITHOUT ROWID;

CREATE TABLE event_sources (
  source_id INTEGER NOT NULL REFERENCES sources(id),
  sort_on TEXT NOT NULL DEFAULT '',
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (source_id, sort_on, event_id)
) WITHOUT ROWID;

CREATE TABLE event_aliases (
  slug TEXT PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

CREATE TABLE event_links (
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  other_slug TEXT NOT NULL,
  relation TEXT NOT NULL,         -- contradicts, plan_of
  reason TEXT NOT NULL,
  PRIMARY KEY (event_id, other_slug, relation)
) WITHOUT ROWID;

CREATE TABLE event_reasons (
  -- why an event's mentions are one event, a line a merge
  event_id INTEGER NOT NULL REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (event_id, number)
) WITHOUT ROWID;

CREATE TABLE coverage (
  source_id INTEGER NOT NULL REFERENCES sources(id),
  month TEXT NOT NULL,            -- 'YYYY-MM' of publication; '' where not given
  articles INTEGER NOT NULL,
  PRIMARY KEY (source_id, month)
) WITHOUT ROWID;

CREATE TABLE period_counts (
  -- active events whose whole interval lies within the period; unit 'all' (period '') counts every one,
  -- 'dated' those with a known bound; 'start' and 'end' those that begin or end on a day, so that the
  -- events which overlap any period are counted: dated, less those that end before, less those that start after
  unit TEXT NOT NULL,             -- all, dated, decade, year, month, day, start, end
  period TEXT NOT NULL,           -- '', '2020', '2024', '2024-06', '2024-06-25'
  events INTEGER NOT NULL,
  PRIMARY KEY (unit, period)
) WITHOUT ROWID;

CREATE TABLE facet_counts (
  -- active events by value of a column of events
  facet TEXT NOT NULL,            -- precision, relation, basis, kind, speaker, place, country, modality
  value TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (facet, value)
) WITHOUT ROWID;

CREATE TABLE mention_keys (
  -- internal: mentions that share a key are compared with one another
  key INTEGER NOT NULL,
  mention_id INTEGER NOT NULL REFERENCES mentions(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, mention_id)
) WITHOUT ROWID;

CREATE TABLE mention_components (
  -- internal: mentions that must be merged anew together
  mention_id INTEGER PRIMARY KEY REFERENCES mentions(id) DEFERRABLE INITIALLY DEFERRED,
  component INTEGER NOT NULL
);

CREATE VIRTUAL TABLE events_fts USING fts5(
  title, quote, more_quotes, speaker, place,
  content=[events], content_rowid=[id],
  tokenize='porter unicode61 remove_diacritics 2'
);
"""

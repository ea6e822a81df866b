"""The schema of archive/archive.db, in the order in which it came to be (sqlite-utils migrations)."""

from __future__ import annotations

from typing import Final

from ingest.database import Database, Kind, Migrations
from ingest.errors import ArchiveError

#: Marks the file as ours (PRAGMA application_id): "DLAR".
APPLICATION_ID: Final = 0x444C4152

migrations = Migrations("dateline.archive")

#: Articles are added at the end and read in the order of their numbers: few pages are asked for twice.
_CACHE_KIB: Final = 4 * 1024

ARCHIVE: Final = Kind("archive", APPLICATION_ID, migrations, "FULL", ArchiveError, _CACHE_KIB)

_SCHEMA: Final = """
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- what the user said (sources.yml)
  location TEXT NOT NULL,
  kind TEXT NOT NULL,
  publisher TEXT,                 -- NULL: the source's own name
  genre TEXT,                     -- NULL: not said
  named_by TEXT,                  -- key of the list (OPML) that names it; NULL: sources.yml does
  removed_at TEXT,                -- NULL: still listed
  must_reread INTEGER NOT NULL DEFAULT 0,   -- the user's words changed: what was read must be read anew
  -- what the source said of itself
  title TEXT,                     -- NULL: not yet read, or untitled
  format TEXT,                    -- NULL: not yet read
  first_listed_at TEXT NOT NULL
);

CREATE TABLE poll_states (
  -- when and with what to ask again; the columns are those of the polling policy
  source_id INTEGER PRIMARY KEY REFERENCES sources(id),
  state TEXT NOT NULL,            -- JSON without the validators
  etag BLOB,                      -- byte for byte; NULL: none given
  last_modified BLOB              -- byte for byte; NULL: none given
);

CREATE TABLE fetches (
  -- the log: one row an attempt
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  fetched_at TEXT NOT NULL,
  url TEXT NOT NULL,
  status INTEGER,                 -- NULL: no answer
  body_bytes INTEGER NOT NULL DEFAULT 0,
  body_sha256 TEXT,               -- NULL: no body
  articles INTEGER NOT NULL DEFAULT 0,
  new INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  stage TEXT,                     -- NULL: all went well; else the stage that failed
  error TEXT,                     -- NULL: all went well
  notes TEXT                      -- NULL: nothing was repaired or left out; else one line each
);
CREATE INDEX idx_fetches_source ON fetches(source_id, id);

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  first_seen_at TEXT NOT NULL,
  withdrawn_at TEXT               -- NULL: its source has not taken it back
);
CREATE INDEX idx_articles_source ON articles(source_id);

CREATE TABLE article_sources (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  source_id INTEGER NOT NULL REFERENCES sources(id),
  first_seen_at TEXT NOT NULL,
  current_revision_id INTEGER NOT NULL,
  content_hash BLOB NOT NULL,     -- of all that makes a revision; equal: nothing new
  PRIMARY KEY (article_id, source_id)
) WITHOUT ROWID;
CREATE INDEX idx_article_sources_source ON article_sources(source_id);

CREATE TABLE identities (
  -- names under which an article is known: url, guid (within a source), content (within a source)
  scheme TEXT NOT NULL,
  source_id INTEGER NOT NULL,     -- 0: holds everywhere
  value TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  PRIMARY KEY (scheme, source_id, value)
) WITHOUT ROWID;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  source_id INTEGER NOT NULL REFERENCES sources(id),
  number INTEGER NOT NULL,
  seen_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  guid TEXT, url TEXT, title TEXT NOT NULL, text TEXT NOT NULL,
  published TEXT, published_text TEXT, updated TEXT,
  author TEXT, publisher TEXT NOT NULL, origin TEXT, genre TEXT NOT NULL, language TEXT,
  tags TEXT                       -- NULL: none; else one a line
);
CREATE UNIQUE INDEX idx_revisions_article ON revisions(article_id, number);

CREATE TABLE changes (
  -- what timeline.db has to follow: an article appended here has changed in some way
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles(id)
);
"""


@migrations()
def m001_initial(db: Database) -> None:
    """Create the tables of the first release; in the same transaction the file becomes ours."""
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _SCHEMA.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


@migrations()
def m002_robots(db: Database) -> None:
    """Create the table that remembers robots.txt files for a day (RFC 9309 section 2.4)."""
    db.conn.execute(
        "CREATE TABLE robots (origin TEXT PRIMARY KEY, fetched_at TEXT NOT NULL,"
        " rules TEXT NOT NULL) WITHOUT ROWID"
    )


@migrations()
def m003_reservations(db: Database) -> None:
    """Create the table that remembers tdmrep.json files, and say since when a source must not be quoted."""
    db.conn.execute(
        "CREATE TABLE tdmrep (origin TEXT PRIMARY KEY, fetched_at TEXT NOT NULL,"
        " rules TEXT NOT NULL) WITHOUT ROWID"
    )
    # NULL: it may be quoted.
    db.conn.execute("ALTER TABLE sources ADD COLUMN reserved_at TEXT")

"""The SQL texts that pages and exports run, by name; those of facets and changes stand beside these.

They read the schema of timeline.db, whose columns docs/schema.md describes. Texts that a `Filter`
completes hold `{where}`, a condition over `events AS e`; everything from a request is a parameter.
"""

# ruff: noqa: S608 -- only names of this file are put together; what a request says is a parameter

from __future__ import annotations

from typing import Final

#: All that a list, an export or a citation shows of an event, in the order of exports' columns.
EVENT_COLUMNS: Final = (
    "id", "slug", "title", "quote", "speaker", "modality", "kind", "edtf", "date_start", "date_end",
    "sort_on", "precision", "relation", "basis", "mention_count", "publisher_count", "origin_count",
    "significance", "disputed", "first_reported_at", "last_reported_at", "place", "country",
    "latitude", "longitude", "url", "source", "publisher", "article_id", "status", "first_seen_at",
)  # fmt: skip

_COLUMNS: Final = ", ".join(f"e.{name}" for name in EVENT_COLUMNS)

#: A whole view, for streaming: oldest first, unknown dates last.
EVENTS_ALL: Final = f"""
SELECT {_COLUMNS} FROM events AS e WHERE {{where}}
ORDER BY e.sort_on IS NULL, e.sort_on, e.id
"""

#: What the archive held last, newest first, for feeds of what is new; `:seen_at` and `:id` are the
#: last row of the page before ('9999' and 0 at first).
EVENTS_LATEST: Final = f"""
SELECT {_COLUMNS} FROM events AS e
WHERE {{where}} AND (e.first_seen_at, e.id) < (:seen_at, :id)
ORDER BY e.first_seen_at DESC, e.id DESC LIMIT :limit
"""

# Lists

#: The events of a page by number, as steps of a walk give them (paging.py); `{ids}` are numbers.
EVENTS_BY_ID: Final = f"SELECT {_COLUMNS} FROM events AS e WHERE e.id IN ({{ids}})"

#: Happenings that lead: dated as finely as `:length` characters of an ISO date tell (7: a month, 10: a day).
#: A year-long war overlaps all that happens in it, and tells nobody what happened when.
_HAPPENED: Final = "substr(date_start, 1, :length) = substr(date_end, 1, :length)"

#: What weighs most in the whole archive: of so many, those that several publishers report.
WEIGHTIEST: Final = f"""
SELECT {_COLUMNS} FROM events AS e WHERE e.id IN (
  SELECT id FROM (SELECT id, status, publisher_count, date_start, date_end
    FROM events INDEXED BY idx_events_significance ORDER BY significance DESC LIMIT 200)
  WHERE status = 'active' AND publisher_count > 1 AND {_HAPPENED})
ORDER BY e.significance DESC, e.id LIMIT :limit
"""
#: What most publishers report of all that begins in a period; of as many, what weighs most.
MOST_REPORTED: Final = f"""
SELECT {_COLUMNS} FROM events AS e WHERE e.id IN (
  SELECT id FROM events INDEXED BY idx_events_sort
  WHERE sort_on >= :start AND sort_on <= :end AND publisher_count > 1 AND +status = 'active'
    AND {_HAPPENED}
  ORDER BY publisher_count DESC, sort_on, id LIMIT 200)
ORDER BY e.publisher_count DESC, e.significance DESC, e.sort_on, e.id LIMIT :limit
"""

#: Likewise of the newest events of a period, however many it holds: the home page grows with none.
MOST_REPORTED_OF_LATE: Final = f"""
SELECT {_COLUMNS} FROM events AS e WHERE e.id IN (
  SELECT id FROM (
    SELECT id, sort_on, date_start, date_end, publisher_count, status
    FROM events INDEXED BY idx_events_sort
    WHERE sort_on >= :start AND sort_on <= :end ORDER BY sort_on DESC LIMIT 2000)
  WHERE publisher_count > 1 AND status = 'active' AND {_HAPPENED}
  ORDER BY publisher_count DESC, sort_on DESC, id LIMIT 200)
ORDER BY e.publisher_count DESC, e.significance DESC, e.sort_on DESC, e.id LIMIT :limit
"""

#: The events that columns alone narrow: the index holds all that such a filter compares.
BY_DATE: Final = "SELECT e.id FROM events AS e INDEXED BY idx_events_sort WHERE {where}"

#: How many events a selective filter finds, counted no further than `:limit`.
COUNT_UP_TO: Final = "SELECT count(*) AS events FROM (SELECT 1 FROM ({selection}) LIMIT :limit)"

#: Which events it finds, no more than `:limit`, as a JSON array of their numbers, and how many.
FOUND_UP_TO: Final = """
SELECT count(*) AS events, json_group_array(id) AS ids FROM (SELECT id FROM ({selection}) LIMIT :limit)
"""

#: The events of a view by their two bounds: what its total, its chart and its spans are made of.
GROUPS: Final = """
SELECT e.date_start, e.date_end, count(*) AS events FROM {source} WHERE {where}
GROUP BY e.sort_on, e.date_end, e.date_start
"""
#: The same of a set too large to sort, as one text: 'start/end,start/end,...' ('' for an open bound).
GROUPS_OF_MANY: Final = """
SELECT group_concat(coalesce(e.date_start, '') || '/' || coalesce(e.date_end, '')) AS bounds
FROM ({selection}) AS f CROSS JOIN events AS e INDEXED BY idx_events_bounds ON e.id = f.id
WHERE {where}
"""
#: The same for the vague dates that begin in a period, of all active events.
VAGUE_GROUPS: Final = """
SELECT e.date_start, e.date_end, count(*) AS events FROM events AS e INDEXED BY idx_events_vague
WHERE e.sort_on >= :start AND e.sort_on <= :end AND e.date_start IS NOT e.date_end
AND +e.status = 'active'
GROUP BY e.sort_on, e.date_end, e.date_start
"""

#: All active events, those with a known date, those that overlap a period (an open bound reaches every
#: day), and those that lie beyond a day.
TOTALS: Final = """
SELECT
  (SELECT events FROM period_counts WHERE unit = 'all') AS total,
  coalesce((SELECT events FROM period_counts WHERE unit = 'dated'), 0)
  - coalesce((SELECT sum(events) FROM period_counts WHERE unit = 'end' AND period < :start), 0)
  - coalesce((SELECT sum(events) FROM period_counts WHERE unit = 'start' AND period > :end), 0)
  AS overlapping
"""
#: Active events within each period of a unit, between two periods inclusive.
PERIOD_COUNTS: Final = """
SELECT period, events FROM period_counts WHERE unit = :unit AND period BETWEEN :first AND :last
"""
#: The nearest days before and after that have an event of their own (NULL: none).
NEIGHBOURING_PERIODS: Final = """
SELECT
  (SELECT max(period) FROM period_counts WHERE unit = :unit AND period < :key AND events > 0) AS previous,
  (SELECT min(period) FROM period_counts WHERE unit = :unit AND period > :key AND events > 0) AS next
"""

# One event

EVENT: Final = f"SELECT {_COLUMNS} FROM events AS e WHERE e.slug = :slug AND e.status <> 'hidden'"
#: The slug that an event has today, by one that it had.
EVENT_ALIAS: Final = """
SELECT e.slug FROM event_aliases a JOIN events e ON e.id = a.event_id
WHERE a.slug = :slug AND e.status <> 'hidden'
"""
#: The events of one year whose slugs end in one hash: the words between them may have been told better since.
EVENT_BY_ENDS: Final = """
SELECT e.slug FROM events AS e
WHERE e.slug >= :year AND e.slug < :year || '~' AND substr(e.slug, -length(:hash)) = :hash AND e.status <> 'hidden'
UNION
SELECT e.slug FROM event_aliases a JOIN events e ON e.id = a.event_id
WHERE a.slug >= :year AND a.slug < :year || '~' AND substr(a.slug, -length(:hash)) = :hash AND e.status <> 'hidden'
LIMIT 2
"""
_MENTIONS: Final = """
SELECT m.*, a.title AS article_title, a.url, a.author, a.language, a.withdrawn_at AS article_withdrawn_at,
  a.revision_count, p.name AS publisher, r.number AS revision_number, r.seen_at AS revision_seen_at,
  r.sha256
FROM mentions m JOIN articles a ON a.id = m.article_id JOIN publishers p ON p.id = a.publisher_id
JOIN revisions r ON r.id = m.revision_id
"""
#: Its mentions, or those of one publisher ('': of all), the first to report first, `:limit` from `:offset`.
EVENT_MENTIONS: Final = f"""
{_MENTIONS} WHERE m.event_id = :id AND :publisher IN ('', p.name)
ORDER BY m.reported_at IS NULL, m.reported_at, m.first_seen_at, m.id LIMIT :limit OFFSET :offset
"""
#: The mention whose words stand for it; of several the one that its article still has, then the first.
EVENT_LEADING_MENTION: Final = f"""
{_MENTIONS} WHERE m.event_id = :id AND m.article_id = :article_id AND m.quote = :quote
ORDER BY m.withdrawn_at IS NOT NULL, m.id LIMIT 1
"""
#: Its publishers, the first to report first, each with its first mention and the number of them.
EVENT_PUBLISHERS: Final = """
SELECT p.name AS publisher, min(m.reported_at) AS reported_at, count(*) AS mentions, m.id AS mention_id
FROM mentions m JOIN articles a ON a.id = m.article_id JOIN publishers p ON p.id = a.publisher_id
WHERE m.event_id = :id
GROUP BY p.id ORDER BY min(m.reported_at) IS NULL, min(m.reported_at), min(m.first_seen_at), p.name
"""
EVENT_ENTITIES: Final = """
SELECT DISTINCT n.name, n.kind, x.role FROM event_entities x JOIN entities n ON n.id = x.entity_id
WHERE x.event_id = :id ORDER BY x.role, n.event_count DESC, n.name
"""
EVENT_LINKS: Final = """
SELECT l.relation, l.reason, e.slug, e.title, e.date_start, e.date_end, e.edtf, e.precision, e.relation
  AS date_relation
FROM event_links l JOIN events e ON e.slug = l.other_slug AND e.status <> 'hidden'
WHERE l.event_id = :id ORDER BY l.relation, e.sort_on, e.id
"""
EVENT_REASONS: Final = "SELECT reason FROM event_reasons WHERE event_id = :id ORDER BY number"
#: The active events before and after it in the order of dates.
EVENT_BEFORE: Final = """
SELECT e.slug, e.title, e.date_start, e.date_end, e.edtf, e.precision, e.relation FROM events AS e
WHERE e.id = (SELECT id FROM events INDEXED BY idx_events_sort WHERE sort_on <= :sort_on
  AND (sort_on < :sort_on OR id < :id) AND +status = 'active' ORDER BY sort_on DESC, id DESC LIMIT 1)
"""
EVENT_AFTER: Final = """
SELECT e.slug, e.title, e.date_start, e.date_end, e.edtf, e.precision, e.relation FROM events AS e
WHERE e.id = (SELECT id FROM events INDEXED BY idx_events_sort WHERE sort_on >= :sort_on
  AND (sort_on > :sort_on OR id > :id) AND +status = 'active' ORDER BY sort_on, id LIMIT 1)
"""

# Articles and sources

ARTICLE: Final = """
SELECT a.*, p.name AS publisher, s.title AS source, s.id AS source_id FROM articles a
JOIN publishers p ON p.id = a.publisher_id JOIN sources s ON s.id = a.source_id WHERE a.id = :id
"""
ARTICLE_REVISIONS: Final = "SELECT * FROM revisions WHERE article_id = :id ORDER BY number"
#: Its dated sentences in the order of the text, the first `:limit`.
ARTICLE_MENTIONS: Final = """
SELECT m.*, e.slug, e.title AS event_title, e.publisher_count FROM mentions m
JOIN events e ON e.id = m.event_id AND e.status <> 'hidden'
WHERE m.article_id = :id ORDER BY m.withdrawn_at IS NOT NULL, m.quote_start, m.date_text_start, m.id LIMIT :limit
"""
ARTICLE_SOURCES: Final = """
SELECT s.id, s.title FROM article_sources x JOIN sources s ON s.id = x.source_id
WHERE x.article_id = :id ORDER BY s.title
"""
SOURCES: Final = """
SELECT s.*, p.name AS publisher FROM sources s LEFT JOIN publishers p ON p.id = s.publisher_id
ORDER BY s.state = 'removed', p.name COLLATE NOCASE, s.title COLLATE NOCASE, s.id
LIMIT :limit OFFSET :offset
"""
SOURCES_COUNT: Final = "SELECT count(*) AS sources FROM sources"
SOURCE: Final = """
SELECT s.*, p.name AS publisher, (SELECT count(*) FROM event_sources x WHERE x.source_id = s.id) AS events
FROM sources s LEFT JOIN publishers p ON p.id = s.publisher_id WHERE s.id = :id
"""
#: Of the sources with these numbers, a JSON array of texts.
SOURCE_TITLES: Final = """
SELECT id, title FROM sources WHERE id IN (SELECT CAST(value AS INTEGER) FROM json_each(:numbers))
"""
SOURCE_COVERAGE: Final = "SELECT month, articles FROM coverage WHERE source_id = :id ORDER BY month"
SOURCE_ARTICLES: Final = """
SELECT a.id, a.title, a.published_on, a.revision_count, a.mention_count, a.withdrawn_at, a.language
FROM article_sources x JOIN articles a ON a.id = x.article_id
WHERE x.source_id = :id ORDER BY a.published_on DESC, a.id DESC LIMIT :limit
"""

# The site

BUILD: Final = "SELECT key, value FROM build"
LAST_SEEN: Final = "SELECT max(first_seen_at) AS seen_at FROM events"
#: The newest first report, of those before a day.
NEWEST_REPORT: Final = """
SELECT first_reported_at AS reported_at FROM events INDEXED BY idx_events_reported
WHERE first_reported_at < :tomorrow ORDER BY first_reported_at DESC LIMIT 1
"""
SITE_TOTALS: Final = """
SELECT (SELECT events FROM period_counts WHERE unit = 'all') AS events,
  (SELECT count(*) FROM sources) AS sources
"""
#: Years with an event of their own, for the sitemap.
SITEMAP_YEARS: Final = (
    "SELECT period, events FROM period_counts WHERE unit = 'year' ORDER BY period"
)
SITEMAP_EVENTS: Final = """
SELECT e.slug, e.last_reported_at FROM events AS e INDEXED BY idx_events_sort
WHERE e.sort_on BETWEEN :first AND :last AND +e.status = 'active' ORDER BY e.sort_on, e.id LIMIT :limit
"""
SCHEMA: Final = """
SELECT name, type, sql FROM sqlite_master
WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'events_fts_%'
ORDER BY type, name
"""
COLUMNS: Final = """
SELECT m.name AS table_name, c.name, c.type, c.pk FROM sqlite_master m, pragma_table_info(m.name) c
WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'events_fts%'
ORDER BY m.name, c.cid
"""

"""The SQL texts that count facets: the values by which a view can be narrowed, and how many events have each.

Texts that a `Filter` completes hold `{source}` and `{where}`, as those of queries.py do.
"""

# ruff: noqa: S608 -- only names of this file are put together; what a request says is a parameter

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Of all active events, from the rollups; every text gives facet, value, events.
OF_ALL: Final = """
SELECT * FROM (SELECT 'publisher' AS facet, name AS value, event_count AS events FROM publishers
  WHERE event_count > 0 ORDER BY event_count DESC, name LIMIT :limit)
UNION ALL SELECT * FROM (SELECT 'entity', name, event_count FROM entities
  WHERE kind = 'person' AND event_count > 0 ORDER BY event_count DESC LIMIT :limit)
UNION ALL SELECT * FROM (SELECT 'entity', name, event_count FROM entities
  WHERE kind = 'organisation' AND event_count > 0 ORDER BY event_count DESC LIMIT :limit)
""" + "".join(
    f"""UNION ALL SELECT * FROM (SELECT facet, value, events FROM facet_counts
  WHERE facet = '{name}' AND events > 0 ORDER BY events DESC LIMIT {limit})
"""
    for name, limit in (
        ("speaker", ":limit"), ("place", ":limit"), ("precision", "20"), ("basis", "20"), ("kind", "20"),
    )
)  # fmt: skip

_OF_EVENTS: Final = ("speaker", "place", "precision", "basis", "kind")
_OF_FOUND: Final[Mapping[str, str]] = {
    "publisher": """
SELECT * FROM (SELECT 'publisher' AS facet, p.name AS value, count(*) AS events
  FROM found CROSS JOIN event_publishers x ON x.event_id = found.id JOIN publishers p ON p.id = x.publisher_id
  GROUP BY p.id ORDER BY events DESC, p.name LIMIT :limit)
""",
    "entity": """
SELECT * FROM (SELECT 'entity' AS facet, n.name AS value, count(DISTINCT found.id) AS events
  FROM found CROSS JOIN event_entities x ON x.event_id = found.id
  JOIN entities n ON n.id = x.entity_id AND n.kind IN ('person', 'organisation')
  GROUP BY n.id ORDER BY events DESC, n.name LIMIT :limit)
""",
} | {
    name: f"""
SELECT * FROM (SELECT '{name}' AS facet, {name} AS value, count(*) AS events FROM found
  WHERE {name} IS NOT NULL GROUP BY {name} ORDER BY events DESC, {name} LIMIT :limit)
"""
    for name in _OF_EVENTS
}
#: The properties by which a view can be narrowed.
NAMES: Final = tuple(_OF_FOUND)
#: Of a view that holds few events: one reading of them, then a count a facet.
OF_VIEW: Final = f"""
WITH found AS MATERIALIZED (
  SELECT e.id, {", ".join(f"e.{name}" for name in _OF_EVENTS)} FROM {{source}} WHERE {{where}})
""" + "UNION ALL".join(_OF_FOUND.values())
#: One facet of a view that may hold many: of no more than `:most` events, how many in the row without a name.
ONE_OF_VIEW: Final[Mapping[str, str]] = {
    name: f"""
WITH found AS MATERIALIZED (
  SELECT e.id{f", e.{name}" if name in _OF_EVENTS else ""} FROM {{source}} WHERE {{where}} LIMIT :most)
{text}UNION ALL SELECT '', '', count(*) FROM found
"""
    for name, text in _OF_FOUND.items()
}

"""GeoJSON (RFC 7946): the events whose place is certain, as points on WGS 84, longitude first."""

from __future__ import annotations

import json
from typing import Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.record import COLUMNS, EventRow, FeedMeta

_PROPERTIES: Final = tuple(name for name in COLUMNS if name not in {"latitude", "longitude"})


def _item(event: EventRow, _meta: FeedMeta) -> str | None:
    if not event.has_point:
        return None
    feature = {
        "type": "Feature",
        "id": event.slug,
        "geometry": {"type": "Point", "coordinates": [event.longitude, event.latitude]},
        "properties": {name: getattr(event, name) for name in _PROPERTIES},
    }
    return json.dumps(feature, ensure_ascii=False)


FORMATS: Final = (
    Format(
        extension="geojson",
        name="GeoJSON",
        purpose="for maps; events whose place is certain",
        media_type="application/geo+json; charset=utf-8",
        open=Document(
            head=lambda _meta: '{"type": "FeatureCollection", "features": [\n',
            item=_item,
            separator=",\n",
            tail=lambda _meta: "\n]}\n",
        ).open,
        columns=("slug", "title", "latitude", "longitude"),
        condition="e.latitude IS NOT NULL AND e.longitude IS NOT NULL",
        is_feed=True,
    ),
)

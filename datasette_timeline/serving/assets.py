"""The stylesheet, the script and the picture of a link, served at addresses that change with their content."""

from __future__ import annotations

import gzip
import hashlib
from importlib import resources
from typing import Any, Final
from weakref import WeakKeyDictionary

from datasette.utils.asgi import NotFound, Response

from datasette_timeline.serving.site import Site

_TYPES: Final = {
    "timeline.css": "text/css; charset=utf-8",
    "timeline.js": "text/javascript; charset=utf-8",
    #: For Datasette's own pages of the timeline.
    "data.css": "text/css; charset=utf-8",
    #: What social networks and chats show beside a link; own work, drawn from shapes.
    "card.png": "image/png",
}
_FOREVER: Final = "public, max-age=31536000, immutable"
_DIGEST_LENGTH: Final = 12

_built: WeakKeyDictionary[Any, dict[str, bytes]] = WeakKeyDictionary()


def build(datasette: Any, site: Site) -> None:
    """Read the files once; the site's colours follow the stylesheet's own."""
    folder = resources.files("datasette_timeline") / "static"
    contents = {name: (folder / name).read_bytes() for name in _TYPES}
    for name in ("timeline.css", "data.css"):
        contents[name] += _colours(site).encode()
    _built[datasette] = contents


def path(name: str, datasette: Any) -> str:
    """Return the path of a file, with its digest."""
    return f"/-/timeline/{name}?v={digests(datasette)[name]}"


def digests(datasette: Any) -> dict[str, str]:
    """Return a short digest of each file."""
    return {
        name: hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]
        for name, content in _built[datasette].items()
    }


async def serve(datasette: Any, request: Any) -> Response:
    """Return a file, to be kept for ever under its digest."""
    name = request.url_vars["name"]
    content = _built.get(datasette, {}).get(name)
    if content is None:
        raise NotFound("no such file")
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    if not name.endswith(".png") and "gzip" in request.headers.get("accept-encoding", ""):
        content = gzip.compress(content, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, content_type=_TYPES[name])


def _colours(site: Site) -> str:
    rules = ""
    if site.accent:
        rules += f"\n:root{{--accent:{site.accent};--bar:{site.accent}}}"
    if dark := site.accent_dark or site.accent:
        rules += f"\n@media(prefers-color-scheme:dark){{:root{{--accent:{dark};--bar:{dark}}}}}"
    return rules

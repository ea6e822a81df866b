"""A response that streams: bytes as they are made, nothing more once the visitor has gone."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import Any

from datasette.database import QueryInterrupted

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


class Download:
    """An ASGI response whose body is made as it is sent.

    Where the database fails midway the body is left without its end, so that the visitor's client
    reports a broken download rather than keep half an export as a whole one.
    """

    def __init__(
        self,
        headers: Mapping[str, str],
        chunks: AsyncGenerator[bytes, None] | None,
        receive: Receive | None = None,
        *,
        seconds: float | None = None,
    ) -> None:
        """Without `chunks` (a HEAD request) the head alone is sent; after `seconds` the body breaks off."""
        self.status = 200
        self.headers = dict(headers)
        #: What visit.py may compress; a stream has nothing yet, and compresses itself.
        self.body = b""
        self._chunks = chunks
        self._receive = receive
        self._seconds = seconds

    async def asgi_send(self, send: Send) -> None:
        """Send the head, the body chunk by chunk, and its end."""
        fields = [(name.lower().encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": fields})
        if self._chunks is not None and not await self._send_chunks(send, self._chunks):
            return
        await send({"type": "http.response.body", "body": b""})

    async def _send_chunks(self, send: Send, chunks: AsyncGenerator[bytes, None]) -> bool:
        """Send them; return whether all were sent."""
        gone = asyncio.ensure_future(_disconnect(self._receive))
        try:
            async with asyncio.timeout(self._seconds), aclosing(chunks):
                async for chunk in chunks:
                    if gone.done():
                        return False
                    if chunk:
                        await send({"type": "http.response.body", "body": chunk, "more_body": True})
        except (QueryInterrupted, sqlite3.Error, TimeoutError) as error:
            reason = error or f"not taken within {self._seconds:g} seconds"
            print(f"export broken off: {reason}", file=sys.stderr)
            return False
        finally:
            gone.cancel()
        return True


async def _disconnect(receive: Receive | None) -> None:
    """Return when the visitor has closed the connection."""
    if receive is None:
        await asyncio.get_running_loop().create_future()
        return
    while (await receive())["type"] != "http.disconnect":
        pass

"""What a row of the archive is to those who show it: its columns by name, its days as texts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

#: A row of any table of the archive, by column name.
Row = Mapping[str, Any]


def day(text: str | None) -> date | None:
    """Return a day of the archive; None where there is none, or it is not one."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None

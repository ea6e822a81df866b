"""Nights told by a day beside them: "overnight on Saturday", "overnight into Sunday". Pure."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from ingest.extract.when import days, relative
from ingest.extract.when.grammar import Match
from ingest.extract.when.point import days_on
from ingest.extract.when.story import Reading, Story

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def night_of(match: Match, story: Story) -> Reading | None:
    """Read "overnight" before a day: the night of that day, or before it ("into Sunday")."""
    slots = {name: word for name, word in match.slots.items() if name not in ("tonight", "into")}
    told = match._replace(slots=slots)
    read = relative.weekday if "weekday" in slots else days.day
    reading = read(told, story)
    if reading is None:
        return None
    value = reading.value
    if not _DAY.fullmatch(value):
        value = "XXXX-XX-XX"
    elif "into" in match.slots:
        value = str(days_on(date.fromisoformat(value), -1) or value)
    return Reading("TIME", f"{value}TNI", None, reading.basis, reading.anchor, leads=False)

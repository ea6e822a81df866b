"""Time zones as dates print them: an offset, or one of the abbreviations in use. Pure."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone
from typing import Final

#: No place on Earth keeps a time further from UTC than this (-12:00 to +14:00).
_WIDEST: Final = timedelta(hours=14)

_OFFSET: Final = re.compile(r"(?:GMT|UTC|UT|Z)?\s*([+-])(\d{1,2})(?::?(\d{2}))?", re.ASCII)

#: Minutes from UTC. RFC 822 section 5.1 defines the North American ones; the others are those that
#: feeds print. IST is India's (Israel and Ireland print offsets), CST and BST are North America's
#: and Britain's.
_NAMED: Final = {
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "AST": -240, "ADT": -180, "NST": -210,
    "NDT": -150, "ET": -300, "CT": -360, "MT": -420, "PT": -480, "BRT": -180, "ART": -180,
    "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60, "MET": 60, "CEST": 120, "MESZ": 120,
    "MEST": 120, "SAST": 120, "CAT": 120, "EET": 120, "EEST": 180, "MSK": 180, "EAT": 180,
    "TRT": 180, "GST": 240, "PKT": 300, "IST": 330, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480,
    "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600,
    "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip


def zone_of(text: str) -> timezone | None:
    """Return the fixed offset that `text` names ("+0530", "GMT+2", "EST"); None if there is no such zone.

    No zone at all, UTC's own names, RFC 822's military letters (RFC 2822 section 4.3: their meaning is
    lost) and unknown abbreviations are UTC: the day as printed stays right.
    """
    found = _OFFSET.fullmatch(text)
    if found is None:
        minutes = _NAMED.get(text.upper())
        return UTC if minutes is None else timezone(timedelta(minutes=minutes))
    if int(found[3] or 0) > 59:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if offset > _WIDEST:
        return None
    return timezone(-offset if found[1] == "-" else offset)

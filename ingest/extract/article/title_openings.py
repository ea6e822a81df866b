"""What stands before the first word of a title and tells of nothing: marks, place lines, notes, dates as labels. Pure.

"-- A body was found", "KENNER, La. -- Long before", "(Updates with reaction) The bank", "May 28 - The mayor": the place,
the agency and the date have columns of their own, and a list of titles is read by their first words.
"""

from __future__ import annotations

import re
from typing import Final

#: Of a list, of Markdown: left off whatever follows.
_MARKUP: Final = re.compile(r"(?:(?:#{1,6}|[*\-•·>|]|\d{1,2}[.)])\s+)+")
_MARK: Final = re.compile(r"(?:[#*•·>|~=\\–—-]+\s+)+")
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_DASH: Final = r"(?:--+|[—–])"
#: "May 28 - Talks begin", not "May 28 - June 3" and not "June 3 - 5".
_DATE_LABEL: Final = re.compile(rf"{_DAY}\s?(?:[:|]|{_DASH}|(?<=\s)-(?=\s))\s*(?!{_MONTH}|\d)")
#: A city in capitals ("NEW ORLEANS", "HOUSTON/SEATTLE") and the region behind it ("La.", "FRANCE").
_PLACE: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.’']+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.’']+){0,4}"
_REGION: Final = r",\s[A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ][\w.]+)?"
#: With an agency or a date any dash may follow; a hyphen alone may also join ("BP - Group").
_FILED: Final = re.compile(
    rf"{_PLACE}(?:{_REGION})?(?:,?\s{_DAY})?\s\([A-Z][\w .&]{{1,30}}\)\s?(?:{_DASH}|-)\s+"
    rf"|{_PLACE}(?:{_REGION})?,?\s{_DAY}\s?(?:{_DASH}|[-|])\s+"
    rf"|{_PLACE}(?:{_REGION})?\s{_DASH}\s+"
)
#: Who sends it, alone: "(CNN) -- ".
_AGENCY: Final = re.compile(rf"\([A-Z][\w .&]{{1,30}}\)\s?(?:{_DASH}|[-:])\s+")
_NOTE: Final = re.compile(
    r"\((?:last )?(?:updat(?:ed?|es|ing)|(?:re)?posted|initial post|repeats|corrects|adds|recasts|writes|filed|published)\b"
    r"[^()]{0,80}(?:\([^()]{0,30}\)[^()]{0,40})?\)\s*(?:[-–—:]+\s+)?",
    re.IGNORECASE,
)
#: What happens in a transcript: "(COMMERCIAL BREAK)".
_STAGE: Final = re.compile(r"\([A-Z][A-Z ]{3,30}\)\s+")
_OPENINGS: Final = (_MARK, _DATE_LABEL, _FILED, _AGENCY, _NOTE, _STAGE)
#: Beginnings of what the patterns match; most sentences have none.
_MAYBE: Final = re.compile(rf"[^\w“\"‘']|\d{{1,2}}\s|[A-ZÀ-Þ][A-ZÀ-Þ.’']|{_MONTH}\s\d")
#: So many openings stand before one another in the worst of lines: "* (Updated) TOWN (Agency) -".
_MOST: Final = 5
#: Fewer words behind an opening do not tell what happened.
_FEWEST_WORDS: Final = 3


def without_opening(line: str) -> str:
    """Return `line` from its first word of news; all of it where what remains is no beginning of a sentence."""
    marks = _MARKUP.match(line)
    rest = line[marks.end() :] if marks else line
    for _ in range(_MOST):
        end = _opening_end(rest)
        if not end or not _begins(rest[end:]):
            break
        rest = rest[end:]
    return rest


def _opening_end(line: str) -> int:
    if not _MAYBE.match(line):
        return 0
    found = (pattern.match(line) for pattern in _OPENINGS)
    return next((each.end() for each in found if each), 0)


def _begins(rest: str) -> bool:
    """Whether a sentence that tells something begins here."""
    return rest[:1] in tuple("“\"‘'($£€…") or (
        rest[:1].isalnum() and not rest[:1].islower() and rest.count(" ") >= _FEWEST_WORDS - 1
    )

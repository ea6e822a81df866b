"""Where an article's own words end and its readers' comments begin. Pure.

Conservative: a heading that says so, the counters that stand under every comment, or (in opinion pieces, whose
text is often copied with what stands below it) a line that praises or thanks the author and after which only short
lines follow.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from ingest.model import Genre

_HEADING: Final = re.compile(
    r"^(?:#{1,6} )?(?:\d+ )?(?:reader'?s?'? |readers[’'] |user )?"
    r"(?:comments?|responses|replies|thoughts on .{1,80}|discussion about this (?:post|article))"
    r"(?: ?\(\d+\)| ?\[\d+\]| on this (?:article|post))?:?$"
    r"|^(?:leave|post|add|write) a (?:comment|reply)\b.{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_TO_THE_AUTHOR: Final = re.compile(
    r"\b(?:(?:great|excellent|brilliant|superb|outstanding|fantastic|wonderful|awesome|terrific)"
    r" (?:\w+ )?(?:article|piece|post|essay|summary|write-?up|analysis|work|read)\b(?! of| by| on))"
    r"|\b(?:thank you|thanks)(?: so much| very much)?(?:,? \w+)? for (?:this|your|writing|sharing)\b"
    r"|\b(?:i|i['’]ve|i have) (?:been |always )?(?:following|followed|reading|read) you\b"
    r"|\byour (?:\w+ )?(?:article|piece|post|essay|substack|blog|column|newsletter)\b"
    r"|\bwell (?:said|written)[,.!]",
    re.IGNORECASE,
)
#: Counters and links that forums put under each comment; so many of them are no accident.
_COUNTERS: Final = re.compile(
    r"Report abuse|Posted by:\s|At \d\d?[:.]\d\d[^\n:]{4,60}wrote:"
    r"|[A-Z][a-z]{2,8} \d\d?, \d{4}(?: at)? \d\d?:\d\d [ap]m(?: at \d\d?:\d\d [ap]m)? \|"
)
_MANY_COUNTERS: Final = 3
#: Comments stand at the end: never before this share of the text.
_EARLIEST: Final = 0.6
#: A longer line is a paragraph of the author's; what follows it cannot be a tail of comments.
_LONGEST_COMMENT: Final = 900


def body_end(text: str, title_end: int, genre: Genre) -> int:
    """Return the offset at which readers' comments begin, or the length of `text`."""
    earliest = max(title_end, int(len(text) * _EARLIEST))
    heading = _HEADING.search(text, text.rfind("\n", 0, earliest) + 1)
    if heading and heading.start() >= earliest:
        return heading.start()
    counted = [mark.start() for mark in islice(_COUNTERS.finditer(text), _MANY_COUNTERS)]
    if len(counted) == _MANY_COUNTERS:
        return max(counted[0], title_end)
    return _praise(text, earliest) if genre == "opinion" else len(text)


def _praise(text: str, earliest: int) -> int:
    """Return the start of the first line after `earliest` that speaks to the author, else the end.

    No paragraph of the author's may follow it.
    """
    start = len(text)
    for line in reversed(text[earliest:].split("\n")[1:]):  # the last lines that are all short
        if len(line) > _LONGEST_COMMENT:
            break
        start -= len(line) + 1
    found = _TO_THE_AUTHOR.search(text, start)
    return text.rfind("\n", start, found.start()) + 1 or start if found else len(text)

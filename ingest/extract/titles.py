"""Short titles from the source's own words, contiguous and cut at a sense boundary. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.vocabulary import words

#: A line of a list on a screen; longer titles end in an ellipsis.
MAX_TITLE: Final = 100
_OPEN_ENDS: Final = ' ,;:—–-(“"‘'
_SHORTEST: Final = 40  # a title cut before this says too little

_LEADING: Final = re.compile(
    r"(?:(?:and|but|so|yet|then|also|however|meanwhile|moreover|still|instead|indeed|therefore|thus"
    r"|in addition|as a result)\b,?\s+)+",
    re.IGNORECASE,
)
_OPENING_PHRASE: Final = re.compile(
    r"(?:(?:on|in|at|by|during|since|until|early|late|shortly|before|after|around|about|the|of|from|to|and)\s+)*",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(r"(?:#{1,6}|[*\-•·>|]|\d{1,2}[.)])\s+")
_BREAKS: Final = (
    re.compile(r"[;:.?!][”\"'’)]*(?=\s)|\s(?=[—–-]{1,2}\s)|(?=—)"),
    re.compile(r",(?=\s)"),
    re.compile(
        r"\s(?=(?:and|but|while|which|who|where|when|after|before|because|as|although|that|if|so)\s)"
    ),
    re.compile(r"\s(?=(?:in|on|at|by|for|from|with|to|of|over|under|into|against|near|about)\s)"),
    re.compile(r"\s"),
)
_DANGLING: Final = words(
    "the a an of to and or in on at by for from with as that which who its his her their was were is are"
    " had has have be been will would but while when after before mr mrs ms dr gen mr. mrs. dr. gen. about"
    " near against under over into"
)


def title_of(sentence: str, date_words: str | None = None) -> str:
    """Return at most about MAX_TITLE characters of `sentence`; a cut is marked by an ellipsis.

    Leading conjunctions, list marks and (given `date_words`) a leading date phrase are left off where
    what remains still begins like a sentence.
    """
    line = " ".join(sentence.split())
    line = line[_matched(_MARKUP, line) :]
    line = _trimmed(line, _matched(_LEADING, line))
    if date_words:
        line = _without_date(line, " ".join(date_words.split()))
    return _cut(line.strip("*_# ") or line)


def _matched(pattern: re.Pattern[str], line: str) -> int:
    found = pattern.match(line)
    return found.end() if found else 0


def _trimmed(line: str, start: int) -> str:
    """Return the line from `start` where that begins like a sentence, else the whole line."""
    rest = line[start:].lstrip()
    return rest if rest and (rest[0].isupper() or rest[0] in '“"‘' or rest[0].isdigit()) else line


def _without_date(line: str, date_words: str) -> str:
    """Return the line without "On <date>, " at its start."""
    at = line.find(date_words, 0, len(date_words) + 40)
    if at < 0 or _matched(_OPENING_PHRASE, line[:at]) != at:
        return line
    end = at + len(date_words)
    return _trimmed(line, end + 1) if line[end : end + 1] == "," else line


def _cut(line: str) -> str:
    if len(line) <= MAX_TITLE:
        return line.rstrip(" ,;:") if not line.endswith("…") else line
    for pattern in _BREAKS:
        ends = [found.start() for found in pattern.finditer(line, _SHORTEST, MAX_TITLE)]
        if ends:
            return _complete(line[: ends[-1]]) + "…"
    return line[: MAX_TITLE - 1] + "…"


def _complete(line: str) -> str:
    """Return the line without the function words and open marks at its end."""
    line = line.rstrip(_OPEN_ENDS)
    while (last := line.rpartition(" "))[2].lower() in _DANGLING and last[0]:
        line = last[0].rstrip(_OPEN_ENDS)
    return line

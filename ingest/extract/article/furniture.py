"""Which dated words are a page's furniture and tell of nothing: copyright lines, picture captions, pointers. Pure.

Careful in one direction: a line is furniture where its form says so; a sentence that tells something is kept though
it stands among furniture.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.text.tokens import has_verb
from ingest.extract.text.vocabulary import words

#: A line with a mark of this kind has little room for news beside it.
_SHORT_LINE: Final = 160
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\W{0,3}(?:\w+\s){0,4}?\(?(?:19|20)\d\d\b|\ball rights reserved\b",
    re.IGNORECASE,
)
#: "Posted by jane at 9 | Report abuse", "May 3 | Reply": the counters under a reader's comment.
_COMMENT: Final = re.compile(r"\b(?:Report abuse|Permalink)\b|\|\s?Reply\b|^Posted by:?\s|\bsays:$")
_POINTER: Final = re.compile(
    r"(?:read (?:more|also|the full|next)|see also|more (?:on this|from|in this)|related(?: (?:articles?|stories|content))?"
    r"|watch|listen|also read|click here|sign up|subscribe|follow us|share this|filed under|tags?|topics?|sources?"
    r"|first published|(?:page )?last (?:updated|modified|edited|reviewed)|date"
    r"|(?:retrieved|accessed)(?: on)?(?=:| \d)|archived from the original"
    r"|a version (?:of this \w+ )?(?:appeared|appears|of this)|this (?:blog )?(?:article|story|post|page) (?:was|has been) (?:originally |last |first )?"
    r"(?:published|updated|amended|corrected|edited|posted)|for (?:more|details|further)[\w ]{0,24}?,? (?:see|visit|go to|click|call)|(?:photo|image|picture)s? by|min(?:ute)?s? read|views?|shared by|posted (?:by|in|at)"
    r"|published (?:at|by)|all times|photograph|photo|picture|image|video|file photo|gallery)\b\s?(?P<colon>:?)",
    re.IGNORECASE,
)
#: Where and when it was printed, however much has run into the line.
_PRINTED: Final = re.compile(
    r"a version (?:of this \w+ )?(?:appeared|appears) (?:in print )?on\b", re.IGNORECASE
)
#: These may begin a sentence ("Watch ...", "Photo ..."): a colon must follow them.
_NEEDS_COLON: Final = words(
    "watch listen related date tag tags topic topics source sources photograph photo picture image video views view"
    " gallery subscribe first_published published_at published_by posted_by posted_in posted_at sign_up"
)
_CAPTION: Final = re.compile(
    r"\b(?:file|undated|handout|archive|combination)\s(?:photo(?:graph)?|image|picture)s?\b"
    r"|\bin this\s(?:\w+\.?\s|\d+,?\s){0,4}(?:photo(?:graph)?|image|picture|frame|screen\s?grab)\b"
    r"|\b(?:REUTERS|EPA|AFP|AP|Getty(?: Images)?|Shutterstock|Bloomberg)\s?\\?/\s?(?:[A-Z]|Getty|Files)|\bAP Photo\b|\bGetty Images\b"
    r"|\(By\s[A-Z][^()]{3,40}(?:--|[—–-])[^()]{3,40}\)"
)
#: A picture's present: "The stack is shown at the site", "is seen in this picture".
_SHOWN: Final = re.compile(
    r"\b(?:is|are)\s(?:pictured\b|(?:shown|seen)\s(?:here|(?:at|in|on|near|off|from|during)\s(?:this|the|a)\b))"
)
#: A place line that stands alone: "GRAND ISLE, La. --", "HOUSTON/", "SINGAPORE, June 9 |", and a bare time of filing.
_CITY: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]*(?:\\?/[A-ZÀ-Þ.’' -]+)*"
_FILED: Final = r"(?:,?\s?[A-Z][a-z]{2,8}\.?\s\d{1,2})"
_PLACE_LINE: Final = re.compile(
    rf"{_CITY}(?:,\s[A-Z][\w.]{{1,12}})?{_FILED}?\s?(?:--|[—–|]|\\?/)|{_CITY},\s[A-Z]\w{{1,4}}\."
    rf"|{_FILED}\s\||[\d\s:./-]+"
)
_LONGEST_PLACE_LINE: Final = 60
#: Code, formulas and bare data: signs that prose does not use.
_SIGNS: Final = re.compile(r"[{}=<>\\^#_|]|\$\$|\(\)|\):|;$|::|\*\s\d")
_FEWEST_SIGNS: Final = 3
_CELL: Final = re.compile(r"\s\|\s|\t")
_FEWEST_CELLS: Final = 2
#: A cell with so many spaces tells something without a verb: "Explosion and fire on the rig off the coast".
_TELLING_CELL: Final = 6


def is_furniture(sentence: str) -> bool:
    """Whether a dated sentence of the body only describes, credits or points, or is no prose."""
    small = sentence.lower()
    if any(mark in small for mark in _MARKS) and _is_marked(sentence):
        return True
    return _points(sentence) or _is_place_line(sentence) or _is_no_prose(sentence)


#: One of these is in every sentence that the expressions above match: a cheap test before them.
_MARKS: Final = (
    "photo", "image", "picture", "frame", "grab", "shutterstock", "/", "(by ", "shown", "seen", "©", "(c)", "copyright",
    "rights reserved", "abuse", "permalink", "reply", "posted by", "says:",
)  # fmt: skip


def _is_marked(sentence: str) -> bool:
    """Whether it is a copyright line, a picture's caption or the header of a comment."""
    if _COMMENT.search(sentence) or _CAPTION.search(sentence):
        return True
    short = len(sentence) <= _SHORT_LINE
    return short and bool(_COPYRIGHT.search(sentence) or _SHOWN.search(sentence))


def _is_place_line(sentence: str) -> bool:
    short = len(sentence) <= _LONGEST_PLACE_LINE
    return short and _PLACE_LINE.fullmatch(sentence) is not None


def _points(sentence: str) -> bool:
    if _PRINTED.match(sentence):
        return True
    found = _POINTER.match(sentence.lstrip("*•-–—>( "))
    if found is None or len(sentence) > _SHORT_LINE:
        return False
    marker = found.group().rstrip(": ").lower()
    return bool(found["colon"]) or marker not in _NEEDS_COLON


def _is_no_prose(sentence: str) -> bool:
    """Whether it is a row of a table without a telling cell, a line of code or a formula."""
    cells = _CELL.split(sentence)
    if len(cells) > _FEWEST_CELLS:
        return not any(cell.count(" ") >= _TELLING_CELL or _tells(cell) for cell in cells)
    return len(_SIGNS.findall(sentence)) >= _FEWEST_SIGNS and not _is_mostly_words(sentence)


#: Of the characters of prose so many are letters or spaces; of code and of data, fewer.
_PROSE: Final = 0.85


def _is_mostly_words(sentence: str) -> bool:
    plain = sum(character.isalpha() or character.isspace() for character in sentence)
    return plain >= _PROSE * len(sentence)


def _tells(cell: str) -> bool:
    return has_verb(cell, 0, len(cell))

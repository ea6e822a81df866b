"""A title whose subject is a pronoun is told below its article's headline, which says who or what that is. Pure.

"It reopened on 20 May" tells a reader of a list, a calendar or a feed nothing: "The old bridge: It reopened on 20 May" does.
Who the pronoun means is not guessed; the headline is the source's own and stands apart.
"""

from __future__ import annotations

import re
from typing import Final

#: Between the headline and what is told below it.
KICKER_END: Final = ": "
#: A headline is cut behind so many characters, for what happened must have room beside it.
_LONGEST: Final = 50
_SHORTEST: Final = 20
_LEAST_READ: Final = 4
#: What may stand before the subject: "On 20 May 2024, ", "In 2014 ", "Two weeks later ".
_OPENING: Final = (
    r"(?:(?:on|in|at|by|during|since|until|from|after|before|early|late|that|this|the|last|next)\s[^,:;]{1,40}"
    r"(?:,\s\d{4})?,\s"
    r"|(?:on|in|by|since|until)\s(?:(?:early|late|mid)\s)?(?-i:[A-Z0-9])\w*(?:\s(?-i:[A-Z0-9])\w*)?\s"
    r"|(?:\w+\s){1,3}(?:later|earlier|afterwards),?\s)"
)
_LEANS: Final = re.compile(
    rf"{_OPENING}?(?:it|he|she|they|its|his|her|their)(?:['’]\w+)?\s", re.IGNORECASE
)


def below_headline(title: str, headline: str) -> str:
    """Return `title` below the beginning of `headline` where its subject is a pronoun, else as it is.

    An empty or very short headline says nothing of whom it is about.
    """
    words = " ".join(headline.split())
    leaning = _LEANS.match(title)
    if leaning is None or len(words) < _LEAST_READ or title.startswith(words):
        return title
    return f"{_cut(words)}{KICKER_END}{title}"


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words.rstrip(".:;,")
    head = words[: _LONGEST + 1].rpartition(" ")[0]
    return (head if len(head) >= _SHORTEST else words[:_LONGEST]).rstrip(" .:;,–—-") + "…"

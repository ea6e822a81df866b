"""The clauses of an English sentence, as well as they can be told without a grammar. Pure.

A clause here is a stretch between punctuation or conjunctions that has a finite verb of its own; a
stretch without one belongs to the clause before it.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.sentences import Span

_BOUNDARY: Final = re.compile(
    r"[;:—]|\s[–-]{1,2}\s"
    r"|,?\s(?:and|but|or|while|whereas|although|though|because|when|where|after|before|since|as|that"
    r"|which|who|whose|whom|if|unless|so|then|until|once|saying|adding)(?=\s)|,(?=\s)",
    re.IGNORECASE,
)
#: Finite verbs: auxiliaries, common irregular pasts, and anything in -ed.
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may"
    r"|might|must|\w+n['’]t|\w{2,}ed|arose|beat|became|began|bore|bought|broke|brought|built|came|caught"
    r"|chose|cost|cut|dealt|drew|drove|fell|felt|fled|flew|fought|found|froze|gave|got|grew|heard|held"
    r"|hid|hit|hung|hurt|kept|knew|laid|lay|led|left|lent|let|lost|made|meant|met|overthrew|paid|put|quit"
    r"|ran|rang|read|rode|rose|said|sank|sat|saw|sent|set|shook|shot|shut|slid|sold|sought|spent|split"
    r"|spoke|spread|stole|stood|struck|stuck|swept|swore|swung|taught|threw|told|took|tore|understood"
    r"|went|withdrew|woke|won|wore|wrote|says|plans|wants|shows|remains|began|warns|expects|hopes"
    r"|['’](?:s|re|ve|ll|d)\s(?:been|not|going|\w+ed))\b",
    re.IGNORECASE,
)


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Return the clauses of the sentence `text[start:end]`: in order, adjoining, covering it."""
    cuts = [start]
    for found in _BOUNDARY.finditer(text, start, end):
        cut = found.start()
        if cut > cuts[-1] and has_verb(text, cuts[-1], cut):
            cuts.append(cut)
    if len(cuts) > 1 and not has_verb(text, cuts[-1], end):
        cuts.pop()
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` holds what looks like a finite verb."""
    return _VERB.search(text, start, end) is not None


def first_verb(text: str, start: int, end: int) -> int | None:
    """Return where the first finite verb of `text[start:end]` begins, None where there is none."""
    found = _VERB.search(text, start, end)
    return found.start() if found else None

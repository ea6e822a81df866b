"""The clauses of an English sentence, as well as they can be told without a grammar. Pure.

A clause here is a stretch between punctuation or conjunctions that has a finite verb of its own; a
stretch without one belongs to the clause before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.extract.sentences import Span
from ingest.extract.tokens import has_verb

_BOUNDARY: Final = re.compile(
    r"[;:—]|\s[–-]{1,2}\s"
    r"|,?\s(?:and|but|or|while|whereas|although|though|because|when|where|after|before|since|as|that"
    r"|which|who|whose|whom|if|unless|so|then|until|once|saying|adding)(?=\s\S)|,(?=\s)",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence: in order, adjoining, covering it."""
    end = len(text)
    cuts = [0]
    for found in _BOUNDARY.finditer(text):
        cut = found.start()
        if cut > cuts[-1] and has_verb(text, cuts[-1], cut):
            cuts.append(cut)
    if len(cuts) > 1 and not has_verb(text, cuts[-1], end):
        cuts.pop()
    return tuple(zip(cuts, [*cuts[1:], end], strict=True))


def clause_at(text: str, at: int) -> Span:
    """Return the clause of the sentence that holds offset `at`."""
    return next((clause for clause in clauses(text) if at < clause[1]), (0, len(text)))

"""An attribution in a sentence, and which of several governs what the sentence tells at a place. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.extract.claims.speech import Cue
from ingest.extract.text.sentences import Span

#: "The Post, citing officials, reported it": whoever reports it speaks.
_NAMING_A_SOURCE: Final = frozenset(("citing", "quoting"))
_AUTHOR: Final = frozenset(("i", "we"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Attributing words with their reach in the sentence; offsets are the masked sentence's."""

    cue: Cue
    #: The noun phrase of the speaker, empty where it is the subject of the clause before; None where the words
    #: name nobody ("reportedly").
    subject: Span | None
    #: All that is attributed, the attributing words and their own date included.
    reach: Span
    #: What is said to be so, without the attributing words.
    content: Span
    #: Within its reach, what the author tells of the speaker: "Jane Doe, who came [in May], said ...".
    aside: Span = (0, 0)


def governing(found: Sequence[Attribution], at: int) -> Attribution | None:
    """Return the attribution that governs offset `at`: the one it stands beside, else the innermost."""
    reaching = [
        each
        for each in found
        if each.reach[0] <= at < each.reach[1] and not each.aside[0] <= at < each.aside[1]
    ]
    return max(
        reaching,
        key=lambda each: (
            _is_beside(each, reaching, at),
            each.reach[0],
            each.cue.word not in _NAMING_A_SOURCE,
            -each.cue.start,
        ),
        default=None,
    )


def _is_beside(told: Attribution, others: Sequence[Attribution], at: int) -> bool:
    """Whether what is said stands before its verb, the date after it, and no other attribution between."""
    return told.content[1] <= told.cue.start <= at and not any(
        told.cue.start < each.cue.start < at and each.content[0] <= at < each.content[1]
        for each in others
    )


def speakers_before(found: Sequence[Attribution], at: int) -> Iterator[Span]:
    """Yield the subjects of attributions before `at`, the nearest first."""
    for each in reversed(found):
        if each.cue.start < at and each.subject and each.subject[0] < each.subject[1]:
            yield each.subject


def is_author(sentence: str, subject: Span) -> bool:
    """Whether the subject is the author of the text: "as we wrote in May"."""
    return sentence[subject[0] : subject[1]].strip().lower() in _AUTHOR

"""A sentence and who speaks in it, with the sentences before it that tell whom its pronouns mean. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.article.masking import without_dates, without_speech
from ingest.extract.claims.attribution import Attribution
from ingest.extract.claims.attributions import attributions
from ingest.extract.names.naming import speaker_name
from ingest.extract.text.sentences import Span

#: How far back a pronoun is followed; farther is a guess.
_REACH: Final = 3
#: Of sentences about the same person as the one before: "He said ... He said ...".
_GOES_ON: Final = ("He ", "She ")
_FURTHEST: Final = 7


@dataclass(frozen=True, slots=True)
class Voice:
    """One masked sentence and the attributions in it, for finding out who speaks."""

    document: Document
    span: Span
    masked: str
    found: tuple[Attribution, ...]

    def named(self, start: int, end: int) -> str | None:
        """Return the name that the words at start..end of the sentence give."""
        return speaker_name(self.masked[start:end], self.document.names)


def voice_of(document: Document, span: Span) -> Voice:
    """Return the sentence at `span` masked, with its attributions."""
    masked = without_speech(document, span, without_dates(document, span))
    return Voice(document, span, masked, attributions(masked))


def earlier_voices(voice: Voice) -> Iterator[Voice]:
    """Yield the sentences before, the nearest first."""
    document = voice.document
    left = _REACH
    index = document.sentence_at(voice.span[0])
    for start, end in reversed(document.sentences[max(index - _FURTHEST, 0) : index]):
        yield voice_of(document, (start, end))
        left -= not document.text.startswith(_GOES_ON, start)
        if not left:
            return

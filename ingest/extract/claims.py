"""Who says so: the speaker, the attributing words and the modality of a dated sentence. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extract.document import Document
from ingest.extract.passages import Passage
from ingest.extract.sentences import Span
from ingest.model import Modality


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that something happened, by which words, and as how certain."""

    #: None where the author speaks, and where the text does not name who does.
    speaker: str | None = None
    #: None where the author speaks.
    cue: str | None = None
    modality: Modality = "asserted"


def claim_of(document: Document, span: Span, passage: Passage | None) -> Claim:
    """Return who says what the sentence at `span`, dated by `passage`, tells."""
    return Claim()

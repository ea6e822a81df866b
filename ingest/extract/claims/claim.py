"""What one sentence claims: who says that something happened, by which words, and as how certain. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Modality


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that something happened, by which words, and as how certain."""

    #: None where the author speaks, and where the text does not name who does.
    speaker: str | None = None
    #: None where the author speaks.
    cue: str | None = None
    modality: Modality = "asserted"

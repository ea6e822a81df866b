"""Floors for who says so and how surely, on sentences written for this project."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.extract import extract
from ingest.model import Article, Mention, Revision

HERE = Path(__file__).parent
PUBLISHED = date(2024, 6, 26)
AUTHOR, UNNAMED = "-", "?"
#: Issue 6: precision and recall of the claimant, accuracy of the modality.
PRECISION, RECALL, MODALITY = 0.92, 0.80, 0.90
_MARK = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True)
class Case:
    part: str
    speaker: str
    modality: str
    text: str


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float
    modality: float
    misses: tuple[str, ...]


def cases(name: str) -> list[Case]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def mention_of(case: Case) -> Mention | None:
    lead = "A few words come first.\n"
    marked = lead + case.text
    found = _MARK.search(marked)
    assert found, case.text
    text = _MARK.sub(r"\1", marked)
    article = Article(None, None, "", text, PUBLISHED)
    seen = datetime(2024, 6, 27, tzinfo=UTC)
    revision = Revision(1, 1, "k", 1, seen, "", article, "s", "p")
    at = found.start()
    return next(
        (
            mention
            for mention in extract(revision).mentions
            if mention.date_text_start is not None
            and mention.date_text_start <= at + 3 < (mention.date_text_end or 0)
        ),
        None,
    )


def same(said: str | None, label: str) -> bool:
    return said is not None and said.casefold() == label.casefold()


def score(chosen: list[Case]) -> Score:
    given = right = named = 0
    modal = 0
    misses = []
    for case in chosen:
        mention = mention_of(case)
        speaker = mention.speaker if mention else None
        modality = mention.modality if mention else None
        has_name = case.speaker not in (AUTHOR, UNNAMED)
        named += has_name
        given += speaker is not None
        hit = has_name and same(speaker, case.speaker)
        right += hit
        modal += modality == case.modality
        wrong_name = not hit and (has_name or speaker is not None)
        if wrong_name or modality != case.modality:
            misses.append(f"{speaker} {modality} <> {case.speaker} {case.modality}: {case.text}")
    return Score(right / max(given, 1), right / max(named, 1), modal / len(chosen), tuple(misses))


@pytest.mark.parametrize("part", ["dev", "held"])
def test_claimant_and_modality_keep_their_floors(part: str) -> None:
    found = score([case for case in cases("newsroom.tsv") if case.part == part])
    report = "\n".join(found.misses)
    assert found.precision >= PRECISION, report
    assert found.recall >= RECALL, report
    assert found.modality >= MODALITY, report

"""Floors for where it happened, on sentences written for this project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.extract import extract
from ingest.model import Article, Revision

HERE = Path(__file__).parent
#: Issue 6 asks for the precision; the recall is where this stands, so that it cannot slide.
PRECISION, RECALL = 0.95, 0.85


@dataclass(frozen=True)
class Case:
    part: str
    places: frozenset[tuple[str, str]]
    text: str


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float
    misses: tuple[str, ...]


def cases(name: str) -> list[Case]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Case(part, labelled(places), text) for part, places, text in rows]


def labelled(places: str) -> frozenset[tuple[str, str]]:
    named = [] if places == "-" else places.split(";")
    return frozenset((name, code) for name, _, code in (each.partition("=") for each in named))


def places_of(text: str) -> set[tuple[str, str]]:
    article = Article(None, None, "", "A few words come first.\n" + text, date(2025, 1, 22))
    seen = datetime(2025, 1, 23, tzinfo=UTC)
    mentions = extract(Revision(1, 1, "k", 1, seen, "", article, "s", "p")).mentions
    return {
        (entity.name, entity.country or "")
        for mention in mentions
        for entity in mention.entities
        if entity.role == "place"
    }


def score(chosen: list[Case]) -> Score:
    """Count a place right where its country is; the names of wider places beside it do no harm."""
    given = right = named = hit = 0
    misses = []
    for case in chosen:
        found = places_of(case.text)
        countries = {code for _, code in case.places}
        given += len(found)
        good = {each for each in found if each[1] in countries}
        right += len(good)
        named += len(case.places)
        hit += len(case.places & found)
        if good != found or not case.places <= found:
            misses.append(f"{sorted(found)} <> {sorted(case.places)}: {case.text}")
    return Score(right / max(given, 1), hit / max(named, 1), tuple(misses))


@pytest.mark.parametrize("part", ["dev", "held"])
def test_places_keep_their_floors(part: str) -> None:
    found = score([case for case in cases("newsroom.tsv") if case.part == part])
    report = "\n".join(found.misses)
    assert found.precision >= PRECISION, report
    assert found.recall >= RECALL, report

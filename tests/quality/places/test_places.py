"""Floors for where it happened, on sentences written for this project."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.extract import extract
from ingest.model import Article, Fetched, Mention, Revision, Source
from ingest.parse import parse

HERE = Path(__file__).parent
STORIES = HERE.parents[2] / ".." / "shared" / "data" / "stories"
#: The documents were written by then.
READ_AT = datetime(2023, 9, 1, tzinfo=UTC)
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


def mentions_of(text: str, published: date) -> tuple[Mention, ...]:
    article = Article(None, None, "", text, published)
    seen = datetime(2025, 1, 23, tzinfo=UTC)
    return extract(Revision(1, 1, "k", 1, seen, "", article, "s", "p")).mentions


def places_of(text: str) -> set[tuple[str, str]]:
    mentions = mentions_of("A few words come first.\n" + text, date(2025, 1, 22))
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


@pytest.mark.skipif(not STORIES.exists(), reason="../shared/data is not here")
@pytest.mark.parametrize("part", ["dev", "held", "fresh"])
def test_countries_keep_their_floor_in_real_reports(part: str) -> None:
    given = right = 0
    for _, item, start, countries in [row for row in story_rows() if row[0] == part]:
        for entity in places_at(item, int(start)):
            given += 1
            right += (entity or "0") in countries.split(";")
    assert given
    assert right / given >= PRECISION


def story_rows() -> list[tuple[str, str, str, str]]:
    lines = (HERE / "stories.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(part, item, start, countries) for part, item, start, _, countries in rows]


def places_at(item: str, start: int) -> list[str | None]:
    """Return the countries of the places of the mention whose date words begin at `start`."""
    text, published = document(item) if item.startswith("docs/") else story(item)
    return [
        entity.country
        for mention in mentions_of(text, published)
        if mention.date_text_start == start
        for entity in mention.entities
        if entity.role == "place"
    ]


def story(item: str) -> tuple[str, date]:
    path = STORIES / item.partition("/")[0] / "articles.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        url = f"https://stories.invalid/{item}"
        found = next(each for line in lines if (each := json.loads(line))["url"] == url)
    return found["text"], date.fromisoformat(found["published"])


def document(item: str) -> tuple[str, date]:
    path = STORIES.parent / "docs" / "wikipedia_ukraine" / item.removeprefix("docs/")
    source = Source(path.name, str(path))
    (article,) = parse(Fetched(source, path.name, READ_AT, 200, path.read_bytes())).articles
    return article.text, READ_AT.date()

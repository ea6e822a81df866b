"""Outside text, where it is present: the seed article, titles with dates in figures, TIMEX3 gold."""

from __future__ import annotations

import csv
import importlib.util
import re
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from ingest.extract.when import find
from ingest.extract.when.timex3 import tag

_SHARED = Path(__file__).resolve().parents[4].parent / "shared"
_DATA = _SHARED / "data"
_SCORER = _SHARED / "tools" / "timex_score.py"
needs_data = pytest.mark.skipif(
    not _DATA.is_dir(), reason="the outside data is not beside the repository"
)
needs_scorer = pytest.mark.skipif(
    not (_DATA.is_dir() and _SCORER.is_file()), reason="the outside data and scorer are not present"
)
#: Value, strict, relaxed and date-exact F1 in percent, a little below what was reached.
_FLOORS = {
    "timebank": (83.9, 91.0, 94.5, 89.1),
    "aquaint": (76.7, 85.7, 94.3, 87.4),
    "wikiwars": (88.4, 89.8, 95.5, 93.4),
}


@needs_data
def test_every_dated_expression_of_the_seed_article_is_right() -> None:
    text = (_DATA / "seed" / "opinion-2025-01.txt").read_text("utf-8")
    dated = [
        (found.text, found.edtf, found.relation)
        for found in find(text, date(2025, 1, 22))
        if found.edtf
    ]
    assert dated == [
        ("November, 2024", "2024-11", "on"),
        ("2017", "2017", "on"),
        ("2014", "2014/..", "since"),
        ("February 24th 2022", "../2022-02-23", "before"),
        ("1994", "1994", "on"),
        ("2014", "2014", "on"),
        ("2022", "2022", "on"),
        ("2022", "2022", "on"),
        ("June 25 2024", "2024-06-25", "on"),
        ("the summer of 2024", "2024-22", "on"),
        ("April 2024", "2024-04", "on"),
        ("2014", "2014", "on"),
        ("November 2024", "2024-11", "on"),
        ("1994", "1994", "on"),
        ("2024", "2024", "on"),
        ("2022", "2022/..", "since"),
        ("2025", "2025", "on"),
    ]


@needs_data
def test_the_seed_article_has_its_lengths_and_repetitions() -> None:
    text = (_DATA / "seed" / "opinion-2025-01.txt").read_text("utf-8")
    found = find(text, date(2025, 1, 22))
    lengths = [x.value for x in found if x.type == "DURATION"]
    sets = [x.text for x in found if x.type == "SET"]
    assert lengths == ["P10Y", "P3Y", "P25Y"]
    assert sets == ["daily", "daily", "daily", "each month"]


@needs_data
def test_day_first_figures_are_read_right_where_the_document_shows_the_order() -> None:
    path = _DATA / "timelines" / "cir_bellingcat_events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if re.match(r"\d\d/\d\d/\d{4}", row["title"])]
    by_start = {found.start: found for found in find("\n".join(r["title"] for r in rows), None)}
    start = right = 0
    for row in rows:
        found = by_start.get(start)
        right += found is not None and found.value == row["date"][:10]
        start += len(row["title"]) + 1
    assert right >= 0.99 * len(rows)


#: Histories of battles of 2022, published in 2023, all of whose days without a year are of 2022.
_BATTLES_OF_2022 = (
    "battle_of_irpin", "battle_of_izium_(2022)", "battle_of_kyiv_(2022)", "battle_of_kupiansk", "battle_of_lysychansk",
    "battle_of_moshchun", "battle_of_rubizhne", "battle_of_sumy", "second_battle_of_lyman",
    "2022_snake_island_campaign",
)  # fmt: skip


@needs_data
@pytest.mark.parametrize("name", _BATTLES_OF_2022)
def test_the_days_of_a_battle_of_2022_are_of_2022(name: str) -> None:
    path = _DATA / "docs" / "wikipedia_ukraine" / f"{name}.md"
    front, _, body = path.read_text("utf-8").removeprefix("---").partition("\n---\n")
    published = re.search(r"pubDate: (\S+)", front)
    assert published is not None
    days = [
        found.value
        for found in find(body, date.fromisoformat(published[1]))
        if found.precision == "day" and found.basis != "explicit"
    ]
    assert days
    assert {day[:4] for day in days} == {"2022"}


@needs_data
def test_a_title_alone_is_flagged_rather_than_guessed() -> None:
    first, *_ = find("04/02/2022 Convoy moves", None)
    assert first.alternatives


@pytest.fixture
def scorer(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("timex_score", _SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)  # its dataclasses look it up
    spec.loader.exec_module(module)
    return module


@needs_scorer
@pytest.mark.parametrize("corpus", _FLOORS)
def test_scores_on_timex3_gold_stay_above_their_floors(corpus: str, scorer: ModuleType) -> None:
    documents = scorer.load(_DATA / "temporal" / corpus)
    result = scorer.evaluate(documents, tag)
    names = ("value_f1", "strict_f1", "relaxed_f1", "date_exact_f1")
    low = {
        name: result[name]
        for name, floor in zip(names, _FLOORS[corpus], strict=True)
        if result[name] < floor
    }
    assert not low

"""docs/cookbook.md: every question is answered, on a small archive, by the very code that it prints."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from datasette_timeline.exports.__main__ import main as export

COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook.md"
QUESTIONS = 20

_HEADING = re.compile(r"^## (\d+)\. (.+)$")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Recipe:
    number: int
    question: str
    language: str
    code: str


def recipes() -> list[Recipe]:
    found = []
    for section in re.split(r"(?m)^(?=## \d+\. )", COOKBOOK.read_text(encoding="utf-8"))[1:]:
        heading = _HEADING.match(section.partition("\n")[0])
        found += [
            Recipe(int(heading[1]), heading[2], language, code)
            for language, code in _BLOCK.findall(section)
            if language in {"sql", "python"}
        ]
    return found


RECIPES = recipes()


@pytest.fixture
def beside_archive(bridge_archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work where timeline.db is, as the cookbook does."""
    monkeypatch.chdir(bridge_archive)
    return bridge_archive


def of(language: str):
    chosen = [recipe for recipe in RECIPES if recipe.language == language]
    return pytest.mark.parametrize("recipe", chosen, ids=[f"{r.number}" for r in chosen])


def test_there_are_twenty_questions_each_with_code_that_runs():
    assert [recipe.number for recipe in RECIPES] == list(range(1, QUESTIONS + 1))


@of("sql")
def test_a_query_finds_something(beside_archive, recipe):
    connection = sqlite3.connect(f"file:{beside_archive / 'timeline.db'}?mode=ro", uri=True)
    rows = connection.execute(recipe.code).fetchall()
    connection.close()
    assert rows, recipe.question


@of("python")
def test_a_program_prints_something(beside_archive, recipe, capsys):
    for library in re.findall(r"^import (pandas|duckdb|pyarrow)", recipe.code, re.MULTILINE):
        pytest.importorskip(library, reason=f"{library} (extra: validators) is not installed")
    if "events.parquet" in recipe.code:
        pytest.importorskip("pyarrow", reason="pyarrow (extra: parquet) is not installed")
        write_parquet(beside_archive)
    exec(compile(recipe.code, f"cookbook question {recipe.number}", "exec"), {})
    assert capsys.readouterr().out.strip(), recipe.question


def write_parquet(folder: Path) -> None:
    arguments = [
        "--db",
        folder / "timeline.db",
        "--format",
        "parquet",
        "--output",
        folder / "events.parquet",
    ]
    result = CliRunner().invoke(export, [*map(str, arguments), "--force"])
    assert result.exit_code == 0, result.output

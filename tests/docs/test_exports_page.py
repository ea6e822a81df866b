"""docs/exports.md tells of every format and every column, in their order."""

import re
from pathlib import Path

from datasette_timeline.exports import COLUMNS, FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def first_cells(heading: str) -> list[str]:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [
        name
        for row in re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
        for name in re.findall(r"`(.+?)`", row)
    ]


def test_every_format_is_listed_in_its_order():
    listed = [name.removeprefix(".") for name in first_cells("The formats")]
    assert sorted(listed) == sorted(FORMATS)


def test_every_limit_is_told():
    section = PAGE.partition("## The formats\n")[2]
    for form in FORMATS.values():
        for number in (form.limit, form.page_size):
            assert number is None or f"{number:,}" in section


def test_every_column_is_described_in_its_order():
    assert first_cells("The columns") == list(COLUMNS)

"""docs/hardening.md names only tests that exist, and every limit with its default."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from ingest.fetch import Limits

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hardening.md").read_text("utf-8")


def test_every_test_that_the_page_names_exists():
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    written = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert len(named) > 100
    assert named - written == set()


def test_every_limit_stands_in_the_table_with_its_default():
    table = PAGE.partition("## Limits")[2].partition("##")[0]
    for field in fields(Limits):
        row = next(line for line in table.splitlines() if f"`{field.name}`" in line)
        default = int(field.default)
        for size, unit in ((1024 * 1024, " MiB"), (1024, " KiB"), (1, "")):
            if default % size == 0:
                assert f"{default // size}{unit}" in row
                break

"""How large the code is: files, lines and functions of both packages, beside the budget of CONTRIBUTING.

python bench/size.py
"""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: CONTRIBUTING: files of 100 to 300 lines, functions of about 25.
FILE_LINES = 300
FUNCTION_LINES = 60


def functions(path: Path) -> list[tuple[int, str]]:
    """The length and name of each function of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        (
            (node.end_lineno or node.lineno) - node.lineno + 1,
            f"{path.relative_to(ROOT)}:{node.name}",
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def main() -> None:
    """Print the figures and what is over the budget."""
    for package in ("ingest", "datasette_timeline"):
        files = sorted((ROOT / package).rglob("*.py"))
        lines = {path: len(path.read_text("utf-8").splitlines()) for path in files}
        lengths = [length for path in files for length, _ in functions(path)]
        print(
            f"{package}: {len(files)} files, {sum(lines.values()):,} lines, median file"
            f" {statistics.median(lines.values()):.0f}, median function {statistics.median(lengths):.0f},"
            f" longest {max(lengths)}"
        )
        for path, count in lines.items():
            if count > FILE_LINES:
                print(f"  {path.relative_to(ROOT)}: {count} lines")
        for length, name in (found for path in files for found in functions(path)):
            if length > FUNCTION_LINES:
                print(f"  {name}: {length} lines")


if __name__ == "__main__":
    main()

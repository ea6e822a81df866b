"""How fast times are read: megabytes a second by length of text, and against dateparser in the same run.

    python bench/when.py [FILE ...]      (default: the marked texts of tests/quality/when, unmarked)

Prints one line a length (a single long line too) and, where dateparser is installed, its speed on a
small part of the same text with the ratio. Compare ratios, not seconds: machines differ.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from ingest.extract.when import find

_MARK = re.compile(r"\{([^{}|]*)\|[^{}]*\}")
_PUBLISHED = date(2024, 6, 26)
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
#: dateparser reads some 100 KB a second: a small part is enough.
_PEER_LENGTH = 20_000


def sample(files: list[str]) -> str:
    """Return the texts of `files`, or the project's own marked texts without their marks."""
    if files:
        return "\n\n".join(Path(name).read_text("utf-8", errors="replace") for name in files)
    folder = Path(__file__).resolve().parent.parent / "tests" / "quality" / "when"
    marked = "\n\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
    return _MARK.sub(r"\1", re.sub(r"^=== .*\n", "", marked, flags=re.MULTILINE))


def megabytes_a_second(read: Callable[[str], object], text: str, rounds: int = 3) -> float:
    """Return the best speed of `rounds`, in millions of characters a second of processor time."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        read(text)
        best = min(best, time.process_time() - began)
    return len(text) / max(best, 1e-9) / 1e6


def main() -> None:
    """Print the table."""
    text = sample(sys.argv[1:])
    find(text[:10_000], _PUBLISHED)  # compiles the rules that the text calls for
    for length in _LENGTHS:
        rounds = 1 if length > 1_000_000 else 3
        repeated = (text * (length // len(text) + 1))[:length]
        speed = megabytes_a_second(lambda part: find(part, _PUBLISHED), repeated, rounds)
        one_line = megabytes_a_second(
            lambda part: find(part, _PUBLISHED), repeated.replace("\n", " "), rounds
        )
        print(f"{length:>10,} characters: {speed:5.2f} MB/s; as one line {one_line:5.2f} MB/s")
    compare(text)


def compare(text: str) -> None:
    """Print dateparser's speed and the ratio, or that it is not installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: no comparison")
        return
    part = text[:_PEER_LENGTH]
    settings = {"RELATIVE_BASE": datetime(2024, 6, 26), "PREFER_DATES_FROM": "past"}  # noqa: DTZ001
    own = megabytes_a_second(lambda words: find(words, _PUBLISHED), part)
    peer = megabytes_a_second(
        lambda words: search_dates(words, languages=["en"], settings=settings), part, 1
    )
    print(
        f"dateparser.search_dates: {peer:5.3f} MB/s; ours {own:5.2f} MB/s, {own / peer:.0f} times as fast"
    )


if __name__ == "__main__":
    main()

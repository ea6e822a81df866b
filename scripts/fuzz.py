"""Fuzzes parsers, extraction or exports for as long as you like: python scripts/fuzz.py TARGET [SECONDS].

TARGET is one of feed, auto, page, document, opml, mentions, exports. Where atheris is installed
(`pip install atheris`) it steers by the coverage of our code; what breaks is written to a file `crash-...`
in this folder, which the same command replays: python scripts/fuzz.py TARGET crash-...
The corpus is that of tests/support/fuzzing.py; tests/test_fuzz.py does a little of this at each change.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]


def targets() -> dict[str, Callable[[bytes], object]]:
    """Return what can be fuzzed, by name."""
    import fuzzing

    def mentions(data: bytes) -> None:
        parsed = fuzzing.read(data, "auto")
        for article in parsed.articles[:3] if parsed else ():
            fuzzing.tell(article)

    found: dict[str, Callable[[bytes], object]] = {
        kind: lambda data, kind=kind: fuzzing.read(data, kind) for kind in fuzzing.KINDS
    }
    found["mentions"] = mentions
    found["exports"] = lambda data: fuzzing.write(data.decode("utf-8", "replace"))
    return found


def main() -> None:
    """Fuzz one target, or replay one file."""
    try:
        import atheris
    except ImportError:
        sys.exit(
            "atheris is not installed: pip install atheris; tests/test_fuzz.py runs without it"
        )
    with atheris.instrument_imports(include=["ingest", "datasette_timeline"]):
        known = targets()
    arguments = sys.argv[1:]
    if not arguments or arguments[0] not in known:
        sys.exit(f"usage: python scripts/fuzz.py {'|'.join(known)} [SECONDS | FILE]")
    target, rest = known[arguments[0]], arguments[1:]
    if rest and not rest[0].isdigit():
        target(Path(rest[0]).read_bytes())
        return
    import fuzzing

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(fuzzing.corpus()):
            (Path(folder) / f"seed-{number}").write_bytes(seed)
        limits = ["-timeout=20", "-rss_limit_mb=2048", f"-max_total_time={rest[0] if rest else 60}"]
        atheris.Setup([sys.argv[0], *limits, folder], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

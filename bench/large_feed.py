"""What one very long feed costs, end to end: `dateline run` from a local server, all processes together.

    python bench/large_feed.py [--entries 10000] [--kinds varied similar tiny]

"varied" entries are made-up reports of about 1.2 kB, "similar" ones the same report with another number in
it, which makes every entry a candidate for merging with every other, "tiny" ones a title alone.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from first_import import dateline, feed, measured, sentence, serve


def similar(entries: int) -> bytes:
    """An RSS feed of one report, told again and again with another number."""
    generator = random.Random(1)
    body = " ".join(sentence(generator) for _ in range(12))
    return _rss(
        f"<title>{sentence(generator)} Part {number}</title><guid>{number}</guid>"
        f"<description>Report {number}: {body}</description>"
        f"<pubDate>Wed, {1 + number % 28:02} Jun 2024 09:00:00 GMT</pubDate>"
        for number in range(entries)
    )


def tiny(entries: int) -> bytes:
    """An RSS feed of titles alone."""
    return _rss(f"<title>Title {number}</title>" for number in range(entries))


def _rss(items: Iterable[str]) -> bytes:
    joined = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>Long</title>{joined}</channel></rss>'.encode()


KINDS: dict[str, Callable[[int], bytes]] = {
    "varied": lambda entries: feed(0, entries, paragraphs=6),
    "similar": similar,
    "tiny": tiny,
}


def main() -> None:
    """Measure each kind once and print a line for it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--entries", type=int, default=10_000)
    arguments.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    asked = arguments.parse_args()
    for kind in asked.kinds:
        body = KINDS[kind](asked.entries)
        server = serve({"/feed": body})
        with tempfile.TemporaryDirectory() as name:
            urls = [f"http://127.0.0.1:{server.server_port}/feed"]
            command = dateline(urls, Path(name))
            cpu, wall, memory = measured(command, Path(__file__).parent.parent)
        server.shutdown()
        print(
            f"{kind:<8} {asked.entries} entries, {len(body) / 1e6:.1f} MB:"
            f" CPU {cpu:.1f} s  wall {wall:.1f} s  peak {memory:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()

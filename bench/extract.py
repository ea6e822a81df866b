"""What extraction costs: a revision's way to mentions, and how dear the worker is that does it.

    python bench/extract.py [FILE ...]      (default: the marked texts of tests/quality/when, unmarked)

Prints processor time an article and megabytes a second, for the made-up feed entries of first_import.py and for
the texts as articles of about 5 kB, best of three rounds; then the processor time and the memory that a worker takes
before its first article, and until it has read one of each kind. Compare figures of one machine in one minute only.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from datetime import UTC, date, datetime

import first_import
import when

from ingest.extract.installed import extract
from ingest.model import Article, Fetched, Revision, Source
from ingest.parse import parse

_SEEN = datetime(2024, 6, 27, tzinfo=UTC)
_PUBLISHED = date(2024, 6, 26)
_FEEDS, _ENTRIES, _PARAGRAPHS = 10, 50, 6
_ARTICLE = 5_000
_ROUNDS = 3

#: What a fresh process says of itself: CPU seconds and megabytes at its start, as a worker, after one article.
_FRESH = """
import pickle, sys, time
def told():
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(time.process_time(), peak // 1024)
revisions = sys.stdin.buffer.read()
told()
import ingest.cage.worker
import ingest.extract.installed as installed
told()
for revision in pickle.loads(revisions):
    installed.extract(revision)
told()
"""


def revisions(articles: list[Article]) -> list[Revision]:
    """Return each article as the archive would hand it on."""
    return [
        Revision(number, number, f"key {number}", 1, _SEEN, "", article, "source", "Publisher")
        for number, article in enumerate(articles, 1)
    ]


def entries() -> list[Article]:
    """Return the made-up entries of some feeds, as the parser gives them."""
    source = Source("feed", "https://news.example/feed", kind="feed")
    bodies = [first_import.feed(number, _ENTRIES, _PARAGRAPHS) for number in range(_FEEDS)]
    fetched = [Fetched(source, source.location, _SEEN, 200, body) for body in bodies]
    return [article for each in fetched for article in parse(each).articles]


def texts(files: list[str]) -> list[Article]:
    """Return the texts of the files in articles of about `_ARTICLE` characters, cut between paragraphs."""
    articles, piece = [], ""
    for paragraph in when.sample(files).split("\n\n"):
        piece += f"{paragraph}\n\n"
        if len(piece) >= _ARTICLE:
            articles.append(Article(None, None, "", piece.strip(), _PUBLISHED))
            piece = ""
    return articles or [Article(None, None, "", piece.strip(), _PUBLISHED)]


def best_seconds(sample: list[Revision]) -> float:
    """Return the processor time of the fastest of some rounds over all of `sample`."""
    best = float("inf")
    for _ in range(_ROUNDS):
        began = time.process_time()
        for revision in sample:
            extract(revision)
        best = min(best, time.process_time() - began)
    return best


def tell_worker(sample: list[Revision]) -> None:
    """Print what a fresh process takes to become a worker, and to read the sample."""
    told = subprocess.run(
        [sys.executable, "-c", _FRESH], input=pickle.dumps(sample), capture_output=True, check=True
    ).stdout.split()
    cpu, memory = [float(word) for word in told[::2]], [int(word) for word in told[1::2]]
    print(f"worker loaded: {cpu[1] - cpu[0]:.2f} s of CPU, {memory[1]} MB")
    print(
        f"with what {len(sample)} articles call for: {cpu[2] - cpu[1]:.2f} s more, {memory[2]} MB"
    )


def main() -> None:
    """Print the table."""
    samples = {"feed entries": revisions(entries()), "texts": revisions(texts(sys.argv[1:]))}
    for name, sample in samples.items():
        seconds, size = best_seconds(sample), sum(len(each.article.text) for each in sample)
        mentions = sum(len(extract(each).mentions) for each in sample)
        print(
            f"{name}: {len(sample)} articles of {size // len(sample):,} characters, {mentions} mentions:"
            f" {1000 * seconds / len(sample):.2f} ms an article, {size / seconds / 1e6:.2f} MB/s"
        )
    tell_worker([sample[0] for sample in samples.values()])


if __name__ == "__main__":
    main()

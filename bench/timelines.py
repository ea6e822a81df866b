"""Let Dateline choose the dates of journalists' timelines and measure how many are theirs (date F1).

Usage: python bench/timelines.py [../shared/data/stories]

For each timeline as many days as it has, within its range, from all articles of its story; precision,
recall and F1 are then one number. The mean is over timelines. Beside it what plain counting gives.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ingest.cluster import merge
from ingest.cluster.days import pick_dates, support, told_day
from ingest.extract import extract
from ingest.model import Article, Mention, Revision, stable_id

STORIES = Path(__file__).parents[2] / "shared" / "data" / "stories"
SEEN_AT = datetime(2020, 1, 1, tzinfo=UTC)
Pick = Callable[[int, date, date], set[date]]


def revisions(story: Path) -> Iterator[Revision]:
    """Yield the articles of a story as the archive would keep them."""
    with gzip.open(story / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            item = json.loads(line)
            if item["text"].strip():
                yield _revision(number, item)


def _revision(number: int, item: dict[str, str]) -> Revision:
    published = date.fromisoformat(item["published"])
    article = Article(None, item["url"], "", item["text"], published=published)
    return Revision(
        id=number,
        article_id=stable_id(item["url"]),
        article_key=item["url"],
        number=1,
        seen_at=SEEN_AT,
        sha256=hashlib.sha256(item["text"].encode()).hexdigest(),
        article=article,
        source_key=item["publisher"],
        publisher=item["publisher"],
    )


def by_dateline(mentions: list[Mention]) -> Pick:
    """Choose as Dateline does."""
    supports = support(mentions, merge(mentions))
    return lambda count, first, last: set(pick_dates(supports, count, first, last))


def by_count(days: Counter[date]) -> Pick:
    """Choose the days with the highest counts."""

    def pick(count: int, first: date, last: date) -> set[date]:
        span = [first + timedelta(days=passed) for passed in range((last - first).days + 1)]
        return set(sorted(span, key=lambda on: (-days[on], on))[:count])

    return pick


def articles_naming(mentions: list[Mention]) -> Counter[date]:
    """Count the articles that name each day."""
    named: defaultdict[date, set[int]] = defaultdict(set)
    for mention in mentions:
        on = told_day(mention)
        if on is not None:
            named[on].add(mention.article_id)
    return Counter({on: len(articles) for on, articles in named.items()})


def articles_published(mentions: list[Mention]) -> Counter[date]:
    """Count the articles published on each day."""
    return Counter(
        mention.published
        for mention in mentions
        if mention.kind != "passage" and isinstance(mention.published, date)
    )


def f1(pick: Pick, gold: set[date]) -> float:
    """Return the share of `gold` that `pick` chooses when it may choose as many."""
    return len(pick(len(gold), min(gold), max(gold)) & gold) / len(gold)


def main(folder: Path) -> None:
    """Print date F1 for each timeline and the means."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for story in sorted(path for path in folder.iterdir() if (path / "gold.jsonl").exists()):
        mentions = [each for revision in revisions(story) for each in extract(revision).mentions]
        ways = {
            "Dateline": by_dateline(mentions),
            "articles naming the day": by_count(articles_naming(mentions)),
            "articles published": by_count(articles_published(mentions)),
        }
        for line in (story / "gold.jsonl").read_text("utf-8").splitlines():
            timeline = json.loads(line)
            gold = {date.fromisoformat(on) for on, _ in timeline["entries"]}
            found = {name: f1(pick, gold) for name, pick in ways.items()}
            for name, value in found.items():
                scores[name].append(value)
            shown = "  ".join(f"{name} {value:.3f}" for name, value in found.items())
            print(f"{story.name} {timeline['timeline']} ({len(gold)} days): {shown}")
    for name, values in scores.items():
        print(f"mean over {len(values)} timelines, {name}: {sum(values) / len(values):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else STORIES)

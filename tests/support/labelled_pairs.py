"""The labelled pairs of tests/quality/pairs and the real mentions they mean: for their test and bench/pairs.py."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

from ingest.extract import extract
from ingest.model import Article, Mention, Revision, stable_id

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "quality" / "pairs" / "pairs.tsv"
DATA = ROOT.parent / "shared" / "data"
STORIES = DATA / "stories"
REPLAY = DATA / "replay"
SEEN_AT = datetime(2020, 1, 1, tzinfo=UTC)


class Pair(NamedTuple):
    collection: str
    article: str
    place: str
    other_article: str
    other_place: str
    verdict: str
    part: str


def labels() -> list[Pair]:
    """Return the labelled pairs."""
    lines = LABELS.read_text("utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines if not line.startswith("//")]


def revision(key: str, publisher: str, published: date, title: str, text: str) -> Revision:
    return Revision(
        id=1,
        article_id=stable_id(key),
        article_key=key,
        number=1,
        seen_at=SEEN_AT,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        article=Article(None, None, title, text, published=published),
        source_key=publisher,
        publisher=publisher,
    )


def story(name: str, wanted: set[str]) -> Iterator[Revision]:
    with gzip.open(STORIES / name / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            key = item["url"].rsplit("/", 1)[-1]
            if key in wanted:
                on = date.fromisoformat(item["published"])
                yield revision(key, item["publisher"], on, "", item["text"])


def headlines(wanted: set[str]) -> Iterator[Revision]:
    for item in json.loads((REPLAY / "fwd_headlines_2022-07-11.json").read_text("utf-8")):
        key = short_hash(item["link"])
        if key in wanted:
            on = datetime.fromtimestamp(item["timestamp"], UTC).date()
            yield revision(key, item["domain"], on, item["title"], item["title"])


def bbc_home(wanted: set[str]) -> Iterator[Revision]:
    left = set(wanted)
    with tarfile.open(REPLAY / "bbc_home_rss_2022-02_2022-04.tar.xz") as polls:
        for member in polls:
            if not member.name.endswith(".xml"):
                continue
            text = polls.extractfile(member).read().decode()
            for item in re.findall(r"<item>(.*?)</item>", text):
                key = short_hash(field(item, "guid"))
                if key in left:
                    left.remove(key)
                    title, body = field(item, "title"), field(item, "description")
                    on = parsedate_to_datetime(field(item, "pubDate")).date()
                    yield revision(key, "BBC", on, title, f"{title}\n\n{body}")


def field(item: str, name: str) -> str:
    found = re.search(rf"<{name}[^>]*>(.*?)</{name}>", item)
    return html.unescape(found[1]) if found else ""


def short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def mentions_of(pairs: Iterable[Pair]) -> dict[tuple[str, str], list[Mention]]:
    """Return the mentions of each article that `pairs` mean, by collection and article."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        wanted[pair.collection].update((pair.article, pair.other_article))
    found = {}
    for name, keys in wanted.items():
        for each in revisions(name, keys):
            found[name, each.article_key] = list(extract(each).mentions)
    return found


def revisions(name: str, wanted: set[str]) -> Iterator[Revision]:
    """Yield the wanted articles of a collection as the archive would keep them."""
    if name == "headlines":
        return headlines(wanted)
    return bbc_home(wanted) if name == "bbc_home" else story(name, wanted)


def mentions_at(mentions: list[Mention], place: str) -> list[Mention]:
    """Return the mentions of an article that a label means: its report, or those of a sentence."""
    if place == "report":
        return [each for each in mentions if each.kind != "passage"]
    start, end = map(int, place.split("-"))
    return [
        each
        for each in mentions
        if 2 * (min(end, each.end) - max(start, each.start))
        > min(end - start, each.end - each.start)
    ]

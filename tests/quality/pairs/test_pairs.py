"""Pairs of mentions from real stories: one happening or not, as labelled by hand in pairs.tsv.

Run with -s to see the figures. The pairs are hard on purpose: most share a date and much of their words.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.cluster import merge
from ingest.extract import extract
from ingest.model import Article, Mention, Revision, stable_id

DATA = Path(__file__).parents[4] / "shared" / "data"
STORIES = DATA / "stories"
REPLAY = DATA / "replay"
SEEN_AT = datetime(2020, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not STORIES.exists() or not REPLAY.exists(), reason="needs ../shared/data/stories and replay"
)


class Pair(NamedTuple):
    collection: str
    article: str
    place: str
    other_article: str
    other_place: str
    verdict: str
    part: str


class Figures(NamedTuple):
    precision: float
    recall: float
    pairs: int


def labels() -> list[Pair]:
    lines = (Path(__file__).parent / "pairs.tsv").read_text("utf-8").splitlines()
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


@pytest.fixture(scope="module")
def judged() -> list[tuple[Pair, bool]]:
    """Give each pair that the extractor found both mentions of, and whether they became one event."""
    by_collection = defaultdict(list)
    for pair in labels():
        by_collection[pair.collection].append(pair)
    found = []
    for name, pairs in by_collection.items():
        wanted = {key for pair in pairs for key in (pair.article, pair.other_article)}
        revisions = {"headlines": headlines, "bbc_home": bbc_home}.get(
            name, lambda keys, name=name: story(name, keys)
        )(wanted)
        by_article = {each.article_key: list(extract(each).mentions) for each in revisions}
        events = merge(each for mentions in by_article.values() for each in mentions)
        event_of = {number: event.id for event in events for number in event.mentions}
        for pair in pairs:
            ones = mentions_at(by_article[pair.article], pair.place)
            others = mentions_at(by_article[pair.other_article], pair.other_place)
            if ones and others:
                same = {event_of[each.id] for each in ones} & {event_of[each.id] for each in others}
                found.append((pair, bool(same)))
    return found


def figures(judged: list[tuple[Pair, bool]], part: str) -> Figures:
    of_part = [(pair.verdict == "same", one) for pair, one in judged if pair.part == part]
    hits = sum(same and one for same, one in of_part)
    merged = sum(one for _, one in of_part)
    same = sum(same for same, _ in of_part)
    result = Figures(hits / merged, hits / same, len(of_part))
    print(
        f"{part}: precision {result.precision:.3f}, recall {result.recall:.3f}, {result.pairs} pairs"
    )
    return result


def test_there_are_enough_labels_and_each_names_its_items():
    pairs = labels()
    assert len(pairs) >= 750
    assert len({pair[:5] for pair in pairs}) == len(pairs)
    assert {pair.verdict for pair in pairs} == {"same", "different", "plan"}
    assert sum(pair.part == "held" for pair in pairs) >= len(pairs) // 4


def test_merged_pairs_are_one_happening_and_most_of_those_are_merged(judged):
    tuned = figures(judged, "tune")
    assert tuned.precision >= 0.9
    assert tuned.recall >= 0.6


def test_pairs_kept_out_of_tuning_fare_alike(judged):
    held = figures(judged, "held")
    assert held.precision >= 0.87
    assert held.recall >= 0.62


def test_a_plan_is_never_merged_with_what_came_of_it(judged):
    assert not [pair for pair, one in judged if pair.verdict == "plan" and one]

"""`dateline explain`: what an event is comes first, and an event of many mentions stays a screen long."""

import json

import pytest
from site_directory import dateline, query

PAPERS = 30


@pytest.fixture(scope="module")
def told_often(tmp_path_factory):
    """A site with an event that thirty papers tell, and the event's slug."""
    home = tmp_path_factory.mktemp("often") / "site"
    dateline(home, "init", str(home))
    lines = (
        {
            "title": f"Morning notes of paper {number}",
            "text": "On June 25 2024, Belousov called Austin over the phone about Crimea.",
            "published": f"2024-06-{26 + number % 4}",
            "publisher": f"Paper {number}",
        }
        for number in range(PAPERS)
    )
    papers = home / "papers.jsonl"
    papers.write_text("\n".join(map(json.dumps, lines)))
    dateline(home, "add", str(papers))
    ((slug, mentions),) = query(
        home, "SELECT slug, mention_count FROM events ORDER BY mention_count DESC LIMIT 1"
    )
    assert mentions >= PAPERS
    return home, slug


def test_what_an_event_is_and_why_comes_before_its_mentions(told_often):
    home, slug = told_often
    lines = dateline(home, "explain", slug).stdout.splitlines()
    assert "2024-06-25" in lines[1]
    assert f"by {PAPERS} publishers of" in lines[2]
    assert "2024-06-26 to 2024-06-29" in lines[2]
    assert "score of significance" in lines[2]
    assert lines[3].startswith("  because: ")
    reasons = [place for place, line in enumerate(lines) if line.startswith("  because: ")]
    mentions = [place for place, line in enumerate(lines) if line.startswith("- ")]
    assert max(reasons) < min(mentions)


def test_alike_reasons_and_many_mentions_are_folded_with_their_number(told_often):
    home, slug = told_often
    everything = json.loads(dateline(home, "explain", slug, "--json").stdout)
    lines = dateline(home, "explain", slug).stdout.splitlines()
    assert len(lines) < 40
    reasons = sum(line.startswith("  because: ") for line in lines)
    folded = next(line for line in lines if line.endswith("more by the same words"))
    assert int(folded.split()[1]) == len(everything["reasons"]) - reasons
    mentions = sum(line.startswith("- ") for line in lines)
    more = len(everything["mentions"]) - mentions
    assert lines[-1] == f"and {more} more mentions; --all tells everything"


def test_all_of_it_is_told_when_asked_for(told_often):
    home, slug = told_often
    everything = json.loads(dateline(home, "explain", slug, "--json").stdout)
    lines = dateline(home, "explain", slug, "--all").stdout.splitlines()
    assert sum(line.startswith("- ") for line in lines) == len(everything["mentions"])
    assert sum(line.startswith("  because: ") for line in lines) == len(everything["reasons"])
    assert "more" not in lines[-1]

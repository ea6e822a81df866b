"""kill -9 at random moments: the files are sound, a feed is all there or not at all, nothing twice, nothing lost.

DATELINE_TEST_KILLS and DATELINE_TEST_ENTRIES set how often and over how much (docs/hardening.md, row 51); the seed
of the moments is printed, and DATELINE_TEST_SEED repeats it.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from site_directory import content, dateline, query, rss, write_sources

from ingest.database import connect_readonly

ROOT = Path(__file__).parent.parent.parent
FEEDS = 3
KILLS = int(os.environ.get("DATELINE_TEST_KILLS", "12"))
ENTRIES = int(os.environ.get("DATELINE_TEST_ENTRIES", "60"))
SEED = int(os.environ.get("DATELINE_TEST_SEED", "20240625"))
#: How long one run may take, in seconds; far beyond what it needs on a busy machine.
PATIENCE = 900
#: How many articles a run that is to be killed may get through, at most.
LONGEST_LIFE = 1000
LETTERS = str.maketrans("0123456789", "ghijklmnop")


@dataclass
class Site:
    """A site directory whose runs are killed."""

    home: Path
    kills: int = 0

    def run(self) -> subprocess.Popen:
        """Start `dateline run` in a process of its own."""
        command = [sys.executable, "-m", "ingest", "--home", str(self.home), "run", "--strict"]
        return subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill_after(self, seconds: float) -> bool:
        """Start a run and kill it after so long; return whether it was over before."""
        process = self.run()
        try:
            assert process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            self.kills += 1
            return False
        return True


def entry(feed: int, number: int) -> tuple[str, str, str, str]:
    """An item unlike every other one: a dated sentence of words of its own."""
    words = hashlib.sha256(f"{feed}-{number}".encode()).hexdigest().translate(LETTERS)
    day = number % 28 + 1
    body = f"On June {day} 2024 the port of {words[:7].title()} was closed by a storm of {words[7:13]}."
    return (
        f"{feed}-{number}",
        f"Port of {words[:7].title()} closed, {words[26:32]} says",
        body,
        f"{day:02} Jul 2024 09:00:00 GMT",
    )


@pytest.fixture
def make_site(tmp_path, local_server):
    """A function that makes a site directory of so many feeds, served with an ETag each."""
    sources = []
    for feed in range(FEEDS):
        body = rss(f"Feed {feed}", *(entry(feed, number) for number in range(ENTRIES)))
        headers = {"Content-Type": "application/rss+xml", "ETag": f'"{feed}"'}
        local_server.routes[f"/feed{feed}"] = local_server.response(body, headers=headers)
        url = local_server.url(f"/feed{feed}")
        sources.append(f"feed: {url}\nallow_address: {local_server.address}")

    def make(name: str) -> Site:
        write_sources(tmp_path / name, *sources)
        # One after the other: articles are numbered in the order in which feeds arrive.
        listed = tmp_path / name / "sources.yml"
        listed.write_text(
            listed.read_text("utf-8").replace("{host", "{host_in_flight: 1, host"), "utf-8"
        )
        return Site(tmp_path / name)

    return make


def archived(home: Path) -> list[tuple]:
    """For each source what the archive holds: its validator, its articles, its revisions, their names."""
    path = home / "archive" / "archive.db"
    if not path.exists():
        return []
    with closing(connect_readonly(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'changes'").fetchone():
            return []
        rows = connection.execute(
            "SELECT p.etag, (SELECT count(*) FROM articles a WHERE a.source_id = s.id),"
            " (SELECT count(*) FROM revisions r WHERE r.source_id = s.id),"
            " (SELECT count(DISTINCT guid) FROM revisions r WHERE r.source_id = s.id)"
            " FROM sources s LEFT JOIN poll_states p ON p.source_id = s.id ORDER BY s.id"
        )
        return [tuple(row) for row in rows]


def require_sound(home: Path) -> None:
    """Fail unless what a killed run left is sound: each feed whole, with its validator, or neither."""
    whole = {(f'"{feed}"'.encode(), ENTRIES, ENTRIES, ENTRIES) for feed in range(FEEDS)}
    assert set(archived(home)) <= {*whole, (None, 0, 0, 0)}
    checked = dateline(home, "verify")
    if "dateline run" in checked.stderr:
        return  # killed before there was anything to check
    assert checked.exit_code == 0, checked.output
    counts = query(home, "SELECT source_id, count(*) FROM articles GROUP BY 1")
    assert all(0 < count <= ENTRIES for _, count in counts)
    # The timeline follows the archive in steps, each whole, and says in the same transaction how far it is.
    followed = int(dict(query(home, "SELECT key, value FROM build")).get("applied_change", 0))
    assert sum(count for _, count in counts) == followed


def test_a_killed_run_is_sound_and_the_next_completes_it(make_site, capsys):
    undisturbed = make_site("undisturbed")
    began = time.monotonic()
    assert undisturbed.run().wait(PATIENCE) == 0
    took = time.monotonic() - began
    expected = content(undisturbed.home, with_times=False)
    assert len(expected["articles"]) == FEEDS * ENTRIES

    # The timeline follows in steps of some hundred articles; a run lives for two or three of them at most.
    span = took * min(1, LONGEST_LIFE / (FEEDS * ENTRIES))
    generator = random.Random(SEED)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        site = make_site(f"killed {rounds}")
        while not site.kill_after(generator.uniform(0, span)) and kills + site.kills < KILLS:
            require_sound(site.home)
        require_sound(site.home)
        assert site.run().wait(PATIENCE) == 0
        assert content(site.home, with_times=False) == expected
        kills += site.kills
        with capsys.disabled():
            print(f"\nseed {SEED}, round {rounds}: {kills} kills over {FEEDS} x {ENTRIES} entries")

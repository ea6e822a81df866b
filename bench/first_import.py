"""What a first import costs: `dateline run` beside feed-to-sqlite and reader, in one run, whole processes.

    python bench/first_import.py [--feeds 50] [--entries 50] [--paragraphs 6] [--rounds 3] [--peers PYTHON]
    python bench/first_import.py --folder FEEDS [--peers PYTHON]

The feeds are made up, one sentence in three dated, or those of a folder. Every program reads the same feeds from a local server in a process of its own. PYTHON is an interpreter in
whose environment `feed-to-sqlite` 0.6.2 and `reader` 3.26 are installed (reader also needs `sgmllib3k`);
without it only Dateline is measured. CPU is that of the process and its children, memory the most that they
held together at one time, what they share counted for each. Dateline also extracts dates, merges events and indexes them for
search, which the others do not.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_SYLLABLES_TEXT = (
    "ba be bi bo ca ce da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo na ne"
)
SYLLABLES = _SYLLABLES_TEXT.split()
#: The words that make up half of any English text, then made-up ones, as many as a newspaper uses in a week.
_COMMON_TEXT = (
    "the of to and a in is it that for was on are with as he be at by from this have or had not "
    "but what were when we there can an your which their said if do will each about how up out "
    "them then she many some so these would other into has more her two like him see time could "
    "no make than first been its who now people my made over did down only way find use may water "
    "long little very after words called just where most know get through back much before go "
    "good new write our used me man too any day same government police minister country state "
    "party president week year world city group report leader"
)
COMMON = _COMMON_TEXT.split()
WORDS = (*COMMON, *(a + b + c for a in SYLLABLES for b in SYLLABLES[:12] for c in SYLLABLES[:12]))
NAMES = tuple(
    (a + b + c).title() for a in SYLLABLES for b in SYLLABLES[12:] for c in SYLLABLES[14:]
)
DAYS = (
    "on Tuesday",
    "on June 12",
    "last week",
    "in April 2024",
    "since 2014",
    "in the summer of 2023",
)

FEED_TO_SQLITE = """
import sys
import httpx
from feed_to_sqlite.ingest import ingest_feed
# As its command does, which gives up at the first feed that it cannot read.
with httpx.Client(headers={"user-agent": "feed-to-sqlite"}) as client:
    for url in sys.argv[2:]:
        try:
            ingest_feed(sys.argv[1], url=url, client=client)
        except Exception:
            pass
"""
READER = """
import sys
from reader import make_reader
reader = make_reader(sys.argv[1])
for url in sys.argv[2:]:
    reader.add_feed(url)
reader.update_feeds(workers=10)
"""


def word(generator: random.Random) -> str:
    """A word, frequent ones more often (Zipf's law), or one in eight times a name."""
    if generator.random() < 1 / 8:
        return generator.choice(NAMES)
    return WORDS[int(len(WORDS) ** generator.random()) - 1]


def sentence(generator: random.Random) -> str:
    """A made-up sentence, one in three of them dated."""
    words = [word(generator) for _ in range(generator.randint(8, 16))]
    if generator.random() < 1 / 3:
        words.insert(generator.randint(1, len(words)), generator.choice(DAYS))
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def feed(number: int, entries: int, paragraphs: int) -> bytes:
    """An RSS feed of made-up reports of about 200 bytes a paragraph."""
    generator = random.Random(number)
    items = []
    for entry in range(entries):
        body = "".join(
            f"<p>{sentence(generator)} {sentence(generator)}</p>" for _ in range(paragraphs)
        )
        items.append(
            f"<item><title>{sentence(generator)}</title><link>https://news{number}.example/{entry}</link>"
            f"<guid>{number}-{entry}</guid><description><![CDATA[{body}]]></description>"
            f"<pubDate>Wed, {1 + entry % 28:02} Jun 2024 09:00:00 GMT</pubDate></item>"
        )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News {number}</title>'
        f"<link>https://news{number}.example/</link><description>Made up</description>"
        f"{''.join(items)}</channel></rss>"
    ).encode()


def serve(bodies: dict[str, bytes]) -> ThreadingHTTPServer:
    """A server of these bodies on a free port of 127.0.0.1, in threads of this process."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = bodies.get(self.path, b"")
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", f'"{hash(self.path)}"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def measured(command: list[str], cwd: Path) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak megabytes (all processes together, at one time) of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0
    stderr = threading.Thread(target=lambda: process.stderr and process.stderr.read(), daemon=True)
    stderr.start()
    while process.poll() is None:
        peak = max(peak, sum(map(resident_kib, family(process.pid))))
        time.sleep(0.02)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"{command[:3]} failed with {process.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - started, peak / 1024


def family(pid: int) -> list[int]:
    """The process and its children, as Linux lists them."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return [pid]
    return [pid, *map(int, children)]


def resident_kib(pid: int) -> int:
    """The resident size of a process, what it shares with others included; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


def dateline(urls: list[str], folder: Path) -> list[str]:
    """The command that imports with Dateline."""
    address = urls[0].split("/")[2]
    entries = "".join(f"  - {{feed: '{url}', allow_address: '{address}'}}\n" for url in urls)
    text = f"settings:\n  limits: {{host_delay_ms: 0, host_in_flight: 8}}\nsources:\n{entries}"
    (folder / "sources.yml").write_text(text, "utf-8")
    return [sys.executable, "-m", "ingest", "--home", str(folder), "run"]


def _bodies(asked: argparse.Namespace) -> dict[str, bytes]:
    if asked.folder:
        files = sorted(path for path in asked.folder.iterdir() if path.is_file())
        return {f"/{number}": path.read_bytes() for number, path in enumerate(files)}
    return {
        f"/{number}": feed(number, asked.entries, asked.paragraphs) for number in range(asked.feeds)
    }


def main() -> None:
    """Measure in turn, round by round, and print medians and ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--feeds", type=int, default=50)
    arguments.add_argument("--entries", type=int, default=50)
    arguments.add_argument("--paragraphs", type=int, default=6, help="of 200 bytes in each entry")
    arguments.add_argument("--folder", type=Path, help="feeds to serve instead of made-up ones")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--peers", help="an interpreter that has feed-to-sqlite and reader")
    asked = arguments.parse_args()
    bodies = _bodies(asked)
    server = serve(bodies)
    urls = [f"http://127.0.0.1:{server.server_port}{path}" for path in bodies]
    figures: dict[str, list[tuple[float, float, float]]] = {}
    root = Path(__file__).parent.parent
    for _ in range(asked.rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            commands = {"dateline": dateline(urls, folder)}
            if asked.peers:
                commands["feed-to-sqlite"] = [
                    asked.peers, "-c", FEED_TO_SQLITE, str(folder / "f.db"), *urls
                ]  # fmt: skip
                commands["reader"] = [asked.peers, "-c", READER, str(folder / "r.db"), *urls]
            for program, command in commands.items():
                figures.setdefault(program, []).append(measured(command, root))
    made = "" if asked.folder else f" x {asked.entries} entries of {asked.paragraphs} paragraphs"
    print(f"{len(bodies)} feeds{made}, {os.cpu_count()} processors, medians")
    base = statistics.median(cpu for cpu, _, _ in figures["dateline"])
    for program, rounds in figures.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(
            f"{program:<16} CPU {cpu:6.2f} s (Dateline/this {base / cpu:4.2f})"
            f"  wall {wall:6.2f} s  peak {memory:5.0f} MB"
        )


if __name__ == "__main__":
    main()

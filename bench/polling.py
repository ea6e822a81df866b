"""What polling feeds that have not changed costs: `dateline run` beside `reader` in one run, paired.

    python bench/polling.py [--feeds 1000] [--rounds 3] [--reader PYTHON] [--python PYTHON]

Both programs read the same feeds from a local server in a process of its own, then poll them again; the
second poll, where every answer is a 304, is measured as the CPU time of the whole process. PYTHON is an
interpreter in whose environment `reader` 3.26 is installed (it also needs `sgmllib3k`); without it only
Dateline is measured. `--python` measures Dateline in another environment. The pause between two requests to
one host is lifted for both, since all feeds are on one.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

#: Answers each path with a feed of one entry of its own; 304 where the request echoes the ETag.
SERVER = """
import asyncio, hashlib

LETTERS = str.maketrans("0123456789", "ghijklmnop")

async def serve(reader, writer):
    try:
        while head := await reader.readuntil(b"\\r\\n\\r\\n"):
            path = head.split(b" ", 2)[1]
            if b'"v1"' in head:
                writer.write(b'HTTP/1.1 304 Not Modified\\r\\nETag: "v1"\\r\\n\\r\\n')
            else:
                words = hashlib.sha256(path).hexdigest().translate(LETTERS)
                items = (
                    "<item><title>%s %s</title><guid>%s</guid><description>%s.</description>"
                    "<pubDate>Wed, 04 Mar 2026 05:06:07 GMT</pubDate></item>"
                    % (words[:8], words[8:16], words, " ".join(words[n : n + 8] for n in range(0, 64, 8)))
                ).encode()
                body = b"<rss version='2.0'><channel><title>%s</title>%s</channel></rss>" % (path, items)
                writer.write(
                    b'HTTP/1.1 200 OK\\r\\nETag: "v1"\\r\\nContent-Type: application/rss+xml\\r\\n'
                    b"Content-Length: %d\\r\\n\\r\\n%s" % (len(body), body)
                )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
"""

#: Adds the feeds where they are not there yet, makes all due, and updates with reader's own defaults.
READER = """
import sys
from reader import make_reader
reader = make_reader(sys.argv[1])
for url in sys.argv[2:]:
    reader.add_feed(url, exist_ok=True)
reader.update_feeds(workers=10)
"""


def cpu_seconds(command: list[str], **options: object) -> tuple[float, float]:
    """Run a command; return its user and system time with that of its children, and the time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    took = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took


class Dateline:
    """Polls with `dateline run --force`: conditional, whatever the interval."""

    name = "dateline"

    def __init__(self, directory: Path, urls: list[str], python: str) -> None:
        self._python = python
        address = urlsplit(urls[0]).netloc
        self._home = directory / "site"
        self._home.mkdir()
        lines = [f"  - {{feed: '{url}', allow_address: '{address}'}}" for url in urls]
        settings = "settings:\n  limits: {host_delay_ms: 0}\n"
        (self._home / "sources.yml").write_text(settings + "sources:\n" + "\n".join(lines) + "\n")

    def poll(self) -> tuple[float, float]:
        command = [
            self._python,
            "-m",
            "ingest",
            "--home",
            str(self._home),
            "run",
            "--force",
            "--strict",
        ]
        return cpu_seconds(command, stderr=subprocess.DEVNULL)


class Reader:
    """Polls with reader's library, ten workers as its documentation suggests."""

    name = "reader"

    def __init__(self, directory: Path, urls: list[str], python: str) -> None:
        self._database = directory / "reader.sqlite"
        self._command = [python, "-c", READER, str(self._database), *urls]

    def poll(self) -> tuple[float, float]:
        if self._database.exists():
            with contextlib.closing(sqlite3.connect(self._database)) as connection:
                connection.execute("UPDATE feeds SET update_after = NULL")  # all are due again
                connection.commit()
        return cpu_seconds(self._command, env={**os.environ, "no_proxy": "*"})


def free_of_reader(python: str | None) -> bool:
    """Tell whether `reader` is absent there."""
    if python is None:
        return True
    return (
        subprocess.run([python, "-c", "import reader"], check=False, capture_output=True).returncode
        != 0
    )


def main() -> None:
    """Measure in turn, round by round, and print medians and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reader", metavar="PYTHON")
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as name,
        subprocess.Popen(
            [sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True
        ) as server,
    ):
        try:
            port = int(server.stdout.readline())
            socket.create_connection(("127.0.0.1", port)).close()
            address = f"127.0.0.1:{port}"
            urls = [f"http://{address}/feed/{number}.xml" for number in range(options.feeds)]
            peers: list[Dateline | Reader] = [Dateline(Path(name), urls, options.python)]
            if free_of_reader(options.reader):
                print("reader is not measured: name its interpreter with --reader")
            else:
                peers.append(Reader(Path(name), urls, options.reader))
            compare(peers, options)
        finally:
            server.kill()


def compare(peers: list[Dateline | Reader], options: argparse.Namespace) -> None:
    """Read everything once, then poll in turns and print medians and ratios."""
    for peer in peers:
        cpu, took = peer.poll()
        print(f"{peer.name:10} first read of {options.feeds} feeds  {cpu:7.2f} CPU s {took:7.2f} s")
    polls: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for _ in range(options.rounds):
        for peer in peers:
            cpu, took = peer.poll()
            polls[peer.name].append(cpu)
            print(f"{peer.name:10} unchanged  {cpu:7.2f} CPU s {took:7.2f} s")
    medians = {name: statistics.median(times) for name, times in polls.items()}
    for name, cpu in medians.items():
        ratio = f"  {cpu / medians['dateline']:.1f} x dateline" if name != "dateline" else ""
        print(
            f"{name:10} median  {cpu:.2f} CPU s, {options.feeds / cpu:.0f} feeds a CPU second{ratio}"
        )


if __name__ == "__main__":
    main()

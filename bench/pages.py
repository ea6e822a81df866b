"""CPU time of the server for each page, beside stock Datasette's table page: `pages.py FILE`.

FILE is a timeline of any name, generate_timeline.py writes one of any size. Each page is asked for in one process,
without a network, the validators unknown; the figures are the least and the median of CPU milliseconds
of the whole process (all threads), and bytes gzipped. The least is what the work costs: a machine that is
shared adds to the others. The exit status is 1 where a page that must not be dearer than stock's is.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from datasette.app import Datasette

ROUNDS = 9
#: Pages of the whole archive and of periods: no dearer than stock's table page with suggested facets off.
READING = ["/", "/2015", "/2015/06", "/2015/06/12"]
OTHERS = [
    "/?q=zan*", "/?q=minister", "/?q=minister&sort=oldest", "/2015?q=minister", "/?basis=explicit",
    "/?min_publishers=2", "/2015?basis=explicit", "/?from=2015-01-15&to=2016-02-01", "/sources",
    "/-/timeline/schema",
]  # fmt: skip


async def measure(datasette: Any, path: str) -> tuple[float, float, int, int]:
    """Return least and median CPU milliseconds, bytes gzipped and status."""
    spent = []
    headers = {"Accept-Encoding": "identity"}
    for _ in range(ROUNDS):
        before = time.process_time()
        answer = await datasette.client.get(path, headers=headers)
        spent.append((time.process_time() - before) * 1000)
    return (
        min(spent),
        statistics.median(spent),
        len(gzip.compress(answer.content)),
        answer.status_code,
    )


async def values(datasette: Any, name: str) -> list[str]:
    """Return paths that need values of this very file: an event, its rarest word, phrases, a publisher.

    A phrase of words that are all common has to read the positions of each; one of a sentence holds rarer ones.
    """
    database = datasette.get_database(name)

    async def one(sql: str, *params: str) -> Any:
        return (await database.execute(sql, params)).first()[0]

    slug = await one("SELECT slug FROM events LIMIT 1")
    quote = await one("SELECT quote FROM events LIMIT 1 OFFSET 1")
    publisher = await one("SELECT name FROM publishers ORDER BY event_count DESC LIMIT 1")
    words = sorted(set(quote.strip(".").split()), key=str)
    sizes = {
        word: await one("SELECT count(*) FROM events_fts WHERE events_fts MATCH ?", f'"{word}"')
        for word in words
    }
    rare = min(words, key=sizes.__getitem__)
    *_, common, commonest = sorted(words, key=sizes.__getitem__)
    publisher = publisher.replace(" ", "+")
    return [
        f"/event/{slug}", f"/?q={rare}", f"/?q={rare}+{commonest}",
        f"/?q=%22{'+'.join(quote.split()[8:12])}%22", f"/?q={common}+{commonest}",
        f"/?q=%22{common}+{commonest}%22", f"/?publisher={publisher}",
        f"/?q=minister&publisher={publisher}",
    ]  # fmt: skip


async def run(file: Path) -> int:
    """Print a line a page; return the exit status."""
    plain = Datasette([str(file)], settings={"suggest_facets": True})
    datasette = Datasette([str(file)], settings={"suggest_facets": False})
    table = f"/{file.stem}/events"
    for served in (plain, datasette):
        await served.invoke_startup()
    print(f"{'page':44} {'least':>9} {'median':>9} {'gzipped':>8}  stock x")
    with_facets = await measure(plain, table)
    stock = await measure(datasette, table)
    if stock[3] != 200:
        sys.exit(f"{file}: Datasette answers {stock[3]} for its table of events")
    print(f"{'stock table, default settings':44} {with_facets[0]:7.1f}ms {with_facets[1]:7.1f}ms")
    print(
        f"{'stock table, suggest_facets off':44} {stock[0]:7.1f}ms {stock[1]:7.1f}ms {stock[2]:8,}"
    )
    failed = False
    for path in [*READING, *await values(datasette, file.stem), *OTHERS]:
        least, median, size, status = await measure(datasette, path)
        dear = path in READING and least > stock[0]
        failed = failed or dear or status != 200
        note = " TOO DEAR" if dear else "" if status == 200 else f" STATUS {status}"
        print(
            f"{path[:44]:44} {least:7.1f}ms {median:7.1f}ms {size:8,}  {least / stock[0]:5.2f}{note}"
        )
    return int(failed)


def main() -> None:
    """Measure the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    sys.exit(asyncio.run(run(parser.parse_args().file)))


if __name__ == "__main__":
    main()

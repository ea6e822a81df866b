"""Build ingest/cluster/reading/rarity.tsv: how rarely texts at large use a stem.

Usage: python bench/rarity.py < documents > ingest/cluster/reading/rarity.tsv
       python bench/rarity.py --regroup ingest/cluster/reading/rarity.tsv

One document a line on standard input (the shipped table was counted over some 14,000 headlines, feed
entries and web pages on all subjects), cut into passages of a sentence's length, because sentences are
what is compared. Only counts leave this script.

`--regroup`, after an addition to happenings.tsv or nations.tsv, gives a sort of happening the frequencies of
the words it has taken in, as if no passage held two of them; a second time it changes nothing.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.cluster.reading.words import RAREST, group_of, stem

#: Fewer passages than this tell nothing of how rare a word is.
FEWEST = 4
#: Words in a passage: the length of a long news sentence.
PASSAGE_WORDS = 25
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
HEADING = "// stem, natural logarithm of passages / passages with it; built by bench/rarity.py\n"


def counted(lines: Iterable[str]) -> Iterator[str]:
    """Count the passages with each stem and yield the rows of those that are not rarest."""
    passages = 0
    counts: Counter[str] = Counter()
    for line in lines:
        stems = [stem(word) for word in WORD.findall(line)]
        for first in range(0, len(stems), PASSAGE_WORDS):
            passages += 1
            counts.update(set(stems[first : first + PASSAGE_WORDS]))
    yield HEADING
    for stemmed, count in sorted(counts.items()):
        weight = math.log(passages / count)
        if count >= FEWEST and weight < RAREST:
            yield f"{stemmed}\t{weight:.1f}\n"


def regrouped(rows: Iterable[str]) -> Iterator[str]:
    """Yield the rows of a table with the stems that are now one added up."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    for stemmed, weight in (row.split("\t") for row in rows if not row.startswith("//")):
        frequencies[group_of(stemmed)] += math.exp(-float(weight))
    yield HEADING
    for name, frequency in sorted(frequencies.items()):
        yield f"{name}\t{-math.log(frequency):.1f}\n"


def main(arguments: list[str]) -> None:
    """Print the table, or regroup the one that the arguments name."""
    if arguments[:1] == ["--regroup"]:
        table = Path(arguments[1])
        table.write_text("".join(regrouped(table.read_text("utf-8").splitlines())), "utf-8")
    else:
        sys.stdout.writelines(counted(sys.stdin))


if __name__ == "__main__":
    main(sys.argv[1:])

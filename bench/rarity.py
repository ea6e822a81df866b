"""Build ingest/cluster/rarity.tsv: how rarely texts at large use a stem.

Usage: python bench/rarity.py < documents > ingest/cluster/rarity.tsv

One document a line on standard input (the shipped table was counted over some 14,000 headlines, feed
entries and web pages on all subjects), cut into passages of a sentence's length, because sentences are
what is compared. Only counts leave this script.
"""

import math
import re
import sys
from collections import Counter

from ingest.cluster.words import RAREST, stem

#: Fewer passages than this tell nothing of how rare a word is.
FEWEST = 4
#: Words in a passage: the length of a long news sentence.
PASSAGE_WORDS = 25
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def main() -> None:
    """Count the passages with each stem and print the weights of those that are not rarest."""
    passages = 0
    counts: Counter[str] = Counter()
    for line in sys.stdin:
        stems = [stem(word) for word in WORD.findall(line)]
        for first in range(0, len(stems), PASSAGE_WORDS):
            passages += 1
            counts.update(set(stems[first : first + PASSAGE_WORDS]))
    print("// stem, natural logarithm of passages / passages with it; built by bench/rarity.py")
    for stemmed, count in sorted(counts.items()):
        weight = math.log(passages / count)
        if count >= FEWEST and weight < RAREST:
            print(f"{stemmed}\t{weight:.1f}")


if __name__ == "__main__":
    main()

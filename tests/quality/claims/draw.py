"""Draw sentences to label for a part of rounds.tsv and headlines.tsv; shows no speaker, cue or modality.

    python tests/quality/claims/draw.py SHARE SEED [OF_OUTLET [REPLAY_FILES]] > sentences.txt

An item belongs to one of three shares by the hash of its name, so that what was read while rules were written
(share 0) and each round (shares 1 and 2) hold different articles; items that had labels by then are left out. SEED is the
part's name; OF_OUTLET, how many of each outlet (5 where it is left out); REPLAY_FILES, into how many files of a replayed
feed is looked (6), where texts that have labels in another file are left out. A sentence that is dated otherwise since is drawn otherwise too.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator

from test_claims import (
    FEEDS,
    HEADLINES,
    HERE,
    REPLAY,
    STORIES,
    TEMPORAL,
    article_of,
    entries,
    mentions_of,
    replayed,
    story,
    story_rows,
)

SHARES = 3
#: Sentences of each outlet of each story, and of each other kind of text.
OF_OUTLET, OF_FEEDS, OF_REPLAY, OF_TEMPORAL, OF_HEADLINES = 5, 16, 12, 8, 8
#: Two in three have a word of saying or a quotation mark.
SPOKEN_IN, SPOKEN_OF = 2, 3
#: Files of one replayed feed that are looked into, evenly apart.
REPLAY_FILES = 6
_SPOKEN = re.compile(
    r"[“”\"]|\b(?:sa(?:id|ys?|ying)|told|according|report(?:s|ed|edly)|announce[sd]|claim(?:s|ed)|warn(?:s|ed|ing)"
    r"|add(?:ed|s|ing)|wrote|den(?:ied|ies)|confirm(?:s|ed)|expect(?:s|ed)|suggest(?:s|ed)|believe[sd]?|argue[sd]?)\b"
)


def share(item: str) -> int:
    return hashlib.sha256(item.encode()).digest()[0] % SHARES


def outlets(replay_files: int = REPLAY_FILES) -> dict[str, list[str]]:
    """Return the items by outlet of a story, or by kind of text; `replay_files`: of each replayed feed."""
    found: dict[str, list[str]] = {}
    for folder in sorted(STORIES.iterdir()):
        for url in story(folder.name) if folder.is_dir() else ():
            item = url.removeprefix("https://stories.invalid/")
            found.setdefault(item.rpartition("-")[0], []).append(item)
    found["feeds"] = [
        f"feeds/{file.name}#{number}"
        for file in sorted(FEEDS.iterdir())
        for number in range(len(entries(file.name)))
    ]
    found["replay"] = list(_replayed_items(replay_files))
    found["temporal"] = [
        f"{corpus}/{file.stem}@{published}"
        for corpus in ("timebank", "aquaint")
        for file in sorted((TEMPORAL / corpus).rglob("*.tml"))
        if (published := _published(file.read_text("utf-8", "replace")))
    ]
    return found


def _replayed_items(files: int) -> Iterator[str]:
    for archive in sorted(REPLAY.rglob("*.tar.xz")):
        with tarfile.open(archive) as tar:
            members = sorted(each.name for each in tar if each.isfile())
        step = max(len(members) // files, 1)
        for member in members[step // 2 :: step]:
            for number in range(len(replayed(archive.name, member))):
                yield f"replay/{archive.name}:{member}#{number}"


def _published(marked: str) -> str | None:
    found = re.search(
        r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*functionInDocument="CREATION_TIME"', marked
    )
    found = found or re.search(
        r'functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)', marked
    )
    return found[1] if found else None


def sentences(item: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the date words and the sentence of each dated mention of the item stand."""
    for mention in mentions_of(item):
        if mention.date_text_start is not None and mention.date_text_end is not None:
            yield mention.date_text_start, mention.date_text_end, mention.start, mention.end


def drawn(items: Iterable[str], count: int, chance: random.Random) -> Iterator[str]:
    """Yield lines to label, each of another item, spoken for and not in turn."""
    pool = list(items)
    chance.shuffle(pool)
    taken = 0
    for item in pool:
        if taken == count:
            return
        spoken = taken % SPOKEN_OF < SPOKEN_IN
        text = article_of(item).text
        fit = [
            each
            for each in sentences(item)
            if bool(_SPOKEN.search(text[each[2] : each[3]])) == spoken
        ]
        if fit:
            start, end, begun, ended = chance.choice(fit)
            before = " ".join(text[max(begun - 420, 0) : begun].split())
            quote = f"{text[begun:start]}[[{text[start:end]}]]{text[end:ended]}"
            yield f"{item}\t{start}\t{end}\n  ({article_of(item).published}) {before}\n  >> {' '.join(quote.split())}\n"
            taken += 1


def _before(part: str, rows: list[list[str]]) -> Iterator[list[str]]:
    """Yield the labels that there were when the part was drawn: those before its own."""
    for row in rows:
        if row[0] == part:
            return
        if len(row) > 1:
            yield row


def main(
    chosen: int, seed: str, of_outlet: int = OF_OUTLET, replay_files: int = REPLAY_FILES
) -> None:
    chance = random.Random(seed)
    labelled = {row[1] for row in _before(seed, story_rows())}
    counts = {"feeds": OF_FEEDS, "replay": OF_REPLAY, "temporal": OF_TEMPORAL}
    told = {article_of(item).text for item in labelled if item.startswith("replay/")}
    for outlet, items in outlets(replay_files).items():
        free = [item for item in items if share(item) == chosen and item not in labelled]
        if outlet == "replay":
            free = [item for item in free if article_of(item).text not in told]
        for line in drawn(free, counts.get(outlet, of_outlet), chance):
            print(line)
    headlines = json.loads(HEADLINES.read_text("utf-8"))
    lines = (HERE / "headlines.tsv").read_text("utf-8").splitlines()[2:]
    taken = {row[1] for row in _before(seed, [line.split("\t") for line in lines])}
    numbers = [n for n in range(len(headlines)) if share(f"{n}") == chosen and str(n) not in taken]
    for number in chance.sample(numbers, OF_HEADLINES):
        print(
            f"{number}\n  ({headlines[number]['published']})\n  >> {headlines[number]['title']}\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))

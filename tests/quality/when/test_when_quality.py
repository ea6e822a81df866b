"""How well `find` reads text that was written for this project, against floors that only rise.

The texts mark an expression as {words|TIMEX3 type|TIMEX3 value|interval|relation}; an interval is
`first day..last day`, an open end is empty, and `-` is none. A text begins with the line
`=== published DAY` (`none`: not known). The marks say what is right, also where the tagger is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ingest.extract.when import TimeExpression, find

_HERE = Path(__file__).parent
_MARK = re.compile(r"\{([^{}|]*)\|(\w*)\|([^{}|]*)\|([^{}|]*)\|(\w*)\}")
_GENRES = ("news", "opinion", "history", "live-blog", "official", "no-times")
#: Percent of the marked expressions; raise them when the tagger gets better, never lower them.
_FLOORS = {"found": 99.5, "exact words": 99.5, "value": 99.0, "interval": 98.8, "relation": 99.5}


@dataclass(frozen=True)
class Marked:
    """What a mark says."""

    start: int
    end: int
    type: str
    value: str
    interval: str
    relation: str


@dataclass(frozen=True)
class Document:
    """A text without its marks, and the marks."""

    published: date | None
    text: str
    marks: tuple[Marked, ...]


def documents(genre: str) -> list[Document]:
    blocks = (_HERE / f"{genre}.txt").read_text("utf-8").split("=== published ")[1:]
    return [_document(*block.split("\n", 1)) for block in blocks]


def _document(published: str, marked: str) -> Document:
    text, last, marks = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        marks.append(
            Marked(len(text), len(text) + len(mark[1]), mark[2], mark[3], mark[4], mark[5])
        )
        text += mark[1]
        last = mark.end()
    day = None if published.strip() == "none" else date.fromisoformat(published.strip())
    return Document(day, text + marked[last:], tuple(marks))


def _interval(expression: TimeExpression) -> str:
    if expression.date_start is None and expression.date_end is None:
        return "-"
    return f"{expression.date_start or ''}..{expression.date_end or ''}"


def _all() -> list[tuple[Document, list[TimeExpression]]]:
    return [
        (document, find(document.text, document.published))
        for genre in _GENRES
        for document in documents(genre)
    ]


def test_the_marked_text_is_large_enough_to_judge_by() -> None:
    assert sum(len(document.marks) for document, _ in _all()) >= 300


def test_what_is_found_and_how_it_is_read_stays_above_the_floors() -> None:
    counts = dict.fromkeys(_FLOORS, 0)
    total = 0
    wrong = []
    for document, found in _all():
        for mark in document.marks:
            total += 1
            hit = next((x for x in found if x.start < mark.end and mark.start < x.end), None)
            if hit is None:
                wrong.append(document.text[mark.start : mark.end])
                continue
            right = {
                "found": True,
                "exact words": (hit.start, hit.end) == (mark.start, mark.end),
                "value": (hit.type, hit.value) == (mark.type, mark.value),
                "interval": _interval(hit) == mark.interval,
                "relation": hit.relation == mark.relation,
            }
            for name, is_right in right.items():
                counts[name] += is_right
            if not all(right.values()):
                wrong.append(f"{hit.text!r}: {hit.value} {_interval(hit)}, marked {mark.value}")
    scores = {name: 100 * count / total for name, count in counts.items()}
    low = {name: score for name, score in scores.items() if score < _FLOORS[name]}
    assert not low, f"{low}; wrong: {wrong}"


def test_hardly_anything_is_found_that_is_no_time() -> None:
    false_alarms = [
        f"{x.text!r} ({x.rule})"
        for document, found in _all()
        for x in found
        if not any(x.start < mark.end and mark.start < x.end for mark in document.marks)
    ]
    assert not false_alarms


@pytest.mark.parametrize("genre", _GENRES)
def test_every_genre_is_read(genre: str) -> None:
    assert documents(genre)

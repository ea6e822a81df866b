"""read: the dated mentions or the time expressions of a document, printed; nothing is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import click

from ingest import reading
from ingest.cli.options import GENRE, PUBLISHED
from ingest.cli.progress import printable
from ingest.model import Genre, Mention, Published
from ingest.reading import TimeExpression, explain


@click.command(short_help="Print what a document says happened, and when; write nothing.")
@click.argument("file", metavar="FILE|-")
@PUBLISHED
@GENRE
@click.option("--jsonl", is_flag=True, help="One JSON object a mention or expression and line.")
@click.option("--expressions", is_flag=True, help="Every time expression instead of mentions.")
@click.option("--explain", "explained", is_flag=True, help="Name the rule and anchor of each date.")
def read(
    file: str,
    published: Published,
    genre: Genre | None,
    *,
    jsonl: bool,
    expressions: bool,
    explained: bool,
) -> None:
    """Print what a document says happened, and when; write nothing. "-" reads standard input.

    \b
    Examples:
      dateline read op-ed.txt --published 2025-01-22 --genre opinion
      dateline read story.html --jsonl
      pbpaste | dateline read - --published 2024-06-25 --expressions --explain
    """
    data = sys.stdin.buffer.read() if file == "-" else None
    wanted = reading.Wanted(published, genre)
    if expressions or explained:
        lines = _expression_lines(file, data, wanted, jsonl=jsonl, explained=explained)
    else:
        lines = _mention_lines(file, data, wanted, jsonl=jsonl)
    for line in lines:
        click.echo(line)


def _expression_lines(
    file: str, data: bytes | None, wanted: reading.Wanted, *, jsonl: bool, explained: bool
) -> Iterator[str]:
    for _, found in reading.expressions(file, data, wanted):
        for expression in found:
            if jsonl:
                yield json.dumps(
                    _expression_object(expression, explained=explained), ensure_ascii=False
                )
            elif explained:
                yield printable(explain(expression))
            else:
                value = expression.edtf or expression.value or "unresolved"
                yield printable(f"{expression.start:>7}  {value:<24} {expression.text}")


def _expression_object(expression: TimeExpression, *, explained: bool) -> dict[str, Any]:
    names = [
        "start", "end", "text", "type", "value", "edtf", "date_start", "date_end", "precision",
        "relation", "basis",
    ]  # fmt: skip
    names += ["mod", "rule", "anchor"] if explained else []
    return {name: _plain(getattr(expression, name)) for name in names}


def _mention_lines(
    file: str, data: bytes | None, wanted: reading.Wanted, *, jsonl: bool
) -> Iterator[str]:
    for found in reading.mentions(file, data, wanted):
        for mention in found.extraction.mentions:
            if jsonl:
                yield json.dumps(_mention_object(mention), ensure_ascii=False)
            else:
                quote = " ".join(mention.quote.split())
                who = f"  [{mention.speaker}: {mention.modality}]" if mention.speaker else ""
                yield printable(f"{mention.when.edtf or 'undated':<24} {quote}{who}")
        for words in found.extraction.unresolved:
            click.echo(
                printable(f"unresolved: {words!r} needs a publication date; say --published"),
                err=True,
            )


def _mention_object(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "title": mention.title,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "date_text": mention.date_text,
        "edtf": mention.when.edtf,
        "date_start": _plain(mention.when.start),
        "date_end": _plain(mention.when.end),
        "precision": mention.when.precision,
        "relation": mention.relation,
        "basis": mention.basis,
        "speaker": mention.speaker,
        "cue": mention.cue,
        "modality": mention.modality,
        "entities": [
            {"name": e.name, "kind": e.kind, "role": e.role, "country": e.country}
            for e in mention.entities
        ],
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value

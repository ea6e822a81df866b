"""explain: why an event is one event, and how each of its dates was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from ingest import pipeline
from ingest.cli.progress import counted, printable
from ingest.cli.session import Session, session
from ingest.pipeline import Explanation


@click.command()
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
@session
def explain(current: Session, slug: str, *, as_json: bool) -> None:
    """Tell why the event SLUG (the end of its address) is one event, and how its dates were read.

    \b
    Example:
      dateline explain 2024-06-25-belousov-called-austin-k3f9x2
    """
    home, _ = current
    found = pipeline.explain(home, slug)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
        return
    for line in _lines(found):
        click.echo(printable(line))


def _lines(found: Explanation) -> Iterator[str]:
    event = found.event
    yield f"{event['title']}"
    yield f"  {event['edtf'] or 'undated'} ({event['precision']}, {event['basis']}); {event['slug']}"
    yield (
        f"  {counted(event['publisher_count'], 'publisher')}, {counted(event['origin_count'], 'origin')},"
        f" significance {event['significance']}"
    )
    for mention in found.mentions:
        yield f"- {mention['publisher']}, {mention['reported_at'] or 'undated'}: {mention['quote']}"
        read = (
            f"{mention['date_text']!r} read by {mention['rule']}"
            if mention["date_text"]
            else ("no date in the words: the day of publication")
        )
        taken_back = f"; withdrawn {mention['withdrawn_at']}" if mention["withdrawn_at"] else ""
        yield f"    {mention['edtf'] or 'undated'}: {read}{taken_back}"
    for reason in found.reasons:
        yield f"  because: {reason}"
    for relation, other, reason in found.links:
        yield f"  {relation.replace('_', ' ')} {other}: {reason}"

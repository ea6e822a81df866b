"""explain: why an event is one event, and how each of its dates was read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

import click

from ingest import pipeline
from ingest.cli.progress import counted, printable
from ingest.cli.session import Session, session
from ingest.pipeline import Explanation

#: Of each sort of reason, and of the mentions, so many are told without --all: a screen in all.
_REASONS: Final = 5
_MENTIONS: Final = 8
#: Sorts of reason by the words that only theirs have; the others (of curation, say) are told one by one.
_SORTS: Final = {
    " has the same words; ": "by the same words",
    "; in common: ": "by words in common",
}


@click.command(short_help="Tell why an event is one event, and how its dates were read.")
@click.argument("slug")
@click.option("--all", "everything", is_flag=True, help="Every reason and mention, however many.")
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
@session
def explain(current: Session, slug: str, *, everything: bool, as_json: bool) -> None:
    """Tell why the event SLUG (the end of its address) is one event, and how its dates were read.

    Of an event of many mentions the first reasons and mentions are told, and how many more there are.

    \b
    Examples:
      dateline explain 2024-06-25-belousov-called-austin-k3f9x2
      dateline explain 2024-06-25-belousov-called-austin-k3f9x2 --all | less
    """
    home, _ = current
    found = pipeline.explain(home, slug)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
        return
    for line in _lines(found, everything=everything):
        click.echo(printable(line))


def _lines(found: Explanation, *, everything: bool) -> Iterator[str]:
    yield from _summary(found.event)
    if everything:
        yield from (f"  because: {reason}" for reason in found.reasons)
    else:
        yield from _reasons(found.reasons)
    for relation, other, reason in found.links:
        yield f"  {relation.replace('_', ' ')} {other}: {reason}"
    most = len(found.mentions) if everything else _MENTIONS
    for mention in found.mentions[:most]:
        yield from _mention(mention)
    if len(found.mentions) > most:
        yield f"and {counted(len(found.mentions) - most, 'more mention')}; --all tells everything"


def _summary(event: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the event is, when, and by whom it is reported."""
    yield f"{event['title']}"
    yield f"  {event['edtf'] or 'undated'} ({event['precision']}, {event['basis']}); {event['slug']}"
    first, last = (str(event[f"{name}_reported_at"] or "")[:10] for name in ("first", "last"))
    reported = f", reported {first}" if first == last else f", reported {first} to {last}"
    yield (
        f"  {counted(event['mention_count'], 'mention')} by"
        f" {counted(event['publisher_count'], 'publisher')} of"
        f" {counted(event['origin_count'], 'origin')}{reported if first else ''};"
        f" score of significance {event['significance']}"
    )


def _reasons(reasons: tuple[str, ...]) -> Iterator[str]:
    """Yield the first distinct reasons of each sort, then how many more of it there are."""
    sorts: dict[str, list[str]] = {}
    for reason in reasons:
        sort = next((told for mark, told in _SORTS.items() if mark in reason), "")
        sorts.setdefault(sort, []).append(reason)
    for sort, alike in sorts.items():
        distinct = list(dict.fromkeys(alike))
        shown = distinct[:_REASONS] if sort else distinct
        yield from (f"  because: {reason}" for reason in shown)
        if len(alike) > len(shown):
            yield f"           and {len(alike) - len(shown):,} more {sort}".rstrip()


def _mention(mention: Mapping[str, object]) -> Iterator[str]:
    """Yield a mention's words, and how its date was read."""
    yield f"- {mention['publisher']}, {mention['reported_at'] or 'undated'}: {_one_line(mention['quote'])}"
    read = (
        f"{_one_line(mention['date_text'])!r} read by {mention['rule']}"
        if mention["date_text"]
        else "no date in the words: the day of publication"
    )
    taken_back = f"; withdrawn {mention['withdrawn_at']}" if mention["withdrawn_at"] else ""
    yield f"    {mention['edtf'] or 'undated'}: {read}{taken_back}"


def _one_line(text: object) -> str:
    return " ".join(str(text).split())

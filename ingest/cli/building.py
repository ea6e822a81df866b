"""init, add, run, rebuild: make a site directory, say what to read, and build the timeline."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Any, Final

import click

from ingest import adding, home, pipeline
from ingest.cli.options import GENRE, PUBLISHED
from ingest.cli.progress import Progress, counted, describe, printable
from ingest.cli.session import Session, session
from ingest.pipeline import Options, Summary

#: So many articles are named whose dates are not resolved.
_NAMED: Final = 3
_JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    help=f"Worker processes. Default: one per processor but one, at most {pipeline.MOST_JOBS};"
    " a long run adds one as long as all else waits for them.",
)
_JSON = click.option(
    "--json", "as_json", is_flag=True, help="Print the summary as one JSON object."
)


@click.command(short_help="Make DIRECTORY a site directory, ready to edit.")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
def init(directory: Path) -> None:
    """Make DIRECTORY a site directory: sources.yml and metadata.yml, ready to edit.

    \b
    Example:
      dateline init my-archive
    """
    written = home.initialise(directory)
    for path in written:
        click.echo(str(path))
    if not written:
        click.echo(f"{directory} is a site directory already; nothing was changed", err=True)
    click.echo(f"Next: dateline --home {shlex.quote(str(directory))} add URL-or-FILE", err=True)


@click.command(short_help="Subscribe feeds; add pages, documents, folders and OPML lists.")
@click.argument("locations", nargs=-1, required=True, metavar="URL-or-FILE...")
@PUBLISHED
@click.option("--publisher", help="Who publishes it, if it does not say or says it badly.")
@GENRE
@click.option("--as", "kind", type=click.Choice(["feed", "page"]), help="Do not look for yourself.")
@click.option(
    "--allow-address",
    metavar="HOST:PORT",
    help="Admit exactly this address although it is not public (an intranet feed).",
)
@session
def add(current: Session, /, locations: tuple[str, ...], **said: Any) -> None:
    """Subscribe feeds, or add pages, documents, folders and OPML lists; read them at once.

    A web page that names a feed stands for that feed; --as page takes the page itself.

    \b
    Examples:
      dateline add https://example.org/            (finds the page's feed)
      dateline add subscriptions.opml
      dateline add op-ed.txt --published 2025-01-22 --publisher "Example Post" --genre opinion
    """
    site, interrupts = current
    with Progress().shown() as report:
        added = adding.add(site, locations, adding.Wanted(**said), interrupts, report)
    for line in added.lines:
        click.echo(printable(line), err=True)
    if added.summary.gathered.outcomes or not added.failed:
        _tell(added.summary)
    sys.exit(1 if added.failed or _failures(added.summary) else 0)


@click.command()
@click.option("--force", is_flag=True, help="Read also what is not due (Retry-After is kept to).")
@click.option("--offline", is_flag=True, help="Read only local files.")
@click.option("--strict", is_flag=True, help="Exit with 1 if any source failed.")
@_JOBS
@_JSON
@session
def run(
    current: Session, *, force: bool, offline: bool, strict: bool, jobs: int | None, as_json: bool
) -> None:
    """Read what is due and bring the timeline up to date.

    A source that fails is listed and stored, and never stops the others. A run that was stopped or killed
    is completed by the next.

    \b
    Examples:
      dateline run
      dateline run --offline --json
    """
    site, interrupts = current
    with Progress(quiet=as_json).shown() as report:
        summary = pipeline.run(
            site, Options(force=force, offline=offline, jobs=jobs), interrupts, report
        )
    _tell(summary, as_json=as_json)
    sys.exit(1 if strict and _failures(summary) else 0)


@click.command(short_help="Derive timeline.db anew from the archive, offline.")
@_JOBS
@_JSON
@session
def rebuild(current: Session, *, jobs: int | None, as_json: bool) -> None:
    """Derive timeline.db anew from the archive, offline; the old one serves until the new one is whole.

    \b
    Example:
      dateline rebuild
    """
    site, interrupts = current
    with Progress(quiet=as_json).shown() as report:
        summary = pipeline.rebuild(site, Options(jobs=jobs), interrupts, report)
    _tell(summary, as_json=as_json)


def _failures(summary: Summary) -> list[str]:
    """Return one line for each source that failed."""
    return [describe(o) for o in summary.gathered.outcomes if o.error] + [
        printable(f"failed     {error}") for error in summary.followed.failures
    ]


def _tell(summary: Summary, *, as_json: bool = False) -> None:
    """Print what a run brought: one JSON object on stdout, or a few lines on stderr."""
    results = [outcome.result for outcome in summary.gathered.outcomes]
    kept = [outcome.kept for outcome in summary.gathered.outcomes if outcome.kept]
    facts = {
        "sources": len(results),
        "read": results.count("read"),
        "unchanged": results.count("unchanged"),
        "not_due": results.count("not due"),
        "failed": results.count("failed"),
        "new_articles": sum(one.new for one in kept),
        "changed_articles": sum(one.changed for one in kept),
        "new_events": summary.followed.new_events,
        "unresolved_dates": summary.followed.unresolved,
        "events": summary.counts.get("events", 0),
        "mentions": summary.counts.get("mentions", 0),
        "articles": summary.counts.get("articles", 0),
    }
    if as_json:
        click.echo(json.dumps({**facts, "failures": _failures(summary)}, ensure_ascii=False))
        return
    if not (facts["sources"] or facts["articles"]):
        click.echo("no source is listed yet; dateline add URL-or-FILE adds one", err=True)
    _tell_counts(facts)
    _tell_undated(facts["unresolved_dates"], summary.followed.undated)
    if summary.followed.has_old_rules:
        click.echo(
            "part of the timeline was made by rules of another version: dateline rebuild", err=True
        )
    for problem in pipeline.plugin_problems():
        click.echo(printable(f"plug-in left out: {problem}"), err=True)
    for act in summary.followed.unused_acts:
        click.echo(f"curation.yml, line {act.line}: no event has this slug", err=True)
    for line in _failures(summary):
        click.echo(line, err=True)


def _tell_counts(facts: dict[str, int]) -> None:
    """Print what was read, what is new, and how many dates are not resolved."""
    if facts["sources"]:
        click.echo(
            f"{counted(facts['sources'], 'source')}: "
            "{read:,} read, {unchanged:,} unchanged, {not_due:,} not due, {failed:,} failed".format(
                **facts
            ),
            err=True,
        )
    if facts["not_due"]:
        click.echo(
            "not due: read a short while ago, or their server wants a pause; "
            "when each is asked again: dateline status",
            err=True,
        )
    click.echo(
        f"{counted(facts['new_articles'], 'new article')}, {facts['changed_articles']:,} changed, "
        f"{counted(facts['new_events'], 'new event')}; the timeline holds "
        f"{counted(facts['events'], 'event')} from {counted(facts['articles'], 'article')}",
        err=True,
    )


def _tell_undated(dates: int, titles: list[str]) -> None:
    """Print how many dates need a publication date, and in which articles."""
    if not dates:
        return
    named = ", ".join(f"“{title}”" for title in titles[:_NAMED])
    others = f" and {len(titles) - _NAMED:,} more" if len(titles) > _NAMED else ""
    needs = f"{counted(dates, 'date')} need{'s' if dates == 1 else ''} a publication date"
    click.echo(printable(f"{needs}, in {named}{others}: say `published` in sources.yml"), err=True)

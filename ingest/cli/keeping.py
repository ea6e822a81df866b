"""status, verify, backup: how the archive is doing, whether it is sound, and a copy of it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from ingest import pipeline
from ingest.cli.progress import counted, printable
from ingest.cli.session import Session, session
from ingest.pipeline import SourceStatus


@click.command(short_help="Show how each source is doing and when it will next be asked.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a source and line.")
@session
def status(current: Session, *, as_json: bool) -> None:
    """Show how each source is doing and when it will next be asked, and why then.

    \b
    Examples:
      dateline status
      dateline status --json | jq 'select(.state == "failing")'
    """
    home, _ = current
    sources = pipeline.status(home)
    if not sources:
        click.echo("no sources were read yet; dateline add URL-or-FILE adds one", err=True)
    for source in sources:
        if as_json:
            click.echo(json.dumps(asdict(source), ensure_ascii=False))
        else:
            click.echo(printable(_told(source, datetime.now(UTC))))


def _told(source: SourceStatus, now: datetime) -> str:
    articles = counted(source.articles, "article")
    lines = [f"{source.state:<8} {source.title}  ({source.name})", f"         {articles}"]
    if source.last_success_at:
        lines[1] += f"; last read {_when(source.last_success_at)}"
    if source.state not in {"gone", "removed"}:
        due = source.next_due_at
        is_due = not due or datetime.fromisoformat(due) <= now
        lines.append(
            f"         next: {'at the next run' if is_due else _when(due or '')}; {source.reason}"
        )
    if source.last_error:
        lines.append(f"         {source.failures} failed since: {source.last_error}")
    return "\n".join(lines)


def _when(instant: str) -> str:
    return datetime.fromisoformat(instant).strftime("%Y-%m-%d %H:%M UTC")


@click.command(short_help="Check the files, their keys, the index and every quote.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object: {sound, problems}.")
@session
def verify(current: Session, *, as_json: bool) -> None:
    """Check the files, their keys, the search index, and that every quote stands at its place.

    Exits with 1 where something is wrong; `dateline rebuild` mends timeline.db from the archive.

    \b
    Example:
      dateline verify
    """
    home, _ = current
    problems = pipeline.verify(home)
    if as_json:
        click.echo(json.dumps({"sound": not problems, "problems": problems}, ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(printable(problem))
        click.echo(
            "sound: every quote, offset and key was checked"
            if not problems
            else f"{len(problems)} problems; `dateline rebuild` derives timeline.db anew",
            err=True,
        )
    sys.exit(1 if problems else 0)


@click.command(short_help="Copy the archive and the timeline into the new folder TARGET.")
@click.argument("target", type=click.Path(path_type=Path))
@session
def backup(current: Session, target: Path) -> None:
    """Copy the archive and the timeline, consistent, into the new folder TARGET.

    It may run while others read and while `dateline run` writes. The copy is a site directory itself:
    to restore it, use it, or copy its files back.

    \b
    Example:
      dateline backup ../backup-of-today
    """
    home, interrupts = current
    with interrupts.undisturbed():
        for path in pipeline.backup(home, target):
            click.echo(str(path))

"""serve: Datasette with the timeline, on this machine only."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from ingest import serving
from ingest.cli.progress import Progress
from ingest.cli.session import Session, session


@click.command()
@click.option(
    "--port",
    default=8001,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="0 takes a free one.",
)
@click.option(
    "--update-every",
    type=click.IntRange(min=1),
    metavar="MINUTES",
    help="Read what is due every so many minutes while serving.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the timeline in a browser.")
@session
def serve(current: Session, port: int, update_every: int | None, *, open_browser: bool) -> None:
    """Serve the timeline on 127.0.0.1 until Ctrl-C.

    \b
    Examples:
      dateline serve
      dateline serve --port 8080 --update-every 60
    """
    home, interrupts = current
    server = serving.start(home, port)
    click.echo(f"The timeline:  {server.url}", err=True)
    click.echo(f"The data, SQL: {server.url}timeline", err=True)
    command = _own_name()
    click.echo(
        f"Next:          {command} add URL-or-FILE, then {command} run. Ctrl-C stops.", err=True
    )
    if open_browser:
        click.launch(server.url)
    progress = Progress()
    serving.keep_up(server, home, interrupts, progress.report, update_every)


def _own_name() -> str:
    """Return what to type for this command: "dateline" where the shell finds it, else the path of its script."""
    script = Path(sys.executable).with_name("dateline")
    if shutil.which("dateline") or not script.exists():
        return "dateline"
    inside = script.is_relative_to(Path.cwd())
    return shlex.quote(str(script.relative_to(Path.cwd()) if inside else script))

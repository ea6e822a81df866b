"""The group of commands, and what happens to an error that reaches the top."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from ingest.errors import ConfigError, DatelineError
from ingest.home import Home
from ingest.interrupts import Interrupted, Interrupts

#: Exit statuses; documented in docs/command-line.md.
FAILED = 1
MISUSED = 2
#: New objects before cycles among them are looked for: an import makes millions of values that reference
#: counts free, and Python's default of 700 costs it a seventh of its time.
_COLLECT_EVERY = 50_000


#: The module of each command, loaded when the command is called for: none waits for what others need.
_COMMANDS: Final = {
    "add": "building", "backup": "keeping", "explain": "explaining", "export": "exporting", "init": "building",
    "read": "reading", "rebuild": "building", "run": "building", "serve": "serving", "status": "keeping",
    "verify": "keeping",
}  # fmt: skip


class _Command(click.Group):
    """Turns what reaches the top into one line and an exit status; a traceback is a bug."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        """Return the names of the commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of this name, None where there is none."""
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"ingest.cli.{module}"), cmd_name)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run as click does; in standalone use only."""
        gc.set_threshold(_COLLECT_EVERY)
        try:
            return super().main(*args, **kwargs)
        except DatelineError as error:
            _say(f"dateline: {error}")
            sys.exit(MISUSED if isinstance(error, ConfigError) else FAILED)
        except Interrupted as stop:
            _say("dateline: stopped; the next run goes on from here")
            sys.exit(stop.status)
        except BrokenPipeError:
            # The reader of our output has gone (`dateline status | head`): not an error.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except OSError as error:
            _say(f"dateline: {error.filename or 'the system'}: {error.strerror or error}")
            sys.exit(FAILED)


def _say(line: str) -> None:
    click.echo("".join(c if c.isprintable() else "�" for c in line), err=True)


@click.group(
    cls=_Command,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: dateline init my-archive; docs/ has the rest.",
)
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    envvar="DATELINE_HOME",
    help="The site directory: sources.yml, metadata.yml, timeline.db, archive/. Default: here.",
)
@click.pass_context
def main(context: click.Context, home: Path) -> None:
    """Turn feeds and documents into a timeline that you can trust, query and cite.

    \b
    Examples:
      dateline init my-archive && cd my-archive
      dateline add https://example.org/feed.xml
      dateline run && dateline serve

    Shell completion: eval "$(_DATELINE_COMPLETE=bash_source dateline)" (or zsh_source, fish_source).
    """
    interrupts = Interrupts()
    context.with_resource(interrupts.listening())
    context.obj = (Home(home), interrupts)

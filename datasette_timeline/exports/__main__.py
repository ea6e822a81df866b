"""`python -m datasette_timeline.exports`: the formats and filters of the site, without a server.

Data go to the file or to standard output, talk to standard error; a mistake is one line that says what
to do.
"""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click
from datasette.utils import MultiParams
from datasette.utils.asgi import BadRequest

from datasette_timeline.exports import FORMATS, datapackage
from datasette_timeline.exports.address import Address
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.whole import (
    ExportError,
    Order,
    Written,
    one_state,
    whole_file,
    write_events,
)
from datasette_timeline.serving.site import Site
from datasette_timeline.views.filters import BASES, KINDS, MODALITIES, PRECISIONS, Filter

_PACKAGE: Final = "datapackage"

#: The options that are filters under the names that addresses use.
_FILTERS: Final = (
    "q", "exact", "publisher", "source", "speaker", "entity", "place", "country", "precision", "basis",
    "kind", "modality", "min_publishers",
)  # fmt: skip

#: Where nobody has said which site the archive is published at.
_NO_SITE: Final = "http://localhost:8001"

#: The variable in which a command that runs this one says how its user called it, for usage and errors.
_CALLED_AS: Final = "DATELINE_EXPORT_CALLED_AS"

_HELP: Final = """Write the events of a timeline.db to a file, oldest first.

Without filters it writes them all. Formats:

\b
{formats}
  datapackage      every table as CSV with its schema (Frictionless), into a folder

\b
Examples:
  ... --format csv --output events.csv
  ... --format ics --from 2024-06 --to 2024-08 --output summer.ics
  ... --format jsonl -q 'bridge -rumour' | jq .title
  ... --format datapackage --output package/
"""


def _help() -> str:
    lines = [f"  {key:<16} {form.name}, {form.purpose}" for key, form in FORMATS.items()]
    return _HELP.format(formats="\n".join(lines))


@click.command(help=_help(), context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    default=Path("timeline.db"),
    show_default=True,
    help="The archive to read; it is only read, and may be in use.",
)
@click.option(
    "--format",
    "extension",
    type=click.Choice([*FORMATS, _PACKAGE]),
    required=True,
    help="See above.",
    metavar="FORMAT",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="File or folder to write to. Without it, standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option("-q", "--search", "q", default="", help='Words, "phrases", begin*, -without, a OR b.')
@click.option("--from", "since", default="", metavar="DATE", help="2024, 2024-06 or 2024-06-25.")
@click.option("--to", "until", default="", metavar="DATE", help="Inclusive.")
@click.option("--exact", is_flag=True, help="Only dates that lie wholly between --from and --to.")
@click.option("--publisher", default="", metavar="NAME")
@click.option("--source", default="", metavar="TITLE")
@click.option("--speaker", default="", metavar="NAME", help="Who says so.")
@click.option("--entity", default="", metavar="NAME", help="A person or organisation it is about.")
@click.option("--place", default="", metavar="NAME")
@click.option("--country", default="", metavar="CODE", help="ISO 3166: GB, IN, ...")
@click.option("--precision", type=click.Choice(PRECISIONS), default=None, metavar="NAME")
@click.option("--basis", type=click.Choice(BASES), default=None)
@click.option("--kind", type=click.Choice(KINDS), default=None)
@click.option("--modality", type=click.Choice(MODALITIES), default=None, metavar="NAME")
@click.option("--min-publishers", type=click.IntRange(min=1), default=None, metavar="N")
@click.option("--vague", is_flag=True, help="In a calendar, spans for dates vaguer than a day too.")
@click.option(
    "--site-url",
    default=_NO_SITE,
    show_default=True,
    help="Where the site is, for links back to it.",
)
@click.option("--title", default="", help="What feeds call it; without it, the file's name.")
def main(db: Path, extension: str, output: Path | None, force: bool, **options: Any) -> None:
    """Parse, write, say how much; exit with 1 and one line where it cannot be done."""
    try:
        if extension == _PACKAGE:
            _write_package(db, output, force=force, options=options)
        else:
            form = FORMATS[extension]
            _write_events(db, form, _target(output, form, force=force), options)
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:
        # Whoever read our output has enough; what is left in the buffer has no reader.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _target(output: Path | None, form: Format, *, force: bool) -> Path | None:
    """Return the file to write; in a folder it is called events. None: standard output."""
    if output is not None and output.is_dir():
        output = output / f"events.{form.extension}"
    if output is not None and output.exists() and not force:
        raise ExportError(f"{output}: exists already; --force overwrites it")
    return output


def _write_events(db: Path, form: Format, output: Path | None, options: dict[str, Any]) -> None:
    view = _filter(options)
    if message := form.missing():
        raise ExportError(message)
    if output is None and form.extension == "parquet" and sys.stdout.isatty():
        raise ExportError("Parquet is not text: give a file with --output")
    order = Order(view, form, _address(db, options), bool(options["vague"]))
    with one_state(db) as connection:
        if output is None:
            written = write_events(connection, sys.stdout.buffer, order)
            sys.stdout.buffer.flush()
        else:
            with whole_file(output) as sink:
                written = write_events(connection, sink, order)
    click.echo(_told(written, form, output), err=True)


def _told(written: Written, form: Format, output: Path | None) -> str:
    noun = "event" if written.events == 1 else "events"
    text = f"{written.events:,} {noun} written" + (f" to {output}" if output else "")
    if written.is_limited:
        text += (
            f"; {form.name} takes no more than {form.limit:,}: choose a shorter period for the rest"
        )
    return text


def _write_package(db: Path, folder: Path | None, *, force: bool, options: dict[str, Any]) -> None:
    if _filter(options).query_string():
        raise ExportError("a data package is of the whole archive: leave the filters out")
    if folder is None:
        raise ExportError("a data package is a folder: name one with --output")
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder}: is a file; name a folder")
    if folder.exists() and any(folder.iterdir()) and not force:
        raise ExportError(f"{folder}: is not empty; --force overwrites the package in it")
    title = _address(db, options).site.title
    name = re.sub(r"[^a-z0-9._-]+", "-", title.lower()).strip("-") or "timeline"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with one_state(db) as connection:
            path = datapackage.write(
                connection, folder, name=name, title=title, now=datetime.now(UTC)
            )
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written ({error.strerror})") from error
    click.echo(f"data package written: {path}", err=True)


def _filter(options: dict[str, Any]) -> Filter:
    """Return the filter that the options name, as an address of the site would."""
    named = {"from": options["since"], "to": options["until"]} | {
        name: options[name] for name in _FILTERS
    }
    values = {
        name: ["1" if value is True else str(value)] for name, value in named.items() if value
    }
    try:
        return Filter.from_args(MultiParams(values))
    except BadRequest as error:
        raise ExportError(str(error)) from error


def _address(db: Path, options: dict[str, Any]) -> Address:
    url = str(options["site_url"]).rstrip("/")
    if not re.match(r"https?://[^/\s]", url):
        raise ExportError(f"--site-url {url}: begins with http:// or https://")
    return Address(Site(title=options["title"] or db.stem, database=db.stem), url)


if __name__ == "__main__":
    main(prog_name=os.environ.get(_CALLED_AS, "python -m datasette_timeline.exports"))

"""export: events in every format, written by the package that shows them."""

from __future__ import annotations

import sys

import click

from ingest import exporting
from ingest.cli.session import Session, session


@click.command(
    short_help="Write events to a file, in any format that the pages offer.",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    help="csv excel.csv jsonl parquet atom json ics geojson timelinejs.json jsonld csl.json ris bib "
    "datapackage",
)
@click.option("-o", "--output", metavar="PATH", help="File or folder. Default: standard output.")
@click.option("--all-options", is_flag=True, help="Show the filters and every format in full.")
@click.argument("filters", nargs=-1, type=click.UNPROCESSED, metavar="[FILTERS]...")
@session
def export(
    current: Session,
    form: str | None,
    output: str | None,
    *,
    all_options: bool,
    filters: tuple[str, ...],
) -> None:
    """Write events to a file, oldest first, in any format that the pages offer.

    Filters: -q WORDS, --from DATE, --to DATE, --exact, --publisher NAME, --source TITLE, --speaker NAME,
    --entity NAME, --place NAME, --precision NAME, --basis NAME, --kind NAME, --min-publishers N.

    \b
    Examples:
      dateline export --format csv -o events.csv
      dateline export --format ics --from 2024-06 --to 2024-08 -o summer.ics
      dateline export --format datapackage -o package/
    """
    home, _ = current
    if all_options:
        sys.exit(exporting.export(home, ["--help"]))
    if not form:
        raise click.UsageError("say which format, for example --format csv")
    chosen = ["--format", form, *(["--output", output] if output else []), *filters]
    sys.exit(exporting.export(home, chosen))

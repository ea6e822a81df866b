"""Options that several commands share."""

from __future__ import annotations

from datetime import date, datetime

import click

from ingest.model import Published


class PublishedType(click.ParamType[Published]):
    """A publication date on the command line: a day, or an instant in ISO 8601."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Published:
        """Return a date for YYYY-MM-DD and a datetime for more; anything else is a usage error."""
        text = str(value)
        try:
            return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        except ValueError:
            self.fail(f"{text!r} is not a date; write it as 2025-01-22", param, ctx)


PUBLISHED = click.option(
    "--published",
    type=PublishedType(),
    help="When it was published, if it does not say: 2025-01-22.",
)
GENRE = click.option("--genre", type=click.Choice(["report", "opinion"]), help="Default: report.")

"""What every command needs from the group: the site directory, and who listens for Ctrl-C."""

from __future__ import annotations

import click

from ingest.home import Home
from ingest.interrupts import Interrupts

#: Passes `(home, interrupts)` to a command as its first argument.
Session = tuple[Home, Interrupts]
session = click.pass_obj

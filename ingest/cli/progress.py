"""Progress on stderr: a bar with counts and the time left on a terminal, plain lines otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from ingest.pipeline import Outcome, Report

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_STAGE_NAMES: Final = {"read": "Reading sources", "publish": "Updating timeline"}
#: Without a terminal, how often a long stage says where it is.
_SECONDS_BETWEEN_LINES: Final = 10.0
#: The time left is told once so much of the stage is done and so long measured: workers start up first.
_DONE_TO_ESTIMATE: Final = 1 / 20
_SECONDS_TO_ESTIMATE: Final = 5.0


class Progress:
    """Shows the stages of a run; `report` is what the pipeline calls."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Show nothing at all where `quiet`."""
        self._quiet = quiet
        self._is_terminal = sys.stderr.isatty() and not quiet
        self._bar: ProgressBar[int] | None = None
        self._stage = ""
        self._total: int | None = None
        self._done = 0
        self._told_at = self._began_at = time.monotonic()
        #: Sources that failed, where a summary will name them: once, at the end. None: there is none to come.
        self._failed: list[Outcome] | None = None

    @property
    def report(self) -> Report:
        """Return the callbacks for the pipeline."""
        return Report(stage=self._begin, advance=self._advance, source=self._source)

    @contextmanager
    def shown(self) -> Iterator[Report]:
        """Show progress during the block; the bar is gone after it, however it ends.

        Sources that fail are left to the summary after the block; where an exception ends it, there is none,
        and they are told here.
        """
        self._failed = []
        try:
            yield self.report
        except BaseException:
            self._end()
            failed, self._failed = self._failed, None
            for outcome in failed:
                self._tell(outcome)
            raise
        finally:
            self._end()

    def _begin(self, stage: str, total: int | None) -> None:
        self._end()
        self._stage, self._total, self._done = _STAGE_NAMES.get(stage, stage), total, 0
        self._began_at = time.monotonic()
        if self._is_terminal and total:
            self._bar = click.progressbar(
                length=total, label=self._stage, file=sys.stderr, show_pos=True, show_eta=False
            )
            self._bar.render_progress()

    def _advance(self, steps: int) -> None:
        self._done += steps
        if self._bar:
            self._bar.show_eta = self._is_measured()
            self._bar.update(steps)
        elif (
            self._total
            and not self._quiet
            and time.monotonic() - self._told_at > _SECONDS_BETWEEN_LINES
        ):
            self._told_at = time.monotonic()
            click.echo(f"{self._stage}: {self._done:,} of {self._total:,}", err=True)

    def _is_measured(self) -> bool:
        """Whether enough of the stage is done to tell how long the rest will take."""
        is_far = self._done >= (self._total or 0) * _DONE_TO_ESTIMATE
        return is_far and time.monotonic() - self._began_at >= _SECONDS_TO_ESTIMATE

    def _source(self, outcome: Outcome) -> None:
        if outcome.error and self._failed is not None:
            self._failed.append(outcome)
        else:
            self._tell(outcome)
        self._advance(1)

    def _tell(self, outcome: Outcome) -> None:
        if not self._quiet and outcome.result != "not due":
            self._line(describe(outcome))

    def _line(self, text: str) -> None:
        if self._bar and self._is_terminal:
            click.echo("\r\x1b[K", nl=False, err=True)
        click.echo(text, err=True)
        if self._bar:
            self._bar.render_progress()

    def _end(self) -> None:
        if self._bar:
            self._bar.render_finish()
            self._bar = None


def describe(outcome: Outcome) -> str:
    """Return one line for what became of a source, free of control characters."""
    name = outcome.name
    if outcome.error:
        text = f"failed     {name}: {outcome.error.message}"
    elif outcome.kept:
        kept = outcome.kept
        articles = counted(kept.articles, "article")
        text = f"read       {name}: {articles}, {kept.new:,} new, {kept.changed:,} changed"
        text += "".join(f"\n           note: {note}" for note in kept.notes)
    else:
        text = f"{outcome.result:<10} {name}"
    return printable(text)


def printable(text: str) -> str:
    """Return text that a terminal shows and does not obey: controls other than newline are replaced."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


def counted(number: int, noun: str) -> str:
    """Return the number with its noun: "1 article", "1,200 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""A date told by its distance, and written out at once: "three days earlier, on 2 May 2020". Pure."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.expression import TimeExpression
from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story

#: What counts from another date, which the words beside it may know better.
_COUNTED: Final = frozenset({"step", "distance", "rangedistance"})


def is_written_out(first: Match, one: TimeExpression, other: TimeExpression, story: Story) -> bool:
    """Whether the date that follows a counted one says which it is, and is another than it was counted to be."""
    return (
        first.rule.kind in _COUNTED
        and other.basis == "explicit"
        and (one.precision == other.precision or _is_of_one_form(one.value, other.value))
        and one.edtf != other.edtf
        and story.cue("apposition", story.folded[one.end : other.start])
    )


def _is_of_one_form(unknown: str, written: str) -> bool:
    """Whether an unresolved value is of the grain of another ("XXXX-XX-XX" and a day)."""
    return unknown.startswith("XXXX") and len(unknown) == len(written)

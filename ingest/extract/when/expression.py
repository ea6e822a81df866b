"""A time expression as `find` returns it: the words, what TIMEX3 calls them, and when that is. Pure."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ingest.dates import Basis, DateRange, Precision, Relation

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(NamedTuple):
    """Words that tell when, how long or how often. `text[start:end]` of the source is `text`.

    `type`, `value` and `mod` follow TIMEX3 (TimeML 1.2.1) and describe these words alone. `edtf`,
    `date_start`, `date_end`, `precision` and `relation` describe the time that is meant, with the
    words around: in "since 2014" the value is 2014 and the interval is open; in "March to May 2023"
    both expressions carry the whole interval.
    """

    start: int
    end: int
    text: str
    type: TimexType
    #: TIMEX3 value; "" where the words cannot be resolved at all.
    value: str
    #: TIMEX3 mod (START, MID, END, APPROX, BEFORE, ...), None where there is none.
    mod: str | None
    #: "" where there is no interval.
    edtf: str
    #: Inclusive; None: open or unknown.
    date_start: date | None
    date_end: date | None
    precision: Precision
    relation: Relation
    basis: Basis
    #: The rule of the language that found it.
    rule: str
    #: What resolved it, in words ("published 2025-01-22"); None where the words alone do.
    anchor: str | None = None
    #: The other readings of an ambiguous numeric date.
    alternatives: tuple[DateRange, ...] = ()
    #: Where the words begin that give the interval, if before `start`: "two days after the 3 May explosion".
    counted_from: int | None = None

    @property
    def when(self) -> DateRange:
        """The interval, its precision and its EDTF text, as one value."""
        return DateRange(self.date_start, self.date_end, self.precision, self.edtf)


def explain(expression: TimeExpression) -> str:
    """Return one line that says how the date was found: words, value, interval, rule, anchor."""
    parts = [
        f'"{" ".join(expression.text.split())}"',
        expression.type,
        expression.value or "unresolved",
    ]
    if expression.mod:
        parts.append(f"mod {expression.mod}")
    if expression.edtf:
        parts.append(f"= {expression.relation} {expression.edtf} ({expression.precision})")
    parts.append(f"rule {expression.rule}, {expression.basis}")
    if expression.anchor:
        parts.append(f"from {expression.anchor}")
    if expression.alternatives:
        parts.append("or " + " or ".join(other.edtf for other in expression.alternatives))
    return " | ".join(parts)

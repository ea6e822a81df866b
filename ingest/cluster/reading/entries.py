"""Entries: what one newsroom tells in the same words but for names and figures, each a happening of its own. Pure.

A feed of earthquakes, results, warnings or court rolls fills in one form again and again. What fills it in
tells two entries apart, however many words they share; a figure that counts people does not, because a
toll rises from one report of a happening to the next.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from ingest.cluster.reading.forms import CALENDAR, Form, number_of

#: What stands for a name and for a number in the form; no stem is either.
_NAME: Final = "*"
_FIGURE: Final = "0"
#: Words that stay the same for each name: headlines in capitals are no form.
_WORDS_A_NAME: Final = 3
#: 32 bits, as of any series.
_HASH_BYTES: Final = 4


class Filled(NamedTuple):
    """A form and what fills it in."""

    #: The stems, with signs for names and numbers.
    form: str
    #: A hash of the names and figures, 32 bits.
    fillings: int


#: A series and which part of it, as hashes of 32 bits; empty: a part of none.
Part = tuple[int, int] | tuple[()]


def entry_of(publisher: str, filled: Filled | None) -> Part:
    """Return which form of a newsroom's is filled in, and with what; empty where none is."""
    if filled is None:
        return ()
    said = f"{publisher}\n{filled.form}".encode("utf-8", "replace")
    series = int.from_bytes(blake2b(said, digest_size=_HASH_BYTES).digest(), "big")
    return series, filled.fillings


def filled_form(
    forms: Sequence[Form], capitals: Sequence[bool], fillings: Collection[int]
) -> Filled | None:
    """Return the form that words fill in, None where they fill in nothing.

    `capitals` tells of each word whether it has one within a sentence, `fillings` are the places of the
    numbers that neither belong to a date nor count people.
    """
    if not fillings and not any(capitals):
        return None
    form: list[str] = []
    names: list[str] = []
    figures: list[str] = []
    for place, (word, is_capital) in enumerate(zip(forms, capitals, strict=True)):
        if word.is_number:
            form.append(_FIGURE)
            if place in fillings:
                figures.append(word.stem)
        elif not is_capital or word.stem in CALENDAR:
            form.append(word.stem)
        elif form and form[-1] is _NAME:
            names[-1] += f" {word.stem}"
        else:
            form.append(_NAME)
            names.append(word.stem)
    same = len(form) - len(names) - len(figures)
    filled = [*(names if len(names) * _WORDS_A_NAME <= same else ()), *figures]
    return Filled(" ".join(form), number_of("\n".join(filled))) if filled else None

"""Entries: what one newsroom tells in the same words but for names and figures, each a happening of its own. Pure.

A feed of earthquakes, results, warnings or court rolls fills in one form again and again. What fills it in
tells two entries apart, however many words they share; a figure that counts people does not, because a
toll rises from one report of a happening to the next.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from ingest.cluster.forms import CALENDAR, number_of
from ingest.cluster.wording import Wording

#: What stands for a name and for a number in the form; no stem is either.
_NAME: Final = "*"
_FIGURE: Final = "0"
#: Words that stay the same for each name: headlines in capitals are no form.
_WORDS_A_NAME: Final = 3
#: 32 bits, as of any series.
_HASH_BYTES: Final = 4

#: A series and which part of it, as hashes of 32 bits; empty: a part of none.
Part = tuple[int, int] | tuple[()]


def entry_of(publisher: str, words: Wording) -> Part:
    """Return which form of a newsroom a text fills in, and with what; empty where it fills in nothing."""
    form, names, figures = _taken_apart(words)
    are_names_fillings = len(names) * _WORDS_A_NAME <= len(form) - len(names) - len(figures)
    fillings = [*(names if are_names_fillings else ()), *figures]
    if not fillings:
        return ()
    said = "\n".join((publisher, *form)).encode("utf-8", "replace")
    series = int.from_bytes(blake2b(said, digest_size=_HASH_BYTES).digest(), "big")
    return series, number_of("\n".join(fillings))


def _taken_apart(words: Wording) -> tuple[list[str], list[str], list[str]]:
    """Return a text with signs for its names and numbers, its names, and its figures but dates and tolls."""
    form: list[str] = []
    names: list[str] = []
    figures: list[str] = []
    for place, (each, is_capital) in enumerate(zip(words.forms, words.capitals, strict=True)):
        if each.is_number:
            form.append(_FIGURE)
            if place in words.fillings:
                figures.append(each.stem)
        elif not is_capital or each.stem in CALENDAR:
            form.append(each.stem)
        elif form and form[-1] is _NAME:
            names[-1] += f" {each.stem}"
        else:
            form.append(_NAME)
            names.append(each.stem)
    return form, names, figures

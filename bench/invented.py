"""Words, names and dates for synthetic timelines, the same ones for the same seed.

The words are made of syllables, with a Zipf-like distribution, and one ("minister") stands in half of the quotes.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate

COMMON_WORD = "minister"
_SYLLABLES = (
    "ba cor den fal gri hol jan kel lor mar nus ost pra quil ran sev tor uth vel wis yar zan"
)


class Words:
    """Invented names and sentences, the same for the same seed."""

    def __init__(self, chance: random.Random) -> None:
        syllables = _SYLLABLES.split()
        self.chance = chance
        self.vocabulary = sorted(
            {"".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3)))) for _ in range(9000)}
        )
        chance.shuffle(self.vocabulary)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def sentence(self, length: int, common_word: float = 0) -> str:
        words = self.chance.choices(self.vocabulary, cum_weights=self.weights, k=length)
        if self.chance.random() < common_word:
            words[self.chance.randrange(length)] = COMMON_WORD
        return " ".join(words).capitalize()

    def names(self, count: int, parts: int) -> list[str]:
        rare = self.vocabulary[200:]
        found: dict[str, None] = {}
        while len(found) < count:
            found[" ".join(word.capitalize() for word in self.chance.choices(rare, k=parts))] = None
        return list(found)


def dated(day: date, precision: str) -> tuple[str, str | None, str | None, str, str]:
    """Return edtf, date_start, date_end, precision and relation of a date that begins on `day`."""
    year, month = day.year, day.month
    match precision:
        case "unknown":
            return "", None, None, precision, "on"
        case "open":
            if month % 3:
                return f"{year}/..", f"{year}-01-01", None, precision, "since"
            return f"../{day}", None, str(day), precision, "until"
        case "decade":
            first = year - year % 10
            return f"{first // 10}X", f"{first}-01-01", f"{first + 9}-12-31", precision, "on"
        case "year":
            return str(year), f"{year}-01-01", f"{year}-12-31", precision, "on"
        case "month" | "quarter" | "season":
            length = 1 if precision == "month" else 3
            first_month = month - (month - 1) % length
            first_day = date(year, first_month, 1)
            last = date(year + (first_month + length > 12), (first_month + length - 1) % 12 + 1, 1)
            edtf = f"{year}-{month:02}" if length == 1 else f"{year}-{33 + (month - 1) // 3}"
            return edtf, str(first_day), str(last - timedelta(days=1)), precision, "on"
        case "week":
            monday = day - timedelta(days=day.weekday())
            sunday = monday + timedelta(days=6)
            return f"{monday}/{sunday}", str(monday), str(sunday), precision, "on"
    return str(day), str(day), str(day), precision, "on"

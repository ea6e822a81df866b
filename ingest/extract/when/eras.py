"""Interpreters of years, decades and centuries, and of what lies before Christ."""

from __future__ import annotations

import re

from ingest import dates
from ingest.dates import DateRange
from ingest.extract.when import values
from ingest.extract.when.grammar import Match
from ingest.extract.when.joined import follows
from ingest.extract.when.numbers import ordinal, year_number
from ingest.extract.when.slots import day_number_of, modifier, month_of
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval

#: Two-figure decades up to this one are of the twenty-first century ("the '10s").
_LATEST_DECADE = 20
_YEAR = re.compile(r"[0-9]{4}")
#: The last that the end of a year may be where months are written in figures.
_LAST_MONTH = "12"
#: "The 1800s" are a century; from 2000 on they are a decade.
_FIRST_DECADES = "2000"


def year(match: Match, story: Story) -> Reading | None:
    """Read a year."""
    text = match.slots.get("year") or "'" + match.slots["two"]
    return Reading("DATE", f"{year_number(text, story):04}", modifier(match, story))


def fiscal_code(match: Match, story: Story) -> Reading | None:
    """Read "FY24"."""
    return Reading("DATE", f"{story.meaning('fiscalcode', match.slots['fiscalcode']):04}")


def year_range(match: Match, story: Story) -> Reading | None:
    """Read the first year of "1914-18", "1999-00"; None where the second number is no later year, or may be a month."""
    first, short = match.slots["year4"], match.slots["tail"]
    if story.writes_months and len(short) > 1 and short <= _LAST_MONTH:
        return None
    return Reading("DATE", first) if _is_later(first, short) else None


def _is_later(first: str, short: str) -> bool:
    """Whether the end of a year is that of the next one, or of a later one of the century."""
    return follows(first, short) or (len(short) > 1 and short > first[2:])


def year_tail(match: Match, story: Story) -> Reading | None:
    """Read the second year of "1914-18"."""
    first, short = story.memory.latest, match.slots["tail"]
    if first is None or story.memory.latest_end != match.start - 1:
        return None
    if not _YEAR.fullmatch(first.value) or not _is_later(first.value, short):
        return None
    behind = first.year + 1 if follows(first.value, short) else int(first.value[:2] + short)
    return Reading("DATE", f"{behind:04}")


def decade_tail(match: Match, story: Story) -> Reading | None:
    """Read "70s" in "the 1960s and 70s"."""
    two = match.slots["two"]
    before = story.near_before(match)
    found = story.grammar.cues["decade_before"].search(before)
    century_ = before[found.start() - 2 : found.start()] if found else ""
    return Reading("DATE", f"{century_}{two[0]}") if two[1] == "0" and century_.isdigit() else None


def decade(match: Match, story: Story) -> Reading | None:
    """Read a decade."""
    if ten := match.slots.get("ten"):
        value = ten[:2] if ten < _FIRST_DECADES and ten[2] == "0" else ten[:3]
    elif two := match.slots.get("two"):
        if two[1] != "0":
            return None
        value = f"{'20' if int(two) <= _LATEST_DECADE else '19'}{two[0]}"
    else:
        value = f"19{story.meaning('decade', match.slots['tenword']) // 10}"
    return Reading("DATE", value, modifier(match, story))


def decade_era(match: Match, story: Story) -> Reading | None:
    """Read "the 470s BC"."""
    text = match.slots["era4"].zfill(4)
    if text[-1] != "0":
        return None
    before_christ = story.meaning("era", match.slots["era"]) < 0
    return Reading("DATE", f"{'BC' if before_christ else ''}{text[:3]}", modifier(match, story))


def day_era(match: Match, story: Story) -> Reading | None:
    """Read "15 March 44 BC", "24 August AD 79"."""
    before_christ = story.meaning("era", match.slots["era"]) < 0
    year_, month, day = (
        int(match.slots["era4"]),
        month_of(match, story),
        day_number_of(match, story),
    )
    if not year_:
        return None
    value = f"{values.of_year(1 - year_ if before_christ else year_)}-{month:02}-{day:02}"
    return Reading("DATE", value) if interval(value).edtf else None


def century(match: Match, story: Story) -> Reading | None:
    """Read a century."""
    nth = ordinal(match.slots["nth"], story)
    if not 1 <= nth <= 30:
        return None
    if (era_word := match.slots.get("era")) and story.meaning("era", era_word) < 0:
        return Reading("DATE", f"BC{nth - 1:02}", modifier(match, story))
    within = None
    if words := match.slots.get("centurypart"):
        within = _part_of_century(100 * (nth - 1), *story.meaning("centurypart", words))
    return Reading("DATE", f"{nth - 1:02}", modifier(match, story), within=within)


def _part_of_century(first_year: int, which: int, parts: int) -> DateRange | None:
    """The years of a half, a third or a quarter of a century, which begins with the year 00."""
    start, end = first_year + 100 * which // parts, first_year + 100 * (which + 1) // parts - 1
    return dates.between(dates.year(start), dates.year(end)) if start else None


def turn(match: Match, story: Story) -> Reading | None:
    """Read "the turn of the (20th) century": about its first year."""
    if nth := match.slots.get("nth"):
        return Reading("DATE", f"{100 * (ordinal(nth, story) - 1):04}", "APPROX")
    latest = story.memory.latest
    if story.narrative and latest:
        return Reading(
            "DATE", f"{latest.year // 100 * 100:04}", "APPROX", "context", f"after {latest.value}"
        )
    if story.published is None:
        return Reading("DATE", "", "APPROX", leads=False)
    first = story.published.year // 100 * 100
    return Reading("DATE", f"{first:04}", "APPROX", "relative", story.publication)


def era(match: Match, story: Story) -> Reading | None:
    """Read a year before or after Christ."""
    number = int(match.slots["four"])
    if not number:
        return None
    word = match.slots.get("era") or story.grammar.cues["era_ahead"].search(story.folded, match.end)
    if word is None:
        return None
    before_christ = story.meaning("era", word if isinstance(word, str) else word["era"]) < 0
    return Reading(
        "DATE", values.of_year(1 - number if before_christ else number), modifier(match, story)
    )

"""Interpreters of calendar dates: days, months, seasons, quarters, years, decades, centuries."""

from __future__ import annotations

from datetime import date, timedelta

from ingest.extract.when import values
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import number, ordinal, year_number
from ingest.extract.when.story import Reading, Story

_MONTH_DAYS = 31
_YEAR_DAYS = 12 * _MONTH_DAYS
_SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def modifier(match: Match, story: Story) -> str | None:
    """Return the TIMEX3 mod that "early", "the end of" and their like stand for."""
    if edge := match.slots.get("edge"):
        return str(story.meaning("edge", edge))
    if mod := match.slots.get("mod"):
        return str(story.meaning("mod", mod))
    if approx := match.slots.get("approx"):
        return str(story.meaning("approx", approx)) or None
    return None


def stated_year(match: Match, story: Story) -> tuple[int, bool] | None:
    """Return the year that the match names, and whether it names it outright; None: it names none."""
    slots = match.slots
    if text := slots.get("year"):
        return year_number(text, story), True
    if text := slots.get("two"):
        return year_number("'" + text, story), True
    if step := slots.get("yearstep"):
        base = story.published
        shift = story.meaning("shift", step)
    elif step := slots.get("yearstory"):
        base = story.focus_day
        shift = story.meaning("story", step)
    else:
        return None
    return (base.year + shift, False) if base else None


def day(match: Match, story: Story) -> Reading | None:
    """Read a day of a month, with or without its year, weekday and part of the day."""
    month = story.meaning("month", match.slots["month"])
    number_text = match.slots.get("day") or match.slots["dayth"]
    day_number = ordinal(number_text, story)
    part = match.slots.get("part")
    year = stated_year(match, story)
    basis, anchor = "explicit", None
    if year is None:
        guess = inherited_year(month, day_number, match, story)
        if guess is None:
            value = f"XXXX-{month:02}-{day_number:02}"
            return Reading("DATE", value, modifier(match, story), leads=False)
        chosen, basis, anchor = guess
    else:
        chosen = year[0]
        if not year[1]:
            basis, anchor = "relative", _anchor_words(match, story)
    try:
        value = values.of_day(date(chosen, month, day_number))
    except ValueError:
        return None
    if part:
        return Reading(
            "TIME", f"{value}T{story.meaning('part', part)}", modifier(match, story), basis, anchor
        )  # type: ignore[arg-type]
    return Reading("DATE", value, modifier(match, story), basis, anchor)  # type: ignore[arg-type]


def month(match: Match, story: Story) -> Reading | None:
    """Read a month, with or without its year."""
    number_ = story.meaning("month", match.slots["month"])
    mod = modifier(match, story)
    if stated := stated_year(match, story):
        year, outright = stated
        anchor = None if outright else _anchor_words(match, story)
        basis = "explicit" if outright else "relative"
        return Reading("DATE", values.of_month(year, number_), mod, basis, anchor)  # type: ignore[arg-type]
    if step := match.slots.get("shift"):
        return _stepped_month(number_, story.meaning("shift", step), mod, story)
    if step := match.slots.get("story"):
        if not (day_ := story.focus_day):
            return Reading("DATE", f"XXXX-{number_:02}", mod, leads=False)
        shift = story.meaning("story", step)
        year = day_.year + (
            shift
            if shift < 0 and number_ >= day_.month or shift > 0 and number_ <= day_.month
            else 0
        )
        return Reading(
            "DATE", values.of_month(year, number_), mod, "context", f"after {story.focus}"
        )
    guess = inherited_year(number_, None, match, story)
    if guess is None:
        return Reading("DATE", f"XXXX-{number_:02}", mod, leads=False)
    year, basis_, anchor = guess
    return Reading("DATE", values.of_month(year, number_), mod, basis_, anchor)  # type: ignore[arg-type]


def _stepped_month(month_number: int, shift: int, mod: str | None, story: Story) -> Reading:
    base = story.published
    if base is None:
        return Reading("DATE", f"XXXX-{month_number:02}", mod, "relative", leads=False)
    year = base.year
    if shift < 0 and month_number >= base.month:
        year -= 1
    elif shift > 0 and month_number <= base.month:
        year += 1
    return Reading(
        "DATE", values.of_month(year, month_number), mod, "relative", f"published {base}"
    )


def _anchor_words(match: Match, story: Story) -> str:
    return f"published {story.published}" if "yearstep" in match.slots else f"after {story.focus}"


def inherited_year(
    month_number: int, day_number: int | None, match: Match, story: Story
) -> tuple[int, str, str] | None:
    """Return the year of a year-less date, its basis and its anchor; None where nothing gives it."""
    if ahead := _year_ahead(match, story):
        return ahead, "context", f"the year {ahead} that follows"
    focus = story.focus_day
    if story.narrative or story.published is None:
        if focus is None:
            return None
        return _story_year(month_number, focus, story), "context", f"after {story.focus}"
    year = nearest_year(month_number, day_number, story.direction(match), story.published)
    return year, "relative", f"published {story.published}"


def _year_ahead(match: Match, story: Story) -> int | None:
    """The year that the second of two joined dates gives ("August and September 1914")."""
    cues = story.grammar.cues
    found = cues["joined_year"].match(story.folded, match.end)
    if found is None and match.rule.kind in ("season", "holiday"):
        found = cues["named_year"].match(story.folded, match.end)
    return int(found[0][-4:]) if found else None


def _story_year(month_number: int, focus: date, story: Story) -> int:
    finer = len(story.focus) > 4
    if finer and focus.month - month_number >= 8:
        return focus.year + 1
    return focus.year


def nearest_year(month_number: int, day_number: int | None, direction: int, base: date) -> int:
    """Return the year of a date seen from `base`: the last one that was, or the next to come.

    A date just ahead is rarely meant as nearly a year ago, whatever the tense, and the reverse.
    """
    if day_number:
        here = (base.month - 1) * _MONTH_DAYS + base.day
        ahead = ((month_number - 1) * _MONTH_DAYS + day_number - here) % _YEAR_DAYS
    else:
        ahead = (month_number - base.month) % 12 * _MONTH_DAYS
    if ahead == 0:
        return base.year
    limit = {1: _YEAR_DAYS - 45, 0: 150, -1: 45}[direction]
    later = (month_number, day_number or 0) < (base.month, base.day if day_number else 0)
    if ahead <= limit:
        return base.year + later
    return base.year - 1 + later


def season(match: Match, story: Story) -> Reading | None:
    """Read a season, with or without its year."""
    code = story.meaning("season", match.slots["season"])
    mod = modifier(match, story)
    if stated := stated_year(match, story):
        return Reading(
            "DATE",
            f"{stated[0]:04}-{code}",
            mod,
            "explicit" if stated[1] else "relative",
            None if stated[1] else _anchor_words(match, story),
        )
    if step := match.slots.get("shift"):
        if not (base := story.published):
            return Reading("DATE", f"XXXX-{code}", mod, "relative", leads=False)
        shift = story.meaning("shift", step)
        year = _season_year(code, shift, base)
        return Reading("DATE", f"{year:04}-{code}", mod, "relative", f"published {base}")
    if (focus := story.focus_day) and (
        story.narrative or not story.published or match.slots.get("story")
    ):
        return Reading("DATE", f"{focus.year:04}-{code}", mod, "context", f"after {story.focus}")
    if base := story.published:
        year = _season_year(code, -1 if story.direction(match) <= 0 else 1, base, bare=True)
        return Reading("DATE", f"{year:04}-{code}", mod, "relative", f"published {base}")
    return Reading("DATE", f"XXXX-{code}", mod, "relative", leads=False)


def _season_year(code: str, shift: int, base: date, *, bare: bool = False) -> int:
    first = _SEASON_FIRST_MONTH[code]
    year = base.year - 1 if code == "WI" and base.month < 3 else base.year
    begun = (base.month - 1) % 12 + (12 if year < base.year else 0) >= first - 1
    running = begun and (base.month + (12 if year < base.year else 0)) < first + 3
    if shift == 0 or (bare and running):
        return year
    if shift < 0:
        return year - 1 if running or not begun else year
    return year + 1 if begun else year


def quarter(match: Match, story: Story) -> Reading | None:
    """Read a quarter or a half of a year."""
    if text := match.slots.get("code"):
        code, which = story.meaning("quartercode", text)[0], int(text[1])
    else:
        which = ordinal(match.slots.get("number4") or match.slots["nth"], story)
        code = "H" if "half" in match.slots else "Q"
    if which > (2 if code == "H" else 4):
        return None
    if stated := stated_year(match, story):
        return Reading(
            "DATE",
            f"{stated[0]:04}-{code}{which}",
            None,
            "explicit" if stated[1] else "relative",
            None if stated[1] else _anchor_words(match, story),
        )
    base = story.published
    if base is None or story.narrative:
        base = story.focus_day
        if base is None:
            return Reading("DATE", f"XXXX-{code}{which}", leads=False)
        return Reading(
            "DATE", f"{base.year:04}-{code}{which}", None, "context", f"after {story.focus}"
        )
    current = (base.month + 2) // 3 if code == "Q" else (base.month + 5) // 6
    year = base.year
    if story.direction(match) <= 0 and which > current:
        year -= 1
    return Reading("DATE", f"{year:04}-{code}{which}", None, "relative", f"published {base}")


def year(match: Match, story: Story) -> Reading | None:
    """Read a year."""
    text = match.slots.get("year") or "'" + match.slots["two"]
    number_ = year_number(text, story)
    return Reading("DATE", f"{number_:04}", modifier(match, story))


def year_range(match: Match, story: Story) -> Reading | None:
    """Read the first year of "1914-18"; None where the second number is no later year."""
    first, short = int(match.slots["year4"]), int(match.slots["two"])
    return Reading("DATE", f"{first:04}") if short > first % 100 else None


def year_tail(match: Match, story: Story) -> Reading | None:
    """Read the second year of "1914-18"."""
    first = story.folded[match.start - 5 : match.start - 1]
    short = int(match.slots["two"])
    if story.focus != first or story.focus_end != match.start - 1 or short <= int(first) % 100:
        return None
    return Reading("DATE", f"{first[:2]}{short:02}")


def day_tail(match: Match, story: Story) -> Reading | None:
    """Read the second day of "July 3-5", of the month that the first is in."""
    gap = match.start - story.focus_end
    if not story.focus[5:].replace("-", "").isdigit() or len(story.focus) != 10 or not 1 <= gap <= 3:
        return None
    first = date.fromisoformat(story.focus)
    try:
        on = first.replace(day=ordinal(match.slots["day"], story))
    except ValueError:
        return None
    return Reading("DATE", values.of_day(on), None, "context", f"after {story.focus}") if on > first else None


def iso_month(match: Match, story: Story) -> Reading | None:
    """Read YYYY-MM, unless the second number is the end of a range of years ("1906-07")."""
    first, second = int(match.slots["year4"]), int(match.slots["mm"])
    if first < 1900 or second == first % 100 + 1:
        return None
    return Reading("DATE", values.of_month(first, second))


def decade(match: Match, story: Story) -> Reading | None:
    """Read a decade."""
    if ten := match.slots.get("ten"):
        value = ten[:3]
    elif two := match.slots.get("two"):
        value = f"{'20' if int(two) < 20 else '19'}{two[0]}"
        if two[1] != "0":
            return None
    else:
        value = f"19{story.meaning('decade', match.slots['tenword']) // 10}"
    return Reading("DATE", value, modifier(match, story))


def century(match: Match, story: Story) -> Reading | None:
    """Read a century."""
    nth = ordinal(match.slots["nth"], story)
    if not 1 <= nth <= 30:
        return None
    if (era := match.slots.get("era")) and story.meaning("era", era) < 0:
        return Reading("DATE", f"BC{nth:02}", modifier(match, story))
    return Reading("DATE", f"{nth - 1:02}", modifier(match, story))


def turn(match: Match, story: Story) -> Reading | None:
    """Read "the turn of the (20th) century": its first year, roughly."""
    if nth := match.slots.get("nth"):
        return Reading("DATE", f"{100 * (ordinal(nth, story) - 1):04}", "APPROX")
    base = story.focus_day if story.narrative else story.published
    if base is None:
        return Reading("DATE", "", "APPROX", leads=False)
    turn_year = base.year // 100 * 100
    return Reading("DATE", f"{turn_year:04}", "APPROX", "relative", f"published {base}")


def era(match: Match, story: Story) -> Reading | None:
    """Read a year before or after Christ."""
    number_ = int(match.slots["four"])
    if not number_:
        return None
    if story.meaning("era", match.slots["era"]) < 0:
        return Reading("DATE", f"BC{number_:04}", modifier(match, story))
    return Reading("DATE", f"{number_:04}", modifier(match, story))


def iso(match: Match, story: Story) -> Reading | None:
    """Read YYYY-MM-DD."""
    try:
        on = date(int(match.slots["year4"]), int(match.slots["mm"]), int(match.slots["dd"]))
    except ValueError:
        return None
    return Reading("DATE", values.of_day(on))


def figures(match: Match, story: Story) -> Reading | None:
    """Read a date in figures: day first or month first as the document shows, else both readings."""
    first, second = int(match.slots["first"]), int(match.slots["second"])
    text = match.slots["y2"]
    full = int(text) if len(text) == 4 else year_number("'" + text, story)
    readings = []
    for month_number, day_number in ((second, first), (first, second)):
        try:
            readings.append(values.of_day(date(full, month_number, day_number)))
        except ValueError:
            readings.append("")
    day_first, month_first = readings
    if not day_first or not month_first or day_first == month_first:
        return Reading("DATE", day_first or month_first) if day_first or month_first else None
    if story.day_first is None:
        return Reading("DATE", f"{full:04}", alternatives=(day_first, month_first))
    return Reading("DATE", day_first if story.day_first else month_first)


def holiday(match: Match, story: Story) -> Reading | None:
    """Read a holiday by its name."""
    name = "figureday" if match.slots["holiday"][0].isdigit() else "holiday"
    kind, first, second, third = story.meaning(name, match.slots["holiday"])
    if kind == "once":
        return Reading("DATE", values.of_day(date(first, second, third)))
    stated = stated_year(match, story)
    if stated:
        on = holiday_in(stated[0], kind, (first, second, third))
        return Reading("DATE", values.of_day(on), modifier(match, story))
    base = story.focus_day if story.narrative or not story.published else story.published
    if base is None:
        return Reading("DATE", "", leads=False)
    if story.narrative or not story.published:
        on = holiday_in(base.year, kind, (first, second, third))
        return Reading("DATE", values.of_day(on), None, "context", f"after {story.focus}")
    shift = story.meaning("shift", match.slots["shift"]) if "shift" in match.slots else 0
    on = holiday_in(base.year, kind, (first, second, third))
    forward = shift > 0 or (shift == 0 and story.direction(match) > 0)
    if forward and on < base:
        on = holiday_in(base.year + 1, kind, (first, second, third))
    elif not forward and on > base:
        on = holiday_in(base.year - 1, kind, (first, second, third))
    return Reading(
        "DATE", values.of_day(on), modifier(match, story), "relative", f"published {base}"
    )


def holiday_in(year_: int, kind: str, at: tuple[int, int, int]) -> date:
    """Return the day on which a holiday falls in a year."""
    if kind == "fixed":
        return date(year_, at[0], at[1])
    if kind == "easter":
        return easter(year_) + timedelta(days=at[0])
    month_number, weekday, which = at
    if which < 0:
        last = date(year_, month_number, 28)
        while (last + timedelta(days=1)).month == month_number:
            last += timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year_, month_number, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year_: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year_, f // 31, f % 31 + 1)


def figure_count(match: Match, story: Story) -> float | None:
    """Return the number in the `count` slot; None where it is vague."""
    text = match.slots.get("count")
    return number(text, story) if text else None

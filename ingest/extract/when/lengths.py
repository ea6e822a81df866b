"""Interpreters of lengths, repetitions and references without a date: how long, how often, "now"."""

from __future__ import annotations

from ingest.extract.when.accounts import until_its_end
from ingest.extract.when.grammar import Match
from ingest.extract.when.numbers import number, ordinal
from ingest.extract.when.slots import apart, count_of, day_number_of, modifier, month_of
from ingest.extract.when.story import Reading, Story

_CLOCK = {"TS": "S", "TM": "M", "TH": "H"}
_FACTORS = {"Q": (3, "M"), "FN": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "WE": (1, "WE")}


def length(match: Match, story: Story) -> Reading | None:
    """Read "two weeks", "a 30-year", "several months"."""
    unit = story.meaning("units", match.slots.get("plural") or match.slots["unit"])
    text = match.slots.get("low") or match.slots.get("count")
    if text is None and "vague" in match.slots:
        return _vague_count(unit, match, story)
    count = number(text, story) if text and text != "the" else 1
    if count is None:
        return None
    words = story.folded[match.start : match.end]
    if story.cue("and_half", words) and not story.cue("and_half", text or ""):
        count += 0.5
    if story.cue("one_unit", words) and _is_rate(match, story):
        return Reading("SET", period(count, unit), leads=False)
    if unit == "D" and count == 1 and story.cue("some_day", story.near_before(match)):
        return Reading("DATE", "FUTURE_REF", None, "relative", leads=False)
    mod, skip = modifier(match, story), apart(match, story)
    if story.cue("over", words) and not story.cue("lasting", story.before(match)):
        mod, skip = None, len(match.slots["approx"]) + 1
    reading = Reading("DURATION", period(count, unit), mod, leads=False, skip=skip)
    return until_its_end(reading, match, story)


def _vague_count(unit: str, match: Match, story: Story) -> Reading:
    """Read "a couple of weeks", "several months"."""
    words = match.slots["vague"].split()
    if "couple" in words and not story.grammar.language.words["scale"].keys() & set(words):
        return Reading("DURATION", period(2, unit), "APPROX", leads=False)
    over = match.slots.get("approx") == "over"
    mod = None if over else modifier(match, story)
    return Reading("DURATION", vague(unit), mod, leads=False, skip=5 if over else 0)


def _is_rate(match: Match, story: Story) -> bool:
    before = story.before(match)
    if story.cue("length_of", story.after(match)):
        return False
    return story.cue("rate_before", before) and not story.cue("length_verb", before)


def vague_length(match: Match, story: Story) -> Reading | None:
    """Read "years", "for decades"."""
    return Reading("DURATION", vague(story.meaning("units", match.slots["plural"])), leads=False)


def units_or(match: Match, story: Story) -> Reading | None:
    """Read "weeks or months"."""
    return Reading(
        "DURATION", vague(story.meaning("units", match.slots["plural"])), "APPROX", leads=False
    )


def span(match: Match, story: Story) -> Reading | None:
    """Read "the last three months" (from publication), "the first two years" (from nothing known)."""
    reading = length(match, story)
    word = match.slots.get("shift")
    verb = story.cue("bare_last", story.folded[match.start : match.end])
    if reading and verb and story.cue("verb_before_last", story.near_before(match)):
        reading.skip = len(word or "") + 1
        return reading
    if reading and reading.within:
        return reading  # "the last three months to September": its end is told
    if reading and word and story.published and not story.narrative:
        reach = story.meaning("shift", word)
        if reach > 0 and story.opens(match) and story.direction(match) < 0:
            return reading  # "in the next 24 hours 250 came": told from another day
        reading.reach = reach
        reading.basis, reading.anchor = "relative", story.publication
    return reading


def past_unit(match: Match, story: Story) -> Reading | None:
    """Read "the past year", "(for) the next decade": a length up to, or from, publication."""
    return span(match, story)


def recent(match: Match, story: Story) -> Reading | None:
    """Read "recent years", "coming months"."""
    unit = story.meaning("units", match.slots["plural"])
    if unit in _CLOCK and story.cue("of_day", story.after(match)):
        return None  # "the early hours of Thursday": the day tells when
    if story.meaning("recent", match.slots["recent"]) > 0:
        return Reading("DATE", "FUTURE_REF", None, "relative", leads=False)
    return Reading("DURATION", vague(unit), leads=False)


def some_while(match: Match, story: Story) -> Reading | None:
    """Read "a while", "some time"."""
    return Reading("DURATION", story.meaning("while", match.slots["while"]), leads=False)


def length_of(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length; None counts: it is vague."""
    return vague(unit) if count is None else period(count, unit)


def period(count: float, unit: str) -> str:
    """Return the TIMEX3 value of a length."""
    factor, unit = _FACTORS.get(unit, (1, unit))
    count *= factor
    if unit in _CLOCK:
        return "PT" + _parts(count, _CLOCK[unit], {"H": ("M", 60), "M": ("S", 60)})
    return "P" + _parts(count, unit, {"Y": ("M", 12)})


def _parts(count: float, unit: str, smaller: dict[str, tuple[str, int]]) -> str:
    whole = int(count)
    if count == whole:
        return f"{whole}{unit}"
    if unit in smaller and (rest := (count - whole) * smaller[unit][1]) == int(rest):
        head = f"{whole}{unit}" if whole else ""
        return f"{head}{int(rest)}{smaller[unit][0]}"
    return f"{count:.10g}{unit}"


def vague(unit: str) -> str:
    """Return the TIMEX3 value of an uncounted length."""
    if unit in _CLOCK:
        return f"PTX{_CLOCK[unit]}"
    return f"PX{unit}"


def repetition(match: Match, story: Story) -> Reading | None:
    """Read "every Monday", "each year", "each July"."""
    slots = match.slots
    if weekday := slots.get("weekday"):
        return Reading("SET", f"XXXX-WXX-{story.meaning('weekday', weekday)}", leads=False)
    if "month" in slots:
        day = f"-{day_number_of(match, story):02}" if "day" in slots else ""
        return Reading("SET", f"XXXX-{month_of(match, story):02}{day}", leads=False)
    if part := slots.get("part"):
        return Reading("SET", f"XXXX-XX-XXT{story.meaning('part', part)}", leads=False)
    if season := slots.get("season"):
        return Reading("SET", f"XXXX-{story.meaning('season', season)}", leads=False)
    unit = story.meaning("units", slots.get("plural") or slots["unit"])
    return Reading("SET", period(_every(match, story), unit), leads=False)


def _every(match: Match, story: Story) -> float:
    """How many units lie from one to the next: 1 of "every week", 2 of "every other week", 3 of "every third"."""
    slots = match.slots
    if nth := slots.get("nth"):
        return ordinal(nth, story)
    if word := slots.get("other"):
        return float(story.meaning("otherword", word))
    return (count_of(match, story) if "count" in slots else None) or 1


def rate(match: Match, story: Story) -> Reading | None:
    """Read "twice a week", "three days a week"."""
    return Reading("SET", period(1, story.meaning("unit", match.slots["unit"])), leads=False)


def frequency(match: Match, story: Story) -> Reading | None:
    """Read "daily", "annually"."""
    return Reading("SET", story.meaning("frequency", match.slots["frequency"]), leads=False)


def story_reference(match: Match, story: Story) -> Reading | None:
    """Read "former", "at the time": times only where a story of the past is told."""
    if not story.narrative:
        return None
    words, before = story.folded[match.start : match.end], story.near_before(match)
    if story.cue("this_occasion", words) and not story.cue("at_time", before):
        return None  # "they failed, this time for good"
    if story.cue("always", before + words) or (
        story.cue("the_one", before + words) and story.cue("no_noun", story.after(match))
    ):
        return None
    return Reading(
        "DATE",
        story.meaning("storyreference", match.slots["reference"]),
        None,
        "relative",
        leads=False,
    )


def reference(match: Match, story: Story) -> Reading | None:
    """Read "now", "recently", "the future"."""
    return Reading(
        "DATE", story.meaning("reference", match.slots["reference"]), None, "relative", leads=False
    )

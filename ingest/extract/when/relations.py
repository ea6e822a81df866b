"""The time that is meant, with the words around: bounds (since, until, about) and ranges. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ingest import dates
from ingest.dates import UNKNOWN, DateRange, Relation
from ingest.extract.when.grammar import Match
from ingest.extract.when.point import point_of, point_on
from ingest.extract.when.story import Reading, Story
from ingest.extract.when.values import interval

_APPROXIMATE: Final = frozenset(
    {"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
)
#: "More than a year after" is any time from then on.
_MORE: Final = frozenset({"MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
#: How far before a range the word that opens it may begin.
_NEAR: Final = 40
#: The ends of a range stand at most this far apart.
MOST_APART: Final = 24
#: A length that a date can be counted with, and how far after it that date may begin ("after the explosion on").
_COUNTED: Final = re.compile(r"P(\d{1,3})([DWMY])")
_EVENT_APART: Final = 60
#: "The last 24 hours" reach from the day before into the day of publication; a few hours need not.
_HOURS: Final = re.compile(r"PT(\d{1,3})H")
_DAY_HOURS: Final = 24
_MOST_OF_A_DAY: Final = 12
#: "The year after" is told of a year, "the day after" of a day: other grains leave open which it is.
_GRAINS_BESIDE: Final = {"D": ("day",), "W": ("day", "week"), "M": ("month",), "Y": ("year",)}
_OF_THE_CLOCK: Final = frozenset({"hour", "minute", "second"})
#: "From" these is a beginning ("from 1 July"); from others it may be a source ("a letter from 1945").
_DATED: Final = frozenset({"day", "week", "hour", "minute"})
_RELATIONS: Final[dict[str, Relation]] = {
    "since": "since", "until": "until", "before": "before", "after": "after", "about": "about",
    "on": "on",
}  # fmt: skip
_OPEN: Final[dict[Relation, Callable[[DateRange], DateRange]]] = {
    "since": dates.since, "until": dates.until, "before": dates.before, "after": dates.after,
}  # fmt: skip
#: The same where the bound lies within the time that is named.
_WITHIN: Final[dict[Relation, Callable[[DateRange], DateRange]]] = {
    "before": dates.until, "after": dates.since,
}  # fmt: skip
#: Which bounds are within a time of which a part is meant: "before mid-2022", "after early May".
_BOUND_BY_PART: Final = {
    "END": frozenset({"before"}), "START": frozenset({"after"}), "MID": frozenset({"before", "after"}),
}  # fmt: skip
_COARSE: Final = frozenset({"week", "month", "quarter", "year", "decade", "century"})


def meant(match: Match, reading: Reading, story: Story) -> tuple[DateRange, Relation]:
    """Return the interval that an expression means in its sentence, and its relation to it."""
    when = reading.within or interval(reading.value)
    if reading.reach:
        reached = _reached(reading, story)
        return reached, "about" if reached.is_known else "on"
    if when.start is None:
        return when, "on"
    near = story.near_before(match)
    if beside := _beside(near, when, reading, story):
        return beside
    bound = story.grammar.cues["bound"].search(near)
    if bound and not (_is_of_a_doer(bound[0], match, story) or story.cue("topic", near)):
        within = _is_bound_within(bound[0], reading.mod, when, match, story)
        return _bounded(bound, when, within, match, story)
    distant = match.rule.kind in ("distance", "rangedistance") and when.precision in _COARSE
    vague = reading.mod in _APPROXIMATE or story.cue("or_so", story.after(match))
    return when, "about" if distant or vague else "on"


def _beside(
    near: str, when: DateRange, reading: Reading, story: Story
) -> tuple[DateRange, Relation] | None:
    """What "the day after", "the year before", "the eve of" a date mean; None where no such words lead up to it."""
    found = story.grammar.cues["beside"].search(near)
    if found is None:
        return None
    if found["hours"]:
        return (when, "about") if when.precision == "day" else None
    unit = story.meaning("unit", found["unit"]) if found["unit"] else "D"
    point = point_of(reading.value)
    if point is None or point.grain not in _GRAINS_BESIDE.get(unit, ()) or reading.within:
        return None
    try:
        moved = interval(point.plus(unit, -1 if found["sooner"] or found["eve"] else 1))
    except (ValueError, OverflowError):
        return None
    return moved, "on" if unit == "D" else "about"


def _bounded(
    bound: re.Match[str], when: DateRange, within: frozenset[str], match: Match, story: Story
) -> tuple[DateRange, Relation]:
    name = str(bound.lastgroup)
    if name == "from":
        onward = story.cue("onward", story.after(match))
        name = "since" if onward or _begins(when, match, story) else "on"
    elif name == "since" and story.cue("as_of", bound[0]):
        begins = story.cue("will_be", story.after(match)) or story.cue(
            "takes_effect", story.before(match) + story.after(match)
        )
        name = "since" if begins else "on"
    relation = _RELATIONS[name]
    if when.precision in _OF_THE_CLOCK:  # after noon is still that day
        return when, relation
    opened = (_WITHIN if relation in within else _OPEN).get(relation)
    return (opened(when) if opened else when), relation


def _is_bound_within(
    words: str, mod: str | None, when: DateRange, match: Match, story: Story
) -> frozenset[str]:
    """Whether "before" and "after" bound a time inside the one that is named.

    Before "the end of November" is most of November; an event of a year or a week ("after last week's vote", "before
    the 2026 Games") comes to pass within it.
    """
    if when.precision in ("day", *_OF_THE_CLOCK):
        return frozenset()
    after = story.after(match)
    if story.cue("owner", after) or (words.endswith("the ") and story.cue("noun_next", after)):
        return frozenset(_WITHIN)
    return _BOUND_BY_PART.get(mod or "", frozenset())


def _is_of_a_doer(words: str, match: Match, story: Story) -> bool:
    """Whether "by" names who or what did it: "shocked by Friday's report", "called by the Jan. 6 committee"."""
    if not story.cue("by_last", words):
        return False
    after = story.after(match)
    return story.cue("owner", after) or story.cue("famous_riot", after)


def _begins(when: DateRange, match: Match, story: Story) -> bool:
    """Whether "from" these tells when something begins: not of the photos "from this week", nor hours ("from 9 to 5 p.m.")."""
    if when.precision in _OF_THE_CLOCK and story.cue("runs_on", story.after(match)):
        return False
    near = story.near_before(match)
    if story.cue("moved_from", near) or story.cue("made_on", near):
        return False
    if when.precision == "week" and when.start and story.published:
        return when.start > story.published
    return when.precision in _DATED


def _reached(reading: Reading, story: Story) -> DateRange:
    """The interval of a length that ends or begins at publication, as coarse as its unit."""
    text, here = reading.value, story.published
    if hours := _HOURS.fullmatch(text):
        text = f"P{-(-int(hours[1]) // _DAY_HOURS)}D" if int(hours[1]) >= _MOST_OF_A_DAY else ""
    if here is None or not text[1:-1].isdigit() or text[-1] not in "DWMY":
        return UNKNOWN
    base = point_on(here)
    unit, count = text[-1], int(text[1:-1])
    try:
        if unit == "W":
            unit, count = "D", 7 * count
        far = interval(base.plus(unit, reading.reach * count))
        near = interval(base.plus(unit, 0))
    except (ValueError, OverflowError):
        return UNKNOWN
    return dates.between(far, near) if reading.reach < 0 else dates.between(near, far)


def counted(
    first: Match, length: Reading, second: Match, date: Reading, story: Story
) -> tuple[DateRange, Relation] | None:
    """Return what "two days after the 3 May explosion" means by its date; None where no length is counted from it."""
    found = _COUNTED.fullmatch(length.value)
    between = story.folded[first.end : second.start]
    if found is None or len(between) > _EVENT_APART or (point := point_of(date.value)) is None:
        return None
    told = story.grammar.cues["counted_from"].search(between)
    if told is None or length.mod in _MORE or story.cue("runs_before", story.near_before(first)):
        return None
    count, unit = int(found[1]), found[2]
    if not point.counts(unit):
        return None
    try:
        when = interval(point.plus(unit, -count if told["sooner"] else count))
    except (ValueError, OverflowError):
        return None
    return when, "on" if unit == "D" and length.mod not in _APPROXIMATE else "about"


def is_range(first: tuple[int, int], second: tuple[int, int], story: Story) -> bool:
    """Whether the words between two expressions (their spans) make them the ends of one range."""
    between = story.folded[first[1] : second[0]]
    if len(between) > MOST_APART:
        return False
    before = story.folded[max(0, first[0] - _NEAR) : first[0]]
    if story.cue("range", between):
        return not story.cue("moved_from", before)
    return story.cue("and", between) and story.cue("between", before)


def ends_range(match: Match, story: Story) -> bool:
    """Whether a match is the second end of a range that the latest date of the story opens."""
    end = story.memory.latest_end
    if story.memory.latest is None or match.start - end > MOST_APART:
        return False
    between = story.folded[end : match.start]
    before = story.folded[max(0, end - _NEAR) : end]
    opened = story.cue("and", between) and story.cue("between_near", before)
    return (opened or story.cue("range", between)) and not story.cue(
        "possessive", story.after(match)
    )


def joined(first: Reading, second: Reading) -> DateRange | None:
    """Return the interval from the first date to the second; None if they cannot be its ends."""
    one, other = interval(first.value), interval(second.value)
    if one.start is None or other.end is None or one.start >= other.end or one == other:
        return None
    return dates.between(one, other)

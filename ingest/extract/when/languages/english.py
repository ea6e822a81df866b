"""English words that count, measure, step and refer in time, and all classes of words in one table. Data only."""

from __future__ import annotations

from typing import Any, Final

from ingest.extract.when.languages.english_calendar import (
    CENTURY_PARTS,
    CLOCK_NAMES,
    DECADES,
    DEICTIC_DAYS,
    ERAS,
    FAMOUS_DAYS,
    FIGURE_DAYS,
    FISCAL_CODES,
    HOLIDAYS,
    LONE_MONTHS,
    LONE_WEEKDAYS,
    MERIDIEMS,
    MONTHS,
    PARTS,
    QUARTER_CODES,
    SEASONS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    ZONES,
)
from ingest.extract.when.languages.english_tense import PAST_FORMS

_UNITS: Final = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip

_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

#: Words that multiply what stands before them.
SCALES: Final[dict[str, int]] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000,
}  # fmt: skip

NUMBERS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **SCALES,
}  # fmt: skip

_ORDINALS: Final = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
]  # fmt: skip

ORDINALS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_ORDINALS, 1)},
    "twentieth": 20, "thirtieth": 30,
    **{
        f"twenty{hyphen}{word}": 20 + value
        for value, word in enumerate(_ORDINALS[:9], 1)
        for hyphen in ("-", " ", " - ")
    },
    "thirty-first": 31, "thirty first": 31, "thirty - first": 31,
}  # fmt: skip

#: TIMEX3 unit letters; DE and CE are the specification's decade and century, TH hours.
UNITS: Final[dict[str, str]] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE",
    "fortnight": "FN", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip

UNIT_PLURALS: Final[dict[str, str]] = {
    **{(word + "s" if word != "century" else "centuries"): code for word, code in UNITS.items()},
}

#: Single units, each a class of its own: a rule that names one of them is called by it alone.
UNIT_NOUNS: Final[dict[str, dict[str, int]]] = {
    "secondnoun": {"second": 0}, "daynoun": {"day": 0}, "weeknoun": {"week": 0}, "weekendnoun": {"weekend": 0}, "monthnoun": {"month": 0},
    "quarternoun": {"quarter": 0}, "yearnoun": {"year": 0}, "centurynoun": {"century": 0, "centuries": 0},
}  # fmt: skip

ANY_UNIT: Final[dict[str, str]] = UNITS | UNIT_PLURALS | {
    "mins": "TM", "hrs": "TH", "yrs": "Y", "secs": "TS",
}  # fmt: skip

#: The step that "last", "this", "next" make.
SHIFTS: Final[dict[str, int]] = {
    "last": -1, "past": -1, "this past": -1, "this last": -1, "the last": -1, "the past": -1,
    "this": 0, "the current": 0, "current": 0, "the present": 0, "this current": 0,
    "next": 1, "this coming": 1, "the coming": 1, "coming": 1, "this next": 1, "the next": 1,
    "the upcoming": 1,
}  # fmt: skip

#: What follows the unit: "the week before last".
FAR_SHIFTS: Final[dict[str, int]] = {"before last": -2, "after next": 2}

#: The same with the story, not the publication, as the point of view.
STORY_SHIFTS: Final[dict[str, int]] = {
    "the previous": -1, "the preceding": -1, "the prior": -1, "the same": 0, "that same": 0,
    "that": 0, "the following": 1, "the next": 1, "the subsequent": 1, "this same": 0,
    "the very same": 0, "that very": 0, "the ensuing": 1,
}  # fmt: skip

#: TIMEX3 mod of a part of a period.
MODS: Final[dict[str, str]] = {
    "early": "START", "earlier": "START", "the early": "START", "early in": "START", "early on": "START",
    "mid": "MID", "the mid": "MID", "the middle": "MID",
    "late": "END", "later": "END", "the late": "END", "late in": "END", "late on": "END",
    "earlier in": "START", "later in": "END", "midway through": "MID", "earlier on": "START", "later on": "END",
    "very early": "START", "very late": "END", "very early in": "START", "very late in": "END",
}  # fmt: skip

EDGES: Final[dict[str, str]] = {
    "first half": "START", "second half": "END", "latter half": "END", "first part": "START",
    "end": "END", "close": "END", "final days": "END", "beginning": "START", "start": "START",
    "opening": "START", "middle": "MID", "early part": "START",
    "latter part": "END", "later part": "END", "last days": "END", "very end": "END",
    "very beginning": "START", "early days": "START", "dawn": "START", "outset": "START",
    "closing days": "END", "opening days": "START", "first days": "START", "early months": "START",
    "final months": "END", "last months": "END", "closing months": "END", "first months": "START",
    "opening months": "START",
}  # fmt: skip

APPROX: Final[dict[str, str]] = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX",

    "circa": "APPROX", "ca.": "APPROX", "c.": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN",
    "just under": "LESS_THAN", "under": "LESS_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "more than": "MORE_THAN",
    "over": "MORE_THAN", "just over": "MORE_THAN", "well over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "not less than": "EQUAL_OR_MORE",

    "well more than": "MORE_THAN", "a little over": "MORE_THAN", "little more than": "MORE_THAN",
    "a little more than": "MORE_THAN", "slightly more than": "MORE_THAN", "a full": "", "a mere": "",
}  # fmt: skip

#: Of these, those that stand before dates; "about" as often means something else there ("a book about 1968").
CIRCA: Final = {
    word: APPROX[word] for word in ("around", "circa", "ca.", "c.", "roughly", "approximately")
}

REFERENCES: Final[dict[str, str]] = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "just now": "PRESENT_REF",
    "currently": "PRESENT_REF", "current": "PRESENT_REF", "present-day": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "modern-day": "PRESENT_REF", "modern day": "PRESENT_REF", "these days": "PRESENT_REF", "at present": "PRESENT_REF",
    "presently": "PRESENT_REF", "at this time": "PRESENT_REF", "at this moment": "PRESENT_REF",
    "the present": "PRESENT_REF", "the present day": "PRESENT_REF", "to date": "PRESENT_REF",
    "long ago": "PAST_REF", "not long ago": "PAST_REF", "not that long ago": "PAST_REF", "not so long ago": "PAST_REF", "not too long ago": "PAST_REF", "a long time ago": "PAST_REF", "a short time ago": "PAST_REF",
    "some time ago": "PAST_REF", "a while ago": "PAST_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "very recently": "PAST_REF",
    "the past": "PAST_REF", "the recent past": "PAST_REF", "lately": "PAST_REF",
    "the distant past": "PAST_REF", "formerly": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF", "the short term": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF", "the distant future": "FUTURE_REF",
    "the immediate future": "FUTURE_REF", "someday": "FUTURE_REF", "the near term": "FUTURE_REF", "very soon": "FUTURE_REF",
}  # fmt: skip

#: Those that are times only in a story of the past, or only after certain words (rules say which).
STORY_REFERENCES: Final[dict[str, str]] = {
    "former": "PAST_REF", "the time being": "PRESENT_REF", "the time": "PAST_REF", "that time": "PAST_REF", "this time": "PRESENT_REF",
    "recent": "PAST_REF", "future": "FUTURE_REF",
}  # fmt: skip

#: Uncounted units ("recent weeks"): whether they lie ahead (1) or not.
NEAR_WORDS: Final[dict[str, int]] = {"recent": -1, "past": -1, "coming": 1, "future": 1}

EARLY_WORDS: Final = dict.fromkeys(("first", "early", "final", "last", "closing", "opening"), 0)

FOLLOWING_WORDS: Final = dict.fromkeys(
    ("following", "intervening", "ensuing", "preceding", "subsequent", "succeeding"), 0
)

#: What may stand between a number and its unit ("two full weeks").
_ADJECTIVE_WORDS: Final = [
    "single", "bloody", "brutal", "bitter", "tense", "hectic", "difficult", "terrible", "crucial",
    "critical", "gruelling", "grueling", "painful", "turbulent", "happy", "hard", "tough", "busy",
    "entire", "more", "full", "consecutive", "straight", "whole", "additional", "long", "short",
    "trading", "business", "working", "calendar", "successive", "solid",
]  # fmt: skip

ADJECTIVES: Final = frozenset(_ADJECTIVE_WORDS)

#: Lengths of which nothing is known.
WHILES: Final[dict[str, str]] = dict.fromkeys(
    ("a while", "some time", "quite some time", "a long time", "quite a while"), "PXX"
)

#: Repetition: adverbs and adjectives.
FREQUENCIES: Final[dict[str, str]] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M",
    "yearly": "P1Y", "annually": "P1Y", "semiannually": "P6M", "twice-weekly": "P1W",
    "day in and day out": "P1D", "day after day": "P1D",
}  # fmt: skip

#: Those that are as often adjectives ("a quarterly dividend"): only where nothing follows them.
ADVERBS: Final[dict[str, str]] = {"quarterly": "P3M"}

DIRECTIONS: Final[dict[str, int]] = {
    "ago": -1, "earlier": -1, "previously": -1, "later": 1, "afterwards": 1, "afterward": 1,
    "thereafter": 1, "hence": 1, "from now": 1, "from today": 1,
}  # fmt: skip

#: Prepositions that tell a direction only where nothing follows them ("two days before.").
TRAILING: Final[dict[str, int]] = {"before": -1, "prior": -1, "after": 1}

#: Words that count, beyond the numbers proper.
SMALL_NUMBERS: Final[dict[str, float]] = {
    "a": 1, "an": 1, "half": 0.5, "quarter": 0.25, "couple": 2,
}  # fmt: skip

#: Words that only stand in certain rules; what they mean, the rule says.
_YEAR_OPENERS: Final = dict.fromkeys(
    ("sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two thousand")
)

WORDS: Final[dict[str, dict[str, Any]]] = {
    **UNIT_NOUNS,
    "month": MONTHS,
    "lonemonth": LONE_MONTHS,
    "weekday": WEEKDAYS,
    "loneweekday": LONE_WEEKDAYS,
    "weekdayplural": WEEKDAY_PLURALS,
    "number": NUMBERS,
    "scale": SCALES,
    "ordinal": ORDINALS,
    "unit": UNITS,
    "units": ANY_UNIT,
    "plural": UNIT_PLURALS,
    "season": SEASONS,
    "part": PARTS,
    "shift": SHIFTS,
    "story": STORY_SHIFTS,
    "mod": MODS,
    "edge": EDGES,
    "approx": APPROX,
    "circa": CIRCA,
    "deictic": DEICTIC_DAYS,
    "reference": REFERENCES,
    "storyreference": STORY_REFERENCES,
    "often": FREQUENCIES,
    "frequency": FREQUENCIES | ADVERBS,
    "holiday": HOLIDAYS,
    "decade": DECADES,
    "era": ERAS,
    "meridiem": MERIDIEMS,
    "zone": ZONES,
    "clock": CLOCK_NAMES,
    "mover": DIRECTIONS,
    "timeword": {"time": 1},
    "farshift": FAR_SHIFTS,
    "trailing": TRAILING,
    "direction": DIRECTIONS | TRAILING | {"time": 1},
    "smallnumber": SMALL_NUMBERS,
    "yearword": _YEAR_OPENERS,
    "otherword": {"other": 2},
    "tonight": {"tonight": 0, "overnight": 0},
    "halfword": {"half": 0},
    "period": {"period": 0, "quarter": 0},
    "quartercode": QUARTER_CODES,
    "centurypart": CENTURY_PARTS,
    "oclock": {"o'clock": 0},
    "figureday": FIGURE_DAYS,
    "famousday": FAMOUS_DAYS,
    "while": WHILES,
    "fiscalcode": FISCAL_CODES,
    "adverb": ADVERBS,
    "nearword": NEAR_WORDS,
    "earlyword": EARLY_WORDS,
    "followingword": FOLLOWING_WORDS,
    "recent": NEAR_WORDS | EARLY_WORDS | FOLLOWING_WORDS,
    "adjective": dict.fromkeys(ADJECTIVES, 0),
    "pastform": PAST_FORMS,
    "figurename": {**MONTHS, **ANY_UNIT, **MERIDIEMS, **ZONES, **ERAS, "o'clock": 0},
}

"""English names of the calendar and the clock: months, weekdays, parts of a day, holidays, zones. Data only."""

from __future__ import annotations

from typing import Final

_MONTH_NAMES: Final = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]  # fmt: skip

_WEEKDAY_NAMES: Final = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
]  # fmt: skip

MONTHS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3] + ".": number for number, name in enumerate(_MONTH_NAMES, 1) if name != "may"},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9, "sept.": 9,
}  # fmt: skip

#: Those that stand for a month without a day or a year beside them ("Jan Kavan", "Mar").
LONE_MONTHS: Final = {
    word: number for word, number in MONTHS.items() if len(word) > 3 or word == "may"
}

WEEKDAYS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES, 1)},
    **{name[:3] + ".": number for number, name in enumerate(_WEEKDAY_NAMES, 1)},
    "mon": 1, "tue": 2, "tues": 2, "tues.": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4,
    "thurs.": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

LONE_WEEKDAYS: Final = {name: number for number, name in enumerate(_WEEKDAY_NAMES, 1)} | {
    name[:3] + ".": number for number, name in enumerate(_WEEKDAY_NAMES, 1)
}

WEEKDAY_PLURALS: Final = {name + "s": number for number, name in enumerate(_WEEKDAY_NAMES, 1)}

SEASONS: Final[dict[str, str]] = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
    "springtime": "SP", "summertime": "SU", "wintertime": "WI",
}  # fmt: skip

PARTS: Final[dict[str, str]] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI",
    "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI", "nighttime": "NI",
    "mid-morning": "MO", "mid-afternoon": "AF", "mid morning": "MO", "mid afternoon": "AF", "lunchtime": "MI",
}  # fmt: skip

#: Days from the day of publication.
DEICTIC_DAYS: Final[dict[str, int]] = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip

#: Civil holidays: month and day; or (month, weekday, which) with -1 for the last; or days from Easter, by the
#: Gregorian or ("orthodox") the Julian calendar.
HOLIDAYS: Final[dict[str, tuple[str, int, int, int]]] = {
    "new year's day": ("fixed", 1, 1, 0), "new year's eve": ("fixed", 12, 31, 0),
    "christmas": ("fixed", 12, 25, 0), "christmas day": ("fixed", 12, 25, 0),
    "christmas eve": ("fixed", 12, 24, 0), "boxing day": ("fixed", 12, 26, 0),
    "valentine's day": ("fixed", 2, 14, 0), "halloween": ("fixed", 10, 31, 0),
    "independence day": ("fixed", 7, 4, 0), "bastille day": ("fixed", 7, 14, 0),
    "veterans day": ("fixed", 11, 11, 0), "armistice day": ("fixed", 11, 11, 0),
    "remembrance day": ("fixed", 11, 11, 0), "may day": ("fixed", 5, 1, 0),
    "st. patrick's day": ("fixed", 3, 17, 0), "all saints' day": ("fixed", 11, 1, 0),
    "april fools' day": ("fixed", 4, 1, 0), "d-day": ("once", 1944, 6, 6),
    "v-e day": ("once", 1945, 5, 8), "ve day": ("once", 1945, 5, 8), "v-j day": ("once", 1945, 8, 15),
    "vj day": ("once", 1945, 8, 15),
    "thanksgiving": ("nth", 11, 4, 4), "thanksgiving day": ("nth", 11, 4, 4),
    "labor day": ("nth", 9, 1, 1), "memorial day": ("nth", 5, 1, -1),
    "martin luther king day": ("nth", 1, 1, 3), "presidents' day": ("nth", 2, 1, 3),
    "columbus day": ("nth", 10, 1, 2), "mother's day": ("nth", 5, 7, 2),
    "father's day": ("nth", 6, 7, 3), "election day": ("nth", 11, 2, 1),
    "easter": ("easter", 0, 0, 0), "easter sunday": ("easter", 0, 0, 0),
    "easter monday": ("easter", 1, 0, 0), "good friday": ("easter", -2, 0, 0),
    "palm sunday": ("easter", -7, 0, 0), "ash wednesday": ("easter", -46, 0, 0),
    "ascension day": ("easter", 39, 0, 0), "pentecost": ("easter", 49, 0, 0),
    "whit monday": ("easter", 50, 0, 0), "whit sunday": ("easter", 49, 0, 0),
    "maundy thursday": ("easter", -3, 0, 0), "holy thursday": ("easter", -3, 0, 0),
    "holy saturday": ("easter", -1, 0, 0), "shrove tuesday": ("easter", -47, 0, 0),
    "mardi gras": ("easter", -47, 0, 0), "fat tuesday": ("easter", -47, 0, 0),
    "black friday": ("after", 11, 4, 1), "cyber monday": ("after", 11, 4, 4),
    "saint patrick's day": ("fixed", 3, 17, 0), "international women's day": ("fixed", 3, 8, 0),
    "juneteenth": ("fixed", 6, 19, 0), "anzac day": ("fixed", 4, 25, 0),
    "remembrance sunday": ("nth", 11, 7, 2), "canada day": ("fixed", 7, 1, 0),
    "australia day": ("fixed", 1, 26, 0),
    "world aids day": ("fixed", 12, 1, 0),
    "guy fawkes night": ("fixed", 11, 5, 0), "bonfire night": ("fixed", 11, 5, 0), "cinco de mayo": ("fixed", 5, 5, 0),
    "orthodox christmas": ("fixed", 1, 7, 0), "orthodox christmas eve": ("fixed", 1, 6, 0),
    "orthodox easter": ("orthodox", 0, 0, 0), "orthodox good friday": ("orthodox", -2, 0, 0),
    "st patrick's day": ("fixed", 3, 17, 0), "mlk day": ("nth", 1, 1, 3),
}  # fmt: skip

#: Days known by their figures.
FIGURE_DAYS: Final[dict[str, tuple[str, int, int, int]]] = {
    "9/11": ("once", 2001, 9, 11), "7/7": ("once", 2005, 7, 7),
}  # fmt: skip

#: Days known by their date alone: "month-day" -> their year, the cue that tells them by the words after them, and
#: the one that tells them by what the document says around ("" for none).
FAMOUS_DAYS: Final[dict[str, tuple[int, str, str]]] = {
    "9-11": (2001, "famous_attack", "told_attacks"), "10-7": (2023, "famous_attack", "told_hamas"),
    "1-6": (2021, "famous_riot", "told_riot"), "7-7": (2005, "famous_bombings", ""),
}  # fmt: skip

DECADES: Final[dict[str, int]] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

ERAS: Final[dict[str, int]] = {
    "bc": -1, "b.c.": -1, "b.c": -1, "a.d": 1, "bce": -1, "b.c.e.": -1, "ad": 1, "a.d.": 1, "ce": 1, "c.e.": 1,
}  # fmt: skip

MERIDIEMS: Final[dict[str, int]] = {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12, "a.m": 0, "p.m": 12}

#: Hours east of Greenwich ("" where they change with the season), for the record of a stated zone; the printed clock time is kept.
ZONES: Final[dict[str, str]] = {
    "gmt": "Z", "utc": "Z", "z": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "est": "-05:00",
    "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "msk": "+03:00", "eet": "+02:00", "eest": "+03:00",
    "et": "", "ct": "", "mt": "", "pt": "", "ist": "+05:30", "jst": "+09:00", "aest": "+10:00", "hkt": "+08:00",
}  # fmt: skip

CLOCK_NAMES: Final[dict[str, str]] = {"noon": "T12:00", "midnight": "T24:00", "midday": "T12:00"}

QUARTER_CODES: Final = {f"q{number}": f"Q{number}" for number in range(1, 5)} | {
    "h1": "H1",
    "h2": "H2",
}

#: Which part of how many equal ones, counted from 0.
CENTURY_PARTS: Final[dict[str, tuple[int, int]]] = {
    "first half": (0, 2), "second half": (1, 2), "latter half": (1, 2), "first third": (0, 3),
    "middle third": (1, 3), "last third": (2, 3), "final third": (2, 3), "first quarter": (0, 4),
    "second quarter": (1, 4), "third quarter": (2, 4), "fourth quarter": (3, 4),
    "last quarter": (3, 4), "final quarter": (3, 4),
}  # fmt: skip

FISCAL_CODES: Final = {f"fy{year % 100:02}": year for year in range(1990, 2050)} | {
    f"fy{year}": year for year in range(1950, 2060)
}

"""English open classes of time: numbers, years, days of the month, clock figures. Data only."""

from __future__ import annotations

from typing import Final

# Written short, for these stand in each rule that may hold a year, and every process compiles them anew.
_TEENS: Final = "ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen"
_DIGITS: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "(twen|thir|for|fif|six|seven|eigh|nine)ty"
_SPOKEN: Final = (
    rf"((six|seven|eigh|nine)teen|twenty)[ -]((hundred (and )?)?({_TENS}([ -]({_DIGITS}))?|{_TEENS})"
    rf"|hundred( (and )?({_DIGITS}))?|oh[ -]({_DIGITS}))"
    rf"|two thousand( and)?( ({_TEENS}|{_DIGITS}))?(?! (?!has|was|is)[a-z]+(s|ty)\b)"
)
#: A year in four figures, not part of a larger number or a decimal.
_FIGURES: Final = "[12][0-9]{3}(?![0-9]|,[0-9]{3}|[.][0-9])"

PATTERNS: Final[dict[str, str]] = {
    "year4": "[12][0-9]{3}",
    "year": f"{_FIGURES}|'[0-9]{{2}}(?![0-9'])|{_SPOKEN}",
    "figureyear": _FIGURES,
    # as treaties write it: "one thousand nine hundred and forty-nine"
    "longyear": f"(one|two) thousand,?( ({_DIGITS}) hundred)?( and)?( ({_TENS}([ -]({_DIGITS}))?|{_TEENS}|{_DIGITS}))?",
    "mm": "0[1-9]|1[0-2]",
    "dd": "0[1-9]|[12][0-9]|3[01]",
    "n2": "[0-9]{1,2}",
    "y2": "[12][0-9]{3}|[0-9]{2}",
    "two": "[0-9]{2}(?![0-9])",
    # the end of the second of two years; and the end of both, where it could be a month's
    "tail": "[0-9]{1,2}(?![0-9])",
    "yeartail": "([12][0-9])?[0-9]{2}(?![0-9])",
    "turnsdigit": "(0[-/]1|1[-/]2|2[-/]3|3[-/]4|4[-/]5|5[-/]6|6[-/]7|7[-/]8|8[-/]9)(?![-/0-9])",
    "turnsyear": "(00-01|01-02|02-03|03-04|04-05|05-06|06-07|07-08|08-09|09-10|10-11|11-12)(?![-/0-9])",
    "four": "[0-9]{1,4}",
    "day": (
        "(0?[1-9]|[12][0-9]|3[01])(st|nd|rd|th)?"
        "(?![0-9/]|[:.,][0-9]| ?%|[- ](years?|months?|days?|weeks?|hours?|minutes?|points?|percent)[ -])"
    ),
    # the first of two days with a slash between them
    "slashday": "(0?[1-9]|[12][0-9]|3[01])(?=/[0-9]{1,2}(?![0-9/]))",
    "clockdigits": "[0-9]{3,4}",
    "military": "0[0-9][0-5][0-9]",
    "numth": "(0?[1-9]|[12][0-9]|3[01])(st|nd|rd|th)",
    "dayth": "(0?[1-9]|[12][0-9]|3[01])(st|nd|rd|th)(?![0-9])|<ordinal>",
    "nth": "[0-9]{1,2}(st|nd|rd|th)|<ordinal>",
    "bareth": "[0-9]{1,2}(st|nd|rd|th)",
    "bareday": "0?[1-9](st|nd|rd|th)?|[12][0-9](st|nd|rd|th)?|3[01](st|nd|rd|th)?",
    "hour": "[01]?[0-9]|2[0-4]",
    "min": "[0-5][0-9]",
    "frac": "[.][0-9]{1,9}",
    "tz": "[+-][0-9]{2}:?[0-9]{2}|<zone>",
    "count": (
        "([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,4})([.][0-9]{1,2})?( [0-9]/[0-9]| ?[¼-¾])?( (hundred|thousand|million))?"
        "|[0-9]/[0-9]"
        "|(a (?=hundred|thousand|dozen|million))?<number>(((?<=ty) - |[ -])((?<=hundred[ ])and |(?<=thousand[ ])and |(?<=million[ ])and )?<number>){0,4}([ -]and[ -](a[ -])?half)?"
        "|an?|half[ -]an?|a half"
    ),
    "single": "an?|one",
    "pair": "two",
    "smallcount": "[0-9]{1,3}([.][0-9])?|<number>",
    "vague": (
        "((a|an|the) )?(couple|few|number|handful|good many|great many|matter)( of)?( more| hundred| thousand| million| dozen)?"
        "|several( more| hundred| thousand| million| dozen)?|some|many( more)?|dozens of|hundreds of|thousands of|various|countless|numerous"
    ),
    "bare": "[0-9]{1,2}(st|nd|rd|th)?",
    "tens": "[12][0-9]{2}0",
    # decades without their century: "the 20s" are as often ages or degrees
    "shorttens": "[5-9]0(?![0-9])",
    "qn": "[1-4]",
    # single words that are slots of their own
    "quarterword": "quarter",
    "centuryword": "centur(y|ies)",
    "yearagoword": "year-ago|year-earlier|prior-year|previous-year|year-before",
    "yearagowords": "year[ -](ago|earlier|before)|(prior|previous)[ -]year",
    "periodword": "year|month|week",
    "yearunit": "year",
    "yearback": "a year (ago|earlier|before)|the year before",
    "weekword": "week",
    "monthword": "month",
    "recentunit": "minute|hour|day|week|month|year",
    "stepunit": "day|week|month|year",
    "stepunits": "(day|week|month|year|decade)s?",
    "todayword": "today|yesterday|tomorrow",
    "pastword": "past",
    "nextword": "next",
    "comingword": "the coming",
    "comingunit": "minute|hour|day|week|month|year|decade|century",
    "thenext": "the next",
    "yearsword": "year's",
    "dayword": "day",
    "firstedge": "first|opening",
    "monthoryear": "month|year",
    "thatword": "that",
    "thisword": "this",
    "tonightword": "tonight",
    "overnightword": "overnight",
    "intoword": "into",
    "lastyear": "(of )?last year|a year (ago|earlier|before)|(of |in )?the (previous|prior|preceding) year|the year before",
    "lastword": "last",
    "nightsword": "mornings|afternoons|evenings|nights",
    "lastedge": "last|final|closing|latter",
    "dayhalf": "morning|afternoon|evening",
    "midpart": "mid[- ]morning|mid[- ]afternoon",
    "yearendword": "(the )?year[ -]end",
    "weekendword": "weekend",
    "endword": "end",
}

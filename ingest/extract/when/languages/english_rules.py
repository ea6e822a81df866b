"""English grammar of time: open classes, rules in order of trial, the gate, and cues. Data only."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.grammar import Language, Rule
from ingest.extract.when.languages.english import WORDS

_SPOKEN_YEAR: Final = (
    "(sixteen|seventeen|eighteen|nineteen|twenty)[ -](hundred|oh[ -]<number>|"
    "(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([ -](one|two|three|four|five|six|seven|eight|nine))?"
    "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    "|two thousand( and)?( (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))?(?! \\w+s\\b)"
)
#: Groups of a rule that is written once: a day number, its ordinal, not part of a larger number.
_PATTERNS: Final[dict[str, str]] = {
    "year4": "[12][0-9]{3}",
    "short": "'[0-9]{2}(?![0-9'])",
    "spoken": _SPOKEN_YEAR,
    "year": f"[12][0-9]{{3}}(?![0-9]|,[0-9]{{3}}|[.][0-9])|'[0-9]{{2}}(?![0-9'])|{_SPOKEN_YEAR}",
    "mm": "0[1-9]|1[0-2]",
    "dd": "0[1-9]|[12][0-9]|3[01]",
    "n2": "[0-9]{1,2}",
    "y2": "[12][0-9]{3}|[0-9]{2}",
    "day": "(0?[1-9]|[12][0-9]|3[01])(st|nd|rd|th)?(?![0-9:/]|[.,][0-9]| ?%|[- ](year|month|day|week|hour|minute|point|percent))",
    "dayth": "(0?[1-9]|[12][0-9]|3[01])(st|nd|rd|th)(?![0-9])|<ordinal>",
    "dayword": "<ordinal>",
    "nth": "[0-9]{1,2}(st|nd|rd|th)|<ordinal>",
    "hour": "[01]?[0-9]|2[0-4]",
    "min": "[0-5][0-9]",
    "frac": "[.][0-9]{1,9}",
    "tz": "[+-][0-9]{2}:?[0-9]{2}|<zone>",
    "count": (
        "([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,4})([.][0-9]{1,2})?( [0-9]/[0-9])?( (hundred|thousand|million))?"
        "|[0-9]/[0-9]"
        "|(a (?=hundred|thousand|dozen|million))?<number>([ -](and )?<number>){0,4}( and a half)?"
        "|an?|half an?|a half"
    ),
    "vague": (
        "(a |an |the )?(couple|few|number|handful|good many|great many|matter|lot)( of)?( more)?|several( more)?|some|many"
        "|dozens of|hundreds of|thousands of|various|countless|numerous"
    ),
    "bigcount": "[0-9]{1,4}",
    "four": "[0-9]{1,4}",
    "two": "[0-9]{2}",
    "bare": "[0-9]{1,2}(st|nd|rd|th)?",
    "capyear": "[12][0-9]{3}",
}

_DATE_YEAR: Final = "( of|,)? <year>"
_YEAR_STEP: Final = "(of |in |,)?((<shift>|<story>) year)"

_RULES: Final[tuple[Rule, ...]] = (
    # figures
    Rule("instant", "instant", "<year4>-<mm>-<dd>(t| )<hour>:<min>(:<sec:min>)?(<frac>)?( ?<tz>)?"),
    Rule("iso-day", "iso", "<year4>[-/.]<mm>[-/.]<dd>(?![-/0-9])"),
    Rule("figures", "figures", "<first:n2>[/.-]<second:n2>[/.-]<y2>(?![-/0-9]|[.][0-9])"),
    Rule("iso-month", "isomonth", "<year4>-<mm>(?![-/0-9])"),
    # times of day
    Rule(
        "clock",
        "clock",
        "(<approx> )?<hour>(:<min>)?(:<sec:min>)? ?<meridiem>(,? <zone>)?( (this|yesterday|tomorrow) <part>)?(,? (on )?(<weekday>|<deictic>)|,? (on )?(<weekday>,? )?<month> <day>(,? <year>)?)?",
    ),
    Rule(
        "clock-24",
        "clock",
        "(<approx> )?<hour>[:]<min>(:<sec:min>)?( ?<zone>)?(,? (on )?(<weekday>|<deictic>))?(?![:.][0-9]|-[0-9])",
    ),
    Rule("clock-military", "military", "<hhmm:four>( hours)? <zone>"),
    Rule("clock-name", "clockname", "(<approx> )?<clock>(,? (on )?(<weekday>|<deictic>))?"),
    # days
    Rule(
        "part-of-day",
        "day",
        "(the )?((<mod>|<edge>) )?<part> of ((<weekday>),? )?(the )?(<month> (the )?<day>(,? <year>)?|<day>( of)? <month>(,? <year>)?)",
    ),
    Rule(
        "day-month",
        "day",
        "((late|early) on )?((<shift> )?<weekday>(,| the)? )?(the )?<day>( of|,)?[ -]<month>([ -]<year>|(,| of) <year>| <yearstep:shift> year| of <yearstory:story> year)?( <part>)?",
    ),
    Rule(
        "month-day",
        "day",
        "((<shift> )?<weekday>(,| the)? )?<month> (the )?(<day>|<dayth>)((,| of| in)? <year>| <yearstep:shift> year| of <yearstory:story> year)?( <part>)?",
    ),
    # months
    Rule("edge-of-month", "month", "(the )?(very )?<edge> of (the )?<month>(( of|,)? <year>)?"),
    Rule(
        "month-year",
        "month",
        "(<mod>[ -])?<month>((,| of)? <year>|,? <yearstep:shift> year|,? of <yearstep:shift> year| of <yearstory:story> year|'<two>(?![0-9]))",
    ),
    Rule("month-step", "month", "((<mod>|<edge> of)[ -])?(<shift>|<story>) <month>"),
    Rule("month", "month", "(<mod>[ -])?<month:lonemonth>"),
    # seasons
    Rule(
        "season-year",
        "season",
        "(the )?((<mod>|<edge> of( the)?)[ -])?<season>( of|,| in)?( <year>|(,| of|) (<yearstep:shift>|<yearstory:story>) year)",
    ),
    Rule("season-step", "season", "((the )?(<mod>|<edge> of)[ -])?(<shift>|<story>)[ -]<season>"),
    Rule("season", "season", "(the )((<mod>|<edge> of the)[ -])?<season>"),
    Rule("season-mod", "season", "<mod>[ -]<season>|<edge> of <season>"),
    # quarters and halves
    Rule(
        "year-quarter",
        "quarter",
        "(the )?(<year>|<yearstep:shift> year|<shift:story> year)('s)?[ -]<nth>[ -](<quarter:quarterword>|<half:halfword>)",
    ),
    Rule(
        "quarter-year",
        "quarter",
        "((the|its|their|his|our|a) )?(fiscal )?<nth>( fiscal)?[ -](<quarter:quarterword>|<half:halfword>)( of| in)?( (the )?fiscal( year)?)? <year>",
    ),
    Rule(
        "quarter-of-step",
        "quarter",
        "(the )?<nth>[ -](<quarter:quarterword>|<half:halfword>) (of |in )?(<yearstep:shift>|<yearstory:story>) year",
    ),
    Rule("quarter-code", "quarter", "q<number4:qn>[ -]?(<year>)?|<number4:qn>q[ -]?<year>"),
    Rule("quarter", "quarter", "(the )?(fiscal )?<nth>( fiscal)?[ -](<quarter:quarterword>)"),
    Rule("half", "quarter", "the <nth>[ -](<half:halfword>)"),
    # days by their distance
    Rule("deictic-part", "deictic", "((<mod>) )?<deictic> <part>"),
    Rule(
        "this-part",
        "thispart",
        "((<mod>|the <edge> of) )?(this|<thatpart:thatword>)( very| same)? <part>",
    ),
    Rule("last-night", "lastnight", "(<mod> )?(<last:lastword> <part>|<tonight:tonightword>)"),
    Rule("deictic", "deictic", "(<mod> )?<deictic>"),
    Rule(
        "every-weekday",
        "set",
        "(every|each)( other)? (<weekday>|<month>|<part>|<season>|<unit>|<count> <plural>)( (morning|afternoon|evening|night))?",
    ),
    Rule("weekdays", "weekdays", "<weekday:loneweekday>s( <part>)?|<weekday:loneweekday> <part:nightsword>"),
    Rule("weekday-step", "weekday", "(<mod> )?(<shift>|<story>)( week's)? <weekday>( <part>)?"),
    Rule("weekday-week", "weekday", "<weekday>( <part>)? (of )?<weekstep:shift> week"),
    Rule("weekday", "weekday", "((<mod>)( on)? )?<weekday:loneweekday>( <part>)?"),
    # centuries, decades, years
    Rule(
        "century",
        "century",
        "(the )?((<mod>|<edge> of the|first half of the|second half of the)[ -])?<nth>[ -](century|centuries)( <era>)?",
    ),
    Rule("turn-of-century", "turn", "the turn of the (<nth> )?century"),
    Rule(
        "decade",
        "decade",
        "(the )?((<mod>|<edge> of the)[ -])?(<ten:tens>|'<two>|<tenword:decade>|nineteen[ -]<tenword:decade>)'?s?(?<=s)",
    ),
    Rule(
        "era",
        "era",
        "(<mod> |(the )?<edge> of )?((the )?year )?<four>([ ]?-[ ]?<other:four>)? <era>|(<mod> |(the )?<edge> of )?<era>[ ]<four>",
    ),
    Rule("edge-of-year", "year", "(the )?(very )?<edge> of (the year )?<year>"),
    Rule("fiscal-year", "year", "(the )?(fiscal|financial)( year)? <year>|fy ?(<year>|<two>)"),
    Rule("mod-year", "year", "<mod>[ -]((the )?year )?<year>"),
    Rule("the-year", "year", "(the )?years? <year>"),
    Rule("year-range", "yearrange", "<year4>-<two>(?![0-9/-])"),
    Rule("year", "year", "<year>"),
    # holidays
    Rule(
        "holiday",
        "holiday",
        "((<mod>) )?((<shift>|<story>) )?<holiday>(,| of| in)?( <year>| <yearstep:shift> year)?( (eve|night|morning))?",
    ),
    # distances
    Rule(
        "distance",
        "distance",
        "(<approx> )?(<count>|<vague>)[ -](<plural>|<unit>)( or so)?( and a half)?[ -]<direction>(?! (on|for))( (<weekday>))?",
    ),
    Rule("vague-distance", "distance", "(<approx> )?<plural> <direction>"),
    Rule(
        "last-count",
        "span",
        "(the )?(<shift>|previous|preceding|following|first|final|ensuing|intervening) (<count>|<vague>)[ -](<plural>|<unit>)( or so)?",
    ),
    Rule("recent-units", "recent", "(the )?<recent:recentword> <plural>"),
    # steps by a unit
    Rule(
        "unit-step",
        "step",
        "((the )?(<mod>|<edge> of)[ -])?(<shift>|<story>)( same)?( fiscal| calendar| full)? (<unit>)",
    ),
    Rule("year-end", "step", "<yearend:yearendword>"),
    Rule(
        "edge-unit", "step", "(the )?(<mod>|<edge>)( in| of) the( same| following| current)? <unit>"
    ),
    # lengths
    Rule(
        "range-length",
        "length",
        "(<approx> )?<low:count>(-| to | or )<count>[ -](<plural>|<unit>)([ -](old|long))?",
    ),
    Rule("units-or-units", "unitsor", "<plural> or( even)? <more:plural>"),
    Rule("per-unit", "rate", "(<vague> times )?per <unit>"),
    Rule("last-week-of", "length", "the (last|first|final|opening|closing) (<unit>)(?= of)"),
    Rule("weekend", "step", "the <unit:weekendword>"),
    Rule("rate", "rate", "(once|twice|<count> times|<vague> times) (a|an|each|every|per) <unit>"),
    Rule(
        "length",
        "length",
        "(<approx> )?(<count>|<vague>)( more| full| consecutive| straight| whole| additional| long| trading| business| working| calendar| short)?[ -](<plural>|<unit>)([ -](old|long))?( and a half)?",
    ),
    Rule("vague-length", "vaguelength", "<plural>(-long)?"),
    # how often, and without a date
    Rule("frequency", "frequency", "<frequency>"),
    Rule("reference", "reference", "<reference>"),
    Rule("story-reference", "storyreference", "<reference:storyreference>"),
)

_PATTERNS |= {
    "trailing": "(before|after|prior|on)(?=[.,;:)]|$)",
    "quarterword": "quarter",
    "halfword": "half",
    "weekendword": "weekend",
    "qn": "[1-4]",
    "thatword": "that",
    "lastword": "last",
    "tonightword": "tonight|overnight",
    "nightsword": "mornings|afternoons|evenings|nights",
    "tens": "[12][0-9]{2}0",
    "recentword": "recent|past|coming|future",
    "yearendword": "year[ -]end|the year[ -]end",
}

_GATE: Final = (
    "[0-9']|<month>|<weekday>|<season>|<mod>|<edge>|<deictic>|<holiday>|<number>|<ordinal>|<decade>|<part>"
    "|<plural>|<frequency>|<reference>|<clock>|<story>|<shift>|<era>|<storyreference>|per"
    "|(the|its|their|his|our|a|an) (<ordinal>|<number>|<month>|<season>|<mod>|<edge>|<unit>|<plural>|<decade>|few|couple"
    "|number|matter|handful|good|great|lot|year|day|night|turn|recent|past|coming|future|fiscal|financial|half|dozen|first|final|previous|preceding|following|intervening|ensuing|time|moment|present|near|long|short|foreseeable|distant|immediate|full|mere|little|[0-9'])"
    "|<approx> |several|few|some|many|dozens|hundreds|thousands|every|each|this|last|that|tonight|overnight|year|fiscal|financial|fy|recent|past|coming"
    "|q[1-4]|once|twice|couple|half"
)

_CUES: Final[dict[str, str]] = {
    # the tense of the words before: the last of these decides
    "tense": (
        r"\b(?P<past>(had|have|has|having)( been)?( \w+ly)? (due|scheduled|expected|planned|slated|supposed|set)|"
        r"(was|were|had|did|has|have|been|said|says|told|came|went|took|made|gave|won|lost|died|began|held|met|left|"
        r"fell|rose|saw|got|became|since|wrote|found|sent|shot|hit|struck|led|ran|broke|spoke|brought|bought|sold|"
        r"paid|drew|grew|knew|flew|kept|built|felt|fought|sought|thought|taught|caught|put|cut|shut|quit|read|"
        r"(?!(need|speed|indeed|exceed|proceed|succeed|feed|seed|bleed|breed|red|bed|fed|hundred|united|agreed to|scheduled|expected|planned|slated|supposed)\b)[a-z]{2,}ed))\b|"
        r"\b(?P<future>(will|shall|won't|would|'ll)( not)?( \w+ly)?( be| have)?( \w+ed)?|going to|"
        r"((is|are|was|were|be|been) )?(expected|scheduled|slated|due|planned|supposed|set|likely|ready|prepared|poised)( to( be \w+ed)?| for)|"
        r"(expects?|plans?|hopes?|intends?|aims?|wants?|agrees?|agreed|vows?|promises?|prepares?|preparing|planning|hoping) (to|for)|"
        r"(is|are) to|to be|to (take|meet|begin|start|attend|hold|visit|return|vote|open|close|go|leave|travel|resume|expire|discuss|announce|appear|testify|play|face|launch|speak|decide)|upcoming|effective|payable|matures?|maturing|takes? effect|begins|starts|opens|arrives|leaves|meets|deadline)\b"
    ),
    "tense_after": (
        r"\b(?P<past>was|were|had|did|said|told|came|went|took|made|gave|won|lost|died|began|held|met|left|fell|rose|saw|got|"
        r"became|wrote|found|sent|shot|hit|struck|led|ran|broke|spoke|brought|[a-z]{2,}ed)\b|"
        r"\b(?P<future>will|shall|won't|'ll|is to|are to|(is|are) (expected|scheduled|due|set|planned|going))\b"
    ),
    "joined_year": r" ?(and|or|to|through|-|until|till) ?(the )?(<bare> )?(<month>|<season>)?( <bare>)?,? <capyear>\b",
    "from_publication": r"ago|from now|from today|hence",
    "counted": r"^ (men|women|people|soldiers|troops|miles|km|dead|tons|feet|meters|metres|votes|points|pounds|dollars|percent|per cent|words|shares|jobs|homes|of them|yards|acres|others|residents|civilians|tanks|members|workers|employees|years|copies|vehicles|cars|units|students|pages)\b",
    "number_of": r"(\bunit|\bflight|\bno\.|\bnumber|\broute|\bhighway|\bpage|\bpp?\.|\broom|\bbox|\bresolution|\bversion|\bmodel|\bnovel|\bverse|\bpsalm|\bchannel|\bserial|\bboeing|\bairbus|[$€£#]) ?$",
    "name_before": r"\b(mr|mrs|ms|dr|sir|gen|theresa|prime minister|aunt|president)\.? $",
    "name_after": r"^( (has|have|had) to (not )?be\b)|^-[a-z]",
    "length_before": r"\b(for|in|within|over|after|during|of|lasted|lasting|through|many|took|take|taken|spent|spend|spends|spending|just|only)( the)? $",
    "not_reference": r"^ (as|and then|again) ",
    "not_season": r"^ (of (?![12][0-9]{3}|that|this|last|the year|next)|from|into|in (prices|value|the))",
    "age": r"^( (of age|old)|-old)|^ old",
    "fraction_after": r"^ of|^ (percent|majority|share)",
    "lasting": r"(last|lasts|lasted|lasting|for|took|takes|take|after|spent|of|waited|been|within|in)( \w+ly)? $",
    "month_before": r"<month>\.?$",
    "about_before": r"(about|around|roughly|approximately|some|circa|c\.|ca\.) $",
    "since": r"\b(since|from|starting|beginning|effective)( in| on)?( the| about| around| at least| early| as early as)? $",
    "until": r"\b(until|till|through|up to|no later than|not later than|by)( in| on)?( the| at least| about| around)? $",
    "before": r"\b(before|prior to|preceding|ahead of)( the)? $",
    "after": r"\b(after|following|subsequent to|later than)( the)? $",
    "about": r"\b(about|around|circa|c\.|roughly|approximately|sometime in|some time in)( the)? $",
}

ENGLISH: Final = Language(
    code="en", words=WORDS, patterns=_PATTERNS, rules=_RULES, gate=_GATE, cues=_CUES
)

"""English grammar of time: the rules in order of trial, and what an expression may begin with. Data."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.grammar import FIGURE, YEAR_FIGURE, Language, Rule
from ingest.extract.when.languages.english import UNIT_NOUNS, WORDS
from ingest.extract.when.languages.english_cues import CUES
from ingest.extract.when.languages.english_patterns import PATTERNS

# Pieces that several rules share.
_OWN: Final = "(the|its|their|his|our|a)"
_OF_YEAR: Final = "(( ?,| of| in)? <year>| <yearstep:shift> year|( of)? <yearstory:story> year)"
_OF_MONTH_YEAR: Final = (
    "(( ?,| of)? <year>|,? (of )?<yearstep:shift> year| of <yearstory:story> year)"
)
_JOIN: Final = "( ?[-/&] ?| (and|or|to|through|until|till|into) |, )"
_AFTER_SEASON: Final = "((?<=the[ ]spring[ ]and[ ])|(?<=the[ ]summer[ ]and[ ])|(?<=the[ ]autumn[ ]and[ ])|(?<=the[ ]fall[ ]and[ ])|(?<=the[ ]winter[ ]and[ ]))"
#: "8 p.m. this evening", "8 p.m. tonight".
_PART: Final = "( (<thispart:thisword>|<deictic>) <part>| <thispart:tonightword>)"
_DAY: Final = (
    "((<weekday>,? )?(<month> <day>|<day> <month>)(,? <year>)?|<weekday>(?! ?:)|<deictic>)"
)
_ON_DAY: Final = "( [a-z]+ time)?(,? (on )?" + _DAY + ")"
#: The day of "9 a.m." in "from 9 a.m. to 5 p.m. on 3 May".
_ON_LATER_DAY: Final = (
    "(?=( ?- ?| (to|until|till|and) )[0-9]{1,2}([:.][0-9]{2})?( ?[ap][.]?m[.]?)?( ?<zone>)?,? (on )?"
    + _DAY
    + ")"
)
#: "Prices will fall in 2025" names no season.
_NO_VERB: Final = "(?!(?<!the[ ])(?<!in[ ])(?<!by[ ])(?<!early[ ])(?<!late[ ])fall in )"
#: What follows the second of two days ("May 4 and 5 were"), and not a number of things.
_ENDS: Final = r"([.,;:)]| (were|was|had|have|has|when|while|as|at|in|by|with|to|the)(?!\w))"
_QUARTER: Final = "(<quarter:quarterword>|<half:halfword>)"
#: "July 16/" before "17"; what stands behind is of one width.
_MONTH_ENDS: Final = "ary|rch|ril|may|une|uly|ust|ber|jan|feb|mar|apr|jun|jul|aug|sep|ept|oct|nov|dec|an[.]|eb[.]|ar[.]|pr[.]|un[.]|ul[.]|ug[.]|ep[.]|pt[.]|ct[.]|ov[.]|ec[.]"
_AFTER_DAY: Final = f"((?<=({_MONTH_ENDS})[ ][0-9]/)|(?<=({_MONTH_ENDS})[ ][0-9]{{2}}/))"
#: "Over the years", not "over the years since".
_ALL_THE: Final = "((?<=over[ ])|(?<=down[ ]))the <plural>(?! (of|in|to|from|since|before|after|until|when|that|which|between|ending|ended|leading|[0-9]))|"
#: "the past" is a time; "the past three years" is another.
_NO_PERIOD: Final = "(?! ((<count>|<vague>|few|fiscal|calendar|full) )?(<plural>|<unit>|<season>|<month>|<weekday>)(?![a-z]))"

# fmt: off
_FIGURES: Final = (
    Rule("instant", "instant", "<year4>-<mm>-<dd>(t| )<hour>:<min>(:<sec:min>)?(<frac>)?( ?<tz>)?"),
    Rule("iso-day", "iso", "<year4>[-/.]<mm>[-/.]<dd>(?![/0-9]|-[0-9])"),
    Rule("compact-day", "iso", "(?=19|20)<year4><mm><dd>(?![0-9]|[.,:-][0-9])"),
    Rule("figures", "figures", "<first:n2>[/.-]<second:n2>[/.-]<y2>(?![/0-9]|-[0-9]|[.][0-9])"),
    Rule("iso-month", "isomonth", "(?![12][0-9]<turnsyear>)<year4>-<mm>(?![-/0-9])"),
)
_CLOCKS: Final = (
    Rule("clock", "clock", "(<approx> )?<hour>([:.]<min>)?(:<sec:min>)? ?<meridiem>(,? <zone>)?" + _PART + "?" + _ON_LATER_DAY + "?" + _ON_DAY + "?"),
    Rule("clock-24", "clock", "(<approx> )?<hour>(:<min>|[.]<min>(?= ?<zone>))(:<sec:min>)?( ?(hrs|hours))?( ?<zone>)?(" + _PART + "| in the <part:dayhalf>)?" + _ON_LATER_DAY + "?" + _ON_DAY + "?(?![:.][0-9]|-[0-9]:)"),
    Rule("clock-military", "military", "(<approx> )?(<hhmm:clockdigits>( hours)? <zone>(?!-)|<hhmm:military> hours)" + _ON_DAY + "?"),
    Rule("clock-name", "clockname", "(<approx> )?<clock>( <zone>)?" + _ON_DAY + "?"),
    Rule("oclock", "clock", "(<approx> )?(<hour>|<hourword:number>) <oclock>( in the <part>)?|<hour> in the <part:dayhalf>"),
)
_DAYS: Final = (
    Rule("day-era", "dayera", "(<day>( of)? <month>|<month> <day>),? (<era4:four> <era>|<era> <era4:four>)"),
    Rule("part-of-day", "day", "(the )?((<mod>|<edge>) )?(hours of )?<part>( hours)? of (<weekday>,? )?(the )?(<month> (the )?<day>(,? <year>)?|<day>( of)? <month>(,? <year>)?)"),
    Rule("day-month", "day", "(<approx:circa> )?(<mod> (on )?)?(((this|next|last) )?<weekday>(,| the)? )?(the )?<day>( of|,)?[ -]<month>([ -]<year:figureyear>|(?<=-[a-z]{3})-<two>(?![-:/0-9])|(?<=[ ][a-z]{3}) <two>(?=[.;)|]|,(?! ?[0-9]{3})| ?$)|" + _OF_YEAR + ")?( <part>)?"),
    Rule("ordinal-of-month", "day", "((<weekday>),? )?(the )?<dayth> (<unit:dayword> )?of <month>(" + _OF_YEAR + "|( ?,| of)?( in the year)? <year:longyear>)?"),
    Rule("edge-day", "edgeday", "(the )?(<first:firstedge>|<last:lastedge>) <day:dayword> of (<month>" + _OF_MONTH_YEAR + "?|<year>|(the |<shift> )<unit:monthoryear>)"),
    Rule("month-day", "day", "(<approx:circa> )?(<mod> (on )?)?(((this|this coming|next|last) )?<weekday>(,| the)? )?((this|next|last) )?<month> (the )?(<day>|<dayth>|<day:slashday>)" + _OF_YEAR + "?( <part>)?"),
    Rule("year-month-day", "day", "<year:figureyear> <month> <day>(?! ?[0-9:])"),
    Rule("day-joined", "day", "(the )?<day>(?=" + _JOIN + "(the )?([0-9]{1,2}(st|nd|rd|th)?" + _JOIN + ")?(the )?[0-9]{1,2}(st|nd|rd|th)?( of)? <month>((,| of)? <year>)?)"),
    Rule("day-slash", "day", "(the )?<day:slashday>(?=/[0-9]{1,2}(st|nd|rd|th)?( of)? <month>((,| of)? <year>)?)"),
    Rule("the-nth", "daynth", "(?<=on[ ])the <day:numth>(?=[.,;:)]| (and|was|were|had|he|she|they|the|it|in|at|[a-z]+ed) )"),
    Rule("day-tail", "daytail", "(?<![0-9]{4}-)(?<=[0-9]-)<day>(,? <year:figureyear>)?|" + _AFTER_DAY + "<day>(,? <year:figureyear>)?|((?<=[0-9][ ]and[ ])|(?<=(st|nd|rd|th)[ ]and[ ])|(?<=[0-9][ ]&[ ]))<day>(, <year:figureyear>|(?=" + _ENDS + "))|(?<=[0-9][ ]-[ ])<day>(,? <year:figureyear>)?"),
)
_MONTHS: Final = (
    Rule("edge-of-month", "month", "(the )?(very )?<edge> of (the )?<month>( <era4:four> <era>|" + _OF_MONTH_YEAR + ")?"),
    Rule("month-era", "month", "(<mod>[ -])?<month> <era4:four> <era>"),
    Rule("month-year", "month", "(<approx:circa> )?((?!the [a-z]+-)<mod>[ -])?<month>(" + _OF_MONTH_YEAR + "|'<two>)"),
    Rule("year-month", "month", "<year:figureyear> (?!may(?![a-z]))<month:lonemonth>(?! ([0-9]|of(?![a-z])))"),
    Rule("month-step", "month", "((<mod>|<edge> of)[ -])?(<shift>|<story>) <month>(?![.]? ?[0-9])"),
    Rule("month", "month", "((?!the [a-z]+-)<mod>[ -])?<month:lonemonth>"),
)
_SEASONS: Final = (
    Rule("season-era", "season", "(the )?((<mod>|<edge> of( the)?)[ -])?<season>( of)? <era4:four> <era>"),
    Rule("season-year", "season", "(the )?((<mod>|<edge> of( the)?)[ -])?" + _NO_VERB + "<season>( of|,| in)?( <year>|(,| of|) (<yearstep:shift>|<yearstory:story>) year)"),
    Rule("year-season", "season", "(the )?<year>([-/]<tail:yeartail>)? <season>(?! (of|olympics?|games|paralympics?)(?![a-z]))"),
    Rule("season-step", "season", "((the )?(<mod>|<edge> of)[ -])?(<shift>|<story>)[ -]<season>"),
    Rule("season-joined", "season", "<season>(?=" + _JOIN + "(the )?([a-z]+[ -])?(spring|summer|autumn|fall|winter)( of)? [12][0-9]{3}(?![0-9]))|" + _AFTER_SEASON + "(<mod>[ -])?<season>"),
    Rule("season", "season", "the ((<mod>|<edge> of the)[ -])?<season>"),
    Rule("season-mod", "season", "<mod>[ -]<season>|<edge> of <season>"),
)
_QUARTERS: Final = (
    Rule("year-quarter", "quarter", "(the )?((fiscal )?<year>|<yearstep:shift> <unit:yearunit>)('s)?[ -]<nth>[ -]" + _QUARTER),
    Rule("quarter-year", "quarter", "(" + _OWN + " )?(fiscal )?<nth>( fiscal)?[ -]" + _QUARTER + "( of| in)?( (the )?(fiscal|financial|calendar)( year)?)? <year>"),
    Rule("quarter-of-step", "quarter", "(the )?<nth>[ -]" + _QUARTER + " (of |in )?(<yearstep:shift>|<yearstory:story>) year"),
    Rule("quarter-ago", "quarter", "(the )?(fiscal )?<nth>[ -]" + _QUARTER + ",? (<back:yearback>)"),
    Rule("month-quarter", "quarter", "the <month> <quarter:quarterword>"),
    Rule("quarter-fiscal", "quarter", "<code:quartercode>( of)? <fiscalcode>"),
    Rule("quarter-code", "quarter", "<code:quartercode>([ -](of )?|(?='))<year>|<year>[ -]<code:quartercode>|(?<=in )<code:quartercode>|(?<=for )<code:quartercode>|<code:quartercode>(?=( net)? (results|earnings|profits?|sales|revenues?|gdp|figures|report))|<number4:qn>q[ -]?<year>".replace("in )", "in[ ])").replace("for )", "for[ ])")),
    Rule("quarter", "quarter", "(the )?(fiscal )?<nth>( fiscal)? <quarter:quarterword>(?! of (the )?[0-9a-z]+(-[a-z]+)?[ -]centur)|<nth>-<quarter:quarterword>"),
    Rule("half", "quarter", "the <nth>[ -]<half:halfword>(?! of)"),
    Rule("last-half", "quarter", "the <last:lastedge> <half:halfword> of <year>"),
)
_ACCOUNTS: Final = (
    Rule("year-ago-period", "yearago", "((the|its|their|a) )?((corresponding|comparable|same|similar) )?<back:yearagowords> (<nth>[ -])?<period>|<back:yearagoword>"),
    Rule("same-unit-last-year", "sameunit", "(the|its) same <unit:stepunit>( (of|in) <year:figureyear>| <back:lastyear>)"),
    Rule("same-period-last-year", "yearago", "(the|its) (corresponding|comparable|same|like|similar|equivalent) (<nth>[ -])?<period>( of| in)?( (last year|a year ago|a year earlier|the previous year|the year before|the prior year|the year-earlier))"),
    Rule("same-period-of", "thisperiod", "(the|its|their) (corresponding|comparable|same|like|similar|equivalent) <period> (of|in) <year>"),
    Rule("last-year-quarter", "yearago", "last <back:yearsword> (<nth>[ -])?<period>"),
    Rule("this-period", "thisperiod", "the (latest|most recent) <period>|the <period:quarterword>(?!-to-)"),
    Rule("year-period", "thisperiod", "(the )?((like|corresponding|comparable|same|similar|equivalent) )?<year> <period>"),
)
_DEICTICS: Final = (
    Rule("deictic-part", "deictic", "((<mod>) )?<deictic> <part>|<part> <deictic>"),
    Rule("next-part", "storypart", "(<mod> )?<story> <part>"),
    Rule("this-part", "thispart", "((<mod>|the <edge> of) )?(this|<thatpart:thatword>)( very| same)? <part>"),
    Rule("the-part", "daypart", "(?<=in[ ])the <part:dayhalf>|(?<=by[ ])<part:midpart>"),
    Rule("night-of", "nightof", "<tonight:overnightword>(?=,? ((<into:intoword>|on|from|between) (the )?)?(<weekday:loneweekday>|<month> <day>|<day> <month>)(,? <year:figureyear>)?)"),
    Rule("last-night", "lastnight", "(<mod> )?(<last:lastword> <part>|<tonight>)"),
    Rule("deictic", "deictic", "(<mod> )?<deictic>"),
)
#: What is numbered itself: "on Thursday, the 5th Circuit ruled" gives no day of the month.
_OF_NO_SERIES: Final = (
    r"(?! (of|u[.]?s[.]?|circuit|district|army|fleet|corps|division|brigade|battalion|regiment|infantry"
    r"|armou?red|airborne|marine|amendment|congress|anniversary|edition|round)(?![a-z]))"
)
_WEEKDAYS: Final = (
    Rule("every", "set", "(every|each)( <other:otherword>| <nth>)? (<weekday>|<month>( <day>)?|<day> <month>|<part>|<season>|<unit>|<count> <plural>)( (morning|afternoon|evening|night))?"),
    Rule("nth-weekday", "nthweekday", "the (<nth>|<last:lastedge>) <weekday:loneweekday> (of|in) <month>" + _OF_MONTH_YEAR + "?"),
    Rule("weekday-nth", "weekdaynth", "(<shift> )?<weekday:loneweekday>,? the <day:numth>" + _OF_NO_SERIES),
    Rule("weekdays", "weekdays", "<weekdayplural>( <part>)?|<weekday:loneweekday> <part:nightsword>"),
    Rule("weekday-step", "weekday", "(<mod> )?(<shift>|<story>)( week's)? <weekday:loneweekday>( <part>)?"),
    Rule("weekday-week", "weekday", "<weekday>( <part>)? ((of )?<weekstep:shift>|of <weekstory:story>) week|<weekstep:shift> <unit:weekword>,? on <weekday>( <part>)?"),
    Rule("weekdays-ago", "weekdaysago", "(<count>|<vague>) <weekdayplural> ago"),
    Rule("weekday", "weekday", "((?!earlier |later )<mod>( on)? )?<weekday:loneweekday>( <part>)?"),
)
_YEARS: Final = (
    Rule("century", "century", "(the )?((<mod>|<centurypart> of the|<edge> of the)[ -])?<nth>[ -]<unit:centuryword>( <era>)?"),
    Rule("century-joined", "century", "(the )?<nth:bareth>(?=" + _JOIN + "(the )?((early|late|mid)[ -])?[0-9]{1,2}(st|nd|rd|th)[ -]centur(y|ies)( <era>)?)"),
    Rule("turn-of-century", "turn", "the turn of the (<nth> )?<unit:centuryword>"),
    Rule("decade-tail", "decadetail", "(?<=s and )<two>'?s|(?<=s or )<two>'?s|(?<=s to )<two>'?s".replace(" ", "[ ]")),
    Rule("decade", "decade", "(the )?((<mod>|<edge> of the)[ -])?(<ten:tens>'?s|'<two>'?s|(nineteen[ -])?<tenword:decade>)"),
    Rule("short-decade", "decade", "the ((<mod>|<edge> of the)[ -])?<two:shorttens>s"),
    Rule("decade-era", "decadeera", "(the )?((<mod>|<edge> of the) )?<era4:four>s <era>"),
    Rule("era-joined", "era", "(the )?<four>(?=" + _JOIN + "[0-9]{1,4} <era>(?!\\w))"),
    Rule("era", "era", "(<approx:circa> )?((<mod>|(the )?<edge> of) )?((the )?year )?<four> <era>|(<mod> |(the )?<edge> of )?<era> <four>"),
    Rule("year-end-of", "year", "(<approx:circa> )?<unit:yearunit>[ -]<edge:endword> <year>"),
    Rule("edge-of-year", "year", "(the )?(very )?<edge> of (the <unit:yearunit> )?<year>"),
    Rule("fiscal-code", "fiscalcode", "<fiscalcode>"),
    Rule("fiscal-year", "year", "(the )?(fiscal|financial)( year)? <year>|fy ?(<year>|<two>)"),
    Rule("mod-year", "year", "<mod>[ -]((the )?year )?<year>"),
    Rule("year-named", "year", "(the )?(full[ -])?year <year>|the years <year>"),
    Rule("year-range", "yearrange", "<year4>(?=[-/]<tail:two>(?![-/0-9]))|(?=[12][0-9]{2}<turnsdigit>)<year4>(?=[-/]<tail>)"),
    Rule("year-tail", "yeartail", "(?<=[12][0-9]{3}[-/])<tail>(?![-/0-9])"),
    Rule("year", "year", "(<approx:circa> )?<year>"),
)
_HOLIDAYS: Final = (
    Rule("named-day", "holiday", "<holiday:figureday>(?![/0-9])"),
    Rule("holiday-weekend", "holidayweekend", "((<mod>) )?(the |(<shift>|<story>) )?(long )?<holiday>( holiday| bank holiday)? <weekend:weekendword>((,| of| in)? <year:figureyear>)?"),
    Rule("holiday", "holiday", "((<mod>) )?((<shift>|<story>) )?<holiday>((,| of| in)? <year>| <yearstep:shift> year)?( (eve|night|morning))?"),
)
_DISTANCES: Final = (
    Rule("anniversary", "anniversary", "(<approx> )?<count> <plural:stepunits> ago (<deictic:todayword>|(on )?<weekday:loneweekday>|this <unit:stepunit>|this <season>)(?!')"),
    Rule("distance", "distance", "(<approx> )?(<count>|<vague>)[ -]<plural:units>( or (so|more))?( and a half)? (<direction:mover>(?! than)|<direction:trailing>(?=[.,;:)]))"),
    Rule("range-distance", "rangedistance", "(<approx> )?<low:smallcount>( to | or |-)<count>[ -]<plural:units> <direction:mover>(?! than)"),
    Rule("nth-day", "nthday", "((?<=is[ ])|(?<='s[ ])|(?<=was[ ])|(?<=marks[ ]))(the )?<nth>( straight| consecutive| full)? <unit:dayword>(?= of (?!<month:month>|(the|this|that|last|next) (week|month|quarter|season|year)))"),
    Rule("between-distance", "rangedistance", "(?<=between[ ])<low:smallcount> and <count>[ -]<plural:units> <direction:mover>(?! than)"),
    Rule("unit-or-two", "rangedistance", "(<approx> )?<low:single> <plural:units> or <count:pair> <direction:mover>(?! than)"),
    Rule("unit-before", "distance", "the <plural:stepunit> (<direction:mover>(?! than)|<direction:trailing>(?=[.,;:)]))"),
    Rule("time-hence", "distance", "(?<=in[ ])(<approx> )?(<count>|<vague>)[ -]<plural:units>' <direction:timeword>"),
    Rule("vague-distance", "distance", "<plural> (<direction:mover>|<direction:trailing>(?=[.,;:)]))"),
    Rule("last-count", "span", "((the )?(<shift>|previous|first|final|opening|closing)|the (preceding|following|ensuing|intervening)) (<count>|<vague>)[ -]<plural>( or (so|more))?"),
    Rule("last-range", "span", "(the )?(<shift>) <low:count>( to |-)<count> <plural>"),
    Rule("recent-units", "recent", "(the )?<recent:nearword> <plural>(?! (after|before)(?![a-z]))"),
)
_STEPS: Final = (
    Rule("weekend-of", "weekof", "(the|this) <weekend:weekendword>(?= of (the )?(<month> <day>(-[0-9]{1,2}| (and|to) [0-9]{1,2})?|<month> <day:slashday>/[0-9]{1,2}|<day>( of)? <month>|<day:bareday>" + _JOIN + "[0-9]{1,2}(st|nd|rd|th)?( of)? <month>)((,| of)? <year:figureyear>)?)"),
    Rule("weekend-before-last", "weekend", "the <weekend:weekendword> <farshift>"),
    Rule("weekday-before-last", "farweekday", "the <weekday:loneweekday> <farshift>"),
    Rule("weekend", "weekend", "(the|<shift>|<story>) <weekend:weekendword>"),
    Rule("week-of-year", "weekofyear", "(the )?(<last:lastedge>|first|opening) <unit:weekword> (in|of) <year>"),
    Rule("week-of-month", "weekofmonth", "(the )?(<last:lastedge>|first|opening) <unit:weekword> (in|of) (the )?<month>" + _OF_MONTH_YEAR + "?"),
    Rule("last-week-of", "length", "the (last|first|final|opening|closing) <unit>(?= of)"),
    Rule("past-unit", "pastunit", "(the|this) <shift:pastword> <unit>( or so| and a half)?|<shift:comingword> <unit>( or so)?|(?<=in[ ])the <shift:lastword> <unit:recentunit>( or so)?|the <shift:lastword> <unit:recentunit> or so|(?<=over[ ])the <shift:lastword> <unit:recentunit>( or so)?|(?<=within[ ])the <shift:lastword> <unit:recentunit>( or so)?|(?<=for[ ])the <shift:nextword> <unit>( or so)?|(?<=over[ ])the <shift:nextword> <unit>( or so)?|(?<=within[ ])the <shift:nextword> <unit>( or so)?"),
    Rule("next-unit", "nextunit", "(?<=in[ ])<story:thenext> <unit:comingunit>( or so)?(?! (of|after|to|following)(?![a-z]))"),
    Rule("week-of", "weekof", "the <unit:weekword> (of|beginning|starting|ending|commencing)( on)? (the )?(<weekday>,? )?(<month> <day>|<day>( of)? <month>)(,? <year>)?"),
    Rule("day-of-month", "dayofmonth", "the <dayth> of (<shift>|<story>|the) <unit:monthword>"),
    Rule("day-in-year", "dayinyear", "this (same )?<unit:dayword> in <year>"),
    Rule("unit-step", "step", "((the )?(<mod>|<edge> of)[ -])?(<shift>|<story>)( same)?( fiscal| calendar| full)? <unit>( or (so|two))?"),
    Rule("before-last", "step", "the <unit> <farshift>(?!('s)? (<weekday>|<month>|<season>|<unit>|<part>|<holiday>))"),
    Rule("year-to-date", "definite", "(the )?<unit:yearunit>[ -]to[ -]date"),
    Rule("year-end", "step", "(<approx:circa> )?<yearend:yearendword>"),
    Rule("month-end", "step", "(the )?<unit>'s (<edge:endword>)"),
    Rule("edge-unit", "step", "(the )?(<mod>|<edge>)( in| of) the( same| following| current)? <unit>"),
    Rule("the-unit", "definite", r"(the|its|their)( full| fiscal| financial| entire| whole| current fiscal)? <unit>(?= (ended|ending|to|through))|(?<=of[ ])the <unit:periodword>(?! <year>)|(?<=for[ ])the <unit:periodword>(?! (<year>|of|that|in|when|after|before|beginning|starting|ending|commencing|to come|ahead|and)(?!\w))|the (full|fiscal|current fiscal) <unit:yearunit>"),
)
_LENGTHS: Final = (
    Rule("range-length", "length", "(<approx> )?<low:smallcount>((?<=[0-9])-|(?<=[a-z])(?<!ty) ?- ?(?!hundred|thousand|dozen|half)| to | or )<count>[ -]<plural:units>(-long)?"),
    Rule("between-length", "length", "(?<=between[ ])<low:smallcount> and <count>[ -]<plural:units>(?! (ago|earlier|later|before|after)(?![a-z]))"),
    Rule("units-or-units", "unitsor", "<plural> or( even)? <more:plural>"),
    Rule("per-unit", "rate", "((once|twice) )?per <unit>"),
    Rule("rate", "rate", "(once|twice|[a-z]+ times|<count>[ -]<plural>) (a|an|each|every|per) <unit>(?! (ago|before|earlier|later|after)(?![a-z]))"),
    Rule("length", "length", "(<approx> |the (?=<count> <plural>))?((<count>|<vague>)( <adjective>)?[ -]|<count> - (?=[a-z]+(?<!s)( -)? [a-z]))<plural:units>(?!-(ago|earlier)|(?<=second) of <month>|(?<=second)[ -](half|quarter|round|leg|place|placed|team|string|innings|set|tier|row|yellow)(?![a-z]))(-long|-old)?( and a half)?( or (so|two))?"),
    Rule("early-units", "recent", "the <recent:earlyword> <plural>(?= of)|the <recent:followingword> <plural>"),
    Rule("while", "while", "<while>"),
    Rule("vague-length", "vaguelength", "(the )?<plural> (ahead|to come)|" + _ALL_THE + "<plural>(-long)?(?! [12][0-9]{3}(?![0-9]))"),
)
_REFERENCES: Final = (
    Rule("frequency", "frequency", "<frequency:often>|<frequency:adverb>(?= and |[.,;])"),
    Rule("reference", "reference", "<reference>" + _NO_PERIOD),
    Rule("story-reference", "storyreference", "<reference:storyreference>" + _NO_PERIOD),
)
# fmt: on

RULES: Final[tuple[Rule, ...]] = (
    *_FIGURES, *_CLOCKS, *_DAYS, *_QUARTERS, *_MONTHS, *_SEASONS, *_ACCOUNTS, *_DEICTICS,
    *_WEEKDAYS, *_YEARS, *_HOLIDAYS, *_DISTANCES, *_STEPS, *_LENGTHS, *_REFERENCES,
)  # fmt: skip

#: Classes whose words are nuclei by themselves.
_NUCLEUS_CLASSES: Final = [
    "month", "weekday", "weekdayplural", "season", "unit", "plural", "deictic", "reference", "storyreference",
    "often", "adverb", "holiday", "decade", "part", "clock", "era", "yearword", "tonight",
    "halfword", "period", "quartercode", "oclock", "while", "fiscalcode", *UNIT_NOUNS,
]  # fmt: skip
_NUCLEI: Final = frozenset(_NUCLEUS_CLASSES)
_ANY_UNIT: Final = frozenset({"unit", "plural"})
#: The nuclei that other classes may begin with.
_FIRST: Final = {
    **dict.fromkeys(("year4", "figureyear", "tens"), frozenset({YEAR_FIGURE})),
    **dict.fromkeys(
        ("mm", "dd", "n2", "two", "day", "numth", "military", "hour", "min", "bare", "qn", "figureday", "shorttens", "slashday", "tail", "bareth"), frozenset({FIGURE})
    ),
    **dict.fromkeys(("y2", "four", "clockdigits"), frozenset({FIGURE, YEAR_FIGURE})),
    "year": frozenset({YEAR_FIGURE, FIGURE, "yearword"}),
    "count": frozenset({FIGURE, YEAR_FIGURE, "halfword", ""}),
    "smallcount": frozenset({FIGURE, ""}),
    "dayth": frozenset({FIGURE, ""}),
    "nth": frozenset({FIGURE, "secondnoun", ""}),
    "edge": frozenset({"plural", ""}),
    "lonemonth": frozenset({"month"}),
    "loneweekday": frozenset({"weekday"}),
    **dict.fromkeys(("units", "stepunits"), _ANY_UNIT),
    **dict.fromkeys(
        ("yearunit", "yearendword", "yearagoword", "yearagowords", "yearsword"), frozenset({"yearnoun"})
    ),
    **dict.fromkeys(("recentunit", "comingunit", "stepunit", "periodword"), frozenset({"unit"})),
    "dayword": frozenset({"daynoun"}),
    "overnightword": frozenset({"tonight"}),
    "weekword": frozenset({"weeknoun"}),
    "weekendword": frozenset({"weekendnoun"}),
    "monthword": frozenset({"monthnoun"}),
    "quarterword": frozenset({"quarternoun"}),
    "centuryword": frozenset({"centurynoun"}),
    **dict.fromkeys(("nightsword", "dayhalf", "midpart"), frozenset({"part"})),
}  # fmt: skip
#: What follows the first figures of a time: a month, a unit, a.m., other figures that such words follow.
_NAMED: Final = r"<figurename>(?!\w)"
_FIGURE: Final = (
    "([,.][0-9]{1,6}(?![0-9])){0,4}( [0-9]/[0-9]| ?[¼-¾])?(st|nd|rd|th)?"
    f"((?<=[a-z])[.,;:) ]|(?<=[0-9][ ]and[ ][0-9]){_ENDS}|(?<=[0-9][ ]and[ ][0-9]{{2}}){_ENDS}"
    "|:[0-9]{2}|/[0-9]{1,2}(?![0-9])|[.-][0-9]{1,2}[.-][0-9]{2}|'?s(?![a-z])|[ap][.]?m|q"
    f"|( - |[ ,-]{{1,2}})((of|the|<adjective>) )?{_NAMED}| in the (morning|afternoon|evening)"
    f"|{_JOIN}(the )?([0-9]{{1,2}}(st|nd|rd|th)?{_JOIN})?[0-9]{{1,4}}(st|nd|rd|th)?( of)?[ -]{_NAMED}"
    "|(?<=[a-z])[ -](<unit:centuryword>|quarter|half|fiscal|of)"
    f"| (hundred|thousand|million|and a half) {_NAMED})"
)
#: What joins the words that lead up to a nucleus; no expression begins with one.
_LINKS: Final = frozenset(["of", "in", "on", "and", "or", "to"])
_LEAD_WORDS: Final = [
    "the", "its", "their", "his", "our", "a", "an", "at", "up", "another", "this", "that",
    "these", "last", "past", "next", "coming", "upcoming", "first", "second", "half", "final",
    "previous", "preceding", "following", "intervening", "ensuing", "opening", "closing", "prior",
    "same", "current", "present", "fiscal", "financial", "calendar", "full", "entire", "whole",
    "latest", "most", "recent", "corresponding", "comparable", "like", "similar", "equivalent",
    "every", "each", "other", "once", "twice", "times", "per", "late", "early", "earlier",
    "later", "mid", "middle", "end", "close", "days", "day", "part", "latter", "very",
    "beginning", "start", "hours", "turn", "around", "about", "roughly", "approximately",
    "nearly", "almost", "just", "under", "less", "than", "fewer", "no", "more", "not", "over",
    "well", "least", "little", "slightly", "mere", "few", "couple", "number", "handful", "good",
    "great", "many", "matter", "several", "some", "dozens", "hundreds", "thousands", "various",
    "countless", "numerous", "o'clock", "year", "years", "year's", "q1", "q2", "q3", "q4", "fy",
    "subsequent", "future", "dawn", "outset", "months", "midway", "through", "distant", "foreseeable",
    "near", "immediate", "short", "right", "circa", "ca.", "c.", "quarter",
]  # fmt: skip
_LEADS: Final = frozenset(_LEAD_WORDS).union(WORDS["number"], WORDS["ordinal"], WORDS["adjective"])

ENGLISH: Final = Language(
    code="en", words=WORDS, patterns=PATTERNS, rules=RULES, nuclei=_NUCLEI, first=_FIRST,
    figure=_FIGURE, leads=_LEADS, links=_LINKS, cues=CUES,
)  # fmt: skip

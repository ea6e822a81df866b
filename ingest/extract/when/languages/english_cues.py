"""English words around a time: prepositions, ranges, and what shows that it is no time. Data only."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.languages.english_tense import TENSE_CUES

#: What is called after a holiday: "a Christmas tree".
_HOLIDAY_THINGS: Final = (
    "(trees?|cards?|carols?|eggs?|bunny|bunnies|lights|decorations|stockings?|jumpers?|sweaters?|puddings?|island|gifts?|presents?|shopping|shoppers?"
    "|songs?|music|movies?|films?|albums?|masks?|costumes?|candy|toys?|orders|markets?|spirit|story|classics?)"
)

CUES: Final[dict[str, str]] = {
    **TENSE_CUES,
    # the end of a sentence, in the text as written: not after an initial or a title
    "sentence_end": (
        r"[.!?\n]((?<=[.!?])(?<!\b[A-Za-z].)(?<!\b(Mr|Dr|St|Ms|Lt|Jr|Sr|Co|vs|No).)(?<!\b(Mrs|Sen|Gen|Rep|Gov|Col|Sgt|Rev|Inc|Ltd).)"
        r"[\"'\u201d\u2019)]*[\s]+(?=[A-Z\"'\u201c\u2018`]|\([A-Z][a-z]|$)|(?<=\n)[\s]*\n[\s]*)"
    ),
    # the year that the second of two joined dates gives: "August and September 1914"
    "joined_year": (
        r"( ?- ?| (and|or|to|through|until|till) (the )?|, )(<bare>( of)? )?((<mod>[ -])?(<month>|<season>))?( <bare>)?,?"
        r"( of)? ?<figureyear>\b|-<bare>,? <figureyear>\b"
    ),
    # the end of a time that a date begins: "from June 1 to November 30"
    "runs_to": r" ?(-|to|through|until|till) (?P<month><month>)( (?P<day><bare>))?\b(?!,? [12][0-9]{3})",
    # "the Spring Offensive of 1918"
    "named_year": r"( \w+){1,2} of <figureyear>\b",
    "era_ahead": r"^.{1,12}?(?P<era><era>)",
    # the day of a clock time, across another zone in brackets
    "day_ahead": r"\)? ?(\([^()]{1,20}\) ?)?(on )?(?P<weekday><loneweekday>)\b",
    # steps that a story of the past takes from its own time: "the next year", not "next year"
    "story_shift": r"^(the|this past|this same)",
    "this_one": r"^(this|this current)$",
    "ended": r"^ (ended|ending|to|through)\b",
    "one_unit": r"^(a|an) [a-z]+$",
    "decade_before": r"[0-9]0'?s (and|or|to) $",
    "and_half": r"[ -]and[ -](a[ -])?half$",
    # ranges: what stands between their ends, and what may stand before the first
    "range": r"^( ?- ?| (to|through|until|till|up to|into) (the )?((start|end|beginning|middle) of )?)$",
    "between": r"\bbetween( the)? $",
    "between_near": r"\bbetween\b",
    "and": r"^ and (the )?$",
    # a rate ("four flights a week"), not a length
    "rate_before": r"([0-9%]|\b(times|once|twice|cents?|dollars?|euros?|pounds|percent|share|million|billion|trillion|[a-z]{3,}s)) $",
    "length_verb": r"\b(this|his|its|lasts|takes|was|is|has|as|less|plus|across|besides|towards|perhaps|always|does) $",
    # a model of car: "a 1987 Chevrolet"
    "model": (
        r"^ (acura|audi|bmw|buick|cadillac|chevrolet|chevy|chrysler|datsun|dodge|ferrari|fiat|ford|gmc|honda|hyundai|infiniti|isuzu|jaguar|jeep|kia"
        r"|lada|land rover|lexus|lincoln|mazda|mercedes|mercury|mitsubishi|nissan|oldsmobile|opel|peugeot|plymouth|pontiac|porsche|range rover"
        r"|renault|rolls-royce|saab|saturn|skoda|subaru|suzuki|tesla|toyota|vauxhall|volkswagen|volvo|vw)\b"
    ),
    # a daily that is read: "the daily newspaper", "the daily's editor", "a daily based in Madrid"
    "periodical": r"^ (newspaper|newspapers|paper|papers|magazine|magazines|tabloid|broadsheet|bulletin|newsletter)\b|^'s\b",
    "average_last": r"\baverage $",
    "book": r"^,?( is| was)?( a| the)?( \w+)? (novel|book|film|movie|album|song|play)\b",
    "month_before": r"<month>\.?$",
    "from_publication": r"ago|from now|from today|hence|^time$",
    # bounds: the words just before an expression
    "bound": (
        r"\b(?=[a-z])((?P<since>(since( [a-z'-]+){2,6} (in|on)|since|no earlier than|not earlier than|as of|starting|beginning|effective)"
        r"( in| on)?( at least| early| as early as| about| around)?)"
        r"|(?P<from>from)"
        r"|(?P<until>(until|till|on or before|up to|no later than|not later than|by)( in| on)?( at least| about| around)?)"
        r"|(?P<before>before|prior to|preceding|ahead of)"
        r"|(?P<after>after|following|subsequent to|later than)"
        r"|(?P<about>about|around|circa|c\.|roughly|approximately|some ?time in))( the)? $"
    ),
    # "he said on the radio that Wednesday would be a holiday"
    "that_alone": r"^that$",
    "says_last": (
        r"\b(say|says|said|saying|announces?|announced|reported|confirms?|confirmed|believes?|hopes?|hoped|expects?|expected|thinks?|warned|agreed|decided"
        r"|added|noted|means?|meant|(told|tells) [a-z]+)( [a-z]+){0,2} $"
    ),
    "verb_at_that": r"^('s)?( [a-z]+){0,2} (would|will|was|were|is|are|has|had|have|could|may|might|should|can|marks?|marked)\b",
    # "the coming weekend" is the next one; "next weekend" need not be
    "coming": r"\b(up)?coming$",
    # "it's the second day of the offensive"
    "is_today": r"\b(it's|it is|today is|today was|today marks|this is|this was|is now|is on|is in|are in) (already )?$",
    # no times
    "counted": (
        r"^ (men|women|people|soldiers|troops|miles|km|dead|tons|feet|meters|metres|votes|points|pounds"
        r"|dollars|percent|per cent|words|shares|jobs|homes|of them|yards|acres|others|residents|civilians"
        r"|tanks|kg|kilograms|km/h|mm|cm|kilometres|kilometers|litres|liters|mph|hectares|crore|lakh|rupees|euros|roubles|tonnes|families|villages|houses|flats|prisoners|deaths|cases|members|workers|employees|years|copies|vehicles|cars|units|students|pages)\b"
    ),
    # the end of a telephone or a serial number, not of a range of years or days
    "number_run": r"([0-9]{5,}|(^|[^0-9])[0-9]{3}|[0-9]-[0-9]+)-$",
    "address": r"^ ([a-z]+ ){1,2}(street|avenue|road|boulevard|lane|drive|square|way)\b",
    "onward": r"^ (on|onwards?|forward)\b",
    "half_a": r"^(a )?half([ -]an?)?$",
    "verb_before_last": r"\b(will|would|could|can|may|might|must|should|to|and|not|did) $",
    "bare_last": r"^last ",
    "long": r"-long$",
    # ages and temperatures, not decades: "in her twenties", "highs in the 70s"
    "not_decade": (
        r"\b(his|her|their|my|your|our|its)( (early|late|mid))?[ -]$"
        r"|\b(temperatures?|highs?|lows?|degrees|scores?|scored|shot|ratings?|readings?|aged|ages?)\b[^.;]{0,25}$"
    ),
    "within": r"^time$",
    "next_day": r"\bthe next day$",
    "idiom_before": r"\b(at|on) $|(^|[.,;] )$",
    "idiom": r"^(the )?end of the day(,| (i|you|he|she|it|we|they|this|that|there|what|all|it's|that's|we're|you're|they're)\b)",
    # what makes a day the one that all know by its date: "the Sept. 11 attacks"
    "famous_attack": (
        r"^(,|'s)? (terror|terrorist|attacks?\b|hijack|massacre|victims?|families|survivors|compensation|commission|memorial|museum|mastermind|plot"
        r"|(hamas|hamas-led) )"
    ),
    "famous_riot": r"^,? (attacks?|riot|rioters?|siege|insurrection|crimes?|(select )?committee|panel|investigators?|hearings?|investigation|probe|mob|capitol|defendants?|pardons)\b",
    "famous_bombings": r"^,? (bombings?|bombers?|attacks)\b",
    "since": r"\bsince $",
    "high_noon": r"\bhigh $",
    "afternoon": r"^(afternoon|evening)$",
    # the month in which a quarter ended, in bare numbers of months: "the quarter ended Sept. 30"
    "quarter_ended": r"^ (ended|ending) (on )?(?P<month><month>)",
    # the last day of a period of accounts: "the year ended June 30, 1990"
    "definite": r"^the ",
    "period_ended": (
        r" ((?P<done>ended|(?P<to>to))|ending|through) (on )?((?P<day><day>) )?(?P<month><month>)( (?P<after><day>))?"
        r"(,? (?P<year><figureyear>))?"
    ),
    "half_within": r" and a half\b",
    # what a year follows; after anything else a number before a plural is a count ("1400 victims")
    "year_before": (
        r"(^|[.,;:(\"'-] ?|\b(in|since|of|by|from|until|till|to|and|or|for|the|a|an|after|before|during|between"
        r"|its|their|his|her|our|this|that|early|late|mid|around|about|circa|through|year|years|<month>|<season>)"
        r"|'s) $|^$"
    ),
    # before a number that is a year of long ago; amounts are "to", "over", "around" and "a total of" it
    "old_year_before": (
        r"(\b(in|since|until|till|during|circa|c\.|between|between \d{3,4} and|year|years|early|late|mid|<month>|<season>)"
        r"|\b(?!(?:total|maximum|average|sum|height|length|depth|speed|number|population|cost|price|out|some|one) )\w+ of"
        r") $|\b[a-z]+ \($"
    ),
    "may_count_before": r"\bin $",
    # without an article or a part before it a number, as of a form
    "old_decade": r"^1[0-4]\d0s$",
    "plural_after": r"^ [a-z]{3,}s\b",
    # a dateline or a printed date of publication, before and after the date
    "dateline_after": r"^ ?(\([^()]{2,30}\) ?)?(-|--|_) ",
    "dateline_before": r"^[^.!?\n]{0,60}$|(published|posted|updated|date|dated):? $",
    "number_of": (
        r"(?=[a-z.']{1,12} ?$|[$€£#])(\borwell's|\b(novel|film|book|movie|album)|\bunit|\bflight|\bno\.|\bnumber|\broute|\bhighway|\bpage|\bpp?\.|\broom|\bbox|\bresolution"
        r"|\bversion|\bmodel|\bnovel|\bverse|\bpsalm|\bchannel|\bparagraph|\barticle|\bsection|\bchapter|\brs\.?|\bwindows|\bserial|\bboeing|\bairbus|[$€£#]) ?$"
    ),
    # chapter and verse: "John 1:38"
    "scripture": (
        r"\b(genesis|exodus|leviticus|numbers|deuteronomy|joshua|judges|ruth|samuel|kings|chronicles|ezra|nehemiah|esther|job|psalms?|proverbs"
        r"|ecclesiastes|isaiah|jeremiah|lamentations|ezekiel|daniel|hosea|joel|amos|micah|malachi|matthew|mark|luke|john|acts|romans|corinthians"
        r"|galatians|ephesians|philippians|colossians|thessalonians|timothy|titus|hebrews|james|peter|jude|revelation|surah?|qur'?an|koran|verse) $"
    ),
    "name_before": r"\b(mr|mrs|ms|dr|sir|gen|theresa|prime minister|aunt|president)\.? $",
    # newspapers and programmes named after a weekday, in the text as written
    "paper_after": (
        r"^ (Times|Telegraph|Mirror|Express|Mail|Herald|Star|Independent|Post|Sun|World|Sport|People|Tribune|Business"
        r"|Live|Ticket|Football|Night Live|Night Football)\b"
    ),
    "name_after": r"^( (has|have|had) to (not )?be\b)",
    "also_verb": r"^march$",
    # "Rates May Fall": after these "May" is the month, whatever follows
    "also_modal": r"^may$",
    "month_lead": (
        r"(^|[.,;:(-] ?|[\"']|\b(in|by|since|until|till|from|of|last|this|next|late|early|mid|through|during|before|after|to|and|or|for|a|an|the|its|every"
        r"|each|between|around|about|on|past|end|start) )$"
    ),
    # "May you live long"
    "also_name": r"^(april|june|august)$",
    "person_before": r"\b(?!(in|by|since|until|till|from|of|last|this|next|late|early|mid|through|during|before|after|to|and|or|for|a|an|the|on|record)\b)[a-z]+ $",
    "surname_after": r"^ [A-Z][a-z]+\b(?! (\d|Day|Bank|Holiday))",
    "own_before": r"\b(his|her|my|your|our|another|maiden) $",
    "wish_next": r"^ (you|god|allah|i|we|he|she|they|it|all|your|his|her|their|peace|be|there)\b",
    "sentence_head": r"(^|[.!?:|\"')\x1e]) ?$",
    # the head of an entry: "28 April: the well is capped"
    "entry_head": r"^ ?: ",
    # "and May Be President": after no preposition
    "modal_next": r"^ (Be|Have|Not|Never|be|have|not|never)\b",
    "preposition_last": r"\b(in|by|since|until|till|from|of|through|during|before|after) $",
    "name_last": r"\b[A-Z][a-z]+ $",
    "verb_next": r"^ ([A-Z]\w+|be|have|not|also|soon|never|still|even|already|just|only|actually|finally|well)\b",
    # names that are words of other meanings too, and so must have their capital
    "also_word": r"^(may|march|august|mar|jan|dec|sat|sun|mon|wed|fri|easter|pentecost|halloween|may day)[.]?$",
    "old": r"-old$",
    "verb_after": r"^ (on|for|of|to|against|toward|towards|from|through|past|in support)\b|^[.,;]|^$",
    "verb_before": r"\b(the|a|an|'s|his|her|its|their|our|annual|protest|peace|freedom) [\"'`\u2018\u201c]*$",
    # marches with names of their own: "the Long March"
    "march_name": r"\b(long|ice|death|hunger|forced|women's|million ?- ?man|million man|funeral|pride|climate|solidarity|unity|victory) $",
    # "the March of Millions"
    "march_of_many": r"^ of (a |the )?(millions?|thousands?)\b",
    "march_of_people": (
        r"^ (planned|against|demanding|organi[sz]ed|calls?|calling|draws|marks|honou?rs|protesting|protests|to (the|end|stop|save|demand|protest)"
        r"|for (our|life|science|women|peace|freedom))\b"
    ),
    "length_before": (
        r"\b(for|in|within|over|after|during|of|lasted|lasting|through|many|took|take|taken|spent|spend"
        r"|spends|spending|just|only)( the)? $"
    ),
    "shopping_day": r"^(black|cyber) ",
    # "the overnight rate"; "it won't collapse overnight": neither is of last night
    "rate_after": (
        r"^ (interest|call|policy|lending|deposit|borrowing|index|repo|money|rates?|success|sensation|stays?|trains?|flights?|bus|trips?|delivery"
        r"|shipping|guests?|visitors?|camp|oats|bag)\b"
    ),
    "not_suddenly": r"\b(won't|not|n't|never|cannot)( [a-z]+){1,3} $|\b(almost|nearly|virtually|practically|seemingly|literally) $",
    "not_reference": r"^ (as|and then|again) |^ of (the )?(year|month|week|day|night)\b",
    "season_name": r"^ (olympics?|games|paralympics?|palace|garden|solstice|equinox|break)\b",
    # "no third quarter dividends this year"
    "of_this_year": r"^( [a-z]+)? (of the year|this year)\b",
    # "a cold, early winter": of no year
    "any_season": r"\b(a|an)( [a-z]+,?){0,3} $",
    # what makes a half that of a year, not of a game
    "half_of_year": (
        r"\b(year|fiscal|quarter|sales|profits?|earnings|results|growth|gdp|econom[a-z]+|revenues?|production|output|exports?|imports?|demand|losses"
        r"|forecasts?|inflation|investments?|orders|income|dividends?|budget|spending|trade|half-year)\b|[$€£%]"
    ),
    # "the fall" is a season after these; elsewhere something fell
    "fall": r"\bthe fall$",
    "fall_before": r"\b(in|by|until|till|through|throughout|during|for|since|of|over|before|this|late|early|mid|next|last)[ -]$",
    "short_year_before": (
        r"\b(of|in|since|from|until|till|by|to|and|before|after|spring|summer|fall|autumn|winter|<month>)( the)? $"
    ),
    "not_season": (
        r"^( (of (?![12][0-9]{3}|that|this|last|the year|next)|from|into|on the|in (?![12][0-9]))| ?- ?out\b)"
    ),
    # "a Christmas tree"
    "holiday_thing": rf"^ {_HOLIDAY_THINGS}\b",
    # what is of the weeks around it, and not of the day
    "christmas": r"\bchristmas$",
    "christmas_thing": (
        rf"^ ({_HOLIDAY_THINGS}|parades?|part(y|ies)|specials?|photos?|jokes?|rush|season|bonus(es)?|concerts?|lunch|tours?|singles?|hits?|lists?|wish|sales?|portraits?)\b"
    ),
    # days of remembrance that are not in November
    "other_remembrance": r"\b(holocaust|transgender|trans|genocide|hiroshima|armenian) (remembrance|memorial) day$",
    "deadline": r"\b(by|through|until)( at least)?( the)?( (end|middle|start) of)? $",
    # "has been closed until Monday"
    # "ahead of the weekend's games"
    "to_weekend": r"\b(before|ahead of|build-?up to|build up to|until|by|into) $",
    "held_over": (
        r"\b(has been|have been|is|are|be|being|remains?|stays?|stay|keep|kept) ([a-z]+ )?"
        r"(closed|shut|shuttered|open|suspended|postponed|delayed|banned|barred|grounded|valid|in force|in effect|on hold)"
        r" (until|till|through)( at least)?( the)?( (early|late))? $"
    ),
    "on_condition": r"^, (if|unless)\b",
    # "he did not know until Friday", "until Friday, when it broke"
    "not_until": r"\b(didn't|did not|wasn't|was not|weren't|were not|never|hadn't|had not)\b.*\buntil( the)? $",
    "and_then": r"^,? when\b",
    "possessive": r"^'s\b",
    # "shocked by Friday's report" is no bound, "by Friday's deadline" is
    "owner": r"^'s (?!deadline|end\b|close|opening|kick-?off|start|launch)",
    # "to vote in October's elections": the verb before tells of it
    "planned_event": r"^'s ([a-z]+ ){0,2}(elections?|votes?|referendum|polls?|summit|tournament|(quarter-|semi-)?finals?|games|championships?|olympics|budget|conference|meeting|report|release|hearing|debate|speech|match|game|race)\b",
    # days that are known by a name, in the text as written: no weekday of these weeks
    "named_weekday": r"\b(Black|Bloody|Super|Giving|Casual|Blue|Manic|Ruby|Sheffield|Low|Clean|Spy|Small Business) $",
    # "the second Sunday of Lent", "the last Friday in Ramadan"
    "nth_weekday": r"\bthe (first|second|third|fourth|fifth|final|last|[1-5](st|nd|rd|th)) <loneweekday>$",
    "of_what": r"^ (of|in|after|before|since|following|every|each)\b",
    # the first of two weekdays of a repetition: "on Monday and Tuesday nights"
    "weekday_list": r"^ ?(,|and|or|through|to) (<loneweekday>(s\b|,? (and|or) <loneweekday>s\b)|<loneweekday> (?P<part><nightsword>)\b)",
    "since_before": r"\b(since|from|than at|compared with)( the)? $",
    "near_units": r"^(the )?(recent|coming|past)\b",
    "of_day": r"^ of (the )?(<weekday>|<deictic>|<month>|<day>|<part>)",
    # "he will one day ..."
    # "this time" is a time after a preposition, and an occasion elsewhere
    "this_occasion": r"^this time$",
    "at_time": r"\b(about|after|around|at|before|by|during|from|in|of|since|throughout|till|until) $",
    "always": r"\ball the time$",
    # "the former" of two, not "the former president"
    "the_one": r"\bthe former$",
    "no_noun": r"^$|^[,.;:)]|^ (and|or|was|were|is|are|had|has|have|to|in|of|as|an?)\b",
    "some_day": r"\b(will|would|could|may|might|can|shall|should|must|'ll|hopes?( to| that [a-z]+)?|hope [a-z]+) $",
    # "today's youth", "the leaders of tomorrow": an age, not a day
    "of_an_age": r"^'s ((young|modern|complex|global|fast-paced) )?(world|society|societies|youth|youths|youngsters|generations?|people|children|kids|teenagers|standards|age)\b",
    "people_of_an_age": r"\b(people|world|children|leaders|generations?|citizens|women|men|youth|society|workforce|technolog(y|ies)|consumers|families) of $",
    # "player of the year", "this time of the year", "days of the week": of any year
    "any_year": (
        r"\b(times?|days|nights|(one|a|any|which|what|same) day|person|man|men|woman|women|players?|footballers?|cricketers?|golfers?|coach|manager"
        r"|team|driver|rider|athletes?|sports ?(man|woman|personality)|personality|rookie|newcomer|artists?|album|song|single|record|book|novel"
        r"|film|movie|game|goal|save|car|word|photo(graph(er)?)?|pictures?|image|teachers?|nurse|doctor|officer|employee|business(man|woman)|company"
        r"|campaign|brand|product|restaurant|pub|hotel|airline|airport|city|school|university|club|act|band|comedian|journalist|reporter|writer|author"
        r"|newspaper|magazine|website|entrepreneur|chef|designer|horse|jockey|boxer|fighter|parent|mother|father|volunteer|citizen|bird|tree) of $"
    ),
    # titles and names: "This Week" of a channel, VOA Today
    "quoted_title": "[\"'\u201c\u2018`]$",
    # the Tonight Show
    "title_after": r"^ (Show|Programme|Program|FM)\b",
    "paper_today": r"\b(USA|India|Russia|Psychology) (TODAY|Today)$|\b(?!Leaders|People)[A-Z][a-z]+s? of Tomorrow$",
    "named_title": r"(?<![A-Z][ ])\b[A-Z]{3} $",
    "capitals": r"\b[A-Z][a-z]+\Z",
    "money": (
        r"[$#€£%]|\b(million|billion|trillion|cents|share|shares|earned|earnings|income|loss|losses"
        r"|profit|profits|revenue|sales|net|percent|turnover)\b"
    ),
    "compared": (
        r"(compared with|compared to|from|versus|against|than)[^,;]{0,45}(million|billion|cents|[0-9%]|share)[^,;.a-z]{0,4} $"
    ),
    "age": r"^( ?- ?| )old\b|^ of age\b",
    "second_of": r"^(a|an|the|one|each|(the )?(twenty|thirty|forty|fifty)) second$",
    "one_quarter": r"\ba quarter$",
    # "in some quarters": among some people
    "some_quarters": r"^(some|many|various|countless|numerous) quarters$",
    # the quarters and halves of a game
    "game": (
        r"\b(scor(ed|es|ing)|touchdowns?|field goals?|quarterback|half-?time|interceptions?|free throws?|three-pointers?|goalkeeper|striker|midfielders?"
        r"|kick-?off|nfl|nba|premier league|penalty (kick|area|shoot-?out)|equali[sz]er?s?|equali[sz]ed|innings|referee|linebacker|playoffs?|-?yards?|offside"
        r"|offensive rebounds|scoreless|goalless)\b"
    ),
    # what makes "a quarter" three months, not a fourth part
    "quarter_before": r"\b(for|in|within|over|after|per|times|once|twice|lasted|take|takes|took|least|than|[0-9]|[a-z]+s)( about| almost| nearly| only| just)? $",
    "fraction_after": r"^ of\b|^ (percent|majority|share)",
    "over": r"^over ",
    "apart": r"^about$",
    "lasting": (
        r"\b(last|lasts|lasted|lasting|for|took|takes|take|after|spent|of|waited|been|within|in)( \w+ly)? $"
    ),
}

"""English words that show that what looks like a time is none: names, titles, idioms, numbers of things. Data only."""

from __future__ import annotations

from typing import Final

#: What is called after a holiday: "a Christmas tree".
_HOLIDAY_THINGS: Final = (
    "(trees?|cards?|carols?|eggs?|bunny|bunnies|lights|decorations|stockings?|jumpers?|sweaters?|puddings?|island|gifts?|presents?|shopping|shoppers?"
    "|songs?|music|movies?|films?|albums?|masks?|costumes?|candy|toys?|orders|markets?|spirit|story|classics?)"
)

NO_TIME_CUES: Final[dict[str, str]] = {
    # a model of car: "a 1987 Chevrolet"
    "model": (
        r"^ (acura|audi|bmw|buick|cadillac|chevrolet|chevy|chrysler|datsun|dodge|ferrari|fiat|ford|gmc|honda|hyundai|infiniti|isuzu|jaguar|jeep|kia"
        r"|lada|land rover|lexus|lincoln|mazda|mercedes|mercury|mitsubishi|nissan|oldsmobile|opel|peugeot|plymouth|pontiac|porsche|range rover"
        r"|renault|rolls-royce|saab|saturn|skoda|subaru|suzuki|tesla|toyota|vauxhall|volkswagen|volvo|vw)\b"
    ),
    # a daily that is read: "the daily newspaper", "the daily's editor", "a daily based in Madrid"
    "periodical": r"^ (newspaper|newspapers|paper|papers|magazine|magazines|tabloid|broadsheet|bulletin|newsletter)\b|^'s\b",
    "average_last": r"\baverage $",
    "book": r"^(,|,? (is|was)) (a|an|the|his|her|their)( \w+)? (novel|book|film|movie|album|song|play)\b",
    "month_before": r"(<month>\.?|[0-9](st|nd|rd|th))$",
    # numbers of things
    "counted": (
        r"^ (men|women|people|soldiers|troops|miles|km|dead|tons|feet|meters|metres|votes|points|pounds"
        r"|dollars|percent|per cent|words|shares|jobs|homes|of them|yards|acres|others|residents|civilians"
        r"|tanks|kg|kilograms|km/h|mm|cm|kilometres|kilometers|litres|liters|mph|hectares|crore|lakh|rupees|euros|roubles|tonnes|families|villages|houses|flats|prisoners|deaths|cases|members|workers|employees|years|copies|vehicles|cars|units|students|pages)\b"
    ),
    # "In 2019 workers struck": at the head of a sentence it is the year
    "year_opens": r"(^|[.!?:][\"')]? |\n ?)(in|by|since|until) $",
    # "1024-byte chunks", "a 2048-bit key", "of 2000 pixels", "1920 x 1080"; the end of a number in parts ("2025-01-09-5")
    "sized": (
        r"^ (bits|(kilo|mega|giga)?bytes|pixels|characters|tokens|rpm|hz|mhz|watts|volts|calories)\b|^-(bit|byte|kilobyte|megabyte|word|page|line|pixel|character|token|row|column|entry|item|step|node|core|cycle|sample|volt|watt|kilowatt"
        r"|megawatt|kw|mw|hz|mhz|rpm|meter|metre|foot|feet|ft|yard|inch|mile|kilometer|kilometre|km|mm|square|acre|hectare|kg|kilogram|gram|pound|lb|ton|tonne|liter"
        r"|litre|gallon|barrel|degree|calorie|horsepower|hp|dollar|euro|seat|bed|room|man|woman|person|member|student|user|strong|piece|card|question|hour|minute|day|week"
        r"|month|year|point|plus|fold)s?\b|^-[0-9]{1,2}-[0-9]{1,2}-[0-9]|^ ?[x×] ?[0-9]{2}"
    ),
    # what is measured in somebody's years or hours: "2000 person-years"
    "labour": r"^[ -](person|man|woman|staff|work|dog|light|patient|machine)[ -](years?|months?|weeks?|days?|hours?)\b",
    # the end of a telephone or a serial number, not of a range of years or days
    "number_run": r"([0-9]{5,}|(^|[^0-9])[0-9]{3}|[0-9]-[0-9]+)-$",
    "address": r"^ ([a-z]+ ){1,2}(street|avenue|road|boulevard|lane|drive|square|way)\b",
    "long": r"-long$",
    # ages and temperatures, not decades: "in her twenties", "highs in the 70s"
    "not_decade": (
        r"\b(his|her|their|my|your|our|its)( (early|late|mid))?[ -]$"
        r"|\b(temperatures?|highs?|lows?|degrees|scores?|scored|shot|ratings?|readings?|aged|ages?)\b[^.;]{0,25}$"
    ),
    # "in this day and age"
    "and_age": r"^this day and age\b",
    "idiom_before": r"\b(at|on) $|(^|[.,;] )$",
    "idiom": (
        r"^(the )?end of the day(,| (i|you|he|she|it|we|they|this|that|there|what|all|it's|that's|we're|you're|they're|even|every(one|body)|nobody|nothing|no"
        r"|people|your|my|our|most|both|if|whether)\b)"
    ),
    # "because at the end of the day a game is a game"
    "idiom_clause": r"\b(because|but|so|though|although|cause|since) (at|on) $",
    "end_of_day": r"^(the )?end of the day\b",
    "high_noon": r"\bhigh $",
    # what a year follows; after anything else a number before a plural is a count ("1400 victims")
    "year_before": (
        r"(^|[.,;:(\"'-] ?|\b(in|since|of|by|from|until|till|to|and|or|for|the|a|an|after|before|during|between"
        r"|its|their|his|her|our|this|that|early|late|mid|around|about|circa|through|year|years|<month>|<season>)"
        r"|'s) $|^$"
    ),
    # before a number that is a year of long ago; amounts are "to", "over", "around" and "a total of" it
    "old_year_before": (
        r"(\b(in|since|until|till|during|circa|ca?\.|between|between \d{3,4} and|year|years|early|late|mid|<month>|<season>)"
        r"|\b(?!(?:total|maximum|average|sum|height|length|depth|speed|number|population|cost|price|out|some|one) )\w+ of"
        r") $|\b[a-z]+ \($"
    ),
    "may_count_before": r"\bin $",
    # without an article or a part before it a number, as of a form
    "old_decade": r"^1[0-4]\d0s$",
    # "more than 2000 were hurt"; the groups of a telephone number
    "amount_before": r"\b(more|fewer|less|greater) than $|(^|[^0-9,.])(\+[0-9]{1,3}|0[0-9]{2,4}|[0-9]{3,5} [0-9]{3,4}) $|[0-9] ?[x×] $",
    # nations have an Independence Day each
    "national_day": r"^((this|last|next|the) )?independence day",
    "nation_last": r"(?<![.!?][ ])\b(?!(The|This|On|Last|Next|In|For|At|By|Since|Before|After|Every|Each|An?)\b)[A-Z][\w.]*('s|\u2019s)? $|\b[A-Z][a-z]+(ian|ish|ese|ani|'s|\u2019s) $",
    "nation_of_day": r"\b(u\.s\.|us|usa|america|americans?|america's|united states|washington|july 4|july fourth|(fourth|4th) of july)\b",
    # "the first Thanksgiving", "an annual Mother's Day"
    "of_any_holiday": r"\b(first|inaugural|original|every|each|annual) $",
    "level_after": r"^ (levels|averages?|highs|lows|figures|prices|values|peaks|totals|baselines?)\b",
    "plural_after": r"^ [a-z]{3,}s\b",
    "version": r"^([0-9][.][0-9]{1,2}|[0-9]{2}[.][0-9])[.][0-9]{2}$",
    "number_of": (
        r"(?=[a-z.']{1,12} ?$|[$€£#])(\borwell's|\b(novel|film|book|movie|album)|\bunit|\bflight|\bno\.|\bnumber|\broute|\bhighway|\bpage|\bpp?\.|\broom|\bbox|\bresolution"
        r"|\bversion|\bmodel|\bnovel|\bverse|\bpsalm|\bchannel|\bparagraph|\barticle|\bsection|\bchapter|\brs\.?|\bwindows|\bserial|\bboeing|\bairbus|\brfc|\biso|\biec|\bansi|\becma|\bieee|\bpep|\bport|\bbug|\bticket|\bcommodore|\bstudio|[$€£#]) ?$"
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
    # the October Revolution, the July Plot
    "event_name": r"^ ([Rr]evolution|Uprising|Manifesto|Plot|Theses|Crisis)\b",
    # "June also wrote": what people do, and no month
    "deed_after": r"^ ((also|then|just|once|never|always) )?(says|wrote|writes|told|tells|asked|asks|replied|noticed|smiled|laughed|thinks|knew|knows|loved|loves|married|died)\b",
    "own_before": r"\b(his|her|my|your|our|another|maiden) $",
    "wish_next": r"^ (you|god|allah|i|we|he|she|they|it|all|your|his|her|their|peace|be|there)\b",
    "sentence_head": r"(^|[.!?:|\"')\x1e]) ?$",
    # "and May Be President": after no preposition
    "modal_next": r"^ (Be|Have|Not|Never|be|have|not|never|require|contain|cause|include|affect|help|vary|need|lead|result|occur|also|still)\b",
    "preposition_last": r"\b(in|by|since|until|till|from|of|through|during|before|after) $",
    "name_last": r"\b[A-Z][a-z]+ $",
    "verb_next": r"^ ([A-Z]\w+|be|have|not|also|soon|never|still|even|already|just|only|actually|finally|well)\b",
    # names that are words of other meanings too, and so must have their capital
    "also_word": r"^(may|march|august|mar|jan|dec|sat|sun|mon|wed|fri|easter|pentecost|halloween|may day)[.]?$",
    "old": r"-old$",
    "verb_after": r"^ (on|for|of|to|against|toward|towards|from|through|past|in support)\b|^[.,;]|^$",
    "verb_before": r"\b(the|a|an|'s|his|her|its|their|our|annual|protest|peace|freedom) [\"'`\u2018\u201c]*$",
    # marches with names of their own: "the Long March"
    "march_name": r"\b(long|ice|death|hunger|forced|women's|million ?- ?man|million man|funeral|wedding|bridal|pride|climate|solidarity|unity|victory) $",
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
    # "Decades of war left scars", "with years of debt behind it"; not "days of the week"
    "record": r"^minutes$",
    "filled_with": r"^ of (?!the|our|my|age|a|an)[a-z]{3}",
    "filled_before": r"(^|[.!?:;]\x1e? ?|\x1e|\b(with|without|by|despite|amid|from|following|ends?|ended|ending|endured?|faces?|faced|and) )$",
    "shopping_day": r"^(black|cyber) ",
    # "the overnight rate"; "it won't collapse overnight": neither is of last night
    "rate_after": (
        r"^ (interest|call|policy|lending|deposit|borrowing|index|repo|money|rates?|success|sensation|stays?|trains?|flights?|bus|trips?|delivery"
        r"|shipping|guests?|visitors?|camp|oats|bag)\b"
    ),
    "not_suddenly": r"\b(won't|not|n't|never|cannot)( [a-z]+){1,3} $|\b(almost|nearly|virtually|practically|seemingly|literally) $",
    "not_reference": r"^ (as|again) |^ and (then|again)\b|^ of (the )?(year|month|week|day|night)\b",
    # "the current of the river", "an electric current"
    "current": r"^current$",
    "flow_after": r"^( (of|flows?|flowing|runs|ran|running|through)\b|[.;]|$)",
    "season_name": r"^ (olympics?|games|paralympics?|palace|garden|solstice|equinox|break)\b",
    # "the Spring Hill school"; "the Spring semester" is a time
    "season_term": r"^ (semester|terms?|quarter|season|session|months?|holidays?|vacation|break|heat|weather|day|days|night|evening|morning|(counter)?offensive|uprising|campaign)",
    # figures that are minutes and seconds: the film runs for 4:30 minutes
    "clock_length": r"^ ?(sec|secs|seconds|min|mins|minutes)\b",
    # "a cold, early winter": of no year
    "any_season": r"\b(a|an)( [a-z]+,?){0,3} $",
    # what makes a half that of a year, not of a game
    "half_of_year": (
        r"\b(year|fiscal|quarter|sales|profits?|earnings|results|growth|gdp|econom[a-z]+|revenues?|production|output|exports?|imports?|demand|losses"
        r"|forecasts?|inflation|investments?|orders|income|dividends?|budget|spending|trade|half-year)\b|[$€£%]"
    ),
    # "the fall" is a season after these; elsewhere something fell
    "fall": r"\bthe fall$",
    "that_fall": r"^that fall$",
    "fall_before": r"\b(in|by|until|till|through|throughout|during|for|since|of|over|before|this|late|early|mid|next|last)[ -]$",
    # "the '12-day war'"
    "compound": r"^-[a-z]",
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
    # days that are known by a name, in the text as written: no weekday of these weeks
    "named_weekday": r"\b(Black|Bloody|Super|Giving|Casual|Blue|Manic|Ruby|Sheffield|Low|Clean|Spy|Small Business) $",
    # "the second Sunday of Lent", "the last Friday in Ramadan"
    "nth_weekday": r"\bthe (first|second|third|fourth|fifth|final|last|[1-5](st|nd|rd|th)) <loneweekday>$",
    "of_what": r"^ (of|in|after|before|since|following|every|each)\b",
    # "today's youth", "the leaders of tomorrow": an age, not a day
    "of_an_age": r"^'s ((young|modern|complex|global|fast-paced|digital) )?(world|society|societies|youth|youths|youngsters|generations?|people|children|kids|teenagers|parents|families|consumers|standards|age|era|culture|landscape|technolog(y|ies)|software|money|dollars)\b",
    "people_of_an_age": r"\b(people|world|children|leaders|generations?|citizens|women|men|youth|society|workforce|technolog(y|ies)|consumers|families) of $",
    "no_day": r"\bno $",
    # "player of the year", "this time of the year", "days of the week": of any year
    "any_year": (
        r"\b(turn|times?|days|nights|(one|a|any|which|what|same) day|person|man|men|woman|women|players?|footballers?|cricketers?|golfers?|coach|manager"
        r"|team|driver|rider|athletes?|sports ?(man|woman|personality)|personality|rookie|newcomer|artists?|album|song|single|record|book|novel"
        r"|film|movie|game|goal|save|car|word|photo(graph(er)?)?|pictures?|image|teachers?|nurse|doctor|officer|employee|business(man|woman)|company"
        r"|campaign|brand|product|restaurant|pub|hotel|airline|airport|city|school|university|club|act|band|comedian|journalist|reporter|writer|author"
        r"|newspaper|magazine|website|entrepreneur|chef|designer|horse|jockey|boxer|fighter|parent|mother|father|volunteer|citizen|bird|tree) of $"
    ),
    # titles and names: "This Week" of a channel, VOA Today
    "quoted_title": "[\"'\u201c\u2018`]$",
    "name_in_quotes": "^( [A-Z][a-z]+){1,3}[\"'\u201d\u2019]",
    # "subscribe to This Week in Examples", within a sentence
    "word_last": r"\b[a-z]+ $",
    "title_of": r"^ (in|of|on|with|at) [A-Z]",
    "title_next": r"^ [A-Z][a-z]",
    # "a year-round staple", "the day-to-day work"
    "all_the_time": r"^-(round|to|over|on)\b",
    # the Tonight Show
    "title_after": r"^ (Show|Programme|Program|FM)\b",
    "nbc_today": r"\bNBC('s|’s)? ?[\"'“‘`]*$",
    "paper_today": r"\b(USA|India|Russia|Psychology) (TODAY|Today)$|\b(Last Week|Entertainment) Tonight$|\b(?!Leaders|People)[A-Z][a-z]+s? of Tomorrow$",
    "week_tonight": r"^ Tonight\b",
    "named_title": r"(?<![A-Z][ ])\b[A-Z]{3} $",
    "capitals": r"\b[A-Z][a-z]+\Z",
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
}

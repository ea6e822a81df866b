"""English words around a time: prepositions, ranges, what it is of. Data only."""

from __future__ import annotations

from typing import Final

from ingest.extract.when.languages.english_no_times import NO_TIME_CUES
from ingest.extract.when.languages.english_present import PRESENT_CUES
from ingest.extract.when.languages.english_tense import EVENT, TENSE_CUES

#: From one time of day to another, as hours of opening are given after their days.
_HOURS: Final = r"(:|,| from)? ?\(?[0-9]{1,2}([:.][0-9]{2})? ?([ap]\.?m\.?)? ?(-|to|until|till) ?([0-9]{1,2}([:.][0-9]{2}| ?[ap]\.?m)|noon|midnight)"

#: After these "about 1968" is a time; "a book about 1968", "news about May" have it as their topic.
_WORDS_BEFORE_ABOUT: Final = "in on at from since until till by to of was for only just and or dated built made born died began started founded probably perhaps back before after between"
_NO_TOPIC: Final = _WORDS_BEFORE_ABOUT.replace(" ", "|")

CUES: Final[dict[str, str]] = {
    **TENSE_CUES,
    **PRESENT_CUES,
    **NO_TIME_CUES,
    # the end of a sentence, in the text as written: not after an initial or a title
    "sentence_end": (
        r"[.!?\n]((?<=[.!?])(?<!\b[A-Za-z].)(?<!\b(Mr|Dr|St|Ms|Lt|Jr|Sr|Co|vs|No).)(?<!\b(Mrs|Sen|Gen|Rep|Gov|Col|Sgt|Rev|Inc|Ltd).)"
        r"[\"'\u201d\u2019)]*[\s]+(?=[A-Z\"'\u201c\u2018`]|\([A-Z][a-z]|$)|(?<=\n)[\s]*\n[\s]*)"
    ),
    # the year that the second of two joined dates gives: "August and September 1914"
    "joined_year": (
        r"((, ?| ?[-/&] ?| (and|or|to|through|until) )<bare>){1,4},? <figureyear>\b|"
        r"(, (<bare> )?<month>( <bare>)?){0,3}"
        r"( ?[-/] ?|,? (and|or|to|through|until|till) (the )?|, )(<bare>( of)? )?((<mod>[ -])?((?P<month><month>)|<season>))?( <bare>)?,?"
        r"( of)? ?<figureyear>\b|-<bare>,? <figureyear>\b"
    ),
    # the end of a time that a date begins: "from June 1 to November 30"
    "runs_to": r" ?(-|to|through|until|till) (?P<month><month>)( (?P<day><bare>))?\b(?!,? [12][0-9]{3})",
    # "the Spring Offensive of 1918"
    "named_year": r"( \w+){1,2} of <figureyear>\b",
    # "Easter Sunday (2004)"; "this past winter (2017)" may have begun the year before
    "holiday_year": r" \(<figureyear>(?=\))",
    # "in 2014 or so"
    "or_so": r"^ or (so|thereabouts)\b",
    "era_ahead": r"^.{1,12}?(?P<era><era>)",
    # the day of a clock time, across another zone in brackets
    "day_ahead": r"\)? ?(\([^()]{1,20}\) ?)?(on )?(?P<weekday><loneweekday>)\b",
    "day_then_clock": r"^[,;]? ?((at|from|by|until) )?((about|around|nearly|almost|just|shortly) )?((before|after) )?$",
    "later_clock": r"( ?- ?| (to|until|till|and) )(?P<hour>[0-9]{1,2})([:.][0-9]{2})?( ?(?P<meridiem><meridiem>))?",
    # steps that a story of the past takes from its own time: "the next year", not "next year"
    "story_shift": r"^(the|this past|this same)",
    "the_next": r"^the next$",
    "to_this_day": r"\bto $",
    "this_one": r"^(this|this current)$",
    "ended": r"^ (ended|ending|to|through)\b",
    "one_unit": r"^(a|an) [a-z]+$",
    "decade_before": r"[0-9]0'?s (and|or|to) $",
    "and_half": r"[ -]and[ -](a[ -])?half$",
    # ranges: what stands between their ends, and what may stand before the first
    "range": r"^( ?[-/] ?| (to|through|until|till|up to|into) (the )?((start|end|beginning|middle) of )?)$",
    # what is told of two years as one: a winter, a quarter of a financial year
    "split_year_before": r"(<season>|\bquarter|\bhalf|\bq[1-4]|\bh[12])( of|,| in)? (the )?((fiscal|financial)( year)? )?[12][0-9]{3}[-/]$",
    # "extended from 31 January to 31 March": two days, and nothing that runs from one to the other
    "moved_from": (
        r"\b(moved|shifted|changed|switched|postponed|delayed|deferred|extended|rescheduled|brought forward|put (off|back)|pushed( back)?"
        r"|slipped|advanced|revised|raised|cut|lowered) from( the)? $"
    ),
    # between a date told by its distance and the same one written out: "three days earlier, on 2 May 2020"
    "apposition": r"^(, | \(|, (on|in) | - )$",
    "between": r"\bbetween( the)? $",
    "between_near": r"\bbetween\b",
    "and": r"^ and (the )?$",
    # a rate ("four flights a week"), not a length ("it hides a year of work")
    "length_of": r"^ of\b",
    "rate_before": r"([0-9%]|\b(times|once|twice|cents?|dollars?|euros?|pounds|percent|share|million|billion|trillion|[a-z]{3,}s)) $",
    "length_verb": r"\b(this|his|its|lasts|takes|was|is|has|as|less|plus|across|besides|towards|perhaps|always|does) $",
    "from_publication": r"ago|from now|from today|hence|^time$",
    # bounds: the words just before an expression
    "bound": (
        r"\b(?=[a-z])((?P<since>(since( [a-z'-]+){2,6} (in|on)|since|no earlier than|not earlier than|as of|starting|beginning|effective)"
        r"( in| on)?( at least| early| as early as| about| around)?)"
        r"|(?P<from>from)"
        r"|(?P<until>(until|till|on or before|up to|no later than|not later than|by)( in| on)?( at least| about| around)?)"
        r"|(?P<before>before|prior to|preceding|ahead of)"
        r"|(?P<after>after|following|subsequent to|later than)"
        r"|(?P<about>about(?! the)|around|circa|c\.|roughly|approximately|some ?time in))( the)? $"
    ),
    "topic": rf"\b(?!({_NO_TOPIC}) )[a-z]+ about $",
    # "they met on a Tuesday"
    "any_day": r"\b(on|of|from|until|till|by|for|like|was|is|it's|that's) an? ((typical|random|sunny|rainy|cold|hot|quiet|busy|normal|lazy) )?$|\bone $",
    # what is done again and again, at a time of no day: "he usually calls at 8 a.m.", "the 8 a.m. rush"
    "habit": r"\b(always|usually|often|typically|sometimes|rarely|whenever|(every|each|most|all) (other |single )?(<unit>|<plural>|<part>|<weekday>|mornings|evenings|nights|days|time)|daily|nightly|weekdays)\b",
    "habit_before": r"\b(the|a|an|my|our|your|their|his|her) $",
    "habit_after": r"^ ([a-z]+ )?(rush|scramble|frenzy|queue|alarm|commute|news|bulletin|slot|shift)\b",
    # "it snows in the winter": a sentence in the present, and no headline
    "in_any_season": r"\b(it|they|we|you|i|he|she|there|is|are|do|does|don't|doesn't)\b.* (in|during) $",
    # "he said on the radio that Wednesday would be a holiday"
    "that_alone": r"^that$",
    "says_last": (
        r"\b(say|says|said|saying|announces?|announced|reported|confirms?|confirmed|believes?|hopes?|hoped|expects?|expected|thinks?|warned|agreed|decided"
        r"|added|noted|means?|meant|(told|tells) [a-z]+)( [a-z]+){0,2} $"
    ),
    "would": r"\b(would|could|will|might|to)\b",
    "would_at_that": r"^('s)?( [a-z]+){0,2} (would|will)\b",
    "verb_at_that": r"^('s)?( [a-z]+){0,2} (would|will|was|were|is|are|has|had|have|could|may|might|should|can|marks?|marked)\b",
    # "the coming weekend" is the next one; "next weekend" need not be
    "coming": r"\b(up)?coming$",
    # "it's the second day of the offensive"
    "is_today": r"\b(it's|it is|today is|today was|today marks|this is|this was|is now|is on|is in|are in) (already )?$",
    # a length counted from a date: "two days after the 3 May explosion", "... after the explosion in Paris on 3 May"
    "counted_from": (
        r"^ ((?P<later>after|following)|(?P<sooner>before|prior to|ahead of))( (the|a|an|his|her|its|their|last|this))?"
        rf"( ([a-z'-]+ ){{0,2}}{EVENT}( (in|at|of|on|near|outside) (the )?[a-z'-]+( [a-z'-]+)?)?( on| in| of| last)?( the)?)? $"
    ),
    # "the first six months of 2024", "the last ten days of March"
    "part_of": r"^ (of|in) (the )?$",
    "part_first": r"\b(first|opening)\b",
    "part_last": r"\b(last|final|closing)\b",
    # "for two days after ...", "within a year of ...": what runs, and the day that it runs to
    "runs_before": (
        r"\b(for|in|within|over|during|of|the|first|next|last|past|until|till|by|since|from|more than|less than|at least|up to|every|each|these|those)"
        r"( (about|almost|nearly|around))? $"
    ),
    # "as of Friday 26,000 claims had been filed" counts up to that day; "as of 1 July smoking will be banned" begins
    "as_of": r"^as of\b",
    "will_be": r"\b(will|shall|must|is to|are to)\b",
    "takes_effect": r"\b(effective|in force|(takes?|took) effect|(enters?|entered|comes?|came) into)\b",
    # what was made or said on a day: "a satellite image from Tuesday"
    "made_on": (
        r"\b(images?|photo(graph)?s?|pictures?|videos?|footage|letters?|e-?mails?|memos?|documents?|data|figures|reports?|messages?|tweets?|posts?|recordings?|audio"
        r"|transcripts?|interviews?|statements?|polls?|screenshots?|clips?|articles?|story|stories|editions?|records?|results?|quotes?|scenes?) from( the)? $"
    ),
    "runs_on": r"^ ?(-|to|until|till) ?[0-9]",
    "the_last": r"\bthe $",
    "beside_next": r"^ (night )?(before|after|following|preceding) (?!that\b|noon|midnight|[0-9])",
    # "on the eve of the 5 May vote", "the day after Christmas", "the year before the 2024 vote", "hours after the 5 March raid"
    "beside": (
        r"\b((?P<eve>eve of)|(?P<hours>(hours?|minutes?|moments?) (before|after))|the (?P<unit>day|week|month|year) ((?P<later>after|following)|(?P<sooner>before|preceding)))"
        rf"( (the|a|an|his|her|its|their))?( ([a-z'-]+ ){{0,2}}{EVENT}( (in|at|of|on|near|outside) (the )?[a-z'-]+( [a-z'-]+)?)?( on| in| of)?( the)?)? $"
    ),
    # between days of one telling: "on 2 October 2022 and again on 9 November"
    "again": r"^,? (and|then|and then|and again|again|followed by another)( again)?( (on|in))? $",
    # "sixty years ago on 7 March"
    "years_ago": r"\byears? ago,? (on|in) $",
    "onward": r"^ (on|onwards?|forward)\b",
    "half_of": r"^((?P<first>first)|second|latter) half",
    "half_a": r"^(a )?half([ -]an?)?$",
    "verb_before_last": r"\b(will|would|could|can|may|might|must|should|to|and|not|did|(?!across |this |his |its )[a-z]{3,}s) $",
    "bare_last": r"^last ",
    "within": r"^time$",
    "next_day": r"\bthe next day$",
    # what makes a day the one that all know by its date: "the Sept. 11 attacks"
    "famous_attack": (
        r"^(,|'s)? (terror|terrorist|attacks?\b|hijack|massacre|victims?|families|survivors|compensation|commission|memorial|museum|mastermind|plot"
        r"|(hamas|hamas-led) )"
    ),
    "famous_riot": (
        r"^('s)?,? ((house|select|senate) )*(attacks?|attackers?|riot|rioters?|siege|insurrection|crimes?|committee|panel|investigators?|hearings?"
        r"|investigation|probe|mob|capitol|defendants?|prisoners|inmates|pardons|prosecutions?|convictions|sentencings?|indictment|witnesses|testimony"
        r"|organi[sz]ers?|conspiracy|transcripts|documents|violence)\b"
    ),
    # what the document tells of where it names such a day alone
    "told_attacks": r"\b(al[- ](qaeda|qaida|qa'ida)|bin laden|twin towers|world trade cent(er|re)|hijack(ed|ers?|ings?)?|guantanamo|ground zero)\b(?!.*\bbenghazi\b)",
    "told_hamas": r"\b(hamas|hamas-led|hostages?|israel(is?)?|palestin(e|ians?)|gaza|hezbollah|netanyahu|antisemitism)\b",
    "told_riot": (
        r"\b(insurrection(ists?)?|rioters?|capitol (riot|attack|siege|breach)|(attack|assault) on the (u[.]?s[.]? )?capitol|storm(ed|ing) (of )?the (u[.]?s[.]? )?capitol"
        r"|oath keepers?|proud boys|stop the steal|(prosecute|prosecuting|charges? against|case against|indict(ed|ing)?|incit(ed|ing)) trump|trump incited|pence|capitol)\b"
    ),
    "set_on": r"\b(on|by|until|till|to|from|through|before)( the)? $",
    "another_year": r"\banniversar|\bmark(s|ed|ing)? (one|two|three|a|the|[0-9]+) |\byears? (ago|after|since|later)\b",
    "famous_bombings": r"^,? (bombings?|bombers?|attacks)\b",
    "since": r"\bsince $",
    "afternoon": r"^(afternoon|evening)$",
    # the month in which a quarter ended, in bare numbers of months: "the quarter ended Sept. 30"
    "quarter_ended": r"^ (ended|ending|to|through) (on )?(<bare> )?(?P<month><month>)",
    # the last day of a period of accounts: "the year ended June 30, 1990"
    "definite": r"^the ",
    # "the 3 May explosion", but "the 3 May 2024 was a Friday"
    "article_and_figures": r"the (?=[0-9]{1,2}(?![0-9a-z])(?! of))",
    "noun_next": (
        r"^ (?!(and|or|but|in|at|to|when|while|where|the|a|an|by|with|was|were|is|are|had|has|have|he|she|they|it|we|i|that|which|who|for|from|of|on|as"
        r"|after|before|until|following|through|into|without|under|there|this|because|if|so|then|than)\b)[a-z]"
    ),
    "period_ended": (
        r" ((?P<done>ended|(?P<to>to))|ending|(?P<through>through)) (?P<on>on )?(the end of )?((?P<day><day>) )?(?P<month><month>)( (?P<after><day>))?"
        r"(,? (?P<year><figureyear>))?"
    ),
    "half_within": r" and a half\b",
    # a dateline or a printed date of publication, before and after the date
    "dateline_after": r"^ ?(\([^()]{2,30}\) ?)?(-|--|_) ",
    "dateline_before": r"^[^.!?\n]{0,60}$|(published|posted|updated|date|dated):? $",
    # the head of an entry: "28 April: the well is capped"
    "entry_head": r"^ ?: ",
    # "no third quarter dividends this year"
    "of_this_year": r"^( [a-z]+)? (of the year|this year)\b",
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
    "by_last": r"^by( the)? $",
    "owner": r"^'s (?!deadline|end\b|close|opening|kick-?off|start|launch)",
    # "to vote in October's elections": the verb before tells of it
    "planned_event": r"^'s ([a-z]+ ){0,2}(elections?|votes?|referendum|polls?|summit|tournament|(quarter-|semi-)?finals?|games|championships?|olympics|budget|conference|meeting|report|release|hearing|debate|speech|match|game|race)\b",
    # the first of two weekdays of a repetition: "on Monday and Tuesday nights"
    "weekday_list": r"^ ?(,|and|or|through|to) (<loneweekday>(s\b|,? (and|or) <loneweekday>s\b)|<loneweekday> (?P<part><nightsword>)\b)",
    # "Monday - Friday: 10am - 4pm", "Mon to Fri, 9:00 to 17:00": the hours of every week
    "opening_days": rf"<loneweekday>\.? ?(-|to|through|until|till) ?<loneweekday>\.?{_HOURS}",
    "opening_end": rf"^\.?{_HOURS}",
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
    "money": (
        r"[$#€£%]|\b(million|billion|trillion|cents|share|shares|earned|earnings|income|loss|losses"
        r"|profit|profits|revenue|sales|net|percent|turnover)\b"
    ),
    "compared": (
        r"(compared with|compared to|from|versus|against|than)[^,;]{0,45}(million|billion|cents|[0-9%]|share)[^,;.a-z]{0,4} $"
    ),
    "over": r"^over ",
    "apart": r"^about$",
    "lasting": (
        r"\b(last|lasts|lasted|lasting|for|took|takes|take|after|spent|of|waited|been|within|in)( \w+ly)? $"
    ),
}

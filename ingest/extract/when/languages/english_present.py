"""How English tells what holds in these days ("the web as we know it today") from what happens on this day. Data only."""

from __future__ import annotations

from typing import Final

#: Verbs of what is so, has been so and will be so; a newsroom seldom dates them.
_STATES: Final = (
    "includes?|exists?|remains?|contains?|consists?|comprises?|employs?|boasts?|owns?|belongs?|represents?|accounts?|depends?|relies|rely"
    "|inhabits?|believes?|considers?|regards?|remembers?|prefers?|enjoys?|bears?|houses|requires?|means?|tends?|costs?|weighs?|measures?|earns?|spends?|uses?"
    "|serves?|provides?|offers?|supports?|allows?|enables?|teaches|produces?|generates?|consumes?|covers?|spans?|suffers?|lacks?|dominates?|attracts?|reflects?"
    "|resembles?|differs?|varies|vary|ranges?|survives?|thrives?|own|often|usually|typically|generally|commonly|frequently|increasingly|rarely|seldom|can (only )?be|can (only|still)|call (it|them|this|that)"
)
#: What is, in the present: "is a museum", "are among", "is widely used", "are lower than"; not where somebody is, nor how.
_IS: Final = (
    r"\b(?<!\bi[ ])(?<!there[ ])(?<!\bwe[ ])(?<!\byou[ ])(is|are|isn't|aren't)( still| also| now| often| usually| generally| typically| widely| largely| mostly| much| far| no longer| not| perhaps)*"
    r" (an?|one of|among|some of|part of|home|more|less|fewer|the (world|country|nation|largest|biggest|most|only|best|same|main|leading|product|result)"
    r"|called|known|named|considered|regarded|seen|viewed|used|owned|run|built|made|located|found|spoken|recogni[sz]ed|remembered|women|men|worth|able|nearly|almost|about|around|over"
    r"|\w+(er|ly) than|large|larger|smaller|lower|higher|better|worse|dominated|characteri[sz]ed|divided|protected|possible|impossible|common|rare|popular|cheap|expensive|accessible|available to|easy|hard|difficult|trivial|standard|typical|famous|extinct|independent)\b"
)

#: What a day is written, held or put out on: of the day, also in the present.
_THINGS_OF_A_DAY: Final = (
    "post blog episode show podcast newsletter column article story stories edition paper issue piece entry entries lesson "
    "interview video update release announcement news report event meeting talk talks summit session hearing trial court ruling "
    "decision verdict vote election referendum poll debate speech statement testimony appearance game match race final stage round "
    "play win victory victories loss defeat bowl cup draw lottery attack strike bombing blast explosion shooting stabbing killing "
    "death arrest raid search operation crash accident fire earthquake quake flood storm snow rain protest rally rallies march "
    "demonstration gathering closure suspension resignation signing signatories pledge action sanction appeal call communication "
    "briefing conference ceremony ceremonies funeral wedding inauguration birthday anniversary tour concert visit trip run ride "
    "walk walkout flight outage weather forecast temperature trading close open opening closing launch market move fall rise drop "
    "price figure data number result tally toll count deadline date menu lunch dinner highlight shoutout shot sign answer question "
    "press front headline agenda schedule programme program lineup guest attendee budget deal agreement order indictment conviction "
    "sentence sentencing quiz winner award puzzle tip topic subject theme word link job work test exam segment selection look "
    "breakdown focus level "
)
_THING_OF_A_DAY: Final = f"({'|'.join(_THINGS_OF_A_DAY.split())})(e?s)?"

PRESENT_CUES: Final[dict[str, str]] = {
    # what can only be of these days, right before "today": "even today", "taller than it is today", "as we know it today"
    "these_days_before": (
        r"(\b(even|still)|\b(most|many|few|half|majority of|millions of|thousands of)( of)?( the| all)?( [a-z][a-z'-]+){1,3}|\bthan( \w+){0,3}|\b(as|like) (we|you|they|people|i) (know|see|have|use) (it|them|him|her|this|that)"
        r"|\b(as|what|where|who|how|than|way) (it|they|we|he|she|you|i|things) (is|are|am|'re|'m|do|does|stands?|exists?|looks?|works?)"
        r"|\b(which|that|who) (still )?(exists?|remains?|survives?|lives?|stands?)|\b(survives?|exists?|lives?|known|alive|in use|available on the market|products? (out )?(on|in) the market)"
        r"|\b(the|those|one|ones|that|humans|people|children) ([\w'-]+ ){0,2}(?<!end[ ])(?<!rest[ ])(?<!part[ ])(?<!events[ ])(?<!event[ ])(?<!news[ ])(?<!result[ ])(?<!meeting[ ])(?<!course[ ])(?<!as[ ])of) $"
    ),
    "past_at_once": r"^,? ([a-z'-]+ ){0,3}(was|were|did|had|will|[a-z]+ed|(is|are) [a-z]+ing)\b",
    # "is today called", "are today among": the verb of a state around it
    "these_days_within": r"\b(is|are) $",
    "these_days_state": (
        r"^ (often |widely |generally |commonly |usually |best |mostly |largely |still |also )*(called|known|named|credited|considered|regarded|seen|viewed|recogni[sz]ed|remembered"
        r"|celebrated|referred|used|owned|run|located|housed|inhabited|spoken|found|home|part|one|among|a|an|more|less|much|almost|nearly|worth|able)\b"
    ),
    # "today is the third day", "today, November 13th": the day itself
    "this_day_after": (
        r"^ ?(would|marks|will|in history|only|alone|at|by|on|from|through|until|to)\b|^,? (\w+day|(january|february|march|april|may|june|july|august"
        r"|september|october|november|december|the \d))\b"
    ),
    "this_day_before": r"\b(as of|later|earlier|here|for|until|till|by|since|from|starting|beginning|effective|only|just|on|in|also|yesterday and|due|order|buy|call|join|register|subscribe|download) $",
    # "today is the third day", which "TongTong today is a system" is not
    "day_itself": r"(^|[.!?:][\"')]? |[\"'`(] ?|\b(that|but|and|so) )$",
    "day_itself_is": r"^ (is|was)\b",
    "thing_of_this_day": rf"^'s (\w+[ -]){{0,2}}{_THING_OF_A_DAY}\b",
    # a verb of what happens on a day, or of what somebody does then
    "happens_this_day": (
        r"\b(is|are|am|'re|'m|'s)( not| now| still| also| already| again| \w+ly)? \w+ing\b|\b(announces?|launch(es)?|releases?|publishe?s?|unveils?|meets?|votes?|opens?|closes?"
        r"|begins?|starts?|ends?|arrives?|leaves?|returns?|visits?|marks?|celebrates?|joins?|faces?|hosts?|airs?|resumes?|turns?|says?|reports?|writes?|reads?|looks?|here|i|we|you|he|she)\b"
    ),
    "holds_in_these_days": rf"{_IS}|\b({_STATES})\b",
    "any_verb": rf"\b(is|are|isn't|aren't|am|was|were|has|have|had|will|would|[a-z]+ed|{_STATES})\b|'(s|re|m|ve|ll|d) ",
    # "has 300 researchers" is a state, "has said" is none
    "has_something": (
        r"\b(have|has)(?= (a|an|no|the|some|many|more|few|fewer|less|over|about|around|nearly|almost|only|this|that|these|its|their|our|your|his|her|little"
        r"|enough|access|several|millions?|thousands?|hundreds?|\d|[a-z]+s [a-z]))"
    ),
    # what follows is of another time: "prices today are lower than they were"
    "than": " than ",
    # a clause ends there
    "clause_end": r"[;:()\u2014\u2013]|, |\"|\u201c|\u201d| (?:but|and|while|whereas|although|though|because|which|who|when|that|if) ",
}

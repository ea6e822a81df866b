"""What English verbs tell of when: past, to come, or bidden by a day; their forms, and the cues made of them. Data only."""

from __future__ import annotations

from typing import Final

_IRREGULAR_FORMS: Final = (
    "was were wasn't weren't didn't hadn't hasn't haven't had did has have been said "
    "says told came went took made gave lost died began held met left fell "
    "rose saw got became since wrote found sent shot struck led ran broke spoke "
    "brought bought sold paid drew grew knew flew kept built felt fought sought thought "
    "taught caught withdrew stood chose wore threw drove sank swept ate awoke bent bled "
    "blew clung crept dealt dug drank fled flung forbade forgot forgave froze hid "
    "hung knelt laid leapt lent lit meant mistook overcame overthrew overtook rang rode sang "
    "shook shone shrank slept slid spent spun sprang stole stuck stung swore swam swung "
    "tore woke wept underwent undertook upheld withstood arose undid overran outran "
)
#: Past forms that do not end in -ed, and what else shows that something has been ("fed" is left out for the Fed).
PAST_FORMS: Final = dict.fromkeys(_IRREGULAR_FORMS.split(), 0)
#: Past forms that are infinitives too: not after what an infinitive follows. (Here and below what is sought is
#: looked for before what may not stand before it: at most words the former fails at once.)
_SAME_PAST: Final = (
    r"(?=(?:put|cut|shut|quit|read|hit)\b)(?<![ ]to[ ])(?<!will[ ])(?<!would[ ])(?<!could[ ])(?<!may[ ])(?<!might[ ])(?<!must[ ])(?<!should[ ])(?<!shall[ ])(?<!can[ ])(?<!'ll[ ])"
    "(?<!not[ ])(?<!help[ ])(?:put|cut|shut|quit|read|hit)"
)
_IRREGULAR_PAST: Final = (
    f"{_SAME_PAST}|won(?!'t)|<pastform>(?<!\\bhave)(?<!\\bhas)|(have|has)(?! to )"
)
_NOT_PAST: Final = (
    "unchanged|unaltered|unharmed|need|speed|indeed|exceed|proceed|succeed|feed|seed|bleed|breed|hundred|united|scheduled"
    "|expected|planned|slated|supposed|embed|shed|affected|sacred|naked|wicked|gilded|detailed|unprecedented|armed|sophisticated|dedicated|skilled|biased"
)
#: "Due", but not "due to rain".
_DUE_TO_COME: Final = "due(?! to (a|an|the|his|her|its|their|our|this|that|these|those|poor|bad|heavy|high|low|strong|fears?|lack|[a-z]+ion|[a-z]{3,}s|[a-z]+ing)[^a-z])"
_PLANNED: Final = f"expected|scheduled|slated|forecast|tipped|{_DUE_TO_COME}|planned|supposed|set|likely|ready|prepared|poised"
#: Of these, those that tell what is to come by themselves ("a vote due Friday").
_DUE: Final = (
    f"expected|scheduled|slated|{_DUE_TO_COME}|(?<!previously[ ])(?<!originally[ ])planned|likely"
)
_TO_COME: Final = (
    "take|meet|begin|start|attend|hold|visit|return|vote|open|close|go|leave|travel|resume|expire"
    "|discuss|announce|appear|testify|play|face|launch|speak|decide"
)

#: What "may" or "might" happen, and is not what may be so.
_MAY_COME: Final = "come|happen|arrive|become|get|see|take|cost|fall|rise|reach|return|move|ban|cut|raise|sell|buy|join|quit|win|lose|end|run|seek|send|need|hit|drop|ease"
_TO_COME_ING: Final = (
    "meeting|holding|visiting|traveling|travelling|flying|returning|leaving|speaking|playing|hosting|voting"
    "|opening|closing|launching|releasing|going|coming|arriving|attending|starting|beginning|shutting|ending|retiring|moving|quitting|raising"
    "|cutting|adding|bringing|rolling|introducing|splitting|merging|selling|discontinuing|debuting"
)

#: What a spokesman "would not" do has been refused.
_UNSAID: Final = "(say|comment|discuss|disclose|elaborate|confirm|identify|give|provide|speculate|specify|name|reveal)"
#: "To be", but not of what was so ("seemed to be").
_TO_BE: Final = "(?=to be)(?<!had[ ])(?<!seemed[ ])(?<!appeared[ ])(?<!believed[ ])(?<!thought[ ])(?<!known[ ])(?<!said[ ])to be"

#: What tells firmly of what is to come.
_WILL: Final = (
    rf"(will|'ll|won't|going to|is to|are to|(is|are|be)( \w+ly)? ({_PLANNED})|due (to be|on|in|by)|(may|might|should)( not)? (be|become|take)"
    r"|to be \w+ed (on|in|by) $)"
)

#: What is called for a day.
_MEETING: Final = "(march|rally|protests?|strike|meeting|vote|hearing|talks|elections?|demonstrations?|session|trial|summit|debate|conference)"

#: What headlines say of what is to come: "Watchdog to give proposals in October".
_HEADLINE_VERBS: Final = (
    f"{_TO_COME}|give|make|restart|publish|release|unveil|reveal|build|buy|sell|cut|raise|lend|pay|bring|create|cease|consider|debate|deliver|end|expand"
    "|extend|fight|form|get|hear|help|host|impose|increase|introduce|invest|join|keep|lead|lift|list|lower|merge|move|offer|phase|propose"
    "|provide|put|reach|receive|reduce|rejoin|remain|remove|rename|reopen|replace|report|resign|review|rise|roll|run|scrap|seek|send|shut|sign"
    "|slash|split|spend|ban|bar|block|allow|apply|tighten|ease|drop|charge|supply|enter|exit|hike|fire|hire|axe|back|boost|mandate|require|stage|stand|step|stop|strike|sue|suspend|take|tell|test|try|turn|use|withdraw|win|work"
)
#: What people are told to do by a day.
_BIDDEN: Final = (
    f"{_TO_COME}|withdraw|get|clear|hand|stop|end|release|submit|file|reply|respond|report|pay|complete|finish|reach|sign|signed"
    "|accept|apply|provide|deliver|vacate|evacuate|surrender|disarm|cease|comply|come|have|make|give|choose|form|remove|restore|reopen|step down|quit|resign"
)

#: What happens and is not planned.
_PAST_EVENT: Final = (
    "(attacks?|attempt|accident|arrests?|assassination|assault|blasts?|blowout|bombings?|collapse|coup|crash|deaths?"
    "|disaster|earthquake|explosions?|fire|hijacking|invasion|killings?|massacre|murders?|quake|raids?|revolution|riots?|shootings?"
    "|sinking|slayings?|spill|tsunami|uprising)"
)

#: After these what was to be done has been: "managed to leave", "failed to attend".
_DONE: Final = "(?<!had[ ])(?<!forced[ ])(?<!managed[ ])(?<!failed[ ])(?<!was[ ]able[ ])(?<!were[ ]able[ ])(?<!was[ ]not[ ]able[ ])(?<!were[ ]not[ ]able[ ])(?<!began[ ])(?<!continued[ ])(?<!started[ ])(?<!helped[ ])"
#: What made others do something, which then has been: "caused the work to be stopped".
_MADE_TO: Final = (
    "(caused|forced|compelled|prompted|led|enabled)( (?!to |by )[a-z'-]+){1,4} to (be )?[a-z]+"
)
#: "Had taken the town by Sunday", but not "had hoped to leave by Sunday".
_HAD_DONE: Final = (
    "had( [a-z]+ly)?( been)? (?!(been|told|asked|ordered|given|hoped|expected|planned|scheduled|agreed|promised|vowed|pledged|warned|set"
    "|said|demanded|threatened|wanted|intended|needed|decided|predicted|forecast|estimated|urged|until)[^a-z])([a-z]{2,}e[dn]|gone|done|run|come|become|begun|won|grown|shut|cut|hit|put|<pastform>)"
)

#: What days are counted from.
EVENT: Final = (
    f"({_PAST_EVENT}|{_MEETING}|ruling|verdict|conviction|indictment|sentencing|inauguration|election|election day|victory|defeat|launch|debut|release|start|end"
    "|beginning|opening|outbreak|announcement|ceasefire|cease-fire|truce|armistice|surrender|resignation|wedding|birth|funeral|landings?|storm|hurricane|flood|strike)"
)

TENSE_CUES: Final[dict[str, str]] = {
    # the tense of the words before an expression: the last of these decides
    "tense": (
        rf"\b(?=[a-z'])((?P<past>{_MADE_TO}|had( been)?( \w+ly)? ({_PLANNED})( (to|for)( (be )?\w+)?)?|({_IRREGULAR_PAST})\b(?!( been)?( \w+ly)? ({_PLANNED})\b)"
        rf"|after [a-z]+ing|would not {_UNSAID}|(?=[a-z]{{2,}}ed\b)(?<!being[ ])(?<!-)(?<!so[ ]-[ ])(?<![ ]is[ ])(?<![ ]are[ ])(?!({_NOT_PAST}|agreed to|called for|braced for)\b)[a-z]{{2,}}ed\b)"
        r"|(?P<future>(will|shall|won't|would|'ll)( not)?( \w+ly)?(( be| have been| stay| remain| get)( \w+ly)?( \w+)?| have( \w+ed)?)?"
        r"|can (beat|win|play|start|return|join|go|leave|vote|expect|decide|meet|attend)"
        r"|could (?!not|have|only|no|(be )?(see|hear|feel|felt|found|smelt|located|reached))(be )?([a-z]+ly )?[a-z]+"
        rf"|(should|might|must|may)( not)? (be \w+|have|{_TO_COME}|{_MAY_COME})(?! (been|\w+ed)\b)"
        rf"|going to|((is|are|be) ({_PLANNED})|(was|were|been) ({_DUE}|set|supposed))( to( be \w+)?| for)?|({_PLANNED}) (to( be \w+)?|for)|(?<!than[ ])({_DUE})"
        r"|(expects?|plans?|hopes?|intends?|aims?|wants?|agrees?|agreed|vows?|promises?|prepares?"
        r"|preparing|planning|hoping) (to|for)"
        rf"|(is|are|was|were) to be( \w+ly)? \w+|(is|are) to|{_TO_BE}( \w+ly)?( \w+)?|{_MEETING} ([a-z]+ ){{0,3}}for(?= $)|expects?(( \w+){{1,4}} to( be \w+)?|( (a|an|the|another|no|some|more|further)( [a-z]+){{1,2}})(?= $))|(chosen|campaigning|candidates?|preparations?|tickets) for(?=( the)? $)|{_DONE}to ({_TO_COME})|call(s|ed|ing)? for|(braced|bracing) for|(?<![a-z])ahead of|in advance of|upcoming|effective|payable|matures?|maturing"
        r"|(agreement|plans?|deal|decision|proposal|offer|(?<!in[ ]a[ ])bid|pact|accord|bill|intention|orders?|commitment|proposes?) to"
        r"|(?<!not[ ])(?<!n't[ ])(?<!failed[ ]to[ ])(?<!managed[ ]to[ ])(?<!able[ ]to[ ])(meet|convene|depart|arrive)|takes? (effect|place)"
        r"|qualif(y|ies) for|facing|looming|awaiting|approaching|(?<=[a-z,][ ])(beginning|starting|ending)(?=( (on|in))? $)"
        rf"|(is|are) ({_TO_COME_ING})|so( that)? (he|she|it|they|we|i|you) (can|will|may) [a-z]+|(?<=[a-z]s[ ])(start|begin|resume|open|vote|gather|return)"
        r"|premieres|premiers|debuts|airs|ends|faces|(have|has) to (?!do )[a-z]+"
        r"|(?<!after[ ])(?<!before[ ])(?<!since[ ])(?<!of[ ])(?<!by[ ])(?<!was[ ])(?<!were[ ])coming (to|soon)"
        r"|begins|starts|opens|arrives|leaves|meets|visits|returns|travels|resumes|convenes|expires|testifies|votes|deadline)\b)"
    ),
    # "available for Sunday's game", "ahead of Sunday's awards"
    "build_up": (
        r"\b(ahead of|in advance of|build-?up to|build up to|preview of|previewing|looking ahead to|available for|ready for|ruled out (of|for)"
        r"|prepar(e|es|ing) for|fit for|come(?<!had[ ]come)(?<!has[ ]come)(?<!have[ ]come)(?<!'ve[ ]come))( the)? $"
        # put off to a day, given until a day
        r"|\b((postponed|delayed|deferred|adjourned|rescheduled|put off|put back|pushed back|moved back|held over|remanded( in custody)?)( again)? (to|until|till|for)"
        r"|(have|has|'ve) (only )?(until|till))( the)? $"
    ),
    # a headline, up to its verb: "Watchdog to give", no finite verb before it
    "headline_to": rf"^(warnings?|fears?|threats?|risks?|prospects?|hopes?) (of|over|about|for)\b(?!.*\b(after|since)\b)|^([a-z0-9'&.$-]+ ){{1,6}}?to ({_HEADLINE_VERBS})\b(?!.*[,;:] (a|an|the|it|he|she|they|his|her|sources|officials|police|says)\b)",
    # "the decision to close in May was wrong" is no headline
    "verb_at_once": r"^ (was|were|has|had|have|did|is|are|came|went|led|made|took|became|[a-z]+ed)\b",
    # "will hit goods imported from Mexico in July": the participle tells nothing of July
    "will_hit_done": r"\b(will|won't|'ll)( [a-z'-]+){2,6} [a-z]{2,}ed( [a-z'-]+){1,4} (in|on|by|from)( (early|mid|late))?[ -]$",
    # what a day is known by: "the April 20 explosion", "the explosion in April"
    "past_event_after": rf"^'?s? ([a-z]+ ){{0,2}}{_PAST_EVENT}\b",
    "past_event_before": rf"\b{_PAST_EVENT}( (of|on|at|near) (the|a|an|its|his|her|their) [a-z-]+( [a-z-]+){{0,2}})? (in|on|of)( (early|late|mid))?[ -]$",
    # "back to their April rates", "below its May peak": a mark that was left
    "left_mark_before": r"\b(back (to|at|above|below)|revert(s|ed|ing)? to|return(s|ed|ing)? to|from|above|below|since|than|exceed(s|ed|ing)?|match(es|ed|ing)?)( (a|an|the|its|their|his|her))?( (early|late|mid))?[ -]$",
    "left_mark_after": r"^('s)? ([a-z-]+ )?(levels?|rates?|highs?|lows?|peaks?|record|bottom|trough|all-time high|pace|figures?|readings?)\b",
    # the event that bears its year before its day: "the 2034 Games will run from Feb. 10"; without its own verb
    # ("qualified for the 2034 Games in October") the day may be that of another event
    "event_year": (
        r"\bthe (?P<year><figureyear>) ([a-z.'-]+ ){0,3}(olympics|paralympics|games|world cup|elections?|vote|referendum|championships?|cup|open|festival|summit|conference"
        r"|convention|final|finals|tournament|grand prix|marathon|coup|uprising|earthquake|massacre)( in [a-z]+)?"
        r"((?P<runs>( (will|is|are|was|were|to|be|held|scheduled|set|runs?|ran|takes?|took|place|begins?|began|starts?|started|opens?|opened))+,?( (on|from|in|for|between))?|,? from)"
        r"|,? (on|in|between)) $"
    ),
    # what begins on a day and is told at once: "Starting Monday, drivers must pay"
    "begins_head": r"^(starting|beginning|effective|from|as from)( on)? $",
    # "Talks began in April": whatever the calendar says, it has been
    "has_begun": (
        r"\b(?<!be[ ])(?<!been[ ])(?<!is[ ])(?<!are[ ])(?<!to[ ])(?<!will[ ])(?<!was[ ])(?<!were[ ])(?<!being[ ])(began|went|came|gave|fell|rose|won|died|became|saw|spoke|broke|flew|sank|grew|started"
        r"|ended|happened|occurred|collapsed|resigned|peaked|slowed|dropped|climbed|jumped|erupted|exploded|crashed|arrived|took (place|effect|office|over|off|power)|broke out)"
        r" (in|on)( early| late)?[ -]$"
    ),
    # "they have doubled since January": up to now
    "has_since": r"\b(has|have|'ve|'s)( not| n't)?( \w+){1,6} since( (early|late|mid))?[ -]$",
    # what is planned for a day: "Friday's planned march"
    "planned_after": r"^'s (planned|scheduled|expected|upcoming|forthcoming|proposed)\b|^ ((release|premiere|launch|start|air|due|opening) date|premiere)\b",
    # what a date is set for: "a Jan. 1 deadline", "wheat for December delivery"
    "set_for": r"^ (deadline|time ?(- ?)?frame|timetable|target|delivery|futures|contracts?)\b",
    # where a clause begins with the expression: the verb after it tells its tense
    "clause_start": r"(, (but|and|while|whereas|although|though|yet)|[;:]( ?[\"'](?=[a-z]))?)( ?(on|in|at|by|late|early))? $",
    "tense_after": (
        rf"\b(?P<past>({_IRREGULAR_PAST})\b|(?!({_NOT_PAST})\b)[a-z]{{2,}}ed\b)"
        rf"|\b(?P<future>will|shall|won't|'ll|is to|are to|(is|are) ({_PLANNED}|going))\b"
    ),
    # the verb of its own clause, which follows it at once: "on Monday is to speak"
    "to_come_at_once": (
        rf"^ (will|shall|won't|'ll|(is|are) (to|going|{_PLANNED})|(could|may|might) (?!not|have|well|seem|only|no|see|hear|feel|smell))\b"
    ),
    "will": rf"\b{_WILL}\b",
    # "will", and no later verb ("will be larger than they had thought it would be in June"); nor that of another clause
    "will_last": rf"\b{_WILL}\b(?!.*\bwould\b)",
    "will_next": rf"^(?!.*\b(whether|if|who|which|that|how|why)\b.*\b(will|is|are)\b).*\b{_WILL}\b",
    # "managed to leave by Sunday", "had taken the town by Sunday": it has been
    "done_by": (
        rf"\b((?<!be[ ])(managed|failed|able|began|continued|started|helped) to|{_HAD_DONE})( [a-z'-]+){{0,7}} (by|until|till|through)"
        r"( the)?( (early|late))? $"
    ),
    # "told them to withdraw by Sunday", "must get it signed by Monday"; not "managed to leave by Sunday"
    "bidden": (
        rf"\b(must|should|can|will|{_DONE}to)"
        rf" (be )?({_BIDDEN})( [a-z'-]+){{0,6}} (by|until|till)( the)?( (early|late))? $"
    ),
}

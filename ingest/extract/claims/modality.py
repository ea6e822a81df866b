"""How certain a clause makes what it tells: hypothetical, possible, planned, negated, or plainly told. Pure.

Read are the words of the clause that holds the date; "said it may" is possible whoever says it. The
order of the tests is the order of precedence: a condition, a possibility, a plan, a negation.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from ingest.extract.claims.conditions import ASKS, is_hypothetical
from ingest.extract.claims.plans import INTENDING, is_planned
from ingest.extract.claims.possibility import POSSIBLE_WORDS, is_possible
from ingest.extract.text.clauses import clauses
from ingest.extract.text.sentences import Span
from ingest.extract.text.terms import has_marks, without_titles
from ingest.extract.text.tokens import tokens, word_set
from ingest.extract.text.vocabulary import phrases, words
from ingest.model import Modality

#: Where a date lies, seen from the publication; "unknown" too where the clause has none of its own.
Lies = Literal["past", "ahead", "unknown"]

#: ", perhaps [by Thursday]": of the day alone.
_DAY_HEDGE: Final = re.compile(
    r",?\s(?:perhaps|possibly|probably|maybe|likely)(?:\sas\s(?:early|soon|late)\sas)?(?=\s\s|\s*$)",
    re.IGNORECASE,
)
#: What "should" be on a day to come is expected then, or asked for.
_SHOULD: Final = phrases(r"should ~(?!have (?!(?:an?|the|its|his|her|their|no|more|enough)\b))\w+")
#: "was postponed [to next year]"
_PUT_OFF: Final = phrases(
    "(?:postponed|delayed|put off|pushed back|put back|deferred|adjourned|rescheduled)(?=\\s\\s|$)"
)
#: Of a day that is past "could open" tells an ability; what may have been "could have opened".
_ABLE: Final = phrases(r"could(?! (?:\w+ly |also |still |well )?have\b)")
#: The future of the present, which tells nothing of a day that is past.
_WILL: Final = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b")
#: "to discuss how it might be done", with nothing dated in it: not what is told, but what it is about.
_EMBEDDED: Final = re.compile(
    r"(?<=\w)\s(?:how|whether)\s(?:(?!\s\s).)+$|\s(?:of|to\s[a-z]+)\swhat\s(?:(?!\s\s).)+$"
)
#: "a new plan to save the banks", of which something else is told.
_A_PLAN: Final = re.compile(
    r"\b(?:an?|the|its|his|her|their|this|that|['’]s)\s(?:(?:[\w$.,%-]+\s){0,4}?plan|plans)\sto\b",
    re.IGNORECASE,
)
#: "It would be premature to say so": a judgement, no plan.
_JUDGED: Final = (
    r"[“\"‘']?(?:premature|wrong|difficult|hard|easy|impossible|unfair|fair|foolish|irresponsible|inappropriate|appropriate"
    r"|unwise|wise|better|best|good|bad|helpful|useful|naive|a mistake|an error)[”\"’']?"
)
#: What others say "would" happen is to come; an author's "would" may be a habit of the past.
_WOULD: Final = phrases(
    rf"would (?!have)(?!be {_JUDGED} to\b)~[\w\x02]+|(?:I|you|he|she|it|we|they|who)['’]d (?!(?:been|had|become|better|\w+ed)\b)~\w+"
)
#: "will not open until May" is a plan to open.
_WILL_NOT: Final = phrases(
    r"(?:(?:will|would|shall) (?:not|never)|won['’]t|(?:no|not) (?:plans?|planned|due|expected)|no \w+ will)(?!.*\b(?:until|before)\b)",
    r"(?:(?:is|are|was|were|am|['’]s|['’]re|['’]m) (?:not|never|no longer)|(?:is|are|was|were)n['’]t) (?:\w+ly )?(?:going|due|set|expected"
    r"|planned|scheduled|planning|intending|expecting|supposed) to(?!.*\b(?:until|before)\b)",
    r"(?:(?:can|could) not|cannot|(?:can|could)n['’]t) (?:guarantee|promise|confirm|assure|predict|say)",
    r"(?:(?:do|does|did) not|(?:do|does|did)n['’]t) (?:\w+ly )?(?:plan|intend|expect|aim|want|hope|propose|anticipate|foresee)",
)
_NEGATED: Final = phrases(
    r"not(?!\s\s|\s*[.,;]|\s*$)(?! (?:only|just|merely|simply|least|to mention|until|long|far|unlike|surprisingly|coincidentally|\w+ing\b))"
    "|cannot|nobody|none|neither|nor|no-one",
    r"\w+n['’]t(?! (?:only|just|merely|simply|help)\b)|never(?! (?:seen|heard|before))",
    r"(?<!with\s)(?:(?-i:no)|^no) (?!(?:later|sooner|earlier|fewer|less|more|doubt|wonder|matter|further)\b|\.|\d)\w+",
    r"without (?:ever )?\w+ing|(?:failed|fails?|failing|refused|refuses|refusing|declined|declines|declining|unable) to(?! (?:(?:about|around|some|just|under|below) )?[$€£#\d])",
    "stopped short of|no longer|yet to|lack(?:ed|s)?(?! of)",
)
#: Rarer, and looked for only where one of these is part of a word.
_RARELY_NEGATED: Final = phrases(
    "nowhere|(?:hardly|scarcely) (?:any|ever|anyone|anybody|anything)",
    r"nothing(?! (?:but|less|short|if|like|more|other|to do|compared|new)\b)|(?:neglected|omitted|forgot) to",
    r"(?:refrained|abstained|refrains|refraining) from|(?:avoided|avoids|escaped|dodged) \w+ing",
)
_RARE_DENIALS: Final = (
    "othing", "owhere", "ardly", "carcely", "neglected", "omitted", "forgot", "frain", "abstain", "avoid", "escaped", "dodged",
)  # fmt: skip
#: "the plan to close the bay hit a rock": whatever is planned, the plan has fared so.
_HAPPENED: Final = re.compile(
    r"\b(?:was|were|had|hit|fell|ran|met|won|lost|drew|suffered|failed|stalled|collapsed|passed|received|faced|angered|began)\b"
)
#: Of days that are past: "missed Wednesday's deadline".
_AIMED_AT: Final = re.compile(r"\b(?:deadline|target)\b", re.IGNORECASE)
#: "caused work to be stopped", "allowed it to be built": it was.
_CAUSED: Final = re.compile(
    r"\b(?:caused|forced|allowed|enabled|led|prompted|helped|obliged|required|permitted)\s(?:[\w’'-]+\s){1,6}?to\sbe\s\w+"
)
#: "those not staying" tells of who stayed; "is not staying" denies it.
_NOT_DOING: Final = phrases(
    r"(?:is|are|was|were|be|been|am|['’]s|['’]re|['’]m|of|by|for|about|on) not \w+ing"
)
#: Words without one of which none of the patterns above can match: many clauses have none.
_TELLING: Final = words(
    "gonna gon looking wish wishes gearing line verge brink if unless assuming provided suppose supposing case should what hypothetical hypothetically would must might"
    " perhaps maybe possibly possible possibility possibilities probably probable potential potentially likely unlikely"
    " likelihood presumably conceivably arguably seemingly unclear uncertain suggesting risk risks threat threats danger"
    " chance chances prospect fear fears look looks looked seem seems seemed appear appears appeared indication"
    " indications speculation suggestion suggestions hopes concern concerns worry worries suspicion suspicions sign signs suggest suggests suspect suspects suspected not could may will shall upcoming deadline target"
    " track due timetabled anticipate anticipates forecasts cannot nobody none neither nor no no-one never without lack"
    " nothing nowhere hardly scarcely neglected omitted forgot refrained abstained refrains refraining avoided avoids escaped dodged"
    " postponed delayed deferred adjourned rescheduled pushed put booked pencilled penciled lined earmarked targeted timed course"
    " schedule tipped bound sure certain foresee foresees envisage envisages expecting long condition event providing conceivable"
    " plausible plausibly doubt doubtful odds risking worried fears remains ruled rule ruling rules exclude excluded anyone's"
    " lacked lacks stopped longer yet forward had failed fail fails failing refusing declining expecting refused refuses declined declines unable set be"
) | {
    form for each in INTENDING.split("|") for form in (each.replace("s?", ""), each.replace("?", ""))
}  # fmt: skip
#: Of other clauses, these tell how surely this one is told.
_LINKING: Final = words("if provided assuming supposing")
_CONTRACTED: Final = ("n't", "n’t", "'ll", "’ll", "'d", "’d")
_IS_TO: Final = re.compile(r"\b(?:is|are|was|were) to\b")


def modality_of(
    sentence: str,
    clause: Span,
    *,
    attributed: bool,
    would_come: bool = True,
    lies: Lies = "unknown",
) -> Modality:
    """Return how the clause of `sentence` tells its happening.

    `attributed`: another than the author speaks; `would_come`: "would" may tell of what was to come then;
    `lies`: where the clause's own date lies, seen from the publication.
    """
    told: Modality = "reported" if attributed else "asserted"
    clause = _opening(sentence, clause), clause[1]
    spoken = frozenset([word for at, word in tokens(sentence) if clause[0] <= at < clause[1]])
    if not _is_telling(sentence, clause, spoken):
        return told
    said = sentence[clause[0] : clause[1]]
    if " how " in said or " whether " in said or " what " in said:
        said = _EMBEDDED.sub("", said)
    said = said.strip(' ,“”"‘`')
    asked = said.startswith("if ") and ASKS.search(sentence, 0, clause[0])
    said = without_titles(said) if has_marks(said) else said
    if not asked and is_hypothetical(sentence, clause, said, spoken):
        return "hypothetical"
    intended = _may_plan(spoken) and is_planned(said)
    said = _DAY_HEDGE.sub("", said) if intended else said
    able = lies == "past" and not attributed and "could" in spoken
    left_open = _ABLE.sub("", said) if able and not said.startswith("that ") else said
    if asked or (not POSSIBLE_WORDS.isdisjoint(spoken) and is_possible(left_open)):
        return "possible"
    if intended:
        said = _without_plans(said, lies)
        intended = is_planned(said)
    expected = lies == "ahead" and (_SHOULD.search(said) or _PUT_OFF.search(said))
    hoped = attributed and would_come and _may_come(spoken) and _WOULD.search(said)
    if intended or expected or hoped:
        return "negated" if _WILL_NOT.search(said) else "planned"
    return "negated" if _may_deny(spoken) and _is_negated(said, lies) else told


#: "ruled out a closure [next year]": what is to come, and will not.
_RULED_OUT: Final = phrases("(?:rules?|ruled|ruling) out")


#: "did not open until [May]": it opened then.
_NOT_UNTIL: Final = re.compile(
    r"(?:\b(?:not|never)|n['’]t)\s(?=(?:(?!(?:and|but|or)\b)[\w’'-]+\s){1,8}until\b)"
)


def _is_negated(said: str, lies: Lies) -> bool:
    said = _NOT_UNTIL.sub(" ", said) if "until" in said and lies == "past" else said
    if _NEGATED.search(said) or (" not " in said and _NOT_DOING.search(said)):
        return True
    if any(part in said for part in _RARE_DENIALS) and _RARELY_NEGATED.search(said):
        return True
    return lies == "ahead" and _RULED_OUT.search(said) is not None


def _without_plans(said: str, lies: Lies) -> str:
    """Return the clause without plans that only something else is told of, and futures of days past."""
    found = _A_PLAN.search(said) if "plan" in said else None
    if found and (lies != "ahead" or _HAPPENED.search(said, found.end())):
        said = _A_PLAN.sub("", said)
    if lies != "ahead":
        said = _AIMED_AT.sub("", said)
        said = _CAUSED.sub("", said) if "to be" in said else said
    return _WILL.sub("", said) if lies == "past" else said


def _is_telling(sentence: str, clause: Span, spoken: frozenset[str]) -> bool:
    if not _TELLING.isdisjoint(spoken) or not _LINKING.isdisjoint(word_set(sentence)):
        return True
    if any(word.endswith(_CONTRACTED) for word in spoken):
        return True
    return "to" in spoken and _IS_TO.search(sentence, *clause) is not None


#: Words without one of which no plan is told, besides "'ll" and "won't".
_PLAN_WORDS: Final = words(
    "gonna gon will shall upcoming deadline target to for due scheduled slated expected planned timetabled planning plan plans expects"
    " expect expecting anticipates anticipate foresee foresees envisage envisages forecasts forecast until till on"
)


#: Words without one of which nothing is denied, besides "n't".
_DENYING_WORDS: Final = words(
    "not cannot nobody none neither nor no never without failed fails fail failing refused refuses refusing declined declines"
    " declining unable stopped longer yet lack lacks lacked nothing nowhere hardly scarcely neglected omitted forgot refrained"
    " refrains refraining abstained avoided avoids escaped dodged rule rules ruled ruling"
)


def _may_deny(spoken: frozenset[str]) -> bool:
    return not _DENYING_WORDS.isdisjoint(spoken) or any(
        word.endswith(_CONTRACTED) for word in spoken
    )


def _may_come(spoken: frozenset[str]) -> bool:
    return "would" in spoken or any(word.endswith(_CONTRACTED) for word in spoken)


def _may_plan(spoken: frozenset[str]) -> bool:
    return not _PLAN_WORDS.isdisjoint(spoken) or any(word.endswith(_CONTRACTED) for word in spoken)


#: "raised the possibility that ...": only what stands after "that" is possible.
_OPENS_POSSIBLE: Final = re.compile(
    r"(?:possibility|likelihood|prospect|chance|risk|danger|threat|fears?|hopes?|suspicions?|worr(?:y|ies)|concerns?"
    r"|speculation|suggestions?|indications?|signs?)\s*$",
    re.IGNORECASE,
)
#: "It is possible that ...": what is said of the happening stands before it.
_IT_IS: Final = re.compile(
    r"(?:^|\b(?:but|and)\s)(?:it\s(?:is|was|seems|remains|appears)|there(?:['’]s|\s(?:is|are|was|were|has\sbeen|have\sbeen)))\b",
    re.IGNORECASE,
)


def _opening(sentence: str, clause: Span) -> int:
    """Return where to read from: the clause's start, or that of the "it is", "there is" it completes."""
    if sentence[clause[0] : clause[1]].lstrip().startswith("that "):
        for start, end in clauses(sentence):
            if end == clause[0] and _IT_IS.search(sentence, start, end):
                return start
            hedged = _OPENS_POSSIBLE.search(sentence, start, end) if end == clause[0] else None
            if hedged:
                return hedged.start()
    return clause[0]

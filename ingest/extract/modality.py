"""How certain a clause makes what it tells: hypothetical, possible, planned, negated, or plainly told. Pure.

Read are the words of the clause that holds the date; "said it may" is possible whoever says it. The
order of the tests is the order of precedence: a condition, a possibility, a plan, a negation.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from ingest.extract.clauses import clauses
from ingest.extract.possibility import is_possible
from ingest.extract.sentences import Span
from ingest.extract.tokens import tokens, word_set
from ingest.extract.vocabulary import phrases, words
from ingest.model import Modality

#: Where a date lies, seen from the publication; "unknown" too where the clause has none of its own.
Lies = Literal["past", "ahead", "unknown"]

_CONDITION: Final = re.compile(
    r"(?:^|[,;:—–-]\s*|\b(?:and|but|that|only|or|especially|what)\s+)"
    r"(?:if(?!\s+you\s+(?:look|think|consider|compare|ask|go\sback|remember|recall|will|like)\b)(?!\s+(?:possible|necessary|needed|required|any|anything|so)\b)|unless|provided\s+that|suppose|supposing|in\s+case|were\s+(?:he|she|it|they|this|that|the|an?|(?-i:[A-Z])\w+)\s+(?:\w+\s+){0,3}to"
    r"|should\s+(?:he|she|it|they|the|a))\b|(?:^|[,;:]\s*)assuming\b|\bhypothetical(?:ly)?\b",
    re.IGNORECASE,
)
#: A past that did not come about: "would have ended", "should have been aware".
_PARTICIPLE: Final = (
    r"(?:\w+(?:ed|en|wn|ne|ought|aught|elt|ept|ent|ost|old|aid|ung|uck)|had|made|left|met|led|read|won|run|come|become"
    r"|put|set|cut|hit|let|shut|found|stood|sat)"
)
_COUNTERFACTUAL: Final = phrases(rf"(?:would|should|must) ~have ~{_PARTICIPLE}")
#: ", perhaps [by Thursday]": of the day alone.
_DAY_HEDGE: Final = re.compile(
    r",?\s(?:perhaps|possibly|probably|maybe|likely)(?:\sas\s(?:early|soon|late)\sas)?(?=\s\s|\s*$)",
    re.IGNORECASE,
)
#: What "should" be on a day to come is expected then, or asked for.
_SHOULD: Final = phrases(r"should ~(?!have\b)\w+")
#: The future of the present, which tells nothing of a day that is past.
_WILL: Final = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b")
#: "who do not know if": a question, no condition.
_ASKS: Final = re.compile(
    r"\b(?:know|knows|knew|ask|asks|asked|wonder\w*|see|sure|clear|decide[sd]?|determine[sd]?|check|doubt\w*)\s*\Z"
)
#: "to discuss how it might be done", with nothing dated in it: not what is told, but what it is about.
_EMBEDDED: Final = re.compile(
    r"(?<=\w)\s(?:how|whether)\s(?:(?!\s\s).)+$|\sof\swhat\s(?:(?!\s\s).)+$"
)
_INTENDING: Final = (
    "plans?|planned|planning|intends?|intended|aims?|aimed|hopes?|hoped|expects?|expected|wants?|wanted|proposes?"
    "|proposed|prepares|prepared|preparing|vows|vowed|pledges|pledged|promises|promised|scheduled|slated|poised"
    "|about|going|determined|ready|projected|forecast|anticipated|threatens|threatened|supposed"
)
#: "a new plan to save the banks", of which something else is told.
_A_PLAN: Final = re.compile(
    r"\b(?:an?|the|its|his|her|their|this|that|['’]s)\s(?:(?:[\w$.,%-]+\s){0,4}?plan|plans)\sto\b",
    re.IGNORECASE,
)
#: "the aim was to", "was found to be": the infinitive is no plan.
_AIMS: Final = "".join(
    rf"(?<!\b{noun}\s)"
    for noun in sorted(
        words(
            "move aim goal purpose idea intention point task job role choice answer reason objective"
        )
    )
)
_FOUND: Final = "".join(
    rf"(?<!\b{verb}\s)"
    for verb in sorted(
        words(
            "found shown proved proven known believed thought said reported confirmed considered had have has having needs need needed"
        )
    )
)
_PRONOUN_BEFORE: Final = "|".join(
    rf"(?<=\b{word}\s)" for word in ("he", "she", "it", "who", "which", "that", "they", "we", "i")
)
_PLANNED: Final = phrases(
    "will|shall|won['’]t|upcoming|deadline|target|on track to",
    rf"(?<!\ba\s)(?<!\bthe\s)(?:{_INTENDING}) ~to (?!(?:the|a|an|its|his|their)\b|\d|(?-i:[A-Z]))\w+",
    rf"(?=(?:is|are|was|were)\sto\s){_AIMS}(?:is|are|was|were) to (?!the|a|an)\w+",
    r"(?:is|are|was|were|be|been) ~due (?:to (?:be|\w+(?<!s))\b(?! \w+s\b)|on|in|for|out|back|at|for)",
    r"(?:is|are|was|were) ~due(?=[,;.]|$|\s\s)",
    r"(?:is|are|was|were|looks?|looked) ~set to (?!(?:the|a|an)\b)\w+",
    rf"(?=to\sbe\s){_FOUND}to be \w+(?:ed|ld|wn)",
    "(?:is|are|was|were|be|been) (?:scheduled|slated|expected|planned|timetabled|planning)",
    r"(?:expects?|expected|expecting|anticipates?|forecasts?) (?:[\w$%.-]+ ){1,7}to",
    rf"(?=plans?\s)(?:{_PRONOUN_BEFORE})plans? (?!to\b)\w+",
    r"(?=plans\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\bof\s)plans"
    r" (?:an?|another|further|more|new|additional|\d+|two|three|its|his|her|their)",
    "(?:scheduled|slated|timetabled|planned) (?:for|to)|plans for|plans? on \\w+ing",
)
#: "It would be premature to say so": a judgement, no plan.
_JUDGED: Final = (
    r"[“\"‘']?(?:premature|wrong|difficult|hard|easy|impossible|unfair|fair|foolish|irresponsible|inappropriate|appropriate"
    r"|unwise|wise|better|best|good|bad|helpful|useful|naive|a mistake|an error)[”\"’']?"
)
#: What others say "would" happen is to come; an author's "would" may be a habit of the past.
_WOULD: Final = phrases(
    rf"would (?!have)(?!be {_JUDGED} to\b)~\w+|(?:I|you|he|she|it|we|they|who)['’]d (?!(?:been|had|become|better|\w+ed)\b)~\w+"
)
#: "will not open until May" is a plan to open.
_WILL_NOT: Final = phrases(
    r"(?:(?:will|would|shall) (?:not|never)|won['’]t|(?:no|not) (?:plans?|planned|due|expected)|no \w+ will)(?!.*\b(?:until|before)\b)"
)
_NEGATED: Final = phrases(
    r"not(?! (?:only|just|merely|simply|least|to mention|until|long|far|unlike|surprisingly|coincidentally|\w+ing\b))"
    "|cannot|nobody|none|neither|nor|no-one",
    r"\w+n['’]t|never(?! (?:seen|heard|before))",
    r"(?<!with\s)(?:(?-i:no)|^no) (?!(?:later|sooner|earlier|fewer|less|more|doubt|wonder|matter|further)\b|\.|\d)\w+",
    r"without (?:ever )?\w+ing|(?:failed|fails?|failing|refused|refuses|refusing|declined|declines|declining|unable) to",
    "stopped short of|no longer|yet to|lack(?:ed|s)?(?! of)",
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
_MODAL: Final = phrases(r"would|could|might|may|will|\w+['’]d")
_CONDITIONS: Final = ("if ", "unless ", "had ", "were ")
#: Words without one of which none of the patterns above can match: many clauses have none.
_TELLING: Final = words(
    "if unless assuming provided suppose supposing case should what hypothetical hypothetically would must might"
    " perhaps maybe possibly possible possibility possibilities probably probable potential potentially likely unlikely"
    " likelihood presumably conceivably arguably seemingly unclear uncertain suggesting risk risks threat threats danger"
    " chance chances prospect fear fears look looks looked seem seems seemed appear appears appeared indication"
    " indications speculation suggestion suggestions hopes concern concerns worry worries suspicion suspicions sign signs suggest suggests suspect suspects suspected not could may will shall upcoming deadline target"
    " track due timetabled anticipate anticipates forecasts cannot nobody none neither nor no no-one never without lack"
    " lacked lacks stopped longer yet had failed fail fails failing refusing declining expecting refused refuses declined declines unable set be"
) | {
    form for each in _INTENDING.split("|") for form in (each.replace("s?", ""), each.replace("?", ""))
}  # fmt: skip
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
    if not _is_telling(sentence, clause):
        return told
    said = sentence[clause[0] : clause[1]]
    if " how " in said or " whether " in said or " of what " in said:
        said = _EMBEDDED.sub("", said)
    said = said.strip(' ,“”"‘`')
    asked = said.startswith("if ") and _ASKS.search(sentence, 0, clause[0])
    if not asked and _is_hypothetical(sentence, clause, said):
        return "hypothetical"
    intended = _PLANNED.search(said) is not None
    said = _DAY_HEDGE.sub("", said) if intended else said
    if asked or is_possible(said):
        return "possible"
    if intended:
        said = _without_plans(said, lies)
        intended = _PLANNED.search(said) is not None
    expected = lies == "ahead" and _SHOULD.search(said)
    if intended or expected or (attributed and would_come and _WOULD.search(said)):
        return "negated" if _WILL_NOT.search(said) else "planned"
    denied = _NEGATED.search(said) or (" not " in said and _NOT_DOING.search(said))
    return "negated" if denied else told


def _without_plans(said: str, lies: Lies) -> str:
    """Return the clause without plans that only something else is told of, and futures of days past."""
    if lies != "ahead" and "plan" in said:
        said = _A_PLAN.sub("", said)
    if lies != "ahead":
        said = _AIMED_AT.sub("", said)
        said = _CAUSED.sub("", said) if "to be" in said else said
    return _WILL.sub("", said) if lies == "past" else said


def _is_telling(sentence: str, clause: Span) -> bool:
    start, end = clause
    spoken = word_set(sentence)
    telling = {word for word in spoken if word in _TELLING or word.endswith(_CONTRACTED)}
    if telling and any(word in telling for at, word in tokens(sentence) if start <= at < end):
        return True
    return "to" in spoken and _IS_TO.search(sentence, start, end) is not None


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


def _is_hypothetical(sentence: str, clause: Span, said: str) -> bool:
    """Whether the clause is a condition, hangs on one, or tells what did not come about."""
    if _CONDITION.search(said) or _COUNTERFACTUAL.search(said):
        return True
    if said.startswith("Had "):
        return _MODAL.search(sentence) is not None
    return _MODAL.search(said) is not None and any(
        sentence[start:end].lstrip(" ,;").lower().startswith(_CONDITIONS)
        for start, end in clauses(sentence)
        if (start, end) != clause
    )

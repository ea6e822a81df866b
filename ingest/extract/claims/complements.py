"""Whether a verb of saying comes with what it says: a clause, direct speech, a number of dead. Pure.

"The ministry announced that it had closed the mine" attributes; "the ministry announced the closure" tells an
act of the ministry's; in "the victims' claims" there is no verb at all.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.claims.agreement import NOUN_FORMS, is_finite
from ingest.extract.claims.speech import Cue
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.reporting_verbs import NEEDING_THAT, SPEECH_VERBS, STRICT, WITH_QUESTION
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb, has_verb
from ingest.extract.text.vocabulary import phrases, words

#: What may stand between a verb of saying and the verb of what is said: "announced [the old mine] had closed".
_FURTHEST_VERB: Final = 60
_NOT_BETWEEN: Final = phrases(
    "which|who|whose|to|for|by|aimed|designed|called|based|against|after|before"
)
#: Whose object is a fact too: "reported 12 deaths", "documented several cases".
_OBJECT_VERBS: Final = (
    "report", "confirm", "estimat", "acknowledg", "admit", "alleg",
)  # fmt: skip
_FACT: Final = phrases(
    r"at least|more than|up to|about|some|nearly|over|almost|around|only|no|\d[\d,.]*",
    "one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|many|heavy|fresh|further|new",
    "profits?|losses|sales|revenues?|earnings|growth",
    "a (?:total|drop|rise|fall|loss|profit|case|death|further|new|phosphorus|strike|attack)",
    r"(?:its|their|his|her|another|the) (?:first|second|third|fourth|fifth|latest|newest)",
    "the (?:deaths?|first|attack|strike|killing|arrest|presence|capture|loss|incident)",
)
_TO_CLAIM: Final = re.compile(r"\s+to\s+(?:have|be)\b")
#: The dot of "U.S." ends no clause.
_STOP: Final = re.compile(rf"[,;:?!){SPEECH}]|\.(?<!\b[A-Z]\.)")
#: Ends a verb's own clause without ending the sentence: "said as officials met".
_SUBORDINATE: Final = phrases("as|when|while|after|before|because|although|though|amid")
#: "..., Doe wrote in a letter dated [May] to retired officers": on what occasion, not what is said.
_OCCASION: Final = re.compile(
    r"\s+(?:in|at|during|on|via)\s+(?:an?|the|his|her|its|their|\w+['’]s)\s+(?:[\w-]+\s+){0,4}?(?:letter|statement|interview|memo"
    r"|report|e-?mail|tweet|post|speech|article|note|filing|briefing|conference|call|message|release|address|hearing|video"
    r"|notice|website|blog|page|podcast|newsletter|broadcast|testimony|order|ruling|opinion|column|op-ed|editorial|caption|response"
    r"|announcement|communiqu[eé]|affidavit|complaint|lawsuit|book|memoir|diary|essay|paper|study|programme?|show|meeting|forum"
    r"|summit|event|rally|ceremony|session|trial|bulletin|advisory|cable)"
    r"\b(?:\s+(?:dated|released|published|posted|issued|sent|obtained|given|delivered)\b)?(?:\s+(?:to|by|on|from|with|before)\s[^,;]*)?"
)
#: "expect the bank to report a loss"
_TO_COME: Final = re.compile(r"\s(?!to\s)[^,;:]{2,60}?\sto\s\w")
#: "reported being beaten", "admitted taking the money"
_GERUND: Final = re.compile(
    r"\s(?!(?:during|following|according|including|concerning|regarding)\b)[a-z]+ing\b"
)
#: "reported violent clashes": whoever reports tells so.
_REPORTED: Final = re.compile(
    r"\s+(?!(?:to|on|for|in|by|as|at|from|back|missing|that|dead|ill|sick|it|him|her|them|himself|herself|themselves)\b)[\w“]"
)
_WITH_GERUND: Final = tuple(
    (verb, _GERUND)
    for verb in ("reported", "admitted", "admits", "acknowledged", "recalled", "recalls")
)
#: "announced a plan that", with a noun before it, opens no statement.
_A_THING_THAT: Final = re.compile(
    r"\s+(?:an?|the|its|his|her|their|new|more|two|three|four|five|several|many|some|no|such|\d+)\s(?:[\w-]+\s+){1,5}that\b"
)
_TO: Final = re.compile(r"\s+to\s")
#: But "agreed to that": no clause.
_THAT: Final = re.compile(
    r"\s*(?:\w+\s+){0,5}(?<!\bto\s)(?<!\bof\s)(?<!\bfor\s)(?<!\bwith\s)(?<!\bon\s)that\b"
)
#: "..., which": what looked like a verb was a noun.
_GOES_ON: Final = re.compile(r"\s*,\s(?:which|who|whom|whose|where)\b")
#: "announced in a statement: “...”"
_SHORT_ASIDE: Final = 30
#: "showed an hour of “...”": a title, no speech.
_OF_A_TITLE: Final = re.compile(r"\s(?:of|from|for|at)\s*\Z")
_PAST_BY: Final = re.compile(r"\w+ed\s+(?:by|in|on|at|for|from|to)\b")
_NO_CLAUSE: Final = re.compile(r"\s+(?:to|for|of|in|on)\b")
#: Participles that need no clause after them.
_FREE_PARTICIPLES: Final = words("saying stating claiming insisting telling warning")
#: "a lot of blame": after these stands a noun.
_NOUN_BEFORE: Final = re.compile(
    r"\b(?:of|the|a|an|any|some|no|more|much|his|her|its|their|for)\s$"
)
_NOUN_WINDOW: Final = 8


def says_so(sentence: str, cue: Cue, subject: Span) -> bool:
    """Whether the verb comes with what a verb of its class needs to attribute something."""
    if cue.kind in ("accuse", "deny"):
        return not _NOUN_BEFORE.search(sentence, max(cue.start - _NOUN_WINDOW, 0), cue.start)
    if not is_finite(sentence, cue, subject) or _is_noun(sentence, cue):
        return False
    rest = sentence[cue.end :]
    if cue.kind == "say":
        return (bool(rest.strip(" .")) or subject[0] > 0) and not _GOES_ON.match(rest)
    if cue.word.startswith(_OBJECT_VERBS) and _FACT.match(rest.lstrip()):
        return True
    if any(
        cue.word.startswith(verb) and follows.match(rest)
        for verb, follows in (
            ("expect", _TO_COME),
            ("claim", _TO_CLAIM),
            *_WITH_GERUND,
            ("reported", _REPORTED),
        )
    ):
        return True
    return clause_follows(sentence, cue)


#: "government claims over the spill", "jobless claims fell"
_NOUN_GOES_ON: Final = re.compile(
    r"\s*(?:[,.;]|\Z)|\s+(?:over|from|for|against|of|about|are|were|is|was|have|had|will|would|could|may|might|can|and|or)\b"
)


def _is_noun(sentence: str, cue: Cue) -> bool:
    """Whether what follows a verb that is a noun too shows that it is the noun."""
    if cue.word not in NOUN_FORMS:
        return False
    follows = first_verb(sentence, cue.end, len(sentence))
    beside = follows is not None and not sentence[cue.end : follows].strip()
    beside = beside or sentence[cue.end :].lstrip().partition(" ")[0] in SPEECH_VERBS
    return beside or _NOUN_GOES_ON.match(sentence, cue.end) is not None


def participle_says_so(sentence: str, cue: Cue) -> bool:
    """Whether a participle tells what is said: ", adding that ...", not ", adding to the dead"."""
    if _NO_CLAUSE.match(sentence, cue.end):
        return False
    return cue.word in _FREE_PARTICIPLES or clause_follows(sentence, cue)


def clause_follows(sentence: str, cue: Cue) -> bool:
    """Whether a clause is what is said: with "that", in quotation marks, or with a verb soon after."""
    stop = _STOP.search(sentence, cue.end)
    end = stop.start() if stop else len(sentence)
    rest = sentence[cue.end : end]
    if cue.kind == "clause" and _TO.match(rest):
        return False  # "expects to build": a plan of the subject's
    if _opens_speech(stop, rest):
        return _OF_A_TITLE.search(rest) is None
    if cue.kind == "clause" and _A_THING_THAT.match(rest):
        return False
    return _clause_beside(sentence, cue, end)


def _clause_beside(sentence: str, cue: Cue, end: int) -> bool:
    """Whether the words from the verb to `end` are what is said: with "that" or a question, or a verb soon after."""
    rest = sentence[cue.end : end]
    if cue.word in NEEDING_THAT:
        return _RIGHT_THAT.match(rest) is not None or _asks(cue, rest)
    if _THAT.match(rest) or _asks(cue, rest):
        return True
    verb = first_verb(sentence, cue.end, min(end, cue.end + _FURTHEST_VERB))
    if verb is None or cue.word in STRICT:
        return False
    between = sentence[cue.end : verb]
    passive = _PAST_BY.match(sentence, verb) is not None
    other = _SHARED_VERB.search(between) or _ONLY_WHERE.fullmatch(between)
    return bool(between.strip()) and not (passive or other or _NOT_BETWEEN.search(between))


#: "the summit announced [in May] at Camp Doe [would] aim at more": where it was announced, and no subject of its own.
_ONLY_WHERE: Final = re.compile(
    r"\s+(?:at|in|on|by|during|from)\s(?:(?:the|an?|its|his|her|their|this|last)\s)?"
    r"(?:(?!(?:the|an?|it|he|she|they|we|its|his|her|their|this|these|those|there|some|many|all|no)\b)[\w.’'-]+\s+){1,5}"
)


#: "announced a sale but [was] misunderstood": a second verb of whoever announced it.
_SHARED_VERB: Final = re.compile(r"\s(?:and|but|or)\s+(?:(?:[a-z]+ly|also|later|then)\s+)?\Z")


def _opens_speech(stop: re.Match[str] | None, rest: str) -> bool:
    """Whether direct speech follows, with no more than "in a statement" between."""
    if stop is None or len(rest) > _SHORT_ASIDE:
        return False
    return stop.group() == ":" or (stop.group() == SPEECH and _OBJECT.search(rest) is None)


#: "mentions Doe’s paper “Of Dams”": a thing and its title.
_OBJECT: Final = re.compile(
    r"\A\s+(?:an?|the|its|his|her|their|this|[\w.’'-]+(?:\s[\w.’'-]+)?['’]s)\s+\w+\s*\Z"
)


def _asks(cue: Cue, rest: str) -> bool:
    return cue.word in WITH_QUESTION and _QUESTION.match(rest) is not None


#: "described how it began", "wondered aloud whether it had"
_QUESTION: Final = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:how|why|whether|when|where|if)\s", re.IGNORECASE
)
#: "whispered to her that", "alerted the public that"
_RIGHT_THAT: Final = re.compile(
    r"\s*(?:(?:to|with)\s)?(?:\w+ly\s+|aloud\s+|again\s+)?(?:(?!(?:an?|its|their|new|on|in|at|for|about|of)\b)[\w.’'-]+\s+){0,2}that\b"
)


#: A subject and nothing else: what it does stands in the quotation marks that follow.
_OPENS_CLAUSE: Final = re.compile(r"\s(?:(?:the|its|his|her|their)\s)?[\w’'.-]+\s?\Z")


def content_follows(sentence: str, start: int) -> bool:
    """Whether what is said follows `start`: direct speech, "that", or a clause up to the next comma."""
    stop = _STOP.search(sentence, start)
    end = stop.start() if stop else len(sentence)
    rest = sentence[start:end]
    if stop and stop.group() in (":", SPEECH) and not rest.strip(" ,"):
        return True
    if stop and stop.group() == SPEECH and _OPENS_CLAUSE.match(rest):
        return True  # “...” He said the bank “recognizes it.”
    other = _SUBORDINATE.search(sentence, start, end)
    end = other.start() if other else end
    occasion = _OCCASION.match(sentence, start, end)
    start = occasion.end() if occasion else start
    return _THAT.match(rest) is not None or has_verb(sentence, start, end)

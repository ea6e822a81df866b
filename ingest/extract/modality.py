"""How certain a clause makes what it tells: planned, possible, hypothetical, negated, denied. Pure.

The words of the clause that holds the date are read, and of those it hangs on; "said it may" is possible
whoever says it. The order of the tests is the order of precedence.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.clauses import clauses
from ingest.extract.sentences import Span
from ingest.model import Modality

_HYPOTHETICAL: Final = re.compile(
    r"(?:^|[,;:—–-]\s*|\b(?:and|but|that|even|only|what|or|then|especially|particularly)\s+)"
    r"(?:if|unless|assuming|provided\s+that|suppose|supposing|in\s+case|had\s+(?:\w+\s+){1,3}(?:not\s+)?\w+(?:ed|en|wn|ne)\b(?=.*\b(?:would|could|might|may)\b)"
    r"|were\s+(?:\w+\s+){1,3}to\b|should\s+(?:he|she|it|they|the|a)\b)"
    r"|\b(?:would|could|should|might|must|may|['’]d)\s+(?:\w+ly\s+|not\s+|never\s+|also\s+|still\s+|all\s+)?have\s+(?:\w+ly\s+|not\s+)?(?:been\s+)?\w+(?<!to)\b"
    r"|\bwhat\s+if\b|\bhypothetical",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely|simply|least|to\s+mention|until|even\s+count))|\w+n['’]t|cannot|never(?!theless)"
    r"|(?<!with )no\s+(?!(?:later|sooner|earlier|fewer|less|more|longer\s+than|doubt|wonder|matter|\.|\d))\w+|nobody|none|neither|nor|no-one"
    r"|without\s+(?:ever\s+)?\w+ing|fail(?:ed|s)?\s+to|refus(?:ed|es)\s+to|declin(?:ed|es)\s+to|unable\s+to"
    r"|stopped\s+short\s+of|no\s+longer|yet\s+to|lack(?:ed|s)?)\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"\b(?:will|shall|won['’]t)\b|['’]ll\b"
    r"|\b(?:plans?|planned|planning|intends?|intended|aims?|aimed|hopes?|hoped|expects?|expected|wants?|wanted"
    r"|proposes?|proposed|prepar(?:es|ed|ing)|vow(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|agreed|scheduled|slated"
    r"|due|set|poised|about|going|decided|determined|ready|projected|forecast|anticipated|threaten(?:s|ed)|supposed|meant|ordered|required|obliged|committed)"
    r"\s+(?:(?:\w+ly|next|out|again|on|in|at|for)\s+)?(?:to|for\s+release|for\s+completion)\s+(?!the\b|a\b|an\b|its\b|his\b|their\b|\d|(?-i:[A-Z]))\w+"
    r"|\b(?:is|are|was|were)\s+to\s+(?:be\s+)?(?!the\b|a\b|an\b)\w+|\b(?:is|are|was|were|be|been)\s+(?:due|scheduled|slated|expected|planned|timetabled)\b"
    r"|\b(?:expects?|expected|anticipates?|forecasts?)\s+(?:[\w$%.-]+\s+){1,7}to\s+\w+"
    r"|\b(?:scheduled|slated|timetabled)\s+(?:for|to)\b|(?<!\ba\s)(?<!\bthe\s)\bplans?\s+to\b|\bplans\s+for\b|\bupcoming\b|\bon\s+track\s+to\b|\b(?:deadline|target)\b",
    re.IGNORECASE,
)
_WOULD: Final = re.compile(
    r"\b(?:would|['’]d)\s+(?!have\b)(?:\w+ly\s+|not\s+|also\s+|be\s+)?\w+", re.IGNORECASE
)
_POSSIBLE: Final = re.compile(
    r"\b(?:might|perhaps|maybe|possibly|possible|possibility|possibilities|probably|probable|potential|potentially"
    r"|likely|unlikely|likelihood|presumably|conceivably|arguably|seemingly"
    r"|risks?\s+of|risks?\s+that|threats?\s+of|danger\s+of|chances?\s+of|chances?\s+that|fears?\s+(?:of|that)|prospect\s+of"
    r"|(?:looks?|looked|seems?|seemed|appears?|appeared)\s+(?:as\s+if|as\s+though|like)|appears?\s+to|appeared\s+to|seems?\s+to|seemed\s+to|it\s+(?:seems|appears|seemed|appeared)"
    r"|indications?\s+(?:that|of)?|signs?\s+that|suspects?(?=\s+(?:that|the|it|he|they))|suspected(?=\s+(?:of|that|to|\w+ing))|unclear|uncertain|not\s+(?:clear|certain|sure|known)(?!\s+what\b)"
    r"|suggests?\s+that|suggesting|could(?!\s+not|n['’]t|\s+have|\s+\w+ly\s+not)|may(?!\s+have\s+to)(?=\s+(?:\w+ly\s+|not\s+|also\s+|still\s+|yet\s+|well\s+|even\s+|now\s+)?[a-z]))\b"
    r"|\bmay\s+(?:\w+ly\s+|not\s+|well\s+)?have\b|\bmight\s+have\b|\bcould\s+have\b",
    re.IGNORECASE,
)
#: "could" of ability in the past is no possibility: "could see", "so that they could".
_ABILITY: Final = re.compile(
    r"\bcould\s+(?:see|hear|feel|smell|only|no\s+longer|be\s+(?:seen|heard|felt))\b|\bso\s+(?:that\s+)?(?:\w+\s+){1,4}could\b",
    re.IGNORECASE,
)
#: "will not open until May" is a plan to open.
_WILL_NOT: Final = re.compile(
    r"(?:\b(?:will|would|shall)\s+(?:not|never)\b|\bwon['’]t\b|\b(?:no|not)\s+(?:plans?|planned|due|expected)\b"
    r"|\bno\s+\w+\s+will\b)(?!.*\buntil\b)"
)
_MODAL: Final = re.compile(r"\b(?:would|could|might|may|will)\b")
_PAST_PERFECT_MODAL: Final = re.compile(
    r"\b(?:may|might|could)\s+(?:\w+ly\s+|not\s+|well\s+)?have\b", re.IGNORECASE
)


def modality_of(sentence: str, clause: Span, attributed: bool) -> Modality:
    """Return how the clause of `sentence` tells its happening; `attributed`: another than the author speaks."""
    words = sentence[clause[0] : clause[1]]
    if _is_conditional(sentence, clause):
        return "hypothetical"
    if _HYPOTHETICAL.search(words) and not _PAST_PERFECT_MODAL.search(words):
        return "hypothetical"
    if _is_possible(words):
        return "possible"
    if _PLANNED.search(words) or (attributed and _WOULD.search(words)):
        return "negated" if _WILL_NOT.search(words) else "planned"
    if _NEGATED.search(words):
        return "negated"
    return "reported" if attributed else "asserted"


def _is_possible(words: str) -> bool:
    return bool(_POSSIBLE.search(words)) and not (
        _ABILITY.search(words) and not _POSSIBLE.search(_ABILITY.sub("", words))
    )


def _is_conditional(sentence: str, clause: Span) -> bool:
    """Whether the clause is a condition that an inversion tells, or hangs on a condition elsewhere."""
    words = sentence[clause[0] : clause[1]]
    if words.lstrip(" ,;").startswith("Had "):
        return _MODAL.search(sentence) is not None
    return _MODAL.search(words) is not None and any(
        sentence[start:end].lstrip(" ,;").lower().startswith(_CONDITIONS)
        for start, end in clauses(sentence)
        if (start, end) != clause
    )


_CONDITIONS: Final = ("if ", "unless ", "had ", "were ")

"""Whether a clause is a condition, hangs on one, or tells what did not come about. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.text.clauses import clauses
from ingest.extract.text.sentences import Span
from ingest.extract.text.vocabulary import phrases, words

_CONDITION: Final = re.compile(
    r"(?:^|[,;:—–-]\s*|\b(?:and|but|that|only|even|or|especially|what|except|particularly)\s+)"
    r"(?:if(?!\s+you\s+(?:look|think|consider|compare|ask|go\sback|remember|recall|will|like)\b)(?!\s+(?:possible|necessary|needed|required|any|anything|so)\b)|unless|provid(?:ed|ing)\s+(?:that|the|it|they)|suppose|supposing|in\s+case|in\s+the\s+event\s+(?:of|that)|(?:as|so)\s+long\s+as|on\s+condition\s+that|were\s+(?:he|she|it|they|this|that|the|an?|(?-i:[A-Z])\w+)\s+(?:\w+\s+){0,3}to"
    r"|should\s+(?:he|she|it|they|the|a))\b|(?:^|[,;:]\s*)assuming\b|\bhypothetical(?:ly)?\b"
    r"|(?<=[a-z])\s(?<!\b(?-i:why|how)\s)(?<!\bwhat\s)(?<!\bwhen\s)(?<!\bwhere\s)(?<!\bnor\s)(?<!\bneither\s)(?<!\bso\s)(?<!\bonly\s)should\s(?:he|she|it|they|we|the|an?|any)\s(?:[\w’'-]+\s){0,4}?(?!not\b)[a-z]+\b(?![^,;]*\?)"
    r"|^(?:without|but\s+for)\s[^;]{3,80}\s(?:would|could|might)\s",
    re.IGNORECASE,
)
#: A past that did not come about: "would have ended", "should have been aware".
_PARTICIPLE: Final = (
    r"(?:\w+(?:ed|en|wn|ne|ought|aught|elt|ept|ent|ost|old|aid|ung|uck)|had|made|left|met|led|read|won|run|come|become"
    r"|put|set|cut|hit|let|shut|found|stood|sat|built|dealt|meant|held|heard|fled|got|begun|sunk|sung|shot|spread|split|cast|hurt|quit|lit|dug|bound|burnt|learnt)"
)
_COUNTERFACTUAL: Final = phrases(rf"(?:would|should) ~have ~{_PARTICIPLE}")
#: "who do not know if": a question, no condition.
ASKS: Final = re.compile(
    r"\b(?:as|know|knows|knew|known|ask|asks|asked|asking|wonder\w*|see|sure|unsure|clear|unclear|certain|decid(?:e|es|ed|ing)"
    r"|determin(?:e|es|ed|ing)|check|doubt\w*|question\w*|tell|say|matter)(?:\s\w+ly)?\s*\Z"
)
#: "will flood if the dam fails [on Friday]": the clauses were not parted, for want of a known verb.
_MID_IF: Final = re.compile(
    r"(?<=\w)\s(?:if|unless)\s(?!(?:possible|necessary|needed|required|any|anything|so|not|only|ever|you\s(?:like|will))\b)"
)
#: "provided [that it holds]": the clause was parted from what makes it a condition.
_CONDITION_BEFORE: Final = re.compile(
    r"\b(?:provided|providing|assuming|supposing|suppose|on\scondition|in\sthe\sevent)\s*\Z",
    re.IGNORECASE,
)
_MODAL: Final = phrases(r"would|could|might|may|will|shall|should|ought|won['’]t|\w+['’](?:d|ll)")
#: "had it rained", but not ", had the right to": a condition by the order of its words has its subject behind the verb.
_OPENS_CONDITION: Final = re.compile(
    r"[\s,;“\"‘`]*(?:(?:(?:even\s)?if|unless|(?:as|so)\slong\sas)\s|(?:had|were|should)\s(?:I|you|he|she|it|we|they|there|this)\s"
    r"|(?:had|were)\s(?:(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){1,3}?|(?-i:[A-Z][\w’'-]+)\s(?:(?-i:[A-Z][\w’'-]+)\s)?)"
    r"(?:not|been|to|[a-z]+(?:ed|en|wn)|gone|come|made|held|kept|known|won|lost)\b)",
    re.IGNORECASE,
)


def _hangs_together(sentence: str, clause: Span) -> bool:
    """Whether a condition ends the clause that holds its date or a modal, or begins in the clause it is joined to."""
    start, end = clause
    linked = sentence.find(" if ", start, end) >= 0 or sentence.find(" unless ", start, end) >= 0
    middle = _MID_IF.search(sentence, start, end) if linked else None
    if middle and not ASKS.search(sentence, start, middle.start() + 1):
        dated = sentence.find("  ", middle.end(), end) >= 0
        return dated or _MODAL.search(sentence, start, middle.start()) is not None
    if not sentence[start:end].lstrip().startswith(("and ", "or ")):
        return False
    joined = next((each for each in clauses(sentence) if each[1] == start), (0, 0))
    opened = sentence[slice(*joined)].lstrip(" ,")
    return opened.startswith("if ") and not ASKS.search(sentence, 0, joined[0] + 1)


#: Words without one of which no pattern of a condition matches, and those of the modals.
_OPENERS: Final = words(
    "if unless provided providing suppose supposing case event long condition were should assuming hypothetical"
    " hypothetically without but"
)
_MODALS: Final = words("would could might may will shall should ought won't won’t")
#: "he'd"
_CONTRACTED: Final = ("'d", "’d", "'ll", "’ll")


def is_hypothetical(sentence: str, clause: Span, said: str, spoken: frozenset[str]) -> bool:
    """Whether the clause is a condition, hangs on one, or tells what did not come about.

    `said`: the clause without asides; `spoken`: its words in small letters.
    """
    if not _OPENERS.isdisjoint(spoken) and _CONDITION.search(said):
        return True
    parted = said.startswith("that ") and _CONDITION_BEFORE.search(sentence, 0, clause[0] + 1)
    if parted or ("have" in spoken and _COUNTERFACTUAL.search(said)):
        return True
    if _hangs_together(sentence, clause):
        return True
    if said.startswith("Had "):
        return _MODAL.search(sentence) is not None
    modal = not _MODALS.isdisjoint(spoken) or any(word.endswith(_CONTRACTED) for word in spoken)
    return bool(modal and _MODAL.search(said)) and any(
        _OPENS_CONDITION.match(sentence, start, end)
        and ";" not in sentence[min(end, clause[1]) : max(start, clause[0])]
        and not ASKS.search(sentence, 0, start)
        for start, end in clauses(sentence)
        if (start, end) != clause
    )

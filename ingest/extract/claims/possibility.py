"""Whether a clause tells its happening as no more than possible: "may", "a risk of", "appeared to". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.text.tokens import is_verb
from ingest.extract.text.vocabulary import phrases, words

_POSSIBLE: Final = phrases(
    r"might|perhaps|maybe|possibly|possibility|possibilities|probably|probable(?! cause)|potential(?=\s\w)|potentially",
    r"(?=possible)(?<!\bas\s)(?<!\bnot\s)(?<!\bif\s)(?<!where\s)(?<!ever\s)(?<!thing\s)possible",
    "likely|unlikely|likelihood|presumably|conceivably|arguably|seemingly|unclear|suggesting",
    r"(?=uncertain)(?<!\ban\s)(?<!\bthe\s)uncertain",
    "(?:risks?|threats?|danger|chances?|prospect|fears?) (?:of|that)",
    "(?:looks?|looked) (?:as if|as though|like|to (?:be|have|become))",
    "(?:seems?|seemed|appears?|appeared) (?:as if|as though|like|to)",
    "it (?:seems|appears|seemed|appeared)",
    r"(?:seems?|seemed|appears?|appeared) (?:\w+ly )?(?:ready|set|poised|certain|sure|bound|destined|headed|about|determined)",
    "indications?|signs? that|suggests? that",
    "(?:speculation|suggestions?|concerns?|worr(?:y|ies)|suspicions?|likelihood|hopes?) that",
    r"suspects? (?:that|the|it|he|they)|suspected (?:of|that|to|\w+ing)",
    "not (?:clear|certain|sure|known)(?! what)",
    r"could(?! (?:(?:ever |never )?have (?:imagined|foreseen|predicted|guessed|dreamed|dreamt|known)|not|no|only|see|hear|feel|smell|be (?:seen|heard|felt)|\w+ly not)|n['’]t)",
    r"may ~\w+",
)
#: Rarer, and looked for only where one of these is part of a word.
_RARELY: Final = phrases(
    r"must ~have \w+",
    r"(?:is|was|be|seems?|it|remains|quite|entirely|perfectly) (?:conceivable|plausible|doubtful)|in doubt|open question",
    r"suspected of \w+ing",
    "every chance|good chance|odds (?:are|of|that)|remains? to be seen|all (?:likelihood|probability)|any(?:one|body)['’]s guess",
    r"(?:cannot|can['’]t|could not|couldn['’]t|did not|didn['’]t|not|refused to|declined to) (?:be |been )?(?:rule|ruled|ruling|exclude|excluded)(?: out)?",
    r"risks? \w+ing|fears? (?:the|an?|it|they|he|she|his|her|their|its|some|many|more) (?:[\w’'-]+ ){0,6}?(?:will|would|could|was|were|had|has|have|is|are)",
    r"(?=doubts?)(?<!no\s)doubts? (?:that|whether)",
)
_RARE_WORDS: Final = (
    "must", "conceivabl", "plausibl", "doubt", "question", "chance", "odds", "be seen", "ikelihood", "robability", "guess", "rule", "ruling", "exclud", "risk", "suspected",
    "fear",
)  # fmt: skip
#: Words without one of which no pattern of a possibility matches.
POSSIBLE_WORDS: Final = words(
    "might perhaps maybe possibly possible possibility possibilities probably probable potential potentially likely"
    " unlikely likelihood presumably conceivably arguably seemingly unclear suggesting uncertain risk risks threat threats"
    " danger chance chances prospect fear fears look looks looked seem seems seemed appear appears appeared indication"
    " indications sign signs suggest suggests speculation suggestion suggestions concern concerns worry worries suspicion"
    " suspicions hopes suspect suspects suspected not could may must conceivable plausible doubtful doubt doubts question"
    " odds seen probability guess rule ruled ruling exclude excluded"
)
#: "found a possible leak", "probable and confirmed cases": of what kind they are, not how sure the finding is.
_KIND: Final = re.compile(
    r"\b(?:possible|probable|potential|likely|suspected)\s(?:and|or)\s(?:confirmed|actual|real)\b"
    r"|\b(?:and|or)\s(?:possibly|perhaps|probably|potentially|maybe)\b"
    r"|\b(?:confirmed|actual|real)\s(?:and|or)\s(?:possible|probable|potential|likely|suspected)\b"
    # "twice as likely", "21% more likely": a finding
    r"|(?:\b(?:twice|half|thrice|times|equally|percent|per\scent)|\d[%x]|\d\stimes)\s(?:(?:as|more|less)\s)?likely\b",
    re.IGNORECASE,
)
#: "against a potential default": of what kind a thing is.
_ATTRIBUTE: Final = re.compile(
    r"\b(?:an?|the|any|its|his|her|their|our|against|about|of|for|into|over|as|with)\s(?:\w+\s)?"
    r"(?:possible|potential|probable|likely)(?=\s[a-z])|\bpotential(?=\s[a-z])"
    r"|\b(?:an?|the|any|its|his|her|their|our)\s(?:potentially|possibly|probably)(?=\s[a-z])"
)
#: States, beside which such a thing is all that is told: "there is a possible link".
_STATES: Final = words(
    "is are was were be been am has have had do does did will would shall should can could may might must remains seems"
    " appears seem remain"
)
#: "investigated the possibility", "to reduce the risk of": what is done with it is no mere possibility.
_TREATED: Final = phrases(
    r"(?:reduc\w+|cut(?:s|ting)?|lower\w*|minimi[sz]\w+|avoid\w*|limit\w*|eas\w+|despite|given|amid|because of|due to)"
    r" (?:(?:the|any|its|their|this) )?(?:\w+ )?(?:risks?|threats?|dangers?|chances?|fears?)(?: of| that)?",
    "(?:increase|rise|drop|fall|decrease|reduction) in (?:(?:the|any|its|their) )?(?:risks?|threats?|dangers?|chances?)"
    r"(?: of| that)?",
    "the (?:risks|dangers|threats) (?:of|to)",
    r"no (?:\w+ )?(?:risk|danger|chance|prospect|possibility|likelihood|indication|sign|suggestion|fear)s?(?: of| that)?",
    r"(?:investigat|discuss|examin|explor|rais|consider|assess|mention|study|studi|weigh|debat|warn|remov|dismiss|exclud|play|downplay)"
    r"(?:ed|ing|es|s|ied|ies)? (?:of |down )?(?:(?:the|any|a|this) )?(?:\w+ )?"
    r"(?:possibilit(?:y|ies)|prospects?|potential|risks?|threats?|chances?|dangers?|likelihood)(?: of| that| for)?",
)
#: "so that they could" tells of an ability, not of a possibility.
_ABILITY: Final = phrases(r"so (?:that )?(?:\w+ ){1,4}could")


#: "Neither could be found": an ability again, which they had not.
_NOBODY_COULD: Final = re.compile(
    r"\b(?:neither|nobody|none|no\s?one|nothing|no\s\w+)\b[^,;]*?\bcould\b", re.IGNORECASE
)


def is_possible(said: str) -> bool:
    """Whether the words of a clause say that something may be so, rather than what kind of thing it is."""
    if any(part in said for part in _RARE_WORDS) and _RARELY.search(said):
        return True
    if _POSSIBLE.search(said) is None:
        return False
    plain = _TREATED.sub("", _ABILITY.sub("", _without_attributes(said)))
    plain = _NOBODY_COULD.sub("", plain) if "could" in plain else plain
    return _POSSIBLE.search(_KIND.sub("", plain)) is not None


#: "had drawn up", "is exploring": an act by a participle.
_DOING: Final = re.compile(
    r"\b(?:is|are|was|were|been|be|had|has|have)\s(?:\w+ly\s)?(?!(?:being|been|a|an|no)\b)"
    r"(?:[a-z]{2,}ing|[a-z]{2,}(?:wn|ken|ven|ten)|made|put|held|found|kept|paid|sent|set|begun|met)\b"
)


def _without_attributes(said: str) -> str:
    """Return the clause without "a possible", where a verb tells what somebody did with such a thing."""
    found = _ATTRIBUTE.search(said)
    if found is None:
        return said
    lead = said[: found.start()]
    acts = any(is_verb(word) and word not in _STATES for word in lead.split()) or _DOING.search(
        lead
    )
    return _ATTRIBUTE.sub("", said) if acts else said

"""The words of a sentence by which English attributes a statement: verbs of saying, "according to", "reportedly". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.extract.claims.reporting_phrases import reporting_phrases
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.reporting_verbs import SPEECH_VERBS, VERBS, CueKind
from ingest.extract.text.tokens import tokens, word_set
from ingest.extract.text.vocabulary import words


@dataclass(frozen=True, slots=True)
class Cue:
    """Attributing words in a sentence: `sentence[start:end]`."""

    start: int
    end: int
    kind: CueKind
    word: str


#: Verbs of headlines in title case: "Jane Doe Says Harbour Must Close".
_IN_TITLES: Final = words(
    "say says said tells told warns warned claims denies admits insists vows thinks believes confirms announces reveals"
    " accuses blames predicts promises argues suggests finds shows"
)
_NEXT_CAPITAL: Final = re.compile(r"\s[A-Z“\"'‘\x02]|\s*\Z")


def _in_title_case(sentence: str, at: int, word: str) -> bool:
    """Whether the capital of a verb is that of a headline: the words beside it have capitals too."""
    if word not in _IN_TITLES or not _NEXT_CAPITAL.match(sentence, at + len(word)):
        return False
    before = sentence[:at].rstrip(" ,").rsplit(maxsplit=2)[-2:]  # "... for [a Week], Says Doe"
    beside = sentence[max(at - _BESIDE, 0) : at + _BESIDE]
    return any(each[0].isupper() for each in before) and _is_titled(beside)


#: Of the longer words of a headline in title case so many at least have a capital.
_CAPITALS: Final = 0.6
#: So far on each side is looked: a report may follow its headline.
_BESIDE: Final = 60
_LONGER: Final = re.compile(r"[^\W\d_]{4,}")


def _is_titled(words_beside: str) -> bool:
    """Whether most of the longer words have capitals, as in headlines; a name in a report is no verb."""
    longer = _LONGER.findall(words_beside)
    capitals = sum(word[0].isupper() for word in longer)
    return bool(capitals >= _CAPITALS * len(longer))


#: What the object of a refusal looks like: a court denies a request, a person denies a deed.
_REFUSED: Final = re.compile(
    r"\s+(?:\w+\s+){0,4}?(?:request|bid|motion|appeal|petition|access|entry|permission|visa|bail|application"
    r"|offer|proposal|plan|deal|bill|treatment|help|chance|opportunity|right|justice|funding|lawsuit|case|suit)"
    r"s?\b",
    re.IGNORECASE,
)
_DISPUTED: Final = re.compile(
    r"\s+(?:\w+['’]?s?\s+){0,4}?(?:claim|allegation|accusation|charge|report|suggestion|assertion|rumou?r"
    r"|statement|idea|notion|criticism|version|account|figure|estimate|that)s?\b",
    re.IGNORECASE,
)
#: Objects that make a verb of saying an act: "claimed 12 lives", "told him to leave".
_AN_ACT: Final = re.compile(
    r"tell\s+(?!(?:me|us|him|her|them|you|reporters|(?-i:[A-Z])\w*)\b)|(?:claims?|claimed)\s+(?:(?:[\w’'-]+\s+){0,3}(?:victims?|casualt(?:y|ies)|titles?|crown|medals?|prizes?|benefits?|expenses|refunds?)\b|the\s+li(?:fe|ves)|responsibility|victory|credit|asylum|at\s+least|more\s+than|up\s+to"
    r"|hundreds|thousands|dozens|\d|a\s+seat|lives|(?:\w+\s+){1,3}lives)"
    r"|argue[sd]?\s+(?:for|against)\b(?!.{0,60}\bthat\b)|(?:told|tells|telling)\s+(?:(?!that\b)[\w’']+\s+){1,4}(?:not\s+)?to\s+(?!have\b|be\b)[\w\x02]+"
    r"|(?:told|tells|telling|says?|said)\s+(?:the|an?|his|her|its|their)\s+(?:\w+\s+)?(?:stor(?:y|ies)|tales?|truth|lies?|jokes?|prayers?)\b"
    r"|(?:wrote|writes)\s+(?:legislation|letters|books|novels|songs|music|code|software|columns|articles|stories|poems|history|scripts)\b"
    r"|posted\s+(?:\w+\s+)?(?:images?|photos?|pictures?|videos?|footage|links?|copies|losses|profits?|gains?|results?|guards?|signs?)\b"
    r"|caution(?:ed|s)?\s+against\b(?![^,.;]{0,60}?\sthat\b)"
    r"|(?:wrote|writes)\s+(?:me|us|him|her|them|you)\s+(?:an?|the|this|some|many|two|three|several)\b"
    r"|(?:wrote|writes|posted)\s+(?:a|an|the|his|her|its|their|two|three|several|many|on|for|to|about)\b(?![^,.;]{0,60}?\sthat\b)"
    r"|asked\s+(?:[\w.’'-]+\s+){1,5}(?:to|for|about|whether|if)\b|asked\s+(?:an?|this|that|some|many|several|his|its|their|for|to|him|her|them|us|me|the|if|whether|by|about|questions|[A-Z]\w+\s(?:for|to|about))\b"
    r"|(?:said|says?|saying)\s+(?:goodbye|farewell|sorry|thanks|prayers|mass|nothing|little|grace)\b"
    r"|insist(?:s|ed)\s+(?:up)?on\b|responded\s+(?:\w+ly\s+)?(?:to|by|with)\b|concluded\s+(?:a|an|the|its|his|in|on|with)\b(?!.{0,60}\bthat\b)"
    r"|observed\s+(?:a|an|the|by|in|on|at)\b|recalled\s+(?:to|from|by|its|their|the)\b"
    r"|declared?s?\s+(?:a|an|war|bankruptcy|independence|him|her|it(?!\s+(?:was|had|is|has|would|will|could))|the(?!\s+(?:[\w-]+\s+){1,3}(?:was|were|had|is|are|has|would|will)\b)|victory|illegal|dead)\b"
    r"|testif(?:ied|ies)\s+(?:\w+\s+)?(?:before|against|to|at|in|about|as|for|on)\b(?![^.;]{0,80}(?:\bthat\b|[\x02:]))"
    r"|remind(?:s|ed)\s+(?:[\w’']+\s+){1,4}(?:of|to|about)\b|(?:assure[sd]|inform(?:s|ed)|notif(?:ies|ied))\s+(?:[\w’']+\s+){1,4}(?:of|about)\b"
    r"|learn(?:ed|t)\b(?!\s+(?:that|from)\b)(?<!\bhas\slearned)(?<!\bhas\slearnt)(?<!\bhave\slearned)(?<!\bhave\slearnt)"
    r"|(?:say|claim|argue|warn)\s+(?:in|on|over|to)\b|added?s?\s+(?:to|up|fuel|a|an|the|\d)\b(?!\s+that)|complained\s+to\b(?!.{0,40}that)"
    r"|assure[sd]\s+(?:an?|its|their|his|her)\s(?![^,.;]{0,60}?\sthat\b)"
    r"|warn(?:ed|s)?\s+(?:[\w.’'-]+\s+){0,3}against\b(?![^,.;]{0,60}?\sthat\b)|held\s+out\b|plead(?:ed|s)\s+(?:not\s+)?(?:guilty|innocent|no\s+contest)\b"
    r"|(?<=\brest\s)assured\b|explained\s+(?:the|his|her|its)\b|replied\s+to\b|warned\s+of\b(?!)",
    re.IGNORECASE,
)
_UTTERING: Final = words("wrote writes posted asked replied responded")
_UTTERED: Final = 40
#: "later than originally stated": compared with, and not said here.
_COMPARED: Final = re.compile(
    r"\b(?:than|as)\s+(?:[a-z]+ly\s+|first\s+|earlier\s+)?\Z", re.IGNORECASE
)
_NEGATED: Final = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bto|\bcannot)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)


def cues(sentence: str) -> list[Cue]:
    """Return the attributing words of `sentence`, in order; acts that only look so are left out."""
    spoken = word_set(sentence)
    found = [Cue(*each) for each in reporting_phrases(sentence, spoken)]
    verbs = spoken & SPEECH_VERBS
    for at, word in [each for each in tokens(sentence) if each[1] in verbs] if verbs else ():
        inside = any(phrase.start <= at < phrase.end for phrase in found)
        if (sentence[at].islower() or _in_title_case(sentence, at, word)) and not inside:
            cue = Cue(at, at + len(word), VERBS[word], word)
            if not _is_act(sentence, cue):
                found.append(cue)
    return sorted(found, key=lambda cue: cue.start)


def _utters(sentence: str, cue: Cue) -> bool:
    """Whether direct speech stands right before the verb's subject: “...,” Doe wrote [in May] to Roe."""
    return cue.word in _UTTERING and SPEECH in sentence[max(cue.start - _UTTERED, 0) : cue.start]


def _is_act(sentence: str, cue: Cue) -> bool:
    """Whether the verb does something rather than say that something is so."""
    if cue.kind == "deny":
        if cue.word.startswith("den"):
            return _REFUSED.match(sentence, cue.end) is not None
        return _DISPUTED.match(sentence, cue.end) is None
    if _AN_ACT.match(sentence, cue.start) and not _utters(sentence, cue):
        return True
    if cue.word.endswith("ed") and _COMPARED.search(
        sentence, max(cue.start - _UTTERED, 0), cue.start
    ):
        return True
    return _NEGATED.search(sentence, max(cue.start - 16, 0), cue.start) is not None

"""The words by which English attributes a statement: verbs of saying, "according to", "reportedly". Pure.

Verbs stand in three classes. A plain verb ("said") attributes whatever clause it comes with. A verb with a
clause ("announced") attributes only what is said to be so ("announced that ..."); with a mere object it is
an act ("announced plans"). A verb of denial turns what follows around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from ingest.extract.quotations import SPEECH
from ingest.extract.tokens import tokens, word_set
from ingest.extract.vocabulary import words

CueKind = Literal["say", "clause", "deny", "accuse", "participle", "source", "hearsay"]

_PLAIN: Final = (
    "said says say saying stated states told tells insisted insists argued argues argue contended"
    " contends asserted asserts alleges allege stressed stresses emphasised emphasized emphasises emphasizes"
    " noted remarked remarks commented explained explains warned warns warn testified tweeted replied"
    " responded reiterated countered joked quipped opined lamented complained boasted cautioned recalled"
    " observed claimed claims claim maintained  writes wrote"
    " reckons reckoned retorted retorts lamented boasts brags cautions quips muses laments recalls affirmed affirms"
    " reaffirmed clarified clarifies hinted hints proclaimed proclaims attested attests pleaded jokes opines counters"
    " concluded asked reads tell assured informed notified"
)
_WITH_CLAUSE: Final = (
    "added adds states charged declared declares alleged forecasts fears hopes demands announced announces announce reported reports report confirmed confirms confirm revealed reveals reveal"
    " disclosed discloses acknowledged acknowledges acknowledge admitted admits admit conceded concedes"
    " predicted predicts predict forecast estimated estimates estimate suggested suggests suggest"
    " indicated indicates indicate implied implies believed believes believe thinks think thought hoped hopes"
    " hope feared fear expects expect expected promised promises promise vowed vows vow pledged pledges"
    " pledge threatened threatens swore agreed agrees agree showed shows show found finds find ruled"
    " understands understood assumes assumed calculated concludes discovered proposed speculated"
    " note notes maintain demanded felt feels decided posted recounted guaranteed"
    " counted recorded registered documented observed"
)
_DENYING: Final = (
    "denied denies deny denying rejected rejects reject refuted refutes disputed disputes dismissed"
)
_ACCUSING: Final = "accused accuses accuse accusing blamed blames blame blaming"
_PARTICIPLES: Final = (
    "saying adding warning claiming arguing noting insisting alleging confirming announcing stating suggesting"
    " asserting declaring stressing explaining admitting acknowledging predicting estimating reporting vowing"
    " promising contending maintaining emphasising emphasizing telling implying complaining"
)
_SOURCE: Final = (
    r"according\s+to|in\s+the\s+words\s+of|as\s+(?:reported|told|quoted|cited)\s+by|citing|quoting"
)
_HEARSAY: Final = (
    r"reportedly|allegedly|purportedly|supposedly|apparently"
    r"|(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:said|believed|thought|understood|reported|alleged|rumou?red"
    r"|estimated|claimed)\s+to"
    r"|it\s+(?:is|was|has\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:said|believed|thought|understood|reported"
    r"|alleged|rumou?red|estimated|claimed|announced|revealed|confirmed)(?=\s+(?:that|the|[A-Z]|\s))"
    r"|(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:reported|alleged|rumou?red)(?!\s+(?:jointly|by)\b)"
    r"|(?:said|reported|believed|thought|understood|alleged|rumou?red)\s+to\s+(?:have|be|show)\b"
    r"|(?:court|inquiry|hearing|jury|tribunal|inquest)\s+(?:was|has\s+been)\s+told"
    r"|(?:court|committee|panel|leaders|reporters|journalists|investors|shareholders|lawmakers|ministers|conference"
    r"|parliament|council|board|delegates|members|residents|readers)\s+(?:was|were|(?:has|have|had)\s+been)"
    r"\s+(?:told|warned)(?=\s+(?:that|the|it|they|he|she|there)\b)"
    r"|(?<=,\s)(?:the\s|an?\s)?(?:[\w-]+\s){1,3}(?:was|were|(?:has|have|had)\s+been)\s+(?:told|warned)(?=\s*(?:[,.;]|$))"
    r"|reports\s+(?:say|said|suggest|suggested|indicate|indicated)|reports\s+that|rumou?rs\s+that"
)

#: Verbs of more than one word, which take a clause.
_PHRASAL: Final = r"points?\s+out|pointed\s+out|made\s+(?:it\s+)?clear|makes?\s+(?:it\s+)?clear|let\s+it\s+be\s+known|puts?\s+it(?=\s*[,:.]|\s*$|\s{2}|\s+this\s+way\b)"
_PHRASES: Final = re.compile(
    rf"\b(?:(?P<source>{_SOURCE})|(?P<hearsay>{_HEARSAY})|(?P<phrasal>{_PHRASAL}))\b", re.IGNORECASE
)
#: One of these words is in every phrase above, or "said" or "told": a cheap test before the expression.
_PHRASE_WORDS: Final = words(
    "according words citing quoting reportedly allegedly purportedly supposedly apparently believed thought understood"
    " quoted cited reported alleged rumoured rumored estimated claimed announced revealed confirmed reports"
    " rumours rumors out clear known put puts warned"
)
#: Most sentences with "said" or "told" hold them as verbs alone.
_SAID_OF: Final = re.compile(
    r"said\s(?:\s*to\b|(?<=is\ssaid\s)|(?<=as\ssaid\s)|(?<=re\ssaid\s)|(?<=en\ssaid\s)|(?<=ly\ssaid\s))"
)
_TOLD_OF: Final = words("was were been as")


def _may_hold_phrase(sentence: str, spoken: frozenset[str]) -> bool:
    if not _PHRASE_WORDS.isdisjoint(spoken):
        return True
    if "told" in spoken and not _TOLD_OF.isdisjoint(spoken):
        return True
    return "said" in spoken and _SAID_OF.search(sentence) is not None


#: Verb form -> its class; the last class that lists it wins.
_VERBS: Final[dict[str, CueKind]] = {
    **dict.fromkeys(words(_WITH_CLAUSE), "clause"),
    **dict.fromkeys(words(_PLAIN), "say"),
    **dict.fromkeys(words(_PARTICIPLES), "participle"),
    **dict.fromkeys(words(_ACCUSING), "accuse"),
    **dict.fromkeys(words(_DENYING), "deny"),
}


#: Every form of a verb of saying that the extractors know.
SPEECH_VERBS: Final = frozenset(_VERBS)


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
    " accuses blames predicts promises argues suggests"
)
_NEXT_CAPITAL: Final = re.compile(r"\s[A-Z“\"'‘\x02]")


def _in_title_case(sentence: str, at: int, word: str) -> bool:
    """Whether the capital of a verb is that of a headline: the words beside it have capitals too."""
    if word not in _IN_TITLES or not _NEXT_CAPITAL.match(sentence, at + len(word)):
        return False
    before = sentence[:at].rstrip(" ,").rsplit(maxsplit=2)[-2:]  # "... for [a Week], Says Doe"
    return any(each[0].isupper() for each in before)


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
    r"tell\s+(?!(?:me|us|him|her|them|you|reporters|(?-i:[A-Z])\w*)\b)|(?:claims?|claimed)\s+(?:the\s+lives?|responsibility|victory|credit|asylum|at\s+least|more\s+than|up\s+to"
    r"|hundreds|thousands|dozens|\d|a\s+seat|lives|(?:\w+\s+){1,3}lives)"
    r"|argue[sd]?\s+(?:for|against)\b(?!.{0,60}\bthat\b)|(?:told|tells|telling)\s+(?:(?!that\b)[\w’']+\s+){1,4}(?:not\s+)?to\s+(?!have\b|be\b)\w+"
    r"|(?:told|tells|telling|says?|said)\s+(?:the|an?|his|her|its|their)\s+(?:\w+\s+)?(?:stor(?:y|ies)|tales?|truth|lies?|jokes?|prayers?)\b"
    r"|(?:wrote|writes|posted)\s+(?:a|an|the|his|her|its|their|two|three|several|many|on|for|to)\b(?![^,.;]{0,60}?\sthat\b)"
    r"|asked\s+(?:[\w.’'-]+\s+){1,5}(?:to|for|about|whether|if)\b|asked\s+(?:an?|this|that|some|many|several|his|its|their|for|to|him|her|them|us|me|the|if|whether|by|about|questions|[A-Z]\w+\s(?:for|to|about))\b"
    r"|(?:said|say|says)\s+(?:goodbye|farewell|sorry|thanks|prayers|mass|nothing|little|grace)\b"
    r"|insist(?:s|ed)\s+(?:up)?on\b|responded\s+(?:\w+ly\s+)?(?:to|by|with)\b|concluded\s+(?:a|an|the|its|his|in|on|with)\b(?!.{0,60}\bthat\b)"
    r"|observed\s+(?:a|an|the|by|in|on|at)\b|recalled\s+(?:to|from|by|its|their|the)\b"
    r"|declared\s+(?:a|an|war|bankruptcy|independence|him|her|it|the|victory|illegal|dead)\b"
    r"|(?:say|claim|argue|warn)\s+(?:in|on|over|to)\b|added?s?\s+(?:to|up|fuel|a|an|the|\d)\b(?!\s+that)|complained\s+to\b(?!.{0,40}that)"
    r"|explained\s+(?:the|his|her|its)\b|replied\s+to\b|warned\s+of\b(?!)",
    re.IGNORECASE,
)
_UTTERING: Final = words("wrote writes posted asked replied responded")
_UTTERED: Final = 40
_NEGATED: Final = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bto|\bcannot)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)


#: "Rene Doe of Example reports that": a verb, and no rumour; "Despite reports that" is one.
_NAMED_BEFORE: Final = re.compile(
    r"(?:\w\s|^)(?!(?:Despite|Amid|Amidst|After|Following|With|Citing|Media|Press|News|Local|Recent|Earlier|Early|Initial|Unconfirmed"
    r"|Conflicting|The|Some|Many|Several|Other|No|On|By|And|But|Police|Intelligence|Numerous)\s)\w*[A-ZÀ-Þ]\w*\s\Z"
)


def cues(sentence: str) -> list[Cue]:
    """Return the attributing words of `sentence`, in order; acts that only look so are left out."""
    spoken = word_set(sentence)
    found: list[Cue] = []
    if _may_hold_phrase(sentence, spoken):
        for phrase in _PHRASES.finditer(sentence):
            if phrase.group().startswith("reports") and _NAMED_BEFORE.search(
                sentence, 0, phrase.start()
            ):
                continue
            kind: CueKind = "source" if phrase["source"] else "hearsay"
            kind = "clause" if phrase["phrasal"] else kind
            found.append(Cue(phrase.start(), phrase.end(), kind, phrase.group()))
    verbs = spoken & SPEECH_VERBS
    for at, word in [each for each in tokens(sentence) if each[1] in verbs] if verbs else ():
        inside = any(phrase.start <= at < phrase.end for phrase in found)
        if (sentence[at].islower() or _in_title_case(sentence, at, word)) and not inside:
            cue = Cue(at, at + len(word), _VERBS[word], word)
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
    return _NEGATED.search(sentence, max(cue.start - 16, 0), cue.start) is not None

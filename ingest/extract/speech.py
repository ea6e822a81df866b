"""The words of a sentence by which English attributes a statement: verbs of saying, "according to", "reportedly". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.extract.quotations import SPEECH
from ingest.extract.reporting_verbs import SPEECH_VERBS, VERBS, CueKind
from ingest.extract.tokens import tokens, word_set
from ingest.extract.vocabulary import words

_SOURCE: Final = (
    r"according\s+to|in\s+the\s+(?:words|view|opinion|eyes|telling|account|estimation|judge?ment|reckoning)\s+of"
    r"|as\s+(?:(?:first|previously|also|originally|earlier)\s+)?(?:reported|told|quoted|cited|noted|described|disclosed|revealed"
    r"|documented|claimed|confirmed|announced|estimated|recounted|related|stated)\s+by|citing|quoting"
    r"|(?<=,\s)per(?=\s(?:(?:the|an?)\s)?(?-i:[A-Z])(?!apita\b))|on\s+the\s+authority\s+of|by\s+the\s+(?:account|reckoning|count)\s+of"
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
    r"|(?:was|were|been)\s+(?:told|warned|informed|assured)(?=\s+(?:that|he|she|it|they|there)\b)"
    r"|(?:court|committee|panel|leaders|reporters|journalists|investors|shareholders|lawmakers|ministers|conference"
    r"|parliament|council|board|delegates|members|residents|readers)\s+(?:was|were|(?:has|have|had)\s+been)"
    r"\s+(?:told|warned)(?=\s+(?:that|the|it|they|he|she|there)\b)"
    r"|(?<=,\s)(?:the\s|an?\s)?(?:[\w-]+\s){1,3}(?:was|were|(?:has|have|had)\s+been)\s+(?:told|warned)(?=\s*(?:[,.;]|$))"
    r"|reports\s+(?:say|said|suggest|suggested|indicate|indicated)|reports\s+that|rumou?rs\s+that"
    r"|(?:rumou?r|legend|tradition|word|gossip|the\s+story)\s+(?:has|had)\s+it|(?:legend|tradition|lore)\s+(?:says|holds)|the\s+story\s+goes"
    r"|(?:alleged|purported|supposed|rumou?red|unconfirmed)\s+(?:\w+\s+){1,3}?(?:took\s+place|occurred|happened|dates?\s+(?:from|back))"
    r"|(?:court|inquiry|hearing|jury|tribunal|inquest)\s+(?:has\s+|have\s+|had\s+)?(?:heard|hears)(?=\s+(?:that|how|he|she|it|they|the)\b)"
)

#: Verbs of more than one word, which take a clause.
_PHRASAL: Final = (
    r"(?:points?|pointed|pointing)\s+out|(?:made|makes?|making)\s+(?:it\s+)?(?:clear|plain|known)|lets?\s+(?:it\s+be\s+known|slip)"
    r"|puts?\s+it(?=\s*[,:.]|\s*$|\s{2}|\s+this\s+way\b)|leaves?\s+no\s+doubt|left\s+no\s+doubt|made\s+no\s+secret"
    r"|(?:is|are|was|were|remains?|remained|been)\s+(?:\w+\s+)?(?:adamant|confident|convinced|insistent|optimistic|hopeful"
    r"|sceptical|skeptical|emphatic)(?=\s+that\b)"
    r"|(?:(?:went|goes|gone)\s+on|continue[sd]?|(?:is|are|was|were)\s+(?:quick|keen|careful|eager|at\s+pains|anxious)|hastened|hastens"
    r"|took\s+pains|proceeded|came\s+out|took\s+to\s+(?-i:[A-Z])\w+)\s+to\s+(?:say|add|note|point\s+out|insist|stress|emphasi[sz]e|explain"
    r"|claim|argue|warn|declare|state|suggest|maintain|tell\s+\w+|write)"
    r"|(?:went|gone|goes|is|are|was|were)\s+on\s+(?:the\s+)?record\s+(?:as\s+|to\s+)?say(?:ing)?"
)
#: "put the toll [in May] at twelve": an estimate.
_PUT_AT: Final = (
    r"puts?(?=\s+(?:the|its|their|this|that|his|her|losses|damages?|costs?|(?:\w+\s){1,2}?(?:tolls?|losses|costs?))\b[^,;:.]{0,60}?\sat\s+(?:about|around"
    r"|some|nearly|almost|more|less|at\sleast|up\sto|between|roughly|over|under|just|close|[$€£#]|\d|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions)\b)"
)
_PHRASES: Final = re.compile(
    rf"\b(?:(?P<source>{_SOURCE})|(?P<hearsay>{_HEARSAY})|(?P<phrasal>{_PHRASAL})|(?P<estimate>{_PUT_AT}))\b",
    re.IGNORECASE,
)
#: One of these words is in every phrase above, or "said" or "told": a cheap test before the expression.
_PHRASE_WORDS: Final = words(
    "according words citing quoting reportedly allegedly purportedly supposedly apparently believed thought understood"
    " quoted cited reported alleged rumoured rumored estimated claimed announced revealed confirmed reports"
    " rumours rumors out clear known put puts warned view opinion eyes telling account estimation judgment judgement reckoning"
    " authority count reported noted described disclosed documented recounted related stated per rumour rumor legend tradition word gossip"
    " story lore purported supposed unconfirmed heard hears plain slip doubt secret adamant confident convinced insistent"
    " optimistic hopeful sceptical skeptical emphatic went goes gone continue continued continues quick keen careful eager"
    " pains anxious hastened hastens proceeded took record"
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
    return any(each[0].isupper() for each in before) and _is_titled(
        sentence[max(at - _BESIDE, 0) : at + _BESIDE]
    )


#: Of the longer words of a headline in title case so many at least have a capital.
_CAPITALS: Final = 0.6
#: So far on each side is looked: a report may follow its headline.
_BESIDE: Final = 60
_LONGER: Final = re.compile(r"[^\W\d_]{4,}")


def _is_titled(words_beside: str) -> bool:
    """Whether most of the longer words have capitals, as in headlines; a name in a report is no verb."""
    longer = _LONGER.findall(words_beside)
    return sum(word[0].isupper() for word in longer) >= _CAPITALS * len(longer)


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
    r"|declared?s?\s+(?:a|an|war|bankruptcy|independence|him|her|it(?!\s+(?:was|had|is|has|would|will|could))|the(?!\s+(?:[\w-]+\s+){1,3}(?:was|were|had|is|are|has|would|will)\b)|victory|illegal|dead)\b"
    r"|testif(?:ied|ies)\s+(?:\w+\s+)?(?:before|against|to|at|in|about|as|for|on)\b(?![^.;]{0,80}(?:\bthat\b|[\x02:]))"
    r"|remind(?:s|ed)\s+(?:[\w’']+\s+){1,4}(?:of|to|about)\b|(?:assure[sd]|inform(?:s|ed)|notif(?:ies|ied))\s+(?:[\w’']+\s+){1,4}(?:of|about)\b"
    r"|learn(?:ed|t)\b(?!\s+(?:that|from)\b)(?<!\bhas\slearned)(?<!\bhas\slearnt)(?<!\bhave\slearned)(?<!\bhave\slearnt)"
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
            kind = _kind_of(phrase)
            if kind == "hearsay" and _is_rejected(sentence, phrase):
                continue
            found.append(Cue(phrase.start(), phrase.end(), kind, phrase.group()))
    verbs = spoken & SPEECH_VERBS
    for at, word in [each for each in tokens(sentence) if each[1] in verbs] if verbs else ():
        inside = any(phrase.start <= at < phrase.end for phrase in found)
        if (sentence[at].islower() or _in_title_case(sentence, at, word)) and not inside:
            cue = Cue(at, at + len(word), VERBS[word], word)
            if not _is_act(sentence, cue):
                found.append(cue)
    return sorted(found, key=lambda cue: cue.start)


def _kind_of(phrase: re.Match[str]) -> CueKind:
    if phrase["estimate"]:
        return "say"
    if phrase["phrasal"]:
        return "clause"
    return "source" if phrase["source"] else "hearsay"


#: "denied reports that", "called reports that it fell nonsense": no rumour is told on.
_REJECTING: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|rubbish(?:es|ed)"
    r"|rebut(?:s|ted)|debunk(?:s|ed)|contest(?:s|ed))\s(?:\w+\s){0,3}\Z"
)


def _is_rejected(sentence: str, phrase: re.Match[str]) -> bool:
    """Whether a verb of denial has the rumour as its object."""
    return _REJECTING.search(sentence, 0, phrase.start()) is not None


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

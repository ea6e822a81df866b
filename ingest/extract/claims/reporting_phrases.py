"""The phrases by which English reports: "according to", "reportedly", "was adamant that", "put the toll at". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ingest.extract.text.reporting_verbs import CueKind
from ingest.extract.text.vocabulary import words


class Phrase(NamedTuple):
    """A reporting phrase in a sentence: `sentence[start:end]`."""

    start: int
    end: int
    kind: CueKind
    word: str


class _Group(NamedTuple):
    """Phrases of one kind, looked for where the sentence has a word of every set."""

    kind: CueKind
    needed: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]


def _group(kind: CueKind, needed: tuple[str, ...], *patterns: str) -> _Group:
    body = "|".join(each.replace(" ", r"\s+") for each in patterns)
    return _Group(
        kind,
        tuple(words(each) for each in needed),
        re.compile(rf"\b(?:{body})\b", re.IGNORECASE),
    )


_MADE_KNOWN: Final = (
    "reported told quoted cited noted described disclosed revealed documented claimed confirmed announced estimated"
    " recounted related stated"
)
_SAYING: Final = (
    "say saying add note point insist stress emphasise emphasize explain claim argue warn declare state suggest maintain"
    " tell write"
)
#: "going according to plan" names nobody.
_IDIOMS: Final = (
    "plans?|schedule|custom|tradition|type|size|age|needs?|taste|how|whether|where|which|what"
)
_BE: Final = "(?:is|are|was|were|been)"
_REJECTS: Final = (
    r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|rubbish(?:es|ed)"
    r"|rebut(?:s|ted)|debunk(?:s|ed)|contest(?:s|ed)|challeng(?:es|ed|ing)"
)
_GROUPS: Final = (
    _group("source", ("according citing quoting",), rf"according to(?! (?:{_IDIOMS})\b)|citing|quoting"),
    _group(
        "source",
        ("words view opinion eyes telling account estimation judgment judgement reckoning authority count", "of"),
        "in the (?:words|view|opinion|eyes|telling|account|estimation|judge?ment|reckoning) of",
        "on the authority of|by the (?:account|reckoning|count) of",
    ),
    _group(
        "source",
        (
            _MADE_KNOWN,
            "as",
            "by",
        ),
        r"as (?:(?:first|previously|also|originally|earlier) )?(?:reported|told|quoted|cited|noted|described|disclosed|revealed"
        "|documented|claimed|confirmed|announced|estimated|recounted|related|stated) by",
    ),
    _group("source", ("per",), r"(?<=,\s)per(?= (?:(?:the|an?) )?(?-i:[A-Z])(?!apita\b))"),
    _group(
        "hearsay",
        ("reportedly allegedly purportedly supposedly apparently",),
        "".join(rf"(?<!\b{each}\s)" for each in ("a", "an", "the", "his", "her", "its", "their"))
        + "(?:reportedly|allegedly|purportedly|supposedly|apparently)",
    ),
    _group(
        "hearsay",
        ("said believed thought understood reported alleged rumoured rumored estimated claimed announced revealed confirmed",
         "is are was were been to"),
        rf"{_BE} (?:\w+ly )?(?:said|believed|thought|understood|reported|alleged|rumou?red|estimated|claimed) to",
        r"it (?:is|was|has been|had been) (?:\w+ly )?(?:said|believed|thought|understood|reported"
        r"|alleged|rumou?red|estimated|claimed|announced|revealed|confirmed)(?= (?:that|the|[A-Z]|\s))",
        rf"{_BE} (?:\w+ly )?(?:reported|alleged|rumou?red)(?! (?:jointly|by)\b)",
        r"(?:said|reported|believed|thought|understood|alleged|rumou?red) to (?:have|be|show|connect|include|involve|link|contain|hold|own|want|number)\b",
    ),
    _group(
        "hearsay",
        ("told warned informed assured", "was were been"),
        "(?:court|inquiry|hearing|jury|tribunal|inquest) (?:was|has been) told",
        r"(?:was|were|been) (?:told|warned|informed|assured)(?= (?:that|he|she|it|they|there)\b)",
        "(?:court|committee|panel|leaders|reporters|journalists|investors|shareholders|lawmakers|ministers|conference"
        "|parliament|council|board|delegates|members|residents|readers) (?:was|were|(?:has|have|had) been)"
        r" (?:told|warned)(?= (?:that|the|it|they|he|she|there)\b)",
        r"(?<=,\s)(?:the |an? )?(?:[\w-]+ ){1,3}(?:was|were|(?:has|have|had) been) (?:told|warned)(?= ?(?:[,.;]|$))".replace(" ?", r"\s*"),
    ),
    _group(
        "hearsay",
        ("heard hears", "court inquiry hearing jury tribunal inquest"),
        r"(?:court|inquiry|hearing|jury|tribunal|inquest) (?:has |have |had )?(?:heard|hears)(?= (?:that|how|he|she|it|they|the)\b)",
    ),
    _group(
        "hearsay",
        ("reports rumours rumors",),
        "reports (?:say|said|suggest|suggested|indicate|indicated)|reports that|rumou?rs that",
    ),
    _group(
        "hearsay",
        ("rumour rumor legend tradition gossip word lore story", "it says holds goes"),
        "(?:rumou?r|legend|tradition|word|gossip|the story) (?:has|had) it|(?:legend|tradition|lore) (?:says|holds)|the story goes",
    ),
    _group(
        "hearsay",
        ("alleged purported supposed rumoured rumored unconfirmed", "place occurred happened date dates"),
        r"(?:alleged|purported|supposed|rumou?red|unconfirmed) (?:\w+ ){1,3}?(?:took place|occurred|happened|dates? (?:from|back))",
    ),
    _group(
        "clause",
        ("out clear plain known slip doubt secret puts put",),
        "(?:points?|pointed|pointing) out|(?:made|makes?|making) (?:it )?(?:clear|plain|known)|lets? (?:it be known|slip)",
        r"puts? it(?=\s*[,:.]|\s*$|\s{2}| this way\b)|leaves? no doubt|left no doubt|made no secret",
    ),
    _group(
        "clause",
        ("adamant confident convinced insistent optimistic hopeful sceptical skeptical emphatic", "that"),
        r"(?:is|are|was|were|remains?|remained|been) (?:\w+ )?(?:adamant|confident|convinced|insistent|optimistic|hopeful"
        r"|sceptical|skeptical|emphatic)(?= that\b)",
    ),
    _group(
        "clause",
        (
            "record went goes gone continue continued continues quick keen careful eager pains anxious hastened hastens proceeded came took",
            "to say saying",
            _SAYING,
        ),
        r"(?:(?:went|goes|gone) on|continue[sd]?|(?:is|are|was|were) (?:quick|keen|careful|eager|at pains|anxious)|hastened|hastens"
        r"|took pains|proceeded|came out|took to (?:the )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+){0,3}) to (?:say|add|note|point out|insist|stress|emphasi[sz]e|explain"
        r"|claim|argue|warn|declare|state|suggest|maintain|tell \w+|write)",
        "(?:went|gone|goes|is|are|was|were) on (?:the )?record (?:as |to )?say(?:ing)?",
    ),
    _group(
        "say",
        ("put puts", "at"),
        r"puts?(?= (?:the|its|their|this|that|his|her|losses|damages?|costs?|(?:\w+ ){1,2}?(?:tolls?|losses|costs?))\b[^,;:.]{0,60}? at"
        " (?:about|around|some|nearly|almost|more|less|at least|up to|between|roughly|over|under|just|close|[$€£#]|\\d|one|two|three"
        r"|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions)\b)",
    ),
)  # fmt: skip
#: Word -> the groups that have it in their first set.
_BY_WORD: Final = {
    word: tuple(index for index, group in enumerate(_GROUPS) if word in group.needed[0])
    for group in _GROUPS
    for word in group.needed[0]
}
_TRIGGERS: Final = frozenset(_BY_WORD)
#: "Rene Doe of Example reports that": a verb, and no rumour; "Despite reports that" is one.
_NAMED_BEFORE: Final = re.compile(
    r"(?:\w\s+|^)(?!(?:Despite|Amid|Amidst|After|Following|With|Citing|Media|Press|News|Local|Recent|Earlier|Early|Initial|Unconfirmed"
    r"|Conflicting|The|Some|Many|Several|Other|No|On|By|And|But|Police|Intelligence|Numerous)\s)\w*[A-ZÀ-Þ]\w*\s\Z"
)
#: "denied reports that": no rumour is told on.
_REJECTING: Final = re.compile(rf"\b(?:{_REJECTS})\s(?:[\w’'-]+\s){{0,4}}[\w’'-]*\Z")


def reporting_phrases(sentence: str, spoken: frozenset[str]) -> list[Phrase]:
    """Return the reporting phrases of a sentence in order, none within another; `spoken`: its words in small letters."""
    triggers = _TRIGGERS & spoken
    if not triggers:
        return []
    found = sorted(_found(sentence, spoken, triggers), key=lambda each: (each.start, -each.end))
    kept: list[Phrase] = []
    for each in found:
        if not kept or kept[-1].end <= each.start:
            kept.append(each)
    return kept


def _found(sentence: str, spoken: frozenset[str], triggers: frozenset[str]) -> Iterator[Phrase]:
    for index in {index for word in triggers for index in _BY_WORD[word]}:
        kind, needed, pattern = _GROUPS[index]
        if any(each.isdisjoint(spoken) for each in needed[1:]):
            continue
        for found in pattern.finditer(sentence):
            if kind != "hearsay" or _is_told_on(sentence, found):
                yield Phrase(found.start(), found.end(), kind, found.group())


def _is_told_on(sentence: str, rumour: re.Match[str]) -> bool:
    """Whether the words are a rumour, neither somebody's "Doe reports that" nor one that is denied."""
    if rumour.group().startswith("reports") and _NAMED_BEFORE.search(sentence, 0, rumour.start()):
        return False
    return not is_rejected(sentence, rumour.start())


def is_rejected(sentence: str, at: int) -> bool:
    """Whether a verb of denial has the noun at `at` as its object: "denied reports that", "rejected Doe's claim that"."""
    return _REJECTING.search(sentence, 0, at) is not None

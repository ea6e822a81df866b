"""Whether a clause tells a plan: "will", "is to", "intends to", "due on", "expects it to". Pure."""

from __future__ import annotations

from typing import Final

from ingest.extract.text.terms import is_title
from ingest.extract.text.vocabulary import phrases, words

INTENDING: Final = (
    "plans?|planned|planning|intends?|intended|aims?|aimed|hopes?|hoped|expects?|expected|wants?|wanted|proposes?"
    "|proposed|prepares|prepared|preparing|vows|vowed|pledges|pledged|promises|promised|scheduled|slated|poised"
    "|about|going|determined|ready|projected|forecast|anticipated|threatens|threatened|supposed"
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
            " came come comes turned turns out happened happens tends tend tended used grew grown managed got seems seemed appears appeared"
        )
    )
)
#: "with plan to cut costs": behind a preposition stands the noun, of which something else is told.
_OF_PLANS: Final = "".join(
    rf"(?<!\b{preposition}\s)"
    for preposition in ("with", "of", "on", "over", "for", "in", "by", "at")
)
_PRONOUN_BEFORE: Final = "|".join(
    rf"(?<=\b{word}\s)" for word in ("he", "she", "it", "who", "which", "that", "they", "we", "i")
)
_PLANNED: Final = phrases(
    "will|shall|won['’]t|gon(?:\\s)?na \\w+|upcoming|deadline|target|on track to|look(?:s|ed|ing)? forward to",
    rf"(?<!\ba\s)(?<!\bthe\s){_OF_PLANS}(?:{INTENDING}) ~to (?!(?:the|a|an|its|his|their)\b|\d|(?-i:[A-Z]))\w+",
    rf"(?=(?:is|are|was|were)\sto\s){_AIMS}(?:is|are|was|were) to (?!the|a|an|blame|date|hand|say)\w+",
    r"(?:is|are|was|were|be|been) ~due (?:to (?:be|\w+(?<!s))\b(?! \w+s\b)|on|in|for|out|back|at|for)",
    r"(?:is|are|was|were) ~due(?=[,;.]|$|\s\s)",
    r"(?:is|are|was|were|looks?|looked) ~set to (?!(?:the|a|an)\b)\w+",
    rf"(?=to\sbe\s){_FOUND}to be \w+(?:ed|ld|wn)",
    "(?:is|are|was|were|be|been) (?:scheduled|slated|expected|planned|timetabled|planning)",
    r"(?:expects?|expected|expecting|anticipates?|forecasts?) (?:[\w$%.-]+ ){1,7}to",
    r"(?:(?:is|are|was|were|been|['’]re|['’]s) looking|wish|wishes|gearing up|in line|on the (?:verge|brink|point) of) (?:to )?(?!(?:the|a|an|its|his|her|their|at|for|into)\b)\w+",
    r"(?:wants?|wanted|wanting) (?!to\b)(?:[\w’'-]+ ){1,5}?to (?:be\b|\w+)",
    rf"(?=plans?\s)(?:{_PRONOUN_BEFORE})plans? (?!to\b)\w+",
    r"(?=plans\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\bof\s)plans"
    r" (?:an?|another|further|more|new|additional|\d+|two|three|its|his|her|their)",
    r"(?<!\bthan\s)(?<!\bas\s)(?:expected|anticipated|planned|scheduled|slated)(?=\s\s|\s*$)",
    "(?:scheduled|slated|timetabled|planned) (?:for|to)|plans for|plans? on \\w+ing",
)
#: Rarer, and looked for only where one of these is part of a word.
_RARELY_PLANNED: Final = phrases(
    r"(?:postponed|delayed|put off|pushed back|put back|deferred|adjourned|rescheduled) (?:until|till|to)",
    "prepares for|(?:is|are) preparing for",
    r"(?:set|due|billed|slated|booked) for(?=\s\s|$)",
    "(?:is|are|was|were|been) (?:set|pencilled in|penciled in|booked|lined up|earmarked|targeted|timed) for",
    "on (?:course|schedule|target) (?:to|for)|(?:is|are|was|were) (?:tipped|bound|sure|certain) to",
    r"(?:expects?|expecting|anticipates?|foresees?|envisages?|forecasts) (?!to\b|that\b)(?:an?|the|its|their|his|her|further|more|no|some"
    r"|another|new|little|strong|weak|higher|lower|[\d$€£]\S*)",
)
_RARE_PLANS: Final = (
    "postpon", "delayed", "put ", "pushed", "deferred", "adjourned", "reschedul", "prepar", "set for", "due for", "billed", "slated", "booked", "encil", "lined up", "earmarked", "timed", "course", "schedule", "target", "tipped",
    "bound", "sure", "certain", "expect", "anticipat", "foresee", "envisage", "forecast",
)  # fmt: skip


def is_planned(said: str) -> bool:
    """Whether the words of a clause tell of something to come: a modal, an intention, an expectation, an appointment."""
    said = said.lower() if is_title(said) else said
    if _PLANNED.search(said):
        return True
    return any(part in said for part in _RARE_PLANS) and _RARELY_PLANNED.search(said) is not None

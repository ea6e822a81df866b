"""Who speaks in a headline, and what it announces: the short grammar of titles. Pure.

"Police: Teens broke into the mansion", "‘We will win’: Jane Doe on the vote", "Prices may fall – minister" name a
speaker; "Lakeland war: Thousands flee" has a kicker, which says only what it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.extract.names.full_names import Names
from ingest.extract.names.given_names import GIVEN_NAMES
from ingest.extract.names.roles import SPEAKING_NOUNS
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.reporting_verbs import SPEECH_VERBS
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb
from ingest.extract.text.vocabulary import words

#: A space stands before each further word: where it may be left out, one long word can be read in countless ways.
_NAMED_BEFORE: Final = re.compile(r"(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,5}\s?):\s+(?=\S)")
_NAMED_AFTER: Final = re.compile(r"(?::|,|\s[–—-])\s(?P<who>(?:(?!\s[–—-]\s)[^:;,]){2,60})$")
_SPEECH_FIRST: Final = re.compile(
    rf"\s*{SPEECH}+\s?[:,]?\s(?:[A-Z][\w.-]*\s)*?(?:\w+['’]s\s)?(?P<who>[A-Z][\w.-]*\s[A-Z][\w-]*)(?!['’\w])"
)
#: Who a headline names by a noun alone: "Study: ...", "... – officials".
_SOURCES: Final = words(
    "official officials police study studies report reports source sources poll survey research researchers scientists"
    " analyst analysts expert experts economist economists spokesman spokeswoman spokesperson minister ministry pm"
    " president mayor governor premier chancellor secretary prosecutor prosecutors lawyer lawyers judge inquiry watchdog"
    " witness witnesses doctors regulator regulators ceo boss chief commander general admiral army military un who nato"
    " court document documents memo think-tank monitor monitors observers investigators authorities government kremlin"
    " sheriff coroner lawmen feds cops father mother dad mom parents family families nurse teacher teachers union unions activists"
    " advocates campaigners residents neighbours neighbors locals insiders firefighters trader traders auditors prosecution defence"
    " media press newspaper newspapers pentagon senator lawmaker lawmakers adviser aide diplomat diplomats envoy ambassador"
)
#: Capitals and agencies whose name alone stands for those who govern there or speak for them.
_VOICES: Final = words(
    "Kyiv Moscow Kremlin Pentagon White_House Tehran Beijing Pyongyang Ankara Minsk Brussels Downing_Street Hamas"
    " Hezbollah Taliban UN WHO NATO EU IMF IAEA CDC FBI CIA NASA CNN BBC AP Reuters"
)
#: What a speaker says in a headline is a judgement, a plan or in quotation marks; news stands under a kicker.
_JUDGEMENT: Final = re.compile(
    r"\s*(?:[“\"'‘]|(?:I|We|It|There|No)\b)"
    r"|.*\b(?i:must|should|will|would|could|may|might|can|is|are|was|were|has|have|not)\b"
)
#: "Doe to visit Oslo": before its infinitive a headline leaves out "is".
_INFINITIVE: Final = re.compile(r"(?<=\w)\s[Tt]o\s(?P<verb>[A-Za-z]+)\b")
_SET_TO: Final = re.compile(
    r"\b(?i:set|due|poised|slated|scheduled|expected|about)\sto\s[A-Za-z]"
    r"|\b(?i:sets?|unveils?|announces|outlines|floats|reveals)\s(?:(?i:a|its|his|her|new)\s)?[Pp]lans?\sto\s[A-Za-z]"
)
_VERBS: Final = words(
    "acquire act add address admit allow announce appear appeal attend auction award axe back ban be become begin boost"
    " build buy call cancel ban change charge close come compete consider continue convert cover create cut debate debut"
    " decide deliver demand deploy develop discuss double drop end enter expand extend face fight file finance fire"
    " fly form front fund gather get give go grant head hear help hike immunise immunize vaccinate evacuate hire hold host impose include increase introduce"
    " invest investigate issue join keep launch lay lead leave lift limit list lose make mark meet merge move name offer"
    " open order oust outline pause pay perform phase play premiere probe produce propose publish pull push quit raise"
    " ration receive recall reduce release remain remove reopen replace reprise require resign rest restart restore"
    " resume retire return reveal review revive roll run scrap seek sell send serve set share shed shut sign slash speak"
    " spend split stage stand star start stay step stop strike sue supply suspend take talk target tour train transfer"
    " try undergo unveil upgrade use visit vote welcome win withdraw"
)


@dataclass(frozen=True, slots=True)
class Voiced:
    """The words of a headline that name who speaks, and the mark that says so."""

    who: Span
    cue: str


def voice_of_headline(headline: str, names: Names) -> Voiced | None:
    """Return who speaks in the headline (direct speech masked), None where it names nobody so."""
    before = _NAMED_BEFORE.match(headline)
    if before and _speaks_first(headline, before, names):
        return Voiced(before.span("who"), ":")
    quoted = _SPEECH_FIRST.match(headline)
    if quoted and _is_person(quoted["who"], names):
        return Voiced(quoted.span("who"), headline[quoted.start("who") - 2 :][:1].strip() or ":")
    after = _NAMED_AFTER.search(headline)
    if after and _is_source(after["who"]):
        return Voiced(after.span("who"), after.group()[:2].strip())
    return None


def announces(headline: str) -> bool:
    """Whether the headline tells what is to come by an infinitive alone: "Doe to visit Oslo"."""
    found = _SET_TO.search(headline)
    if found and first_verb(headline, 0, found.start()) is None:
        return True
    found = _INFINITIVE.search(headline)
    if found is None or found["verb"].lower() not in _VERBS:
        return False
    before = frozenset(headline[: found.start()].lower().split())
    return (
        first_verb(headline, 0, found.start()) is None
        and _BEFORE_NOUN.isdisjoint(before)
        and _PRESENT.isdisjoint(before)
    )


#: "Lakeland bans boats to save the bay", "sailor fighting to keep his boat": what is done, and what for or who does it. Present
#: tenses that headlines do not use as nouns in the plural, and nouns and participles that an infinitive completes.
_PRESENT: Final = words(
    "accepts accuses adds adopts agrees allocates appoints approves arranges asks avoids backs bans becomes begs blocks brings"
    " builds buys claims comes commits considers creates decides declares demands deploys donates eases eyes enlists"
    " ensures expands faces finds gathers gives goes hires holds imposes invests invites invokes joins keeps"
    " launches lifts loses makes offers opts orders pays picks pushes quits raises refuses rejects releases removes"
    " resigns rushes scrambles sees sells sends signs skips slashes spends splits struggles sues suspends takes"
    " tightens turns unites uses votes waits wins withdraws works"
    " trying fighting struggling racing rushing scrambling vying attempting battling working waiting"
    " ability failure refusal chance right effort efforts"
)


#: "How to", "back to", "calls for Doe to leave": no infinitive of a plan.
_BEFORE_NOUN: Final = words(
    "how what where when whether why press presses push pushes beg begs back close next road guide way ways reason reasons for call calls urge urges ask"
    " asks want wants tell tells force forces order orders allow allows help helps let lets get gets invite invites"
    " expect expects require requires need needs agrees refuses tries fails seeks continues begins starts decides offers"
    " appears seems manages proves becomes first 1st second 2nd last only latest"
)


def _speaks_first(headline: str, found: re.Match[str], names: Names) -> bool:
    """Whether the words before the colon are a speaker and no kicker ("BREAKING: ...")."""
    who = found["who"].strip()
    last = who.rpartition(" ")[2]
    if last.lower() in SPEECH_VERBS and last != who and last.lower() not in _SOURCES:
        return True
    if last.lower() in _SOURCES and (last != "Who" or who == "WHO") and who != "Social media":
        return True
    if _OFFICE_OF.match(who):
        return True
    judges = headline[found.end() : found.end() + 1] == SPEECH or _JUDGEMENT.match(
        headline, found.end()
    )
    return bool(judges) and (who in _VOICES or _is_person(who, names))


#: "Constitutional Court of Lakeland", "Police in Oslo".
_OFFICE_OF: Final = re.compile(
    rf"(?:[A-Z][\w-]*\s)*(?i:{'|'.join(sorted(_SOURCES - {'who', 'un', 'pm', 'boss'}))})\s(?:of|in|for)\s(?:the\s)?[A-Z]"
)


def _is_person(name: str, names: Names) -> bool:
    last = name.rpartition(" ")[2]
    known = names.is_person(names.full(last)) or last in names.titled
    return known or name.partition(" ")[0] in GIVEN_NAMES


def _is_source(phrase: str) -> bool:
    """Whether the words at a headline's end name who says it: "– health minister", ": poll"."""
    last = phrase.rstrip(" .").rpartition(" ")[2]
    plain = phrase.lower() == phrase or phrase in ("UN", "WHO", "NATO", "PM", "CEO")
    return plain and (last.lower() in _SOURCES or last.lower() in SPEAKING_NOUNS)

"""Whether a word of saying is a verb with its subject: "the ministry claims", not "the victims' claims". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.claims.speech import Cue
from ingest.extract.names.naming import HYPHEN
from ingest.extract.names.roles import DOCUMENTS, ONE_PERSON, ORGANISATIONS, SPEAKING_NOUNS
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.vocabulary import words

#: Base forms, which are nouns too: "the victims' claim", "a report"; they need a plural subject.
_BASE_FORMS: Final = words(
    "say tell claim argue warn report confirm admit estimate forecast predict suggest indicate imply believe think"
    " hope fear expect promise vow pledge threaten agree show find note demand acknowledge concede reveal"
    " announce contend deny reject accuse blame assert insist emphasise emphasize stress declare concede imply mention"
    " determine describe foresee anticipate reckon maintain"
)
#: Nouns too, in the plural.
NOUN_FORMS: Final = words(
    "claims reports notes estimates rules states shows forecasts hopes fears demands finds promises pledges threats"
    " counts records documents registers remarks quips boasts jokes laments signals projects mandates guarantees tweets"
)
#: Before a noun of that form: "latest estimates released today suggest".
_ADJECTIVES: Final = words(
    "new latest such early recent initial preliminary official other further previous earlier first final more"
    " conflicting unconfirmed independent local media press"
)
_PARTICLES: Final = words("off up out down away over to of for with from by about into than")
#: Verbs of evidence: who or what shows something speaks only where it is somebody, or something written.
_EVIDENCE: Final = (
    "show", "suggest", "indicat", "reveal", "impl", "make", "made", "found", "find", "confirm", "demand", "threaten", "promis", "proved",
)  # fmt: skip
_WRITTEN: Final = DOCUMENTS | words(
    "probe probes inquiries investigation test tests result results footage video videos photos photographs images pictures evidence statistics numbers"
    " polls surveys studies analysis analyses research projections projection model models emails e-mails messages"
    " texts logs tapes transcript transcripts reports reviews review minutes accounts files papers calculations"
)
#: What somebody found out is so, as the author tells it: "when she discovered that ...".
_FINDING: Final = ("found", "finds", "discover", "learn", "realis", "realiz")
_LEARNING: Final = ("discover", "learn", "realis", "realiz")
_PERSONS: Final = words("he she they i we")
_SPEAKERS: Final = SPEAKING_NOUNS | ORGANISATIONS | words("he she it who that which")
#: What joins a verb to the subject of the clause before; "the confirmed cases" has no such word.
_SHARING: Final = words("and but or also then who which that later has have had earlier once again")
_PLURALS: Final = words(
    "they we i you people police many some others men women children both most critics two three several few"
    " media data all forces those"
)
#: "some projects that": what follows these is a noun.
#: "its progress report": no plurals.
_SINGULAR: Final = ("ss", "us", "is", "news")
_SOME: Final = words("some many others")
#: "depending on the estimate": what follows an article is no verb.
_ARTICLES: Final = words("the a an his her its their this no")
#: "estimates released [today]": what was done with them tells nothing of what they are.
_DONE: Final = re.compile(
    r"(?<=\w)\s(?:released|published|issued|conducted|commissioned|obtained|seen|posted|taken|made)\b.*"
)
#: What is done, is the case or is a part of something says nothing: "the unveiling", "the process", "the battle".
_DEED_ENDINGS: Final = ("ing", "tion", "sion", "ness", "ism", "ment", "ance", "ence", "ity")
DEEDS: Final = words(
    "effort efforts progress need needs name names focus petroleum round rounds meat process battle battles moment moments crisis"
    " crises behavior behaviour conduct view views growth death losses price prices output weather face life lives work road way"
    " day days year years week weeks month months"
)
#: Nouns of these endings that speak, or are written.
_NO_DEEDS: Final = words(
    "filing briefing hearing building gathering publication delegation congregation audience celebrity community majority"
    " minority charity facility security establishment management regiment entity conference posting listing reading recording"
    " rating documentation investigation commission inspection examination presentation application notification petition"
    " constitution certification submission correspondence evidence everything nothing something anything"
)
#: "director-general"
_HYPHEN: Final = re.compile(rf"-|{HYPHEN}")
_OF: Final = re.compile(r"\s(?:of|in|at|for|from|with|on)\s")


def is_finite(sentence: str, cue: Cue, subject: Span) -> bool:
    """Whether the cue is a verb with this subject, and not a noun of the same form ("the claims")."""
    if subject[0] >= subject[1]:
        before = sentence[: cue.start].rstrip()
        return before.endswith((",", "ly", SPEECH)) or before.rpartition(" ")[2] in _SHARING
    phrase = _DONE.sub("", sentence[subject[0] : subject[1]].strip())
    if phrase.lower() in _ADJECTIVES or (cue.kind == "clause" and phrase.isdigit()):
        return False  # "54 reported cases"
    last = phrase.rpartition(" ")[2]
    if last in _PARTICLES or _describes_noun(sentence, cue, last):
        return False  # "to fend off expected losses"
    if cue.word in NOUN_FORMS and last != phrase and _of_a_name(phrase):
        return False
    if cue.word in NOUN_FORMS and last == last.lower():
        speaks = (last in _SPEAKERS and last not in _SOME) or last in _WRITTEN
        return speaks and _can_tell(phrase, cue.word)
    return _agrees(phrase.lower(), cue.word) and _can_tell(phrase, cue.word)


def _of_a_name(phrase: str) -> bool:
    """Whether the phrase is a thing of a name's, before a noun that looks like a verb: "meat from U.S. [states]"."""
    head = _OF.split(phrase)[0].rpartition(" ")[2]
    return head.islower() and head != phrase and head not in _SPEAKERS and head not in _WRITTEN


#: "the [same] stated aim", "the [most] anticipated day"
_DEGREES: Final = words("same most least best first last only own newly previously")
#: "the bank’s [confirmed] losses": a verb has a clause, somebody or "that" beside it.
_VERB_HERE: Final = re.compile(
    rf"\s+(?:that|the|an?|it|he|she|they|its|his|her|their|there|in|on|at|to|[A-ZÀ-Þ“{SPEECH}])|\s\s|\s*[:,]"
)


def _describes_noun(sentence: str, cue: Cue, last: str) -> bool:
    """Whether a form in -ed stands before a noun that it describes; `last`: the word before it."""
    if not cue.word.endswith("ed"):
        return False
    if last.lower() in _DEGREES:
        return cue.kind == "clause" or last.lower() == "same"
    owned = last.endswith(("'s", "’s")) and cue.kind == "clause"
    return owned and _VERB_HERE.match(sentence, cue.end) is None


def _can_tell(subject: str, verb: str) -> bool:
    """Whether the subject of a verb of evidence is somebody or something written: not "the leak shows"."""
    head = _OF.split(subject)[0].rpartition(" ")[2]
    if _is_abstract(subject, head) or _finds_out(subject, head, verb):
        return False
    if not verb.startswith(_EVIDENCE):
        return True
    last = subject.rpartition(" ")[2]
    return any(
        word[:1].isupper()
        or _HYPHEN.split(word)[-1] in _SPEAKERS
        or word in _SPEAKERS
        or word in _WRITTEN
        or word in _PLURALS
        for word in (head, last)
    )


def _finds_out(subject: str, head: str, verb: str) -> bool:
    """Whether one person finds something out, which the author tells: "she found", "a user discovered"."""
    if not verb.startswith(_FINDING):
        return False
    return subject.lower() in _PERSONS or (
        verb.startswith(_LEARNING) and (head in ONE_PERSON or head in ("user", "reader", "someone"))
    )


def _is_abstract(subject: str, head: str) -> bool:
    """Whether the subject is a deed or a state, and neither a name nor somebody doing something."""
    if not subject.islower() or head in _SPEAKERS or head in _WRITTEN:
        return False
    described = head.endswith("ing") and " " in _OF.split(subject)[0]  # "staff working for it"
    deed = head in DEEDS or (head.endswith(_DEED_ENDINGS) and head not in _NO_DEEDS)
    return deed and not described


def _agrees(subject: str, verb: str) -> bool:
    """Whether the verb form can go with the subject (in small letters); empty: the clause's before."""
    if not subject:
        return True
    last = subject.rpartition(" ")[2]
    owns = subject.endswith(("'", "’", "'s", "’s")) and verb in _BASE_FORMS | NOUN_FORMS
    if last in _ARTICLES or owns:
        return False
    head = _OF.split(subject)[0].rpartition(" ")[2]
    plural = (
        (head.endswith("s") and not head.endswith(_SINGULAR))
        or head in _PLURALS
        or last in _PLURALS
        or " and " in subject
    )
    share = head.endswith(("%", "cent")) and last.endswith("s")  # "34% of owners say"
    return plural or share or verb not in _BASE_FORMS

"""Whom the subject of an attribution means: names, pronouns and subjects left out. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.claims.agreement import DEEDS
from ingest.extract.claims.attribution import Attribution, speakers_before
from ingest.extract.claims.persons import known_person, person_before
from ingest.extract.claims.subjects import before
from ingest.extract.claims.voice import Voice, earlier_voices
from ingest.extract.names.full_names import NOT_A_PERSON
from ingest.extract.names.offices import HEADS
from ingest.extract.names.roles import DOCUMENTS, ORGANISATIONS, SPEAKING_NOUNS
from ingest.extract.text.clauses import clauses
from ingest.extract.text.noun_phrases import head_of
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb
from ingest.extract.text.vocabulary import words

_PERSONAL: Final = words("he she him her his")
_OTHERS: Final = words("it they them its their who others this that there these those one")
_PRONOUNS: Final = _PERSONAL | _OTHERS
#: What follows a subject and has a verb of its own: "Jane Doe, whose work ..., said".
_ASIDE: Final = re.compile(r"(?<=\w),\s(?:who|whose|which|whom|an?|the|his|her|its)\b")
#: "The report sheds light on it, saying ...": a verb that we do not know follows the subject.
_OPENING: Final = re.compile(r"(?P<who>(?:The|An?)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+))\s[a-z]+s\s")
_INSTITUTIONS: Final = SPEAKING_NOUNS | ORGANISATIONS


def resolve(voice: Voice, ruling: Attribution) -> str | None:
    """Return the speaker's name, None where the sentence and those before it do not tell."""
    subject = ruling.subject
    if subject is None:
        return None
    if subject[0] >= subject[1]:
        return _shared_subject(voice, ruling)
    return _resolved(voice, subject)


def _shared_subject(voice: Voice, ruling: Attribution) -> str | None:
    """Return the subject that the clause shares with one before: "came and said", ", saying that"."""
    described = _described(voice, ruling.cue.start)
    if described and (name := _resolved(voice, described)):
        return name
    for subject in speakers_before(voice.found, ruling.cue.start):
        name = _resolved(voice, subject)
        if name:
            return name
    verb = first_verb(voice.masked, 0, ruling.cue.start)
    aside = _ASIDE.search(voice.masked, 0, verb) if verb is not None else None
    verb = aside.start() if aside else verb
    first = before(voice.masked, verb) if verb is not None else None
    if first and verb is not None and not _speaks(voice, first):
        first = _speaking_subject(voice, ruling.cue.start) or _owner(voice, first) or first
    name = _resolved(voice, first) if first and first[0] < first[1] else None
    return name or _opening_subject(voice)


def _opening_subject(voice: Voice) -> str | None:
    """Return who or what opens the sentence before a verb that we do not know, where it can speak."""
    opened = _OPENING.match(voice.masked)
    speaks = opened and opened["noun"].lower() in _INSTITUTIONS | DOCUMENTS
    return voice.named(*opened.span("who")) if opened and speaks else None


def _speaks(voice: Voice, subject: Span) -> bool:
    """Whether the subject is somebody by name, by a pronoun, or by what he is."""
    phrase = voice.masked[subject[0] : subject[1]].strip()
    if not phrase or phrase.lower() in _PRONOUNS:
        return True
    head = head_of(phrase)
    if head[:1].isupper() or head.lower() in _INSTITUTIONS | DOCUMENTS:
        return True
    return head.endswith("s") and head not in DEEDS


def _speaking_subject(voice: Voice, end: int) -> Span | None:
    """Return the nearest subject of a clause before `end` that is somebody: "as Doe came, saying that ..."."""
    for start, stop in reversed(clauses(voice.masked)):
        verb = first_verb(voice.masked, start, min(stop, end)) if start < end else None
        subject = before(voice.masked, verb) if verb is not None else None
        if subject and subject[0] < subject[1] and _speaks(voice, subject):
            return subject
    return None


def _owner(voice: Voice, thing: Span) -> Span | None:
    """Return the owner of a thing that says nothing itself: "[Jane Doe]’s name appears, despite saying"."""
    mark = _OWNS.search(voice.masked, *thing)
    return (thing[0], mark.start()) if mark else None


_OWNS: Final = re.compile(r"['’]s\s")


#: "run by the bank, which [in May] announced that ..."
_RELATIVE: Final = re.compile(r",\s(?:which|who)\s+(?:\w+\s+){0,2}\Z")


def _described(voice: Voice, verb: int) -> Span | None:
    """Return the noun that the relative clause of the verb describes, None where it stands in none."""
    relative = _RELATIVE.search(voice.masked, max(verb - _RELATIVE_WINDOW, 0), verb)
    if relative is None:
        return None
    comma = relative.start()
    noun = before(voice.masked, comma + 2)
    noun = noun if noun and noun[0] < noun[1] else before(voice.masked, comma)
    if noun is None or noun[0] >= noun[1]:
        return None
    noun = _over_role(voice, noun)
    made_by = voice.masked.rfind(" by ", *noun)  # "led by the bank"
    if made_by >= 0:
        return made_by + len(" by "), noun[1]
    on = _ON.search(voice.masked, *noun)
    return (on.end(), noun[1]) if on and not _speaks(voice, noun) else noun


#: "put pressure on [the bank], which claims": of what a thing is done to, the relative clause tells.
_ON: Final = re.compile(r"\s(?:on|to|against|with|from)\s(?=(?:the\s)?[A-ZÀ-Þ])")


_ROLE: Final = re.compile(r"(?:an?|the|one|his|her|its|their|now|then|once)\s")


def _over_role(voice: Voice, noun: Span) -> Span:
    """Return the name that the noun only describes: "Jane Doe, a fellow Republican, who said"."""
    lead = voice.masked[: noun[0]].rstrip()
    if not lead.endswith(",") or _ROLE.match(voice.masked, noun[0]) is None:
        return noun
    named = before(voice.masked, len(lead) - 1)
    is_name = named and named[0] < named[1] and voice.masked[named[0]].isupper()
    return named if named and is_name else noun


#: So far back stands the comma; the date between was blanked out.
_RELATIVE_WINDOW: Final = 60


def _resolved(voice: Voice, subject: Span) -> str | None:
    phrase = voice.masked[subject[0] : subject[1]].strip()
    if phrase.lower() in _PERSONAL:
        return person_before(voice, subject[0])
    if phrase.lower() in _OTHERS and phrase != "WHO":
        return _speaker_before(voice, subject[0])
    return _office_holder(voice, phrase) or voice.named(*subject)


def _office_holder(voice: Voice, phrase: str) -> str | None:
    """Return the person whom "the mayor" can only mean in this document, None for other phrases."""
    article, _, office = phrase.partition(" ")
    if article.lower() != "the" or office.rpartition(" ")[2] not in HEADS:
        return None
    name = voice.document.offices.get(office)
    person = known_person(voice, name) if name else None
    known = person is not None and voice.document.text.find(person, 0, voice.span[0]) >= 0
    return person if known else None


def _speaker_before(voice: Voice, at: int) -> str | None:
    """Return the speaker of the sentence before for "it" and "they", or its subject."""
    for subject in speakers_before(voice.found, at):
        if voice.masked[subject[0] : subject[1]].strip().lower() not in _PRONOUNS:
            return voice.named(*subject)
    verb = first_verb(voice.masked, 0, at)
    if verb is not None and (own := before(voice.masked, verb)) and own[0] < own[1] <= at:
        phrase = voice.masked[own[0] : own[1]].strip().lower()
        if phrase not in _PRONOUNS and (_can_speak(voice, own) or _pronoun_leads(voice, at)):
            return voice.named(*own)
    if name := _opening_subject(voice):
        return name
    for earlier in earlier_voices(voice):
        for subject in speakers_before(earlier.found, len(earlier.masked)):
            if earlier.masked[subject[0] : subject[1]].strip().lower() not in _PRONOUNS:
                return earlier.named(*subject)
        return _institution(earlier)
    return None


def _can_speak(voice: Voice, subject: Span) -> bool:
    """Whether the noun is a name, or one for somebody or for something written."""
    head = head_of(voice.masked[slice(*subject)])
    return head[:1].isupper() or head.lower() in _INSTITUTIONS | DOCUMENTS


def _pronoun_leads(voice: Voice, at: int) -> bool:
    """Whether no comma stands between the pronoun at `at` and what is said: not "..., they said"."""
    return not voice.masked[:at].rstrip().endswith((",", "”"))


def _institution(voice: Voice) -> str | None:
    """Return the subject of the sentence where it is somebody that an "it said" can stand for."""
    verb = first_verb(voice.masked, 0, len(voice.masked))
    subject = before(voice.masked, verb) if verb is not None else None
    if not subject or subject[0] >= subject[1]:
        return None
    if not _speaks(voice, subject):
        subject = _owner(voice, subject) or subject
    name = voice.named(*subject)
    if name is None:
        return None
    last = name.rpartition(" ")[2]
    is_name = last[:1].isupper() and not voice.document.names.is_person(name)
    opens = subject[0] == 0 and name == last and name[:1].isupper()
    if opens and f" {name.lower()} " in voice.document.text:
        return None  # "Oil has reached it. It said": a noun that opens the sentence
    speaks = last.lower() in _INSTITUTIONS or last.isupper()
    return name if speaks or (is_name and last.lower() not in NOT_A_PERSON) else None

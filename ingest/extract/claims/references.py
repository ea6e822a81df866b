"""Whom the subject of an attribution means: names, pronouns and subjects left out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.article.masking import without_dates, without_speech
from ingest.extract.claims.attribution import Attribution, speakers_before
from ingest.extract.claims.attributions import attributions
from ingest.extract.claims.subjects import before
from ingest.extract.names.full_names import NOT_A_PERSON, without_possessive
from ingest.extract.names.given_names import gender
from ingest.extract.names.naming import speaker_name
from ingest.extract.names.offices import HEADS
from ingest.extract.names.roles import DOCUMENTS, ONE_PERSON, ORGANISATIONS, SPEAKING_NOUNS
from ingest.extract.text.clauses import clauses
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb
from ingest.extract.text.vocabulary import words

#: How far back a pronoun is followed; farther is a guess.
_REACH: Final = 3
#: Of sentences about the same person as the one before: "He said ... He said ...".
_GOES_ON: Final = ("He ", "She ")
_FURTHEST: Final = 7
_PERSONAL: Final = words("he she him her his")
_OTHERS: Final = words("it they them its their who others this that there these those one")
_PRONOUNS: Final = _PERSONAL | _OTHERS
#: What follows a subject and has a verb of its own: "Jane Doe, whose work ..., said".
_ASIDE: Final = re.compile(r"(?<=\w),\s(?:who|whose|which|whom|an?|the|his|her|its)\b")
#: "The report sheds light on it, saying ...": a verb that we do not know follows the subject.
_OPENING: Final = re.compile(r"(?P<who>(?:The|An?)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+))\s[a-z]+s\s")
_INSTITUTIONS: Final = SPEAKING_NOUNS | ORGANISATIONS
_NAME: Final = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*\w(?:\s(?:de|van|von|bin|al|el)?\s?[A-ZÀ-Þ][\w’'-]*\w){0,3}"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One masked sentence and the attributions in it, for finding out who speaks."""

    document: Document
    span: Span
    masked: str
    found: tuple[Attribution, ...]

    def named(self, start: int, end: int) -> str | None:
        """Return the name that the words at start..end of the sentence give."""
        return speaker_name(self.masked[start:end], self.document.names)


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
    opened = _OPENING.match(voice.masked) if name is None else None
    speaks = opened and opened["noun"].lower() in _INSTITUTIONS | DOCUMENTS
    return voice.named(*opened.span("who")) if opened and speaks else name


def _speaks(voice: Voice, subject: Span) -> bool:
    """Whether the subject is somebody by name, by a pronoun, or by what he is."""
    phrase = voice.masked[subject[0] : subject[1]].strip()
    if not phrase or phrase.lower() in _PRONOUNS:
        return True
    head = _OF.split(phrase)[0].rpartition(" ")[2]
    return head[:1].isupper() or head.lower() in _INSTITUTIONS | DOCUMENTS or head.endswith("s")


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
_OF: Final = re.compile(r"\s(?:of|in|at|for|from|with|on|into|to|over)\s")


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
    return (made_by + len(" by "), noun[1]) if made_by >= 0 else noun


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
        return _person_before(voice, subject[0])
    if phrase.lower() in _OTHERS and phrase != "WHO":
        return _speaker_before(voice, subject[0])
    return _office_holder(voice, phrase) or voice.named(*subject)


def _office_holder(voice: Voice, phrase: str) -> str | None:
    """Return the person whom "the mayor" can only mean in this document, None for other phrases."""
    article, _, office = phrase.partition(" ")
    if article.lower() != "the" or office.rpartition(" ")[2] not in HEADS:
        return None
    name = voice.document.offices.get(office)
    person = _person(voice, name) if name else None
    known = person is not None and voice.document.text.find(person, 0, voice.span[0]) >= 0
    return person if known else None


def _person_before(voice: Voice, at: int) -> str | None:
    """Return the person a pronoun at `at` stands for: the nearest named, subjects first."""
    # "Of what he told Roe, he said, ...": both mean somebody told of before.
    pronoun = voice.masked[at:].partition(" ")[0].rstrip(",").lower()
    same = re.search(rf"\b{pronoun}\b", voice.masked[:at].lower()) if pronoun else None
    begun = voice.masked[: same.start() if same else at]
    candidates = chain(
        _persons(voice, reversed(_NAME.findall(begun))),
        *(_persons_told_of(earlier) for earlier in _earlier(voice)),
    )
    wanted = _GENDERS.get(pronoun)
    return next((name for name in candidates if _can_be(name, wanted)), None)


_GENDERS: Final = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}


_GENDERED: Final = ("woman", "spokesman", "businessman", "chairman", "congressman", "policeman")


def _can_be(name: str, wanted: str | None) -> bool:
    """Whether a person of this name can be meant by "he" or "she"."""
    if name.endswith(_GENDERED):
        return wanted == ("she" if name.endswith("woman") else "he")
    return wanted is None or gender(name.partition(" ")[0]) in (None, wanted)


def _persons_told_of(voice: Voice) -> Iterator[str]:
    """Yield the persons in a sentence, who speaks before who acts, and then any other."""
    masked = voice.masked
    subjects = [each.subject for each in reversed(voice.found) if each.subject]
    yield from (name for each in subjects if (name := _somebody(voice, masked[slice(*each)])))
    yield from _persons(voice, _subjects(masked))
    yield from _persons(voice, _NAME.findall(masked))


def _somebody(voice: Voice, phrase: str) -> str | None:
    """Return who is named, or told of by what he is: "a spokeswoman said ... She said"."""
    head = _OF.split(phrase.strip())[0].rpartition(" ")[2].lower()
    return _person(voice, phrase) or (
        speaker_name(phrase, voice.document.names) if head in ONE_PERSON else None
    )


def _subjects(masked: str) -> Iterator[str]:
    """Yield the subjects of the clauses of the sentence."""
    for start, end in clauses(masked):
        verb = first_verb(masked, start, end)
        subject = before(masked, verb) if verb is not None else None
        if subject:
            yield masked[subject[0] : subject[1]]


def _persons(voice: Voice, phrases: Iterable[str]) -> Iterator[str]:
    return (name for phrase in phrases if (name := _person(voice, phrase)))


def _speaker_before(voice: Voice, at: int) -> str | None:
    """Return the speaker of the sentence before for "it" and "they", or its subject."""
    for subject in speakers_before(voice.found, at):
        if voice.masked[subject[0] : subject[1]].strip().lower() not in _PRONOUNS:
            return voice.named(*subject)
    verb = first_verb(voice.masked, 0, at)
    if verb is not None and (own := before(voice.masked, verb)) and own[0] < own[1] <= at:
        phrase = voice.masked[own[0] : own[1]].strip().lower()
        if phrase not in _PRONOUNS:
            return voice.named(*own)
    for earlier in _earlier(voice):
        for subject in speakers_before(earlier.found, len(earlier.masked)):
            if earlier.masked[subject[0] : subject[1]].strip().lower() not in _PRONOUNS:
                return earlier.named(*subject)
        return _institution(earlier)
    return None


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


def _earlier(voice: Voice) -> Iterator[Voice]:
    """Yield the sentences before, the nearest first."""
    document = voice.document
    left = _REACH
    index = document.sentence_at(voice.span[0])
    for start, end in reversed(document.sentences[max(index - _FURTHEST, 0) : index]):
        yield voice_of(document, (start, end))
        left -= not document.text.startswith(_GOES_ON, start)
        if not left:
            return


def voice_of(document: Document, span: Span) -> Voice:
    """Return the sentence at `span` masked, with its attributions."""
    masked = without_speech(document, span, without_dates(document, span))
    return Voice(document, span, masked, attributions(masked))


def _person(voice: Voice, phrase: str) -> str | None:
    """Return the person's name in the phrase, None where it does not name one that is known as such."""
    names = voice.document.names
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in NOT_A_PERSON:
        words = words[1:]  # "When Jane Doe came": no part of her name
    bare = names.full(without_possessive(" ".join(words)))
    name = bare if names.is_person(bare) else speaker_name(phrase, names)
    if name is None:
        return None
    return name if names.is_person(name) else None

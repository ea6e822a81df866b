"""Which person "he" or "she" means, and whom the names in a sentence mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from ingest.extract.claims.subjects import before
from ingest.extract.claims.voice import Voice, earlier_voices
from ingest.extract.names.full_names import NOT_A_PERSON, without_possessive
from ingest.extract.names.given_names import gender
from ingest.extract.names.naming import speaker_name
from ingest.extract.names.roles import ONE_PERSON
from ingest.extract.text.clauses import clauses
from ingest.extract.text.noun_phrases import head_of
from ingest.extract.text.tokens import first_verb

_NAME: Final = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*\w(?:\s(?:de|van|von|bin|al|el)?\s?[A-ZÀ-Þ][\w’'-]*\w){0,3}"
)


def person_before(voice: Voice, at: int) -> str | None:
    """Return the person a pronoun at `at` stands for: the nearest named, subjects first."""
    # "Of what he told Roe, he said, ...": both mean somebody told of before.
    pronoun = voice.masked[at:].partition(" ")[0].rstrip(",").lower()
    same = re.search(rf"\b{re.escape(pronoun)}\b", voice.masked[:at].lower()) if pronoun else None
    begun = voice.masked[: same.start() if same else at]
    candidates = chain(
        _persons(voice, reversed(_NAME.findall(begun))),
        *(_persons_told_of(each) for each in earlier_voices(voice) if not _is_of(each, pronoun)),
    )
    wanted = _GENDERS.get(pronoun)
    return next((name for name in candidates if _can_be(name, wanted)), None)


_GENDERS: Final = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}


def _is_of(voice: Voice, pronoun: str) -> bool:
    """Whether the sentence is of the same person: "He was against Roe": then Roe is another."""
    return voice.masked.lstrip("“\"' ").lower().startswith(f"{pronoun} ")


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
    head = head_of(phrase).lower()
    return known_person(voice, phrase) or (
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
    return (name for phrase in phrases if (name := known_person(voice, phrase)))


def known_person(voice: Voice, phrase: str) -> str | None:
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

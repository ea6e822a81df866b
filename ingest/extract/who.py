"""Who a sentence speaks of: persons, organisations and groups, joined to their full names. Pure.

A row of capitals is a person where the document gives it a first name or a title, an organisation where it holds
a word for one or is a known acronym; anything else stays unnamed rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.names.full_names import without_possessive
from ingest.extract.names.naming import speaker_name
from ingest.extract.names.roles import ORGANISATIONS, TITLES
from ingest.extract.places import gazetteer
from ingest.extract.text.vocabulary import words
from ingest.model import Entity, EntityKind

_RUN: Final = re.compile(
    r"[A-ZÀ-Þ][\w’'.-]*\w(?:\s(?:(?:of the|of|for the|for|de|van|von|bin|al|el|&)\s)?(?:[A-Z]\.(?=\s[A-Z])|[A-ZÀ-Þ][\w’'-]*\w))*"
)
_TIE: Final = re.compile(r"\s(?:of the|of|for the|for)\s")
_ARTICLE: Final = re.compile(r"(?:The|A|An|In|At|On|But|And|By|For|From)\s(?=[A-Z])")
_FORCES: Final = re.compile(
    r"\s(?:troops|forces|soldiers|army|military|police|officials|authorities|separatists|rebels|militants|protesters"
    r"|government|navy|air force|intelligence|prosecutors|lawmakers|refugees|civilians|citizens)\b"
)
#: Organisations that news names by their letters alone.
_ACRONYMS: Final = words(
    "UN EU NATO WHO IMF OPEC OSCE IAEA UNESCO UNICEF UNHCR WTO OECD ASEAN BBC CNN FBI CIA NSA FSB GRU SBU MI5 MI6"
    " NASA ESA CDC FDA EPA SEC FTC NHS ECB ICC ICJ AP AFP NPR ABC NBC CBS IRA ETA PLO BP GM IBM NOAA FEMA AIG UBS"
    " HSBC ISW HRW ACLU NRA TEPCO"
)
_ONLY_TITLES: Final = TITLES - ORGANISATIONS
_NAMED_GROUPS: Final = words(
    "Taliban Hamas Hezbollah Houthis Kremlin Pentagon Interpol Europol Reuters Bundeswehr Hezbullah Fatah Isis"
    " Wagner Boko_Haram Al_Qaeda al-Qaeda al-Qaida Congress Senate Parliament Kuomintang Likud Greenpeace"
)


def people(document: Document, sentence: str) -> tuple[Entity, ...]:
    """Return the persons, organisations and groups of a sentence in text order, each once."""
    found: dict[str, Entity] = {}
    for run in _RUN.finditer(sentence):
        for part in _parts(document, sentence, run):
            entity = _entity(document, sentence, part)
            if entity:
                found.setdefault(entity.name, entity)
    return tuple(found.values())


def _parts(document: Document, sentence: str, run: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield a person and what he is of apart: "Tom Baird of the Clean Fuels Institute"."""
    tie = _TIE.search(run.group())
    if tie and document.names.is_person(run.group()[: tie.start()]):
        for start, end in (
            (run.start(), run.start() + tie.start()),
            (run.start() + tie.end(), run.end()),
        ):
            if part := _RUN.match(sentence, start, end):
                yield part
    else:
        yield run


def speaker(document: Document, name: str) -> Entity:
    """Return the claimant as an entity; an unnamed one ("officials") is a group."""
    kind: EntityKind = "group"
    if document.names.is_person(name):
        kind = "person"
    elif _is_organisation(document, name):
        kind = "organisation"
    return Entity(name, kind, "speaker")


def _entity(document: Document, sentence: str, found: re.Match[str]) -> Entity | None:
    run = without_possessive(found.group())
    if article := _ARTICLE.match(run):
        run = run[article.end() :]
    people_of = gazetteer.demonyms().get(run)
    if people_of:
        if force := _FORCES.match(sentence, found.end()):
            return Entity(run + force.group(), "group", country=people_of)
        return Entity(run, "group", country=people_of) if run.endswith("s") else None
    if _is_organisation(document, run):
        return Entity(document.names.full(run), "organisation")
    last = run.rpartition(" ")[2]
    if last not in document.names.persons and last not in document.names.titled:
        return None
    name = speaker_name(run, document.names)
    if name and document.names.is_person(name):
        return Entity(name, "person", title=_title(run, name))
    return None


def _is_organisation(document: Document, name: str) -> bool:
    parts = name.split()
    if name in _ACRONYMS or name in _NAMED_GROUPS or name in document.names.acronyms:
        return True
    if len(parts) < 2 or parts[-1].lower() in _ONLY_TITLES:
        return name in document.names.acronyms.values()
    return parts[-1].lower() in ORGANISATIONS or (
        parts[0].lower() in ORGANISATIONS and parts[1] in ("of", "for")
    )


def _title(run: str, name: str) -> str | None:
    """Return the titles that stand before the name in the run of capitals, None where there are none."""
    last = name.rpartition(" ")[2]
    before = run[: run.rfind(last)].split()
    titles = [word for word in before if word.strip(".").lower() in TITLES]
    return " ".join(titles) or None

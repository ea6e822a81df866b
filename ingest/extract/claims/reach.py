"""How far attributing words reach in their sentence: their clause, the aside they stand in, a fronted clause. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.claims.lost_ends import lost_end
from ingest.extract.claims.speech import Cue
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import first_verb, has_verb, verb_after

_CLAUSE_BREAK: Final = re.compile(
    rf"[;:{SPEECH}]|,\s|\s(?:but|and|while|whereas|although|though|as|because|that|which|who)\s|\s[–—-]\s",
    re.IGNORECASE,
)


#: "After a week in which ten died, according to the union, the mine closed": of the first words only.
_FRONTED: Final = re.compile(
    r"\W*(?:after|before|since|while|although|though|because|despite|amid|following|with|when|as|unlike|besides)\b",
    re.IGNORECASE,
)


def end_of_fronted(sentence: str, start: int, cue: Cue, subject: Span) -> int | None:
    """Return where an adverbial clause ends that is all the source speaks of, None for other sentences."""
    comma = sentence.find(",", subject[1])
    fronted = _FRONTED.match(sentence, start) and has_verb(sentence, start, cue.start)
    clear = sentence[start : cue.start].count(",") == 1
    if fronted and clear and comma >= 0 and has_verb(sentence, comma, len(sentence)):
        return comma
    return None


#: "Although Doe said [in May] that it was old, it failed": up to the main clause.
_SUBORDINATE: Final = re.compile(
    r"\W*(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o)\s)?(?:[Aa]lthough|(?:[Ee]ven\s)?[Tt]hough|[Ww]hile|[Ww]hereas|[Ee]ven\sas|[Aa]fter|[Bb]efore|[Ww]hen|[Oo]nce|[Bb]ecause|[Ss]ince)\s[^,;:]*\Z"
)
_MAIN_CLAUSE: Final = re.compile(
    r",\s(?:[a-z]+ly\s)?(?:the|an?|this|that|these|those|it|he|she|they|we|I|there|its|his|her|their|no|some|many|[A-ZÀ-Þ][\w.’'-]*)\s",
)


def end_of_subordinate(sentence: str, subject: int, cue: Cue) -> int | None:
    """Return where a concession that opens the sentence and holds the attribution ends, None for other sentences."""
    if not _SUBORDINATE.match(sentence, 0, subject):
        return None
    for comma in _MAIN_CLAUSE.finditer(sentence, cue.end):
        told = cue.kind == "deny" or has_verb(sentence, cue.end, comma.start())
        if told and has_verb(sentence, comma.end(), len(sentence)):
            return comma.start()
    return None


#: "sent troops [this week], whose purpose, according to Doe, was ...": of the relative clause alone.
_IN_ASIDE: Final = re.compile(r",\s(?:who|whose|which|where)\b[^,;]{0,40},\s*\Z")


def start_of_aside(sentence: str, start: int, cue: Cue) -> int:
    """Return where the relative clause begins in which the source stands before its verb, else `start`."""
    inside = _IN_ASIDE.search(sentence, start, cue.start)
    return inside.start() if inside and not has_verb(sentence, inside.start(), cue.start) else start


#: ", who came [in May], said": the author tells it of the speaker.
_DESCRIBED: Final = re.compile(
    r"\s*,\s(?:[^;:]*?,\s)?(?P<aside>(?:who|whose|whom|which|[a-z]{2,}ed|held|made|sent|written|given|an?|the|one|its|his|her|their|now|then|once|formerly)\s[^;:]*,)(?=\s+(?:\w+ly\s)?\Z)"
)


#: "the banks -- there were five [in March] -- agreed"
_DASHED: Final = re.compile(r"\s(?P<aside>(?:--|[—–-])\s.*\s(?:--|[—–-]))(?=\s+(?:\w+ly\s)?\Z)")


def described_in(sentence: str, subject: Span, verb: int) -> Span:
    """Return the aside about the subject that ends before the verb, an empty span where there is none."""
    found = _DESCRIBED.match(sentence, subject[1], verb) or _DASHED.match(
        sentence, subject[1], verb
    )
    return found.span("aside") if found else (0, 0)


#: "said it was sound, although it had fallen [in May]": what the author sets against what was said.
_AGAINST: Final = re.compile(r",[\"”’']?\s(?:even\s)?(?:although|though)\s", re.IGNORECASE)


def end_before_concession(sentence: str, told: int) -> int | None:
    """Return where a concession behind what is said from `told` begins, None where none follows."""
    if "though " not in sentence:
        return None
    found = _AGAINST.search(sentence, told)
    if found is None or not has_verb(sentence, told, found.start()):
        return None
    return found.start() if has_verb(sentence, found.end(), len(sentence)) else None


_DASHES: Final = ("—", "–", "--", " - ")
_DASH: Final = re.compile(r"\s(?:[—–-]|--)\s|—|--")


def between_dashes(sentence: str, start: int, end: int) -> Span | None:
    """Return the aside between dashes that holds start..end, None where nothing stands on both sides."""
    if not any(dash in sentence for dash in _DASHES):
        return None
    opened = [found.end() for found in _DASH.finditer(sentence, 0, start)]
    closed = _DASH.search(sentence, end) if opened else None
    if closed is None or not has_verb(sentence, closed.end(), len(sentence)):
        return None
    return opened[-1], closed.start()


def clause_around(sentence: str, cue: Cue) -> Span:
    """Return the clause that "reportedly" and its like speak of."""
    marks = (";", SPEECH, ", but ", ", and ")
    if cue.word.endswith("that"):  # "fell after reports that": of what follows alone
        return cue.start, _end_of_rumour(sentence, cue, marks)
    if _OF_A_NOUN.match(sentence, cue.end):
        return cue.start, len(sentence)
    start = max(sentence.rfind(mark, 0, cue.start) for mark in (*marks, ":")) + 1
    shared = _SHARED.search(sentence, start, cue.start)
    start = shared.start() if shared else start
    ends = [at for mark in marks if (at := sentence.find(mark, cue.end)) >= 0]
    return start, min(ends, default=len(sentence))


#: "sank [in May] a boat allegedly carrying arms": of the boat alone.
_OF_A_NOUN: Final = re.compile(r"\s[a-z]{3,}ing\s")
#: "came [on Thursday] but were told": of the second verb alone.
_SHARED: Final = re.compile(r"(?<=\w)\s(?:and|but)\s(?:(?:had|has|have|\w+ly)\s)?\Z")


#: "Amid reports that it had closed, ..."
_NEAR_START: Final = 24


def _end_of_rumour(sentence: str, cue: Cue, marks: tuple[str, ...]) -> int:
    marks = (*marks, ",") if cue.start < _NEAR_START else marks
    ends = [at for mark in marks if (at := sentence.find(mark, cue.end)) >= 0]
    return min(ends, default=len(sentence))


#: "[it fell in May] and officials said", ", when seven in ten said": the subject's clause begins right there.
_JOINED: Final = re.compile(
    r",?\s(?:and|but|while|whereas)\s+(?:(?:the|a|an|some|many|local|state|also|later|then|has|have|had|[a-z]+ly)\s+)*\Z"
)
_HUNG: Final = re.compile(r"[,\s]\s?(?:when|after|before|until|once|because)\s+(?:\w+\s+){0,2}\Z")


#: "[The proposal the group] said it agreed to was old": a noun, and at once who said something of it.
_CONTACT: Final = re.compile(
    r"\W*(?:the|an?|this|that|these|those|one|some)\s(?:[\w-]+\s){0,3}[a-z][\w-]+\s\Z",
    re.IGNORECASE,
)


def end_of_contact(sentence: str, subject: int, told: int) -> int | None:
    """Return where a relative clause without its pronoun ends: at the verb of the noun it describes."""
    if not _CONTACT.match(sentence, 0, subject) or has_verb(sentence, 0, subject):
        return None
    first = first_verb(sentence, told, len(sentence))
    return None if first is None else verb_after(sentence, first, len(sentence))


#: "In an interview published [in May], Doe said": a participle, and no clause.
_OCCASION: Final = re.compile(
    r"\W*(?:in|at|on|during|for|with|from|by|amid|under|following|through|via)\s[^,;:]*?\w\s(?:[a-z]+ed|held|given|made|written|sent|run)"
    r"(?=\s+(?:in|on|at|by|to|from|for|with|before|after|during)\b|\s\s|\s*\Z)",
    re.IGNORECASE,
)


def _is_occasion(sentence: str, start: int, end: int) -> bool:
    """Whether the words only tell on what occasion, and their one verb describes a noun."""
    found = _OCCASION.match(sentence, start, end)
    return found is not None and first_verb(sentence, found.end(), end) is None


#: "When she came [in 2007] she said that ...": without a comma.
_OPENED: Final = re.compile(r"\W*(?:When|While|After|Before|Once|Since)\s")


def clause_start(sentence: str, subject: int) -> int:
    """Return where the clause of the subject begins, its leading adverbials included."""
    start = lost_end(sentence, subject)
    joined = _JOINED.search(sentence, 0, subject)
    if joined and has_verb(sentence, 0, joined.start()):
        return joined.start()
    hung = _HUNG.search(sentence, 1, subject)
    if hung:
        return hung.start()
    for found in _CLAUSE_BREAK.finditer(sentence, 0, subject):
        if has_verb(sentence, start, found.start()) and not _is_occasion(
            sentence, start, found.start()
        ):
            start = found.start()
    opened = _OPENED.match(sentence, start, subject)
    return subject if opened and has_verb(sentence, start, subject) else start

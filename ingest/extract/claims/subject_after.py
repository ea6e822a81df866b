"""The noun phrase that follows a verb of saying: "..., said Jane Doe, a lawyer". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import has_verb
from ingest.extract.text.vocabulary import alternatives, words

_ARTICLES: Final = words("the a an his her its their this that")


def after(sentence: str, verb_end: int) -> Span | None:
    """Return the span of the subject that follows the verb: "..., said Jane Doe, a lawyer"."""
    start = verb_end
    while start < len(sentence) and sentence[start] == " ":
        start += 1
    end = _end_of_phrase(sentence, start)
    first = sentence[start:end].partition(" ")[0].lower()
    if start >= end or first in _NO_SUBJECT or sentence[start:end].lower() in ("that", "it", "so"):
        return None
    return start, end


_NO_SUBJECT: Final = words(
    "while when after before because as if though although and but or then in on at to by"
)


_PHRASE_END: Final = re.compile(
    rf"[,;:.—{SPEECH}(\"“”?!]|\s[–-]{{1,2}}\s|\s(?:{alternatives('who which that when while after before as because during if and but where speaking referring adding noting following using in on at late early')})\s|\s{{2,}}|$",
    re.IGNORECASE,
)
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Prof|Sgt|Capt|Maj|Adm|St|Jr|Sr)|\b[A-Z])$"
)


def _end_of_phrase(sentence: str, start: int) -> int:
    for found in _PHRASE_END.finditer(sentence, start):
        at = found.start()
        if found.group() == "." and _ABBREVIATION.search(sentence, start, at):
            continue
        blank = not found.group().strip()
        if blank and (
            _MADE_BY.match(sentence, found.end()) or sentence[start:at].lower() in _ARTICLES
        ):
            continue
        if found.group().strip().lower() == "and" and (
            _names_follow(sentence, found) or _MORE_SPEAKERS.match(sentence, found.end())
        ):
            continue
        return at
    return len(sentence)


#: "according to Radical and industry officials"
_MORE_SPEAKERS: Final = re.compile(
    r"(?:[\w-]+\s){0,3}(?:officials|sources|experts|analysts|researchers|scientists|residents|witnesses|activists|lawyers|others)"
    r"(?=\s*(?:[,.;]|\Z)|\s\s)"
)
#: "a briefing [last night] by officials": the date stood inside the phrase.
_MADE_BY: Final = re.compile(r"(?:by|from)\s")


def _names_follow(sentence: str, joined: re.Match[str]) -> bool:
    """Whether "and" joins two speakers: "said Jane Doe and John Roe"."""
    return sentence[joined.end() : joined.end() + 1].isupper() and not has_verb(
        sentence, joined.end(), _sentence_part(sentence, joined.end())
    )


_STOP: Final = re.compile(r"[,;:.]")


def _sentence_part(sentence: str, start: int) -> int:
    stop = _STOP.search(sentence, start)
    return stop.start() if stop else len(sentence)

"""The noun phrase before a verb of saying: who said, in the sentence's own words. Pure.

The sentences given here are masked: date words, direct speech and asides in parentheses are blanked out
(see `claims`), so that "Mr Doe on Friday said" reads "Mr Doe said"; every offset is the sentence's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ingest.extract.claims.appositions import AND, is_wider_place, name_then_role, over_apposition
from ingest.extract.claims.lost_ends import lost_end, runs_on
from ingest.extract.names.naming import HYPHEN
from ingest.extract.names.roles import SPEAKING_NOUNS
from ingest.extract.text.noun_phrases import AUXILIARIES, head_of, phrase_before
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.terms import QUOTE_MARKS, marks_a_term
from ingest.extract.text.tokens import first_verb, has_verb
from ingest.extract.text.vocabulary import alternatives, words

_NOUNS_IN_LY: Final = words(
    "family ally reply supply assembly monopoly bully italy july anomaly butterfly"
)
_BOUNDARY: Final = re.compile(
    rf"[;:—{SPEECH}(\[\"“”]|\s[–-]{{1,2}}\s|\b(?:{alternatives('that but as while because when if although where after before since so than whether until unless though whereas which who whom')})\s|\b(?:who|which)(?=,)",
    re.IGNORECASE,
)
#: "Orbit Oil, Harbour Bank and": a row of names.
_NAMES_IN_ROW: Final = re.compile(
    r"\s*(?:(?:the\s)?[A-ZÀ-Þ][\w.’'&-]*(?:\s[A-ZÀ-Þ][\w.’'&-]*){0,4},\s?)+$"
)
#: "the Department for Children, Schools and Families": one office.
_OFFICE: Final = re.compile(
    r"\b(?P<head>(?:Department|Ministry|Minister|Secretary|(?:Subc|C)ommittee|Office|Institutes?|Board|Commission|Agency|Bureau|Cent(?:er|re)s?"
    r"|Council|Association|Union|Administration|Society|Federation|School|College|Faculty|Division|Directorate)\s(?:for|of|on)\s(?:the\s)?"
    r"[A-Z][\w&]+(?:\s[A-Z]\w+){0,3}),\s(?:[A-Z]\w+(?:\s[A-Z]\w+){0,3},?\s){1,3}(?:and|&)\s[A-Z]\w+(?:\s[A-Z]\w+){0,3}\s*\Z"
)
#: "a maker for the Leeds, Conn.-based company": the comma is the place's.
_BASED: Final = re.compile(rf"\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:-|{HYPHEN})based\s")
#: What an aside between commas does not reach over.
_HARD_BOUNDARY: Final = re.compile(rf"[;:—{SPEECH}]|\bbut\s")
#: "The mayor -- and her deputy -- said"
_BETWEEN_DASHES: Final = re.compile(
    r"(?<=\w)\s(?:--|[—–-])\s(?:(?!\s(?:--|[—–-])\s)[^;:]){2,120}\s(?:--|[—–-])\s*\Z"
)
_ASIDE_COMMAS: Final = 2
#: "the first who had the virus Lakeland says ...": a sentence that lost its stop, or a virus of which Lakeland speaks.
_NAMED_AT_ONCE: Final = re.compile(
    r"\b(?:the|an?|its|his|her|their|this)\s(?P<noun>[a-z]\w+)\s(?=[A-ZÀ-Þ][\w’'-]+\s*\Z)"
)
_RELATIVES: Final = ("who", "which", "whom", "that")
_SUBORDINATE: Final = words("when while after before since because if where as that")


@lru_cache(maxsize=32)
def before(sentence: str, verb: int) -> Span | None:
    """Return the span of the subject that stands before the verb at `verb`, None where there is none.

    An empty span means that the clause shares the subject of the clause before ("came and said").
    """
    start, end = _clause_before(sentence, verb)
    end = _without_auxiliaries(sentence, start, end)
    if sentence[start:end].rstrip().endswith(","):
        opened = [found.end() for found in _HARD_BOUNDARY.finditer(sentence, 0, end)]
        return over_apposition(sentence, opened[-1] if opened else 0, end)
    segment = max(sentence.rfind(",", start, end) + 1, start)
    over = _over_comma(sentence, (start, end), segment) if segment > start else None
    if over:
        return over
    joined = list(AND.finditer(sentence, max(segment - 1, start), end))
    if not joined:
        return phrase_before(sentence, segment, end)
    if has_verb(sentence, segment, joined[-1].start()):
        return phrase_before(sentence, joined[-1].end(), end)
    row = start if _NAMES_IN_ROW.match(sentence, start, segment) else segment
    return _pair(sentence, row, joined[-1], end)


def _over_comma(sentence: str, clause: Span, segment: int) -> Span | None:
    """Return the subject of a clause over its last comma, before `segment`, which parts no two phrases."""
    start, end = clause
    named = name_then_role(sentence, start, end)
    if named and named[1] == segment - 1:
        return named
    office = _OFFICE.search(sentence, start, end)
    if office:
        lead = phrase_before(sentence, start, office.end("head"))
        return (lead[0] if lead and lead[0] < lead[1] else office.start(), end)
    if _BASED.match(sentence, segment, end) and not AND.search(sentence, segment, end):
        return phrase_before(sentence, start, end)
    if not is_wider_place(sentence, start, end):
        return None
    opened = [found.end() for found in _HARD_BOUNDARY.finditer(sentence, 0, end)]
    over = over_apposition(sentence, opened[-1] if opened else 0, end)
    return over if over and over[0] < over[1] < segment else None


def _pair(sentence: str, start: int, joined: re.Match[str], end: int) -> Span | None:
    """Return two subjects with the "and" between them, or the second where the first is none."""
    first, second = (
        phrase_before(sentence, start, joined.start()),
        phrase_before(sentence, joined.end(), end),
    )
    if first and second and first[0] < first[1] and second[0] < second[1]:
        return first[0], second[1]
    return second


def _clause_before(sentence: str, verb: int) -> Span:
    """Return the clause that ends at the verb; a relative clause gives way to the noun it describes."""
    start = max(lost_end(sentence, verb), _run_on(sentence, verb))
    described: Span | None = None
    for found in _BOUNDARY.finditer(sentence, start, verb):
        word = found.group().strip()
        if word == "WHO" or (word in QUOTE_MARKS and marks_a_term(sentence, found, verb)):
            continue
        small = word.lower()
        relative = small in _RELATIVES and _relates(sentence, found, verb)
        named = _NAMED_AT_ONCE.search(sentence, found.end(), verb) if relative else None
        if named and named["noun"] not in SPEAKING_NOUNS:
            return named.end(), verb
        if relative and _has_own_subject(sentence, found.end(), verb):
            described, start = None, found.end()  # "a process which he said"
        elif (
            relative
            and _is_whole(sentence, found.end(), verb)
            and sentence[found.start() - 1] != ","
        ):
            described = (start, found.start())  # "people who lived there said"
        elif described and not relative and _stands_apart(sentence, found, verb):
            continue  # "people who left when it closed said"
        elif not relative or found.end() >= verb - 1:
            described = None
            start = found.end()
    aside = _BETWEEN_DASHES.search(sentence, 0, start) if not sentence[start:verb].strip() else None
    if aside:
        return _clause_before(sentence, aside.start() + 1)
    if described and sentence.startswith("who", described[1]):
        return _those_who(sentence, *described), described[1]
    return described or (start, verb)


_ROLE_WORDS: Final = 2


def _run_on(sentence: str, verb: int) -> int:
    """Return where the name before the verb begins, where it opens a sentence whose predecessor lost its stop, else 0."""
    at = _without_auxiliaries(sentence, 0, verb)
    left = _ROLE_WORDS
    while at > 0:
        begun = sentence.rfind(" ", 0, at - 1) + 1
        word = sentence[begun:at].strip()
        if not word or not (word[0].isupper() or (left and word in SPEAKING_NOUNS)):
            return 0
        left -= word[0].islower()
        if word[0].isupper() and runs_on(sentence, begun):
            return begun
        at = begun
    return 0


#: "paid damages to [ten workers at a yard] who said": what ties a thing to those who speak.
_TO_SOMEBODY: Final = re.compile(r"\s(?:to|for|by|from|against|with|on|of|in|among)\s")


def _those_who(sentence: str, start: int, end: int) -> int:
    """Return where the noun for those who speak begins, behind the thing that is done to them."""
    begun = [start, *(tie.end() for tie in _TO_SOMEBODY.finditer(sentence, start, end))]
    heads = [head_of(sentence[at:end]) for at in begun]
    speaks = [each.lower() in SPEAKING_NOUNS or each[:1].isupper() for each in heads]
    if not any(speaks) or speaks[0]:
        return start
    first = speaks.index(True)
    return begun[first] if heads[first].islower() else start


def _is_whole(sentence: str, start: int, verb: int) -> bool:
    """Whether the words to the verb have no comma, or the two of one aside before it: ", in May, say"."""
    commas = sentence.count(",", start, verb)
    return not commas or (commas == _ASIDE_COMMAS and sentence[start:verb].rstrip().endswith(","))


def _relates(sentence: str, opened: re.Match[str], verb: int) -> bool:
    """Whether one of the relatives opens a relative clause: "who", or the "that" of "a report that said"."""
    if opened.group().strip().lower() != "that":
        return True
    closed = sentence[:verb].rstrip().endswith(",")
    if closed and opened.start() > 0 and first_verb(sentence, opened.end(), verb) == opened.end():
        return True  # "the captain of a ferry that sank off the coast, killing 31, told"
    return opened.start() > 0 and not _noun_between(sentence, opened.end(), verb)


def _noun_between(sentence: str, start: int, verb: int) -> bool:
    """Whether more than auxiliaries and adverbs stands between `start` and the verb."""
    return bool(sentence[start : _without_auxiliaries(sentence, start, verb)].strip())


def _has_own_subject(sentence: str, start: int, verb: int) -> bool:
    """Whether the relative clause that begins at `start` has a subject of its own and no verb before the one at `verb`."""
    apart = "," in sentence[start:verb] or has_verb(sentence, start, verb)
    return not apart and _noun_between(sentence, start, verb)


def _stands_apart(sentence: str, opened: re.Match[str], verb: int) -> bool:
    """Whether the word opens what stands between the described noun and its verb, with a verb or commas of its own."""
    closed = opened.group().strip().lower() in _SUBORDINATE and sentence[:verb].rstrip().endswith(
        ","
    )
    return closed or _has_own_verb(sentence, opened, verb)


def _has_own_verb(sentence: str, opened: re.Match[str], verb: int) -> bool:
    """Whether the clause that the word opens has a verb before the one at `verb`, and a word to part them."""
    small = opened.group().strip().lower()
    if small not in _SUBORDINATE or sentence.find(",", opened.end(), verb) >= 0:
        return False
    own = first_verb(sentence, opened.end(), verb)
    return own is not None and sentence[own:verb].strip().count(" ") > 0


def _without_auxiliaries(sentence: str, start: int, end: int) -> int:
    while True:
        end = start + len(sentence[start:end].rstrip())
        last = sentence.rfind(" ", start, end) + 1
        last = max(last, start)
        word = sentence[last:end].lower()
        if (
            last >= end
            or sentence[last:end] == "WHO"
            or not (word in AUXILIARIES or (word.endswith("ly") and word not in _NOUNS_IN_LY))
        ):
            return end
        if sentence[last].isupper() and (last > 0 or word not in AUXILIARIES):
            return end  # "Long said": a name, whatever it is in small letters
        end = last

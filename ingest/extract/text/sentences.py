"""Where the sentences of a text begin and end, by exact offsets. Pure.

A line break always ends a sentence (headings, list items, verses). Within a line a sentence ends at
a full stop, question or exclamation mark that what stands around it does not explain otherwise:
abbreviations, initials, numbers, quotations that go on ("Why?" he asked).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.extract.text.vocabulary import words

Span = tuple[int, int]

#: A quote is read on a timeline: anything longer is cut at a clause boundary.
MAX_SENTENCE: Final = 600

_CLOSERS: Final = "\"'”’»)\\]"
#: Begins with one class of characters, which the engine looks for fastest; what ends then is told apart.
_END: Final = re.compile(
    rf"[\n.!?…。！？।](?:(?<=\n)\n*|(?<=[.!?…])[.!?…]*[{_CLOSERS}]*(?:\[\d{{1,3}}\])*(?=\s|$)"
    rf"|(?<=[。！？।])[。！？।]*[{_CLOSERS}」』]*)"
)
_LONGEST_WORD: Final = 24
_LAST_WORD: Final = re.compile(r"[\w.&'’-]+$")
_NEXT: Final = re.compile(r"[ \t\u00a0]*([\"'“‘«(\[—–-]*)[ \t]*([^\s]*)")

#: Followed by a name or a number, so a full stop after them never ends a sentence.
_BEFORE_NAME: Final = words(
    "mr mrs ms messrs mx dr prof gen lt col maj capt cpt cmdr adm sgt cpl pvt brig sen rep gov"
    " pres rev fr hon st mt ft sec supt insp det ald amb atty dep msgr sr. vs v cf viz art figs fig"
    " eq approx ca e.g i.e al pp"
)
#: Followed by a number: "No. 5", "Feb. 3", "vol. 2".
_BEFORE_NUMBER: Final = words(
    "no nos vol p ch par para sect jan feb mar apr jun jul aug sep sept oct nov dec"
)
#: Often at a sentence's end too: what follows decides.
_AMBIGUOUS: Final = words(
    "inc corp ltd co cos bros jr sr etc ph.d m.d b.a m.a d.c a.m p.m est plc llc esq dept assn"
    " univ ave blvd rd sq conn mass calif fla ga ill mich minn miss ariz ark ala pa tenn tex va"
    " wash wis wyo colo del kan ky la md mo neb nev n.h n.j n.m n.y n.c n.d okla ore r.i s.c s.d vt"
    " w.va"
)
_STARTERS: Final = words(
    "the a an in on at it its he his she her they their we our i you this that these those there"
    " but and or so yet as if when while after before since although though because however"
    " meanwhile some many most all no not one two three for from to by with what who how why where"
    " earlier later last also then now according both"
)
#: After any other word of letters a full stop ends the sentence.
_ABBREVIATIONS: Final = _BEFORE_NAME | _BEFORE_NUMBER | _AMBIGUOUS
#: After a number no initial: "$62 m. Last week".
_UNITS: Final = words("m k p")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_SAYING: Final = (
    r"(?:said|says|asked|asks|told|wrote|added|replied|shouted|cried|exclaimed|wondered)\b"
)
#: Who says it after the quotation: a name and any verb, or a longer phrase with nothing said after the verb.
_SAYS: Final = re.compile(
    rf"(?:(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|de|van)\s+){{1,5}}{_SAYING}"
    rf"|(?:[\w.’'-]+\s+){{1,9}}{_SAYING}(?=[.,]|$|\s(?:on|in|at|to|after|during|when|last|late|early|this|[A-Z]\w+day)\b)"
)
#: Where an over-long sentence may be cut, best first.
_CUTS: Final = (
    re.compile(r"[;:]\s|\s[—–-]\s|—"),
    re.compile(r",\s(?=(?:and|but|or|while|which|who|where|when|after|as|so)\b)"),
    re.compile(r",\s(?!\d)|\s\|\s|\s•\s"),
    re.compile(r"\s+"),
)
_INK: Final = re.compile(r"\S")
#: A note after the sentence that belongs to it: a date or a source in parentheses at a line's end.
_TRAILING_NOTE: Final = re.compile(r"[ \t]*\([^()\n]{1,60}\)[.]?[ \t]*(?=\n|$)")


def sentences(text: str) -> list[Span]:
    """Return the (start, end) of each sentence in text order, without surrounding white space.

    None is longer than MAX_SENTENCE characters, none is empty, and together they hold every
    character that is not white space.
    """
    spans: list[Span] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if end <= start:
            continue
        if found.group()[0] != "\n":
            if found.group()[0] in ".!?…" and not _ends(text, start, found):
                continue
            note = _TRAILING_NOTE.match(text, end)
            if note:
                end = note.end()
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add the span without white space at its ends, in pieces where it is too long."""
    start, end = _strip(text, start, end)
    if end - start > MAX_SENTENCE:
        spans.extend(_pieces(text, start, end))
    elif start < end:
        spans.append((start, end))


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the mark (".", "?!", "…" with closing quotes) ends the sentence begun at `start`."""
    if _follows_plain_word(text, start, mark):
        return True
    follows = _NEXT.match(text, mark.end())
    opening, word = (follows[1], follows[2]) if follows else ("", "")
    if not word or text[mark.end() : mark.end() + 1] == "\n":
        return True
    first = word[0]
    if first.islower() and not opening:
        return False
    closed = mark.group()[-1] in "\"”’»'"
    if closed and not opening and _SAYS.match(text, follows.start(2) if follows else mark.end()):
        return False
    if mark.group()[0] != "." or len(mark.group()) > 1:
        return not (first.islower() and mark.group()[0] in ".…")
    return _stop_ends(text, start, mark.start(), opening + word if opening == "(" else word)


def _follows_plain_word(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a lone full stop stands after a word that is no abbreviation and before a capital: nearly all."""
    stop, end = mark.span()
    if end - stop > 1 or text[stop] != "." or text[end : end + 1] != " ":
        return False
    begin = text.rfind(" ", max(start, stop - _LONGEST_WORD), stop) + 1
    word = text[begin:stop]
    plain = begin > 0 and len(word) > 1 and word.isalpha() and word.lower() not in _ABBREVIATIONS
    return plain and text[end + 1 : end + 2].isupper()


#: "... (BP. L) is": no sentence begins with the second half of a sign in brackets.
_CLOSES_BRACKET: Final = re.compile(r"[A-Z]{1,2}\)")


def _stop_ends(text: str, start: int, stop: int, following: str) -> bool:
    """Whether a lone full stop at `stop` ends the sentence, by the words on its two sides."""
    last = _LAST_WORD.search(text, max(start, stop - _LONGEST_WORD), stop)
    if last is None:
        return True
    word = last.group().lstrip("'’-").lower()
    plain = following.strip("\"'“”‘’(),.;:").lower()
    before_number = word in _BEFORE_NUMBER and following[:1].isdigit()
    if word in _BEFORE_NAME or before_number or _CLOSES_BRACKET.match(following):
        return False
    if word.isdigit() and len(word) < 4 and not text[start : last.start()].strip():
        return False  # "1. The first item"
    if word in _AMBIGUOUS:
        return plain in _STARTERS
    counts = word in _UNITS and text[start : last.start()].rstrip()[-1:].isdigit()
    if _INITIALS.match(word) and word.replace(".", "").isalpha() and word != "i" and not counts:
        return len(word) > 1 and plain in _STARTERS
    return True


def _strip(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends, touching no more than that space."""
    piece = text[start:end]
    inked = piece.lstrip()
    start = end - len(inked)
    return start, start + len(inked.rstrip())


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span whole, or cut at clause boundaries where it is too long to quote."""
    while end - start > MAX_SENTENCE:
        cut = _cut(text, start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        yield _strip(text, start, cut)
        begun = _INK.search(text, cut, end)
        start = begun.start() if begun else end
    if start < end:
        yield start, end


def _cut(text: str, middle: int, limit: int) -> int:
    """Return where to cut, at or before `limit`: the last good boundary after `middle`."""
    for boundary in _CUTS:
        ends = [found.end() for found in boundary.finditer(text, middle, limit)]
        if ends:
            return ends[-1]
    return limit

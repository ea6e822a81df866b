"""Where a text carries a stamp: the place and date line of a report, the time of posting, a picture's credit. Pure.

A stamp tells when, where or by whom words were filed, not what happened; it stands outside every sentence, though text
that lost its line ends runs it into one: "ZURICH | Tue Apr 28, 2009 9:39 am BST ZURICH (Reuters) - A container ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.extract.text.sentences import Span

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tue|We\s?d|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s)"
_DAY: Final = rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})"
_ZONE: Final = (
    r"(?:[ECMP][SD]?T|GMT|BST|UTC|UK|CES?T|EES?T|MSK|IST|JST|KST|HKT|SGT|AE[SD]T|WAT|CAT|EAT|SAST)"
)
_CLOCK: Final = (
    rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?(?i:[ap]\.?m\b)\.?)?(?:\s\(?{_ZONE}\)?(?![\w-]))?"
)
#: A year and a time of day beside one another, by which most stamps are found; the web's years begin with 20.
#: This and the marks below begin with fixed letters, so that a text is searched for them at the speed of `find`.
_YEAR_AND_TIME: Final = re.compile(r"20\d\d(?:[,;|·]|\s[|·–-])?\s(?:at\s)?(?=\d{1,2}[:.]\d\d)")
_DATE_BEFORE: Final = re.compile(rf"(?<![\w/]){_WEEKDAY}?{_DAY},?\s\Z")
_TIME_AFTER: Final = re.compile(_CLOCK)
_DATE_WINDOW: Final = 36
#: What belongs to the stamp before its date: a place, who posted it, "last updated".
_FILED: Final = re.compile(
    r"(?:\b[A-Z][A-Z.,’' -]{2,40}(?:,\s[A-Z][\w.]+)?\s\|\s"
    r"|\b(?:[Uu]pdated|[Pp]osted|[Pp]ublished|[Mm]odified|UPDATED|POSTED|PUBLISHED)\b[^.!?\n]{0,40}?[:|]?\s"
    r"|\b(?:By|BY)\s[A-Z][^.!?|\n]{2,50}\s\|\s)\Z"
)
_FILED_WINDOW: Final = 64
#: "on May 6, 2010 at 9:49 pm" tells when something happened.
_TOLD_BY: Final = re.compile(
    r"\b(?:on|at|in|since|until|till|by|of|from|before|after|around|about|to|for|and|or|the|for)\s\Z",
    re.IGNORECASE,
)
_AND_COUNTERS: Final = re.compile(r"\s*(?:\|\s*)?(?:Report abuse|Reply|Permalink)\b(?:\s\|)?")
#: A sentence goes on in small letters; after a stamp one begins.
_BEGINS: Final = re.compile(r"\s*(?:$|[\n|A-ZÀ-Þ“\"'‘(\[—–-])")
#: "TOULON, France, Sept. 25 --", "LONDON (Reuters) -".
_AGENCY: Final = re.compile(
    r"\((?:Reuters|AP|AFP|UPI|CNN|CNNMoney|CBS|ABC|NBC|BBC|Bloomberg|dpa|DPA|Xinhua|TASS|Interfax|ANSA|EFE|Kyodo|PTI|ANI"
    r"|IANS|UNIAN|Ukrinform|Anadolu|Thomson Reuters Foundation|Reuters [A-Z]\w+!?|[A-Z]\w+ Press)\)\s?(?:--|[—–-])\s"
)
#: A word of a place's name: no weekday, and a stop only in an abbreviation ("St.", "N.C.").
_PLACE_WORD: Final = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:[A-ZÀ-Þ]\w{0,2}\.(?:\w\.)*|[A-ZÀ-Þ][\w’'/-]+)"
_PLACE_BEFORE: Final = re.compile(
    rf"(?:\b{_PLACE_WORD}(?:\s{_PLACE_WORD}){{0,3}}(?:,\s[A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ][\w.]+)?)?,?\s"
    rf"(?:{_DAY}(?:,?\s\d{{4}})?,?\s)?)\Z"
)
#: "says Doe BRANDAU (Agency) -": of a headline, before a place in capitals.
_NAME_BEFORE: Final = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]\s)+(?=[A-ZÀ-Þ]{3})")
_PLACE_WINDOW: Final = 70
#: Without a place: "(CNN) -- The dam broke".
_ALONE: Final = re.compile(r"(?=[A-ZÀ-Þ“\"‘])")
#: Without an agency the place is all capitals and the date must be there.
_DASHES: Final = tuple(re.compile(mark) for mark in (r"--\s", r"—\s", r"–\s"))
_OWN_PLACE: Final = re.compile(
    rf"(?:^|[\n.!?”\")]\s?)(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){{0,3}}"
    rf"(?:,\s[A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ][\w.]+)?)?,?\s{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?\s?)\Z"
)
#: "(Updated 7:40 p.m. (0240 in Egypt))", "(Update 11:10 a.m. ET)".
_UPDATE: Final = re.compile(r"\((?:Last\s)?[Uu]pdated?:?\s[^()\n]{3,40}(?:\([^()\n]{2,30}\))?\)")
#: "(Corrects the name in the first paragraph)", "(Adds reaction)".
_REVISED: Final = re.compile(
    r"\((?:Corrects|Clarifies|Refiles|Recasts|Repeats|Adds|Updates|Writes)\b[^()\n]{3,120}\)"
)
#: "January 31, 2011 | By Jane Doe, Example News".
_BYLINE: Final = re.compile(
    r"\|\s(?:By|From)\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}(?:,\s[A-Z]\w+)?"
)
_BYLINE_DATE: Final = re.compile(rf"(?<![\w/])(?:{_WEEKDAY}?{_DAY},?\s\d{{4}})\s\Z")
#: What an article says of itself: "This article was amended on 4 August 2010." Of a story or a piece it may as well be
#: somebody's that is reviewed; "first", "originally" and what is done to a page tell that it is not.
_OF_ITSELF: Final = re.compile(
    r"his (?:(?:blog )?(?:article|post|page|blog post) (?:was |has been )?(?:(?:actually|first|originally|last|also|later) )?"
    r"(?:published|posted|written|appeared|ran|amended|updated|corrected|edited|modified)"
    r"|(?:story|piece|column|essay|interview|review|report) (?:(?:was |has been )?(?:first|originally) (?:published|posted|appeared|ran)"
    r"|(?:was|has been) (?:last |also |later )?(?:amended|updated|corrected|edited|modified)))\b"
    rf"[^\n!?]{{0,90}}?(?:{_DAY}(?:,?\s\d{{4}})?|{_MONTH}\s\d{{4}}|\b(?:in|of)\s\d{{4}})\b(?:[^.!?\n]{{0,160}}\.)?"
)
_NOTE_BEFORE: Final = re.compile(r"\b(?:Editor['’]s )?(?:[Nn]ote|NOTE|Preface|Disclaimer): ?\Z")
_NOTE_WINDOW: Final = 20
#: Who took the picture: "Photograph: Jane Doe/Getty Images", "(By Jane Doe -- Example News)", "(AP Photo/Jane Doe)".
_OWNER: Final = r"\s?\\?/\s?[A-Z]\w+(?:\s(?:Photo|Images|Archive|Press))?"
_CREDITS: Final = tuple(
    re.compile(mark)
    for mark in (
        rf"Photograph:?\s(?:by\s)?(?:[A-Z][\w.’'-]+(?:\s(?:\w{{2,3}}\s)?[A-Z][\w.’'-]+){{0,3}}(?:{_OWNER})+|(?:AP|AFP|EPA|PA|Reuters)\b)",
        r"\(By\s[A-Z][^()\n]{3,40}\s(?:--|[—–-])\s[^()\n]{3,40}\)",
        r"\((?:AP|AFP|EPA)\sPhoto[^()\n]{3,60}\)",
        r"\((?:[A-Z][\w.’'-]*\s){2,3}(?:--|[—–-])\s?(?:AP|AFP|EPA|Reuters|Getty|Bloomberg|[A-Z]\w+\s(?:Press|Images|News|Post))\b[^()\n]{0,30}\)",
    )
)


def stamps(text: str) -> list[Span]:
    """Return where the stamps stand, in text order, without overlaps."""
    found = [
        *_timed(text),
        *_before(text, _AGENCY, _PLACE_BEFORE),
        *(span for dash in _DASHES for span in _before(text, dash, _OWN_PLACE)),
        *_before(text, _BYLINE, _BYLINE_DATE),
        *_of_itself(text),
        *(mark.span() for sign in (_UPDATE, _REVISED, *_CREDITS) for mark in sign.finditer(text)),
    ]
    joined: list[Span] = []
    for start, end in sorted(found):
        if (
            joined and start <= joined[-1][1] + 1
        ):  # "... 9:39 am BST" and "ZURICH (Reuters) -" are one
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _timed(text: str) -> Iterator[Span]:
    """Yield the stamps that give a date with its year and a time of day."""
    for mark in _YEAR_AND_TIME.finditer(text):
        dated = _DATE_BEFORE.search(text, max(mark.start() - _DATE_WINDOW, 0), mark.start())
        clock = _TIME_AFTER.match(text, mark.end())
        if dated is None or clock is None:
            continue
        start = dated.start()
        filed = _FILED.search(text, max(start - _FILED_WINDOW, 0), start)
        told = _TOLD_BY.search(text, max(start - 8, 0), start)
        if not _BEGINS.match(text, clock.end()) or (told and not filed):
            continue
        counters = _AND_COUNTERS.match(text, clock.end())
        yield (filed.start() if filed else start), (counters or clock).end()


def _of_itself(text: str) -> Iterator[Span]:
    """Yield what an article says of its own printing and mending."""
    for found in _OF_ITSELF.finditer(text):
        start = found.start() - 1
        if start < 0 or text[start] not in "Tt":  # of his article
            continue
        note = _NOTE_BEFORE.search(text, max(start - _NOTE_WINDOW, 0), start)
        yield (note.start() if note else start), found.end()


def _before(text: str, mark: re.Pattern[str], opening: re.Pattern[str]) -> Iterator[Span]:
    """Yield each mark with the opening that ends right before it; without one only an agency is a stamp."""
    for found in mark.finditer(text):
        at = found.start()
        place = opening.search(text, max(at - _PLACE_WINDOW, 0), at)
        if place:
            start = place.start(place.lastgroup or 0)
            named = _NAME_BEFORE.match(text, start)
            yield named.end() if named else start, found.end()
        elif mark is _AGENCY and _ALONE.match(text, found.end()):
            yield found.span()

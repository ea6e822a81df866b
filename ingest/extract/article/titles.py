"""Short titles from the source's own words, contiguous and cut at a sense boundary. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.article.title_cuts import cut, has_own_verb, tells
from ingest.extract.article.title_openings import without_opening
from ingest.extract.text.clauses import clause_at
from ingest.extract.text.reporting_verbs import SPEECH_VERBS
from ingest.extract.text.tokens import first_verb, is_verb
from ingest.extract.text.vocabulary import words

#: So long a title may be where nothing shorter says what happened.
_LONGEST: Final = 125

_LEADING: Final = re.compile(
    r"(?:(?:and|but|so|yet|then|also|however|meanwhile|moreover|still|instead|indeed|therefore|thus"
    r"|in addition|as a result)\b,?\s+)+",
    re.IGNORECASE,
)
_OPENING_PHRASE: Final = re.compile(
    r"(?:(?:on|in|at|by|during|since|until|early|late|shortly|before|after|around|about|the|of|from|to|and)\s+)*",
    re.IGNORECASE,
)
#: The end of a quotation that the sentence before it began.
_CLOSED: Final = re.compile(r"^['’]?[”’\"]\s+(?=\S)")


def title_of(sentence: str, date_words: str | None = None) -> str:
    """Return at most about MAX_TITLE characters of `sentence`; a cut is marked by an ellipsis.

    Leading conjunctions, list marks, place lines, notes and (given `date_words`) a leading date phrase are
    left off where what remains still begins like a sentence.
    """
    line = _CLOSED.sub("", " ".join(sentence.split()))
    line = without_opening(line)
    line = _trimmed(line, _matched(_LEADING, line))
    if date_words:
        line = _without_date(line, " ".join(date_words.split()))
    return _telling(line.strip("*_# ") or line, date_words)


def _telling(line: str, date_words: str | None) -> str:
    """Return the line cut, where that can be so that it says what happened."""
    short = cut(line)
    if short.tells is not False:
        return short.words
    main = _main_clause(line, date_words)
    if main is not None:
        return main
    longer = cut(line, _LONGEST)
    says_more = tells(line, len(line)) if longer.tells is None else longer.tells
    return longer.words if says_more else short.words


def _main_clause(line: str, date_words: str | None) -> str | None:
    """Return a title from behind the phrase or clause that a line opens with; None where that says no more.

    A condition is kept, for it is not told that it came about; so is a clause that holds the date.
    """
    if _OPENS.match(line) is None:
        return None
    for comma in _COMMA.finditer(line):
        start = comma.end()
        if _is_dated_clause(line, comma.start(), date_words) or _is_quoted(line, start):
            return None
        if _CONCEDES.match(line) and first_verb(line, 0, comma.start()) is None:
            continue  # "Though fishermen, workers and others fear it, ..."
        pause = line.find(",", start)
        told = line[start : pause if pause >= 0 else len(line)]
        if has_own_verb(line, start, start + len(told)) and _begins_a_clause(told):
            title = cut(line[start:])
            return None if title.tells is False else "…" + title.words
        if told.count(" ") >= _NAMED_PLACE and _begins_a_clause(told):
            return None  # "In the capital, the Saints, winners of ..., came"
    return None


def _is_quoted(line: str, at: int) -> bool:
    return line.count("“", 0, at) > line.count("”", 0, at)


def _is_dated_clause(line: str, end: int, date_words: str | None) -> bool:
    dated = line.find(" ".join(date_words.split()), 0, end) if date_words else -1
    return dated >= 0 and first_verb(line, 0, end) is not None


_CONCEDES: Final = re.compile(r"(?:although|though|while|when)\s", re.IGNORECASE)
#: As many words between commas may be where it was: "In Brandau, New Lakeland, ...".
_NAMED_PLACE: Final = 2
_COMMA: Final = re.compile(r",\s(?!(?:and|or|but|nor|yet)\s)")
#: What opens a sentence before its subject.
_OPENS: Final = re.compile(
    r"(?:when|as|after|before|since|while|although|though|because|by|in|on|at|with|despite|following|for|under|amid"
    r"|among|during|from|through|even|over|across|unlike|given|faced|asked|hours|days|weeks|months|years|\w{2,}ing)\s",
    re.IGNORECASE,
)


def title_of_clause(sentence: str, at: int) -> str | None:
    """Return a title from the clause that holds offset `at`, for a sentence that opens with another date's.

    None where the clause is the first, tells too little, or does not begin with who or what acts.
    """
    start, end = clause_at(sentence, at)
    opening = _AND.match(sentence, start, end)
    told = sentence[opening.end() if opening else start : end].strip(" ,;:—–-")
    if start == 0 or len(told.split()) < _TELLING_CLAUSE or not _begins_a_clause(told):
        return None
    if first_verb(told, 0, len(told.partition(",")[0])) is None:
        return None  # "signed with Canada and Mexico in 2018, and imposed ..."
    return "…" + title_of(told)


def title_of_subordinate(sentence: str, at: int, date_words: str) -> str | None:
    """Return a title from the clause behind "after", "when" and the like whose date stands at offset `at`.

    For a sentence whose own title stops before the date, and so tells of another happening than the one
    that is dated ("shares fell after the rig exploded on 20 April"). None where the clause has no title of its own.
    """
    start, end = clause_at(sentence, at)
    opening = _SUBORDINATORS.match(sentence, start, end)
    if start == 0 or opening is None:
        return None
    verb, told = (
        first_verb(sentence, opening.end(), at),
        " ".join(sentence[opening.end() :].split()),
    )
    if (
        verb is None
        or _FIRST_WORD.sub(r"\1", sentence[verb:end].split(maxsplit=1)[0]) in SPEECH_VERBS
    ):
        return None
    title = cut(told).words
    dated = " ".join(date_words.split()) in title
    return "…" + title if dated and _begins_a_clause(told) else None


_SUBORDINATORS: Final = re.compile(
    r"[\s,;:—–-]*(?:(?:just|shortly|soon|only|even|ever|days|weeks|months|years)\s)?"
    r"(?:after|when|before|since|while|because|until|where|whereas|although|though)\s",
    re.IGNORECASE,
)
#: Fewer words do not tell what happened.
_TELLING_CLAUSE: Final = 5
#: What a clause of its own hangs by.
_AND: Final = re.compile(r"[\s,;:—–-]*(?:and|but|while|whereas|or|so|yet|then)\s")
_NO_BEGINNING: Final = words(
    "it he she they we i you this that these those there which who whom whose what when where while since until unless"
    " if as because although though than after before nearly almost about more less at least not only also then once"
    " or nor to of for with from into between by than whether how why including such both either neither just"
    " even especially particularly today yesterday tonight tomorrow now later earlier"
)


def _begins_a_clause(told: str) -> bool:
    """Whether the words begin with who or what acts: not with a pronoun, "since", "remembering"."""
    first = _FIRST_WORD.sub(r"\1", told.partition(" ")[0]).lower()
    return first not in _NO_BEGINNING and not first.endswith("ing") and not is_verb(first)


#: A word between marks, without what is contracted with it ("it's").
_FIRST_WORD: Final = re.compile(r"^[“\"'‘(]*([\w.-]*).*$")


def _matched(pattern: re.Pattern[str], line: str) -> int:
    found = pattern.match(line)
    return found.end() if found else 0


def _trimmed(line: str, start: int) -> str:
    """Return the line from `start` where that begins like a sentence, else the whole line."""
    rest = line[start:].lstrip()
    return rest if rest and (rest[0].isupper() or rest[0] in '“"‘' or rest[0].isdigit()) else line


def _without_date(line: str, date_words: str) -> str:
    """Return the line without "On <date>, " at its start."""
    at = line.find(date_words, 0, len(date_words) + 40)
    if at < 0 or _matched(_OPENING_PHRASE, line[:at]) != at:
        return line
    end = at + len(date_words)
    return _trimmed(line, end + 1) if line[end : end + 1] == "," else line

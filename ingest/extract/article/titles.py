"""Short titles from the source's own words, contiguous and cut at a sense boundary. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

from ingest.extract.article.title_openings import without_opening
from ingest.extract.text.clauses import clause_at
from ingest.extract.text.reporting_verbs import SPEECH_VERBS
from ingest.extract.text.tokens import first_verb, is_verb
from ingest.extract.text.vocabulary import words

#: A line of a list on a screen; longer titles end in an ellipsis.
MAX_TITLE: Final = 100
_OPEN_ENDS: Final = ' ,;:—–-(“"‘'
_SHORTEST: Final = 40  # a title cut before this says too little

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
#: Where a reader may pause, and how good a place to stop it is.
_BREAKS: Final = (
    (re.compile(r"(?:[;:?!]|(?<=[a-z]{3})\.)[”\"'’)]*(?=\s)|\s(?=(?:--|[—–])\s)|(?=—)"), 3.0),
    (
        re.compile(
            r",?\s(?=(?:and|but|while|which|who|where|when|after|before|because|as|although|though|if|so|since|until|unless)\s)"
        ),
        2.0,
    ),
    (re.compile(r",(?=\s)|(?<=,)[”\"](?=\s)"), 1.5),
    (
        re.compile(
            r"\s(?=(?:in|on|at|by|for|from|with|to|over|under|into|against|near|about|that|during|through)\s)"
        ),
        0.5,
    ),
    (re.compile(r"\s(?=of\s)"), -0.5),
    (re.compile(r"\s"), -1.5),
)
#: A title that says what somebody or something did is worth this much more, a full one so much more than a short one.
_TELLS: Final = 2.0
_FULL: Final = 3.0
#: To stop inside a name, an aside or somebody's words.
_BROKEN: Final = -3.0
_DANGLING: Final = words(
    "the a an of to and or in on at by for from with as that which who its his her their was were is are"
    " had has have be been will would but while when after before mr mrs ms dr gen mr. mrs. dr. gen. about"
    " near against under over into not could can may might should shall must than through during until unless"
    " because if so very more most some any all both no shortly meanwhile just even only also early nearly almost such each"
    " he she they we i this these going known set seen including starting according"
)
#: Left at the end they promise what the cut took away: "officials announced…".
_PROMISES: Final = SPEECH_VERBS | words(
    "found showed shows called made began led took gave got said"
)


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
    return _cut(line.strip("*_# ") or line)


def title_of_clause(sentence: str, at: int) -> str | None:
    """Return a title from the clause that holds offset `at`, for a sentence that opens with another date's.

    None where the clause is the first, tells too little, or does not begin with who or what acts.
    """
    start, end = clause_at(sentence, at)
    opening = _AND.match(sentence, start, end)
    told = sentence[opening.end() if opening else start : end].strip(" ,;:—–-")
    if start == 0 or len(told.split()) < _TELLING_CLAUSE or not _begins_a_clause(told):
        return None
    return "…" + title_of(told)


#: Fewer words do not tell what happened.
_TELLING_CLAUSE: Final = 5
#: What a clause of its own hangs by.
_AND: Final = re.compile(r"[\s,;:—–-]*(?:and|but|while|whereas|or|so|yet|then)\s")
_NO_BEGINNING: Final = words(
    "it he she they we i you this that these those there which who whom whose what when where while since until unless"
    " if as because although though than after before nearly almost about more less at least not only also then once"
    " or nor to of for with from into by than whether how why including such both either neither"
)


def _begins_a_clause(told: str) -> bool:
    """Whether the words begin with who or what acts: not with a pronoun, "since", "remembering"."""
    first = told.partition(" ")[0].strip("“\"'‘(").lower()
    return first not in _NO_BEGINNING and not first.endswith("ing") and not is_verb(first)


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


def _cut(line: str) -> str:
    if len(line) <= MAX_TITLE:
        return line.rstrip(" ,;:") if not line.endswith("…") else line
    ends = {
        found.start(): worth
        for pattern, worth in reversed(_BREAKS)
        for found in pattern.finditer(line, _SHORTEST, MAX_TITLE)
    }
    if not ends:
        return line[: MAX_TITLE - 1] + "…"
    return _complete(line[: _best_end(line, ends)]) + "…"


def _best_end(line: str, ends: Mapping[int, float]) -> int:
    """Return the end that is worth most; those that cannot be, however well the line stops there, are not read."""
    promises = {at: worth + _FULL * at / MAX_TITLE + _TELLS for at, worth in ends.items()}
    worths: dict[int, float] = {}
    most = -math.inf
    for at in sorted(promises, key=promises.__getitem__, reverse=True):
        if promises[at] < most:
            break
        worths[at] = ends[at] + _worth(line, at)
        most = max(most, worths[at])
    return next(at for at in ends if worths.get(at) == most)


def _worth(line: str, at: int) -> float:
    """Return how well the line can stop at `at`, whatever stands there."""
    head = line[:at].rstrip(_OPEN_ENDS)
    worth = _FULL * at / MAX_TITLE
    last = head.rpartition(" ")[2]
    if last.lower() in _PROMISES or _told_later(head, line[at:]):
        worth -= _TELLS
    elif _tells(line, len(head)):
        worth += _TELLS
    elif line[at] == ",":
        worth -= _TELLS  # an aside or a row: who it is, not what happened
    is_no_end = last.lower() in _DANGLING or _is_inside(last, line[at:])
    return worth + _BROKEN * (is_no_end + _is_open(head))


def _told_later(head: str, rest: str) -> bool:
    """Whether the line would stop between a verb of saying and its "that": "said on Monday…"."""
    return rest.startswith(" that ") and not _PROMISES.isdisjoint(
        head.lower().split()[-_SAID_BEFORE:]
    )


#: A verb of saying stands so near to its "that": "told Reuters late on Monday that".
_SAID_BEFORE: Final = 5


def _is_inside(last: str, rest: str) -> bool:
    """Whether the line would stop inside a name or a number of things, or before the object of a verb."""
    following = rest.partition(" ")[2] if rest[:1] == " " else ""
    if last[:1].isupper() or last[:1].isdigit():
        joined = _JOINS.match(following)
        if following[joined.end() if joined else 0 :][:1].isupper():
            return True
    word = following.partition(" ")[0]
    if word == "of" and last.lower() in _QUANTITIES:
        return True
    if last.lower() in _SUBJECTS and (word in _AUXILIARIES or is_verb(word)):
        return True
    return word in _OBJECTS or (last[-1:].isdigit() and word.isalpha() and word not in _AFTER)


#: What joins the words of a name ("Gulf of Mexico") and the names of a row.
_JOINS: Final = re.compile(r"(?:of|and|for)\s(?:the\s)?")
_SUBJECTS: Final = words("it he she they we i you this these those there")
_AUXILIARIES: Final = words(
    "is are was were has have had does did will would can could may might must should"
)
#: What the object of the verb before it begins with.
_OBJECTS: Final = words("a an the his her its their no")
#: What says nothing without the "of" behind it.
_QUANTITIES: Final = words(
    "number numbers total half part parts most some one two many much more less lot lots rest sum majority series host"
    " dozens scores hundreds thousands millions billions tens amount amounts percent gallons barrels tons tonnes miles"
    " members kind kinds sort type form version piece front bottom top side edge coast shores end beginning start middle"
    " instead because out ahead capable aware afraid full department ministry university bank state gulf head"
)
#: What may follow a number that stands alone ("in 2010 by", "June 17 after").
_AFTER: Final = _DANGLING | words("said says told when who that this last next")


def _is_open(head: str) -> bool:
    """Whether a bracket or a quotation mark is open at the end."""
    return head.count("(") > head.count(")") or head.count("“") > head.count("”")


def _tells(line: str, end: int) -> bool:
    """Whether `line[:end]` holds a finite verb with something after it; "ordered by" is none."""
    background = _BACKGROUND.match(line, 0, end)
    begun = background.end() if background else line.find(" ", 0, end) + 1
    while aside := _ASIDE.search(line, begun, end):
        if _verb_tells(line, begun, aside.start()):
            return True
        closed = line.find(",", aside.end(), end) if aside.group().startswith(",") else -1
        if closed < 0:
            return False
        begun = closed + 1
    return _verb_tells(line, begun, end)


def _verb_tells(line: str, begun: int, end: int) -> bool:
    verb = first_verb(line, begun, end)
    while verb is not None:
        rest = line[verb:end].partition(" ")[2]
        if rest and not (_PARTICIPLE.match(line, verb, end) or rest.lower() in _DANGLING):
            return True
        verb = first_verb(line, verb + 1, end)
    return False


#: "When he came home, ..." and ", which lies in the north": they hold verbs, but not the title's.
_BACKGROUND: Final = re.compile(
    r"(?:when|as|if|after|before|since|while|although|though|because|by|in|with|without|despite|following)\b[^,]*(?:,|$)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r",?\s(?:which|who|whom|whose|where|when|that|as|if)\s")
_PARTICIPLE: Final = re.compile(r"\w+ed\s(?:by|in|on|at|from|to|with|for|against)\b")


def _complete(line: str) -> str:
    """Return the line without the function words and open marks at its end."""
    line = line.rstrip(_OPEN_ENDS)
    while (last := line.rpartition(" "))[2].lower() in _DANGLING and last[0]:
        line = last[0].rstrip(_OPEN_ENDS)
    return line

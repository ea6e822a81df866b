"""Where a long line stops as a title: at a sense boundary, behind what it tells. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from ingest.extract.text.reporting_verbs import SPEECH_VERBS
from ingest.extract.text.tokens import first_verb, is_verb
from ingest.extract.text.vocabulary import words

#: A line of a list on a screen; longer titles end in an ellipsis.
MAX_TITLE: Final = 100
_OPEN_ENDS: Final = ' ,;:—–-(“"‘'
#: One title has no more places to stop at; some are asked about twice.
_ENDS_OF_A_LINE: Final = 1 << 6
_SHORTEST: Final = 40  # a title cut before this says too little

#: Behind these a full stop ends no sentence: "the Sept. 11 attacks".
_ABBREVIATED: Final = "Sept Gov Sens Reps Capt Prof Corp Dept Bros Cmdr Supt Pres"
_NO_STOPS: Final = "".join(f"(?<!{word})" for word in _ABBREVIATED.split())
#: Where a reader may pause, and how good a place to stop it is.
_BREAKS: Final = (
    (
        re.compile(
            rf"(?:[;:?!]|(?<=[a-z]{{3}}){_NO_STOPS}\.)[”\"'’)]*(?=\s)|\s(?=(?:--|[—–])\s)|(?=—)"
        ),
        3.0,
    ),
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
#: To stop behind an adjective: a longer title may say of what.
_ADJECTIVE_ENDS: Final = -1.0
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


class Cut(NamedTuple):
    """What of a line stands in a title."""

    #: It ends in an ellipsis where that is not all of the line.
    words: str
    #: Whether they say what somebody or something did; None: not asked, nothing was left out.
    tells: bool | None


def cut(line: str, longest: int = MAX_TITLE) -> Cut:
    """Return at most `longest` characters of `line`."""
    if len(line) <= longest:
        return Cut(line.rstrip(" ,;:") if not line.endswith("…") else line, None)
    ends = {
        found.start(): worth
        for pattern, worth in reversed(_BREAKS)
        for found in pattern.finditer(line, _SHORTEST, longest)
    }
    if not ends:
        return Cut(line[: longest - 1] + "…", False)
    end = _best_end(line, ends)
    head = line[:end].rstrip(_OPEN_ENDS)
    says = tells(line, len(head)) and not _is_amid_noun(head, line[end:])
    return Cut(_complete(line[:end]) + "…", says)


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
    elif tells(line, len(head)):
        worth += _TELLS
    elif line[at] == ",":
        worth -= _TELLS  # an aside or a row: who it is, not what happened
    if _is_amid_aside(line, len(head)):
        worth -= _TELLS
    if _is_amid_noun(head, line[at:]):
        worth += _ADJECTIVE_ENDS
    is_no_end = last.lower() in _DANGLING or _is_inside(last, line[at:])
    return worth + _BROKEN * (is_no_end + _is_open(head))


def _is_amid_aside(line: str, end: int) -> bool:
    """Whether the line would stop before the verb of an aside: ", which the council…"."""
    at = max(line.rfind(opening, 0, end) for opening in _RELATIVES)
    return at >= 0 and first_verb(line, at, end) is None


_RELATIVES: Final = (", which ", ", who ", ", whose ", ", where ")


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


def _is_amid_noun(head: str, rest: str) -> bool:
    """Whether the line would stop behind an article and an adjective, before the thing itself: "a criminal…"."""
    words_before = head.rsplit(" ", 2)
    if len(words_before) < 2 or words_before[-2].lower() not in _OBJECTS or rest[:1] != " ":
        return False
    if _ADJECTIVE.fullmatch(words_before[-1]) is None:
        return False
    word = rest[1:].partition(" ")[0].rstrip(".,;:")
    return word.isalpha() and word.islower() and word not in _AFTER and not is_verb(word)


_ADJECTIVE: Final = re.compile(
    r"\w{3,}(?:al|ic|ive|ous|ful|less|able|ible|ary|ear|ern)|new|huge|big|large|small|major|minor|full|final|first|second|third"
    r"|same|next|last|old|young|great|longtime|joint|senior|top|key|main|single|wide|long|short|high|low|overall"
)
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


@lru_cache(maxsize=_ENDS_OF_A_LINE)
def tells(line: str, end: int) -> bool:
    """Whether `line[:end]` holds a finite verb of its own with something after it; "ordered by" is none."""
    begun = 0
    while background := _BACKGROUND.match(line, begun, end):
        begun = background.end()
    begun = begun or line.find(" ", 0, end) + 1
    while aside := _ASIDE.search(line, begun, end):
        if _verb_tells(line, begun, aside.start()):
            return True
        if _told_later(line[: aside.start()], line[aside.start() : end]):
            begun = aside.end()
            continue
        closed = line.find(",", aside.end(), end) if aside.group().startswith(",") else -1
        if closed < 0:
            return False
        begun = closed + 1
    return _verb_tells(line, begun, end)


def has_own_verb(line: str, start: int, end: int) -> bool:
    """Whether `line[start:end]` holds a finite verb that is not in an aside: "the town which fell" holds none."""
    verb = first_verb(line, start, end)
    return verb is not None and _ASIDE.search(line, start, verb) is None


def _verb_tells(line: str, begun: int, end: int) -> bool:
    verb = first_verb(line, begun, end)
    while verb is not None:
        rest = line[verb:end].partition(" ")[2]
        if rest and not (_is_participle(line, verb, end) or rest.lower() in _DANGLING):
            return True
        verb = first_verb(line, verb + 1, end)
    return False


def _is_participle(line: str, verb: int, end: int) -> bool:
    found = _PARTICIPLE.match(line, verb, end)
    return found is not None and found[1].lower() not in _INTRANSITIVE


#: "When he came home, ..." and ", which lies in the north": they hold verbs, but not the title's.
_BACKGROUND: Final = re.compile(
    r"(?:when|as|if|after|before|since|while|although|though|because|by|in|with|without|despite|following)\b[^,]*(?:,\s?|$)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r",?\s(?:which|who|whom|whose|where|when|that|as|if)\s")
_PARTICIPLE: Final = re.compile(r"(\w+ed)\s(?:by|in|on|at|from|to|with|for|against)\b")
#: What nobody is done by anybody, and so is no participle ("BP declined to comment", "profits doubled in a year").
_INTRANSITIVE: Final = words(
    "agreed aimed apologized apologised appeared argued arrived attempted climbed clashed collapsed collided commented"
    " competed complained continued crashed cried decided declined defected depended died differed disagreed disappeared doubled"
    " dropped emerged erupted escaped existed exploded failed flourished functioned gathered happened hesitated hoped insisted"
    " jumped knelt lagged landed lasted laughed leaped listened lived looked managed marched mattered migrated occurred"
    " participated persisted plummeted plunged pretended proceeded prospered protested quadrupled reacted refused relied remained"
    " resigned responded resulted retired retreated rioted risked rushed seemed slipped slumped smiled soared stalled"
    " stayed struggled stumbled succeeded suffered surfaced surged surrendered survived talked tended threatened tripled"
    " travelled traveled tried tumbled turned vanished voted vowed waited walked wanted worked worried"
)


def _complete(line: str) -> str:
    """Return the line without the function words and open marks at its end."""
    line = line.rstrip(_OPEN_ENDS)
    while (last := line.rpartition(" "))[2].lower() in _DANGLING and last[0]:
        line = last[0].rstrip(_OPEN_ENDS)
    return line

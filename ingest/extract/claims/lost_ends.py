"""Where a sentence begins whose predecessor lost its stop, as lines of captions and reports do that run together. Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.names.roles import DOCUMENTS, ORGANISATIONS, SPEAKING_NOUNS, TITLES
from ingest.extract.text.noun_phrases import ADVERBIAL, AUXILIARIES
from ingest.extract.text.tokens import has_verb, is_verb
from ingest.extract.text.vocabulary import words

#: What only opens a sentence has a capital; so has a noun for those who speak.
_OPENERS: Final = "The|She|He|They|It|But|However|This|These|There|When|While|After|Although|If"
_SPEAKERS: Final = (
    "Officials|Organi[sz]ers|Protesters|Demonstrators|Authorities|Residents|Witnesses|Scientists|Researchers|Experts|Analysts|Economists"
    "|Doctors|Investigators|Prosecutors|Lawyers|Critics|Opponents|Supporters|Activists|Campaigners|Lawmakers|Ministers|Police|Workers"
)
#: "... of your grief The ministry confirmed": a small word, and at once what only opens a sentence.
_OPENING: Final = re.compile(
    r"\b(?!(?:of|in|at|by|to|for|from|on|with|per|and|or|as|when|while|that|after|before|than|called|named|titled|told|via|like|a|the)\s)"
    rf"[a-z][\w’'-]+\s(?=(?:{_OPENERS})\s|(?:{_SPEAKERS})\s[a-z])"
)
_SPEAKER_OPENS: Final = re.compile(rf"(?:{_SPEAKERS})\s")
#: "It has leaked since [20 April] Jane Doe has told": a date that was blanked out, and at once a name.
_DATED: Final = re.compile(
    r"\b(?!(?:an|the|its|his|her|their|of|this|that|last|next|said|says)\s)[^\W\d_][\w’'-]+\s{4,}"
    r"(?=[A-ZÀ-Þ][\w’'-]*\s(?!(?:time|local)\b))"
)


def lost_end(sentence: str, end: int) -> int:
    """Return where the sentence begins that holds what ends at `end`; 0 where no sentence before it lost its stop."""
    start = 0
    if _MAY_OPEN.search(sentence, 1, end + _AHEAD):
        for found in _OPENING.finditer(sentence, 0, end + _AHEAD):
            if found.end() <= end and _is_told(sentence, start, found):
                start = found.end()
    if runs_on(sentence, end):
        return end
    dated = _DATED.search(sentence, start, end + _AHEAD) if _BLANK in sentence else None
    told = dated is not None and dated.end() <= end and has_verb(sentence, start, dated.start())
    return dated.end() if dated and told and not _hangs(sentence, start, dated.start()) else start


#: "flows to the surface Orbit said": of the words before a name, these are part of its phrase.
_BEFORE_NAME: Final = (
    SPEAKING_NOUNS | ORGANISATIONS | TITLES | DOCUMENTS | ADVERBIAL | AUXILIARIES
    | words(
        "the a an of and or for to von van der den de la le du bin al el not even only just fellow key top main big new old"
        " my our your his her its their this these those each every another any all young parent embattled defiant unnamed many most some several other both two three four five"
    )
)  # fmt: skip
#: Endings of adjectives and participles, which describe the name: "beleaguered Orbit".
_DESCRIBES: Final = (
    "ed",
    "ing",
    "al",
    "ive",
    "ous",
    "ic",
    "ish",
    "ian",
    "ful",
    "ary",
    "est",
    "ern",
    "ent",
    "ant",
    "ly",
)
_WORD_BEFORE: Final = re.compile(r"(?<![\w’'-])[a-z]{3,}\s\Z")
_WORD_WINDOW: Final = 30
_PART: Final = re.compile(r"[,;:—]|\b(?:and|but|that|which|who|so|or)\s")


def runs_on(sentence: str, name: int) -> bool:
    """Whether the name that begins at `name` opens a sentence behind one that lost its stop at a common noun."""
    if not sentence[name : name + 1].isupper():
        return False
    before = _WORD_BEFORE.search(sentence, max(name - _WORD_WINDOW, 0), name)
    if before is None:
        return False
    word = before.group().strip()
    if word in _BEFORE_NAME or word.endswith(_DESCRIBES) or is_verb(word):
        return False
    parts = [part.end() for part in _PART.finditer(sentence, 0, name)]
    start = parts[-1] if parts else 0
    return has_verb(sentence, start, name) and not _OPENS.match(sentence, start)


def _hangs(sentence: str, start: int, date: int) -> bool:
    """Whether the words to the date are a clause that hangs on what follows."""
    if _OPENS.match(sentence, start):
        return True
    inside = _HANGS.search(sentence, start, date)
    return inside is not None and has_verb(sentence, inside.start(), date)


def _is_told(sentence: str, start: int, opening: re.Match[str]) -> bool:
    """Whether the words from `start` tell something before the opening of a sentence, or nothing else can begin there."""
    named = _SPEAKER_OPENS.match(sentence, opening.end())
    return named is not None or has_verb(sentence, start, opening.end())


def next_start(sentence: str, at: int) -> int:
    """Return where a sentence begins behind one that goes on at `at` and lost its stop; the end where none does."""
    if _MAY_OPEN.search(sentence, at):
        for found in _OPENING.finditer(sentence, at):
            if _is_told(sentence, at, found):
                return found.end()
    return len(sentence)


#: A quick look: most sentences have neither.
_MAY_OPEN: Final = re.compile(rf"\s(?:{_OPENERS}|{_SPEAKERS})\s")
_BLANK: Final = " " * 4
#: So far beyond the end stand the words by which a sentence's opening is known.
_AHEAD: Final = 60
#: "said that when it fell [on Monday] the mayor had"
_HANGS: Final = re.compile(
    r"\b(?:when|while|after|before|once|since|as|if|although|though|because|until)\s[^,;:]*\Z"
)
#: "When it fell [on Monday] Jane Doe said": a clause that hangs on what follows.
_OPENS: Final = re.compile(
    r"\W*(?:(?:but|and|yet|so)\s)?(?:when|while|after|before|once|since|as|if|although|though|because|until|in|on|at|during|for|with|by|asked|speaking)\b",
    re.IGNORECASE,
)

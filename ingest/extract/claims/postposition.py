"""Whether what is said stands before its verb of saying: "..., said Jane Doe", "..., the bank announced". Pure."""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.claims.agreement import is_finite
from ingest.extract.claims.complements import content_follows
from ingest.extract.claims.speech import Cue
from ingest.extract.claims.subject_after import after
from ingest.extract.names.roles import DOCUMENTS, SPEAKING_NOUNS
from ingest.extract.text.quotations import SPEECH
from ingest.extract.text.sentences import Span
from ingest.extract.text.tokens import has_verb
from ingest.extract.text.vocabulary import words

#: Verbs of the stricter class that stand before their subject too: "..., reports Jane Doe".
_INVERTIBLE: Final = words(
    "announced report reports reported confirmed confirms believes predicted predicts estimates estimated suggests suggested"
    " admitted acknowledged conceded vowed promised revealed recounted added adds recalled recalls concluded observed maintained commented reiterated"
)
_NOUN_FOLLOWS: Final = re.compile(
    r"\s+(?!(?:that|it|he|she|they|we|I|in|on|to|at|of|as|if|so|there|his|her|its|their|while|when|after|before|because"
    r"|this|these|those|then|nothing|only|just|again|also|[a-z]+ly)\b)[\w“]"
)
#: Are followed by who hears it, never by who speaks.
_WITH_HEARER: Final = words(
    "told tells assured assures informed informs notified notifies warned reminded reminds put puts"
)
_STOP: Final = re.compile(rf"[,;:.?!){SPEECH}]|\s(?:--|[—–])\s")
_ASIDE_FOLLOWS: Final = re.compile(
    r"\s(?:who|which|as|when|while|after|before|where|that|because)\b"
)
#: What may follow "..., the bank announced": when, where, how, but no object.
_AFTERTHOUGHT: Final = re.compile(
    r"\s*(?:$|[,;.?!)|]|(?:in|on|at|during|through|via|from|after|late|early|here|again|also|by|too|to)\b)"
)
#: Stand after what they tell only as participles: "the hottest recorded".
_NEVER_LAST: Final = words(
    "recorded registered documented calculated counted posted expected decided agreed demanded guaranteed felt thought"
    " discovered declared swore alleged feared hoped proposed threatened"
)
#: "..., the bank hopes to open": a plan of its subject's.
_OF_PLANS: Final = words(
    "hopes hope hoped expects expect promised promises promise vowed vows vow pledged pledges pledge threatens threatened agreed"
    " agrees agree proposed decided swore guaranteed demanded demands"
)
_TO: Final = re.compile(r"\s+to\s")
#: But after somebody they say so: "..., prosecutors alleged".
_FINITE_LAST: Final = words("alleged feared hoped calculated decided threatened counted")
_PERSONS: Final = words("he she")
#: A statement without a verb that we know has four words at least; less is a place or a time.
_FEWEST_SPACES: Final = 3
#: "an increase on the figure reported [in May]": of things, the same form is a participle.
_THINGS: Final = words(
    "figure figures number numbers total amount level levels case cases death deaths loss losses profit profits rise fall"
    " increase drop gain rate price prices sum cost costs share value deal plan plans move moves measure measures agreement"
    " steps charges results sales earnings attack attacks incident incidents"
)


def can_speak(sentence: str, subject: Span) -> bool:
    """Whether the phrase names somebody or a document, and not a reason ("citing threats")."""
    last = sentence[slice(*subject)].rsplit(maxsplit=1)[-1]
    return last[0].isupper() or last.lower() in SPEAKING_NOUNS or last.lower() in DOCUMENTS


def _head_can_speak(sentence: str, subject: Span) -> bool:
    """Whether the phrase can speak, and so can what stands before its "of" or "to": not "deal to buy Orbit"."""
    of = _OF.search(sentence, *subject)
    head = (subject[0], of.start() if of else subject[1])
    return can_speak(sentence, subject) and can_speak(sentence, head)


_OF: Final = re.compile(r"\s(?:of|to|for|with|in|at|from|on)\s")


def is_inverted(sentence: str, cue: Cue) -> bool:
    """Whether the speaker follows the verb: "..., said Jane Doe, a lawyer"."""
    lead = sentence[: cue.start].rstrip().removesuffix("''")
    able = (cue.kind == "say" or cue.word in _INVERTIBLE) and cue.word not in _WITH_HEARER
    if not able or not (lead.endswith((",", SPEECH, "?", "!")) or _QUOTED_WORDS.search(lead)):
        return False
    if not _NOUN_FOLLOWS.match(sentence, cue.end):
        return False
    subject = after(sentence, cue.end)
    if not lead.endswith(SPEECH) and _has_subject(sentence, cue, subject):
        return False
    named = subject and _head_can_speak(sentence, subject) and _is_somebody(sentence, subject)
    if subject and cue.kind == "clause" and not named:
        return False  # "the bank, ..., announced a loss"
    return subject is not None and not has_verb(
        sentence, cue.end, _end_of_clause(sentence, subject[1])
    )


#: "Orbit Oil, part owner of the yard, says": what opens an aside about the subject before the verb.
_ASIDE_OPENS: Final = re.compile(
    r"\s(?:an?|the|one|part|who|which|whose|in|at|of|from|for|with|his|her|its|their|now|then|once|formerly|aged|\d+|head|chief"
    r"|director|president|chairman|chairwoman|spokesman|spokeswoman|leader|owner|author|editor|founder|professor)\b"
)


def _has_subject(sentence: str, cue: Cue, after_it: Span | None) -> bool:
    """Whether the speaker stands before the verb with an aside, or what follows it goes on in direct speech."""
    if after_it and sentence[after_it[1] :].lstrip().startswith(SPEECH):
        return True
    lead = sentence[: cue.start].rstrip(" ,")
    first, *asides = lead.split(",")
    if not asides or SPEECH in lead or _ADVERBIAL.match(first) or has_verb(sentence, 0, len(first)):
        return False
    return all(_ASIDE_OPENS.match(each) for each in asides)


_ADVERBIAL: Final = re.compile(
    r"\W*(?:in|on|at|after|before|during|since|while|when|as|if|by|for|with|without|under|over|until|but|and|or|so|yet|from|to)\b",
    re.IGNORECASE,
)


#: "Families ‘have lost everything’ says Doe": a few words in quotation marks, which are not masked.
_QUOTED_WORDS: Final = re.compile(
    r"(?:^|\s)(?:‘[^‘’]{2,60}[\w,?!]’|'[^']{2,60}[\w,?!]'|“[^“”]{2,60}[\w,?!]”|\"[^\"]{2,60}[\w,?!]\")\Z"
)


def _end_of_clause(sentence: str, start: int) -> int:
    """Return where the clause that reaches to `start` ends: there, or at the next punctuation."""
    if _ASIDE_FOLLOWS.match(sentence, start):
        return start
    stop = _STOP.search(sentence, start)
    return stop.start() if stop else len(sentence)


def is_postposed(sentence: str, cue: Cue, subject: Span | None) -> bool:
    """Whether the statement comes before its speaker and verb: "..., Jane Doe said"."""
    if not subject or subject[0] >= subject[1]:
        return False
    head = _BARE_AS.sub(",", sentence[: subject[0]]).rstrip(' ”"’')
    if not head.endswith((",", SPEECH, "—", "–", " -", "?", "!")):
        return False
    told = has_verb(sentence, 0, len(head)) or head.count(" ") >= _FEWEST_SPACES
    stated = SPEECH in head or told
    if cue.kind == "accuse" or (cue.kind == "deny" and not _AFTERTHOUGHT.match(sentence, cue.end)):
        return False  # whom it accuses, and what it denies, follows
    dated = head.endswith(SPEECH) and sentence.startswith(
        "  ", cue.end
    )  # “...,” she declared [in] a [1929] circular
    if cue.kind == "clause" and not (
        (dated or _AFTERTHOUGHT.match(sentence, cue.end)) and _is_somebody(sentence, subject)
    ):
        return False
    unlikely = cue.word in _NEVER_LAST
    able = can_speak(sentence, subject) or sentence[slice(*subject)].lower() in _PERSONS
    unlikely = unlikely and not (able and (cue.word in _FINITE_LAST or head.endswith(SPEECH)))
    hopes = cue.kind == "clause" and cue.word in _OF_PLANS and _TO.match(sentence, cue.end)
    if unlikely or hopes or not is_finite(sentence, cue, subject):
        return False
    return stated and not content_follows(sentence, cue.end)


#: "..., as Jane Doe noted"
_BARE_AS: Final = re.compile(r",\sas\s+\Z")


def _is_somebody(sentence: str, subject: Span) -> bool:
    """Whether the subject can speak: its noun is nothing that is counted, done or measured."""
    phrase = sentence[subject[0] : subject[1]].lower()
    return phrase.rpartition(" ")[2] not in _THINGS

"""Where a report's news begins: behind what pages and agencies set before it. Pure.

A headline that has run into a caption, the caption and who took the picture, a correction, a note of the editor, pointers to
other pages: "Storm nears coast Waves at the pier on Monday. (Agency Photo) BRANDAU, La., June 1 (Agency) - Thousands ...".
An agency's line of place and date says where the news begins; without one, each sentence must say that it is none.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.extract.article.document import Document
from ingest.extract.article.furniture import is_furniture
from ingest.extract.text.sentences import Span

#: So far from the beginning a line of place and date is the report's own; later ones are of other texts on the page.
_PREAMBLE: Final = 1200
#: A line of place and agency ends in a dash; times of posting and credits do not.
_DASHES: Final = ("-", "–", "—")
#: A headline is about a line, and has a verb; captions and notes are longer, or sentences, and have marks.
_LONGEST_HEADLINE: Final = 100
_FEWEST_SPACES: Final = 3
_NO_HEADLINE: Final = re.compile(
    r"[^.][.:;]$|[|*\\()]|[a-z)][.!?]\s|\s[AP]M\b|(?<!\w)(?:Full Article|Read more|By)\s|--"
)
#: A picture's caption is of so many sentences at most, with the headline that may have run into the first.
_CAPTION_SENTENCES: Final = 2
_CREDIT: Final = re.compile(r"\(By\b|\((?:AP|AFP|EPA)\b|\([^()]*[-–—][^()]*\)|Photograph\b")
#: "Correction: the first version ...", "Editor's note: ...", "This is a rush transcript."
_NOTE: Final = re.compile(
    r"[(\[*\s]*(?:(?:corrections?|clarifications?|editor(?:[’']?s|s[’'])?\s?(?:[’']s\s)?note|note to (?:readers|editors)|update)\s?(?::|--|[—–]|-\s)"
    r"|(?:this|the following|below) is an? (?:rush |unedited |partial |full |edited )*(?:transcript|excerpt)\b"
    r"|this (?:copy|transcript) (?:may|is|has)\b"
    r"|(?:this|the following) (?:article|story|post|report|column|piece) (?:was|has been|is) (?:\w+ )?(?:first |originally )?"
    r"(?:published|posted|updated|amended|corrected|edited|adapted|part of)\b"
    r"|(?:an earlier|a previous|the original) version of (?:this|the)\b)",
    re.IGNORECASE,
)


def news_begins(document: Document) -> int:
    """Return the index of the sentence with which the body's news begins; the last where none seems to."""
    sentences = document.sentences
    body = _behind_filing(document) or _behind_credits(document)
    for index in range(body, len(sentences)):
        start, end = sentences[index]
        words = document.text[start:end]
        repeated = words == document.article.title and document.title_end
        if start >= document.title_end and not (
            repeated or _is_before_news(document, start, words)
        ):
            return index
    return max(len(sentences) - 1, 0)


def run_in_headline(document: Document) -> str:
    """Return the headline that has run into the line of place and date of a text without a title; "" where none has."""
    filed = None if document.title_end else _filing(document)
    words = document.text[: filed[0]].strip() if filed else ""
    is_headline = len(words) <= _LONGEST_HEADLINE and words.count(" ") >= _FEWEST_SPACES
    return words if is_headline and not (_NO_HEADLINE.search(words) or is_furniture(words)) else ""


def _is_before_news(document: Document, start: int, words: str) -> bool:
    return document.in_stamp(start) or is_furniture(words) or _NOTE.match(words) is not None


def _behind_filing(document: Document) -> int:
    """Return the index of the sentence behind the one line of place and date near the beginning, 0 without one.

    A page with several holds several reports; the first of them begins it.
    """
    filed = _filing(document)
    return document.sentence_at(filed[1] - 1) + 1 if filed else 0


def _filing(document: Document) -> Span | None:
    """Return where the one line of place and date near the beginning stands."""
    near = (stamp for stamp in document.stamps if stamp[0] < document.title_end + _PREAMBLE)
    filed = [stamp for stamp in near if document.text[slice(*stamp)].rstrip().endswith(_DASHES)]
    return filed[0] if len(filed) == 1 else None


def _behind_credits(document: Document) -> int:
    """Return the index of the sentence behind the captions that the text begins with, each before its picture's credit."""
    body = told = 0
    for index, (start, _) in enumerate(document.sentences):
        if start < document.title_end:
            body = index + 1
        elif document.in_stamp(start):
            body, told = (index + 1, 0) if _CREDIT.match(document.text, start) else (body, told)
        elif told == _CAPTION_SENTENCES:
            break
        else:
            told += 1
    return body

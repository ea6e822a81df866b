"""Builds the one Article of an entry or document from raw fields: cleaned, bounded, title before body."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from ingest.model import Article, Genre, Published, Source
from ingest.parse.characters import clean_line, clean_text
from ingest.parse.limits import (
    FIELD_CHARACTERS,
    GUID_CHARACTERS,
    TAGS,
    TEXT_CHARACTERS,
    TITLE_CHARACTERS,
)
from ingest.parse.origin import find_origin
from ingest.parse.published import read_published

#: A title of so many words that the body repeats on its first line is a repetition, not a sentence
#: that happens to begin alike.
_SENTENCE_WORDS: Final = 4
#: Characters of a title taken from the body of an entry that has none.
_BORROWED_CHARACTERS: Final = 100
#: A first sentence: it ends behind a word, not behind an abbreviation such as "U.S." or "Gen.".
_FIRST_SENTENCE: Final = re.compile(
    r".{10,}?(?:\b[a-z0-9]{3,}|[a-z0-9]{4})[.!?][\"”’»]?(?= [\"“‘«]?[A-Z])"
)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_GENRES: Final[dict[str, Genre]] = {
    "opinion": "opinion", "op-ed": "opinion", "oped": "opinion", "column": "opinion",
    "comment": "opinion", "commentary": "opinion", "editorial": "opinion", "report": "report",
    "news": "report", "article": "report",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """What a format says of one entry, as plain text not yet cleaned; None or "" where it is silent."""

    title: str = ""
    body: str = ""
    guid: str | None = None
    #: Absolute already (`urls.web_url`).
    url: str | None = None
    #: The candidates for the publication date as printed, best first.
    published_texts: tuple[str, ...] = ()
    updated_text: str | None = None
    author: str | None = None
    publisher: str | None = None
    origin: str | None = None
    genre: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


def build_article(draft: Draft, source: Source) -> Article | None:
    """Return the article of `draft`, or None if it has neither words nor an address nor an identifier.

    The publication date is the first of `published_texts` that can be read; where none can, its text is
    kept all the same. What the user said of the source fills in for what the document does not say.
    """
    title = clean_line(draft.title, TITLE_CHARACTERS)
    body = clean_text(draft.body[: 2 * TEXT_CHARACTERS])
    guid = _guid(draft.guid)
    if not (title or body):
        title = clean_line(draft.url or draft.guid or "", TITLE_CHARACTERS)
        if not title:
            return None
    published, published_text = _publication(draft.published_texts)
    author = _field(draft.author)
    title, text = compose(title, body)
    return Article(
        guid=guid,
        url=draft.url,
        title=title,
        text=text[:TEXT_CHARACTERS].rstrip(),
        published=published if published is not None else _own_date(source),
        published_text=published_text,
        updated=read_published(draft.updated_text),
        author=author,
        publisher=_field(draft.publisher),
        origin=_field(draft.origin) or find_origin(body, author),
        genre=source.genre or _GENRES.get((draft.genre or "").strip().lower(), "report"),
        language=language_tag(draft.language) or source.language,
        tags=_tags(draft.tags),
    )


def compose(title: str, body: str) -> tuple[str, str]:
    """Return a title and the text that begins with it: title, an empty line, the body without it.

    Without a title, the beginning of the body serves as one and the text is the body alone.
    """
    if not title:
        return _beginning(body), body
    body = _without_title(title, body)
    return title, f"{title}\n\n{body}" if body else title


def language_tag(text: str | None) -> str | None:
    """Return the BCP 47 tag that `text` holds, with hyphens; None if it holds none."""
    stripped = (text or "").strip()
    return stripped.replace("_", "-") if _LANGUAGE.fullmatch(stripped) else None


def _own_date(source: Source) -> Published:
    return source.published if source.kind != "feed" else None


def _publication(texts: tuple[str, ...]) -> tuple[Published, str | None]:
    first: str | None = None
    for text in texts:
        printed = clean_line(text, FIELD_CHARACTERS)
        if not printed:
            continue
        if (published := read_published(printed)) is not None:
            return published, printed
        first = first or printed
    return None, first


def _guid(text: str | None) -> str | None:
    guid = clean_text(text or "")
    if len(guid) > GUID_CHARACTERS:
        return "sha256:" + hashlib.sha256(guid.encode()).hexdigest()
    return guid or None


def _field(text: str | None) -> str | None:
    return (clean_line(text, FIELD_CHARACTERS) or None) if text else None


def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean_line(tag, FIELD_CHARACTERS) for tag in tags[: 4 * TAGS])
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))[:TAGS]


def _beginning(body: str) -> str:
    line = body.partition("\n")[0]
    sentence = _FIRST_SENTENCE.match(line[: _BORROWED_CHARACTERS + 2])
    if sentence or len(line) <= _BORROWED_CHARACTERS:
        return sentence[0] if sentence else line
    whole_words = line[: _BORROWED_CHARACTERS + 1].rpartition(" ")[0]
    return whole_words or line[:_BORROWED_CHARACTERS]


def _without_title(title: str, body: str) -> str:
    if body[: len(title)].casefold() != title.casefold():
        return body
    rest = body[len(title) :]
    if not rest.strip() or rest[0] == "\n":
        return rest.lstrip()
    follows = rest.lstrip(" .:|-–—")
    is_sentence = len(title.split()) >= _SENTENCE_WORDS
    if rest[0] == follows[:1] or not is_sentence or follows[:1].islower():
        return body
    return follows

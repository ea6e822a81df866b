"""How an instant, a count, a claim or a link of the archive is written for a reader. Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

from datasette_timeline.presentation.datetext import long_day
from datasette_timeline.reading.rows import Row, day

_BASES: Final = {
    "explicit": "date given in the text",
    "relative": "relative to the publication date",
    "context": "date from an earlier sentence",
    "published": "date of publication",
}
#: "asserted" and "reported" need no word: the line says who says so.
_MODALITIES: Final = {
    "denied": "denied", "planned": "planned", "possible": "said to be possible",
    "hypothetical": "hypothetical", "negated": "said not to have happened",
}  # fmt: skip
#: A quote of more words than this is linked to by its first and last words (scroll-to-text fragment).
_FRAGMENT_WORDS: Final = 5
_EXCERPT: Final = 320
#: Words that keep their full stop at the end of a headline, beside those with one inside ("U.S.").
_ABBREVIATIONS: Final = frozenset({"Inc", "Ltd", "Co", "Corp", "Jr", "Sr", "St", "No", "etc", "al"})
#: A day or an interval of days as the archive writes it.
_INTERVAL: Final = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?(?![\d-])")
#: What ends a sentence; a line without it is a heading, or something like one.
_SENTENCE_END: Final = tuple(".!?…:;,。！？؟۔।")
_CLOSING: Final = "\"'”’»)]›」』"


def reported(text: str | None) -> str | None:
    """Return an instant or a day of the archive as '25 June 2024' or '25 June 2024, 14:05 UTC'."""
    if not text:
        return None
    on = day(text[:10])
    if on is None:
        return text
    return f"{long_day(on)}, {text[11:16]} UTC" if len(text) > 10 else long_day(on)


def day_of(text: str | None) -> str | None:
    """Return the day of an instant or a day, as '25 June 2024'."""
    return reported(text[:10]) if text else None


def basis(value: str) -> str:
    """Return how the date of an event is known, in words."""
    return _BASES.get(value, value)


def modality(value: str) -> str | None:
    """Return what the sentence says of the happening, where it does not simply assert or report it."""
    return _MODALITIES.get(value)


def number(value: int) -> str:
    """Return a count with its thousands apart: 1,234."""
    return f"{value:,}"


def headline(title: str) -> str:
    """Return a title without the full stop of the sentence that it is; an abbreviation keeps its own."""
    last = title.rstrip(".").rpartition(" ")[2]
    is_abbreviation = "." in last or last in _ABBREVIATIONS or len(last) < 2
    return title if is_abbreviation or title.endswith("..") else title.removesuffix(".")


def reason(text: str) -> str:
    """Return why two mentions are one event, or two events are tied, with its dates in words.

    The archive writes "0.93: A Paper; 2024-06-25; in common: launch, rocket": how alike they are, whose
    mention joins, its date, and the words that say the same in both, as the one that joins prints them.
    """
    said = _INTERVAL.sub(_interval_in_words, text)
    likeness, colon, rest = said.partition(": ")
    if not (colon and re.fullmatch(r"[01]\.\d\d", likeness)):
        return said
    return f"{rest.replace('; in common: ', '; words in common: ')} (likeness {likeness})"


def counted(value: int, singular: str, plural: str | None = None) -> str:
    """Return a count with its noun: '1 event', '1,234 events'."""
    return f"{value:,} {singular if value == 1 else plural or singular + 's'}"


def excerpt(text: str) -> str:
    """Return a quote as a list shows it: whole, or cut between words when very long."""
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(None, 1)[0].rstrip(",;:–- ") + " …"


def safe_href(url: str | None) -> str | None:
    """Return an address from a source that a link may hold: http or https only, else None."""
    if not url or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def quote_href(url: str | None, words: str) -> str | None:
    """Return a link to the words themselves on the page (a text fragment); None for an unsafe URL."""
    href = safe_href(url)
    if not href or "#" in href:
        return href
    parts = words.split()
    if not parts:
        return href
    if len(parts) <= 2 * _FRAGMENT_WORDS:
        return f"{href}#:~:text={_fragment(parts)}"
    first, last = parts[:_FRAGMENT_WORDS], parts[-_FRAGMENT_WORDS:]
    return f"{href}#:~:text={_fragment(first)},{_fragment(last)}"


def marked(row: Row) -> tuple[str, str, str]:
    """Return a mention's quote in three parts: before, within and after the words of its date."""
    words, start, end = row["quote"], row["date_text_start"], row["date_text_end"]
    if start is None or end is None:
        return words, "", ""
    first, last = start - row["quote_start"], end - row["quote_start"]
    if not 0 <= first < last <= len(words):
        return words, "", ""
    return words[:first], words[first:last], words[last:]


def is_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; a heading or a caption does not."""
    return text.rstrip().rstrip(_CLOSING).endswith(_SENTENCE_END)


def is_same_line(one: str, other: str) -> bool:
    """Whether two texts are the same line but for case, spaces and a full stop."""
    first, second = (" ".join(text.split()).strip(" .").casefold() for text in (one, other))
    return first == second


def language(tag: str | None) -> str | None:
    """Return a language tag that HTML may hold, else None."""
    return tag if tag and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else None


def _interval_in_words(found: re.Match[str]) -> str:
    first, last = (day_of(text) for text in found.groups())
    return f"{first} to {last}" if last and last != first else str(first)


def _fragment(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")

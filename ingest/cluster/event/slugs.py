"""The permalink that a mention founds: its date, its words, and a short hash. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ingest.model import Mention, stable_id

LONGEST: Final = 80
_TITLE_LENGTH: Final = 56
_HASH_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: none is mistaken
_HASH_LENGTH: Final = 6
#: "2024-", "199x-", "undat": what a slug begins with whatever its title.
_YEAR_LENGTH: Final = 5
#: An event asks for the slugs of its mentions, and its ties do again.
_REMEMBERED: Final = 1 << 12
_NOT_A_WORD: Final = re.compile(r"[^a-z0-9]+")
_NOT_EDTF: Final = re.compile(r"[^0-9A-Za-z]+")
#: Russian and Ukrainian letters after the BGN/PCGN tables, simplified.
_CYRILLIC: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ё": "yo",
        "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "ў": "w", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i",
        "'": "", "’": "",
    }
)  # fmt: skip


def slug(mention: Mention) -> str:
    """Return the slug that `mention` founds: at most 80 letters of a-z, 0-9 and hyphens.

    It says when and what ("2024-06-25-belousov-called-austin-4f2k9x"); a title in a script that has no
    table here leaves the date and the hash. The hash is of the mention's identity, so that two
    mentions with one title have two slugs.
    """
    return f"{_told(mention.when.edtf, _own_words(mention))}-{_short_hash(mention.id)}"


def _own_words(mention: Mention) -> str:
    """Return the title without the headline that it may stand below, which tells what many a sentence tells of."""
    _, _, told = mention.title.partition(": ")
    is_below = mention.kind == "passage" and told and mention.title not in mention.quote
    is_below = is_below and told.removesuffix("…") in " ".join(mention.quote.split())
    return told if is_below else mention.title


def lasting(name: str) -> str:
    """Return what of a slug lasts though its words are told better: the year and the hash of its mention.

    What has no hash is returned whole.
    """
    hash_begins = len(name) - _HASH_LENGTH - 1
    has_hash = hash_begins >= _YEAR_LENGTH and name[hash_begins] == "-"
    return name[:_YEAR_LENGTH] + name[hash_begins:] if has_hash else name


@lru_cache(maxsize=_REMEMBERED)
def _told(edtf: str, title: str) -> str:
    """Return when and what, the same for all that tell it in the same words."""
    day = _NOT_EDTF.sub("-", edtf).strip("-").lower() or "undated"
    words = _cut(_ascii(title), _TITLE_LENGTH)
    room = LONGEST - _HASH_LENGTH - 1
    return "-".join(part for part in (day, words) if part)[:room].strip("-")


def _ascii(title: str) -> str:
    latin = title.casefold()
    if latin.isascii():
        return _NOT_A_WORD.sub("-", latin.replace("'", "")).strip("-")
    latin = latin.translate(_CYRILLIC)
    decomposed = unicodedata.normalize("NFKD", latin)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub("-", plain).strip("-")


def _cut(words: str, length: int) -> str:
    if len(words) <= length:
        return words
    head, hyphen, _ = words[: length + 1].rpartition("-")
    return head if hyphen else words[:length]


@lru_cache(maxsize=_REMEMBERED)
def _short_hash(mention_id: int) -> str:
    number = stable_id("slug", mention_id)
    letters = []
    for _ in range(_HASH_LENGTH):
        number, digit = divmod(number, len(_HASH_LETTERS))
        letters.append(_HASH_LETTERS[digit])
    return "".join(letters)

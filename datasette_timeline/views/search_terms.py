"""What a reader types in the search box -> an FTS5 expression that cannot be ill-formed. Pure.

Understood: words, "exact phrases" (straight or curly quotes), beginnings (`flood*`), exclusions
(`-rumour`) and `OR` between two terms. Everything else is taken as words: each term is quoted, so no
FTS5 operator, column filter or bracket of the reader's reaches the engine
(https://www.sqlite.org/fts5.html#full_text_query_syntax).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: Longer input is cut, and the page says so; nobody types more, a script may.
MAX_LENGTH: Final = 200
#: FTS5 walks every term's list of rows; more terms than this are left out.
MAX_TERMS: Final = 20

_QUOTES: Final = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'")})
#: A phrase may want its closing quote; a quote inside a word does not open a phrase.
_TERM: Final = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_SEARCHABLE: Final = re.compile(r"\w", re.UNICODE)


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    is_prefix: bool = False
    is_excluded: bool = False

    @property
    def expression(self) -> str:
        return f'"{self.text}"' + ("*" if self.is_prefix else "")


def clean(typed: str) -> str:
    """Return the words as a page shows them again: no control characters, one space, capped length."""
    printable = "".join(c if c.isprintable() else " " for c in typed)
    return " ".join(printable.split())[:MAX_LENGTH].strip()


def match_expression(typed: str) -> str | None:
    """Return the FTS5 expression for the words typed; None where no letter or digit is among them."""
    wanted, excluded = _grouped(_terms(typed))
    if not wanted:
        return None
    groups = (f"({' OR '.join(group)})" if len(group) > 1 else group[0] for group in wanted)
    expression = " AND ".join(groups)
    return f"({expression}) NOT ({' OR '.join(excluded)})" if excluded else expression


def widened(typed: str) -> str | None:
    """Return the search with every word taken as a beginning; None where that is the same search."""
    words = [word for term in _terms(typed) if not term.is_excluded for word in term.text.split()]
    wider = " ".join(f"{word}*" for word in words if len(word) > 2)
    return wider if wider and wider != typed else None


def _terms(typed: str) -> list[_Term]:
    terms = []
    for match in _TERM.finditer(clean(typed).translate(_QUOTES)):
        text = match["phrase"] if match["phrase"] is not None else match["word"]
        is_prefix = text.endswith("*") and match["word"] is not None
        if _SEARCHABLE.search(text):
            terms.append(_Term(text.strip("*").strip(), is_prefix, bool(match["minus"])))
    return terms[:MAX_TERMS]


def _grouped(terms: list[_Term]) -> tuple[list[list[str]], list[str]]:
    """Return the wanted terms, alternatives together, and the excluded ones."""
    wanted: list[list[str]] = []
    excluded: list[str] = []
    joins_previous = False
    for position, term in enumerate(terms):
        is_or = term.text == "OR" and 0 < position < len(terms) - 1
        if is_or and wanted:
            joins_previous = True
            continue
        if term.is_excluded:
            excluded.append(term.expression)
        elif joins_previous:
            wanted[-1].append(term.expression)
        else:
            wanted.append([term.expression])
        joins_previous = False
    return wanted, excluded

"""Where the words of an article first came from, as far as it says so: a wire agency named in print."""

from __future__ import annotations

import re
from typing import Final

#: News agencies by the forms in which bylines and datelines name them (their own style books).
_AGENCIES: Final = {
    "Reuters": "Reuters", "Thomson Reuters": "Reuters",
    "AP": "Associated Press", "Associated Press": "Associated Press", "The Associated Press": "Associated Press",
    "AFP": "AFP", "Agence France-Presse": "AFP", "dpa": "dpa", "DPA": "dpa", "dpa-AFX": "dpa", "UPI": "UPI",
    "PA": "PA Media", "PA Media": "PA Media", "Press Association": "PA Media", "Xinhua": "Xinhua",
    "TASS": "TASS", "Tass": "TASS", "ITAR-TASS": "TASS", "Interfax": "Interfax", "RIA Novosti": "RIA Novosti",
    "Kyodo": "Kyodo", "Kyodo News": "Kyodo", "Jiji": "Jiji", "Yonhap": "Yonhap", "PTI": "PTI", "ANI": "ANI",
    "IANS": "IANS", "ANSA": "ANSA", "Ansa": "ANSA", "EFE": "EFE", "Efe": "EFE", "Lusa": "Lusa", "Belga": "Belga",
    "ANP": "ANP", "APA": "APA", "SDA": "Keystone-SDA", "Keystone-SDA": "Keystone-SDA", "NTB": "NTB", "Ritzau": "Ritzau",
    "STT": "STT", "PAP": "PAP", "CTK": "ČTK", "ČTK": "ČTK", "MTI": "MTI", "Anadolu": "Anadolu", "AA": "Anadolu",
    "Anadolu Agency": "Anadolu", "AAP": "AAP", "Canadian Press": "Canadian Press", "The Canadian Press": "Canadian Press",
    "CP": "Canadian Press", "Ukrinform": "Ukrinform", "Interfax-Ukraine": "Interfax-Ukraine", "KCNA": "KCNA",
    "Bernama": "Bernama", "SANA": "SANA", "WAFA": "WAFA", "IRNA": "IRNA", "Antara": "Antara", "MENA": "MENA",
}  # fmt: skip
_NAMES: Final = "|".join(re.escape(name) for name in sorted(_AGENCIES, key=len, reverse=True))
#: "(Reuters) - ...", "LONDON (AP) — ...", "PARIS, March 3 (Reuters) - ..."
_DATELINE: Final = re.compile(rf"(?:[^\W\d_][^()\n]{{0,60}})?\((?P<agency>{_NAMES})\)\s*[-–—:]")
#: The last line: "(Reuters)", "- AP", "Source: AFP".
_SIGNATURE: Final = re.compile(rf"(?:\(|[-–—]\s*|[Ss]ource:\s*)(?P<agency>{_NAMES})\)?\.?\s*$")
_BYLINE: Final = re.compile(
    rf"(?:[Bb]y\s+)?(?P<agency>{_NAMES})(?:\s+(?:staff|news agency))?", re.IGNORECASE
)
#: "Jane Doe, Associated Press", "Jane Doe | Reuters".
_BYLINE_END: Final = re.compile(rf"[^,|/]{{2,80}}[,|/]\s*(?P<agency>{_NAMES})")
_SIGNATURE_CHARACTERS: Final = 80
_DATELINE_CHARACTERS: Final = 200


def find_origin(body: str, author: str | None) -> str | None:
    """Return the agency that the body's dateline or last line or the byline names; None if none does."""
    found = _DATELINE.match(body[:_DATELINE_CHARACTERS])
    if found is None and author:
        found = _BYLINE.fullmatch(author) or _BYLINE_END.fullmatch(author)
    if found is None:
        found = _SIGNATURE.search(body[-_SIGNATURE_CHARACTERS:].rpartition("\n")[2])
    if found is None:
        return None
    by_folded = {name.casefold(): agency for name, agency in _AGENCIES.items()}
    return by_folded[found["agency"].casefold()]

"""curation.yml: what an editor decided, as values; errors name the file and the line. Pure: the text comes in.

    - merge: [2024-06-25-fire-in-izmail-4f2k9x, 2024-06-grain-terminal-burned-8ht21a]
      reason: one fire, told with and without its day
      by: A. Librarian
    - split: 2024-06-25-second-strike-91kq0c     # mentions, by the slugs they would found
    - hide: SLUG
    - retitle: SLUG        (with `title:`)
    - redate: SLUG         (with `date:` in EDTF: 2024, 2024-06, 2024-06-25, 2024-22, 2014/.., a/b)
    - note: SLUG           (with `text:`)

Every entry has `reason` and `by`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

import yaml

from ingest import dates
from ingest.dates import DateRange
from ingest.errors import ConfigError

Act = Literal["merge", "split", "hide", "retitle", "redate", "note"]
_ACTS: Final[tuple[Act, ...]] = get_args(Act)
#: The key that carries what an act needs besides a slug.
_DETAILS: Final[dict[Act, str]] = {"retitle": "title", "redate": "date", "note": "text"}
_SEASONS: Final[dict[str, dates.Season]] = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
}
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision of an editor."""

    act: Act
    #: Of events (for `split`: of mentions, by the slugs they would found); any retired slug will do.
    slugs: tuple[str, ...]
    reason: str
    by: str
    #: The line of the file, from 1.
    line: int
    #: The new title, or the text of a note; "" where the act needs none.
    text: str = ""
    #: The new date of `redate`.
    when: DateRange | None = None


def parse(text: str, file: str = "curation.yml") -> tuple[Entry, ...]:
    """Return the entries of a curation file in their order; none for an empty file.

    Raises ConfigError with the file and the line of what is wrong.
    """
    root = _compose(text, file)
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise _error(root, file, "expected a list of entries: `- merge: [...]`")
    return tuple(_entry(node, file) for node in root.value)


def date_range(text: str) -> DateRange:
    """Return the interval of an EDTF date: year, month, season, day, `a/b`, `a/..` or `../b`.

    Raises ValueError if it is none of these.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _simple_range(first)
    if last == "..":
        return dates.since(_simple_range(first))
    if first == "..":
        return dates.until(_simple_range(last))
    return dates.between(_simple_range(first), _simple_range(last))


def _simple_range(text: str) -> DateRange:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(f"not a date: {text}")
    year, month, day = found.groups()
    if day is not None:
        return dates.day(date(int(year), int(month), int(day)))
    if month in _SEASONS:
        return dates.season(int(year), _SEASONS[month])
    return dates.month(int(year), int(month)) if month is not None else dates.year(int(year))


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _error(line, file, f"not valid YAML: {error.problem or error}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        problem = " ".join(str(error).split())[:100]
        raise _error(1, file, f"not valid YAML: {problem}") from error


def _entry(node: yaml.Node, file: str) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        raise _error(node, file, "expected an entry such as `- hide: SLUG`")
    said = {_word(key, file): value for key, value in node.value}
    acts = [act for act in _ACTS if act in said]
    if len(acts) != 1:
        raise _error(node, file, f"expected one of {', '.join(_ACTS)}, once")
    act = acts[0]
    detail = _DETAILS.get(act)
    allowed = {act, "reason", "by", detail}
    for key, _ in node.value:
        if _word(key, file) not in allowed:
            raise _error(key, file, f"unknown key `{_word(key, file)}` for {act}")
    for key in ("reason", "by", detail):
        if key is not None and key not in said:
            raise _error(node, file, f"{act} needs `{key}`")
    slugs = _slugs(act, said[act], file)
    given = _word(said[detail], file) if detail else ""
    return Entry(
        act=act,
        slugs=slugs,
        reason=_word(said["reason"], file),
        by=_word(said["by"], file),
        line=node.start_mark.line + 1,
        text="" if act == "redate" else given,
        when=_date(said["date"], file) if act == "redate" else None,
    )


def _slugs(act: Act, node: yaml.Node, file: str) -> tuple[str, ...]:
    values = node.value if isinstance(node, yaml.SequenceNode) else [node]
    slugs = tuple(_word(value, file) for value in values)
    if act == "merge" and len(set(slugs)) < 2:
        raise _error(node, file, "merge needs two slugs or more, in a list")
    if act not in {"merge", "split"} and len(slugs) != 1:
        raise _error(node, file, f"{act} needs one slug")
    return slugs


def _date(node: yaml.Node, file: str) -> DateRange:
    text = _word(node, file)
    try:
        return date_range(text)
    except ValueError as error:
        raise _error(node, file, f"`{text}` is no date in EDTF, such as 2024-06-25") from error


def _word(node: yaml.Node, file: str) -> str:
    value = " ".join(str(node.value).split()) if isinstance(node, yaml.ScalarNode) else ""
    if not value:
        raise _error(node, file, "expected a single value")
    return value


def _error(where: yaml.Node | int, file: str, message: str) -> ConfigError:
    line = where if isinstance(where, int) else where.start_mark.line + 1
    return ConfigError(f"{file}, line {line}: {message}", source=file)

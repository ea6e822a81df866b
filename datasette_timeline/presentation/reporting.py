"""Who reports an event, who was first, and which reports share the same words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from datasette_timeline.presentation import datetext, display
from datasette_timeline.reading.rows import Row

#: 'YYYY-MM-DD': a report whose time of day is not given.
_DAY_LENGTH: Final = 10
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
#: Up to this, a distance is told in hours; above, in days.
_IN_HOURS: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Report:
    """A publisher's part in an event."""

    publisher: str
    #: The first of its mentions, by number, for a link within the page.
    mention_id: int
    #: Its publication in words; None: not given.
    reported: str | None
    #: How long after the first publisher: "first", "3 hours later", "the same day"; None: not known.
    later: str | None
    mentions: int


@dataclass(slots=True)
class Wording:
    """Mentions that have the same words, the first to report first."""

    lead: dict[str, Any]
    others: list[dict[str, Any]] = field(default_factory=list)


def told(row: Row) -> dict[str, Any]:
    """Return a mention as a page shows it: its row, its words around those of its date, what they mean."""
    before, words, after = display.marked(row)
    keys = row.keys()
    above, below = row["before_text"] or "", row["after_text"] or ""
    if "article_title" in keys and display.is_same_line(above, row["article_title"] or ""):
        above = ""
    return {
        "row": row,
        "before": before,
        "words": words,
        "after": after,
        "above": above,
        "is_headed": not display.is_sentence(above),
        "below": below,
        "is_followed_by_heading": not display.is_sentence(below),
        "when": datetext.when(row),
        "basis": display.basis(row["basis"]),
        "modality": display.modality(row["modality"]),
        "href": display.quote_href(row["url"], row["quote"]) if "url" in keys else None,
        "language": display.language(row["language"]) if "language" in keys else None,
    }


def reports(rows: Sequence[Row]) -> list[Report]:
    """Return the publishers of an event in the order of the rows of queries.EVENT_PUBLISHERS."""
    instants = [row["reported_at"] for row in rows]
    first = next((given for given in instants if given), None)
    return [
        Report(
            row["publisher"], row["mention_id"], display.reported(row["reported_at"]),
            _later(first, row["reported_at"], is_alone=instants.count(first) == 1), row["mentions"],
        )
        for row in rows
    ]  # fmt: skip


def first(mentions: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the mention that was reported first; None where no date tells it from others."""
    given = [mention for mention in mentions if mention["row"]["reported_at"]]
    if len(given) < 2:
        return given[0] if given else None
    one, other = (mention["row"]["reported_at"] for mention in given[:2])
    shortest = min(len(one), len(other))
    return given[0] if one[:shortest] != other[:shortest] else None


def wordings(mentions: Iterable[dict[str, Any]]) -> list[Wording]:
    """Return an event's mentions by their words, in the order in which these were first reported."""
    found: dict[tuple[str, bool], Wording] = {}
    for mention in mentions:
        row = mention["row"]
        key = " ".join(row["quote"].split()), row["withdrawn_at"] is not None
        if key in found:
            found[key].others.append(mention)
        else:
            found[key] = Wording(mention)
    return list(found.values())


def _later(first: str | None, reported: str | None, *, is_alone: bool) -> str | None:
    """Return how long after the first report another is; None where either has no date."""
    if not (first and reported):
        return None
    if reported == first:
        return "first" if is_alone else "among the first"
    if len(first) > _DAY_LENGTH and len(reported) > _DAY_LENGTH:
        return _hours_later(datetime.fromisoformat(reported) - datetime.fromisoformat(first))
    days = (
        date.fromisoformat(reported[:_DAY_LENGTH]) - date.fromisoformat(first[:_DAY_LENGTH])
    ).days
    return f"{display.counted(days, 'day')} later" if days else "the same day"


def _hours_later(apart: timedelta) -> str:
    if apart < _HOUR:
        return "within the hour"
    if apart <= _IN_HOURS:
        return f"{display.counted(apart // _HOUR, 'hour')} later"
    return f"{display.counted(apart // _DAY, 'day')} later"

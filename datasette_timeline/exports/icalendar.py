"""iCalendar (RFC 5545, RFC 7986): each event an all-day entry on the day or days that its source gives.

A date vaguer than a day has no form here. It is left out, or, with `?vague=1`, drawn as the span it lies
in with the date in brackets ("[May 1998] ..."); a year or less, never decades.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from datasette_timeline.exports.encoder import Document
from datasette_timeline.exports.format import Format
from datasette_timeline.exports.partial import words
from datasette_timeline.exports.record import EventRow, FeedMeta, one_line

#: RFC 5545 section 3.1: octets a line, the line break not counted.
_LINE_OCTETS: Final = 75

#: Calendar programs load a whole feed into memory and draw each entry.
_LIMIT: Final = 5_000

_DAY_PRECISIONS: Final = ("second", "minute", "hour", "day")
_SPAN_PRECISIONS: Final = (*_DAY_PRECISIONS, "week", "month", "season", "quarter", "half", "year")

#: A calendar must hold a component (RFC 5545 section 3.4): an empty one holds this.
_EMPTY: Final = (
    "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)

#: Line breaks in the eyes of RFC 5545 or of any program that splits lines as Unicode does.
_LINE_BREAK: Final = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")


def _head(meta: FeedMeta) -> str:
    title = one_line(meta.title) or meta.site_title
    about = "Events on the days that their sources give."
    if meta.limited_to is not None:
        about = f"The first {meta.limited_to} events of more: choose a shorter period. {about}"
    return "".join(
        [
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dateline//Timeline//EN\r\nCALSCALE:GREGORIAN\r\n",
            _property("NAME", escape(title)),
            _property("X-WR-CALNAME", escape(title)),
            _property("DESCRIPTION", escape(about)),
            _property("X-WR-CALDESC", escape(about)),
            _property("LAST-MODIFIED", _utc(meta.updated_at)),
            _property("SOURCE;VALUE=URI", meta.feed_url),
            _property("URL;VALUE=URI", meta.page_url),
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n",
        ]
    )


def _item(event: EventRow, meta: FeedMeta) -> str | None:
    days = _days(event, include_vague=meta.include_vague)
    if days is None:
        return None
    first, day_after = days
    is_vague = event.precision not in _DAY_PRECISIONS
    title = f"[{words(event)}] {event.title}" if is_vague else event.title
    lines = [
        "BEGIN:VEVENT\r\n",
        _property("UID", str(event.uuid)),
        _property("DTSTAMP", _utc(event.seen_at or meta.updated_at)),
        _property("LAST-MODIFIED", _utc(event.last_changed or meta.updated_at)),
        _property("DTSTART;VALUE=DATE", _basic(first)),
        _property("DTEND;VALUE=DATE", _basic(day_after)),
        _property("SUMMARY", escape(one_line(title))),
        _property("DESCRIPTION", escape(_description(event))),
        _property("URL", event.permalink),
        _property("CATEGORIES", escape(one_line(event.kind))),
        "TRANSP:TRANSPARENT\r\n",
        _property("X-EDTF", escape(one_line(event.edtf))),
    ]
    if event.place:
        lines.append(_property("LOCATION", escape(one_line(event.place))))
    if event.has_point:
        lines.append(_property("GEO", f"{event.latitude};{event.longitude}"))
    return "".join([*lines, "END:VEVENT\r\n"])


def _days(event: EventRow, *, include_vague: bool) -> tuple[date, date] | None:
    """Return the first day and the day after the last (DTEND is exclusive); None: no form for it."""
    allowed = _SPAN_PRECISIONS if include_vague else _DAY_PRECISIONS
    first, last = event.first_day, event.last_day
    if event.precision not in allowed or first is None or last is None or last < first:
        return None
    return None if last == date.max else (first, last + timedelta(days=1))


def _description(event: EventRow) -> str:
    """The quote, who says so, and the ways back to it."""
    speaker = f"{event.speaker}, in " if event.speaker else ""
    article = f"\n{event.article_url}" if event.article_url else ""
    return f"“{event.quote}”\n{speaker}{event.publisher}{article}\n{event.permalink}"


def escape(text: str) -> str:
    """Return a TEXT value (RFC 5545 section 3.3.11): nothing in it can end the line."""
    for character in ("\\", ";", ","):
        text = text.replace(character, "\\" + character)
    return _CONTROLS.sub("", _LINE_BREAK.sub("\\\\n", text))


def _property(name: str, value: str) -> str:
    return fold(f"{name}:{value}")


def fold(line: str) -> str:
    """Return a content line folded at 75 octets (RFC 5545 section 3.1) between characters, with CRLF."""
    rest = line.encode("utf-8", "replace")
    folded = []
    room = _LINE_OCTETS
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:  # within a character of UTF-8
            cut -= 1
        folded.append(rest[:cut])
        rest = rest[cut:]
        room = _LINE_OCTETS - 1  # a line that goes on begins with a space
    return b"\r\n ".join([*folded, rest]).decode() + "\r\n"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ").zfill(16)


def _condition(precisions: tuple[str, ...]) -> str:
    names = ", ".join(f"'{name}'" for name in precisions)
    return f"e.precision IN ({names}) AND e.date_start IS NOT NULL AND e.date_end IS NOT NULL"


FORMATS: Final = (
    Format(
        extension="ics",
        name="iCalendar",
        purpose="for calendars; dates known to the day",
        media_type="text/calendar; charset=utf-8",
        open=Document(
            head=_head, item=_item, placeholder=_EMPTY, tail=lambda _meta: "END:VCALENDAR\r\n"
        ).open,
        columns=("slug", "title", "date_start", "date_end", "precision", "permalink"),
        condition=_condition(_DAY_PRECISIONS),
        vague_condition=_condition(_SPAN_PRECISIONS),
        limit=_LIMIT,
        is_feed=True,
    ),
)

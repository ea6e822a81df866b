"""What sources changed, as Atom (RFC 4287), page by page (RFC 5005, section 3). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote

from datasette_timeline.exports.record import name_uuid, parse_instant, rfc3339
from datasette_timeline.exports.xml_text import clean, line, link
from datasette_timeline.presentation import display
from datasette_timeline.presentation.cards import event_path
from datasette_timeline.presentation.change_entries import Entry, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What the feed says of itself; addresses are absolute."""

    title: str
    site_title: str
    page_url: str
    feed_url: str
    #: None on the last page.
    next_url: str | None
    #: Names the feed on every host: the path of its page.
    key: str
    updated_at: datetime
    #: Stands before paths of the site.
    site_url: str


def document(feed: Feed, entries: Sequence[Entry]) -> str:
    """Return the whole document."""
    links = [link("self", feed.feed_url), link("alternate", feed.page_url, "text/html")]
    if feed.next_url:
        links.append(link("next", feed.next_url))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>urn:uuid:{name_uuid('feed' + feed.key)}</id>\n"
        f"{line('title', feed.title)}"
        f"<updated>{rfc3339(_updated_at(feed, entries))}</updated>\n"
        f"<author>{line('name', feed.site_title)}</author>\n"
        f"<generator>Dateline</generator>\n{''.join(links)}"
        f"{''.join(_item(entry, feed) for entry in entries)}</feed>\n"
    )


def _updated_at(feed: Feed, entries: Sequence[Entry]) -> datetime:
    newest = parse_instant(entries[0].row["at"]) if entries else None
    return newest or feed.updated_at


def _item(entry: Entry, feed: Feed) -> str:
    row = entry.row
    seen_at = rfc3339(parse_instant(row["at"]) or feed.updated_at)
    name = f"change/{row['article_key']}/{row['number'] or row['at']}"
    href = display.safe_href(row["url"])
    via = link("via", quote(href, safe=":/?#[]@!$&'()*+,;=%-._~")) if href else ""
    verb = "Changed" if row["kind"] == "r" else "Taken back"
    title = f"{verb}: {row['title'] or 'Untitled'}"
    return (
        f"<entry>\n<id>urn:uuid:{name_uuid(name)}</id>\n"
        f"{line('title', title)}"
        f"<published>{seen_at}</published><updated>{seen_at}</updated>\n"
        f"<author>{line('name', row['publisher'] or feed.site_title)}</author>\n"
        f"{link('alternate', feed.site_url + entry.path, 'text/html')}{via}"
        f'<content type="html">{escape(clean(_content(entry, feed)))}</content>\n</entry>\n'
    )


def _content(entry: Entry, feed: Feed) -> str:
    """Return the change as HTML; every text of the source is escaped here, and once more as XML."""
    row = entry.row
    parts = []
    if row["previous_title"]:
        parts.append(
            f"<p>Title changed from <del>{escape(row['previous_title'])}</del>"
            f" to <ins>{escape(row['title'])}</ins></p>"
        )
    if row["kind"] == "a":
        parts.append("<p>Its source no longer has it.</p>")
    if entry.words:
        runs = " ".join(_run(sign, words) for sign, words in entry.words)
        parts.append(f"<p>{runs}{' …' if entry.has_more_words else ''}</p>")
    parts += [_sentence(sentence, feed) for sentence in entry.sentences]
    return "".join(parts)


def _run(sign: str, words: str) -> str:
    element = "ins" if sign == "+" else "del"
    return f"<{element}>{escape(words)}</{element}>"


def _sentence(sentence: Sentence, feed: Feed) -> str:
    verb = "Removed" if sentence.row["is_withdrawn"] else "Added"
    address = escape(feed.site_url + event_path(sentence.row["slug"]))
    return (
        f'<p>{verb}, <a href="{address}">{escape(sentence.when)}</a>:</p>'
        f"<blockquote><p>{escape(sentence.words)}</p></blockquote>"
    )

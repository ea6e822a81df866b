"""Citations: everything that finds the words again, in every style, whatever the words are."""

import json

from datasette_timeline.exports import citations
from datasette_timeline.presentation import display


def test_plain_text_says_who_where_when_and_in_which_text(make_event):
    text = citations.plain(make_event(), "Harbour timeline")
    assert text == (
        "“The bank cut its rate to 5 per cent on Tuesday, Ada Brown said.” Ada Brown, quoted in Mary Smith,"
        " “Bank cuts rate to 5 per cent”, The Harbour Echo, 13 May 1998, https://echo.example/rates?a=1&b=2."
        f" Event date: 12 May 1998 (“on Tuesday”; {display.basis('relative')})."
        " Archived text: revision 2, retrieved 13 May 1998, 08:00 UTC, characters 40 to 103,"
        f" SHA-256 {'ab' * 32}."
        " Harbour timeline, https://timeline.example/event/1998-05-12-bank-cuts-its-rate"
    )


def test_what_is_not_known_is_not_invented(make_event):
    unknown = (
        "speaker",
        "article_author",
        "article_published_on",
        "url",
        "revision_sha256",
        "date_text",
    )
    text = citations.plain(make_event(**dict.fromkeys(unknown)))
    assert "None" not in text
    assert "no date given" in text
    assert "Archived" not in text


def test_wikipedia_gets_a_template_that_no_text_ends(make_event, trap):
    text = citations.wikipedia(
        make_event(quote=trap, article_title=trap, publisher=trap, url="https://a.example/x|y}}z")
    )
    assert text.startswith("{{cite news |")
    assert text.endswith("}}")
    assert "\n" not in text
    inside = text[2:-2]
    assert "{" not in inside
    assert "}" not in inside
    assert inside.count("|") <= 8
    assert "<" not in inside


def test_every_style_is_one_line_or_a_well_formed_record(make_event, trap):
    event = make_event(quote=trap, article_title=trap, speaker=trap or None)
    by_style = {
        citation.style: citation for citation in citations.styles(event, "Harbour timeline")
    }
    assert list(by_style) == ["Plain text", "Wikipedia", "BibTeX", "RIS", "CSL-JSON"]
    assert len(by_style["Plain text"].text.splitlines()) == 1
    assert by_style["RIS"].text.splitlines()[-1] == "ER  - "
    assert len(json.loads(by_style["CSL-JSON"].text)) == 1
    assert by_style["BibTeX"].extension == "bib"


def test_the_rows_of_the_event_page_are_enough(make_event):
    event = {
        "slug": "x",
        "title": "X",
        "quote": "Words.",
        "article_id": 1,
        "edtf": "2024",
        "more": 1,
    }
    mention = {
        "id": 2, "quote": "Words.", "article_id": 1, "withdrawn_at": None, "article_title": "A",
        "author": None, "language": "en", "reported_at": "2024-06-25T10:00:00Z", "date_text": None,
        "quote_start": 0, "quote_end": 6, "revision_number": 1, "sha256": "ff", "revision_seen_at": None,
    }  # fmt: skip
    others = [
        {**mention, "id": 1, "quote": "Other."},
        {**mention, "id": 3},
        {**mention, "id": 0, "withdrawn_at": "x"},
    ]
    assert citations.leading(event, [*others, mention])["id"] == 2
    assert citations.leading(event, others[:1]) is None
    row = citations.cited(event, mention, "https://a.example/event/x")
    assert (row.article_published_on, row.revision_sha256) == ("2024-06-25", "ff")
    assert citations.cited(event, None, "https://a.example/event/x").revision_sha256 is None

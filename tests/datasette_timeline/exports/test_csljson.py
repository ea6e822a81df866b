"""CSL-JSON: items that a CSL processor renders."""

import json

import pytest


def test_the_article_is_cited_and_the_note_tells_which_text(write, make_event):
    (item,) = json.loads(write("csl.json", make_event()))
    assert item["type"] == "article-newspaper"
    assert item["title"] == "Bank cuts rate to 5 per cent"
    assert item["container-title"] == "The Harbour Echo"
    assert item["issued"] == {"date-parts": [[1998, 5, 13]]}
    assert item["accessed"] == {"date-parts": [[1998, 5, 13]]}
    assert item["URL"] == "https://echo.example/rates?a=1&b=2"
    assert "SHA-256 abab" in item["note"]
    assert "Event date: 12 May 1998" in item["note"]


def test_no_events_make_an_empty_list(write):
    assert json.loads(write("csl.json")) == []


def test_an_article_without_address_is_cited_by_its_record(write, make_event):
    (item,) = json.loads(write("csl.json", make_event(url=None)))
    assert item["URL"] == make_event().permalink


def test_hostile_texts_stay_one_line(write, make_event, trap):
    document = write(
        "csl.json", make_event(title=trap, quote=trap, article_title=trap, publisher=trap)
    )
    (item,) = json.loads(document)
    assert not any(ord(c) < 32 for value in item.values() for c in str(value))


@pytest.mark.filterwarnings("ignore")
def test_a_citation_processor_renders_it(write, make_event):
    citeproc = pytest.importorskip(
        "citeproc", reason="citeproc-py (extra: validators) is not installed"
    )
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON(json.loads(write("csl.json", make_event())))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    bibliography.register(citeproc.Citation([citeproc.CitationItem(make_event().slug)]))
    (entry,) = bibliography.bibliography()
    assert "Bank cuts rate to 5 per cent" in str(entry)
    assert "1998" in str(entry)

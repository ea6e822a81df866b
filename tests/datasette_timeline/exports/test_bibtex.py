"""BibTeX: balanced braces, ASCII keys, months in BibTeX's own words."""

import re

import pytest

from datasette_timeline.exports.bibtex import key


def braces_balance(text: str) -> bool:
    depth = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0


def test_an_entry_cites_the_article(write, make_event):
    entry = write("bib", make_event()).decode()
    assert entry.startswith("@article{1998-05-12-bank-cuts-its-rate,\n")
    assert "title = {{Bank cuts rate to 5 per cent}}" in entry
    assert "journal = {The Harbour Echo}" in entry
    assert "month = may" in entry
    assert "urldate = {1998-05-13}" in entry


def test_tex_prints_a_text_as_it_is(write, make_event, trap):
    entry = write("bib", make_event(article_title=trap, quote=trap, publisher=trap)).decode()
    assert braces_balance(entry)
    assert entry.count("@article{") == 1
    title = re.search(r"title = \{\{(.*)\}\}", entry)[1]
    bare = re.sub(r"\\text\w+\{\}", "", title)
    assert re.search(r"(?<!\\)[&%$#_~^{}]", bare) is None


def test_a_key_is_ascii_and_tells_slugs_apart(make_event):
    keys = {key(make_event(slug=slug)) for slug in ("a-b", "a b", "ä-b", "жук", "")}
    assert len(keys) == 5
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", name) for name in keys)


@pytest.mark.filterwarnings("ignore")
def test_a_bibtex_reader_finds_one_entry_an_event(write, make_event, trap):
    bibtexparser = pytest.importorskip(
        "bibtexparser", reason="bibtexparser (extra: validators) is not installed"
    )
    document = write("bib", make_event(article_title=trap), make_event(slug="b")).decode()
    library = bibtexparser.parse_string(document)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [make_event().slug, "b"]
    assert library.entries[1]["year"] == "1998"

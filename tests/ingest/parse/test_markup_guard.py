"""Fragments that would exhaust an HTML parser are told from all others, in linear time themselves."""

import time

import pytest

from ingest.parse.markup import text_of_html
from ingest.parse.markup_guard import exhausts_parser

#: CPU seconds: a quadratic parser takes more than ten for each of these.
SOON = 5

EXHAUSTING = {
    "never closed": "<b>" * 100_000,
    "closed by other names": "<div></span>" * 40_000,
    "closed before they open": "</i>" * 50_000 + "<i>" * 50_000,
    "formatting that paragraphs reopen": "<b></p>" * 60_000,
    "numbered": "".join(f"<x{n}>" for n in range(50_000)),
    "tables around tables": "<table>" * 900 + "<b>x</b>" * 60_000,
    "cells in a drawing": "<svg>" + "<td>" * 100_000,
    "behind a comment that ends at once": "<!-->" + "<b>" * 100_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(60_000)) + ">x",
    "attributes between slashes": "<p " + "/".join(f"a{n}" for n in range(60_000)) + ">x",
    "attributes that hold marks": "<p " + " ".join(f'a{n}="<>"' for n in range(50_000)) + ">x",
    "references": "&" * 500_000,
}


@pytest.mark.parametrize("markup", EXHAUSTING.values(), ids=EXHAUSTING)
def test_what_exhausts_a_parser_is_told_and_its_words_are_read_all_the_same(markup):
    started = time.process_time()
    assert exhausts_parser(markup)
    assert "Seen." in text_of_html(f"{markup}<p>Seen.</p>")
    assert time.process_time() - started < SOON


ORDINARY = {
    "an article of 5,000 paragraphs": "<p>Some <b>words</b>.</p>" * 5_000,
    "paragraphs, items and cells that never end": "<ul>" + "<li>x<p>y<br>" * 5_000,
    "a table of 5,000 rows": "<table>" + "<tr><td>1<td>2" * 5_000 + "</table>",
    "tags in a comment": "<!--[if gte mso 9]>" + "<w:x/>" * 5_000 + "<![endif]-->seen",
    "a picture of 1 MB": f"<img src='data:image/png;base64,{'iVBORw0KGgo=' * 90_000}'>",
    "a drawing": "<svg>" + "<g><path d='M0 0'/></g>" * 1_000 + "</svg>",
    "50 open elements": "<div>" * 50 + "<span>x</span>" * 1_000,
}


@pytest.mark.parametrize("markup", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_documents_are_given_to_the_parser(markup):
    assert not exhausts_parser(markup)

"""HTML becomes the words that a reader would see, in the same paragraphs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.markup import text_of_html, text_of_line


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two &amp; three.</p>", "One.\n\nTwo & three."),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>one</li><li>two</li></ul>after", "one\ntwo\n\nafter"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>", "1 2\n3"),
        ("<div>in<div>deeper</div>out</div>", "in\n\ndeeper\n\nout"),
        ("w<b>or</b>d", "word"),
        ("<P CLASS=x>loud</P>", "loud"),
        ("<p>source\n   wrapped\tline</p>", "source wrapped line"),
        ("<pre>kept\n  lines</pre>", "kept\nlines"),
        ("no mark at all\n\nsecond paragraph\nof it", "no mark at all\n\nsecond paragraph of it"),
        ("Fish &amp; chips &eacute; &#128512; &#x92;&nbsp;x", "Fish & chips é 😀 ’ x"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("a < b and c > d, AT&T", "a < b and c > d, AT&T"),
        ("<p>never <b>closed", "never closed"),
        ("before<!-- <p>secret --><script>x()</script><style>p{}</style> after", "before after"),
        ("seen<!-- never closed", "seen"),
        ("<svg/onload=alert(1)>picture", "picture"),
        ("<img src=x onerror=alert(1)>", ""),
        ('<a href="javascript:alert(1)">link</a>', "link"),
    ],
)  # fmt: skip
def test_words_stay_and_marks_go(markup, text):
    assert text_of_html(markup) == text


def test_a_title_with_markup_is_one_line():
    assert text_of_line("<b>Storm</b><br>in the &quot;North&quot;") == 'Storm in the "North"'
    assert text_of_line("plain  title") == "plain  title"


@given(st.text("<>&/ab =\"'!-;#x0p", max_size=120))
def test_no_fragment_raises_or_leaves_a_whole_tag(markup):
    text = text_of_html("<p>" + markup)
    assert "<p>" not in text or "&lt;p&gt;" in markup or "&" in markup


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000,
        "<b>" * 20_000,
        "<table>" * 20_000,
        "<a " * 50_000,
        "<!--" * 100_000,
        "<p " + "a=b " * 50_000 + ">",
        "&" * 1_000_000,
        "<" * 1_000_000,
        "&#" * 300_000,
    ],
    ids=lambda markup: markup[:5],
)
def test_bait_for_parsers_takes_no_time(markup):
    started = time.process_time()
    text_of_html(markup + "<p>end")
    assert time.process_time() - started < 5

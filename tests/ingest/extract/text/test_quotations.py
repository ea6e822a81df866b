"""Which words in quotation marks are somebody's statement."""

import pytest

from ingest.extract.text.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave the city,” she said.", ["“We will not leave the city,”"]),
        ('"We will not leave the city," she said.', ['"We will not leave the city,"']),
        ("‘We will not leave the city,’ she said.", ["‘We will not leave the city,’"]),
        ("``We will not leave the city,'' she said.", ["``We will not leave the city,''"]),
        ("«We will not leave the city», she said.", ["«We will not leave the city»"]),
        ("The so-called “offensive” weapons came.", []),
        ("It is 5' 10\" tall and the rest of the line goes on.", []),
        ("“He said ‘go home now please’ and left,” she said.", ["“He said ‘go home now please’ and left,”"]),
        ("An “unclosed mark at the end of a line\nAnother line here.", []),
    ],
)  # fmt: skip
def test_statements_are_told_from_scare_quotes(text, expected):
    assert quoted(text) == expected


def test_a_quotation_goes_on_where_the_next_paragraph_opens_one():
    text = "“This is the first paragraph.\n\n“This is the second paragraph,” he said."
    first, second = quotations(text)
    assert first.goes_on
    assert not second.goes_on
    assert text[second.start : second.end] == "“This is the second paragraph,”"

"""A wire story names its agency; nothing else is taken for one."""

import pytest

from ingest.parse.origin import find_origin


@pytest.mark.parametrize(
    ("body", "author", "origin"),
    [
        ("(Reuters) - The ferry ran aground.", None, "Reuters"),
        ("LONDON (AP) — The ferry ran aground.", None, "Associated Press"),
        ("KYIV, Ukraine (AP) – The ferry.", None, "Associated Press"),
        ("PARIS, March 3 (Reuters) - The ferry.", None, "Reuters"),
        ("Berlin (dpa) - Die Fähre.", None, "dpa"),
        ("The ferry ran aground.\n\n(Reuters)", None, "Reuters"),
        ("The ferry ran aground. Source: AFP", None, "AFP"),
        ("The ferry ran aground.", "Associated Press", "Associated Press"),
        ("The ferry ran aground.", "By REUTERS", "Reuters"),
        ("The ferry ran aground.", "Jane Roe, Associated Press", "Associated Press"),
        ("The ferry ran aground.", "Jane Roe", None),
        ("Reuters was bought by Thomson in 2008.", None, None),
        ("The Reuters building (Reuters) stands in London.", None, None),
        ("He told AP that it was over.", "AP Smith", None),
        ("", None, None),
    ],
)
def test_an_agency_is_found_where_print_puts_it(body, author, origin):
    assert find_origin(body, author) == origin

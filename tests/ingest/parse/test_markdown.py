"""Markdown that holds words which are not read says so."""

import pytest

from ingest.errors import ParseError


def test_what_is_nested_too_deeply_to_be_read_is_not_called_empty(read_file):
    with pytest.raises(ParseError, match="nested very deeply"):
        read_file("deep.md", "> " * 20_000 + "On June 25 2024 a bridge opened.")

"""What a start of `dateline` does not load."""

import sys

import pytest

from ingest.lean_import import without


def test_a_library_looks_uninstalled_during_the_block_and_can_be_imported_after_it(
    monkeypatch, tmp_path
):
    (tmp_path / "an_optional_library.py").write_text("LOADED = True\n")
    monkeypatch.syspath_prepend(tmp_path)
    with without("an_optional_library"), pytest.raises(ImportError):
        import an_optional_library
    import an_optional_library

    assert an_optional_library.LOADED
    del sys.modules["an_optional_library"]


def test_a_library_that_is_loaded_already_stays():
    with without("json"):
        import json
    assert json is sys.modules["json"]


def test_the_block_ends_well_though_it_fails():
    with pytest.raises(ZeroDivisionError), without("a_library_of_no_name"):
        raise ZeroDivisionError
    assert "a_library_of_no_name" not in sys.modules

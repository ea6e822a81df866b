"""RIS: one record an event, whatever its texts hold."""

import re

import pytest


def records(document: bytes) -> list[list[str]]:
    text = document.decode()
    assert "\n" not in text.replace("\r\n", "")
    return [record.split("\r\n") for record in text.split("\r\n\r\n") if record]


def test_a_record_begins_with_its_type_and_ends_with_its_end(write, make_event):
    (record,) = records(write("ris", make_event()))
    assert record[0] == "TY  - NEWS"
    assert record[-1] == "ER  - "
    assert "DA  - 1998/05/13/" in record
    assert "Y2  - 1998/05/13/" in record
    assert "UR  - https://echo.example/rates?a=1&b=2" in record
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in record)


def test_nothing_is_written_of_no_events(write):
    assert write("ris") == b""


def test_a_text_adds_no_record_and_no_line(write, make_event, trap):
    event = make_event(
        title=trap, quote=trap, publisher=trap, article_title=trap, article_author=trap or None
    )
    (record,) = records(write("ris", event))
    assert sum(line.startswith(("TY", "ER")) for line in record) == 2


@pytest.mark.filterwarnings("ignore")
def test_a_reference_manager_reads_it(write, make_event):
    rispy = pytest.importorskip("rispy", reason="rispy (extra: validators) is not installed")
    first, second = rispy.loads(write("ris", make_event(), make_event(slug="b")).decode())
    assert first["title"] == "Bank cuts rate to 5 per cent"
    assert first["year"] == "1998"
    assert second["id"] == "b"

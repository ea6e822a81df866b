"""JSON Lines: the texts byte for byte, one object a line."""

import json

from datasette_timeline.exports.record import COLUMNS


def test_a_text_comes_back_exactly(write, make_event, trap):
    document = write("jsonl", make_event(title=trap, quote=trap), make_event())
    lines = document.decode().removesuffix("\n").split("\n")
    assert len(lines) == 2
    row = json.loads(lines[0])
    assert (row["title"], row["quote"]) == (trap, trap)
    assert list(row) == list(COLUMNS)


def test_nothing_is_written_of_no_events(write):
    assert write("jsonl") == b""


def test_a_lone_surrogate_does_not_stop_the_export(write, make_event):
    assert json.loads(write("jsonl", make_event(title="\ud800")))["title"] == "?"

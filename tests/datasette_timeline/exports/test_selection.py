"""The walk over an export's events: each once, in order, whatever the batches; rows with what a citation needs."""

import sqlite3

import pytest
from datasette.utils import MultiParams

from datasette_timeline.exports import FORMATS
from datasette_timeline.exports.selection import Walk, read_rows
from datasette_timeline.views import conditions
from datasette_timeline.views.filters import Filter
from datasette_timeline.views.paging import CursorError

EVENTS = (
    {"date_start": "2024-06-25"},
    {"date_start": "2024-06-24"},
    {"date_start": "2024-06-24"},
    {"date_start": "2023-01-01", "date_end": "2023-12-31", "edtf": "2023", "precision": "year", "month": None},
    {"date_start": None, "date_end": None, "edtf": "", "precision": "unknown", "sort_on": None},
    {"date_start": None, "date_end": "2014-12-31", "edtf": "../2014", "precision": "open", "sort_on": "2014-12-31"},
    {"date_start": "2020-01-01", "date_end": None, "edtf": "2020/..", "precision": "open", "sort_on": "2020-01-01"},
    {"status": "hidden"},
    {"status": "withdrawn"},
    {"latitude": 51.5, "longitude": -0.1, "place": "Harbourtown", "significance": 99.0},
)  # fmt: skip


def filtered(**arguments: str) -> Filter:
    return Filter.from_args(MultiParams({name: [value] for name, value in arguments.items()}))


def walk_ids(
    path, extension: str, batch: int, *, include_vague: bool = False, **arguments: str
) -> list[int]:
    view = filtered(**arguments)
    plan = "gather" if conditions.selections(view) else "walk"
    walk = Walk(
        view,
        FORMATS[extension],
        plan,
        include_vague=include_vague,
        gathers=view.start is not None,
    )
    connection = sqlite3.connect(path)
    found: list[int] = []
    while ids := walk.next_ids(connection, batch):
        assert len(ids) <= batch
        found += ids
    connection.close()
    return found


@pytest.mark.parametrize("batch", [1, 2, 3, 100])
def test_every_event_comes_once_oldest_first_and_undated_last(timeline_db, batch):
    assert walk_ids(timeline_db(*EVENTS), "csv", batch) == [6, 7, 4, 2, 3, 1, 10, 5]


@pytest.mark.parametrize("batch", [1, 100])
def test_feeds_begin_with_what_the_archive_saw_last(timeline_db, batch):
    assert walk_ids(timeline_db(*EVENTS), "atom", batch) == [10, 7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("batch", [1, 100])
def test_the_weightiest_come_first_in_a_slide_show_and_those_without_a_start_do_not_count(
    timeline_db, batch
):
    assert walk_ids(timeline_db(*EVENTS), "timelinejs.json", batch) == [10, 7, 4, 3, 2, 1]


def test_a_calendar_counts_only_what_it_can_show(timeline_db):
    path = timeline_db(*EVENTS)
    assert walk_ids(path, "ics", 100) == [2, 3, 1, 10]
    assert walk_ids(path, "ics", 100, include_vague=True) == [4, 2, 3, 1, 10]


@pytest.mark.parametrize("extension", ["csv", "atom"])
def test_a_period_holds_what_overlaps_it(timeline_db, extension):
    path = timeline_db(*EVENTS)
    wanted = {"from": "2024-06-24", "to": "2024-06-24"}
    assert set(walk_ids(path, extension, 1, **wanted)) == {2, 3, 7}
    assert set(walk_ids(path, extension, 1, exact="1", **wanted)) == {2, 3}


@pytest.mark.parametrize("extension", ["csv", "atom", "timelinejs.json"])
def test_filters_narrow_every_order(timeline_db, extension):
    path = timeline_db(*EVENTS)
    assert walk_ids(path, extension, 2, q='"Quote 3"') == [3]
    assert walk_ids(path, extension, 2, place="Harbourtown") == [10]
    assert walk_ids(path, extension, 2, publisher="Nobody") == []
    assert walk_ids(path, extension, 2, status="withdrawn") == [9]


def test_a_walk_goes_on_from_its_cursor(timeline_db):
    path = timeline_db(*EVENTS)
    connection = sqlite3.connect(path)
    first = Walk(filtered(), FORMATS["atom"], "walk")
    assert first.next_ids(connection, 3) == [10, 7, 6]
    second = Walk(filtered(after=first.cursor), FORMATS["atom"], "walk")
    assert second.next_ids(connection, 2) == [5, 4]
    connection.close()


@pytest.mark.parametrize("cursor", ["x", "1_a_1", "0_a_b", "0_a_99999999999999999999", "0_a_1_2"])
def test_a_forged_cursor_is_refused(cursor):
    with pytest.raises(CursorError):
        Walk(filtered(after=cursor), FORMATS["atom"], "walk")


@pytest.mark.parametrize("plan", ["gather", "walk", "probe"])
def test_every_plan_finds_the_same(timeline_db, plan):
    connection = sqlite3.connect(timeline_db(*EVENTS))
    for arguments in (
        {"q": "event"},
        {"q": "event", "from": "2024"},
        {"publisher": "The Harbour Echo"},
    ):
        walk = Walk(filtered(**arguments), FORMATS["csv"], plan)
        found = set(walk.next_ids(connection, 100))
        assert found == ({10, 1, 2, 3, 7} if "from" in arguments else {10, 1, 2, 3, 4, 5, 6, 7})
    connection.close()


@pytest.mark.parametrize("gathers", [True, False])
def test_a_period_is_gathered_or_walked_to_the_same_end(timeline_db, gathers):
    connection = sqlite3.connect(timeline_db(*EVENTS))
    view = filtered(**{"from": "2024-06-24", "to": "2024-06-24"})
    walk = Walk(view, FORMATS["atom"], "walk", gathers=gathers)
    assert walk.next_ids(connection, 2) == [7, 3]
    assert walk.next_ids(connection, 2) == [2]
    connection.close()


@pytest.mark.parametrize("extension", ["atom", "timelinejs.json"])
@pytest.mark.parametrize(
    "arguments", [{"basis": "explicit"}, {"precision": "day", "status": "any"}, {"disputed": "1"}]
)
def test_what_columns_narrow_is_gathered_or_walked_to_the_same_end(
    timeline_db, extension, arguments
):
    connection = sqlite3.connect(timeline_db(*EVENTS))
    view, form = filtered(**arguments), FORMATS[extension]
    walks = [Walk(view, form, "walk", gathers=gathers) for gathers in (True, False)]
    one, other = ([walk.next_ids(connection, 2), walk.next_ids(connection, 99)] for walk in walks)
    assert one == other
    assert one[0] or arguments == {"disputed": "1"}
    connection.close()


def test_an_interrupted_walk_stays_where_it_was(timeline_db):
    connection = sqlite3.connect(timeline_db(*EVENTS))
    walk = Walk(filtered(), FORMATS["csv"], "walk")
    first = walk.next_ids(connection, 2)
    connection.set_progress_handler(lambda: 1, 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        walk.next_ids(connection, 100)
    connection.set_progress_handler(None, 1)
    assert [*first, *walk.next_ids(connection, 100)] == [6, 7, 4, 2, 3, 1, 10, 5]
    connection.close()


def test_a_row_leads_to_its_article_and_the_revision_that_holds_the_quote(timeline_db):
    path = timeline_db(*EVENTS, {"slug": "räv & co/x"})
    connection = sqlite3.connect(path)
    connection.execute("UPDATE events SET quote = 'not the mention''s' WHERE id = 2")
    first, second, odd = read_rows(connection, [3, 2, 999, 11], "https://a.example")
    connection.close()
    assert first.slug == "2024-06-24-event-3"
    assert first.permalink == "https://a.example/event/2024-06-24-event-3"
    assert (first.article_title, first.article_author) == ("Article 3", "Mary Smith")
    assert (first.revision_number, first.revision_sha256) == (1, f"{3:064x}")
    assert (first.quote_start, first.date_text) == (10, "on Tuesday")
    assert second.revision_sha256 is None
    assert odd.permalink == "https://a.example/event/r%C3%A4v%20%26%20co%2Fx"


def test_rows_without_a_form_are_left_out_where_the_format_says_so(timeline_db):
    connection = sqlite3.connect(timeline_db(*EVENTS))
    rows = read_rows(connection, [1, 10], "", FORMATS["geojson"].condition)
    assert [row.id for row in rows] == [10]
    connection.close()


def test_a_row_says_when_a_sentence_of_it_was_last_added_or_taken_back(timeline_db):
    path = timeline_db({}, {})
    connection = sqlite3.connect(path)
    connection.execute("UPDATE mentions SET withdrawn_at = '2024-07-01T08:00:00Z' WHERE id = 1")
    first, second = read_rows(connection, [1, 2], "https://timeline.example")
    connection.close()
    assert first.changed_at == "2024-07-01T08:00:00Z"
    assert second.changed_at == second.first_seen_at
